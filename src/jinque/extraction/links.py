"""Posts and the entries of the national classification that they name.

Only a printed code links, and never without the name beside it: codes moved between the editions
while names were kept. A code that the editions give to two occupations is never joined by itself.
A name alone proposes. What the source calls absent from the classification stays without a code
until a person confirms one. No catalogue is a witness for itself: what the list of 2015 has from
it is left out when its own links are judged.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from jinque.classification import (
    EDITIONS,
    counterparts,
    edition_used,
    entries_formerly_named,
    entries_named,
    entries_near,
    entry_of,
    is_confirmed,
    is_known_gap,
    is_one_occupation,
    load_classification,
)
from jinque.extraction.columns.naming import is_dash
from jinque.locale import Sentence, joined, say, say_in
from jinque.model import (
    Classification,
    EditionUse,
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
    Status,
)
from jinque.model.post import Correction
from jinque.parameters import load_edition_rule, load_vocabulary
from jinque.text import drop_blanks, fold

_SETTLED = (LinkStatus.AGREES, LinkStatus.NAMES_CLASS)
_CLASSES = (Level.MAJOR, Level.SUB_MAJOR, Level.MINOR)
_SINGLE = "-00"
_SAID = (Status.STATED, Status.SUPPLIED)
LEVEL_NAMES = {
    Level.MAJOR: say("major group"),
    Level.SUB_MAJOR: say("sub-major group"),
    Level.MINOR: say("minor group"),
    Level.OCCUPATION: say_in("class", "occupation"),
    Level.WORK_TYPE: say("work type"),
}
"""What each level is called, in Chinese and English."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeLookup:
    """What looking up a code came to.

    Attributes:
        used: edition of the classification to look in first; the newest where the catalogue's
            is not known.
        is_known: the catalogue states, or its rows tell, that it uses that edition.
        entry: the entry that the code leads to; None where no list has one to offer.
        is_linked: whether the post is joined to it.
        is_confirmed: a second source, another than the catalogue, has the entry.
    """

    post: Post
    code: str
    used: str
    is_known: bool
    status: LinkStatus
    entry: Occupation | None
    is_linked: bool
    is_confirmed: bool = True


def link_posts(
    posts: Sequence[Post], notes: Iterable[Note], metadata: Metadata
) -> tuple[Link, ...]:
    """Return the link of each post and title mapping, in the order of `posts`.

    Args:
        posts: with their identifiers; entries of running lists are passed over.
        notes: those of the edition, one of which may say why rows print no code.
        metadata: may state the edition of the classification that the catalogue uses.
    """
    used = edition_in_use(metadata, use_of(posts))
    has_note = any(_says_absent(note.text) for note in notes)
    return tuple(
        _coded(look_up(post, post.code, used))
        if post.code
        else _uncoded(post, used, has_note=has_note)
        for post in posts
        if post.kind is not Kind.LIST_ITEM
    )


def use_of(posts: Iterable[Post]) -> EditionUse:
    """Return which edition of the classification the codes and names of posts are of."""
    coded = [post for post in posts if post.code]
    witness = coded[0].edition_id if coded else None
    return edition_used(((post.code or "", post.name) for post in coded), witness=witness)


def edition_in_use(metadata: Metadata, use: EditionUse) -> str | None:
    """Return the edition to look codes up in; None where nothing tells.

    What a document or a person states holds, unless enough rows are of another edition.
    """
    fact = metadata.classification_edition
    value = fact.value if fact.value in EDITIONS else None
    if fact.status in _SAID and value and not contradicts(value, use):
        return value
    if use.edition or use.is_mixed:
        return use.edition
    return value


def contradicts(stated: str, use: EditionUse) -> bool:
    """Tell whether enough rows are of another edition than the stated one to overrule it."""
    telling = use.only_2015 if stated == "2022" else use.only_2022
    is_other = use.edition is not None and use.edition != stated
    return is_other and telling >= load_edition_rule().least_pairs


def look_up(post: Post, code: str, used: str | None) -> CodeLookup:
    """Look a post's code and name up.

    Args:
        post: the post.
        code: its code.
        used: edition that its catalogue uses, one of `EDITIONS`; None where nothing tells it.
    """
    status, entry, is_linked = _judge(post, code, used)
    return CodeLookup(
        post=post,
        code=entry.code if entry and status is LinkStatus.NAMES_CLASS else code,
        used=used or EDITIONS[0],
        is_known=used is not None,
        status=status,
        entry=entry,
        is_linked=is_linked,
        is_confirmed=entry is None or is_confirmed(entry, post.edition_id),
    )


