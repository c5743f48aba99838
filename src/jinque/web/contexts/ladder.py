"""The ladder between skill levels and titles, and the form that asks how far one is."""

from dataclasses import dataclass

from jinque import api
from jinque.errors import UnknownPageError
from jinque.web.contexts.ladder_choices import ChoicesView, ClassesView
from jinque.web.contexts.ladder_reader import FieldError
from jinque.web.contexts.ladder_rungs import LadderView
from jinque.web.ladder_diagram import draw
from jinque.web.ladder_shapes import Diagram


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderContext:
    """What `/ladder` shows.

    Attributes:
        place: asked for; empty where none was.
        occupation: chosen for the form; empty where none was.
        ladder: None where there are no rules for the place; the form then is not shown either.
        known_places: first names of the places for which there are rules.
        rules: number of rules.
        occupations: number of rows of the table.
        classes: of technical schools; None where the rules name none.
    """

    place: str
    occupation: str
    ladder: LadderView | None
    known_places: tuple[str, ...]
    rules: int
    occupations: int
    choices: ChoicesView | None
    classes: ClassesView | None

    @property
    def given(self) -> dict[str, tuple[str, ...]]:
        """Return the fields of the form as they are filled in."""
        return {"occupation": (self.occupation,)} if self.occupation else {}

    @property
    def errors(self) -> tuple[FieldError, ...]:
        """Return none: nothing was sent yet."""
        return ()

    @property
    def diagram(self) -> Diagram | None:
        """Return the drawing, with nobody on it."""
        return draw(self.ladder, {}) if self.ladder else None


def ladder_context(workspace: api.Workspace, place: str, occupation: str) -> LadderContext:
    """Gather the ladder of a place, or say that there is none."""
    book = api.ladder(workspace, place or None)
    return LadderContext(
        place=place,
        occupation=occupation,
        ladder=LadderView.of(book) if book else None,
        known_places=known_places(workspace),
        rules=len(book.cited) if book else 0,
        occupations=len(book.rows) if book else 0,
        choices=ChoicesView.of(book) if book else None,
        classes=ClassesView.of(workspace, book) if book else None,
    )


def known_places(workspace: api.Workspace) -> tuple[str, ...]:
    """Return the first name of each place for which there are rules."""
    return tuple(book.ladder.places[0] for book in workspace.rulebooks())


def book_of(workspace: api.Workspace, place: str) -> api.Rulebook:
    """Return the rules of a place, of any if it is empty.

    Raises:
        UnknownPageError: there are none.
    """
    book = api.ladder(workspace, place or None)
    if book:
        return book
    known = "、".join(known_places(workspace))
    raise UnknownPageError(
        f"没有收录“{place}”的贯通规则",
        f"No rules for “{place}” are at hand",
        where="place",
        hint_zh=f"已收录规则的地区：{known}",
        hint_en=f"There are rules for {known}",
    )
