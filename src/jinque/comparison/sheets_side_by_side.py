"""Catalogues side by side as sheets of a workbook, in Chinese."""

from collections.abc import Iterator
from statistics import median

from jinque.dataset import Sheet
from jinque.model.comparison_words import BY_NAME, PERCENTILE, PERCENTILE_MEANS, SCALES_APART
from jinque.model.edition_names import short_names
from jinque.model.place_profile import Comparison, IndustryRow, PlaceProfile, Share

_Row = tuple[str | int | float | None, ...]

_OCCUPATION = (
    *("2022 版编码", "职业", "职业中类", "列入目录数", "目录", "岗位编号", "岗位名称", "行业"),
    *("紧缺程度（原文）", PERCENTILE.zh, "最低学历", "最少年限", "年薪中位数（万元）", "对应依据"),
)
_INDUSTRY = (
    *("目录", "行业", "岗位数", "紧缺程度（原文）", f"{PERCENTILE.zh}中位数", "学历"),
    *("年限最少", "年限居中", "年限最多", "特需岗位", "年薪最低（万元）", "年薪最高（万元）"),
)


def comparison_sheets(found: Comparison) -> tuple[Sheet, ...]:
    """Return four sheets: profiles, occupations (one row a listing), industries, notes."""
    names = {key: words.zh for key, words in short_names(p.edition for p in found.profiles).items()}
    profiles = [row for each in found.profiles for row in _profile(each, names[each.edition.id])]
    industries = [_industry(each, names[each.edition.id]) for each in found.industries]
    notes = [(words.zh,) for words in (SCALES_APART, PERCENTILE_MEANS, BY_NAME)]
    return (
        Sheet(
            name="目录构成",
            headings=("目录", "项目", "值", "岗位数", "占本目录（%）"),
            rows=profiles,
            widths=(24, 14, 40, 10, 14),
        ),
        Sheet(
            name="职业对照",
            headings=_OCCUPATION,
            rows=list(_listings(found, names)),
            widths=(13, 26, 30, 10, 22, 30, 26, 16, 16, 18, 10, 10, 18, 14),
        ),
        Sheet(
            name="行业对照", headings=_INDUSTRY, rows=industries, widths=(24, 24, 10, 40, 22, 30)
        ),
        Sheet(name="说明", headings=("说明",), rows=notes, widths=(100,)),
    )


def _profile(profile: PlaceProfile, name: str) -> Iterator[_Row]:
    parts = {
        "紧缺程度": profile.labels,
        "职业中类": profile.groups,
        "最低学历": profile.educations,
        "最少年限": profile.years,
    }
    yield (name, "岗位", None, profile.posts, 100.0)
    yield (name, "特需岗位", None, profile.special, _share(profile.special, profile.posts))
    for part, shares in parts.items():
        for share in shares:
            value = share.value or "未载明或未读出"
            yield (name, part, value, share.posts, _share(share.posts, profile.posts))


def _share(posts: int, of: int) -> float:
    return round(100 * posts / of, 1)


def _listings(found: Comparison, names: dict[str, str]) -> Iterator[_Row]:
    for row in found.occupations:
        for listing in row.listings:
            post = listing.post
            yield (
                row.code,
                row.name,
                " ".join(row.group) if row.group else None,
                len(row.editions),
                names[listing.edition.id],
                post.id,
                post.name,
                post.industry,
                post.shortage.printed if post.shortage else None,
                listing.percentile,
                listing.education,
                listing.years,
                post.pay_cny_10k_year,
                "只按名称" if listing.is_by_name else "编码" if row.code else "同名",
            )


def _industry(row: IndustryRow, name: str) -> _Row:
    years, pay = row.years, row.pay
    return (
        name,
        row.name,
        row.posts,
        _told(row.labels),
        row.percentile,
        _told(row.educations),
        years[0] if years else None,
        median(years) if years else None,
        years[-1] if years else None,
        row.special,
        pay[0] if pay else None,
        pay[-1] if pay else None,
    )


def _told(shares: tuple[Share, ...]) -> str:
    return "、".join(f"{share.value} {share.posts}" for share in shares if share.value is not None)
