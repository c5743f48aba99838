"""A self-check: asked by POST only, so that no address and no log holds anything personal."""

from typing import cast

from litestar import MediaType, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect

from jinque import api
from jinque.web.contexts.assess import AssessContext, assess_context
from jinque.web.contexts.assess_post import AssessPostContext, assess_post_context
from jinque.web.contexts.assess_sheet import assess_sheet
from jinque.web.contexts.assess_start import AssessStartContext, assess_start_context
from jinque.web.pages.assess_request import MOST_BYTES, question_of, refuse_json, worked
from jinque.web.pages.responses import FAULTS, FAULTS_OF_ONE
from jinque.web.site import Visit
from jinque.web.view import AnyRequest

WORD_FILE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ATTACHED = {
    "cache-control": "no-store",
    "content-disposition": 'attachment; filename="jinque-self-check.docx"',
}


@get("/assess", media_type=MediaType.JSON, operation_id="assess_start", responses=FAULTS_OF_ONE)
async def assess_start_page(
    visit: NamedDependency[Visit], post: FromQuery[str] = ""
) -> Response[AssessStartContext]:
    """The six questions of a self-check; `post` only names the post that one comes from."""
    return visit.answer(
        "assess.html", lambda workspace: assess_start_context(workspace, post.strip())
    )


@post(
    "/assess",
    media_type=MediaType.JSON,
    status_code=200,
    operation_id="assess",
    responses=FAULTS,
    request_max_body_size=MOST_BYTES,
)
async def assess_page(
    visit: NamedDependency[Visit], request: AnyRequest
) -> Response[AssessContext]:
    """One person beside all posts of all cities; takes a form or a JSON object."""
    question = await question_of(request)
    refuse_json(visit, question.errors)
    context = await worked(assess_context, visit.site.workspace, question)
    status = 400 if context.errors else 200
    return visit.private("assess_result.html", context, status=status)


@post(
    "/assess/posts/{post_id:path}",
    media_type=MediaType.JSON,
    status_code=200,
    operation_id="assess_post",
    responses=FAULTS_OF_ONE,
    request_max_body_size=MOST_BYTES,
)
async def assess_post_page(
    visit: NamedDependency[Visit], request: AnyRequest, post_id: FromPath[str]
) -> Response[AssessPostContext]:
    """One person beside one post, clause by clause; takes a form or a JSON object."""
    question = await question_of(request)
    refuse_json(visit, question.errors)
    name = post_id.removeprefix("/")
    context = await worked(assess_post_context, visit.site.workspace, question, name)
    status = 400 if context.errors else 200
    return visit.private("assess_post.html", context, status=status)


@get("/assess/posts/{post_id:path}", include_in_schema=False)
async def assess_post_again(post_id: FromPath[str]) -> Redirect:
    """Lead back to the form whoever opens the address of an answer."""
    return Redirect("/assess", query_params={"post": post_id.removeprefix("/")}, status_code=303)


@post(
    "/assess/sheet/{post_id:path}",
    status_code=200,
    include_in_schema=False,
    request_max_body_size=MOST_BYTES,
)
async def assess_sheet_file(
    visit: NamedDependency[Visit], request: AnyRequest, post_id: FromPath[str]
) -> Response[AssessPostContext]:
    """The same answer as a Word file to be printed and taken along."""
    question = await question_of(request)
    name = post_id.removeprefix("/")
    context = await worked(assess_post_context, visit.site.workspace, question, name)
    if context.post is None:
        return visit.private("assess_post.html", context, status=400)
    paper = assess_sheet(context, context.post, visit.view.language)
    written = await worked(api.paper_docx, paper)
    made = Response(written, media_type=WORD_FILE, headers=ATTACHED)
    return cast("Response[AssessPostContext]", made)
