"""Two editions beside each other: what was added, removed and changed.

In which ways two rows of one post differ.

The clauses of a printed requirement, as units that come and go.

Which row of one edition is which row of another.

The differences of two editions as sheets of a workbook.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields

from jinque.classification import counterparts, load_classification
from jinque.comparison.compare import CURRENT
from jinque.dataset import Sheet
from jinque.locale import Sentence, say, say_in
from jinque.model import (
    CorrespondenceKind,
    Link,
    Post,
    PublishedEdition,
    Requirements,
    Shortage,
)
from jinque.model.comparison import (
    CHANGE_WORDS,
    SCALES_DIFFER,
    Change,
    ChangeKind,
    EditionDiff,
    NearPair,
    PairedBy,
    PostPair,
    told_value,
)
from jinque.text import fold, is_one_edit

# A clause ends at a full stop, a semicolon or a line; a full stop inside a number does not end it.
_ENDS = re.compile(r"[。；;\n]+|(?<!\d)\.(?!\w)")
_ORDINAL = re.compile(r"^\s*(?:\(?\d{1,2}[)、.．]|（\d{1,2}）|[①-⑳])\s*(?!\d)")


def clauses_of(text: str | None) -> tuple[str, ...]:
    """Return the clauses of a requirement in printed order, their ordinals and ends left out."""
    pieces = (_ORDINAL.sub("", piece).strip() for piece in _ENDS.split(text or ""))
    return tuple(piece for piece in pieces if piece)


def clauses_apart(
    former: tuple[str, ...], later: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the clauses only in `former` and those only in `later`.

    Width, case and blanks do not tell two clauses apart, nor does their order; a clause printed
    twice counts twice.
    """
    return _only_in(former, later), _only_in(later, former)


