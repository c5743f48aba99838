"""How the demands of a sentence are joined: 或, 并, 、 and commas, and how far each reaches.

From the tightest to the loosest: what stands right beside a demand; 或 between neighbours with
the list of 、 before it; 并 and 和 inside a phrase; 或 behind a comma, which reaches over whole
phrases; the comma. Where 或 joins what is read with what is not, people judge the latter.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import cache

from jinque.extraction.criteria.found import (
    COMMA,
    Found,
    begins_with_verb,
    one_of,
    one_of_behind,
    one_of_several,
    pattern,
    rest,
)
from jinque.locale import say
from jinque.model.criterion import (
    AcademicDegree,
    AllOf,
    AnyOf,
    Background,
    Certificate,
    Criterion,
    EducationLevel,
    Evidence,
    IndustryExperience,
    Licence,
    Majors,
    TitleLevel,
    Tool,
    WonAwards,
)
from jinque.parameters.words import load_criteria_words


class Joint(IntEnum):
    """What stands before a piece of a sentence, the tightest first."""

    BESIDE = 0
    EITHER = 1
    LISTED = 2
    BOTH = 3
    PHRASE_EITHER = 4
    PHRASE = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Criteria that share their words, or words that none of the readers knows."""

    founds: tuple[Found, ...] = ()
    start: int
    end: int


@dataclass(slots=True, kw_only=True)
class Term:
    """Pieces that stand side by side or are joined by *and*: all of them are demanded."""

    pieces: list[Piece]

    @property
    def founds(self) -> list[Found]:
        """Criteria among the pieces, in printed order."""
        return [found for piece in self.pieces for found in piece.founds]

    @property
    def unread(self) -> list[Piece]:
        """Pieces that are left to people."""
        return [piece for piece in self.pieces if not piece.founds]


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """A sentence whose demands are joined.

    Attributes:
        founds: criteria and groups, in printed order.
        is_read: nothing that demands anything is left beside them.
    """

    founds: list[Found]
    is_read: bool


def join(sentence: str, founds: Sequence[Found]) -> Joined:
    """Join the criteria of a sentence as its conjunctions say.

    Args:
        sentence: the text; what waives a demand is blanked out.
        founds: criteria with the verbs around them, in any order.
    """
    joined: list[Found] = []
    is_read = True
    for terms in _phrases(sentence, founds):
        for term in terms:
            joined += term.founds
            is_read = is_read and not term.unread
    return Joined(founds=joined, is_read=is_read)


def _phrases(sentence: str, founds: Sequence[Found]) -> list[list[Term]]:
    """Return the terms of each phrase; phrases with 或 between them are one term."""
    phrases: list[list[Term]] = []
    inner: list[tuple[Joint, Term]] = []
    outer = Joint.PHRASE
    for joint, piece in (*_pieces(sentence, founds), (Joint.PHRASE, None)):
        if joint >= Joint.PHRASE_EITHER:
            if inner:
                _add_phrase(sentence, phrases, outer, _terms(sentence, inner))
            inner, outer = [], joint
            joint = Joint.PHRASE  # noqa: PLW2901 - the first of its phrase
        if piece is None:
            continue
        if joint is Joint.BESIDE and inner:
            inner[-1][1].pieces.append(piece)
        else:
            inner.append((joint, Term(pieces=[piece])))
    return phrases


def _add_phrase(sentence: str, phrases: list[list[Term]], joint: Joint, terms: list[Term]) -> None:
    """Append a phrase, or make one term of it and of the one before it."""
    if joint is Joint.PHRASE_EITHER and phrases:
        apart, before = _majors_apart(phrases[-1])
        group = _group(sentence, [before, terms], across=True)
        if group:
            phrases[-1] = [*apart, group]
            return
    phrases.append(terms)


