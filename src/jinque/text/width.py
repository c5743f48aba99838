"""One form for letters, digits and brackets that are printed in two widths."""

import unicodedata

from jinque.text.blanks import drop_blanks


def fold(text: str) -> str:
    """Return `text` for comparison only: compatibility form, lower case, without blanks.

    Full-width letters, digits and brackets become half-width; folding twice equals once.
    """
    folded = drop_blanks(unicodedata.normalize("NFKC", text).lower())
    return folded if folded == text else fold(folded)
