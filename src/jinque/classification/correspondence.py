"""What became of the entries of 2015 in the 2022 edition, as far as anything attests it."""

from functools import cache

from jinque.classification.occupations import load_classification
from jinque.classification.tables import read_table
from jinque.model import Correspondence, CorrespondenceKind, Occupation, Words


@cache
def correspondences() -> tuple[Correspondence, ...]:
    """Return one row for each attested entry of 2015, in code order, nameless codes last.

    Entries whose code and name are both in 2022 are the same; every other row was settled by
    reading and stands in the data file with its reason.
    """
    same = [_same(entry) for entry in load_classification("2015").by_code.values()]
    rows = [row for row in same if row]
    rows += [_read(row) for row in read_table("correspondence_2015_2022.csv")]
    return tuple(sorted(rows, key=lambda row: (row.code_2015 is None, row.code_2015 or "")))


def counterparts(entry: Occupation) -> tuple[Correspondence, ...]:
    """Return the rows that lead from an entry to the other edition, attested ones first.

    Returns:
        For an entry of 2015 its one row. For one of 2022 all rows that lead to it, then those
        that merely propose it; where there are none, what became of it is unknown.
    """
    if entry.classification == "2015":
        return tuple(row for row in correspondences() if row.code_2015 == entry.code)
    attested = [row for row in correspondences() if entry.code in row.codes_2022]
    proposed = [row for row in correspondences() if entry.code in row.proposed_2022]
    return (*attested, *proposed)


def _same(entry: Occupation) -> Correspondence | None:
    later = load_classification("2022").by_code.get(entry.code)
    if later is None or later.name != entry.name:
        return None
    return Correspondence(
        code_2015=entry.code,
        name_2015=entry.name,
        kind=CorrespondenceKind.SAME,
        codes_2022=(entry.code,),
        proposed_2022=(),
        reason=Words(zh="两版的编码与名称都相同", en="code and name are the same in both editions"),
        attested_by=entry.attested_by,
    )


def _read(row: dict[str, str]) -> Correspondence:
    return Correspondence(
        code_2015=row["code_2015"] or None,
        name_2015=row["name_2015"],
        kind=CorrespondenceKind(row["kind"]),
        codes_2022=tuple(row["codes_2022"].split()),
        proposed_2022=tuple(row["proposed_2022"].split()),
        reason=Words(zh=row["reason_zh"], en=row["reason_en"]),
        attested_by=tuple(row["attested_by"].split()),
    )
