"""A curriculum held against posts: what the form takes and what it answers."""

import re
from dataclasses import dataclass

from jinque import api
from jinque.errors import InvalidOptionError, WrongCallError
from jinque.model import Words
from jinque.model.curriculum import CurriculumChoice
from jinque.web.contexts.cards import Row
from jinque.web.contexts.ladder_reader import FieldError
from jinque.web.upload import MOST_BYTES, Sent, Upload

FORMATS = (".txt", ".docx", ".pdf")
FIELDS = ("text", "major", "occupation", "post")
_SPLIT = re.compile(r"[\s,，;；、]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class CurriculumContext:
    """What `/curriculum` shows.

    Attributes:
        text: as pasted; that of a file is not repeated.
        major: as typed, as are `occupation` and `post`.
        foreign: posts for foreign nationals count.
        answer: None before anything is sent, and where something is wrong.
        errors: fields that could not be read.
        formats: how the name of a file may end.
        most_bytes: size of the largest form taken.
    """

    text: str = ""
    major: str = ""
    occupation: str = ""
    post: str = ""
    foreign: bool = False
    answer: Row | None = None
    errors: tuple[FieldError, ...] = ()
    formats: tuple[str, ...] = FORMATS
    most_bytes: int = MOST_BYTES

    @property
    def given(self) -> dict[str, tuple[str, ...]]:
        """The short fields of the form as they are filled in."""
        return {"major": (self.major,), "occupation": (self.occupation,), "post": (self.post,)}


def curriculum_form(sent: Sent) -> CurriculumContext:
    """Return the fields of a form as they came."""
    values = {name: (sent.fields.get(name) or ("",))[0].strip() for name in (*FIELDS, "foreign")}
    return CurriculumContext(
        text=values["text"],
        major=values["major"],
        occupation=values["occupation"],
        post=values["post"],
        foreign=values["foreign"] == "yes",
    )


def curriculum_answer(workspace: api.Workspace, form: CurriculumContext, sent: Sent) -> Row:
    """Look for the terms of the chosen posts in the text that was sent.

    Raises:
        WrongCallError: nothing is chosen, the text is empty or too long, or the file unreadable.
    """
    choice = CurriculumChoice(
        major=form.major,
        occupation=form.occupation,
        posts=tuple(each for each in _SPLIT.split(form.post) if each),
        foreign=form.foreign,
    )
    upload = sent.files.get("file", Upload(name="", data=b""))
    text = _text_of(upload) if upload.name else form.text
    return api.teaching_dict(api.curriculum(workspace, text, choice))


def field_error(fault: WrongCallError) -> FieldError:
    """Put what is wrong beside its field, with what to do next."""
    told = Words(zh=f"{fault.zh}{fault.hint_zh}", en=f"{fault.en} {fault.hint_en}".strip())
    field = _CODES.get(fault.code, fault.where)
    return FieldError(field=field if field in FIELDS else "curriculum", value="", message=told)


_CODES = {"occupation_unknown": "occupation", "post_unknown": "post", "edition_unknown": "post"}


def _text_of(upload: Upload) -> str:
    if upload.name.lower().endswith(FORMATS):
        return api.curriculum_text(upload.data, upload.name)
    raise InvalidOptionError(
        "这种文件不在这里读取。",
        "Files of this kind are not read here.",
        where="file",
        hint_zh=f"可用的后缀：{'、'.join(FORMATS)}；也可以粘贴文本。",
        hint_en=f"It ends with one of {', '.join(FORMATS)}; the text may be pasted too.",
    )
