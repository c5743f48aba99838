"""Words that a value chooses: group -> value -> sentence.

A template says `named("outcome", finding.outcome)`. A group is named for what its values are.
"""

from collections.abc import Mapping

from jinque.locale import Said
from jinque.web.named import catalogues, entitlement, occupations, office, questions, site

NAMES: Mapping[str, Mapping[str, Said]] = {
    **site.NAMES,
    **catalogues.NAMES,
    **entitlement.NAMES,
    **occupations.NAMES,
    **questions.NAMES,
    **office.NAMES,
}