def class_of(post: Post, used: str | None = None) -> Occupation | None:
    """Return the class that a post's printed code names; None for an occupation.

    A code of up to three segments is a class. One that ends in -00 is the occupation that is
    alone in its class; where no edition has it, or not under this name, it stands for the class
    that bears the post's own name and holds several occupations.

    Args:
        post: the post.
        used: edition that its catalogue uses; it is asked first.
    """
    if post.code is None:
        return None
    for edition in _in_order(used):
        classification = load_classification(edition)
        if Level.of(post.code) in _CLASSES:
            entry = classification.by_code.get(post.code)
        else:
            entry = _written_as_occupation(post, post.code, classification)
        if entry:
            return entry
    return None


def candidates_for(name: str, edition: str | None) -> tuple[LinkCandidate, ...]:
    """Return entries of that name, of that former name, or else of a name one edit away.

    Code and name that two editions share are named once.

    Args:
        name: name of a post, without marks.
        edition: the edition that the catalogue uses, whose entries come first; None takes the
            newest first.
    """
    found = (
        (Likeness.SAME_NAME, entries_named(name)),
        (Likeness.FORMER_NAME, entries_formerly_named(name)),
        (Likeness.NEAR_NAME, entries_near(name)),
    )
    return tuple(
        LinkCandidate(
            code=entry.code,
            name=entry.name,
            edition=entry.classification,
            likeness=likeness,
            reason=_reason_of_candidate(name, entry, likeness),
        )
        for likeness, entries in found
        for entry in _once(entries, edition)
    )


def _in_order(used: str | None) -> list[str]:
    return sorted(EDITIONS, key=lambda edition: edition != used)


def _judge(post: Post, code: str, used: str | None) -> tuple[LinkStatus, Occupation | None, bool]:
    """Return the status, the entry and whether it is joined."""
    order = _in_order(used)
    pairs = [entry for edition in order if (entry := entry_of(edition, code, post.name))]
    group = class_of(post, used)
    if group and (pairs or _is_named_so(group, post)) and used in (None, group.classification):
        return LinkStatus.NAMES_CLASS, group, True
    if pairs:
        return _judge_pair(post, pairs, used)
    found = [e for edition in order if (e := load_classification(edition).by_code.get(code))]
    if found and used in (None, found[0].classification):
        is_joined = len(found) == 1 or is_one_occupation(code) or _is_spelt_like(post, found[0])
        status = LinkStatus.NAME_DIFFERS if is_joined else LinkStatus.CODE_REUSED
        return status, found[0], is_joined
    if _is_unlisted_work_type(code, order[0]) or is_known_gap(order[0], code, post.name):
        return LinkStatus.UNCHECKED, None, True
    return LinkStatus.CODE_UNKNOWN, None, False


def _judge_pair(
    post: Post, pairs: Sequence[Occupation], used: str | None
) -> tuple[LinkStatus, Occupation, bool]:
    """Judge code and name that are an entry's own, in the edition that is used or in another.

    An entry that no second source confirms does not decide alone: the edition has to be known.
    """
    firm = [entry for entry in pairs if is_confirmed(entry, post.edition_id)]
    if used is None and firm:
        return LinkStatus.AGREES, firm[0], True
    if used is None or (used != pairs[0].classification and not firm):
        return LinkStatus.UNCONFIRMED, pairs[0], False
    is_own = pairs[0].classification == used
    return (LinkStatus.AGREES if is_own else LinkStatus.OTHER_EDITION), pairs[0], True


def _written_as_occupation(
    post: Post, code: str, classification: Classification
) -> Occupation | None:
    class_code = code.removesuffix(_SINGLE)
    entry = classification.by_code.get(class_code)
    below = classification.below(class_code)
    is_class = (
        class_code != code
        and Level.of(code) is Level.OCCUPATION
        and entry is not None
        and fold(entry.name) == fold(post.name)
        and len(below) > 1
        and all(occupation.name != post.name for occupation in below)
    )
    return entry if is_class else None


def _is_named_so(entry: Occupation, post: Post) -> bool:
    names = (entry.name, *entry.other_spellings)
    return fold(post.name) in map(fold, names)


def _is_spelt_like(post: Post, entry: Occupation) -> bool:
    """Tell whether a printed name is plainly a misspelt form of an entry's own."""
    is_near = entry.name in {other.name for other in entries_near(post.name)}
    return is_near or _is_named_so(entry, post)


