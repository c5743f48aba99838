"""Heat map: which share of a catalogue's posts stands in which class of occupations."""

from collections.abc import Iterator, Mapping, Sequence

from jinque.comparison.chart_frame import Told, said, specs_of
from jinque.comparison.drawn_groups import drawn_groups
from jinque.model.chart import Chart
from jinque.model.edition_names import short_names
from jinque.model.place_profile import Comparison, PlaceProfile
from jinque.model.words import Words

_MOST_GROUPS = 15
_MOST_TOLD = 3

_NO_CODE = Words(zh="未对应到职业编码", en="no code of the classification")
_OTHERS = Words(zh="其余中类", en="other classes")
_TITLE = Words(
    zh="各目录岗位的职业中类构成（占本目录岗位的百分比）",
    en="Posts by class of occupations, in per cent of each catalogue's own posts",
)
_NOTE = Words(
    zh="每列合计 100%，分母是该目录全部岗位；没有印出编码、也没有同名职业的岗位归入"
    "“未对应到职业编码”。图中只画占比最高的 15 个中类，下表是全部。",
    en="Each column adds up to 100 per cent of the catalogue's posts. Posts without a code and "
    "without an entry of their very name count as such. The chart draws the 15 largest classes, "
    "the table holds all.",
)

_Counts = Mapping[str | None, int]


def groups_chart(comparison: Comparison) -> Chart | None:
    """Return the heat map; None without a catalogue that has posts."""
    profiles = comparison.profiles
    if not profiles:
        return None
    names = short_names(profile.edition for profile in profiles)
    counts = [{share.value: share.posts for share in profile.groups} for profile in profiles]
    groups = _ordered(profiles, counts)
    alt = _alt(profiles, names)
    specs = specs_of(
        Told(language="zh", title=_TITLE, alt=alt),
        lambda told: drawn_groups(list(_cells(profiles, counts, groups, told.language)), told),
    )
    return Chart(
        name="groups",
        edition_ids=tuple(profile.edition.id for profile in profiles),
        title=_TITLE,
        alt=alt,
        note=_NOTE,
        headings=_headings(profiles, names),
        rows=tuple(_row(group, profiles, counts) for group in groups),
        specs=specs,
    )


def _headings(profiles: Sequence[PlaceProfile], names: Mapping[str, Words]) -> tuple[Words, ...]:
    listed = [names[profile.edition.id] for profile in profiles]
    return (
        Words(zh="职业中类", en="class"),
        *(Words(zh=f"{each.zh} 岗位数", en=f"{each.en}, posts") for each in listed),
        *(Words(zh=f"{each.zh} 占比（%）", en=f"{each.en}, per cent") for each in listed),
    )


def _row(
    group: str | None, profiles: Sequence[PlaceProfile], counts: Sequence[_Counts]
) -> tuple[str | int | float | None, ...]:
    posts = [each.get(group, 0) for each in counts]
    shares = (_per_cent(n, each.posts) for n, each in zip(posts, profiles, strict=True))
    return (group or _NO_CODE.zh, *posts, *shares)


def _per_cent(posts: int, of: int) -> float:
    return round(100 * posts / of, 1)


def _ordered(profiles: Sequence[PlaceProfile], counts: Sequence[_Counts]) -> list[str | None]:
    """Return the classes by their largest share anywhere, falling; None last."""

    def most(group: str | None) -> float:
        pairs = zip(counts, profiles, strict=True)
        return max(each.get(group, 0) / profile.posts for each, profile in pairs)

    found = {group: None for each in counts for group in each}
    return sorted(found, key=lambda group: (group is None, -most(group), group or ""))


def _alt(profiles: Sequence[PlaceProfile], names: Mapping[str, Words]) -> Words:
    return Words(
        zh="热力图，行是职业中类，列是目录。"
        + "".join(_told(each, names[each.edition.id].zh, "zh") for each in profiles),
        en="Heat map, classes of occupations by catalogue. "
        + " ".join(_told(each, names[each.edition.id].en, "en") for each in profiles),
    )


def _told(profile: PlaceProfile, name: str, language: str) -> str:
    coded = [share for share in profile.groups if share.value is not None]
    bare = profile.posts - sum(share.posts for share in coded)
    most = [
        f"{share.value} {_per_cent(share.posts, profile.posts):g}%" for share in coded[:_MOST_TOLD]
    ]
    none = f"{said(_NO_CODE, language)} {_per_cent(bare, profile.posts):g}%"
    if language == "en":
        return f"{name}, {profile.posts} posts: {', '.join([*most, none])}."
    return f"{name}（{profile.posts} 个岗位）：{'、'.join([*most, none])}。"


def _cells(
    profiles: Sequence[PlaceProfile],
    counts: Sequence[_Counts],
    groups: Sequence[str | None],
    language: str,
) -> Iterator[tuple[str, str, float]]:
    names = short_names(profile.edition for profile in profiles)
    shown = [group for group in groups if group is not None][:_MOST_GROUPS]
    for profile, each in zip(profiles, counts, strict=True):
        bare = each.get(None, 0)
        drawn = {group: each.get(group, 0) for group in shown}
        drawn[said(_OTHERS, language)] = profile.posts - bare - sum(drawn.values())
        drawn[said(_NO_CODE, language)] = bare
        name = said(names[profile.edition.id], language)
        for group, posts in drawn.items():
            yield group, name, _per_cent(posts, profile.posts)
