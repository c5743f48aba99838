"""Printed codes against the 2022 edition of the classification."""

from collections.abc import Iterator

from jinque.extraction.checks.places import at_citation, at_post
from jinque.extraction.classes import LEVEL_NAMES, class_of
from jinque.model import Classification, Edition, Issue, Level, Post, Severity, Status


def check_codes(edition: Edition, classification: Classification) -> Iterator[Issue]:
    """Report codes of classes, and an edition of the classification that is not stated."""
    for post in edition.posts:
        yield from _names_class(post, classification)
    yield from _edition_not_stated(edition, classification)


def _names_class(post: Post, classification: Classification) -> Iterator[Issue]:
    code = class_of(post, classification)
    if code is None:
        return
    zh, en = LEVEL_NAMES[Level.of(code)]
    below = len(classification.below(code))
    yield at_post(
        post,
        "code_names_class",
        Severity.WARNING,
        zh=f"编码 {post.code} 是{zh}“{post.name}”而不是一个职业"
        + (f"（2022年版其下有 {below} 项）。" if below else "。"),
        en=f"Code {post.code} is the {en} “{post.name}”, not an occupation"
        + (f" ({below} entries stand below it in the 2022 edition)." if below else "."),
    )


def _edition_not_stated(edition: Edition, classification: Classification) -> Iterator[Issue]:
    fact = edition.metadata.classification_edition
    coded = {
        (post.code, post.name)
        for post in edition.posts
        if post.code and Level.of(post.code) is Level.OCCUPATION
    }
    if fact.status is Status.STATED or not coded:
        return
    entries = [(classification.by_code.get(code), name) for code, name in coded]
    agree = sum(entry is not None and entry.name == name for entry, name in entries)
    absent = sum(entry is None for entry, _ in entries)
    other = len(coded) - agree - absent
    read_as = f"推断为{fact.value}年版" if fact.value else "未能推断"
    yield at_citation(
        fact.citation,
        "classification_edition_not_stated",
        Severity.WARNING,
        zh=f"原文未载明所用职业分类大典的版本（{read_as}）。{len(coded)} 个不同的编码与名称中，"
        f"{agree} 个与2022年版相同，{other} 个同码不同名，{absent} 个在2022年版中没有；"
        "不可只凭编码对照其他目录。",
        en=f"The edition of the classification is not stated (read as {fact.value or 'unknown'}). "
        f"Of {len(coded)} pairs of code and name {agree} agree with 2022, {other} have another "
        f"name there, {absent} are not in it; never join other catalogues by code alone.",
    )
