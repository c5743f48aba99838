"""For colleges and pupils: a major, a curriculum beside posts, an occupation in plain words."""

import msgspec

from jinque import comparison
from jinque.api.eligibility_readings import readings
from jinque.api.occupations import occupation
from jinque.api.teaching_choice import check_name, check_text, chosen
from jinque.api.workspace import Workspace
from jinque.model.curriculum import CurriculumAnswer, CurriculumChoice
from jinque.model.guide import GuideAnswer
from jinque.model.teaching import MajorAnswer, MajorsAnswer

Answer = MajorAnswer | MajorsAnswer | CurriculumAnswer | GuideAnswer


def majors(workspace: Workspace, *, foreign: bool = False) -> MajorsAnswer:
    """Return the majors that posts of the newest editions name.

    Args:
        workspace: where the editions are.
        foreign: whether posts for foreign nationals count.
    """
    return comparison.printed_majors(readings(workspace), foreign=foreign)


def major(workspace: Workspace, name: str, *, foreign: bool = False) -> MajorAnswer:
    """Return the posts that name a major or its class, and what their clauses print.

    Raises:
        InvalidOptionError: the name is empty or longer than 100 characters.
    """
    return comparison.find_major(readings(workspace), check_name(name), foreign=foreign)


def curriculum(workspace: Workspace, text: str, choice: CurriculumChoice) -> CurriculumAnswer:
    """Look for the terms of some posts in the text of a curriculum; nothing of it is kept.

    Raises:
        InvalidOptionError: no posts are chosen, too many are named, or the text is empty.
        SourceTooLargeError: the text is longer than 200,000 characters.
        UnknownPostError: there is no post of an identifier that is given.
        UnknownOccupationError: there is no such occupation.
    """
    written = check_text(text)
    posts, left_out = chosen(workspace, choice)
    return comparison.read_curriculum(written, posts, readings(workspace), left_out)


def guide(workspace: Workspace, typed: str, *, foreign: bool = False) -> GuideAnswer:
    """Say in plain words what the catalogues print of an occupation.

    Raises:
        UnknownOccupationError: there is no such code or name; the hint names near ones.
    """
    answer = occupation(workspace, typed)
    return comparison.guide(answer, readings(workspace), foreign=foreign)


def teaching_dict(answer: Answer) -> dict[str, object]:
    """Return any of these answers for JSON."""
    return msgspec.convert(msgspec.to_builtins(answer), dict[str, object])
