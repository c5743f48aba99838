"""Finds the words of a rule in its edition, whatever line break the export put into them.

As what a graduate of a technical school counts when entering for an examination.

The rules of one place bound to the edition that holds their words and their table.

The table of occupations and title series, as rows to look up by exact name.

The document behind an answer: from when it holds, what gives way to it, who passed it on.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from jinque.errors import InvalidCorpusError, InvalidOptionError
from jinque.ladder.wording import EXAM_NOTICE, near_names
from jinque.locale import say
from jinque.model import Citation, Classification, Edition, Kind, Level, Occupation, Post, Span
from jinque.model.ladder import (
    CitedRule,
    Equivalence,
    ExamAnswer,
    Ladder,
    LadderRule,
    NearCode,
    RuleKind,
    RulesInForce,
    TableRow,
    TitleSeries,
)
from jinque.model.person import Outcome
from jinque.parameters import load_vocabulary
from jinque.text import drop_blanks, fold


def cite(edition: Edition, rule: LadderRule) -> CitedRule:
    """Return the rule with the place of its words.

    Raises:
        InvalidCorpusError: no clause or note that covers the rule's line holds its words.
    """
    for whole in _covering(edition, rule.line):
        citation = _cut(whole, rule.quote)
        if citation:
            return CitedRule(
                id=rule.id,
                kind=rule.kind,
                clause=rule.clause,
                quote=rule.quote,
                english=rule.english,
                note=rule.note,
                citation=citation,
            )
    raise InvalidCorpusError(
        say(
            "The words of rule {id} do not stand at line {line} of {edition_id}.",
            id=rule.id,
            edition_id=edition.id,
            line=str(rule.line),
        ),
        where=edition.id,
    )


def _covering(edition: Edition, line: int) -> Iterator[Citation]:
    clauses = [clause.citation for clause in edition.clauses]
    for citation in (*clauses, *(note.citation for note in edition.notes)):
        if citation.span.line_start <= line <= citation.span.line_end:
            yield citation


def _cut(whole: Citation, words: str) -> Citation | None:
    """Cut the raw slice out of a longer one; blanks of either do not count."""
    raw = whole.quote
    places = [index for index, character in enumerate(raw) if not character.isspace()]
    found = "".join(raw[index] for index in places).find(drop_blanks(words))
    if found < 0:
        return None
    first, last = places[found], places[found + len(drop_blanks(words)) - 1]
    quote = raw[first : last + 1]
    line = whole.span.line_start + raw.count("\n", 0, first)
    span = Span(
        line_start=line,
        line_end=line + quote.count("\n"),
        start=whole.span.start + first,
        end=whole.span.start + last + 1,
        place=whole.span.place,
    )
    return Citation(source_sha256=whole.source_sha256, span=span, quote=quote)


_SPECIALITY = re.compile(r"(?P<name>[^（(]+)[（(](?P<speciality>[^）)]+)[）)]")


def read_table(
    edition: Edition, *, group_ending: str, classification: Classification | None
) -> dict[str, TableRow]:
    """Return the mappings of an edition by folded name, in printed order.

    Args:
        edition: the one with the table.
        group_ending: what ends the name of a row that describes persons; empty for none.
        classification: where to look for entries of the same name; None for nowhere.
    """
    entries = _entries(classification)
    posts = [post for post in edition.posts if post.kind is Kind.TITLE_MAPPING]
    return {fold(post.name): _row(post, group_ending, entries) for post in posts}


def _row(post: Post, group_ending: str, entries: Mapping[str, Sequence[Occupation]]) -> TableRow:
    printed = next((cell.text for cell in post.cells if cell.role == "series"), "")
    is_group = bool(group_ending) and post.name.endswith(group_ending)
    same = entries.get(fold(post.name), ())
    return TableRow(
        post_id=post.id,
        serial=post.serial,
        name=post.name,
        series=read_series(printed) if printed else (),
        printed=printed,
        is_group=is_group,
        codes=tuple(entry.code for entry in same),
        near_codes=() if same or is_group else _near_codes(post.name, entries),
        citation=post.citation,
    )


def read_series(printed: str) -> tuple[TitleSeries, ...]:
    """Read the alternatives of a cell: `工程技术或实验技术`, `工艺美术（工业设计）`."""
    return tuple(map(_series, printed.split(load_vocabulary().series_separator)))


def _series(printed: str) -> TitleSeries:
    found = _SPECIALITY.fullmatch(printed)
    if not found:
        return TitleSeries(name=printed)
    return TitleSeries(name=found["name"], speciality=found["speciality"])


def _entries(classification: Classification | None) -> dict[str, list[Occupation]]:
    """List the occupations and work types of each folded name."""
    entries: dict[str, list[Occupation]] = {}
    for entry in classification.by_code.values() if classification else ():
        if entry.level in (Level.OCCUPATION, Level.WORK_TYPE):
            entries.setdefault(fold(entry.name), []).append(entry)
    return entries


def _near_codes(name: str, entries: Mapping[str, Sequence[Occupation]]) -> tuple[NearCode, ...]:
    return tuple(
        NearCode(code=entry.code, name=entry.name, reason=reason)
        for near, reason in near_names(name, entries)
        for entry in entries[near]
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulebook:
    """What every answer is made from; made once, then only read.

    Attributes:
        rows: the table by folded name, in printed order.
        cited: the rules with their places, by identifier.
    """

    ladder: Ladder
    edition: Edition
    rows: dict[str, TableRow]
    cited: dict[str, CitedRule]

    def row(self, occupation: str | None) -> TableRow | None:
        """Return the row of exactly that name; width, case and blanks do not matter."""
        return self.rows.get(fold(occupation)) if occupation else None

    def search(self, query: str) -> tuple[TableRow, ...]:
        """Return the rows whose name or series holds the query, in printed order; all for none."""
        wanted = fold(query)
        return tuple(
            row for name, row in self.rows.items() if wanted in name or wanted in fold(row.printed)
        )

    def of_kind(self, *kinds: RuleKind) -> tuple[tuple[LadderRule, CitedRule], ...]:
        """Return the rules of some kinds with their places, in the order of the document."""
        return tuple((rule, self.cited[rule.id]) for rule in self.ladder.of_kind(*kinds))


def open_rulebook(
    ladder: Ladder, edition: Edition, classification: Classification | None = None
) -> Rulebook:
    """Bind rules to their edition.

    Args:
        ladder: the rules.
        edition: holds the clauses that they quote and the table.
        classification: where rows get codes from, by equal name only; None leaves codes out.

    Raises:
        InvalidCorpusError: the edition does not hold a rule's words where the rule says.
    """
    return Rulebook(
        ladder=ladder,
        edition=edition,
        rows=read_table(
            edition, group_ending=ladder.table.group_ending, classification=classification
        ),
        cited={rule.id: cite(edition, rule) for rule in ladder.rules},
    )


def rules_in_force(book: Rulebook) -> RulesInForce:
    """Return what the document says of itself, both readings of its first day among it."""
    ladder, metadata = book.ladder, book.edition.metadata
    start = ladder.commencement
    cited = [start.rule, *(older.rule for older in ladder.supersedes)]
    return RulesInForce(
        ladder_id=ladder.id,
        edition_id=ladder.edition_id,
        title=metadata.title.value,
        document_number=metadata.document_number.value,
        publisher=metadata.publisher.value,
        place=metadata.place.value,
        issued_on=metadata.issued_on.value,
        effective_from=start.effective_from,
        basis=start.basis,
        alternative_from=start.alternative_from,
        alternative=start.alternative,
        supersedes=ladder.supersedes,
        forwarded_by=ladder.forwarded_by,
        rules=tuple(book.cited[identifier] for identifier in cited),
    )


def exam_equivalence(book: Rulebook, *, school_class: str, exam: str | None = None) -> ExamAnswer:
    """Tell which education level a class of a technical school counts as, and for what only.

    Args:
        book: the rules.
        school_class: `高级工班`, with or without the words 技工院校.
        exam: the examination; it is one of those listed when its name holds a listed one.

    Raises:
        InvalidOptionError: the rules name no such class.
    """
    rules = book.of_kind(RuleKind.EXAM_EQUIVALENCE)
    exams = book.of_kind(RuleKind.EXAM)
    listed = tuple(name for rule, _ in exams for name in rule.listed)
    is_listed = exam is not None and any(fold(name) in fold(exam) for name in listed)
    chosen = _chosen(rules, school_class)
    return ExamAnswer(
        equivalence=_equivalence(*chosen),
        others=tuple(_equivalence(*pair) for pair in rules if pair != chosen),
        exam=exam,
        is_listed=Outcome.MET if is_listed else Outcome.UNKNOWN,
        listed=listed,
        document=rules_in_force(book),
        rules=(*(cited for _, cited in exams), chosen[1]),
        notice=EXAM_NOTICE,
    )


def _chosen(
    rules: tuple[tuple[LadderRule, CitedRule], ...], school_class: str
) -> tuple[LadderRule, CitedRule]:
    for rule, cited in rules:
        if fold(school_class) in map(fold, (rule.graduate_of, *rule.names)):
            return rule, cited
    listed = "、".join(rule.graduate_of for rule, _ in rules)
    raise InvalidOptionError(
        say("The rules name no class “{school_class}”.", school_class=school_class),
        where=school_class,
        hint=say("Choose one of {listed}.", listed=listed),
    )


def _equivalence(rule: LadderRule, cited: CitedRule) -> Equivalence:
    return Equivalence(
        graduate_of=rule.graduate_of,
        counts_as=rule.counts_as,
        only_for=rule.only_for,
        rule=cited,
    )
