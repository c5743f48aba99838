"""Names that a slip of the pen tells apart."""


def is_one_edit(one: str, other: str) -> bool:
    """Tell whether two texts differ by exactly one edit.

    An edit is a character put in, left out or replaced, or two different neighbours exchanged.
    """
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    if len(one) != len(other):
        shorter, longer = sorted((one, other), key=len)
        return any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))
    apart = [i for i in range(len(one)) if one[i] != other[i]]
    if len(apart) == 1:
        return True
    first, last = apart[0], apart[-1]
    return last == first + 1 and (one[first], one[last]) == (other[last], other[first])
