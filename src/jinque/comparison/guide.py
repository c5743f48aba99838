"""An occupation in plain words: where it is listed, what is asked, what it pays where printed."""

from collections.abc import Mapping, Sequence

from jinque.comparison.teaching_posts import demands, kept, post_name
from jinque.criteria.asked import fewest_years, lowest_education
from jinque.model.criterion import Evidence
from jinque.model.criterion_listed import Certificate, Licence
from jinque.model.edition_names import short_names
from jinque.model.guide import GuideAnswer, GuideEntry, GuideListing
from jinque.model.link import Likeness
from jinque.model.occupation import OccupationAnswer, OccupationEntry, OccupationPost
from jinque.model.post_criteria import CriteriaAnswer
from jinque.model.words import Words


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
    names: Mapping[str, Words],
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


def _listing(answer: CriteriaAnswer, edition_name: Words, *, is_by_name: bool) -> GuideListing:
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
