"""The six questions that a self-check begins with."""

from dataclasses import dataclass

from jinque import api
from jinque.model import Kind, Words
from jinque.model.assessment_words import SELF_CHECK_NOTICE
from jinque.web.contexts.assess_field import FieldsView
from jinque.web.contexts.assess_form import six_questions


@dataclass(frozen=True, slots=True, kw_only=True)
class PostCard:
    """The post that the visitor came from."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessStartContext:
    """What `/assess` shows.

    Attributes:
        notice: what a result is not.
        post: None where the visitor came from no post.
        questions: the six questions.
        posts: posts in the record.
        editions: catalogues that hold posts.
    """

    notice: Words = SELF_CHECK_NOTICE
    post: PostCard | None
    questions: tuple[FieldsView, ...]
    posts: int
    editions: int


def assess_start_context(workspace: api.Workspace, post_id: str) -> AssessStartContext:
    """Gather the form; `post_id` is empty where the visitor came from no post.

    Raises:
        UnknownPostError: no post is called so.
    """
    counts = [each.counts.get(Kind.POST, 0) for each in api.catalogues(workspace)]
    post = api.show(workspace, post_id).post if post_id else None
    return AssessStartContext(
        post=PostCard(id=post.id, name=post.name_printed) if post else None,
        questions=six_questions({"aim": (post.name,)} if post else {}),
        posts=sum(counts),
        editions=len([count for count in counts if count]),
    )