def _majors_apart(terms: list[Term]) -> tuple[list[Term], list[Term]]:
    """Part the majors that begin a phrase, and bind all its alternatives, from the rest."""
    pieces = [piece for term in terms for piece in term.pieces]
    if len(pieces) > 1 and any(isinstance(f.criterion, Majors) for f in pieces[0].founds):
        return [Term(pieces=pieces[:1])], [Term(pieces=pieces[1:])]
    return [], terms


def _terms(sentence: str, inner: list[tuple[Joint, Term]]) -> list[Term]:
    """Join the terms of a phrase at 或 and at …之一; the others stand side by side."""
    terms: list[tuple[Joint, Term]] = []
    for joint, term in inner:
        if joint is Joint.EITHER and terms:
            first = _begin_of_list(terms)
            apart, before = _majors_apart([terms[first][1]])
            others = [[each] for _, each in terms[first + 1 :]]
            group = _group(sentence, [before, *others, [term]])
            if group:
                kept = [(terms[first][0], each) for each in apart]
                terms[first:] = [*kept, (Joint.BOTH if apart else terms[first][0], group)]
                continue
        terms.append((joint, term))
        if _ends_at_one_of(sentence, term) and len(terms) > 1:
            first = _begin_of_list(terms)
            group = _group(sentence, [[_alone(each)] for _, each in terms[first:]])
            if group and first < len(terms) - 1:
                terms[first:] = [(terms[first][0], group)]
    return [term for _, term in terms]


def _alone(term: Term) -> Term:
    """Return a term in which a list of one name, of which one was enough, is that name."""
    pieces = []
    for piece in term.pieces:
        founds = tuple(
            replace(found, criterion=replace(found.criterion, are_all=True))
            if isinstance(found.criterion, _LISTS) and len(found.criterion.names) == 1
            else found
            for found in piece.founds
        )
        pieces.append(replace(piece, founds=founds))
    return Term(pieces=pieces)


def _begin_of_list(terms: list[tuple[Joint, Term]]) -> int:
    """Return where the list of 、 begins that ends with the last term."""
    first = len(terms) - 1
    while first and terms[first][0] is Joint.LISTED and terms[first - 1][1].founds:
        first -= 1
    return first


def _ends_at_one_of(sentence: str, term: Term) -> bool:
    """Tell whether …之一 stands behind a criterion, and take it out of what is unread."""
    last = term.pieces[-1]
    if last.founds:
        text = sentence[last.start : last.end]
        return bool(one_of_several().match(sentence, last.end) or one_of_behind().search(text))
    match = one_of_several().match(sentence, last.start)
    if not match or len(term.pieces) == 1:
        return False
    if not rest(sentence[match.end() : last.end], ()):
        term.pieces.pop()
    return True


def _group(sentence: str, alternatives: list[list[Term]], *, across: bool = False) -> Term | None:
    """Return the term of alternatives; None where all of them are left to people."""
    if not any(term.founds for terms in alternatives for term in terms):
        return None
    parts: list[Found] = []
    for terms in alternatives:
        found = _part(sentence, terms)
        same = _same_list(sentence, parts, found, across=across)
        if same is None:
            parts += _flat(found)
        else:
            parts[-1] = same
    if len(parts) == 1:
        whole = parts[0]
    else:
        criteria = tuple(part.criterion for part in parts)
        doubts = [part.doubt for part in parts if part.doubt]
        whole = replace(
            parts[0],
            criterion=AnyOf(parts=criteria),
            end=parts[-1].end,
            doubt=doubts[0] if doubts else None,
        )
    start, end = _span([piece for terms in alternatives for t in terms for piece in t.pieces])
    whole = replace(whole, start=start, end=end)
    return Term(pieces=[Piece(founds=(whole,), start=start, end=end)])


def _flat(found: Found) -> list[Found]:
    if isinstance(found.criterion, AnyOf):
        return [replace(found, criterion=part) for part in found.criterion.parts]
    return [found]


def _span(pieces: Sequence[Piece]) -> tuple[int, int]:
    return min(piece.start for piece in pieces), max(piece.end for piece in pieces)


