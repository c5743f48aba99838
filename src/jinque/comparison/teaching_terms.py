"""Terms that the clauses of posts print, counted."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from jinque.comparison.teaching_posts import demands, post_name
from jinque.criteria.naming import language_key, tool_key
from jinque.model.criterion import Criterion, Evidence
from jinque.model.criterion_listed import Certificate, LanguageSkill, Licence, Tool
from jinque.model.post_criteria import CriteriaAnswer, PostCriterion
from jinque.model.teaching import Term, TermKind, TermUse
from jinque.parameters.teaching import load_teaching_words
from jinque.text import fold

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
