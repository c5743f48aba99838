"""What is wrong or doubtful in a draft, or in anybody's file, before it is published.

Everything that reading in the finished file would report, and beside it what only whoever compiles
an edition can put right. Faults are issues and never raise.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from jinque.classification import find_majors
from jinque.errors import NothingFoundError
from jinque.extraction import Reading
from jinque.extraction.criteria import CriteriaReader
from jinque.locale import Sentence, joined, say
from jinque.model import Issue, Kind, Severity
from jinque.model.criterion import (
    AcademicDegree,
    Criterion,
    EducationLevel,
    Evidence,
    ExperienceYears,
    GraduateOfYear,
    Majors,
    PostReading,
    YearsByDegree,
)
from jinque.model.publishing import DraftPost, NextEdition, Proposal
from jinque.parameters.publishing import load_lint_words
from jinque.publishing.printing import printed_edition
from jinque.publishing.readback import read_alone
from jinque.publishing.sheets import edition_workbook
from jinque.publishing.wording import is_templated
from jinque.text import fold

_NAME = "draft.xlsx"
_MOST_QUOTED = 60


def lint(draft: NextEdition) -> tuple[Issue, ...]:
    """Return the issues of a draft, the worst first; `post_id` holds the key of a row.

    What the edition before was reported for is reported again where the words stand.
    """
    found = [*_of_head(draft), *_of_rows(draft), *_of_reading(draft)]
    order = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}
    return tuple(sorted(found, key=lambda each: order[each.severity]))


def blocking(issues: Iterable[Issue]) -> tuple[Issue, ...]:
    """Return the issues with which nothing is published."""
    return tuple(each for each in issues if each.severity is Severity.ERROR)


def lint_file(data: bytes, name: str) -> tuple[Issue, ...]:
    """Return the issues of a file that somebody made.

    Raises:
        WrongCallError: it cannot be read, or nothing of a catalogue stands in it.
    """
    text, readings = read_alone(data, name)
    found: list[Issue] = []
    for reading in readings:
        found += reading.report.issues
        found += _of_requirements(reading, text, {})
        found += _named_twice(
            (each.id, each.section, each.name, each.code or "")
            for each in reading.edition.posts
            if each.kind is Kind.POST
        )
    return tuple(found)


def _issue(code: str, severity: Severity, message: Sentence, key: str | None = None) -> Issue:
    return Issue(code=code, severity=severity, message=message, post_id=key)


def _of_head(draft: NextEdition) -> Iterator[Issue]:
    head = draft.head
    facts = {
        "title": say("title"),
        "publisher": say("publisher"),
        "issued_on": say("day of issue"),
        "effective_from": say("first day"),
    }
    for name, what in facts.items():
        if not getattr(head, name):
            yield _issue(
                "fact_missing", Severity.ERROR, say("The edition has no {fact} yet.", fact=what)
            )
    if not head.review_by and any(not each.review_by for each in draft.printed):
        yield _issue(
            "review_day_missing",
            Severity.ERROR,
            say("Rows name no day by which they are looked at again, and the edition names none."),
        )
    if head.is_synthetic:
        yield _issue(
            "evidence_synthetic",
            Severity.WARNING,
            say("The index is of made-up evidence; that is said on every page."),
        )


def _of_rows(draft: NextEdition) -> Iterator[Issue]:
    for post in draft.posts:
        yield from _of_row(draft, post)
    name, code = draft.head.heading_of("name") or "", draft.head.heading_of("code") or ""
    yield from _named_twice(
        (each.key, each.section, each.cells.get(name, ""), each.cells.get(code, ""))
        for each in draft.printed
    )


def _of_row(draft: NextEdition, post: DraftPost) -> Iterator[Issue]:
    label = post.cells.get(draft.head.heading_of("shortage") or "", "")
    name = post.cells.get(draft.head.heading_of("name") or "", post.key)
    if post.proposal is Proposal.HOLD and post.decision is None:
        yield _issue(
            "held_undecided",
            Severity.ERROR,
            say("{name} is held: somebody has to decide. {why}", name=name, why=post.reason),
            post.key,
        )
    if post.is_printed and post.computed and label != post.computed and post.override is None:
        yield _issue(
            "label_against_band",
            Severity.ERROR,
            say(
                "{name} has “{label}”, its index stands for “{computed}”; nobody signed for it.",
                name=name,
                label=label,
                computed=post.computed,
            ),
            post.key,
        )
    if post.in_force is Proposal.DROP and not post.transition:
        yield _issue(
            "transition_missing",
            Severity.ERROR,
            say("{name} is dropped: say what holds for people who rely on it.", name=name),
            post.key,
        )
    if post.past_its_day:
        yield _issue(
            "row_past_its_day",
            Severity.ERROR,
            say("{name} was to be looked at again by a day that has gone; nobody did.", name=name),
            post.key,
        )
    for heading in post.section:
        if post.is_printed and fold(heading).endswith(load_lint_words().title_endings):
            yield _issue(
                "section_reads_as_title",
                Severity.WARNING,
                say(
                    "The heading “{heading}” is read as the title of another catalogue; give the "
                    "section another one.",
                    heading=heading,
                ),
                post.key,
            )


def _named_twice(rows: Iterable[tuple[str, object, str, str]]) -> Iterator[Issue]:
    first: dict[tuple[object, str, str], str] = {}
    for key, section, name, code in rows:
        same = (section, fold(name), fold(code))
        if same in first:
            yield _issue(
                "post_named_twice",
                Severity.WARNING,
                say("“{name}” stands twice in one section.", name=name),
                key,
            )
        first.setdefault(same, key)


def _of_reading(draft: NextEdition) -> Iterator[Issue]:
    """Yield what reading in the finished file would report."""
    edition = printed_edition(draft)
    try:
        text, readings = read_alone(edition_workbook(edition), _NAME)
    except NothingFoundError as fault:
        yield _issue("nothing_read", Severity.ERROR, fault.message)
        return
    keys = [key for table in edition.tables for key in table.keys]
    posts = [post for reading in readings for post in reading.edition.posts]
    named = dict(zip((each.id for each in posts), keys, strict=False))
    for reading in readings:
        for each in reading.report.issues:
            yield replace(each, post_id=named.get(each.post_id or ""), place=None)
        yield from _of_requirements(reading, text, named)


def _of_requirements(reading: Reading, text: str, named: Mapping[str, str]) -> Iterator[Issue]:
    """Yield what the requirements ask for that cannot be, or that nobody can check."""
    criteria = CriteriaReader(reading.edition, text)
    for post in reading.edition.posts:
        if post.kind is not Kind.POST:
            continue
        read = criteria.read(post)
        for issue in _of_post(read):
            yield replace(issue, post_id=named.get(post.id, post.id))


def _of_post(read: PostReading) -> Iterator[Issue]:
    kinds = [each.criterion for each in read.criteria]
    years = [each.at_least for each in kinds if isinstance(each, ExperienceYears)]
    years += [
        rule.at_least for each in kinds if isinstance(each, YearsByDegree) for rule in each.rules
    ]
    if any(isinstance(each, GraduateOfYear) for each in kinds) and any(years):
        yield _issue(
            "graduates_with_years",
            Severity.WARNING,
            say("Graduates of the year are asked for, and years of work beside."),
        )
    plain = [each.at_least for each in kinds if isinstance(each, ExperienceYears)]
    if len(set(plain)) > 1:
        yield _issue(
            "requirement_contradicts",
            Severity.WARNING,
            say("The row asks for {years} years of work.", years=joined([str(n) for n in plain])),
        )
    yield from _unreachable(kinds)
    for criterion in kinds:
        if isinstance(criterion, Majors):
            unknown = [name for name in criterion.names if not find_majors(name)]
            if unknown and not criterion.is_open:
                yield _issue(
                    "major_not_listed",
                    Severity.INFO,
                    say("No list of majors has {names}.", names=joined(unknown[:10])),
                )
    loose = [
        each.quote
        for each in read.criteria
        if isinstance(each.criterion, Evidence) and not is_templated(each.quote)
    ]
    if loose:
        yield _issue(
            "wording_outside_templates",
            Severity.INFO,
            say(
                "No reader can check “{words}”; a person has to.",
                words=_shortened(loose[0]),
            ),
        )


def _shortened(words: str) -> str:
    return words if len(words) <= _MOST_QUOTED else f"{words[:_MOST_QUOTED]}…"


def _unreachable(kinds: Sequence[Criterion]) -> Iterator[Issue]:
    """Yield a degree that nobody of the printed level at the most can hold, and the like."""
    levels = Counter(each.at_least for each in kinds if isinstance(each, EducationLevel))
    words = load_lint_words()
    degrees = [each.at_least for each in kinds if isinstance(each, AcademicDegree)]
    for degree in degrees:
        for level in levels:
            if words.degrees.get(degree, 0) > words.highest_degree.get(level, 3):
                yield _issue(
                    "level_and_degree_differ",
                    Severity.WARNING,
                    say(
                        "“{level}” is asked for and “{degree}” beside it: whoever holds the lower "
                        "alone can never match.",
                        level=level,
                        degree=degree,
                    ),
                )
