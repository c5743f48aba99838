"""Dumbbells: from which to which education and how many years each industry asks."""

from collections.abc import Iterator, Mapping, Sequence

from jinque.comparison.chart_frame import Told, middle, number, said, specs_of
from jinque.comparison.drawn_requirements import Asked, drawn_requirements
from jinque.criteria.asked import education_rank
from jinque.model.chart import Chart
from jinque.model.edition_names import short_names
from jinque.model.place_profile import Comparison, IndustryRow, Share
from jinque.model.words import Words

_TITLE = Words(
    zh="各行业岗位要求的学历和年限",
    en="Education and years asked, by industry",
)
_KEY = Words(
    zh="○ 最低　┃ 多数（学历）或居中（年限）　■ 最高",
    en="○ lowest   ┃ most common level, median of years   ■ highest",
)
_NOTE = Words(
    zh="只画读出了学历或年限的行业；学历取每个岗位可接受的最低一级，只写学位的单列。“多数”指岗位最多的一级，"
    "“居中”指年限的中位数。不同目录的写法不同，宽窄不说明用人标准高低。",
    en="Industries whose posts state education or years. A post counts with the lowest level that "
    "may do; a degree asked for alone stands apart. Catalogues word this differently: a wider "
    "span says nothing of how strict employers are.",
)
_HEADINGS = (
    Words(zh="目录", en="catalogue"),
    Words(zh="行业", en="industry"),
    Words(zh="岗位数", en="posts"),
    Words(zh="读出学历的岗位", en="posts with education"),
    Words(zh="学历最低", en="lowest education"),
    Words(zh="学历多数", en="most common education"),
    Words(zh="学历最高", en="highest education"),
    Words(zh="读出年限的岗位", en="posts with years"),
    Words(zh="年限最少", en="fewest years"),
    Words(zh="年限居中", en="median years"),
    Words(zh="年限最多", en="most years"),
)


def requirements_chart(comparison: Comparison) -> Chart | None:
    """Return the dumbbells; None where no post states education or years."""
    told = [each for each in comparison.industries if _levels(each) or each.years]
    if not told:
        return None
    names = short_names(each.edition for each in comparison.profiles)
    alt = Words(zh=_alt(told, names, "zh"), en=_alt(told, names, "en"))
    places = tuple(dict.fromkeys(each.edition.id for each in told))
    title = _title([names[place] for place in places])
    return Chart(
        name="requirements",
        edition_ids=places,
        title=title,
        alt=alt,
        note=_NOTE,
        headings=_HEADINGS,
        rows=tuple(_row(each, names) for each in told),
        specs=specs_of(
            Told(language="zh", title=title, alt=alt, key=_KEY),
            lambda t: drawn_requirements(list(_drawn(told, names, t.language)), t),
        ),
    )


def _title(places: Sequence[Words]) -> Words:
    """Return the title; it names the catalogue where the rows do not."""
    if len(places) > 1:
        return _TITLE
    return Words(zh=f"{places[0].zh}：{_TITLE.zh}", en=f"{places[0].en}: {_TITLE.en}")


def _levels(industry: IndustryRow) -> list[Share]:
    return [share for share in industry.educations if share.value is not None]


def _most(shares: Sequence[Share]) -> str | None:
    return max(shares, key=lambda share: share.posts).value if shares else None


def _row(industry: IndustryRow, names: Mapping[str, Words]) -> tuple[str | int | float | None, ...]:
    levels, years = _levels(industry), industry.years
    return (
        names[industry.edition.id].zh,
        industry.name,
        industry.posts,
        sum(share.posts for share in levels),
        levels[0].value if levels else None,
        _most(levels),
        levels[-1].value if levels else None,
        len(years),
        years[0] if years else None,
        middle(years) if years else None,
        years[-1] if years else None,
    )


def _drawn(
    told: Sequence[IndustryRow], names: Mapping[str, Words], language: str
) -> Iterator[Asked]:
    are_many = len({each.edition.id for each in told}) > 1
    for each in told:
        place = f"{said(names[each.edition.id], language)} · " if are_many else ""
        levels = sorted((share.value or "" for share in _levels(each)), key=education_rank)
        yield Asked(
            label=place + (each.name or "–"),
            levels=tuple(levels),
            common=_most(_levels(each)),
            years=each.years,
        )


def _alt(told: Sequence[IndustryRow], names: Mapping[str, Words], language: str) -> str:
    places = dict.fromkeys(each.edition.id for each in told)
    parts = [
        _told([each for each in told if each.edition.id == place], said(names[place], language))
        for place in places
    ]
    if language == "en":
        return "Dumbbells by industry. " + " ".join(each.en for each in parts)
    return "哑铃图，每行一个行业。" + "".join(each.zh for each in parts)


def _told(told: Sequence[IndustryRow], name: str) -> Words:
    levels = sorted({s.value or "" for each in told for s in _levels(each)}, key=education_rank)
    years = [year for each in told for year in each.years]
    span = f"{levels[0]}–{levels[-1]}" if levels else ""
    time = f"{min(years)}–{max(years)}" if years else ""
    mid = number(middle(years)) if years else ""
    zh = [f"学历 {span}"] * bool(levels) + [f"年限 {time} 年，中位数 {mid} 年"] * bool(years)
    en = [f"education {span}"] * bool(levels) + [f"{time} years, median {mid}"] * bool(years)
    return Words(
        zh=f"{name}（{len(told)} 个行业）：{'；'.join(zh)}。",
        en=f"{name}, {len(told)} industries: {'; '.join(en)}.",
    )
