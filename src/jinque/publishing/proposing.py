"""What is proposed for each post of the next edition, and why.

A proposal goes from last year's edition alone, or from that and a score. It never decides: a
person does, row by row, and what was computed stays beside what is decided.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from jinque.classification import correspondences
from jinque.errors import InvalidOptionError
from jinque.locale import Sentence, joined, printed, say
from jinque.model import Edition, Kind, Link, Post
from jinque.model.metadata import Band, Scale
from jinque.model.publishing import (
    DraftHead,
    DraftPost,
    Lineage,
    Occasion,
    PrintedColumn,
    Proposal,
)
from jinque.model.shortage import Label, OccupationScore, Score
from jinque.parameters.publishing import load_lint_words
from jinque.text import fold

_SERIAL = "serial"
_NOT_PRINTED = frozenset({_SERIAL})


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What a draft is proposed from.

    Attributes:
        edition: the edition in force.
        score: an index of shortage; None where last year's edition is all there is.
        today: ISO 8601.
        review_by: row of the edition in force -> day by which it is looked at again.
        bands: bands of the index that the new edition declares; empty takes those in force.
        occasion: why the edition is made.
    """

    edition: Edition
    score: Score | None
    today: str
    review_by: Mapping[str, str]
    bands: tuple[Band, ...] = ()
    occasion: Occasion = Occasion.REGULAR


def head_of(ground: Ground) -> DraftHead:
    """Return the head that an edition begins with; days and number are still to be given.

    Raises:
        InvalidOptionError: the edition lists no posts in columns.
    """
    edition, score = ground.edition, ground.score
    columns = columns_of(edition)
    if not columns:
        raise InvalidOptionError(
            say("{edition_id} has no table of posts to go on from.", edition_id=edition.id),
            where=edition.id,
            hint=say("Choose an edition that lists posts in columns."),
        )
    facts, scale = edition.metadata, edition.metadata.scale
    former = scale.bands if scale else ()
    return DraftHead(
        title=facts.title.value or "",
        publisher=facts.publisher.value or "",
        place=facts.place.value or "",
        classification_edition=facts.classification_edition.value or "",
        occasion=ground.occasion,
        columns=columns,
        labels=_labels(ground.bands, scale),
        bands=ground.bands or former,
        former_bands=former,
        is_numbered_throughout=_is_numbered_throughout(edition),
        notes=tuple(each.text for each in edition.notes),
        score=score.name if score else "",
        is_synthetic=bool(score and score.is_synthetic),
    )


def _labels(bands: tuple[Band, ...], scale: Scale | None) -> tuple[str, ...]:
    if bands:
        return tuple(each.label for each in sorted(bands, key=lambda each: each.lower))
    return scale.labels if scale else ()


def _is_numbered_throughout(edition: Edition) -> bool:
    numbers = [each.serial_printed for each in edition.posts if each.serial_printed is not None]
    sections = len({each.section for each in edition.posts})
    return sections > 1 and len(numbers) == len(set(numbers)) == len(edition.posts)


def columns_of(edition: Edition) -> tuple[PrintedColumn, ...]:
    """Return the columns that the posts of an edition print, without that of their numbers."""
    found: dict[str, PrintedColumn] = {}
    for post in edition.posts:
        if post.kind is not Kind.POST:
            continue
        for cell in post.cells:
            if cell.role not in _NOT_PRINTED and cell.heading not in found:
                found[cell.heading] = PrintedColumn(heading=cell.heading, role=cell.role or "")
    return tuple(found.values())


def proposals(ground: Ground, head: DraftHead) -> tuple[DraftPost, ...]:
    """Return a row for each post of the edition in force, then those that the score adds."""
    newer: dict[str, set[str]] = {}
    for pair in correspondences():
        newer.setdefault(pair.code_2015 or "", set()).update(pair.codes_2022)
    links = {link.post_id: link for link in ground.edition.links}
    scores = {each.code: each for each in ground.score.occupations} if ground.score else {}
    rows: list[DraftPost] = []
    listed: set[str] = set()
    for post in ground.edition.posts:
        if post.kind is not Kind.POST:
            continue
        codes = _codes(links.get(post.id), newer)
        listed |= set(codes)
        scored = next((scores[code] for code in codes if code in scores), None)
        rows.append(_of_post(post, len(rows) + 1, scored, ground, head))
    added = (each for code, each in sorted(scores.items()) if code not in listed)
    for number, each in enumerate((one for one in added if one.label is Label.SHORT), start=1):
        rows.append(_new(each, number, len(rows) + 1, head))
    return tuple(rows)


def _codes(link: Link | None, newer: Mapping[str, set[str]]) -> tuple[str, ...]:
    """Return the codes of 2022 that a post is linked to; several where a code was split."""
    if link is None or link.code is None:
        return ()
    if link.edition != "2015":
        return (link.code,)
    return tuple(sorted(newer.get(link.code, ())))


def _of_post(
    post: Post, order: int, scored: OccupationScore | None, ground: Ground, head: DraftHead
) -> DraftPost:
    corrected = {each.field: each.value for each in post.corrections}
    cells: dict[str, str] = {}
    for cell in post.cells:
        if cell.role not in _NOT_PRINTED and cell.text:
            kept = cells.get(cell.heading)
            cells[cell.heading] = f"{kept}\n{cell.text}" if kept else cell.text
    for heading, role in ((each.heading, each.role) for each in head.columns):
        if role in corrected:
            cells[heading] = corrected[role]
    industry = head.heading_of("industry")
    if industry and post.industry and not cells.get(industry):
        # Printed once for several rows, it is in the row of the first alone.
        cells[industry] = post.industry
    due = ground.review_by.get(post.id, "")
    row = DraftPost(
        key=f"{order}",
        order=order,
        former_ids=(post.id,),
        section=_section(post, ground.edition),
        cells=cells,
        proposal=Proposal.KEEP,
        reason=say("Kept from {edition_id}: no index was given.", edition_id=post.edition_id),
        former=post.shortage.printed if post.shortage else "",
        past_its_day=bool(due) and due <= ground.today,
    )
    return row if ground.score is None else with_score(row, scored, head)


