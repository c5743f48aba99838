"""Which terms of some posts stand in the text of a curriculum, and where.

A text in which words are looked for letter by letter.

Posts with their readings: whom they are for, what they name, how they are called in short.

Terms that the clauses of posts print, counted.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from jinque.criteria.holdings import language_key, tool_key
from jinque.locale import Sentence
from jinque.model.answers import short_names
from jinque.model.criterion import (
    AllOf,
    AnyOf,
    Background,
    Certificate,
    CriteriaAnswer,
    Criterion,
    Evidence,
    InScope,
    LanguageSkill,
    Licence,
    Majors,
    Open,
    PostCriterion,
    Tool,
)
from jinque.model.teaching import (
    CurriculumAnswer,
    NamingShare,
    PostName,
    Term,
    TermFinding,
    TermKind,
    TermUse,
    TextQuote,
)
from jinque.parameters.words import load_criteria_words, load_teaching_words
from jinque.text import fold

_AROUND = 20
_MOST_PATTERNS = 4096
_BETWEEN = r"[\s\-_/]*"
_LOOSE = re.compile(_BETWEEN.removesuffix("*") + "+")


class Text:
    """A text folded for looking up, each sign with its place in the original.

    Width and case do not matter, nor do blanks, hyphens and line wraps inside a word; a Latin
    word is found as a whole word only.
    """

    def __init__(self, original: str) -> None:
        self.original = original
        folded: list[str] = []
        self._places: list[int] = []
        for place, sign in enumerate(original):
            same = unicodedata.normalize("NFKC", sign).casefold()
            folded.append(same)
            self._places.extend([place] * len(same))
        self._folded = "".join(folded)
        self._tight = _LOOSE.sub("", self._folded)

    @property
    def characters(self) -> int:
        """How many signs it has, blanks left out."""
        return sum(not sign.isspace() for sign in self.original)

    def find(self, words: str) -> TextQuote | None:
        """Return the first place of some words; None where they do not stand in the text."""
        wanted = _LOOSE.sub("", unicodedata.normalize("NFKC", words).casefold())
        if not wanted or wanted not in self._tight:
            return None
        hit = _pattern(wanted).search(self._folded)
        if hit is None:
            return None
        return self._quote(self._places[hit.start()], self._places[hit.end() - 1] + 1)

    def _quote(self, start: int, end: int) -> TextQuote:
        before = self.original[max(0, start - _AROUND) : start].rpartition("\n")[2]
        after = self.original[end : end + _AROUND].partition("\n")[0]
        hit = self.original[start:end]
        return TextQuote(before=before, hit=hit, after=after)


@lru_cache(_MOST_PATTERNS)
def _pattern(wanted: str) -> re.Pattern[str]:
    inside = _BETWEEN.join(re.escape(sign) for sign in wanted)
    before = r"(?<![a-z0-9])" if _is_latin(wanted[0]) else ""
    after = r"(?![a-z0-9]|\+|#)" if _is_latin(wanted[-1]) else ""
    return re.compile(before + inside + after)


def _is_latin(sign: str) -> bool:
    return sign.isascii() and sign.isalnum()


def post_name(answer: CriteriaAnswer) -> PostName:
    """Return a post in short."""
    return PostName(
        id=answer.post.id,
        name=answer.post.name,
        edition=answer.edition.id,
        place=answer.edition.metadata.place.value,
    )


def leaves(criterion: Criterion) -> Iterator[Criterion]:
    """Return the demands inside a criterion; what must not be met is none of them."""
    if isinstance(criterion, AllOf | AnyOf):
        for part in criterion.parts:
            yield from leaves(part)
    elif isinstance(criterion, Open):
        yield from leaves(criterion.part)
    else:
        yield criterion


def demands(answer: CriteriaAnswer) -> Iterator[tuple[PostCriterion, Criterion]]:
    """Return every demand of a post beside the printed words that make it."""
    for each in answer.reading.criteria:
        for leaf in leaves(each.criterion):
            yield each, leaf


def is_for_foreigners(answer: CriteriaAnswer) -> bool:
    """Tell whether the whole list is for foreign nationals."""
    return any(
        isinstance(leaf, InScope) and leaf.nationality == "foreign" for _, leaf in demands(answer)
    )


def kept(
    answers: Iterable[CriteriaAnswer], *, foreign: bool
) -> tuple[tuple[CriteriaAnswer, ...], int]:
    """Return the posts that count, and how many for foreign nationals are left out."""
    every = tuple(answers)
    stay = tuple(each for each in every if foreign or not is_for_foreigners(each))
    return stay, len(every) - len(stay)


def named_majors(
    answer: CriteriaAnswer,
) -> tuple[tuple[PostCriterion, Majors | Background], ...]:
    """Return the demands of a post that name majors or backgrounds."""
    return tuple(
        (each, leaf) for each, leaf in demands(answer) if isinstance(leaf, Majors | Background)
    )


def naming_shares(answers: Sequence[CriteriaAnswer]) -> tuple[NamingShare, ...]:
    """Count, for each catalogue with posts, those that name a major at all."""
    editions = {each.edition.id: each.edition for each in answers}
    names = short_names(editions.values())
    return tuple(
        _share([each for each in answers if each.edition.id == edition], edition, names[edition])
        for edition in editions
    )


def _share(answers: Sequence[CriteriaAnswer], edition: str, name: Sentence) -> NamingShare:
    kinds = [{type(leaf) for _, leaf in named_majors(each)} for each in answers]
    return NamingShare(
        edition=edition,
        name=name,
        posts=len(answers),
        majors=sum(Majors in each for each in kinds),
        backgrounds=sum(each == {Background} for each in kinds),
        foreign=sum(is_for_foreigners(each) for each in answers),
    )


Key = tuple[TermKind, str]

_PARTS = re.compile(r"[，,；;。：:\n]")
_ABILITY = "能力"
_KINDS = tuple(TermKind)


def terms_of(answers: Iterable[CriteriaAnswer]) -> tuple[Term, ...]:
    """Return the terms of some posts by kind, those that most posts print first.

    Tools, certificates and languages are those read as such; an ability is a part of a clause
    that ends in 能力, taken as printed without the words in front of it (具备, 较强的).
    """
    names: dict[Key, str] = {}
    uses: defaultdict[Key, dict[tuple[str, str], TermUse]] = defaultdict(dict)
    for answer in answers:
        post = post_name(answer)
        for clause, kind, name in _printed(answer):
            key = (kind, term_key(kind, name))
            names.setdefault(key, name)
            uses[key].setdefault((post.id, clause), TermUse(post=post, clause=clause))
    found = [_term(key, names[key], tuple(uses[key].values())) for key in names]
    return tuple(sorted(found, key=lambda each: (_KINDS.index(each.kind), -each.posts)))


def term_key(kind: TermKind, name: str) -> str:
    """Return what two names of one term have in common."""
    if kind is TermKind.TOOL:
        return _tool_groups().get(tool_key(name), tool_key(name))
    return language_key(name) if kind is TermKind.LANGUAGE else fold(name)


def abilities_in(clause: str) -> Iterator[str]:
    """Return the abilities that a clause prints, without the words in front of them."""
    for part in _PARTS.split(clause):
        name = _lead().sub("", part.strip(), count=1)
        if name.endswith(_ABILITY) and name != _ABILITY:
            yield name


def _printed(answer: CriteriaAnswer) -> Iterator[tuple[str, TermKind, str]]:
    for each, leaf in demands(answer):
        for kind, name in _names(each, leaf):
            yield each.clause, kind, name


def _names(printed: PostCriterion, leaf: Criterion) -> Iterator[tuple[TermKind, str]]:
    if isinstance(leaf, Tool):
        yield from ((TermKind.TOOL, name) for name in leaf.names)
    elif isinstance(leaf, Certificate | Licence):
        yield from ((TermKind.CERTIFICATE, name) for name in leaf.names)
    elif isinstance(leaf, LanguageSkill):
        yield TermKind.LANGUAGE, leaf.language
    elif isinstance(leaf, Evidence):
        yield from ((TermKind.ABILITY, name) for name in abilities_in(printed.clause))


def _term(key: Key, name: str, uses: Sequence[TermUse]) -> Term:
    posts = len({use.post.id for use in uses})
    return Term(kind=key[0], name=name, posts=posts, uses=tuple(uses))


@cache
def _tool_groups() -> dict[str, str]:
    """Return, for each name of a tool, the first of its group; `C/C++` belongs to none."""
    groups: dict[str, str] = {}
    for names in load_teaching_words().tool_names:
        for name in names:
            groups.setdefault(tool_key(name), tool_key(names[0]))
    return {name: group for name, group in groups.items() if "/" not in name}


@cache
def _lead() -> re.Pattern[str]:
    words = load_teaching_words()
    leads, degrees = "|".join(words.ability_leads), "|".join(words.ability_degrees)
    return re.compile(rf"^(?:{leads})*(?:{degrees})?")


_BRACKETED = re.compile(r"[（(]([^（）()]+)[）)]")


def read_curriculum(
    text: str,
    answers: Sequence[CriteriaAnswer],
    every: Sequence[CriteriaAnswer],
    left_out: int = 0,
) -> CurriculumAnswer:
    """Look for the terms of some posts in a text.

    Args:
        text: of a curriculum, of any length that its reader took.
        answers: the posts chosen.
        every: all posts, which tell how many name a major at all.
        left_out: how many for foreign nationals the choice met besides.
    """
    inside = Text(text)
    findings = [_finding(inside, term) for term in terms_of(answers)]
    return CurriculumAnswer(
        posts=tuple(post_name(each) for each in answers),
        left_out=left_out,
        characters=inside.characters,
        found=tuple(each for each in findings if each.quote),
        not_found=tuple(each for each in findings if not each.quote),
        shares=naming_shares(every),
    )


def words_of(term: Term) -> tuple[str, ...]:
    """Return the words that are looked for: the term's name, other names, its stem."""
    if term.kind is TermKind.TOOL:
        return _tool_words(term.name)
    if term.kind is TermKind.ABILITY:
        return (term.name, _ability_stem(term.name))
    if term.kind is TermKind.LANGUAGE:
        aliases = load_criteria_words().language_aliases
        others = (name for name in aliases if term_key(term.kind, name) == _key(term))
        return (term.name, _key(term), *others)
    short = load_criteria_words().certificate_aliases.get(term.name, ())
    bare = _BRACKETED.sub("", term.name)
    return (term.name, bare, *_BRACKETED.findall(term.name), *short)


def _finding(text: Text, term: Term) -> TermFinding:
    words = tuple({fold(each): each for each in reversed(words_of(term)) if each}.values())[::-1]
    quote = next((hit for each in words if (hit := text.find(each))), None)
    return TermFinding(term=term, looked_for=words, quote=quote)


def _key(term: Term) -> str:
    return term_key(term.kind, term.name)


def _tool_words(name: str) -> tuple[str, ...]:
    """Return the names of a tool; one letter by itself means too much to be looked for."""
    known = [names for names in load_teaching_words().tool_names if _has(names, name)]
    others = tuple(each for names in known[:1] for each in names)
    every = (name, *others) if others else (name, f"{name}语言" if len(name) == 1 else name)
    return tuple(each for each in every if len(each) > 1)


def _has(names: Sequence[str], name: str) -> bool:
    return term_key(TermKind.TOOL, names[0]) == term_key(TermKind.TOOL, name) or tool_key(name) in {
        tool_key(each) for each in names
    }


def _ability_stem(name: str) -> str:
    for ending in load_teaching_words().ability_endings:
        if name.endswith(ending):
            stem = name.removesuffix(ending)
            return stem if len(stem) > 1 else name
    return name
