"""What the form for free titles asks."""

from dataclasses import dataclass

from jinque import api
from jinque.errors import InvalidOptionError
from jinque.model import Words
from jinque.web.contexts.ladder_reader import FieldError

MOST_TITLES = 20
"""Titles in one address; a table takes more."""
MOST_DESCRIBED = 500
MOST_INDUSTRY = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class CodingQuestion:
    """Titles with the context that belongs to every one of them.

    Attributes:
        titles: blank lines left out.
        errors: fields that cannot be read.
    """

    titles: tuple[str, ...] = ()
    description: str = ""
    industry: str = ""
    errors: tuple[FieldError, ...] = ()

    def refuse(self) -> None:
        """Stop at the first field that could not be read.

        Raises:
            InvalidOptionError: there is one; `where` is its name.
        """
        if self.errors:
            first = self.errors[0]
            raise InvalidOptionError(
                first.message.zh,
                first.message.en,
                where=first.field,
                hint_zh="各项见 docs/reference/site.md",
                hint_en="docs/reference/site.md lists the fields",
            )


def read_coding_question(titles: str, description: str, industry: str) -> CodingQuestion:
    """Read the form; titles stand one a line."""
    lines = tuple(line.strip() for line in titles.splitlines() if line.strip())
    faults = [_title_error(line) for line in lines]
    if len(lines) > MOST_TITLES:
        told = Words(
            zh=f"写了 {len(lines)} 个，一次最多 {MOST_TITLES} 个；更多的请放在表里上传。",
            en=f"{len(lines)} titles; {MOST_TITLES} at a time, send more as a table.",
        )
        faults.insert(0, FieldError(field="titles", value="", message=told))
    faults += [
        _length_error("description", description, MOST_DESCRIBED),
        _length_error("industry", industry, MOST_INDUSTRY),
    ]
    errors = {fault.field: fault for fault in reversed(faults) if fault}
    return CodingQuestion(
        titles=lines,
        description=description.strip(),
        industry=industry.strip(),
        errors=tuple(
            errors[name] for name in ("titles", "description", "industry") if name in errors
        ),
    )


def _title_error(line: str) -> FieldError | None:
    fault = api.title_fault(line)
    return FieldError(field="titles", value=line[:20], message=fault) if fault else None


def _length_error(field: str, text: str, most: int) -> FieldError | None:
    if len(text) <= most:
        return None
    told = Words(
        zh=f"有 {len(text)} 个字符，最多 {most} 个。", en=f"{len(text)} characters; {most} at most."
    )
    return FieldError(field=field, value="", message=told)