def _is_unlisted_work_type(code: str, edition: str) -> bool:
    """Tell whether a code is a work type below an occupation that is listed.

    No list of work types is complete; any may stand below such an occupation.
    """
    classification = load_classification(edition)
    if Level.of(code) is not Level.WORK_TYPE:
        return False
    return classification.above(code)[-1] in classification.by_code


def _coded(lookup: CodeLookup) -> Link:
    edition = lookup.entry.classification if lookup.entry else lookup.used
    given = next((each for each in lookup.post.corrections if each.field == "code"), None)
    if given and lookup.entry:
        return Link(
            post_id=lookup.post.id,
            code=lookup.code,
            edition=edition,
            status=LinkStatus.CONFIRMED,
            reason=_reason_of_person(given, lookup.entry),
        )
    is_settled = lookup.status in _SETTLED
    candidates = () if is_settled else candidates_for(lookup.post.name, lookup.used)
    own = (lookup.code, edition) if lookup.is_linked else None
    return Link(
        post_id=lookup.post.id,
        code=lookup.code if lookup.is_linked else None,
        edition=edition if lookup.is_linked else None,
        status=lookup.status,
        reason=_reason_of(lookup),
        candidates=tuple(each for each in candidates if (each.code, each.edition) != own),
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
        reason=_reason_without_code(status, is_special=is_special),
        candidates=candidates,
    )


def _once(entries: Iterable[Occupation], edition: str | None) -> Iterator[Occupation]:
    seen = set()
    for entry in sorted(entries, key=lambda entry: entry.classification != edition):
        if (entry.code, entry.name) not in seen:
            seen.add((entry.code, entry.name))
            yield entry


def _says_absent(note: str) -> bool:
    """Tell whether a note says that rows without a code are not in the classification."""
    vocabulary = load_vocabulary()
    is_about_it = vocabulary.classification_name in note
    return is_about_it and any(word in note for word in vocabulary.not_in_classification)


def _prints_dash(post: Post) -> bool:
    texts = [drop_blanks(cell.text) for cell in post.cells if cell.role == "code"]
    return any(is_dash(text) for text in texts)


def _reason_of(lookup: CodeLookup) -> Sentence:
    """Return why a post with a printed code is linked, or not linked, as it is."""
    entry = lookup.entry
    if entry is None:
        is_unchecked = lookup.status is LinkStatus.UNCHECKED
        return _unchecked(lookup) if is_unchecked else _code_unknown(lookup)
    say = _SAYING.get(lookup.status, _agrees)
    return say(lookup, entry)


def _reason_without_code(status: LinkStatus, *, is_special: bool) -> Sentence:
    """Return why a post without a printed code has no link."""
    if status is LinkStatus.NO_CODE_STATED and is_special:
        return say("marked 特需, not in the classification; no code unless a person confirms one")
    if status is LinkStatus.NO_CODE_STATED:
        return say(
            "the catalogue says that rows without a code are not in the classification; no "
            "code unless a person confirms one"
        )
    if status is LinkStatus.PROPOSED:
        return say("no code is printed; entries are proposed by name, for a person to confirm")
    return say("no code is printed and no entry has this name or one a character apart")


def _reason_of_person(given: Correction, entry: Occupation) -> Sentence:
    """Return that a person named the entry, when and why."""
    return say(
        "a person confirmed “{name}” of {classification} on {decided_on}: {reason}",
        decided_on=given.decided_on,
        classification=entry.classification,
        name=entry.name,
        reason=given.reason,
    )


def _reason_of_candidate(name: str, entry: Occupation, likeness: Likeness) -> Sentence:
    edition, code = entry.classification, entry.code
    if likeness is Likeness.SAME_NAME:
        message = LEVEL_NAMES[entry.level]
        return say(
            "same name as the {message} {code} of {edition}",
            edition=edition,
            code=code,
            message=message,
        )
    if likeness is Likeness.FORMER_NAME:
        return say(
            "the public draft or first print of {edition} had this name at {code}, now {name}",
            edition=edition,
            code=code,
            name=entry.name,
        )
    return say(
        "“{name}” and “{entry_name}” ({code} of {edition}) are one character or its place "
        "apart; they may be two occupations and are not merged",
        name=name,
        entry_name=entry.name,
        edition=edition,
        code=code,
    )


def _agrees(lookup: CodeLookup, entry: Occupation) -> Sentence:
    edition = entry.classification
    message = say("code and name are those of the {edition} edition", edition=edition)
    if entry.edition and entry.edition != edition:
        message = say("{message} (added in {year})", message=message, year=entry.edition)
    if not lookup.is_confirmed:
        message = say(
            "{message}; no second source confirms this entry of the list", message=message
        )
    return _with_today(message, entry)


