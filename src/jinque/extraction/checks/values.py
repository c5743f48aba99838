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
from jinque.extraction.columns.naming import is_dash, plain_code, star_count
from jinque.extraction.links import LEVEL_NAMES, class_of, contradicts, edition_in_use, use_of
from jinque.extraction.posts import read_bands, ticked
from jinque.extraction.shortage import MOST_STARS, WORDS
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
from jinque.parameters.reading import load_reading_words
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
            name=entry.name,
            message=message,
            below=say(" ({n:d} entries stand below it in the {of} edition).", of=of, n=len(below))
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
    scope = edition.metadata.scope
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
            (cell.heading, plain_code(cell.text) if cell.role == "code" else fold(cell.text))
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


_NEGATIVE_YEARS = re.compile(
    r"(?<![\d年月.~～至到])[-−－–—]\s?\d{1,2}\s?年|负\s?[一二三四五六七八九十\d]+\s?年"
)
_YEARS = re.compile(r"[\d一二三四五六七八九十两]+\s?年(?:及)?以上")
_FALLING_YEARS = re.compile(r"(\d{1,2})年?\s?[-~～–—至到]\s?(\d{1,2})\s?年")
_GRADUATES = re.compile(r"应届(?!.{0,4}(?:除外|不限|或|均可))")


def check_years(edition: Edition) -> Iterator[Issue]:
    """Report years that cannot be meant: negative, falling, or asked of this year's graduates."""
    for post in edition.posts:
        for cell in post.cells:
            if cell.role in {"experience", "requirements", "age", "other"}:
                yield from _doubtful_years(post, cell)


def _doubtful_years(post: Post, cell: PrintedCell) -> Iterator[Issue]:
    text = cell.text
    falling = _FALLING_YEARS.search(text)
    doubts = (
        (_NEGATIVE_YEARS.search(text), say("a negative number of years")),
        (
            falling if falling and int(falling[1]) > int(falling[2]) else None,
            say("the most is less than the least"),
        ),
        (
            _YEARS.search(text) if _GRADUATES.search(text) and "或" not in text else None,
            say("years of work are asked of people who have just graduated"),
        ),
    )
    for found, message in doubts:
        if found:
            yield at_post(
                post,
                "years_doubtful",
                Severity.WARNING,
                message=say(
                    "“{text}” under “{heading}”: {message}; kept as printed. Check it.",
                    heading=cell.heading,
                    text=text,
                    message=message,
                ),
                cell=cell,
            )


def check_ratings(edition: Edition) -> Iterator[Issue]:
    """Report one code and name printed with different labels of shortage."""
    groups: defaultdict[tuple[str, str, str], list[Post]] = defaultdict(list)
    for post in edition.posts:
        if post.shortage and post.code:
            groups[post.code, post.name, post.industry or ""].append(post)
    for (code, name, _), posts in groups.items():
        labels = dict.fromkeys(post.shortage.printed for post in posts if post.shortage)
        for post in posts if len(labels) > 1 else ():
            cell = next((one for one in post.cells if one.role in {"shortage", "index"}), None)
            yield at_post(
                post,
                "rating_differs",
                Severity.WARNING,
                message=say(
                    "{code} “{name}” has different labels: {labels}; all are kept.",
                    code=code,
                    name=name,
                    labels=joined(labels),
                ),
                cell=cell,
            )


_RANGE = re.compile(r"(\d+(?:\.\d+)?)[^\d.]{0,3}[-~–—至到]+(\d+(?:\.\d+)?)\D*")


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
    value = post.pay_cny_10k_year
    if value is not None and not lowest <= value <= highest:
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


def check_shortage(edition: Edition) -> Iterator[Issue]:
    """Report a list of posts of which nothing says that they are in short supply."""
    posts = [post for post in edition.posts if post.kind is Kind.POST]
    if not posts or any(post.shortage for post in posts):
        return
    words = load_reading_words().shortage_words
    headings = [heading or "" for section in edition.sections for heading in section.path]
    printed = (edition.metadata.title.value or "", *edition.headings, *headings)
    if any(word in text for word in words for text in printed):
        return
    yield at_citation(
        edition.metadata.title.citation,
        "shortage_not_stated",
        Severity.WARNING,
        message=say(
            "Neither title nor headings speak of shortage, and no column rates it: this is a list "
            "of posts, and not one of posts in short supply."
        ),
    )


def check_scale(edition: Edition) -> Iterator[Issue]:
    """Report a scale whose order the document does not explain."""
    scale = edition.metadata.scale
    if scale is None or not scale.labels or scale.order.status in _SETTLED:
        return
    if scale.code == WORDS:
        shown = "”“".join(scale.labels[:_MOST_NAMED])
        yield at_citation(
            None,
            "scale_not_explained",
            Severity.WARNING,
            message=say(
                "The order of “{shown}” is not explained; the labels are kept as printed, can "
                "be searched and are not ranked. In a review one decision ranks a label for "
                "all rows.",
                shown=shown,
            ),
        )
    else:
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


_SETTLED = (Status.STATED, Status.SUPPLIED)


def check_stars(edition: Edition) -> Iterator[Issue]:
    """Report labels of more stars than the five of their scale."""
    for post in edition.posts:
        for cell in post.cells:
            count = star_count(drop_blanks(cell.text)) if cell.role == "shortage" else None
            if count is not None and count > MOST_STARS:
                yield at_post(
                    post,
                    "stars_beyond_scale",
                    Severity.WARNING,
                    message=say(
                        "{count:d} stars are printed under “{heading}”, where the most are "
                        "{most_stars:d}; kept as printed without a value. Check it.",
                        heading=cell.heading,
                        count=count,
                        most_stars=MOST_STARS,
                    ),
                    cell=cell,
                )


def check_ticks(edition: Edition) -> Iterator[Issue]:
    """Report rows that tick several columns of shortage, of which none is taken."""
    for post in edition.posts:
        labels = [label for cell in post.cells if (label := ticked(cell))]
        if len(labels) > 1:
            yield at_post(
                post,
                "shortage_ticked_twice",
                Severity.WARNING,
                message=say(
                    "{labels} are ticked together; no shortage is read from this row. Check it.",
                    labels=joined(f"“{label}”" for label in labels),
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
