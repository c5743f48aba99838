"""Words that the commands for colleges and pupils share."""

from jinque.cli.session import Session
from jinque.model import Words
from jinque.model.teaching import TermKind

_KINDS = {
    TermKind.TOOL: Words(zh="工具", en="Tools"),
    TermKind.CERTIFICATE: Words(zh="证书、执业资格", en="Certificates"),
    TermKind.LANGUAGE: Words(zh="语言", en="Languages"),
    TermKind.ABILITY: Words(zh="能力", en="Abilities"),
}


def term_kind(session: Session, kind: TermKind) -> str:
    """Return the name of a kind of terms."""
    return session.of(_KINDS[kind])


def say_place(session: Session, place: str | None) -> str:
    """Return a place, or that the document names none."""
    return place or session.say("城市未载明", "city not stated")


def foreign_note(session: Session, left_out: int, *, foreign: bool) -> str:
    """Say what became of posts for foreign nationals."""
    if foreign:
        return session.say(
            "已计入只面向外籍人才的岗位：中国籍毕业生不在其范围内。",
            "Posts for foreign nationals only are counted: Chinese graduates are outside them.",
        )
    return session.say(
        f"只面向外籍人才的岗位未计入，其中合乎所查的有 {left_out} 个；要计入请加 --foreign。",
        f"Posts for foreign nationals only are left out, {left_out} of them meet this; "
        "--foreign counts them.",
    )