def _part(sentence: str, terms: list[Term]) -> Found:
    """Return one alternative: a criterion, words for people, or a set of both."""
    pieces = [piece for term in terms for piece in _with_tasks(term)]
    criteria: list[Criterion] = []
    for piece in pieces:
        if piece.founds:
            criteria += [found.criterion for found in piece.founds]
        else:
            text = sentence[piece.start : piece.end].strip()
            criteria.append(Evidence(words=say("judged by people: {text}", text=text)))
    start, end = _span(pieces)
    doubts = [found.doubt for piece in pieces for found in piece.founds if found.doubt]
    only = criteria[0] if len(criteria) == 1 else AllOf(parts=tuple(criteria))
    return Found(criterion=only, start=start, end=end, doubt=doubts[0] if doubts else None)


def _with_tasks(term: Term) -> list[Piece]:
    """Return the pieces of a term; what is done with a tool belongs to it."""
    if not any(isinstance(found.criterion, _WITH_WORDS) for found in term.founds):
        return term.pieces
    start, end = _span(term.pieces)
    return [replace(piece, start=start, end=end) for piece in term.pieces if piece.founds]


_WITH_WORDS = (Tool, TitleLevel, EducationLevel, AcademicDegree)
_LISTS = (Tool, Certificate, Licence, WonAwards)
_SUBJECTS = (Majors, Background)


def _same_list(sentence: str, parts: list[Found], found: Found, *, across: bool) -> Found | None:
    """Return the list that goes on behind 或; None where a new alternative begins.

    Industries are one list whatever their verbs; other names are where no verb of their own and
    comma part them.
    """
    if not parts:
        return None
    last, new = parts[-1].criterion, found.criterion
    merged: Criterion | None = None
    if isinstance(last, IndustryExperience) and isinstance(new, IndustryExperience):
        merged = IndustryExperience(any_of=tuple(dict.fromkeys((*last.any_of, *new.any_of))))
    elif type(last) is type(new) and not (across and begins_with_verb(sentence, found)):
        if isinstance(last, _LISTS) and isinstance(new, _LISTS) and _are_open(last, new):
            names = tuple(dict.fromkeys((*last.names, *new.names)))
            merged = replace(last, names=names, are_all=False)
        elif isinstance(last, _SUBJECTS) and isinstance(new, _SUBJECTS):
            names = tuple(dict.fromkeys((*last.names, *new.names)))
            merged = replace(last, names=names, is_open=last.is_open or new.is_open)
    if merged is None:
        return None
    return replace(parts[-1], criterion=merged, end=found.end, doubt=None)


def _are_open(last: Criterion, new: Criterion) -> bool:
    """Tell whether no list of the two demands several names at once, or a condition."""
    return all(
        (len(each.names) == 1 or each.are_all is False) and not getattr(each, "condition", "")
        for each in (last, new)
        if isinstance(each, _LISTS)
    )


def _pieces(sentence: str, founds: Sequence[Found]) -> Iterator[tuple[Joint, Piece]]:
    """Return what is read and what is not in printed order, each with what joins it."""
    pending = Joint.PHRASE
    place = 0
    for atom in (*_atoms(founds), None):
        end = atom.start if atom else len(sentence)
        gap = _gap(sentence, place, end, is_first=place == 0, is_last=atom is None)
        for joint, piece in gap:
            pending = joint
            if piece:
                yield (Joint.PHRASE if piece.start == 0 else pending), piece
        if atom:
            yield pending, atom
            place, pending = atom.end, Joint.BESIDE


def _atoms(founds: Sequence[Found]) -> list[Piece]:
    """Return the criteria, those whose words overlap as one piece."""
    pieces: list[Piece] = []
    for found in sorted(founds, key=lambda each: (each.start, each.end)):
        last = pieces[-1] if pieces else None
        if last and found.start < last.end:
            end = max(last.end, found.end)
            pieces[-1] = replace(last, founds=(*last.founds, found), end=end)
        else:
            pieces.append(Piece(founds=(found,), start=found.start, end=found.end))
    return pieces


