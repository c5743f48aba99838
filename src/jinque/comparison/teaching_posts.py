"""Posts with their readings: whom they are for, what they name, how they are called in short."""

from collections.abc import Iterable, Iterator, Sequence

from jinque.model.criterion import AllOf, AnyOf, Criterion, Open
from jinque.model.criterion_listed import Background, Majors
from jinque.model.criterion_person import InScope
from jinque.model.edition_names import short_names
from jinque.model.post_criteria import CriteriaAnswer, PostCriterion
from jinque.model.teaching import NamingShare, PostName
from jinque.model.words import Words


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


def _share(answers: Sequence[CriteriaAnswer], edition: str, name: Words) -> NamingShare:
    kinds = [{type(leaf) for _, leaf in named_majors(each)} for each in answers]
    return NamingShare(
        edition=edition,
        name=name,
        posts=len(answers),
        majors=sum(Majors in each for each in kinds),
        backgrounds=sum(each == {Background} for each in kinds),
        foreign=sum(is_for_foreigners(each) for each in answers),
    )
