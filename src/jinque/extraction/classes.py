"""Codes that name a class of occupations rather than one occupation."""

from jinque.model import Classification, Level, Post

LEVEL_NAMES = {
    Level.MAJOR: ("大类", "major group"),
    Level.SUB_MAJOR: ("中类", "sub-major group"),
    Level.MINOR: ("小类", "minor group"),
    Level.OCCUPATION: ("职业", "occupation"),
    Level.WORK_TYPE: ("工种", "work type"),
}
"""What each level is called, in Chinese and English."""

_CLASSES = (Level.MAJOR, Level.SUB_MAJOR, Level.MINOR)
_SINGLE = "-00"


def class_of(post: Post, classification: Classification) -> str | None:
    """Return the code of the class that a post's printed code names; None for an occupation.

    A code of up to three segments is a class. One that ends in -00 is the occupation that is
    alone in its class; it stands for the class where the class bears the post's own name and
    holds several occupations, none of that name.
    """
    if post.code is None:
        return None
    level, class_code = Level.of(post.code), post.code.removesuffix(_SINGLE)
    if level in _CLASSES:
        return post.code
    is_class = level is Level.OCCUPATION and _is_class(post, class_code, classification)
    return class_code if is_class else None


def _is_class(post: Post, class_code: str, classification: Classification) -> bool:
    entry = classification.by_code.get(class_code)
    below = classification.below(class_code)
    return (
        class_code != post.code
        and entry is not None
        and entry.name == post.name
        and len(below) > 1
        and all(occupation.name != post.name for occupation in below)
    )
