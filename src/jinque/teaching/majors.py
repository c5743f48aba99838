"""Posts whose requirements name a major or its class. No major is inferred from an occupation.

An occupation in plain words: where it is listed, what is asked, what it pays where printed.
"""

from collections.abc import Iterator, Mapping, Sequence

from jinque.classification.majors import find_majors, relation
from jinque.criteria.study import fewest_years, lowest_education
from jinque.locale import Sentence, say
from jinque.model.answers import short_names
from jinque.model.criterion import Background, Certificate, CriteriaAnswer, Evidence, Licence
from jinque.model.occupation import (
    MajorLikeness,
    MajorRelation,
    OccupationAnswer,
    OccupationEntry,
    OccupationPost,
)
from jinque.model.post import Likeness
from jinque.model.teaching import (
    GuideAnswer,
    GuideEntry,
    GuideListing,
    MajorAnswer,
    MajorPost,
    MajorsAnswer,
    PrintedMajor,
)
from jinque.teaching.curriculum import (
    demands,
    kept,
    named_majors,
    naming_shares,
    post_name,
    terms_of,
)
from jinque.text import fold


def guide(
    answer: OccupationAnswer, answers: Sequence[CriteriaAnswer], *, foreign: bool
) -> GuideAnswer:
    """Say what the catalogues print of an occupation.

    Args:
        answer: the occupation and the posts that name it.
        answers: all posts beside their readings; rows of title tables are not among them.
        foreign: whether posts for foreign nationals count.
    """
    by_id = {each.post.id: each for each in answers}
    names = short_names({each.edition.id: each.edition for each in answers}.values())
    return GuideAnswer(
        query=answer.query,
        entries=tuple(_entry(entry, by_id, names, foreign=foreign) for entry in answer.entries),
    )


def _entry(
    entry: OccupationEntry,
    by_id: Mapping[str, CriteriaAnswer],
    names: Mapping[str, Sentence],
    *,
    foreign: bool,
) -> GuideEntry:
    found = entry.found.entry
    coded = [each.post.id for each in entry.posts]
    named = [each.post.id for each in entry.proposed if _is_by_name(each, found.code)]
    listed = [by_id[each] for each in dict.fromkeys((*coded, *named)) if each in by_id]
    stay, left_out = kept(listed, foreign=foreign)
    return GuideEntry(
        code=found.code,
        name=found.name,
        former_names=found.former_names,
        listings=tuple(
            _listing(each, names[each.edition.id], is_by_name=each.post.id not in coded)
            for each in stay
        ),
        left_out=left_out,
        class_posts=sum(each.post.id in by_id for each in entry.class_posts),
    )


def _is_by_name(proposed: OccupationPost, code: str) -> bool:
    return any(
        each.likeness is Likeness.SAME_NAME and each.code == code
        for each in proposed.link.candidates
    )


def _listing(answer: CriteriaAnswer, edition_name: Sentence, *, is_by_name: bool) -> GuideListing:
    post, facts = answer.post, answer.edition.metadata
    unstated = (("place", facts.place.value), ("year", facts.issued_on.value))
    return GuideListing(
        post=post_name(answer),
        is_by_name=is_by_name,
        industry=post.industry,
        edition_name=edition_name,
        label=post.shortage.printed if post.shortage else None,
        education=lowest_education(answer.reading),
        years=fewest_years(answer.reading),
        certificates=_certificates(answer),
        description=next((each.text for each in post.cells if each.role == "description"), None),
        abilities=_abilities(answer),
        pay_cny_10k_year=post.pay_cny_10k_year,
        unstated=tuple(name for name, value in unstated if not value),
    )


def _certificates(answer: CriteriaAnswer) -> tuple[str, ...]:
    found = (leaf for _, leaf in demands(answer) if isinstance(leaf, Certificate | Licence))
    return tuple(dict.fromkeys(name for leaf in found for name in leaf.names))


def _abilities(answer: CriteriaAnswer) -> tuple[str, ...]:
    found = (
        each.clause
        for each, leaf in demands(answer)
        if isinstance(leaf, Evidence) and each.block == "ability"
    )
    return tuple(dict.fromkeys(found))


_NEAREST = (MajorLikeness.SAME, MajorLikeness.SAME_CLASS)


def find_major(answers: Sequence[CriteriaAnswer], name: str, *, foreign: bool) -> MajorAnswer:
    """Return the posts that name a major or its class, and what their clauses print.

    Args:
        answers: all posts, which tell besides how many name a major at all.
        name: of a major, or of a class (计算机类).
        foreign: whether posts for foreign nationals count.
    """
    naming = [each for each in answers if _post(each, name)]
    stay, left_out = kept(naming, foreign=foreign)
    posts = [found for each in stay if (found := _post(each, name))]
    return MajorAnswer(
        query=name,
        entries=find_majors(name),
        posts=tuple(sorted(posts, key=_order)),
        left_out=left_out,
        terms=terms_of(stay),
        shares=naming_shares(answers),
    )


def posts_naming(answers: Sequence[CriteriaAnswer], name: str) -> list[CriteriaAnswer]:
    """Return the posts that name a major or its class, foreign nationals' among them."""
    return [each for each in answers if _post(each, name)]


def printed_majors(answers: Sequence[CriteriaAnswer], *, foreign: bool) -> MajorsAnswer:
    """Return every name of a major or a background that posts print."""
    stay, left_out = kept((each for each in answers if named_majors(each)), foreign=foreign)
    names: dict[str, str] = {}
    posts: dict[str, set[str]] = {}
    for answer in stay:
        for name in (name for _, leaf in named_majors(answer) for name in leaf.names):
            names.setdefault(fold(name), name)
            posts.setdefault(fold(name), set()).add(answer.post.id)
    found = (PrintedMajor(name=names[key], posts=len(posts[key])) for key in names)
    return MajorsAnswer(
        names=tuple(sorted(found, key=lambda each: -each.posts)),
        left_out=left_out,
        shares=naming_shares(answers),
    )


def _post(answer: CriteriaAnswer, name: str) -> MajorPost | None:
    """Return the nearest name that a post prints; None where none is the major or its class."""
    return min(_named(answer, name), key=lambda each: _NEAREST.index(each.likeness), default=None)


def _named(answer: CriteriaAnswer, name: str) -> Iterator[MajorPost]:
    for criterion, leaf in named_majors(answer):
        for printed in leaf.names:
            stands = _relation(printed, name)
            if stands.kind in _NEAREST:
                yield MajorPost(
                    post=post_name(answer),
                    printed=printed,
                    likeness=stands.kind,
                    reason=stands.reason,
                    is_background=isinstance(leaf, Background),
                    clause=criterion.clause,
                )


def _relation(printed: str, asked: str) -> MajorRelation:
    """Compare a printed name with the one asked, which may be of a class (计算机类, 计算机)."""
    stands = relation(printed, asked)
    if stands.kind in _NEAREST or find_majors(asked):
        return stands
    if _stem(printed) == _stem(asked):
        message = say("“{printed}” is the class asked for", printed=printed)
        return MajorRelation(kind=MajorLikeness.SAME, reason=message)
    within = relation(asked, printed)
    if within.kind in _NEAREST:
        return MajorRelation(kind=MajorLikeness.SAME_CLASS, reason=within.reason)
    return stands


def _stem(name: str) -> str:
    return fold(name).removesuffix("类")


def _order(found: MajorPost) -> tuple[str, str, int]:
    return found.post.place or "", found.post.edition, _NEAREST.index(found.likeness)
