"""In which ways two rows of one post differ."""

from collections.abc import Iterator
from dataclasses import fields

from jinque.comparison.clauses import clauses_apart, clauses_of
from jinque.comparison.pairing import industry_of
from jinque.model import Post, Requirements, Shortage
from jinque.model.diff import Change, ChangeKind
from jinque.text import fold


def changes(former: Post, later: Post) -> tuple[Change, ...]:
    """Return the differences of two rows, the shortage first; empty where there is none.

    Serials and places in the source are not compared: they say nothing of the post.
    """
    return (
        *_shortage(former.shortage, later.shortage),
        *_requirements(former.requirements, later.requirements),
        *_plain(ChangeKind.RECODED, "code", former.code, later.code),
        *_folded(ChangeKind.RENAMED, "name", former.name, later.name),
        *_moved(former, later),
        *_plain(
            ChangeKind.PAY_CHANGED,
            "pay_cny_10k_year",
            _number(former.pay_cny_10k_year),
            _number(later.pay_cny_10k_year),
        ),
        *_plain(ChangeKind.MARKS_CHANGED, "markers", _marks(former), _marks(later)),
    )


def _shortage(former: Shortage | None, later: Shortage | None) -> Iterator[Change]:
    if former == later:
        return
    before = former.printed if former else None
    after = later.printed if later else None
    if former is None or later is None or former.scale != later.scale:
        yield Change(kind=ChangeKind.RELABELLED, field="shortage", former=before, later=after)
    elif former.value != later.value:
        is_up = later.value > former.value
        kind = ChangeKind.UPGRADED if is_up else ChangeKind.DOWNGRADED
        yield Change(kind=kind, field="shortage", former=before, later=after)
    elif former.index != later.index:
        yield Change(
            kind=ChangeKind.INDEX_CHANGED,
            field="shortage.index",
            former=_number(former.index),
            later=_number(later.index),
        )


def _requirements(former: Requirements | None, later: Requirements | None) -> Iterator[Change]:
    before, after = former or Requirements(), later or Requirements()
    for block in fields(Requirements):
        old, new = getattr(before, block.name), getattr(after, block.name)
        removed, added = clauses_apart(clauses_of(old), clauses_of(new))
        if removed or added or (old is None) != (new is None):
            yield Change(
                kind=ChangeKind.REQUIREMENT_CHANGED,
                field=f"requirements.{block.name}",
                former=old,
                later=new,
                removed=removed,
                added=added,
            )


def _moved(former: Post, later: Post) -> Iterator[Change]:
    if industry_of(former) != industry_of(later):
        yield Change(
            kind=ChangeKind.MOVED,
            field="industry",
            former=_industry(former),
            later=_industry(later),
        )


def _plain(kind: ChangeKind, field: str, former: str | None, later: str | None) -> Iterator[Change]:
    if former != later:
        yield Change(kind=kind, field=field, former=former, later=later)


def _folded(kind: ChangeKind, field: str, former: str, later: str) -> Iterator[Change]:
    if fold(former) != fold(later):
        yield Change(kind=kind, field=field, former=former, later=later)


def _industry(post: Post) -> str | None:
    return post.industry or (post.section[-1] if post.section else None)


def _number(value: float | None) -> str | None:
    return None if value is None else f"{value:g}"


def _marks(post: Post) -> str | None:
    return "、".join(sorted(marker.value for marker in post.markers)) or None
