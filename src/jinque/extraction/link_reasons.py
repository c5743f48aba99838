"""What a link rests on, in words."""

from jinque.classification import entries_near, load_classification
from jinque.extraction.code_lookup import CodeLookup
from jinque.model import Level, LinkStatus, Occupation, Words
from jinque.model.correction import Correction


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