def _section(post: Post, edition: Edition) -> tuple[str, ...]:
    """Return the headings above a row without the title of the edition itself."""
    title = fold(edition.metadata.title.value or "")
    return tuple(each for each in post.section if each and fold(each) != title)


def with_score(row: DraftPost, scored: OccupationScore | None, head: DraftHead) -> DraftPost:
    """Return a row with what a score says of its occupation."""
    if scored is None:
        return replace(
            row,
            proposal=Proposal.HOLD,
            reason=say("The index says nothing of it: no code, or no evidence under its code."),
        )
    index = scored.index
    computed = label_of(index, head.bands)
    heading = head.heading_of("index")
    cells = {**row.cells, heading: f"{index:.4f}"} if heading and index is not None else row.cells
    row = replace(row, index=index, computed=computed, occupation=scored.code, cells=cells)
    if scored.suppressed is not None:
        return _held(row, say("Its numbers are held back: {why}", why=scored.suppressed))
    if scored.label is Label.INSUFFICIENT:
        return _held(row, say("The evidence is insufficient: {why}", why=joined(scored.reasons)))
    if scored.label is Label.NOT_SHORT:
        if scored.is_borderline:
            return _held(row, say("Not short by the sample, but the draws do not agree."))
        return replace(
            row,
            proposal=Proposal.DROP,
            reason=say("Not short: {why}", why=joined(scored.reasons)),
        )
    return _rated(row, scored, head)


def _rated(row: DraftPost, scored: OccupationScore, head: DraftHead) -> DraftPost:
    """Return the proposal for an occupation that is short or to be watched."""
    if not row.computed:
        if scored.label is Label.WATCH:
            return _held(row, say("To be watched: it is near the border."))
        why = say("Short; the edition declares no bands, so that no label is computed.")
        return replace(row, proposal=Proposal.KEEP, reason=why)
    if row.former not in head.labels:
        why = say("The index stands for “{label}”.", label=row.computed)
        return replace(row, proposal=Proposal.KEEP, reason=why)
    was, now = head.labels.index(row.former), head.labels.index(row.computed)
    if now == was:
        why = say("The index stands for the label that it has.")
        return replace(row, proposal=Proposal.KEEP, reason=why)
    proposal = Proposal.RAISE if now > was else Proposal.LOWER
    return _moved(replace(row, proposal=proposal), head)


def _moved(row: DraftPost, head: DraftHead) -> DraftPost:
    """Return a row that is raised or lowered, with whether only the ruler changed."""
    heading = head.heading_of("shortage")
    cells = {**row.cells, heading: row.computed} if heading else row.cells
    why: Sentence = say(
        "The index stands for “{label}”, the edition before has “{former}”.",
        label=row.computed,
        former=row.former,
    )
    if head.former_bands and head.former_bands != head.bands:
        old = label_of(row.index, head.former_bands)
        if old == row.former:
            why = say(
                "Only the bands changed: by those of the edition before the same index stands for "
                "“{former}”, by the new ones for “{label}”.",
                former=row.former,
                label=row.computed,
            )
    return replace(row, cells=cells, reason=why)


def _held(row: DraftPost, why: Sentence) -> DraftPost:
    return replace(row, proposal=Proposal.HOLD, reason=why)


def _new(scored: OccupationScore, number: int, order: int, head: DraftHead) -> DraftPost:
    computed = label_of(scored.index, head.bands)
    wanted = {"name": scored.name, "code": scored.code, "shortage": computed}
    if scored.index is not None:
        wanted["index"] = f"{scored.index:.4f}"
    cells = {each.heading: wanted[each.role] for each in head.columns if wanted.get(each.role)}
    return DraftPost(
        key=f"n{number}",
        order=order,
        lineage=Lineage.NEW,
        cells=cells,
        proposal=Proposal.ADD,
        reason=say("Short, and not listed: {why}", why=joined(scored.reasons)),
        index=scored.index,
        computed=computed,
        occupation=scored.code,
    )


def label_of(index: float | None, bands: Iterable[Band]) -> str:
    """Return the label of the band that holds an index; empty where none does."""
    if index is None:
        return ""
    # Where two bands share an end, as printed, the stronger label holds it.
    found = [each for each in bands if each.holds(index)]
    return max(found, key=lambda each: each.lower).label if found else ""


def band_of(typed: str) -> Band:
    """Read `紧缺:0.4-0.6`; the lower end belongs to the band, the upper one only where it is 1.

    Raises:
        InvalidOptionError: it is no band.
    """
    label, _, ends = typed.replace("：", ":").rpartition(":")
    low, _, high = ends.partition("-")
    try:
        lower, upper = float(low), float(high)
    except ValueError:
        lower, upper = 1.0, 0.0
    if not label.strip() or not 0 <= lower < upper <= 1:
        raise InvalidOptionError(
            say("“{typed}” is no band of an index.", typed=typed),
            where="--band",
            hint=say(
                "Write {example}: a label, then two numbers of 0 to 1.",
                example=printed(load_lint_words().band_example),
            ),
        )
    return Band(
        label=label.strip(),
        lower=lower,
        upper=upper,
        includes_lower=True,
        includes_upper=upper == 1,
    )