def _gap(
    sentence: str, start: int, end: int, *, is_first: bool, is_last: bool
) -> Iterator[tuple[Joint, Piece | None]]:
    """Return the unread words between two criteria, and last what joins the second one."""
    segments = list(_segments(sentence, start, end))
    joint = Joint.PHRASE if is_first else Joint.BESIDE
    for number, (begin, stop) in enumerate(segments):
        is_touching = number > 0 or not is_first
        lead = _lead().match(sentence, begin, stop) if is_touching else None
        if number:
            joint = Joint.PHRASE_EITHER if lead and lead["either"] else Joint.PHRASE
        elif lead:
            joint = _joint_of(lead)
        body = lead.end() if lead else begin
        is_end = number == len(segments) - 1 and not is_last
        trail = _trail().search(sentence, body, stop) if is_end else None
        body_end = trail.start() if trail else stop
        if rest(sentence[body:body_end], ()):
            while sentence[body].isspace():
                body += 1
            yield joint, Piece(start=body, end=body_end)
            joint = _joint_of(trail) if trail else Joint.BESIDE
        elif trail and joint is Joint.PHRASE and number:
            joint = Joint.PHRASE_EITHER if trail["either"] else joint
        elif trail and joint is Joint.BESIDE:
            joint = _joint_of(trail)
    yield joint, None


def _joint_of(match: re.Match[str]) -> Joint:
    if match["either"]:
        return Joint.EITHER
    return Joint.LISTED if match["listed"] else Joint.BOTH


def _segments(sentence: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Return what stands between the commas of a stretch; commas in brackets part nothing."""
    depth = 0
    for place in range(start, end):
        depth = max(0, depth + (sentence[place] in "（(") - (sentence[place] in "）)"))
        if sentence[place] in COMMA and not depth:
            yield start, place
            start = place + 1
    yield start, end


def without_preferences(sentence: str) -> str:
    """Return the sentence with what is only preferred, or not asked, made unreadable."""
    return _blank_out(sentence, [*_preferences(sentence), *_waivers(sentence)], "；")


def without_waivers(sentence: str) -> str:
    """Return the sentence with a comma for what is expressly not asked."""
    return _blank_out(sentence, _waivers(sentence), "，")


def _blank_out(sentence: str, spans: list[tuple[int, int]], mark: str) -> str:
    for start, end in spans:
        sentence = sentence[:start] + mark * (end - start) + sentence[end:]
    return sentence


def _preferences(sentence: str) -> list[tuple[int, int]]:
    """Return the phrases that prefer; one that 或 or 并 begins takes the phrase before it along."""
    spans = list(_segments(sentence, 0, len(sentence)))
    preferred = re.compile(one_of(load_criteria_words().preference_words))
    found: list[tuple[int, int]] = []
    for number, (start, end) in enumerate(spans):
        if preferred.search(sentence, start, end):
            first = number
            while first and _lead().match(sentence, spans[first][0], spans[first][1]):
                first -= 1
            found.append((spans[first][0], end))
    return found


def _waivers(sentence: str) -> list[tuple[int, int]]:
    """Return the phrases and brackets that say what is not asked."""
    waived = one_of(load_criteria_words().waiver_words)
    is_waived = re.compile(pattern("grammar_waivers", waived=waived))
    is_more = re.compile(pattern("grammar_waivers_2"))
    found = [
        (start, end)
        for start, end in _segments(sentence, 0, len(sentence))
        if is_waived.search(sentence, start, end) and not is_more.search(sentence, start, end)
    ]
    brackets = re.finditer(pattern("grammar_waivers_3", waived=waived), sentence)
    return found + [each.span() for each in brackets]


@cache
def _conjunctions() -> str:
    return pattern("grammar_conjunctions")


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(pattern("grammar_lead", conjunctions=_conjunctions()))


@cache
def _trail() -> re.Pattern[str]:
    return re.compile(rf"(?:{_conjunctions()})\s*$")
