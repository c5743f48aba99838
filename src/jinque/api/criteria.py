"""What a post demands, read from its printed words.

Criteria as JSON objects (docs/reference/json.md).
"""

from jinque.api.workspace import Workspace, find_post
from jinque.model.criterion import CriteriaAnswer


def post_criteria(workspace: Workspace, post_id: str) -> CriteriaAnswer:
    """Return a post beside the reading of its requirements.

    Raises:
        UnknownEditionError: the identifier begins with no edition.
        UnknownPostError: the edition has no such post; the hint names near ones.
    """
    published, place = find_post(workspace, post_id)
    return workspace.rows_read(published.edition.id)[place]
