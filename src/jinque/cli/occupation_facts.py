"""The facts of one occupation as labels and values."""

from jinque.cli.classification_words import CERTAINTIES, LEVELS, STANDINGS
from jinque.cli.session import Session
from jinque.cli.wording import NOT_STATED
from jinque.model import Occupation, OccupationEntry


def occupation_facts(
    session: Session, entry: OccupationEntry, day: str | None
) -> list[tuple[str, str]]:
    """Return labels and values; what an entry does not have is left out.

    Args:
        session: whose language is spoken.
        entry: the occupation.
        day: the day asked for; None without one.
    """
    found, via = entry.found.entry, entry.found.via
    fields = [
        (session.say("由来", "Found by"), session.of(via.reason) if via else ""),
        (session.say("版本", "Edition"), _edition(session, found)),
        (session.say("层级", "Level"), session.of(LEVELS[found.level])),
        (session.say("上位", "Above"), _above(session, entry)),
        (session.say("标识", "Marks"), _marks(session, found)),
        (session.say("曾用名", "Former names"), "、".join(found.former_names)),
        (session.say("起始", "Since"), _since(session, found)),
        (session.say("出处", "Sources"), _sources(session, found)),
        (session.say("此码在另一版", "This code elsewhere"), _elsewhere(session, entry)),
        (day or "", session.of(STANDINGS[entry.standing]) if entry.standing else ""),
    ]
    return [field for field in fields if field[1]]


def _edition(session: Session, entry: Occupation) -> str:
    edition = session.say(f"{entry.classification}年版", entry.classification)
    if entry.edition in ("", entry.classification):
        return edition
    return edition + session.say(f"，{entry.edition}年增补", f", added in {entry.edition}")


def _above(session: Session, entry: OccupationEntry) -> str:
    lost = session.of(NOT_STATED)
    return " › ".join(f"{step.code} {step.name or lost}" for step in entry.above)


def _marks(session: Session, entry: Occupation) -> str:
    green = session.say("L 绿色职业", "L green occupation") if entry.is_green else ""
    digital = session.say("S 数字职业", "S digital occupation") if entry.is_digital else ""
    return session.say("、", ", ").join(filter(None, (green, digital)))


def _sources(session: Session, entry: Occupation) -> str:
    """Say what attests an entry of 2015, and how surely; 2022 is complete and says nothing."""
    if entry.certainty is None:
        return ""
    sources = dict.fromkeys(place.partition(":")[0] for place in entry.attested_by)
    listed = session.say("、", ", ").join(sources)
    sure = session.of(CERTAINTIES[entry.certainty])
    return f"{listed}（{entry.certainty.value}：{sure}）"


def _elsewhere(session: Session, entry: OccupationEntry) -> str:
    other = entry.elsewhere
    if other is None:
        return ""
    edition = session.say(f"{other.classification}年版", other.classification)
    return f"{edition} {other.code} {other.name}"


def _since(session: Session, entry: Occupation) -> str:
    since = entry.effective_from
    if since is None:
        return session.of(NOT_STATED)
    first, stroke, last = since.partition("/")
    if not stroke:
        return since
    return session.say(f"{first} 至 {last} 年间", f"some time from {first} to {last}")
