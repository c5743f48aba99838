"""`jinque guide`."""

import sys
from typing import TYPE_CHECKING

from jinque.cli.opening import opened
from jinque.cli.output import write_json
from jinque.cli.session import Session
from jinque.cli.teaching_parts import foreign_note
from jinque.model import Words
from jinque.model.guide import GuideEntry, GuideListing

if TYPE_CHECKING:
    from rich.console import Console

_UNSTATED = {
    "place": Words(zh="城市未载明", en="city not stated"),
    "year": Words(zh="年份未载明", en="year not stated"),
}


def show_guide(session: Session, typed: str, *, foreign: bool, as_json: bool) -> None:
    """Print what the catalogues say of an occupation, in plain words."""
    from jinque import api

    with opened(session) as workspace:
        answer = api.guide(workspace, typed, foreign=foreign)
    if as_json:
        write_json(api.teaching_dict(answer))
        return
    from jinque.cli.screen import console, plain

    screen = console(sys.stdout)
    for entry in answer.entries:
        _print_entry(session, screen, entry)
        if entry.left_out or foreign:
            note = foreign_note(session, entry.left_out, foreign=foreign)
            screen.print(plain(note, "yellow"))
    no_forecast = session.say(
        "紧缺程度反映编制当时需求，不预测毕业时就业；各地的等级不能互相换算。",
        "A rating tells of the demand when the catalogue was made; it does not foretell jobs at "
        "graduation, and ratings of two places are not one scale.",
    )
    screen.print(plain(no_forecast, "yellow"))


def _print_entry(session: Session, screen: "Console", entry: GuideEntry) -> None:
    from jinque.cli.screen import plain, show_fields

    screen.print(plain(entry.code, "cyan"), plain(entry.name, "bold"), sep="  ")
    n = len(entry.listings)
    screen.print(
        session.say(f"{n} 个岗位点名这个职业。", f"{n} posts name this occupation.")
        if n
        else session.say("没有岗位以编码点名它。", "No post names it by its code.")
    )
    for listing in entry.listings:
        name = session.of(listing.edition_name)
        by_name = session.say("（只按名称）", "(by name alone)") if listing.is_by_name else ""
        screen.print()
        screen.print(plain(name, "bold"), plain(listing.post.name), by_name, sep="  ")
        show_fields(screen, _fields(session, listing))
    screen.print()
    way_up = session.say(
        f"往上走：jinque bridge --occupation {entry.name} 看技能等级与职称怎样贯通。",
        f"The way up: jinque bridge --occupation {entry.name} shows levels and titles.",
    )
    screen.print(plain(way_up, "dim"))


def _fields(session: Session, listing: GuideListing) -> list[tuple[str, str]]:
    nothing = session.say("未载明或未读出", "not stated or not read")
    years = session.say(f"{listing.years} 年", f"{listing.years} years")
    fields = [
        (session.say("岗位编号", "Identifier"), listing.post.id),
        (session.say("紧缺程度（原文）", "Rating as printed"), listing.label or nothing),
        (session.say("最低学历", "Lowest education"), listing.education or nothing),
        (session.say("最少年限", "Fewest years"), nothing if listing.years is None else years),
    ]
    if listing.certificates:
        fields.append((session.say("证书", "Certificates"), "、".join(listing.certificates)))
    if listing.pay_cny_10k_year is not None:
        unstated = "、".join(session.of(_UNSTATED[each]) for each in listing.unstated)
        pay = f"{listing.pay_cny_10k_year:g}" + (f"（{unstated}）" if unstated else "")
        fields.append((session.say("年薪中位数（万元）", "Median pay, 10,000 CNY"), pay))
    done = (listing.description, *listing.abilities)
    fields += [(session.say("做什么（原文）", "What it does"), each) for each in done if each]
    return fields
