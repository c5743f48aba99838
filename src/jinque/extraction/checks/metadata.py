"""What the document does not state of itself, and what restricts whom it is for."""

from collections.abc import Iterator

from jinque.extraction.checks.places import at_citation
from jinque.model import Attested, Edition, Issue, Severity, Status
from jinque.parameters import load_vocabulary

_FACTS = {
    "title": ("标题", "title"),
    "publisher": ("发布机关", "publisher"),
    "place": ("地区", "place"),
    "issued_on": ("发布日期", "date of issue"),
    "effective_to": ("有效期", "validity"),
}
_MISLEADING = ("title", "place", "issued_on")


def check_metadata(edition: Edition) -> Iterator[Issue]:
    """Report facts that are not stated, an inferred classification, a restricted scope."""
    for name, (zh, en) in _FACTS.items():
        fact: Attested = getattr(edition.metadata, name)
        if fact.status is Status.NOT_STATED:
            yield at_citation(
                None,
                "metadata_not_stated",
                Severity.WARNING if name in _MISLEADING else Severity.INFO,
                zh=f"{zh}未载明：{fact.basis_zh}。不推定，不补写。",
                en=f"The {en} is not stated: {fact.basis_en}. Nothing is filled in.",
            )
    yield from _scope(edition.metadata.scope)


def _scope(scope: Attested) -> Iterator[Issue]:
    if scope.value and any(word in scope.value for word in load_vocabulary().scope_words):
        yield at_citation(
            scope.citation,
            "scope_restricted",
            Severity.WARNING,
            zh=f"本目录只面向{scope.value}；回答是否符合要求之前须先说明这一范围。",
            en=f"This catalogue is for {scope.value} only; say so before any answer.",
        )
