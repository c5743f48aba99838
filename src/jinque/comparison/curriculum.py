"""Which terms of some posts stand in the text of a curriculum, and where."""

import re
from collections.abc import Sequence

from jinque.comparison.curriculum_search import Text
from jinque.comparison.teaching_posts import naming_shares, post_name
from jinque.comparison.teaching_terms import term_key, terms_of
from jinque.criteria.naming import tool_key
from jinque.model.curriculum import CurriculumAnswer, TermFinding
from jinque.model.post_criteria import CriteriaAnswer
from jinque.model.teaching import Term, TermKind
from jinque.parameters.criteria_words import load_criteria_words
from jinque.parameters.teaching import load_teaching_words
from jinque.text import fold

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