def _only_in(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    left = Counter(_sign(clause) for clause in other)
    alone: list[str] = []
    for clause in one:
        if left[_sign(clause)]:
            left[_sign(clause)] -= 1
        else:
            alone.append(clause)
    return tuple(alone)


def _sign(clause: str) -> str:
    return re.sub(r"\s+", "", fold(clause))


Key = tuple[str, ...] | None
Meant = tuple[str, str]
"""Edition of the classification, code."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A post with the edition and code that its link means; None without a link."""

    post: Post
    occupation: Meant | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """Rows by their places, counted from 0.

    Attributes:
        pairs: place in the former edition, place in the later one, and what showed it; ordered
            by the later place.
        removed: places in the former edition that have no partner, ascending.
        added: the same in the later edition.
    """

    pairs: tuple[tuple[int, int, PairedBy], ...]
    removed: tuple[int, ...]
    added: tuple[int, ...]


def pair(
    former: Iterable[Post],
    later: Iterable[Post],
    before: Mapping[str, Meant] | None = None,
    after: Mapping[str, Meant] | None = None,
) -> Pairing:
    """Pair the posts of two editions, by the surest sign first.

    Within one industry, rows with equal signs are paired in printed order. Across industries a
    sign pairs only where it stands once on either side: which of two rows moved cannot be told.

    Codes are compared as what they mean: one of the 2015 edition of the classification is
    followed to 2022, so that a renumbered post pairs, and a code that was given to another
    occupation does not.

    Args:
        former: posts of the former edition.
        later: posts of the later edition.
        before: what the codes of the former posts mean, see `occupations_meant`; a code that is
            not among them is compared as printed.
        after: the same of the later posts.
    """
    old = {place: _Row(post, (before or {}).get(post.id)) for place, post in enumerate(former)}
    new = {place: _Row(post, (after or {}).get(post.id)) for place, post in enumerate(later)}
    pairs: list[tuple[int, int, PairedBy]] = []
    for sign, key, is_within_industry in _SIGNS:
        for left, right in _matches(old, new, key, is_within_industry=is_within_industry):
            pairs.append((left, right, sign))
            del old[left], new[right]
    return Pairing(
        pairs=tuple(sorted(pairs, key=lambda found: found[1])),
        removed=tuple(old),
        added=tuple(new),
    )


def occupations_meant(links: Iterable[Link]) -> dict[str, Meant]:
    """Return the edition of the classification and the code that each linked post means.

    A code of 2015 is followed to 2022 where that is attested, or where only its name has probably
    changed: for pairing, the code is sign enough then.
    """
    meant = ((link.post_id, _meant(link)) for link in links)
    return {post_id: occupation for post_id, occupation in meant if occupation}


def industry_of(post: Post) -> str:
    """Return the industry that a row stands under, folded; its last section where none is read."""
    return fold(post.industry or (post.section[-1] if post.section else "") or "")


def _matches(
    old: dict[int, _Row],
    new: dict[int, _Row],
    key: Callable[[_Row], Key],
    *,
    is_within_industry: bool,
) -> list[tuple[int, int]]:
    lefts, rights = _by_key(old, key), _by_key(new, key)
    found: list[tuple[int, int]] = []
    for sign, places in lefts.items():
        others = rights.get(sign, [])
        if is_within_industry or len(places) == len(others) == 1:
            found += zip(places, others, strict=False)
    return found


def _by_key(posts: dict[int, _Row], key: Callable[[_Row], Key]) -> dict[Key, list[int]]:
    grouped: dict[Key, list[int]] = defaultdict(list)
    for place, post in posts.items():
        sign = key(post)
        if sign is not None:
            grouped[sign].append(place)
    return grouped


def _meant(link: Link) -> Meant | None:
    if link.code is None or link.edition is None:
        return None
    if link.edition == CURRENT:
        return CURRENT, link.code
    entry = load_classification(link.edition).by_code.get(link.code)
    rows = counterparts(entry) if entry else ()
    kept = [row.proposed_2022 for row in rows if row.kind is CorrespondenceKind.LIKELY_RENAMED]
    now = {code for codes in (*(row.codes_2022 for row in rows), *kept) for code in codes}
    return (CURRENT, now.pop()) if len(now) == 1 else (link.edition, link.code)


def _name(row: _Row) -> str:
    return fold(row.post.name)


def _coded(row: _Row, *more: str) -> Key:
    if row.occupation:
        return (*row.occupation, *more)
    return ("", row.post.code, *more) if row.post.code else None


def _industry_of_row(row: _Row) -> str:
    return industry_of(row.post)


_SIGNS: tuple[tuple[PairedBy, Callable[[_Row], Key], bool], ...] = (
    (PairedBy.INDUSTRY_CODE_NAME, lambda row: _coded(row, _industry_of_row(row), _name(row)), True),
    (PairedBy.INDUSTRY_NAME, lambda row: (_industry_of_row(row), _name(row)), True),
    (PairedBy.INDUSTRY_CODE, lambda row: _coded(row, _industry_of_row(row)), True),
    (PairedBy.CODE_NAME, lambda row: _coded(row, _name(row)), False),
    (PairedBy.NAME, lambda row: (_name(row),), False),
    (PairedBy.CODE, _coded, False),
)


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
    elif former.value is None or later.value is None:
        yield from _without_ranks(former, later)
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


def _without_ranks(former: Shortage, later: Shortage) -> Iterator[Change]:
    """Compare labels that have no order: other words, or another number, but never up or down."""
    if former.index != later.index:
        yield Change(
            kind=ChangeKind.INDEX_CHANGED,
            field="shortage.index",
            former=_number(former.index),
            later=_number(later.index),
        )
    elif former.printed != later.printed:
        yield Change(
            kind=ChangeKind.RELABELLED,
            field="shortage",
            former=former.printed,
            later=later.printed,
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


def diff(former: PublishedEdition, later: PublishedEdition) -> EditionDiff:
    """Compare the posts of two editions; each post of both stands in the answer exactly once."""
    old, new = former.edition.posts, later.edition.posts
    before = occupations_meant(former.edition.links)
    after = occupations_meant(later.edition.links)
    pairing = pair(old, new, before, after)
    pairs = [
        PostPair(
            former=old[left],
            later=new[right],
            paired_by=sign,
            changes=changes(old[left], new[right]),
        )
        for left, right, sign in pairing.pairs
    ]
    removed = tuple(old[place] for place in pairing.removed)
    added = tuple(new[place] for place in pairing.added)
    return EditionDiff(
        former=former.summary,
        later=later.summary,
        changed=tuple(found for found in pairs if found.changes),
        unchanged=tuple(found for found in pairs if not found.changes),
        added=added,
        removed=removed,
        near=tuple(_near(removed, added)),
        is_one_scale=_scale(former) == _scale(later) is not None,
    )


def _near(removed: Sequence[Post], added: Sequence[Post]) -> Iterator[NearPair]:
    # Names one edit apart have a text in common once either may leave out one letter.
    shortened: defaultdict[tuple[str, str], dict[str, Post]] = defaultdict(dict)
    for come in added:
        for text in _shortened(come.name):
            shortened[industry_of(come), text][come.id] = come
    for gone in removed:
        met: dict[str, Post] = {}
        for text in _shortened(gone.name):
            met |= shortened.get((industry_of(gone), text), {})
        for come in sorted(met.values(), key=lambda post: post.order):
            if is_one_edit(gone.name, come.name):
                yield NearPair(former=gone, later=come)


def _shortened(name: str) -> set[str]:
    return {name, *(name[:place] + name[place + 1 :] for place in range(len(name)))}


def _scale(published: PublishedEdition) -> str | None:
    scale = published.summary.metadata.scale
    return scale.code if scale else None


_POST = (
    say_in("fact", "Identifier"),
    say("Industry"),
    say("Code"),
    say("Name"),
    say_in("comparison", "Shortage"),
)
_POST_WIDTHS = (32, 16, 14, 26, 16)


def diff_sheets(found: EditionDiff) -> tuple[Sheet, ...]:
    """Return four sheets: summary, changed (one row a change), added, removed."""
    return (
        _summary(found),
        _changed(found.changed),
        _posts(say("Added"), found.added),
        _posts(say("Removed"), found.removed),
    )


def _summary(found: EditionDiff) -> Sheet:
    rows: list[tuple[Sentence, Sentence | str | int]] = [
        (say("Former catalogue"), _title(found, is_former=True)),
        (say("Later catalogue"), _title(found, is_former=False)),
        (say("Added"), len(found.added)),
        (say("Removed"), len(found.removed)),
        (say_in("diff", "Changed"), len(found.changed)),
        (say("Unchanged"), len(found.unchanged)),
    ]
    if not found.is_one_scale:
        rows.append((say("Remark"), SCALES_DIFFER))
    return Sheet(
        name=say("Summary"), headings=(say("Item"), say("Rows")), rows=rows, widths=(14, 70)
    )


def _changed(pairs: Iterable[PostPair]) -> Sheet:
    rows = [
        (
            pair.later.id,
            pair.later.name,
            CHANGE_WORDS[change.kind],
            told_value(change, change.former),
            told_value(change, change.later),
            "\n".join(change.removed),
            "\n".join(change.added),
        )
        for pair in pairs
        for change in pair.changes
    ]
    headings = (
        say_in("fact", "Identifier"),
        say("Name"),
        say("Changed"),
        say("Was"),
        say("Is"),
        say("Clauses removed"),
        say("Clauses added"),
    )
    widths = (32, 26, 16, 40, 40, 40, 40)
    return Sheet(name=say("Changed"), headings=headings, rows=rows, widths=widths)


def _posts(name: Sentence, posts: Iterable[Post]) -> Sheet:
    rows = [
        (
            post.id,
            post.industry,
            post.code,
            post.name,
            post.shortage.printed if post.shortage else None,
        )
        for post in posts
    ]
    return Sheet(name=name, headings=_POST, rows=rows, widths=_POST_WIDTHS)


def _title(found: EditionDiff, *, is_former: bool) -> Sentence | str:
    summary = found.former if is_former else found.later
    title = summary.metadata.title.value
    if not title:
        return summary.id
    return say(
        "{title} ({id} version {version})", title=title, id=summary.id, version=str(summary.version)
    )
