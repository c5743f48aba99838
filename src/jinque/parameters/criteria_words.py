"""The words by which requirements are read into criteria."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import msgspec
import yaml


@dataclass(frozen=True, slots=True, kw_only=True)
class CriteriaWords:
    """Words of requirements as data; a new word is a line in `data/criteria.yaml`.

    Attributes:
        none_words: what a block prints for "no requirement".
        sentence_ends: characters that end a sentence.
        fillers: words around a demand that are none of their own.
        education_levels: as printed, lowest first.
        degrees: academic degrees, lowest first.
        title_levels: levels of professional titles.
        holding_verbs: verbs in front of a certificate.
        certificate_endings: how the name of a certificate ends.
        not_certificate_before: characters before 证 that make another word of it.
        licence_words: words that make a certificate a right to practise.
        unnamed_certificates: words by which a certificate is described but not named.
        vague_certificates: words that leave open which certificate is meant.
        languages: names of languages.
        language_manners: words before a language that say how well.
        language_skills: words behind a language that say how well.
        language_purposes: what a language is for.
        not_language_after: words behind a language that make another thing of it.
        places: kinds of places in which a person may be asked to work.
        prize_endings: how the name of an award ends.
        winning_verbs: verbs in front of an award, longest first.
        tool_classes: class words behind a tool or a list of tools.
        not_tools: Latin names that are no tools even with a class word behind them.
        tools: tools by their own name.
        misprinted_tools: printed name -> name meant.
        foreign_words: words of a title by which a list is for foreign nationals.
        other_roles: words of names that tell a post of another role than a note names.
        education_ranks: education level -> rank; equal ranks are the same level.
        degree_ranks: academic degree -> rank.
        title_ranks: level of a professional title -> rank; 高级 asks for 副高级 or above.
        home_nationality: names of the nationality that is not foreign.
        subject_words: endings of whom a demand holds for, where not for everybody.
        language_aliases: another name of a language -> its name.
        language_exams: names of each level of one examination, the lowest level first.
        certificate_aliases: short name of a certificate -> names on the paper.
        tool_sorts: names that are a sort of tools and none by itself.
        name_endings: endings of names that make no occupation or major near to another;
            `name_generic` are words inside a name that do not either.
    """

    none_words: tuple[str, ...]
    sentence_ends: str
    fillers: tuple[str, ...]
    education_levels: tuple[str, ...]
    degrees: tuple[str, ...]
    title_levels: tuple[str, ...]
    holding_verbs: tuple[str, ...]
    certificate_endings: tuple[str, ...]
    not_certificate_before: str
    licence_words: tuple[str, ...]
    unnamed_certificates: tuple[str, ...]
    vague_certificates: tuple[str, ...]
    languages: tuple[str, ...]
    language_manners: tuple[str, ...]
    language_skills: tuple[str, ...]
    language_purposes: tuple[str, ...]
    not_language_after: tuple[str, ...]
    places: tuple[str, ...]
    prize_endings: tuple[str, ...]
    winning_verbs: tuple[str, ...]
    tool_classes: tuple[str, ...]
    not_tools: tuple[str, ...]
    tools: tuple[str, ...]
    misprinted_tools: dict[str, str]
    foreign_words: tuple[str, ...]
    other_roles: tuple[str, ...]
    education_ranks: dict[str, int]
    degree_ranks: dict[str, int]
    title_ranks: dict[str, int]
    home_nationality: tuple[str, ...]
    subject_words: tuple[str, ...]
    language_aliases: dict[str, str]
    language_exams: tuple[tuple[str, ...], ...]
    certificate_aliases: dict[str, tuple[str, ...]]
    tool_sorts: tuple[str, ...]
    name_endings: tuple[str, ...]
    name_generic: tuple[str, ...]


@cache
def load_criteria_words() -> CriteriaWords:
    """Return the words that ship with the package."""
    text = (files("jinque.parameters") / "data" / "criteria.yaml").read_text(encoding="utf-8")
    return msgspec.convert(yaml.safe_load(text), CriteriaWords)
