"""The values that a row carries for each filter."""

from jinque.classification import counterparts, load_classification, sub_major_of
from jinque.criteria.asked import year_band
from jinque.model import Link, Post
from jinque.parameters import load_vocabulary
from jinque.search.filters import Values

PAY_BANDS = ((8.0, "<8"), (10.0, "8–10"), (12.0, "10–12"), (float("inf"), "12+"))
"""Pay below which a band ends, in 10,000 CNY a year, and the band's name."""


_SUB_MAJOR = len("2-02")


def row_values(post: Post, place: str | None, link: Link | None, years: int | None) -> Values:
    """Return the values that a row carries for each filter, none where nothing is printed.

    Args:
        post: the row.
        place: place of its edition.
        link: how it stands to the classification.
        years: fewest years of work that it asks; None where none are read.
    """
    pay = post.pay_cny_10k_year
    return {
        "editions": (post.edition_id,),
        "places": tuple(dict.fromkeys(filter(None, (place, post.region)))),
        "industries": (post.industry,) if post.industry else (),
        "shortages": (post.shortage.printed,) if post.shortage else (),
        "degrees": _degree(post),
        "kinds": (post.kind.value,),
        "groups": _groups(link),
        "years": () if years is None else (year_band(years),),
        "marks": tuple(marker.value for marker in post.markers),
        "pays": () if pay is None else (next(name for end, name in PAY_BANDS if pay < end),),
    }


def _groups(link: Link | None) -> tuple[str, ...]:
    """Return the sub-major classes of a linked code, followed to 2022."""
    if link is None or link.code is None or link.edition is None:
        return ()
    codes = _followed(link.edition, link.code) or _followed(link.edition, link.code[:_SUB_MAJOR])
    return tuple(sorted({" ".join(sub_major_of(code)).strip() for code in codes}))


def _followed(edition: str, code: str) -> set[str]:
    """Return the codes of 2022 that an entry is attested to be; none where nothing is."""
    if edition == "2022":
        return {code}
    entry = load_classification(edition).by_code.get(code)
    rows = counterparts(entry) if entry else ()
    return {target for row in rows for target in row.codes_2022}


def _degree(post: Post) -> tuple[str, ...]:
    """Return the lowest education level that the row's education requirement prints."""
    texts = [cell.text for cell in post.cells if cell.role == "education"]
    if post.requirements and post.requirements.education:
        texts.append(post.requirements.education)
    printed = " ".join(texts)
    return next(((level,) for level in load_vocabulary().education_levels if level in printed), ())
