"""Printed codes against the editions of the classification."""

from collections.abc import Iterator

from jinque.classification import load_classification
from jinque.extraction.checks.places import at_citation, at_post
from jinque.extraction.links import LEVEL_NAMES, class_of, contradicts, edition_in_use, use_of
from jinque.model import Edition, EditionUse, Issue, Post, Severity, Status


def check_codes(edition: Edition) -> Iterator[Issue]:
    """Report codes of classes, and an edition of the classification that is not what it seems."""
    use = use_of(edition.posts)
    used = edition_in_use(edition.metadata, use)
    for post in edition.posts:
        yield from _names_class(post, used)
    if use.pairs:
        yield from _edition_of_classification(edition, use)


def _names_class(post: Post, used: str | None) -> Iterator[Issue]:
    entry = class_of(post, used)
    if entry is None:
        return
    zh, en = LEVEL_NAMES[entry.level]
    of, below = entry.classification, load_classification(entry.classification).below(entry.code)
    yield at_post(
        post,
        "code_names_class",
        Severity.WARNING,
        zh=f"编码 {post.code} 是{zh}“{post.name}”而不是一个职业"
        + (f"（{of}年版其下有 {len(below)} 项）。" if below else "。"),
        en=f"Code {post.code} is the {en} “{post.name}”, not an occupation"
        + (f" ({len(below)} entries stand below it in the {of} edition)." if below else "."),
    )


def _edition_of_classification(edition: Edition, use: EditionUse) -> Iterator[Issue]:
    fact = edition.metadata.classification_edition
    zh, en = use.counts.zh, use.counts.en
    is_said = fact.status in (Status.STATED, Status.SUPPLIED)
    if is_said and fact.value and contradicts(fact.value, use):
        yield at_citation(
            fact.citation,
            "classification_edition_contradicted",
            Severity.WARNING,
            zh=f"原文说用{fact.value}年版，而各行合于{use.edition}年版：{zh}。各行的编码按"
            f"{use.edition}年版查。",
            en=f"The catalogue says that it uses {fact.value}, but its rows are of {use.edition}: "
            f"{en}. The codes are looked up in {use.edition}.",
        )
    if not is_said:
        read_as = f"由各行认定为{use.edition}年版" if use.edition else "由各行认定不了"
        found = f"its rows are of {use.edition}" if use.edition else "its rows do not tell"
        yield at_citation(
            fact.citation,
            "classification_edition_not_stated",
            Severity.WARNING,
            zh=f"原文未载明所用职业分类大典的版本（{read_as}）。{zh}；不可只凭编码对照其他目录。",
            en=f"The edition of the classification is not stated ({found}): {en}; never join other "
            "catalogues by code alone.",
        )
    if use.is_mixed:
        yield at_citation(
            None,
            "classification_editions_mixed",
            Severity.WARNING,
            zh=f"各行混用两版的编码：{zh}。每行的编码与名称一起查，版本写在该行的关联里。",
            en=f"The rows mix codes of two editions: {en}. Each row's code is looked up with its "
            "name; its link says which edition it is of.",
        )
