"""What a form with a roster asks."""

from dataclasses import dataclass, field
from datetime import date

from jinque.errors import InvalidOptionError
from jinque.web.contexts.ladder_reader import FieldError, FieldReader
from jinque.web.contexts.ladder_roster import FORMATS
from jinque.web.upload import Sent, Upload


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterQuestion:
    """A roster with the day asked about and where its people work.

    Attributes:
        given: the other fields as given, so that they need not be typed again.
        errors: fields that could not be read; then nothing is answered.
        place: None is unknown, for those whose row names none.
    """

    name: str = ""
    data: bytes = b""
    on: date = date.min
    place: str | None = None
    given: dict[str, tuple[str, ...]] = field(default_factory=dict)
    errors: tuple[FieldError, ...] = ()

    def refuse(self) -> None:
        """Stop at the first field that could not be read.

        Raises:
            InvalidOptionError: there is one; `where` is its name.
        """
        if self.errors:
            first = self.errors[0]
            raise InvalidOptionError(
                f"{first.field}：{first.message.zh}",
                f"{first.field}: {first.message.en}",
                where=first.field,
                hint_zh="各项见 docs/reference/site.md",
                hint_en="docs/reference/site.md lists the fields",
            )


def read_roster_question(sent: Sent, today: date) -> RosterQuestion:
    """Read the form; `today` stands in for a day that was not given."""
    reader = FieldReader(sent.fields)
    upload = sent.files.get("file", Upload(name="", data=b""))
    if not upload.name.lower().endswith(FORMATS):
        shown = "、".join(FORMATS)
        listed = ", ".join(FORMATS)
        reader.refuse("file", f"请选名单文件（{shown}）", f"choose a roster ({listed})")
    return RosterQuestion(
        name=upload.name,
        data=upload.data,
        on=reader.day("on") or today,
        place=reader.text("place"),
        given={name: values for name, values in sent.fields.items() if name in {"on", "place"}},
        errors=tuple(reader.errors),
    )
