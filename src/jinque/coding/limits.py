"""What can be a title at all."""

from jinque.errors import InvalidOptionError
from jinque.model import Words

LONGEST_TITLE = 200
"""Characters; the longest official name has 24."""


def title_fault(title: str) -> Words | None:
    """Return why a text cannot be a title; None where it can."""
    if not title.strip():
        return Words(zh="职位名称是空的。", en="The title is empty.")
    if len(title) > LONGEST_TITLE:
        return Words(
            zh=f"职位名称有 {len(title)} 个字符，最多 {LONGEST_TITLE} 个。",
            en=f"The title has {len(title)} characters; {LONGEST_TITLE} are the most.",
        )
    return None


def check_title(title: str) -> None:
    """Refuse a text that cannot be a title.

    Raises:
        InvalidOptionError: it is empty or longer than `LONGEST_TITLE`.
    """
    fault = title_fault(title)
    if fault:
        raise InvalidOptionError(
            fault.zh,
            fault.en,
            where=title[:20],
            hint_zh="请只写职位名称，工作内容写在说明（--description）里。",
            hint_en="Give the name of the job alone, and the duties as its --description.",
        )
