"""Certificates, rights to practise, levels of professional titles."""

import re
from collections.abc import Iterator
from functools import cache

from jinque.extraction.criteria.found import Found, one_of
from jinque.extraction.criteria.listing import ONE_OF, are_all, split_names
from jinque.model.criterion import Criterion
from jinque.model.criterion_listed import Certificate, Licence
from jinque.model.criterion_person import TitleLevel
from jinque.parameters.criteria_words import load_criteria_words

_LONGEST = 40


def read_titles(sentence: str) -> Iterator[Found]:
    """Read levels of professional titles (职称)."""
    for match in _title().finditer(sentence):
        level = TitleLevel(at_least=match["level"])
        yield Found(criterion=level, start=match.start(), end=match.end())


def read_holdings(sentence: str) -> Iterator[Found]:
    """Read named certificates and rights to practise."""
    words = load_criteria_words()
    for match in _holding().finditer(sentence):
        printed = match["names"]
        if any(word in printed for word in words.unnamed_certificates):
            continue
        is_vague = any(word in printed for word in words.vague_certificates)
        ends_at_and = re.search(rf"(?:{one_of(words.certificate_endings)})[和及与]", printed)
        names = split_names(printed, at_and=bool(ends_at_and))
        every = False if match["one"] else are_all(printed, len(names))
        doubt = "names_joined" if every is None else None
        yield Found(
            criterion=_of_names(names, every, match["condition"] or ""),
            start=match.start(),
            end=match.end(),
            doubt="certificate_vague" if is_vague else doubt,
        )


def _of_names(names: tuple[str, ...], every: bool | None, condition: str) -> Criterion:  # noqa: FBT001 - three-valued
    licences = load_criteria_words().licence_words
    if any(word in name for name in names for word in licences):
        return Licence(names=names, are_all=every, condition=condition)
    return Certificate(names=names, are_all=every)


@cache
def _title() -> re.Pattern[str]:
    levels = one_of(load_criteria_words().title_levels)
    return re.compile(
        rf"(?P<level>{levels})(?:[（(]含[)）])?(?:及以上|以上)?(?:专业)?(?:技术)?[^，,、；。或和及]{{0,6}}?(?:职称|职务任职资格)"
    )


@cache
def _holding() -> re.Pattern[str]:
    words = load_criteria_words()
    endings = one_of(words.certificate_endings)
    before = re.escape(words.not_certificate_before)
    verbs = one_of(verb for verb in words.holding_verbs if len(verb) > 1)
    name = (
        rf"(?:(?!{verbs})[^，,；。（）()]){{1,{_LONGEST}}}?"
        rf"(?<![{before}])(?:{endings})(?![书件据券明照格的])"
    )
    return re.compile(
        rf"(?<!所)(?:{one_of(words.holding_verbs)})"
        rf"(?P<names>{name}(?:(?:、|或者|或(?!以上)|和|及|与){name})*)"
        rf"(?:[（(](?P<condition>[^）)]*)[）)])?(?P<one>{ONE_OF})?"
    )
