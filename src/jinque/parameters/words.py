"""Everyday titles for the entries of the national classification.

The columns of rosters: headings, other names for them, what to write in them.

How titles are cleaned and how likely a candidate is, as dated data.

The words by which requirements are read into criteria.

The words by which terms are taken out of clauses and looked for in a text.

The words by which tables, headings, notes and marks are recognised.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import TypeVar

import msgspec
import yaml

from jinque.locale import Words

NO_CODE = "none"
"""Key of the titles that name no work, or work that no class holds."""
_SEPARATOR = "、"
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True, kw_only=True)
class Aliases:
    """Titles as people write them; a new one is a word in `data/aliases`.

    Attributes:
        by_code: code of an occupation or a class of 2022 -> titles that mean it.
        without_code: titles that name no work, or work that no class holds.
    """

    by_code: dict[str, tuple[str, ...]]
    without_code: tuple[str, ...]


@cache
def load_aliases() -> Aliases:
    """Return the aliases that ship with the package; no title stands below two codes."""
    by_code: dict[str, list[str]] = {}
    folder = files("jinque.parameters") / "data" / "aliases"
    for file in sorted(folder.iterdir(), key=lambda each: each.name):
        table = yaml.load(file.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - safe
        for code, titles in table.items():
            by_code.setdefault(code, []).extend(
                title.strip() for title in titles.split(_SEPARATOR) if title.strip()
            )
    without_code = tuple(by_code.pop(NO_CODE, ()))
    return Aliases(
        by_code={code: tuple(titles) for code, titles in sorted(by_code.items())},
        without_code=without_code,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterColumn:
    """One column.

    Attributes:
        key: what the words of the column are called in code.
        names: other headings that mean the same.
        is_day: typed as a day.
        is_yes_no: 是 or 否; blank is unknown.
    """

    key: str
    heading: str
    meaning: Words
    names: tuple[str, ...] = ()
    is_day: bool = False
    is_yes_no: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterTerms:
    """How rosters are worded.

    Attributes:
        columns: in the order of the template.
        refused: a heading that holds one of these is of a column that is not read.
        passed: results of an appraisal; `failed` are the others.
    """

    columns: tuple[RosterColumn, ...]
    refused: tuple[str, ...]
    passed: tuple[str, ...]
    failed: tuple[str, ...]


@cache
def load_roster_terms() -> RosterTerms:
    """Return the terms that ship with the package."""
    path = files("jinque.parameters") / "data" / "bridge_roster.yaml"
    return msgspec.convert(yaml.safe_load(path.read_text(encoding="utf-8")), RosterTerms)


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleWords:
    """Headings that tell a list of people; see `data/people.yaml`.

    Attributes:
        names: whole headings of the column of names.
        numbers: parts of headings of numbers that identify a person.
        facts: parts of headings that stand beside the names.
        form_labels: further parts of labels of a form to fill in.
    """

    names: tuple[str, ...]
    numbers: tuple[str, ...]
    facts: tuple[str, ...]
    form_labels: tuple[str, ...]


@cache
def load_people_words() -> PeopleWords:
    """Return the words that ship with the package."""
    path = files("jinque.parameters") / "data" / "people.yaml"
    return msgspec.convert(yaml.safe_load(path.read_text(encoding="utf-8")), PeopleWords)


@cache
def load_screening_columns() -> tuple[RosterColumn, ...]:
    """Return the columns of a roster held against posts, in the order of the template."""
    path = files("jinque.parameters") / "data" / "screening_roster.yaml"
    columns = yaml.safe_load(path.read_text(encoding="utf-8"))["columns"]
    return msgspec.convert(columns, tuple[RosterColumn, ...])


_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleWords:
    """Words that surround a title and are no part of the work.

    Attributes:
        decoration: words of pay, benefits, urgency and platforms.
        rank_prefixes: ranks and stages in front of a title.
        rank_suffixes: ranks, stages and forms of address behind it.
        endings: ending of an official name -> endings that people use instead.
        headings: `title`, `description` or `industry` -> headings of such a column.
    """

    decoration: tuple[str, ...]
    rank_prefixes: tuple[str, ...]
    rank_suffixes: tuple[str, ...]
    endings: dict[str, tuple[str, ...]]
    headings: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """How the likeness of texts becomes a probability, fitted by `bench/titles/calibrate.py`.

    Attributes:
        fitted_on: the parts of the gold set used.
        made: day of the fit, ISO 8601.
        sharpness: a text counts `exp(sharpness * likeness)` towards its code.
        exact: probability of a code for which the very title speaks alone.
        own_from: share of a code among the longer names that end with the very title, below which
            the title is taken to fit several trades.
        several: probability of the code of such a title.
        borne_out: the same where an official text, or the likeness of the others, agrees.
        constant: of the logistic curve for titles that no text has.
        likeness: weight of the likeness of the nearest text, 0 to 1, in that curve.
        share: weight of the log odds of the code's share among all codes in it.
        rest: probability that a right code is among the other candidates, where the first is
            wrong.
        coded_from: probability from which a title is coded without a person.
        least_likeness: below it, nothing is coded without a person, however likely: a text that
            is no title at all is near to something, too.
        no_code_from: probability from which a title is said to have no national code.
        class_from: share from which candidates agree on a class.
    """

    fitted_on: str
    made: str
    sharpness: float
    exact: float
    borne_out: float
    own_from: float
    several: float
    constant: float
    likeness: float
    share: float
    rest: float
    coded_from: float
    least_likeness: float
    no_code_from: float
    class_from: float


@cache
def load_title_words() -> TitleWords:
    """Return the words that ship with the package."""
    return _read("coding.yaml", TitleWords)


@cache
def load_calibration() -> Calibration:
    """Return the calibration that ships with the package."""
    return _read("calibration.yaml", Calibration)


def _read(name: str, kind: type[_T]) -> _T:
    text = (files("jinque.parameters") / "data" / name).read_text(encoding="utf-8")
    return msgspec.convert(yaml.safe_load(text), kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class CriteriaWords:
    """Words of requirements as data; a new word is a line in `data/criteria.yaml`.

    A new tool is one in `data/criteria_tools.yaml`.

    Attributes:
        none_words: what a block prints for "no requirement".
        sentence_ends: characters that end a sentence.
        as_of: day on which the words were last gone through.
        fillers: words around a demand that are none of their own.
        behind_words: fillers that stand behind a demand only.
        either_words: words that join alternatives, longest first.
        both_words: words that join demands of which all are meant.
        using_verbs: verbs of using a tool.
        knowing_verbs: verbs of knowing how to.
        preference_words: words of a wish that is no demand.
        waiver_words: words that say what is not asked.
        education_levels: as printed, lowest first.
        degrees: academic degrees, lowest first.
        title_levels: levels of professional titles.
        education_names: other printed name of an education level -> the level that ranks.
        title_kinds: words for a professional title.
        title_names: other printed name of a title level -> the level that ranks.
        title_fields: words of a field in front of a level.
        title_endings: how the name of a title without a level ends.
        holding_verbs: verbs in front of a certificate.
        certificate_endings: how the name of a certificate ends.
        certificate_leads: adjectives in front of a certificate's name.
        condition_words: words of a bracket that asks for something more.
        paper_stops: words over which no list of certificates goes.
        handling_verbs: verbs of handling papers that nobody has to hold.
        not_certificate_before: characters before 证 that make another word of it.
        licence_words: words that make a certificate a right to practise.
        unnamed_certificates: words by which a certificate is described but not named.
        vague_certificates: words that leave open which certificate is meant.
        languages: names of languages.
        language_manners: words before a language that say how well.
        language_skills: words behind a language that say how well.
        language_purposes: what a language is for.
        not_language_after: words behind a language that make another thing of it.
        language_deeds: what is done in a language.
        language_papers: what is read or written in a language.
        language_levels: patterns of levels of examinations.
        exam_languages: examination that names its language by itself -> the language.
        places: kinds of places in which a person may be asked to work.
        place_moves: going to such a place, in a word.
        place_verbs: verbs in front of such a place.
        place_deeds: what is done there.
        work_nouns: what stands before a word for work that was done (从业, 实践).
        work_records: words for work that was done (经历, 经验).
        work_abilities: words for being able to work in an industry.
        tenure_words: words for how long somebody has worked.
        work_verbs: verbs in front of an industry or of work.
        degree_words: words of measure in front of what was done.
        not_industries: words that end with 业 and are no industry.
        employers: words of an employer, which is no industry.
        unnamed_industries: words that point to an industry without naming it.
        demand_ends: words that end another demand, behind which the next begins.
        prize_endings: how the name of an award ends.
        winning_verbs: verbs in front of an award, longest first.
        tool_classes: class words behind a tool or a list of tools.
        broad_classes: class words of things that a person also builds.
        machine_classes: class words of machines, in front of which only instruments stand.
        instrument_endings: how the names of instruments end.
        not_instruments: words that end so and name none.
        tool_deeds: words behind a tool that say its use and are no task.
        tool_tasks: words of what is done with a tool.
        tool_functions: words of purpose, of which the name of a program does not consist.
        tool_makers: makers whose name in front of a Latin name belongs to it.
        not_tools: Latin names that are no tools even with a class word behind them.
        tools: tools by their own name, by field.
        misprinted_tools: printed name -> name meant.
        foreign_words: words of a title by which a list is for foreign nationals.
        other_roles: words of names that tell a post of another role than a note names.
        role_members: role of a clause -> parts of names of occupations that it surely takes in.
        education_ranks: education level -> rank; equal ranks are the same level.
        degree_ranks: academic degree -> rank.
        title_ranks: level of a professional title -> rank; 高级 asks for 副高级 or above.
        home_nationality: names of the nationality that is not foreign.
        foreign_nationalities: names of those that are; any other word is unknown.
        nationality_endings: what may stand behind the name of a nationality.
        ethnicities: of the national list, which are no nationalities.
        ethnicity_ending: what may stand behind the name of one.
        subject_words: endings of whom a demand holds for, where not for everybody.
        language_aliases: another name of a language -> its name.
        language_exams: names of each level of one examination, the lowest level first.
        certificate_aliases: short name of a certificate -> names on the paper.
        tool_sorts: names that are a sort of tools and none by itself.
        name_endings: endings of names that make no occupation or major near to another;
            `name_generic` are words inside a name that do not either.
        patterns: regular expressions of `data/criteria_patterns.yaml`, by name.
    """

    as_of: date
    none_words: tuple[str, ...]
    sentence_ends: str
    fillers: tuple[str, ...]
    behind_words: tuple[str, ...]
    either_words: tuple[str, ...]
    both_words: tuple[str, ...]
    using_verbs: tuple[str, ...]
    knowing_verbs: tuple[str, ...]
    preference_words: tuple[str, ...]
    waiver_words: tuple[str, ...]
    education_levels: tuple[str, ...]
    degrees: tuple[str, ...]
    education_names: dict[str, str]
    title_levels: tuple[str, ...]
    title_kinds: tuple[str, ...]
    title_names: dict[str, str]
    title_fields: tuple[str, ...]
    title_endings: tuple[str, ...]
    holding_verbs: tuple[str, ...]
    certificate_endings: tuple[str, ...]
    certificate_leads: tuple[str, ...]
    condition_words: tuple[str, ...]
    paper_stops: tuple[str, ...]
    handling_verbs: tuple[str, ...]
    not_certificate_before: str
    licence_words: tuple[str, ...]
    unnamed_certificates: tuple[str, ...]
    vague_certificates: tuple[str, ...]
    languages: tuple[str, ...]
    language_manners: tuple[str, ...]
    language_skills: tuple[str, ...]
    language_purposes: tuple[str, ...]
    not_language_after: tuple[str, ...]
    language_deeds: tuple[str, ...]
    language_papers: tuple[str, ...]
    language_levels: tuple[str, ...]
    exam_languages: dict[str, str]
    places: tuple[str, ...]
    place_moves: tuple[str, ...]
    place_verbs: tuple[str, ...]
    place_deeds: tuple[str, ...]
    work_nouns: tuple[str, ...]
    work_records: tuple[str, ...]
    work_abilities: tuple[str, ...]
    tenure_words: tuple[str, ...]
    work_verbs: tuple[str, ...]
    degree_words: tuple[str, ...]
    not_industries: tuple[str, ...]
    employers: tuple[str, ...]
    unnamed_industries: tuple[str, ...]
    demand_ends: tuple[str, ...]
    prize_endings: tuple[str, ...]
    winning_verbs: tuple[str, ...]
    tool_classes: tuple[str, ...]
    broad_classes: tuple[str, ...]
    machine_classes: tuple[str, ...]
    instrument_endings: tuple[str, ...]
    not_instruments: tuple[str, ...]
    tool_deeds: tuple[str, ...]
    tool_tasks: tuple[str, ...]
    tool_functions: tuple[str, ...]
    tool_makers: tuple[str, ...]
    not_tools: tuple[str, ...]
    tools: dict[str, tuple[tuple[str, ...], ...]]
    misprinted_tools: dict[str, str]
    foreign_words: tuple[str, ...]
    other_roles: tuple[str, ...]
    role_members: dict[str, tuple[str, ...]]
    education_ranks: dict[str, int]
    degree_ranks: dict[str, int]
    title_ranks: dict[str, int]
    home_nationality: tuple[str, ...]
    foreign_nationalities: tuple[str, ...]
    nationality_endings: tuple[str, ...]
    ethnicities: tuple[str, ...]
    ethnicity_ending: str
    subject_words: tuple[str, ...]
    language_aliases: dict[str, str]
    language_exams: tuple[tuple[str, ...], ...]
    certificate_aliases: dict[str, tuple[str, ...]]
    tool_sorts: tuple[str, ...]
    name_endings: tuple[str, ...]
    name_generic: tuple[str, ...]
    patterns: dict[str, str]

    def education_rank(self, level: str) -> int:
        """Return the rank of an education level under any of its printed names.

        Raises:
            KeyError: a level that is in no scale.
        """
        return self.education_ranks[self.education_names.get(level, level)]

    def title_rank(self, level: str) -> int | None:
        """Return the rank of a title level; None for a title that prints none (副主任医师)."""
        return self.title_ranks.get(self.title_names.get(level, level))


@cache
def load_criteria_words() -> CriteriaWords:
    """Return the words that ship with the package."""
    data = files("jinque.parameters") / "data"
    table: dict[str, object] = {}
    for name in ("criteria_tools.yaml", "criteria_patterns.yaml", "criteria.yaml"):
        table |= yaml.load((data / name).read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - safe
    return msgspec.convert(table, CriteriaWords)


@dataclass(frozen=True, slots=True, kw_only=True)
class TeachingWords:
    """Words as data; a new one is a word in `data/teaching.yaml`.

    Attributes:
        tool_names: names of one tool; one of a single letter is never looked for by itself.
        ability_leads: words in front of an ability.
        ability_degrees: words behind these that say how much of it.
        ability_endings: endings that are left away when an ability is looked for, longest first.
    """

    tool_names: tuple[tuple[str, ...], ...]
    ability_leads: tuple[str, ...]
    ability_degrees: tuple[str, ...]
    ability_endings: tuple[str, ...]


@cache
def load_teaching_words() -> TeachingWords:
    """Return the words that ship with the package."""
    file = files("jinque.parameters") / "data" / "teaching.yaml"
    return msgspec.convert(yaml.safe_load(file.read_text(encoding="utf-8")), TeachingWords)


@dataclass(frozen=True, slots=True, kw_only=True)
class WordScale:
    """Labels of one way to print shortage in words.

    Attributes:
        labels: from weakest to strongest.
    """

    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CellWords:
    """Words by which the cells of a column tell its role.

    One word of any of the three lists is enough.

    Attributes:
        longest: characters of the longest cell that tells anything.
    """

    begins: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    contains: tuple[str, ...] = ()
    longest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Words of the trade as data; a new synonym is a line in `data/vocabulary.yaml`.

    Attributes:
        headings: column role -> headings that name it.
        role_names: column role -> what it is called.
        demand_roles: column roles that demand something of a person.
        demand_words: parts of unknown headings that demand something.
        not_demand_words: parts of headings that demand nothing all the same.
        cell_weights: column role -> how much its cells tell by themselves, 0 to 1.
        cell_words: column role -> words by which its cells tell it.
        heading_marks: what may stand around a heading without changing it.
        heading_units: words in a bracket of a heading that change what it means.
        pay_plausible: lowest and highest pay, 10,000 CNY a year, that is not doubted.
        block_labels: label of a requirement block -> what it states; an empty value is a label
            that stays in the text.
        dashes: what stands in a cell for "nothing".
        star: the character that a star scale repeats.
        word_scales: scales in words.
        special_need_marks: marks behind the name of a post that the classification lacks.
        letter_marks: letter behind a name -> marker.
        note_words: words that begin a footnote, followed by a colon.
        title_endings: words that end the title of a catalogue or regulation.
        annex_words: words that head an annex.
        annex_list_words: words that begin the list of annexes below a regulation.
        series_separator: stands between alternative title series.
        list_leads: words between a list's heading and its first entry.
        open_list_endings: words that end a list of examples.
        region_endings: last characters of the names of counties and districts.
        region_heading: what follows the region's name in a regional heading.
        scope_words: words in a title that restrict whom the catalogue is for.
        classification_name: official name of the national classification.
        not_in_classification: words of a note that says why rows print no code.
        education_levels: education levels and degrees from lowest to highest, as printed.
        education_other: further words that an education cell may print.
    """

    headings: dict[str, tuple[str, ...]]
    role_names: dict[str, Words]
    demand_roles: tuple[str, ...]
    demand_words: tuple[str, ...]
    not_demand_words: tuple[str, ...]
    cell_weights: dict[str, float]
    cell_words: dict[str, CellWords]
    heading_marks: tuple[str, ...]
    heading_units: tuple[str, ...]
    pay_plausible: tuple[float, float]
    block_labels: dict[str, str]
    dashes: tuple[str, ...]
    star: str
    word_scales: tuple[WordScale, ...]
    special_need_marks: tuple[str, ...]
    letter_marks: dict[str, str]
    note_words: tuple[str, ...]
    title_endings: tuple[str, ...]
    annex_words: tuple[str, ...]
    annex_list_words: tuple[str, ...]
    series_separator: str
    list_leads: tuple[str, ...]
    open_list_endings: tuple[str, ...]
    region_endings: str
    region_heading: tuple[str, ...]
    scope_words: tuple[str, ...]
    classification_name: str
    not_in_classification: tuple[str, ...]
    education_levels: tuple[str, ...]
    education_other: tuple[str, ...]


@cache
def load_vocabulary() -> Vocabulary:
    """Return the vocabulary that ships with the package."""
    text = (files("jinque.parameters") / "data" / "vocabulary.yaml").read_text(encoding="utf-8")
    return msgspec.convert(yaml.safe_load(text), Vocabulary)
