"""`jinque compare`."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from jinque.cli.opening import opened
from jinque.cli.output import write_json
from jinque.cli.session import Session
from jinque.model.comparison_words import BY_NAME, PERCENTILE_MEANS, SCALES_APART
from jinque.model.edition_names import short_names
from jinque.model.place_profile import Comparison, Listing, OccupationRow, PlaceProfile, Share
from jinque.model.words import Words

if TYPE_CHECKING:
    from rich.console import Console

_MOST_GROUPS = 5
_SEVERAL = 2
_HEADINGS = (
    Words(zh="职业", en="Occupation"),
    Words(zh="目录", en="Catalogue"),
    Words(zh="紧缺程度（原文）", en="Shortage as printed"),
    Words(zh="本目录内位次百分位", en="Rank percentile within it"),
    Words(zh="学历", en="Education"),
    Words(zh="年限", en="Years"),
    Words(zh="万元/年", en="Pay"),
)


def show_comparison(
    session: Session, editions: Sequence[str], output: str | None, *, as_json: bool
) -> None:
    """Print or write some catalogues side by side; without any, all of them."""
    from jinque import api

    with opened(session) as workspace:
        found = api.compare(workspace, editions)
    if output is not None:
        api.save_comparison(found, Path(output))
    if as_json:
        write_json(api.compare_dict(found))
    else:
        _print(session, found, output)


def _print(session: Session, found: Comparison, output: str | None) -> None:
    from jinque.cli.screen import console, plain, show_fields

    screen = console(sys.stdout)
    if output is not None:
        screen.print(plain(session.say(f"已写入 {output}", f"Written to {output}"), "dim"))
        return
    if not found.profiles:
        screen.print(session.say("所选目录没有岗位。", "These catalogues have no posts."))
        return
    names = short_names(each.edition for each in found.profiles)
    for each in found.profiles:
        name = session.of(names[each.edition.id])
        posts = session.say(f"{each.posts} 个岗位", f"{each.posts} posts")
        screen.print(plain(f"{name}  {posts}", "bold"), plain(each.edition.id, "cyan"), sep="  ")
        show_fields(screen, _fields(session, each))
        screen.print()
    _print_shared(session, screen, found)
    for note in (SCALES_APART, PERCENTILE_MEANS):
        screen.print(plain(session.of(note), "yellow"))


def _fields(session: Session, profile: PlaceProfile) -> list[tuple[str, str]]:
    fields = [
        (session.say("紧缺程度（原文）", "Shortage"), _shares(session, profile.labels)),
        (session.say("职业中类", "Classes"), _groups(session, profile)),
        (session.say("最低学历", "Education"), _shares(session, profile.educations)),
        (session.say("最少年限", "Years"), _shares(session, profile.years)),
        (session.say("特需岗位", "Special need"), str(profile.special)),
    ]
    if profile.pay:
        pay = f"{profile.pay[0]:g}–{profile.pay[-1]:g}"
        label = session.say("年薪中位数（万元）", "Pay, 10,000 CNY")
        fields.append((label, pay))
    return fields


def _groups(session: Session, profile: PlaceProfile) -> str:
    groups = [share for share in profile.groups if share.value is not None]
    bare = profile.posts - sum(share.posts for share in groups)
    more = len(groups[_MOST_GROUPS:])
    told = [_shares(session, groups[:_MOST_GROUPS])] if groups else []
    if more:
        told.append(session.say(f"其余 {more} 类", f"{more} more classes"))
    told.append(session.say(f"未对应到职业编码（{bare}）", f"without a code ({bare})"))
    return session.say("；", "; ").join(told)


def _shares(session: Session, shares: Sequence[Share]) -> str:
    nothing = session.say("未载明或未读出", "not stated or not read")
    told = [(each.value or nothing, each.posts) for each in shares]
    return session.say(
        "、".join(f"{value}（{posts}）" for value, posts in told),
        ", ".join(f"{value} ({posts})" for value, posts in told),
    )


def _print_shared(session: Session, screen: "Console", found: Comparison) -> None:
    from jinque.cli.screen import NARROW, plain, show_table

    rows = [row for row in found.occupations if len(row.editions) >= _SEVERAL]
    alone = len(found.occupations) - len(rows)
    said = session.say(
        f"{len(rows)} 个职业列入两份以上目录，另有 {alone} 个只列入一份：",
        f"{len(rows)} occupations stand in two catalogues or more, {alone} others in one:",
    )
    screen.print(plain(said, "bold"))
    is_wide = screen.width >= NARROW
    cells = [
        _cells(row, each, has_name=not (place and is_wide))
        for row in rows
        for place, each in enumerate(row.listings)
    ]
    if cells:
        show_table(screen, [session.of(each) for each in _HEADINGS], cells)
    screen.print()
    if any(each.is_by_name for row in rows for each in row.listings):
        screen.print(plain(f"* {session.of(BY_NAME)}", "yellow"))


def _cells(row: OccupationRow, listing: Listing, *, has_name: bool) -> tuple[str, ...]:
    post = listing.post
    values = (listing.percentile, listing.education, listing.years, post.pay_cny_10k_year)
    return (
        row.name if has_name else "",
        listing.edition.id + ("*" if listing.is_by_name else ""),
        post.shortage.printed if post.shortage else "–",
        *("–" if value is None else f"{value}" for value in values),
    )
