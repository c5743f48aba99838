"""What is missing from each list, in words that every answer shows."""

from collections import Counter
from collections.abc import Sequence

from jinque.model import Certainty, Level, Occupation, Words


def limits_of_2022(entries: Sequence[Occupation], work_types: Sequence[Occupation]) -> Words:
    """Say how far the list of 2022 goes, with its counts."""
    years = Counter(entry.edition for entry in entries if entry.level is Level.OCCUPATION)
    added = years["2024"] + years["2025"]
    return Words(
        zh=f"2022年版职业 {years['2022']} 个，与官方各大类合计相符；另有 2024、2025 年增补 {added} "
        f"个、增补年份未查明 {years['']} 个。工种只列来源印出的 {len(work_types)} 个；"
        "各职业的技能等级没有来源印出，不列。“其他”小类和第七、八大类的名称取自公示稿。",
        en=f"{years['2022']} occupations of 2022, as many as the official totals say, {added} "
        f"added in 2024 and 2025, {years['']} added at an unknown date. Of the work types only the "
        f"{len(work_types)} that sources print are listed, of skill levels none. The names of the "
        "residual minor groups and of groups 7 and 8 come from the public draft.",
    )


def limits_of_2015(entries: Sequence[Occupation]) -> Words:
    """Say how far the list of 2015 goes, what in it is inferred, and what is missing."""
    occupations = [entry for entry in entries if entry.level is Level.OCCUPATION]
    printed = [entry for entry in occupations if entry.edition == "2015"]
    letters = Counter(entry.certainty for entry in printed)
    unconfirmed, inferred = letters[Certainty.C], letters[Certainty.D]
    added = len(occupations) - len(printed)
    return Words(
        zh="2015年版没有完整名单可引：这里的由国家标准 GB/T 6565-2015 和印有编码的公开名单拼成，"
        f"1481 个职业中有 {len(printed)} 个（第一大类缺一个，多半在 1-04-01）。"
        f"{unconfirmed} 个未经第二来源证实，"
        f"{inferred} 个由2022年版推得（2-02-05 冶金中的几个、2-01-06、2-01-10 等）；小类 2-01-06、"
        f"2-01-10 也是推得的。2019至2021年公布的新职业只收编码有来源的 {added} 个。这些条目从不"
        "单独决定一个岗位的关联。",
        en="There is no complete list of 2015 to quote: this one is put together from the national "
        "standard GB/T 6565-2015 and public lists that print codes, with "
        f"{len(printed)} of 1481 occupations (one of group 1 is missing, "
        f"probably in 1-04-01). {unconfirmed} are not confirmed by a second source, {inferred} are "
        "inferred from 2022 (some of 2-02-05, 2-01-06, 2-01-10 and others), as are the minor "
        f"groups 2-01-06 and 2-01-10. Of the new occupations of 2019 to 2021 those {added} are "
        "here whose code a source prints. Such entries never decide the link of a post alone.",
    )
