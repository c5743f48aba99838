"""A new reading beside the edition it would replace: the same again, as rich, or poorer.

Rows are those that both have, by name and code; a fact is poorer where fewer of them state it. What
is poorer is never published by itself, and nobody's file replaces a built-in edition.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields

from jinque.errors import BuiltinEditionError, PoorerReadingError
from jinque.model import Edition, Issue, Metadata, Post, Severity, Words
from jinque.model.metadata import FACTS, Status
from jinque.model.post import Requirements
from jinque.store import Record
from jinque.text import drop_blanks, fold

POORER = "reading_poorer"
"""Code of the error that a reading has fewer facts than the edition it would replace."""

_MOST_SHOWN = 3

_Says = Callable[[Post], object]

_OF_A_ROW: dict[str, tuple[Words, _Says]] = {
    "serial": (Words(zh="序号", en="serial"), lambda post: post.serial_printed),
    "industry": (Words(zh="行业", en="industry"), lambda post: post.industry),
    "region": (Words(zh="地区", en="region"), lambda post: post.region),
    "code": (Words(zh="编码", en="code"), lambda post: post.code),
    "shortage": (
        Words(zh="紧缺程度", en="shortage"),
        lambda post: post.shortage and post.shortage.scale != "index" and post.shortage.printed,
    ),
    "rank": (Words(zh="紧缺位次", en="rank"), lambda post: post.shortage and post.shortage.value),
    "index": (
        Words(zh="紧缺指数", en="index"),
        lambda post: post.shortage and post.shortage.index is not None,
    ),
    "pay": (Words(zh="年薪", en="pay"), lambda post: post.pay_cny_10k_year),
    "series": (Words(zh="职称系列", en="series"), lambda post: post.series),
}
_BLOCKS = {
    "ability": Words(zh="能力要求", en="ability"),
    "education": Words(zh="学历要求", en="education"),
    "experience": Words(zh="经历要求", en="experience"),
    "other": Words(zh="其他要求", en="other requirements"),
}
_METADATA = {
    "title": Words(zh="标题", en="title"),
    "place": Words(zh="地区", en="place"),
    "publisher": Words(zh="发布机关", en="publisher"),
    "document_number": Words(zh="文号", en="document number"),
    "issued_on": Words(zh="发布日期", en="date of issue"),
    "effective_from": Words(zh="施行日期", en="first day"),
    "effective_to": Words(zh="有效期", en="validity"),
}


def losses(edition: Edition, former: Edition) -> tuple[Words, ...]:
    """Return what a reading states for fewer rows than the edition that it would replace.

    Args:
        edition: as read now.
        former: the edition of the record.
    """
    pairs = list(_pairs(edition.posts, former.posts))
    return (*_fewer(pairs), *_unstated(edition.metadata, former.metadata))


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


def _fewer(pairs: list[tuple[Post, Post]]) -> Iterator[Words]:
    says = {name: said for name, (_, said) in _OF_A_ROW.items()} | {
        name: _block(name) for name in _BLOCKS
    }
    names = {name: words for name, (words, _) in _OF_A_ROW.items()} | _BLOCKS
    for name, said in says.items():
        before = sum(_has(said(old)) for _, old in pairs)
        now = sum(_has(said(new)) for new, old in pairs if _has(said(old)))
        if now < before:
            lost = next(old for new, old in pairs if _has(said(old)) and not _has(said(new)))
            shown = said(lost) if name != "index" else lost.shortage and lost.shortage.index
            words = names[name]
            yield Words(
                zh=f"{words.zh}：上一版 {before} 行有，这次 {now} 行"
                f"（如“{lost.name}”上一版为“{shown}”）",
                en=f"{words.en}: {before} rows had it, now {now} (“{lost.name}” had “{shown}”)",
            )


def _block(name: str) -> _Says:
    return lambda post: getattr(post.requirements, name) if post.requirements else None


def _has(value: object) -> bool:
    return value is not None and value is not False and value != ""


def _unstated(metadata: Metadata, former: Metadata) -> Iterator[Words]:
    for name, words in _METADATA.items():
        before, now = getattr(former, name), getattr(metadata, name)
        if before.status is not Status.NOT_STATED and now.status is Status.NOT_STATED:
            yield Words(
                zh=f"{words.zh}：上一版为“{before.value}”，这次没有",
                en=f"{words.en}: “{before.value}” before, not stated now",
            )


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


def issue_of(lost: Iterable[Words], other: str) -> tuple[Issue, ...]:
    """Return the error that tells a draft what it would lose; none where nothing is."""
    told = tuple(lost)
    if not told:
        return ()
    words = Words(
        zh=f"与目录 {other} 现有的读法相比，这次读出的较少：{'；'.join(one.zh for one in told)}。"
        "请核对两边；确认要以这次的为准，再接受本条。",
        en=f"Fewer facts were read than {other} has: {'; '.join(one.en for one in told)}. Compare "
        "both, and accept this only if the new reading is to stand.",
    )
    return (Issue(code=POORER, severity=Severity.ERROR, message=words),)


def refuse_poorer(name: str, other: str, lost: Iterable[Words]) -> None:
    """Refuse to publish by itself what has fewer facts.

    Raises:
        PoorerReadingError: it names what is fewer, and the review that shows both.
    """
    told = tuple(lost)
    if not told:
        return
    raise PoorerReadingError(
        f"“{name}”会成为目录 {other} 的新版本，但读出的事实较少："
        f"{'；'.join(one.zh for one in told[:_MOST_SHOWN])}。没有公布。",
        f"“{name}” would become a new version of {other}, but fewer facts were read: "
        f"{'; '.join(one.en for one in told[:_MOST_SHOWN])}. Nothing was published.",
        where=name,
        hint_zh="存为草稿，两边对照后再决定：jinque ingest --review 文件；"
        "作为另一目录：--edition 新编号。",
        hint_en="Keep it as a draft and compare both: jinque ingest --review FILE; as another "
        "catalogue: --edition NEW-NAME.",
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
        f"“{name}”会取代内置目录 {edition.id}；内置目录不能由文件取代，没有公布。",
        f"“{name}” would replace the built-in edition {edition.id}; no file does that. Nothing "
        "was published.",
        where=name,
        hint_zh="作为另一目录读入：jinque ingest 文件 --edition 新编号。",
        hint_en="Read it as a catalogue of its own: jinque ingest FILE --edition NEW-NAME.",
    )
