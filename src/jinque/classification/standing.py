"""Whether an entry held on a day."""

from jinque.classification.correspondence import counterparts
from jinque.classification.dates import has_begun
from jinque.classification.finding import codes_of
from jinque.classification.occupations import load_classification
from jinque.model import CorrespondenceKind, DatedClassification, Occupation, Standing


def standing_in(entry: Occupation, dated: DatedClassification) -> Standing:
    """Return how an entry stood on a day, by its code in the edition then in force.

    Args:
        entry: of any edition.
        dated: what `as_of` answers for the day.
    """
    edition = dated.classification
    codes = {code for of, code in codes_of(entry) if of == edition.edition}
    if codes & edition.by_code.keys():
        return Standing.HOLDS
    if codes & {other.code for other in dated.undecided}:
        return Standing.UNDECIDED
    is_listed = bool(codes & load_classification(edition.edition).by_code.keys())
    is_addition = entry.edition != entry.classification
    if is_listed or (is_addition and not has_begun(entry, dated.day)):
        return Standing.NOT_YET
    kinds = {row.kind for row in counterparts(entry)}
    is_gone = CorrespondenceKind.GONE in kinds and edition.is_complete
    return Standing.NO_LONGER if is_gone else Standing.UNATTESTED
