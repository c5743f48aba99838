"""What is missing from each list, in words that every answer shows."""

from collections import Counter
from collections.abc import Sequence

from jinque.model import Level, Occupation, Words


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
    """Say that the list of 2015 holds attested entries only."""
    return Words(
        zh=f"2015年版没有完整名单：这里只有来源印出或已知变动里的 {len(entries)} 个编码，"
        "名单里没有不等于大典里没有。多数出自大连目录，其版本按2015年版（含2019至2021年公布的"
        "新职业）是推断；各条自其中哪一年起有效未见载。",
        en=f"There is no complete list of 2015: these are the {len(entries)} codes that sources "
        "print or known moves name, and one that is missing here may well be in the edition. Most "
        "come from the catalogue of Dalian, whose edition (2015 with the new occupations of 2019 "
        "to 2021) is an inference; in which of these years an entry began is not attested.",
    )
