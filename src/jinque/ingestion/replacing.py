"""A new reading beside the edition it would replace: the same again, as rich, or poorer.

Rows are those that both have, by name and code; a fact is poorer where fewer of them state it. What
is poorer is never published by itself, and nobody's file replaces a built-in edition.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields

from jinque.errors import BuiltinEditionError, PoorerReadingError
from jinque.locale import Sentence, clauses, say, say_in
from jinque.model import Edition, Issue, Metadata, Post, Severity
from jinque.model.metadata import FACTS, Status
from jinque.model.post import Requirements
from jinque.model.review import ComparedFact, ComparedRow
from jinque.store import Record
from jinque.text import drop_blanks, fold

POORER = "reading_poorer"
"""Code of the error that a reading has fewer facts than the edition it would replace."""

_MOST_SHOWN = 3

_Says = Callable[[Post], object]

_OF_A_ROW: dict[str, tuple[Sentence, _Says]] = {
    "serial": (say("serial"), lambda post: post.serial_printed),
    "industry": (say("industry"), lambda post: post.industry),
    "region": (say("region"), lambda post: post.region),
    "code": (say("code"), lambda post: post.code),
    "shortage": (
        say("shortage"),
        lambda post: post.shortage and post.shortage.scale != "index" and post.shortage.printed,
    ),
    "rank": (say("rank"), lambda post: post.shortage and post.shortage.value),
    "index": (
        say("index"),
        lambda post: post.shortage and post.shortage.index is not None,
    ),
    "pay": (say("pay"), lambda post: post.pay_cny_10k_year),
    "series": (say("series"), lambda post: post.series),
}
_BLOCKS = {
    "ability": say_in("diff", "ability"),
    "education": say_in("diff", "education"),
    "experience": say_in("diff", "experience"),
    "other": say("other requirements"),
}
_METADATA = {
    "title": say_in("fact", "title"),
    "place": say_in("fact", "place"),
    "publisher": say_in("fact", "publisher"),
    "document_number": say("document number"),
    "issued_on": say("date of issue"),
    "effective_from": say("first day"),
    "effective_to": say("validity"),
}


def losses(edition: Edition, former: Edition) -> tuple[Sentence, ...]:
    """Return what a reading states for fewer rows than the edition that it would replace.

    Args:
        edition: as read now.
        former: the edition of the record.
    """
    pairs = list(_pairs(edition.posts, former.posts))
    return (*_fewer(pairs), *_unstated(edition.metadata, former.metadata))


def beside(edition: Edition, former: Edition) -> tuple[ComparedRow, ...]:
    """Return what differs between a reading and the edition that it would replace, row by row.

    Args:
        edition: as read now.
        former: the edition of the record.

    Returns:
        The facts of the edition first, then the rows in the order of the former edition.
    """
    of_all = tuple(
        _compared(words, before.value, now.value)
        for name, words in _METADATA.items()
        for before, now in [(getattr(former.metadata, name), getattr(edition.metadata, name))]
        if before.value != now.value
    )
    whole = [ComparedRow(post_id=None, name="", facts=of_all)] if of_all else []
    rows = (
        ComparedRow(post_id=new.id, name=new.name, facts=facts)
        for new, old in _pairs(edition.posts, former.posts)
        if (facts := tuple(_different(new, old)))
    )
    return (*whole, *rows)


def _different(new: Post, old: Post) -> Iterator[ComparedFact]:
    facts = {**_OF_A_ROW, **{name: (words, _block(name)) for name, words in _BLOCKS.items()}}
    for name, (words, said) in facts.items():
        fact = _compared(words, *(_shown(name, said, post) for post in (old, new)))
        if fact.before != fact.now:
            yield fact


def _shown(name: str, said: _Says, post: Post) -> object:
    if name == "index":
        return post.shortage and post.shortage.index
    return said(post)


def _compared(words: Sentence, before: object, now: object) -> ComparedFact:
    shown = [
        "、".join(value) if isinstance(value, tuple) else str(value) if _has(value) else ""
        for value in (before, now)
    ]
    return ComparedFact(fact=words, before=shown[0], now=shown[1])


def _pairs(posts: Iterable[Post], former: Iterable[Post]) -> Iterator[tuple[Post, Post]]:
    """Yield each former row with the row of now that has its name, the nearest code first."""
    by_name: defaultdict[str, list[Post]] = defaultdict(list)
    for post in posts:
        by_name[fold(post.name)].append(post)
    for old in former:
        same = by_name[fold(old.name)]
        same.sort(key=lambda post: (post.code != old.code, post.order))
        if same:
            yield same.pop(0), old


def _fewer(pairs: list[tuple[Post, Post]]) -> Iterator[Sentence]:
    says = {name: said for name, (_, said) in _OF_A_ROW.items()} | {
        name: _block(name) for name in _BLOCKS
    }
    names = {name: words for name, (words, _) in _OF_A_ROW.items()} | _BLOCKS
    for name, said in says.items():
        before = sum(_has(said(old)) for _, old in pairs)
        now = sum(_has(said(new)) for new, old in pairs if _has(said(old)))
        if now < before:
            lost = next(old for new, old in pairs if _has(said(old)) and not _has(said(new)))
            shown = _shown(name, said, lost)
            words = names[name]
            yield say(
                "{words}: {before:d} rows had it, now {now:d} (“{name}” had “{shown}”)",
                before=before,
                now=now,
                name=lost.name,
                shown=str(shown),
                words=words,
            )


def _block(name: str) -> _Says:
    return lambda post: getattr(post.requirements, name) if post.requirements else None


def _has(value: object) -> bool:
    return value is not None and value is not False and value != ""


def _unstated(metadata: Metadata, former: Metadata) -> Iterator[Sentence]:
    for name, words in _METADATA.items():
        before, now = getattr(former, name), getattr(metadata, name)
        if before.status is not Status.NOT_STATED and now.status is Status.NOT_STATED:
            yield say("{words}: “{value}” before, not stated now", value=before.value, words=words)


def is_same(edition: Edition, former: Edition, *, is_builtin: bool) -> bool:
    """Tell whether two readings state the same: a file that was saved or encoded anew.

    Args:
        edition: as read now.
        former: the edition of the record.
        is_builtin: its facts were worked out by people and are no part of the comparison.
    """
    if len(edition.posts) != len(former.posts) or len(edition.clauses) != len(former.clauses):
        return False
    rows = zip(edition.posts, former.posts, strict=True)
    clauses = zip(edition.clauses, former.clauses, strict=True)
    facts = is_builtin or all(
        getattr(edition.metadata, name).value == getattr(former.metadata, name).value
        or getattr(former.metadata, name).status is Status.SUPPLIED
        for name in FACTS
    )
    return (
        facts
        and all(_said(new) == _said(old) for new, old in rows)
        and all(drop_blanks(new.text) == drop_blanks(old.text) for new, old in clauses)
    )


def _said(post: Post) -> Mapping[str, object]:
    """Return what a row states, without where it stands and what it is called here."""
    left_out = {"id", "edition_id", "citation", "cells", "corrections"}
    said = {each.name: getattr(post, each.name) for each in fields(Post)}
    asked = post.requirements or Requirements()
    return {
        **{name: value for name, value in said.items() if name not in left_out},
        "requirements": [drop_blanks(getattr(asked, name) or "") for name in _BLOCKS],
        "words": [drop_blanks(cell.text) for cell in post.cells],
    }


def issue_of(lost: Iterable[Sentence], other: str) -> tuple[Issue, ...]:
    """Return the error that tells a draft what it would lose; none where nothing is."""
    told = tuple(lost)
    if not told:
        return ()
    words = say(
        "Fewer facts were read than {other} has: {told}. Compare both, and accept this "
        "only if the new reading is to stand.",
        other=other,
        told=clauses(one for one in told),
    )
    return (Issue(code=POORER, severity=Severity.ERROR, message=words),)


def refuse_poorer(name: str, other: str, lost: Iterable[Sentence]) -> None:
    """Refuse to publish by itself what has fewer facts.

    Raises:
        PoorerReadingError: it names what is fewer, and the review that shows both.
    """
    told = tuple(lost)
    if not told:
        return
    raise PoorerReadingError(
        say(
            "“{name}” would become a new version of {other}, but fewer facts were read: "
            "{told}. Nothing was published.",
            name=name,
            other=other,
            told=clauses(one for one in told[:_MOST_SHOWN]),
        ),
        where=name,
        hint=say(
            "Keep it as a draft and compare both: jinque ingest --review FILE; as another "
            "catalogue: --edition NEW-NAME."
        ),
    )


def refuse_builtin(record: Record, edition: Edition, name: str) -> None:
    """Refuse a file that would replace an edition which ships with the program.

    Raises:
        BuiltinEditionError: the hint names how to keep it as a catalogue of its own.
    """
    held = next((one for one in record.summaries() if one.id == edition.id), None)
    if held is None or not held.is_builtin:
        return
    raise BuiltinEditionError(
        say(
            "“{name}” would replace the built-in edition {id}; no file does that. Nothing "
            "was published.",
            name=name,
            id=edition.id,
        ),
        where=name,
        hint=say("Read it as a catalogue of its own: jinque ingest FILE --edition NEW-NAME."),
    )
