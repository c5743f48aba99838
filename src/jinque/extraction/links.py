"""Posts and the entries of the national classification that they name.

Only a printed code links, and never without the name beside it: codes moved between the editions
while names were kept. A name alone proposes. What the source calls absent from the classification
stays without a code until a person confirms one.

Entries of the classification that a name suggests; a person may confirm one.

Codes that name a class of occupations rather than one occupation.

A printed code and name looked up in the editions of the classification.

What a link rests on, in words.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from jinque.classification import (
    EDITIONS,
    entries_formerly_named,
    entries_named,
    entries_near,
    load_classification,
)
from jinque.extraction.columns.naming import is_dash
from jinque.model import (
    Classification,
    Kind,
    Level,
    Likeness,
    Link,
    LinkCandidate,
    LinkStatus,
    Marker,
    Metadata,
    Note,
    Occupation,
    Post,
    Words,
)
from jinque.model.post import Correction
from jinque.parameters import load_vocabulary
from jinque.text import drop_blanks, fold

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


def candidates_for(name: str, edition: str | None) -> tuple[LinkCandidate, ...]:
    """Return entries of that name, of that former name, or else of a name one edit away.

    Code and name that two editions share are named once.

    Args:
        name: name of a post, without marks.
        edition: the edition that the catalogue uses, whose entries come first; None takes the
            newest first.
    """
    own = tuple(_once(entries_named(name), edition))
    former = tuple(_once(entries_formerly_named(name), edition))
    near = tuple(_once(entries_near(name), edition))
    return (
        *(_candidate(entry, Likeness.SAME_NAME, _same_name(entry)) for entry in own),
        *(_candidate(entry, Likeness.FORMER_NAME, _former_name(entry)) for entry in former),
        *(_candidate(entry, Likeness.NEAR_NAME, _near_name(name, entry)) for entry in near),
    )


def _once(entries: Iterable[Occupation], edition: str | None) -> Iterator[Occupation]:
    seen = set()
    for entry in sorted(entries, key=lambda entry: entry.classification != edition):
        if (entry.code, entry.name) not in seen:
            seen.add((entry.code, entry.name))
            yield entry


def _candidate(entry: Occupation, likeness: Likeness, reason: Words) -> LinkCandidate:
    return LinkCandidate(
        code=entry.code,
        name=entry.name,
        edition=entry.classification,
        likeness=likeness,
        reason=reason,
    )


def _same_name(entry: Occupation) -> Words:
    zh, en = LEVEL_NAMES[entry.level]
    return Words(
        zh=f"与{entry.classification}年版的{zh} {entry.code} 同名",
        en=f"same name as the {en} {entry.code} of {entry.classification}",
    )


def _former_name(entry: Occupation) -> Words:
    return Words(
        zh=f"{entry.classification}年版的 {entry.code} 在公示稿或初印本中用此名，"
        f"今名“{entry.name}”",
        en=f"the public draft or first print of {entry.classification} had this name at "
        f"{entry.code}, now {entry.name}",
    )


def _near_name(name: str, entry: Occupation) -> Words:
    return Words(
        zh=f"“{name}”与“{entry.name}”（{entry.classification}年版 {entry.code}）只差一字或字序；"
        "可能是另一职业，不合并",
        en=f"“{name}” and “{entry.name}” ({entry.code} of {entry.classification}) are one "
        "character or its place apart; they may be two occupations and are not merged",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeLookup:
    """What looking up a code came to.

    Attributes:
        used: edition of the classification to look in first; for a catalogue that does not
            state one the newest.
        is_stated: the catalogue states or is read to use that edition.
        entry: the entry that the code leads to; None where no list has one to offer.
    """

    post: Post
    code: str
    used: str
    is_stated: bool
    status: LinkStatus
    entry: Occupation | None


def look_up(post: Post, code: str, used: str | None) -> CodeLookup:
    """Look a post's code and name up.

    Args:
        post: the post.
        code: its code.
        used: edition that its catalogue uses, one of `EDITIONS`; None where it does not state it.
    """
    status, entry = _judge(post, code, used)
    return CodeLookup(
        post=post,
        code=code,
        used=used or EDITIONS[0],
        is_stated=used is not None,
        status=status,
        entry=entry,
    )


def _judge(post: Post, code: str, used: str | None) -> tuple[LinkStatus, Occupation | None]:
    order = sorted(EDITIONS, key=lambda edition: edition != used)
    found = [e for edition in order if (e := load_classification(edition).by_code.get(code))]
    same = next((entry for entry in found if fold(entry.name) == fold(post.name)), None)
    if same and used in (None, same.classification):
        is_class = class_of(post, load_classification()) is not None
        return (LinkStatus.NAMES_CLASS if is_class else LinkStatus.AGREES), same
    if same:
        is_unlisted = same is found[0] and _may_be_unlisted(code, used or EDITIONS[0])
        return (LinkStatus.UNCHECKED if is_unlisted else LinkStatus.OTHER_EDITION), same
    if found and used in (None, found[0].classification):
        return LinkStatus.NAME_DIFFERS, found[0]
    if _may_be_unlisted(code, used or EDITIONS[0]):
        return LinkStatus.UNCHECKED, None
    return LinkStatus.CODE_UNKNOWN, None


def _may_be_unlisted(code: str, edition: str) -> bool:
    """Tell whether an edition may have a code that our list of it lacks.

    No list of work types is complete; any may stand below an occupation that is listed.
    """
    classification = load_classification(edition)
    if Level.of(code) is Level.WORK_TYPE:
        return classification.above(code)[-1] in classification.by_code
    return not classification.is_complete


def reason_of(lookup: CodeLookup) -> Words:
    """Return why a post with a printed code is linked, or not linked, as it is."""
    match lookup.status, lookup.entry:
        case LinkStatus.NAME_DIFFERS, Occupation() as entry:
            return _name_differs(lookup, entry)
        case LinkStatus.OTHER_EDITION, Occupation() as entry:
            return _other_edition(lookup, entry)
        case LinkStatus.UNCHECKED, entry:
            return _unchecked(lookup, entry)
        case _, Occupation() as entry:
            return _agrees(lookup, entry)
    return _code_unknown(lookup)


def reason_without_code(status: LinkStatus, *, is_special: bool) -> Words:
    """Return why a post without a printed code has no link."""
    if status is LinkStatus.NO_CODE_STATED and is_special:
        return Words(
            zh="原文标“特需”，即大典未收；未经人工确认不给编码",
            en="marked 特需, not in the classification; no code unless a person confirms one",
        )
    if status is LinkStatus.NO_CODE_STATED:
        return Words(
            zh="原文备注说无代码者未收入大典；未经人工确认不给编码",
            en="the catalogue says that rows without a code are not in the classification; no code "
            "unless a person confirms one",
        )
    if status is LinkStatus.PROPOSED:
        return Words(
            zh="原文未印编码，只按名称提出，须人工确认",
            en="no code is printed; entries are proposed by name, for a person to confirm",
        )
    return Words(
        zh="原文未印编码，名单里也没有此名或只差一字的名称",
        en="no code is printed and no entry has this name or one a character apart",
    )


def reason_of_person(given: Correction, entry: Occupation) -> Words:
    """Return that a person named the entry, when and why."""
    return Words(
        zh=f"由人于 {given.decided_on} 确认为{entry.classification}年版的“{entry.name}”："
        f"{given.reason}",
        en=f"a person confirmed “{entry.name}” of {entry.classification} on {given.decided_on}: "
        f"{given.reason}",
    )


def _agrees(lookup: CodeLookup, entry: Occupation) -> Words:
    edition = entry.classification
    zh, en = f"编码与名称同{edition}年版", f"code and name are those of the {edition} edition"
    if load_classification(edition).is_complete and entry.level is not Level.WORK_TYPE:
        return Words(zh=zh, en=en)
    newest = load_classification()
    same = newest.by_code.get(lookup.code)
    if edition != newest.edition and same and same.name == entry.name:
        return Words(
            zh=f"{zh}（不完整名单），{newest.edition}年版亦同",
            en=f"{en} (an incomplete list) and of {newest.edition} as well",
        )
    sources = {place.partition(":")[0] for place in entry.attested_by}
    is_alone = sources == {lookup.post.edition_id}
    return Words(
        zh=f"{zh}（不完整名单）" + ("；该条的出处就是本目录，无从另行核对" if is_alone else ""),
        en=f"{en} (an incomplete list)"
        + ("; this very catalogue attests the entry, so nothing checks it" if is_alone else ""),
    )


def _name_differs(lookup: CodeLookup, entry: Occupation) -> Words:
    near = {other.name for other in entries_near(lookup.post.name)}
    is_near = entry.name in near
    return Words(
        zh=f"编码 {lookup.code} 在{entry.classification}年版中是“{entry.name}”，"
        f"原文印的是“{lookup.post.name}”" + ("；两名只差一字或字序，不合并" if is_near else ""),
        en=f"{lookup.code} is “{entry.name}” in {entry.classification}, but "
        f"“{lookup.post.name}” is printed"
        + ("; the names are one character or its place apart and not merged" if is_near else ""),
    )


def _other_edition(lookup: CodeLookup, entry: Occupation) -> Words:
    listed = load_classification(lookup.used).by_code.get(lookup.code)
    zh = f"是“{listed.name}”" if listed else "没有这个编码"
    en = f"has “{listed.name}” there" if listed else "has no such code"
    return Words(
        zh=f"编码与名称同{entry.classification}年版，而本目录用{lookup.used}年版，其中{zh}",
        en=f"code and name are those of {entry.classification}, but the catalogue uses "
        f"{lookup.used}, which {en}",
    )


def _unchecked(lookup: CodeLookup, entry: Occupation | None) -> Words:
    zh = f"{lookup.used}年版在这里没有完整名单，名单里没有编码 {lookup.code}，无从核对"
    en = f"the list of {lookup.used} here is incomplete and lacks {lookup.code}; nothing checks it"
    if Level.of(lookup.code) is Level.WORK_TYPE:
        parent_code = lookup.code.rpartition("-")[0]
        parent = load_classification(lookup.used).by_code[parent_code]
        zh = f"工种没有完整名单；上一级是{lookup.used}年版的 {parent_code} {parent.name}"
        en = (
            f"no list of work types is complete; {parent_code} {parent.name} of {lookup.used} "
            "stands above it"
        )
    if entry:
        zh += f"；编码与名称同{entry.classification}年版"
        en += f"; code and name are those of {entry.classification}"
    return Words(zh=zh, en=en)


def _code_unknown(lookup: CodeLookup) -> Words:
    zh = f"{lookup.used}年版没有" if lookup.is_stated else "各版名单里都没有"
    en = f"the {lookup.used} edition lacks" if lookup.is_stated else "no list of any edition has"
    return Words(
        zh=f"{zh}编码 {lookup.code}；照原文显示，不关联",
        en=f"{en} {lookup.code}; shown as printed and not linked",
    )


_SETTLED = (LinkStatus.AGREES, LinkStatus.NAMES_CLASS)


def link_posts(
    posts: Sequence[Post], notes: Iterable[Note], metadata: Metadata
) -> tuple[Link, ...]:
    """Return the link of each post and title mapping, in the order of `posts`.

    Args:
        posts: with their identifiers; entries of running lists are passed over.
        notes: those of the edition, one of which may say why rows print no code.
        metadata: names the edition of the classification that the catalogue uses.
    """
    value = metadata.classification_edition.value
    used = value if value in EDITIONS else None
    has_note = any(_says_absent(note.text) for note in notes)
    return tuple(
        _coded(look_up(post, post.code, used))
        if post.code
        else _uncoded(post, used, has_note=has_note)
        for post in posts
        if post.kind is not Kind.LIST_ITEM
    )


def _coded(lookup: CodeLookup) -> Link:
    edition = lookup.entry.classification if lookup.entry else lookup.used
    given = next((each for each in lookup.post.corrections if each.field == "code"), None)
    if given and lookup.entry:
        return Link(
            post_id=lookup.post.id,
            code=lookup.code,
            edition=edition,
            status=LinkStatus.CONFIRMED,
            reason=reason_of_person(given, lookup.entry),
        )
    is_linked = lookup.status is not LinkStatus.CODE_UNKNOWN
    candidates = () if lookup.status in _SETTLED else candidates_for(lookup.post.name, lookup.used)
    return Link(
        post_id=lookup.post.id,
        code=lookup.code if is_linked else None,
        edition=edition if is_linked else None,
        status=lookup.status,
        reason=reason_of(lookup),
        candidates=tuple(
            candidate
            for candidate in candidates
            if not is_linked or (candidate.code, candidate.edition) != (lookup.code, edition)
        ),
    )


def _uncoded(post: Post, used: str | None, *, has_note: bool) -> Link:
    candidates = candidates_for(post.name, used)
    status = LinkStatus.PROPOSED if candidates else LinkStatus.UNMATCHED
    is_special = Marker.SPECIAL_NEED in post.markers
    if is_special or (has_note and _prints_dash(post)):
        status = LinkStatus.NO_CODE_STATED
    return Link(
        post_id=post.id,
        code=None,
        edition=None,
        status=status,
        reason=reason_without_code(status, is_special=is_special),
        candidates=candidates,
    )


def _says_absent(note: str) -> bool:
    """Tell whether a note says that rows without a code are not in the classification."""
    vocabulary = load_vocabulary()
    is_about_it = vocabulary.classification_name in note
    return is_about_it and any(word in note for word in vocabulary.not_in_classification)


def _prints_dash(post: Post) -> bool:
    texts = [drop_blanks(cell.text) for cell in post.cells if cell.role == "code"]
    return any(is_dash(text) for text in texts)
