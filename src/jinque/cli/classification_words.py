"""The words for levels, kinds and statuses of the classification."""

from jinque.cli.session import Session
from jinque.model import (
    Certainty,
    CorrespondenceKind,
    Level,
    Likeness,
    Link,
    LinkStatus,
    Standing,
    Words,
)

LEVELS = {
    Level.MAJOR: Words(zh="大类", en="major group"),
    Level.SUB_MAJOR: Words(zh="中类", en="sub-major group"),
    Level.MINOR: Words(zh="小类", en="minor group"),
    Level.OCCUPATION: Words(zh="职业（细类）", en="occupation"),
    Level.WORK_TYPE: Words(zh="工种", en="work type"),
}
KINDS = {
    CorrespondenceKind.SAME: Words(zh="相同", en="same"),
    CorrespondenceKind.RECODED: Words(zh="改码", en="recoded"),
    CorrespondenceKind.RENAMED: Words(zh="改名", en="renamed"),
    CorrespondenceKind.LIKELY_RENAMED: Words(zh="疑似改名", en="likely renamed"),
    CorrespondenceKind.SPLIT: Words(zh="拆分", en="split"),
    CorrespondenceKind.WORK_TYPE: Words(zh="改为工种", en="became a work type"),
    CorrespondenceKind.GONE: Words(zh="不再列", en="gone"),
    CorrespondenceKind.UNKNOWN: Words(zh="未知", en="unknown"),
}
STATUSES = {
    LinkStatus.AGREES: Words(zh="已关联", en="linked"),
    LinkStatus.NAMES_CLASS: Words(zh="已关联（是类）", en="linked (a class)"),
    LinkStatus.OTHER_EDITION: Words(zh="已关联（他版编码）", en="linked (other edition)"),
    LinkStatus.NAME_DIFFERS: Words(zh="已关联（名称不同）", en="linked (name differs)"),
    LinkStatus.CODE_REUSED: Words(zh="未关联（编码有两义）", en="not linked (two occupations)"),
    LinkStatus.UNCONFIRMED: Words(zh="未关联（未经证实）", en="not linked (unconfirmed)"),
    LinkStatus.UNCHECKED: Words(zh="已关联（未能核对）", en="linked (unchecked)"),
    LinkStatus.CODE_UNKNOWN: Words(zh="未关联（无此编码）", en="not linked (unknown code)"),
    LinkStatus.NO_CODE_STATED: Words(zh="未关联（大典未收）", en="not linked (none stated)"),
    LinkStatus.PROPOSED: Words(zh="待确认", en="proposed"),
    LinkStatus.CONFIRMED: Words(zh="已关联（人工确认）", en="linked (confirmed by a person)"),
    LinkStatus.UNMATCHED: Words(zh="未关联", en="not linked"),
}
LIKENESSES = {
    Likeness.SAME_NAME: Words(zh="同名", en="same name"),
    Likeness.FORMER_NAME: Words(zh="曾用名", en="former name"),
    Likeness.NEAR_NAME: Words(zh="近名", en="near name"),
}
CERTAINTIES = {
    Certainty.A: Words(zh="已证实", en="confirmed"),
    Certainty.B: Words(zh="已由一个来源或2022年版证实", en="confirmed by one source or by 2022"),
    Certainty.C: Words(zh="未经第二来源证实", en="not confirmed by a second source"),
    Certainty.D: Words(zh="由2022年版推得，未经证实", en="inferred from 2022, not confirmed"),
}
STANDINGS = {
    Standing.HOLDS: Words(zh="有效", en="holds"),
    Standing.UNDECIDED: Words(zh="未定", en="undecided"),
    Standing.NOT_YET: Words(zh="尚未增补", en="not yet added"),
    Standing.NO_LONGER: Words(zh="不再列", en="no longer listed"),
    Standing.UNATTESTED: Words(zh="未见载", en="not attested"),
}


def link_fields(session: Session, link: Link) -> list[tuple[str, str]]:
    """Return a link, its reason and its candidates as labels and values."""
    where = f"{link.code}（{link.edition}）" if link.code else "—"
    fields = [
        (session.say("职业编码", "Code"), f"{where}  {session.of(STATUSES[link.status])}"),
        (session.say("依据", "Reason"), session.of(link.reason)),
    ]
    for candidate in link.candidates:
        label = session.say("可能是", "May be")
        likeness = session.of(LIKENESSES[candidate.likeness])
        fields.append(
            (label, f"{candidate.code} {candidate.name}（{candidate.edition}，{likeness}）")
        )
    return fields
