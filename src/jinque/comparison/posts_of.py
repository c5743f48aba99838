"""The posts of one catalogue out of a comparison."""

from jinque.model import Post
from jinque.model.place_profile import Comparison, PlaceProfile


def posts_of(comparison: Comparison, profile: PlaceProfile) -> list[Post]:
    """Return the posts of a catalogue in printed order."""
    found = [
        listing.post
        for row in comparison.occupations
        for listing in row.listings
        if listing.edition.id == profile.edition.id
    ]
    return sorted(found, key=lambda post: post.order)
