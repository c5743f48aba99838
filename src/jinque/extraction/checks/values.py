"""Printed codes against the editions of the classification.

Words for education that no vocabulary has.

Posts whose link to the classification a reader has to doubt.

What the document does not state of itself, and what restricts whom it is for.

Names and codes that contradict each other, and rows printed twice.

Pay that can hardly be meant as printed.

Scales without a legend, bands that overlap, and labels that contradict their index.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from jinque.classification import load_classification
from jinque.extraction.checks.places import at_citation, at_post
from jinque.extraction.columns.naming import is_dash
from jinque.extraction.links import LEVEL_NAMES, class_of, contradicts, edition_in_use, use_of
from jinque.extraction.posts import read_bands
from jinque.locale import NOTHING, Sentence, capitalised, clauses, joined, phrases, say, say_in
from jinque.model import (
    Attested,
    Band,
    Edition,
    EditionUse,
    Issue,
    Kind,
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


def check_codes(edition: Edition) -> Iterator[Issue]:
    """Report codes of classes, and an edition of the classification that is not what it seems."""
    use = use_of(edition.posts)
    used = edition_in_use(edition.metadata, use)
    for post in edition.posts:
        yield from _names_class(post, used)
    if use.pairs:
        yield from _edition_of_classification(edition, use)


def _names_class(post: Post, used: str | None) -> Iterator[Issue]:
    entry = class_of(post, used)
    if entry is None:
        return
    message = LEVEL_NAMES[entry.level]
    of, below = entry.classification, load_classification(entry.classification).below(entry.code)
    yield at_post(
        post,
        "code_names_class",
        Severity.WARNING,
        message=say(
            "Code {code} is the {message} “{name}”, not an occupation{below}",
            code=post.code,
            name=post.name,
            message=message,
            below=say(" ({n} entries stand below it in the {of} edition).", of=of, n=len(below))
            if below
            else say("."),
        ),
    )


def _edition_of_classification(edition: Edition, use: EditionUse) -> Iterator[Issue]:
    fact = edition.metadata.classification_edition
    message = use.counts
    is_said = fact.status in (Status.STATED, Status.SUPPLIED)
    if is_said and fact.value and contradicts(fact.value, use):
        yield at_citation(
            fact.citation,
            "classification_edition_contradicted",
            Severity.WARNING,
            message=say(
                "The catalogue says that it uses {value}, but its rows are of {edition}: "
                "{message}. The codes are looked up in {edition}.",
                value=fact.value,
                edition=use.edition,
                message=message,
            ),
        )
    if not is_said:
        found = (
            say("its rows are of {edition}", edition=use.edition)
            if use.edition
            else say("its rows do not tell")
        )
        yield at_citation(
            fact.citation,
            "classification_edition_not_stated",
            Severity.WARNING,
            message=say(
                "The edition of the classification is not stated ({found}): {message}; "
                "never join other catalogues by code alone.",
                message=message,
                found=found,
            ),
        )
    if use.is_mixed:
        yield at_citation(
            None,
            "classification_editions_mixed",
            Severity.WARNING,
            message=say(
                "The rows mix codes of two editions: {message}. Each row's code is looked "
                "up with its name; its link says which edition it is of.",
                message=message,
            ),
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
        message=say(
            "“{shown}” under “{heading}” ({n:d} rows) names no known level or degree; it is "
            "kept as printed, and no filter by education finds these rows. Check the print.",
            heading=cell.heading,
            shown=shown,
            n=len(rows),
        ),
        cell=cell,
    )


def check_links(edition: Edition) -> Iterator[Issue]:
    """Report links in doubt, and names without a code that an entry bears or nearly bears."""
    posts = {post.id: post for post in edition.posts}
    for link in edition.links:
        yield from _in_doubt(link, posts[link.post_id])
        yield from _without_code(link, posts[link.post_id])


def _in_doubt(link: Link, post: Post) -> Iterator[Issue]:
    told: list[Sentence] = [link.reason]
    others = [
        candidate for candidate in link.candidates if candidate.likeness is not Likeness.NEAR_NAME
    ]
    if others:
        told.append(phrases(candidate.reason for candidate in others))
    message = _sentence(told)
    if link.status in (LinkStatus.NAME_DIFFERS, LinkStatus.CODE_REUSED):
        yield at_post(post, "code_name_differs", Severity.WARNING, message=message)
    if link.status is LinkStatus.UNCONFIRMED:
        yield at_post(post, "code_unconfirmed", Severity.WARNING, message=message)
    if link.status is LinkStatus.OTHER_EDITION:
        yield at_post(post, "code_of_other_edition", Severity.WARNING, message=message)
    if link.status is LinkStatus.CODE_UNKNOWN:
        yield at_post(post, "code_unknown", Severity.WARNING, message=message)
    if link.status is LinkStatus.UNCHECKED:
        yield at_post(post, "code_unchecked", Severity.INFO, message=message)


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
            message=say(
                "The catalogue says that the classification lacks “{name}”, but {code} of "
                "{edition} has this name; no code is given, a person decides.",
                name=post.name,
                edition=entry.edition,
                code=entry.code,
            ),
        )
    near = [c for c in link.candidates if c.likeness is Likeness.NEAR_NAME]
    if near:
        yield at_post(
            post,
            "name_one_character_apart",
            Severity.INFO,
            message=_sentence([candidate.reason for candidate in near]),
        )


def _sentence(told: Iterable[Sentence]) -> Sentence:
    return say("{told}.", told=capitalised(clauses(told)))


_FACTS = {
    "title": say_in("fact", "title"),
    "publisher": say_in("fact", "publisher"),
    "place": say_in("fact", "place"),
    "issued_on": say("date of issue"),
    "effective_to": say("validity"),
}
_MISLEADING = ("title", "place", "issued_on")


def check_metadata(edition: Edition) -> Iterator[Issue]:
    """Report facts that are not stated, an inferred classification, a restricted scope."""
    for name, what in _FACTS.items():
        fact: Attested = getattr(edition.metadata, name)
        if fact.status is Status.NOT_STATED:
            yield at_citation(
                None,
                "metadata_not_stated",
                Severity.WARNING if name in _MISLEADING else Severity.INFO,
                message=say(
                    "The {fact} is not stated: {basis}. Nothing is filled in.",
                    fact=what,
                    basis=fact.basis or NOTHING,
                ),
            )
    yield from _scope(edition.metadata.scope)


def _scope(scope: Attested) -> Iterator[Issue]:
    if scope.value and any(word in scope.value for word in load_vocabulary().scope_words):
        yield at_citation(
            scope.citation,
            "scope_restricted",
            Severity.WARNING,
            message=say(
                "This catalogue is for {value} only; say so before any answer.", value=scope.value
            ),
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
                message=say(
                    "“{name}” has more than one code here: {codes}. All are kept.",
                    name=name,
                    codes=joined(codes),
                ),
            )
    for code, posts, names in _several(coded, _code, _name):
        for post in posts:
            yield at_post(
                post,
                "code_with_two_names",
                Severity.WARNING,
                message=say(
                    "Code {code} has more than one name here: {names}. All are kept.",
                    code=code,
                    names=joined(names),
                ),
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
                message=say(
                    "Equal to {id} in every cell but the serial; both are kept.", id=twin.id
                ),
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
            message=say(
                "The range “{text}” under “{heading}” falls; it is kept as printed. Check "
                "both numbers.",
                heading=cell.heading,
                text=cell.text,
            ),
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
            message=say(
                "“{text}” under “{heading}” is read as 10,000 CNY a year and lies outside "
                "{lowest:g} to {highest:g}; another unit (CNY, a month) or a misplaced "
                "point is likely. It is kept as printed; check it.",
                heading=cell.heading,
                text=cell.text,
                lowest=lowest,
                highest=highest,
            ),
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
            message=say(
                "What “{labels}” to “{scale_labels}” mean is not explained; shown as "
                "printed, their order is an inference.",
                labels=scale.labels[0],
                scale_labels=scale.labels[-1],
            ),
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
                message=say(
                    "The bands of “{label}” and “{upper_label}” both include {upper:g}; "
                    "which holds there is not stated.",
                    label=lower.label,
                    upper_label=upper.label,
                    upper=lower.upper,
                ),
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
            message=say(
                "By the catalogue's own bands an index of {index:g} is “{should}”, but "
                "“{printed}” is printed; both are kept.",
                index=shortage.index,
                should=should,
                printed=shortage.printed,
            ),
        )
