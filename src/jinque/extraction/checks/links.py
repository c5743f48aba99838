"""Posts whose link to the classification a reader has to doubt."""

from collections.abc import Iterator

from jinque.extraction.checks.places import at_post
from jinque.model import Edition, Issue, Likeness, Link, LinkStatus, Post, Severity


def check_links(edition: Edition) -> Iterator[Issue]:
    """Report links in doubt, and names without a code that an entry bears or nearly bears."""
    posts = {post.id: post for post in edition.posts}
    for link in edition.links:
        yield from _in_doubt(link, posts[link.post_id])
        yield from _without_code(link, posts[link.post_id])


def _in_doubt(link: Link, post: Post) -> Iterator[Issue]:
    zh, en = link.reason.zh, _sentence(link.reason.en)
    others = [
        candidate for candidate in link.candidates if candidate.likeness is not Likeness.NEAR_NAME
    ]
    if others:
        zh += "；" + "，".join(candidate.reason.zh for candidate in others)
        en += "; " + ", ".join(candidate.reason.en for candidate in others)
    zh, en = f"{zh}。", f"{en}."
    if link.status is LinkStatus.NAME_DIFFERS:
        yield at_post(post, "code_name_differs", Severity.WARNING, zh=zh, en=en)
    if link.status is LinkStatus.CODE_REUSED:
        yield at_post(post, "code_reused", Severity.WARNING, zh=zh, en=en)
    if link.status is LinkStatus.UNCONFIRMED:
        yield at_post(post, "code_unconfirmed", Severity.WARNING, zh=zh, en=en)
    if link.status is LinkStatus.OTHER_EDITION:
        yield at_post(post, "code_of_other_edition", Severity.WARNING, zh=zh, en=en)
    if link.status is LinkStatus.CODE_UNKNOWN:
        yield at_post(post, "code_unknown", Severity.WARNING, zh=zh, en=en)
    if link.status is LinkStatus.UNCHECKED:
        yield at_post(post, "code_unchecked", Severity.INFO, zh=zh, en=en)


def _without_code(link: Link, post: Post) -> Iterator[Issue]:
    if link.code is not None:
        return
    named = [c for c in link.candidates if c.likeness is Likeness.SAME_NAME]
    if named and link.status is LinkStatus.NO_CODE_STATED:
        entry = named[0]
        yield at_post(
            post,
            "no_code_but_listed",
            Severity.WARNING,
            zh=f"原文说大典没有“{post.name}”，而{entry.edition}年版有同名的 {entry.code}；"
            "照原文不给编码，由人确认。",
            en=f"The catalogue says that the classification lacks “{post.name}”, but "
            f"{entry.code} of {entry.edition} has this name; no code is given, a person decides.",
        )
    near = [c for c in link.candidates if c.likeness is Likeness.NEAR_NAME]
    if near:
        yield at_post(
            post,
            "name_one_character_apart",
            Severity.INFO,
            zh="；".join(candidate.reason.zh for candidate in near) + "。",
            en=_sentence("; ".join(candidate.reason.en for candidate in near)) + ".",
        )


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
