"""Sheets of paper as files."""

from jinque.model.paper import Paper


def paper_docx(paper: Paper) -> bytes:
    """Return a sheet as a Word file (.docx); nothing of it is kept."""
    from jinque.dataset import paper as writing

    return writing.paper_docx(paper)