def _with_today(message: Sentence, entry: Occupation) -> Sentence:
    """Add what an entry of 2015 and its code are in the newest edition."""
    row = next(iter(counterparts(entry)), None) if entry.classification == "2015" else None
    if row is None:
        return message
    return say("{message}; {reason}", message=message, reason=row.reason)


def _names_class(lookup: CodeLookup, entry: Occupation) -> Sentence:
    edition = entry.classification
    level = LEVEL_NAMES[entry.level]
    message = say(
        "code and name are those of the {level} {code} of {edition}",
        level=level,
        code=entry.code,
        edition=edition,
    )
    if lookup.post.code != entry.code:
        message = say(
            "{printed_code} is no occupation: “{name}” is the {level} {code} of {edition}",
            printed_code=lookup.post.code or "",
            name=entry.name,
            level=level,
            code=entry.code,
            edition=edition,
        )
    elif fold(lookup.post.name) != fold(entry.name):
        message = say(
            "{code} is a {level} of {edition}, which the standard calls “{name}”",
            code=entry.code,
            level=level,
            edition=edition,
            name=entry.name,
        )
    return _with_today(message, entry)


def _name_differs(lookup: CodeLookup, entry: Occupation) -> Sentence:
    near = {other.name for other in entries_near(lookup.post.name)}
    is_near = entry.name in near
    message = say(
        "{code} is “{name}” in {edition}, but “{printed_name}” is printed",
        code=lookup.code,
        name=entry.name,
        edition=entry.classification,
        printed_name=lookup.post.name,
    )
    if is_near:
        return say(
            "{message}; the names are one character or its place apart and not merged",
            message=message,
        )
    return message


def _code_reused(lookup: CodeLookup, _: Occupation) -> Sentence:
    entries = [(of, load_classification(of).by_code.get(lookup.code)) for of in EDITIONS]
    said = [(edition, entry.name) for edition, entry in entries if entry]
    meanings = joined(
        say("the “{name}” of {edition}", name=name, edition=edition) for edition, name in said
    )
    return say(
        "{code} is {meanings}, two occupations, and “{name}” as printed is neither; not linked",
        code=lookup.code,
        name=lookup.post.name,
        meanings=meanings,
    )


def _other_edition(lookup: CodeLookup, entry: Occupation) -> Sentence:
    listed = load_classification(lookup.used).by_code.get(lookup.code)
    there = say("has “{name}” there", name=listed.name) if listed else say("has no such code")
    return say(
        "code and name are those of {classification}, but the catalogue uses {used}, which {there}",
        classification=entry.classification,
        used=lookup.used,
        there=there,
    )


def _unconfirmed(_: CodeLookup, entry: Occupation) -> Sentence:
    return say(
        "code and name are those of an entry of {classification} that no second source "
        "confirms, and the other rows do not tell that the catalogue uses that edition; "
        "not linked, a person decides",
        classification=entry.classification,
    )


def _unchecked(lookup: CodeLookup) -> Sentence:
    if Level.of(lookup.code) is Level.WORK_TYPE:
        parent_code = lookup.code.rpartition("-")[0]
        parent = load_classification(lookup.used).by_code[parent_code]
        return say(
            "no list of work types is complete; {parent_code} {name} of {used} stands above it",
            used=lookup.used,
            parent_code=parent_code,
            name=parent.name,
        )
    return say(
        "the list of {used} has known gaps and {code} falls into one; nothing checks it",
        used=lookup.used,
        code=lookup.code,
    )


def _code_unknown(lookup: CodeLookup) -> Sentence:
    if not lookup.is_known:
        return say(
            "no list of any edition has {code}; shown as printed and not linked", code=lookup.code
        )
    return say(
        "the {used} edition lacks {code}; shown as printed and not linked",
        used=lookup.used,
        code=lookup.code,
    )


_SAYING: dict[LinkStatus, Callable[[CodeLookup, Occupation], Sentence]] = {
    LinkStatus.NAME_DIFFERS: _name_differs,
    LinkStatus.CODE_REUSED: _code_reused,
    LinkStatus.OTHER_EDITION: _other_edition,
    LinkStatus.UNCONFIRMED: _unconfirmed,
    LinkStatus.NAMES_CLASS: _names_class,
}
"""What is said of a status that has an entry; of any other, that code and name agree."""
