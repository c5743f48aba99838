"""Whether a person's majors and certificates stand on lists of wanted ones, apart from posts."""

from collections.abc import Iterable, Iterator, Sequence

from jinque.classification.majors import relation
from jinque.criteria.possessions import same_certificate
from jinque.model import Kind, Post, PublishedEdition, Words
from jinque.model.assessment_overview import WantedItem, WantedLists
from jinque.model.major import MajorLikeness
from jinque.model.person import Person


def wanted_lists(person: Person, editions: Sequence[PublishedEdition]) -> WantedLists:
    """Return the entries of running lists that are or may be the person's, equal ones first."""
    majors = [major for each in person.educations or () for major in each.majors or ()]
    skills = [skill.occupation for skill in person.skills or () if skill.occupation]
    certificates = [*(person.certificates or ()), *skills]
    lists = [each for each in editions if each.summary.counts.get(Kind.LIST_ITEM)]
    found = [
        item
        for published in lists
        for post in published.edition.posts
        if post.kind is Kind.LIST_ITEM
        for item in _items(post, published, majors, certificates)
    ]
    titles = (each.summary.metadata.title.value or each.summary.id for each in lists)
    return WantedLists(
        titles=tuple(titles),
        asked=tuple(dict.fromkeys((*majors, *certificates))),
        items=tuple(sorted(found, key=lambda item: (not item.is_same, item.item.order))),
    )


def _items(
    post: Post, published: PublishedEdition, majors: Iterable[str], certificates: Iterable[str]
) -> Iterator[WantedItem]:
    place = published.summary.metadata.place.value
    for held, said in (
        *((major, _major(post.name, major)) for major in majors),
        *((each, _certificate(post.name, each)) for each in certificates),
    ):
        if said:
            is_same, reason = said
            yield WantedItem(item=post, place=place, held=held, is_same=is_same, reason=reason)


def _major(listed: str, held: str) -> tuple[bool, Words] | None:
    found = relation(listed, held)
    if found.kind in (MajorLikeness.SAME, MajorLikeness.SAME_CLASS):
        return found.kind is MajorLikeness.SAME, found.reason
    return None


def _certificate(listed: str, held: str) -> tuple[bool, Words] | None:
    same = same_certificate(listed, held)
    if same:
        return True, Words(zh="同一证书或资格", en="the same certificate")
    if same is None:
        return False, Words(zh="名称相近，须由人核对", en="names are alike; people must compare")
    return None
