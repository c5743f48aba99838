"""Posts whose requirements name a major or its class. No major is inferred from an occupation."""

from collections.abc import Iterator, Sequence

from jinque.classification.majors import find_majors, relation
from jinque.comparison.teaching_posts import kept, named_majors, naming_shares, post_name
from jinque.comparison.teaching_terms import terms_of
from jinque.model.criterion_listed import Background
from jinque.model.major import MajorLikeness, MajorRelation
from jinque.model.post_criteria import CriteriaAnswer
from jinque.model.teaching import MajorAnswer, MajorPost, MajorsAnswer, PrintedMajor
from jinque.model.words import Words
from jinque.text import fold

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
        zh, en = f"“{printed}”即所查的类", f"“{printed}” is the class asked for"
        return MajorRelation(kind=MajorLikeness.SAME, reason=Words(zh=zh, en=en))
    within = relation(asked, printed)
    if within.kind in _NEAREST:
        return MajorRelation(kind=MajorLikeness.SAME_CLASS, reason=within.reason)
    return stands


def _stem(name: str) -> str:
    return fold(name).removesuffix("类")


def _order(found: MajorPost) -> tuple[str, str, int]:
    return found.post.place or "", found.post.edition, _NEAREST.index(found.likeness)
