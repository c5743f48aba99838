"""One post."""

from litestar import MediaType, Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath

from jinque.web.contexts.post import PostContext, post_context
from jinque.web.pages.responses import FAULTS_OF_ONE
from jinque.web.site import Visit


@get(
    "/posts/{post_id:path}",
    media_type=MediaType.JSON,
    operation_id="post",
    responses=FAULTS_OF_ONE,
)
async def post_page(visit: NamedDependency[Visit], post_id: FromPath[str]) -> Response[PostContext]:
    """A post: its cells as printed, our reading beside them, its lines in the source."""
    name = post_id.removeprefix("/")
    return visit.answer("post.html", lambda workspace: post_context(workspace, name))
