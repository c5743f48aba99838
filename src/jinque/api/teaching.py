"""For colleges and pupils: a major, a curriculum beside posts, an occupation in plain words.

What a curriculum is held against, and what is refused before anything is read.

The text of a curriculum out of a file.
"""

import hashlib
from pathlib import Path

from jinque import documents, teaching
from jinque.api.search import occupation
from jinque.api.workspace import Workspace, find_post, readings
from jinque.documents.formats import Format, recognise
from jinque.documents.source import Budget, Source
from jinque.errors import InvalidOptionError, SourceTooLargeError, UnsupportedFormatError
from jinque.locale import say
from jinque.model import Kind
from jinque.model.criterion import CriteriaAnswer
from jinque.model.teaching import (
    CurriculumAnswer,
    CurriculumChoice,
    GuideAnswer,
    MajorAnswer,
    MajorsAnswer,
)

MOST_CHARACTERS = 200_000
"""Of a curriculum; a printed one has some 20,000."""
LONGEST_NAME = 100
MOST_POSTS = 100
"""Posts that may be named one by one."""


def check_name(name: str) -> str:
    """Return a name of a major without outer blanks.

    Raises:
        InvalidOptionError: it is empty or longer than `LONGEST_NAME`.
    """
    typed = name.strip()
    if 0 < len(typed) <= LONGEST_NAME:
        return typed
    raise InvalidOptionError(
        say("The name of the major is empty.")
        if not typed
        else say(
            "The name of a major has {longest_name} characters at most.", longest_name=LONGEST_NAME
        ),
        where="major",
        hint=say("Write a major, as 软件工程, or a class of them, as 计算机类."),
    )


def check_text(text: str) -> str:
    """Return a text that can be looked through.

    Raises:
        InvalidOptionError: it is empty.
        SourceTooLargeError: it is longer than `MOST_CHARACTERS`.
    """
    if not text.strip():
        raise InvalidOptionError(
            say("There is no text of a curriculum."),
            where="text",
            hint=say("Paste a text, or choose a file."),
        )
    if len(text) > MOST_CHARACTERS:
        raise SourceTooLargeError(
            say(
                "The text has {n} characters; {most_characters} at most are read.",
                n=len(text),
                most_characters=MOST_CHARACTERS,
            ),
            where="text",
            hint=say("Keep the curriculum alone, or send it in parts."),
        )
    return text


def chosen(
    workspace: Workspace, choice: CurriculumChoice
) -> tuple[tuple[CriteriaAnswer, ...], int]:
    """Return the posts chosen in the order of their catalogues, and how many are left out.

    Raises:
        InvalidOptionError: nothing is chosen, or too many posts are named.
        UnknownPostError: there is no post of an identifier that is given.
        UnknownOccupationError: there is no such occupation.
    """
    if choice.is_empty or len(choice.posts) > MOST_POSTS:
        raise _nothing_chosen()
    every = readings(workspace)
    named = {_post_id(workspace, each) for each in choice.posts}
    met = _of_major(every, choice.major) | _of_occupation(workspace, choice.occupation)
    stay, left_out = teaching.kept(
        (each for each in every if each.post.id in met - named), foreign=choice.foreign
    )
    ids = named | {each.post.id for each in stay}
    return tuple(each for each in every if each.post.id in ids), left_out


def _post_id(workspace: Workspace, typed: str) -> str:
    published, place = find_post(workspace, typed)
    post = published.edition.posts[place]
    if post.kind is Kind.POST:
        return post.id
    raise InvalidOptionError(
        say("“{typed}” is no post and prints no requirements.", typed=typed),
        where="post",
        hint=say("Choose posts; entries of lists and of title tables have no requirements."),
    )


def _of_major(every: tuple[CriteriaAnswer, ...], name: str) -> set[str]:
    found = teaching.posts_naming(every, check_name(name)) if name else []
    return {each.post.id for each in found}


def _of_occupation(workspace: Workspace, typed: str) -> set[str]:
    if not typed:
        return set()
    entries = occupation(workspace, typed).entries
    return {each.post.id for entry in entries for each in entry.posts}


def _nothing_chosen() -> InvalidOptionError:
    return InvalidOptionError(
        say(
            "Choose posts: by a major, an occupation or identifiers ({most_posts} posts at most).",
            most_posts=MOST_POSTS,
        ),
        where="major",
        hint=say("As the major 软件工程, the occupation 2-02-10-03, the post dalian:装备制造:1."),
    )


Answer = MajorAnswer | MajorsAnswer | CurriculumAnswer | GuideAnswer


def majors(workspace: Workspace, *, foreign: bool = False) -> MajorsAnswer:
    """Return the majors that posts of the newest editions name.

    Args:
        workspace: where the editions are.
        foreign: whether posts for foreign nationals count.
    """
    return teaching.printed_majors(readings(workspace), foreign=foreign)


def major(workspace: Workspace, name: str, *, foreign: bool = False) -> MajorAnswer:
    """Return the posts that name a major or its class, and what their clauses print.

    Raises:
        InvalidOptionError: the name is empty or longer than 100 characters.
    """
    return teaching.find_major(readings(workspace), check_name(name), foreign=foreign)


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
    return teaching.read_curriculum(written, posts, readings(workspace), left_out)


def guide(workspace: Workspace, typed: str, *, foreign: bool = False) -> GuideAnswer:
    """Say in plain words what the catalogues print of an occupation.

    Raises:
        UnknownOccupationError: there is no such code or name; the hint names near ones.
    """
    answer = occupation(workspace, typed)
    return teaching.guide(answer, readings(workspace), foreign=foreign)


_QUICK = (Format.TEXT, Format.DOCX, Format.PDF)


def curriculum_text(data: bytes, name: str) -> str:
    """Return the text of a curriculum that a visitor sends: plain text, .docx or PDF.

    The contents decide and not the name, so that nobody makes a server convert other formats.

    Raises:
        UnsupportedFormatError: it is of another format.
        JinqueError: it cannot be read; what `documents.read` raises.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    source = Source(data=data, name=name, sha256=sha256, budget=Budget(where=name))
    if recognise(source) not in _QUICK:
        raise UnsupportedFormatError(
            say("The file is neither plain text nor .docx nor PDF."),
            where=name,
            hint=say("Save it as one of these, or paste its text."),
        )
    return documents.read(data, name=name).text


def curriculum_file(path: Path) -> str:
    """Return the text of a curriculum at a path, of any format that is read.

    Raises:
        JinqueError: it cannot be read; what `documents.read` raises.
    """
    return documents.read(path).text
