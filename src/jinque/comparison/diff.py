"""Two editions beside each other: what was added, removed and changed."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from jinque.comparison.changes import changes
from jinque.comparison.pairing import industry_of, occupations_meant, pair
from jinque.model import Post, PublishedEdition
from jinque.model.diff import EditionDiff, NearPair, PostPair
from jinque.text import is_one_edit


def diff(former: PublishedEdition, later: PublishedEdition) -> EditionDiff:
    """Compare the posts of two editions; each post of both stands in the answer exactly once."""
    old, new = former.edition.posts, later.edition.posts
    before = occupations_meant(former.edition.links)
    after = occupations_meant(later.edition.links)
    pairing = pair(old, new, before, after)
    pairs = [
        PostPair(
            former=old[left],
            later=new[right],
            paired_by=sign,
            changes=changes(old[left], new[right]),
        )
        for left, right, sign in pairing.pairs
    ]
    removed = tuple(old[place] for place in pairing.removed)
    added = tuple(new[place] for place in pairing.added)
    return EditionDiff(
        former=former.summary,
        later=later.summary,
        changed=tuple(found for found in pairs if found.changes),
        unchanged=tuple(found for found in pairs if not found.changes),
        added=added,
        removed=removed,
        near=tuple(_near(removed, added)),
        is_one_scale=_scale(former) == _scale(later) is not None,
    )


def _near(removed: Sequence[Post], added: Sequence[Post]) -> Iterator[NearPair]:
    # Names one edit apart have a text in common once either may leave out one letter.
    shortened: defaultdict[tuple[str, str], dict[str, Post]] = defaultdict(dict)
    for come in added:
        for text in _shortened(come.name):
            shortened[industry_of(come), text][come.id] = come
    for gone in removed:
        met: dict[str, Post] = {}
        for text in _shortened(gone.name):
            met |= shortened.get((industry_of(gone), text), {})
        for come in sorted(met.values(), key=lambda post: post.order):
            if is_one_edit(gone.name, come.name):
                yield NearPair(former=gone, later=come)


def _shortened(name: str) -> set[str]:
    return {name, *(name[:place] + name[place + 1 :] for place in range(len(name)))}


def _scale(published: PublishedEdition) -> str | None:
    scale = published.summary.metadata.scale
    return scale.code if scale else None
