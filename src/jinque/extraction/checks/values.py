"""Printed codes against the 2022 edition of the classification.

Words for education that no vocabulary has.

Posts whose link to the classification a reader has to doubt.

What the document does not state of itself, and what restricts whom it is for.

Names and codes that contradict each other, and rows printed twice.

Pay that can hardly be meant as printed.

Scales without a legend, bands that overlap, and labels that contradict their index.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import pairwise

from jinque.extraction.checks.places import at_citation, at_post
from jinque.extraction.columns.naming import is_dash
from jinque.extraction.links import LEVEL_NAMES, class_of
from jinque.extraction.posts import read_bands
from jinque.model import (
    Attested,
    Band,
    Classification,
    Edition,
    Issue,
    Kind,
    Level,
    Likeness,
    Link,
    LinkStatus,
    Post,
    PrintedCell,
    Severity,
    Status,
)
from jinque.parameters import load_vocabulary
from jinque.text import drop_blanks, fold


def check_codes(edition: Edition, classification: Classification) -> Iterator[Issue]:
    """Report codes of classes, and an edition of the classification that is not stated."""
    for post in edition.posts:
        yield from _names_class(post, classification)
    yield from _edition_not_stated(edition, classification)


def _names_class(post: Post, classification: Classification) -> Iterator[Issue]:
    code = class_of(post, classification)
    if code is None:
        return
    zh, en = LEVEL_NAMES[Level.of(code)]
    below = len(classification.below(code))
    yield at_post(
        post,
        "code_names_class",
        Severity.WARNING,
        zh=f"编码 {post.code} 是{zh}“{post.name}”而不是一个职业"
        + (f"（2022年版其下有 {below} 项）。" if below else "。"),
        en=f"Code {post.code} is the {en} “{post.name}”, not an occupation"
        + (f" ({below} entries stand below it in the 2022 edition)." if below else "."),
    )


def _edition_not_stated(edition: Edition, classification: Classification) -> Iterator[Issue]:
    fact = edition.metadata.classification_edition
    coded = {
        (post.code, post.name)
        for post in edition.posts
        if post.code and Level.of(post.code) is Level.OCCUPATION
    }
    if fact.status is Status.STATED or not coded:
        return
    entries = [(classification.by_code.get(code), name) for code, name in coded]
    agree = sum(entry is not None and entry.name == name for entry, name in entries)
    absent = sum(entry is None for entry, _ in entries)
    other = len(coded) - agree - absent
    read_as = f"推断为{fact.value}年版" if fact.value else "未能推断"
    yield at_citation(
        fact.citation,
        "classification_edition_not_stated",
        Severity.WARNING,
        zh=f"原文未载明所用职业分类大典的版本（{read_as}）。{len(coded)} 个不同的编码与名称中，"
        f"{agree} 个与2022年版相同，{other} 个同码不同名，{absent} 个在2022年版中没有；"
        "不可只凭编码对照其他目录。",
        en=f"The edition of the classification is not stated (read as {fact.value or 'unknown'}). "
        f"Of {len(coded)} pairs of code and name {agree} agree with 2022, {other} have another "
        f"name there, {absent} are not in it; never join other catalogues by code alone.",
    )


_MOST_SHOWN = 40


def check_degrees(edition: Edition) -> Iterator[Issue]:
    """Report each different text of an education column that names no level or degree.

    It is reported once, at its first row; the sentence counts the rows.
    """
    found: defaultdict[str, list[tuple[Post, PrintedCell]]] = defaultdict(list)
    for post in edition.posts:
        for cell in post.cells:
            text = drop_blanks(cell.text) if cell.role == "education" else ""
            if text and not is_dash(text):
                found[text].append((post, cell))
    for text, rows in found.items():
        if not _names_a_level(text):
            yield _unknown(text, rows)


def _names_a_level(text: str) -> bool:
    vocabulary = load_vocabulary()
    words = (*vocabulary.education_levels, *vocabulary.education_other)
    return text in words or any(word in text for word in words if len(word) > 1)


def _unknown(text: str, rows: list[tuple[Post, PrintedCell]]) -> Issue:
    post, cell = rows[0]
    shown = text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]}…"
    return at_post(
        post,
        "degree_unknown",
        Severity.WARNING,
        zh=f"“{cell.heading}”一栏的“{shown}”（{len(rows)} 行）里没有已知的学历或学位；照印保留，"
        "按学历筛选时找不到这些行。请核对是否印错。",
        en=f"“{shown}” under “{cell.heading}” ({len(rows)} rows) names no known level or degree; "
        "it is kept as printed, and no filter by education finds these rows. Check the print.",
        cell=cell,
    )


def check_links(edition: Edition) -> Iterator[Issue]:
    """Report links in doubt, and names without a code that an entry bears or nearly bears."""
    posts = {post.id: post for post in edition.posts}
    for link in edition.links:
        yield from _in_doubt(link, posts[link.post_id])
        yield from _without_code(link, posts[link.post_id])


def _in_doubt(link: Link, post: Post) -> Iterator[Issue]:
    zh, en = link.reason.zh, _sentence(link.reason.en)
    others = [
        candidate for candidate in link.candidates if candidate.likeness is not Likeness.NEAR_NAME
    ]
    if others:
        zh += "；" + "，".join(candidate.reason.zh for candidate in others)
        en += "; " + ", ".join(candidate.reason.en for candidate in others)
    zh, en = f"{zh}。", f"{en}."
    if link.status is LinkStatus.NAME_DIFFERS:
        yield at_post(post, "code_name_differs", Severity.WARNING, zh=zh, en=en)
    if link.status is LinkStatus.OTHER_EDITION:
        yield at_post(post, "code_of_other_edition", Severity.WARNING, zh=zh, en=en)
    if link.status is LinkStatus.CODE_UNKNOWN:
        yield at_post(post, "code_unknown", Severity.WARNING, zh=zh, en=en)
    if link.status is LinkStatus.UNCHECKED:
        yield at_post(post, "code_unchecked", Severity.INFO, zh=zh, en=en)


def _without_code(link: Link, post: Post) -> Iterator[Issue]:
    if link.code is not None:
        return
    named = [c for c in link.candidates if c.likeness is Likeness.SAME_NAME]
    if named and link.status is LinkStatus.NO_CODE_STATED:
        entry = named[0]
        yield at_post(
            post,
            "no_code_but_listed",
            Severity.WARNING,
            zh=f"原文说大典没有“{post.name}”，而{entry.edition}年版有同名的 {entry.code}；"
            "照原文不给编码，由人确认。",
            en=f"The catalogue says that the classification lacks “{post.name}”, but "
            f"{entry.code} of {entry.edition} has this name; no code is given, a person decides.",
        )
    near = [c for c in link.candidates if c.likeness is Likeness.NEAR_NAME]
    if near:
        yield at_post(
            post,
            "name_one_character_apart",
            Severity.INFO,
            zh="；".join(candidate.reason.zh for candidate in near) + "。",
            en=_sentence("; ".join(candidate.reason.en for candidate in near)) + ".",
        )


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


_FACTS = {
    "title": ("标题", "title"),
    "publisher": ("发布机关", "publisher"),
    "place": ("地区", "place"),
    "issued_on": ("发布日期", "date of issue"),
    "effective_to": ("有效期", "validity"),
}
_MISLEADING = ("title", "place", "issued_on")


def check_metadata(edition: Edition) -> Iterator[Issue]:
    """Report facts that are not stated, an inferred classification, a restricted scope."""
    for name, (zh, en) in _FACTS.items():
        fact: Attested = getattr(edition.metadata, name)
        if fact.status is Status.NOT_STATED:
            yield at_citation(
                None,
                "metadata_not_stated",
                Severity.WARNING if name in _MISLEADING else Severity.INFO,
                zh=f"{zh}未载明：{fact.basis_zh}。不推定，不补写。",
                en=f"The {en} is not stated: {fact.basis_en}. Nothing is filled in.",
            )
    yield from _scope(edition.metadata.scope)


def _scope(scope: Attested) -> Iterator[Issue]:
    if scope.value and any(word in scope.value for word in load_vocabulary().scope_words):
        yield at_citation(
            scope.citation,
            "scope_restricted",
            Severity.WARNING,
            zh=f"本目录只面向{scope.value}；回答是否符合要求之前须先说明这一范围。",
            en=f"This catalogue is for {scope.value} only; say so before any answer.",
        )


_MOST_NAMED = 5


def check_names(edition: Edition) -> Iterator[Issue]:
    """Report one name with two codes, one code with two names, and identical rows."""
    coded = [post for post in edition.posts if post.code]
    for name, posts, codes in _several(coded, _name, _code):
        for post in posts:
            yield at_post(
                post,
                "name_with_two_codes",
                Severity.WARNING,
                zh=f"“{name}”在本目录里有不止一个编码：{'、'.join(codes)}。均照原文保留。",
                en=f"“{name}” has more than one code here: {', '.join(codes)}. All are kept.",
            )
    for code, posts, names in _several(coded, _code, _name):
        for post in posts:
            yield at_post(
                post,
                "code_with_two_names",
                Severity.WARNING,
                zh=f"编码 {code} 在本目录里有不止一个名称：{'、'.join(names)}。均照原文保留。",
                en=f"Code {code} has more than one name here: {', '.join(names)}. All are kept.",
            )
    yield from _identical(edition)


def _name(post: Post) -> str:
    return post.name


def _code(post: Post) -> str:
    return post.code or ""


def _several(
    posts: list[Post], key: Callable[[Post], str], value: Callable[[Post], str]
) -> Iterator[tuple[str, list[Post], list[str]]]:
    """Yield each key that comes with several values, its posts and the first of the values."""
    groups: defaultdict[str, list[Post]] = defaultdict(list)
    for post in posts:
        groups[key(post)].append(post)
    for name, group in groups.items():
        values = sorted({value(post) for post in group})
        if len(values) > 1:
            yield name, group, [*values[:_MOST_NAMED], *["…"] * (len(values) > _MOST_NAMED)]


def _identical(edition: Edition) -> Iterator[Issue]:
    """Rows equal in every cell but the serial and the industry; list entries are compared not."""
    first: dict[tuple[tuple[str, str], ...], Post] = {}
    for post in edition.posts:
        if post.kind is Kind.LIST_ITEM:
            continue
        cells = tuple(
            (cell.heading, cell.text)
            for cell in post.cells
            if cell.role not in ("serial", "industry")
        )
        twin = first.setdefault(cells, post)
        if twin is not post:
            yield at_post(
                post,
                "rows_identical",
                Severity.INFO,
                zh=f"除序号外与 {twin.id} 各栏相同；两行都保留。",
                en=f"Equal to {twin.id} in every cell but the serial; both are kept.",
            )


_RANGE = re.compile(r"(\d+(?:\.\d+)?)[^\d.]{0,3}[-~–—至到]+(\d+(?:\.\d+)?)\D*")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def check_pay(edition: Edition) -> Iterator[Issue]:
    """Report ranges printed the wrong way round, and pay outside all that is plausible."""
    for post in edition.posts:
        for cell in post.cells:
            if cell.role == "pay" and cell.text:
                yield from _reversed(post, cell)
                yield from _implausible(post, cell)


def _reversed(post: Post, cell: PrintedCell) -> Iterator[Issue]:
    found = _RANGE.fullmatch(fold(cell.text))
    if found and float(found[1]) > float(found[2]):
        yield at_post(
            post,
            "pay_range_reversed",
            Severity.WARNING,
            zh=f"“{cell.heading}”一栏的“{cell.text}”前大后小；照印保留，请核对两个数。",
            en=f"The range “{cell.text}” under “{cell.heading}” falls; it is kept as printed. "
            "Check both numbers.",
            cell=cell,
        )


def _implausible(post: Post, cell: PrintedCell) -> Iterator[Issue]:
    lowest, highest = load_vocabulary().pay_plausible
    compact = drop_blanks(cell.text)
    if _NUMBER.fullmatch(compact) and not lowest <= float(compact) <= highest:
        yield at_post(
            post,
            "pay_implausible",
            Severity.WARNING,
            zh=f"“{cell.heading}”一栏的“{cell.text}”按万元/年读取，不在 {lowest:g} 至 {highest:g} "
            "之间；可能用了别的单位（元、月薪）或小数点有误。照印保留，请核对。",
            en=f"“{cell.text}” under “{cell.heading}” is read as 10,000 CNY a year and lies "
            f"outside {lowest:g} to {highest:g}; another unit (CNY, a month) or a misplaced point "
            "is likely. It is kept as printed; check it.",
            cell=cell,
        )


def check_scale(edition: Edition) -> Iterator[Issue]:
    """Report a scale whose order the document does not explain."""
    scale = edition.metadata.scale
    if scale and scale.order.status is not Status.STATED:
        yield at_citation(
            None,
            "scale_not_explained",
            Severity.WARNING,
            zh=f"原文没有说明“{scale.labels[0]}”至“{scale.labels[-1]}”的含义；"
            "照原文显示，强弱次序只是推断。",
            en=f"What “{scale.labels[0]}” to “{scale.labels[-1]}” mean is not explained; shown as "
            "printed, their order is an inference.",
        )


def check_bands(edition: Edition) -> Iterator[Issue]:
    """Report closed bands that share an end, and rows whose index lies outside their band."""
    bands, citation = read_bands(edition.notes)
    for lower, upper in pairwise(bands):
        if lower.upper == upper.lower and lower.includes_upper and upper.includes_lower:
            yield at_citation(
                citation,
                "bands_overlap",
                Severity.WARNING,
                zh=f"“{lower.label}”与“{upper.label}”的区间都含 {lower.upper:g}，"
                "恰为该值时归哪一档原文未定。",
                en=f"The bands of “{lower.label}” and “{upper.label}” both include "
                f"{lower.upper:g}; which holds there is not stated.",
            )
    for post in edition.posts:
        yield from _contradiction(post, bands)


def _contradiction(post: Post, bands: tuple[Band, ...]) -> Iterator[Issue]:
    shortage = post.shortage
    if not bands or shortage is None or shortage.index is None:
        return
    computed = [band.label for band in bands if band.holds(shortage.index)]
    if shortage.printed not in computed:
        should = "、".join(computed) or "无"
        yield at_post(
            post,
            "index_outside_band",
            Severity.WARNING,
            zh=f"指数 {shortage.index:g} 按本目录区间应为“{should}”，印的是“{shortage.printed}”；"
            "两者都保留。",
            en=f"By the catalogue's own bands an index of {shortage.index:g} is “{should}”, but "
            f"“{shortage.printed}” is printed; both are kept.",
        )
