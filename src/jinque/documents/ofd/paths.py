"""Paths: the outlines that abbreviated data draw, and the boxes of clips."""

from collections.abc import Iterator

from jinque.documents.printed.raw import Matrix, moved

_ARGUMENTS = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}
_MOST_WORDS = 2_000_000

Points = list[tuple[float, float]]


def outlines_of(data: str, matrix: Matrix) -> list[Points]:
    """Return the corners of each open or closed line; curves are jumped over.

    Args:
        data: abbreviated data, as `M 0 0 L 10 0 L 10 5 C`.
        matrix: from the path's coordinates to those that are wanted.
    """
    found: list[Points] = []
    points: Points = []
    for operator, place in _steps(data):
        if operator == "C":
            if points:
                found.append([*points, points[0]])
                points = points[:1]
            continue
        if operator != "L" and points:
            found += [points] if len(points) > 1 else []
            points = []
        points.append(moved(*place, matrix))
    return [*found, points] if len(points) > 1 else found


def _steps(data: str) -> Iterator[tuple[str, tuple[float, float]]]:
    """Yield each operator with the place to which it leads; what is no step ends the path."""
    words = data.split(None, _MOST_WORDS)
    index = 0
    while index < len(words):
        operator = words[index]
        count = _ARGUMENTS.get(operator)
        if count is None:
            return
        try:
            values = [float(word) for word in words[index + 1 : index + 1 + count]]
        except ValueError:
            return
        if len(values) < count:
            return
        yield operator, (values[-2], values[-1]) if count else (0.0, 0.0)
        index += 1 + count
