"""A post's rank within its own catalogue."""

from collections import Counter
from collections.abc import Iterable

from jinque.model import Post


def percentiles(posts: Iterable[Post]) -> dict[str, float]:
    """Return the rank of each rated post among the rated posts of its catalogue, 0 to 100.

    It is the mid-rank: the share of posts with a weaker label, those with the same label counted
    half, in per cent. Posts of one label share one rank; posts without a label have none.
    """
    rated = [post for post in posts if post.shortage]
    counts = Counter(post.shortage.value for post in rated if post.shortage)
    below: dict[int, float] = {}
    passed = 0
    for value in sorted(counts):
        below[value] = (passed + counts[value] / 2) / len(rated) * 100
        passed += counts[value]
    return {post.id: round(below[post.shortage.value], 1) for post in rated if post.shortage}
