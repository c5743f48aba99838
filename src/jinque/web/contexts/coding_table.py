"""The table of titles in a form."""

from jinque.errors import InvalidOptionError, WrongCallError
from jinque.model import Words
from jinque.web.contexts.coding import TABLE_FORMATS
from jinque.web.contexts.ladder_reader import FieldError
from jinque.web.upload import Sent, Upload


def chosen_table(sent: Sent) -> Upload:
    """Return the file of a form.

    Raises:
        InvalidOptionError: none was chosen, or its name ends in another way.
    """
    upload = sent.files.get("file", Upload(name="", data=b""))
    if not upload.name.lower().endswith(TABLE_FORMATS):
        raise InvalidOptionError(
            "请选一张有职位名称一列的表。",
            "Choose a table with a column of titles.",
            where="file",
            hint_zh=f"可用的后缀：{'、'.join(TABLE_FORMATS)}。",
            hint_en=f"It ends with one of {', '.join(TABLE_FORMATS)}.",
        )
    return upload


def table_error(fault: WrongCallError) -> FieldError:
    """Put what is wrong with a table beside its field, with what to do next."""
    told = Words(zh=f"{fault.zh}{fault.hint_zh}", en=f"{fault.en} {fault.hint_en}".strip())
    return FieldError(field="table", value="", message=told)
