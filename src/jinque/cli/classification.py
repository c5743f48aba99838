"""The commands of the classification: `occupation`, `code` for titles, `code-file` for a table.

The words for levels, kinds and statuses of the classification.

`jinque code` and `jinque code-file`.

What the options of `code` and `code-file` mean, in both languages.

`jinque occupation`: what a code or a name means, and which posts name it.

The facts of one occupation as labels and values.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jinque.cli.call import AsJson, AsOf, CodeOrName, Session
from jinque.cli.terminal import NOT_STATED, opened, write_json
from jinque.model import (
    CodeCandidate,
    CodedTitle,
    CodingOutcome,
    CorrespondenceKind,
    EvidenceKind,
    Level,
    Likeness,
    Link,
    LinkStatus,
    Occupation,
    OccupationAnswer,
    OccupationEntry,
    OccupationPost,
    Standing,
    Words,
)

if TYPE_CHECKING:
    from rich.console import Console


OUTCOMES = {
    CodingOutcome.CODED: Words(zh="已编码", en="coded"),
    CodingOutcome.REVIEW: Words(zh="需人工复核", en="for a person to review"),
    CodingOutcome.NO_NATIONAL_CODE: Words(zh="无国家职业编码", en="no national code"),
}
EVIDENCE = {
    EvidenceKind.NAME: Words(zh="名称", en="name"),
    EvidenceKind.FORMER_NAME: Words(zh="旧名", en="former name"),
    EvidenceKind.ALIAS: Words(zh="别名", en="alias"),
    EvidenceKind.DERIVED: Words(zh="名称变体", en="variant"),
    EvidenceKind.CLASS_NAME: Words(zh="类名", en="class"),
    EvidenceKind.DESCRIPTION: Words(zh="说明", en="description"),
}
_UNUSABLE = Words(zh="无法处理", en="not usable")
_LIMITS = Words(
    zh="概率由公开测试集校准，不是官方认定；需复核的请人工确认。",
    en="Probabilities are calibrated on an open test set; no office has confirmed them.",
)
_LEAST_SHOWN = 0.005
_SUREST = 99
"""Per cent: nothing that is guessed is shown as certain."""


def code_titles(
    session: Session, titles: Sequence[str], description: str, industry: str, *, as_json: bool
) -> None:
    """Print what each title may mean."""
    from jinque import api

    answers = api.code(titles, description, industry)
    if as_json:
        write_json({"titles": api.to_json(answers)})
        return
    from jinque.cli.console import console, plain

    screen = console(sys.stdout)
    for answer in answers:
        _print_answer(session, screen, answer)
        screen.print()
    screen.print(plain(session.of(_LIMITS), "dim"))


def code_table(session: Session, source: str, target: str, *, as_json: bool) -> None:
    """Code a table and tell how many rows came to what."""
    from jinque import api

    counts = api.code_file(Path(source), Path(target))
    if as_json:
        named = {outcome.value: counts[outcome] for outcome in OUTCOMES}
        write_json({"target": target, "rows": counts.total(), **named, "unusable": counts[None]})
        return
    from jinque.cli.console import console, plain

    words = [*OUTCOMES.items(), (None, _UNUSABLE)]
    told = [f"{session.of(name)} {counts[each]}" for each, name in words if counts[each]]
    total = session.say(f"共 {counts.total()} 行：", f"{counts.total()} rows: ")
    screen = console(sys.stdout)
    screen.print(plain(total + session.say("、", ", ").join(told)))
    screen.print(plain(session.say(f"已写入 {target}", f"Written to {target}"), "dim"))


def _print_answer(session: Session, screen: "Console", answer: CodedTitle) -> None:
    from rich.padding import Padding

    from jinque import api
    from jinque.cli.console import plain, show_side_by_side

    outcome = session.of(OUTCOMES[answer.outcome])
    screen.print(plain(answer.request.title, "bold"), plain(outcome, "yellow"), sep="  ")
    shown = [each for each in answer.candidates if each.probability >= _LEAST_SHOWN]
    show_side_by_side(screen, [_line(session, each) for each in shown])
    if answer.at_least:
        agreed = f"{answer.at_least} {api.entry_name(answer.at_least)}"
        text = session.say(f"至少属于 {agreed}", f"At least {agreed}")
        screen.print(Padding(plain(text), (0, 0, 0, 2)))
    for notice in answer.notices:
        screen.print(Padding(plain(session.of(notice), "dim"), (0, 0, 0, 2)))


def _line(session: Session, candidate: CodeCandidate) -> tuple[str, str]:
    first = candidate.evidence[0]
    why = f"{session.of(EVIDENCE[first.kind])} {first.text}"
    chance = f"{min(100 * candidate.probability, _SUREST):.0f} %"
    return candidate.code, f"{candidate.name}  {chance}  {why}"


LEVELS = {
    Level.MAJOR: Words(zh="大类", en="major group"),
    Level.SUB_MAJOR: Words(zh="中类", en="sub-major group"),
    Level.MINOR: Words(zh="小类", en="minor group"),
    Level.OCCUPATION: Words(zh="职业（细类）", en="occupation"),
    Level.WORK_TYPE: Words(zh="工种", en="work type"),
}
KINDS = {
    CorrespondenceKind.SAME: Words(zh="相同", en="same"),
    CorrespondenceKind.RECODED: Words(zh="改码", en="recoded"),
    CorrespondenceKind.RENAMED: Words(zh="改名", en="renamed"),
    CorrespondenceKind.WORK_TYPE: Words(zh="改为工种", en="became a work type"),
    CorrespondenceKind.GONE: Words(zh="不再列", en="gone"),
    CorrespondenceKind.UNKNOWN: Words(zh="未知", en="unknown"),
}
STATUSES = {
    LinkStatus.AGREES: Words(zh="已关联", en="linked"),
    LinkStatus.NAMES_CLASS: Words(zh="已关联（是类）", en="linked (a class)"),
    LinkStatus.OTHER_EDITION: Words(zh="已关联（他版编码）", en="linked (other edition)"),
    LinkStatus.NAME_DIFFERS: Words(zh="已关联（名称不同）", en="linked (name differs)"),
    LinkStatus.UNCHECKED: Words(zh="已关联（未能核对）", en="linked (unchecked)"),
    LinkStatus.CODE_UNKNOWN: Words(zh="未关联（无此编码）", en="not linked (unknown code)"),
    LinkStatus.NO_CODE_STATED: Words(zh="未关联（大典未收）", en="not linked (none stated)"),
    LinkStatus.PROPOSED: Words(zh="待确认", en="proposed"),
    LinkStatus.CONFIRMED: Words(zh="已关联（人工确认）", en="linked (confirmed by a person)"),
    LinkStatus.UNMATCHED: Words(zh="未关联", en="not linked"),
}
LIKENESSES = {
    Likeness.SAME_NAME: Words(zh="同名", en="same name"),
    Likeness.FORMER_NAME: Words(zh="曾用名", en="former name"),
    Likeness.NEAR_NAME: Words(zh="近名", en="near name"),
}
STANDINGS = {
    Standing.HOLDS: Words(zh="有效", en="holds"),
    Standing.UNDECIDED: Words(zh="未定", en="undecided"),
    Standing.NOT_YET: Words(zh="尚未增补", en="not yet added"),
    Standing.NO_LONGER: Words(zh="不再列", en="no longer listed"),
    Standing.UNATTESTED: Words(zh="未见载", en="not attested"),
}


def link_fields(session: Session, link: Link) -> list[tuple[str, str]]:
    """Return a link, its reason and its candidates as labels and values."""
    where = f"{link.code}（{link.edition}）" if link.code else "—"
    fields = [
        (session.say("职业编码", "Code"), f"{where}  {session.of(STATUSES[link.status])}"),
        (session.say("依据", "Reason"), session.of(link.reason)),
    ]
    for candidate in link.candidates:
        label = session.say("可能是", "May be")
        likeness = session.of(LIKENESSES[candidate.likeness])
        fields.append(
            (label, f"{candidate.code} {candidate.name}（{candidate.edition}，{likeness}）")
        )
    return fields


def occupation_facts(
    session: Session, entry: OccupationEntry, day: str | None
) -> list[tuple[str, str]]:
    """Return labels and values; what an entry does not have is left out.

    Args:
        session: whose language is spoken.
        entry: the occupation.
        day: the day asked for; None without one.
    """
    found, via = entry.found.entry, entry.found.via
    fields = [
        (session.say("由来", "Found by"), session.of(via.reason) if via else ""),
        (session.say("版本", "Edition"), _edition(session, found)),
        (session.say("层级", "Level"), session.of(LEVELS[found.level])),
        (session.say("上位", "Above"), _above(session, entry)),
        (session.say("标识", "Marks"), _marks(session, found)),
        (session.say("曾用名", "Former names"), "、".join(found.former_names)),
        (session.say("起始", "Since"), _since(session, found)),
        (day or "", session.of(STANDINGS[entry.standing]) if entry.standing else ""),
    ]
    return [field for field in fields if field[1]]


def _edition(session: Session, entry: Occupation) -> str:
    edition = session.say(f"{entry.classification}年版", entry.classification)
    if entry.edition in ("", entry.classification):
        return edition
    return edition + session.say(f"，{entry.edition}年增补", f", added in {entry.edition}")


def _above(session: Session, entry: OccupationEntry) -> str:
    lost = session.of(NOT_STATED)
    return " › ".join(f"{step.code} {step.name or lost}" for step in entry.above)


def _marks(session: Session, entry: Occupation) -> str:
    green = session.say("L 绿色职业", "L green occupation") if entry.is_green else ""
    digital = session.say("S 数字职业", "S digital occupation") if entry.is_digital else ""
    return session.say("、", ", ").join(filter(None, (green, digital)))


def _since(session: Session, entry: Occupation) -> str:
    since = entry.effective_from
    if since is None:
        return session.of(NOT_STATED)
    first, stroke, last = since.partition("/")
    if not stroke:
        return since
    return session.say(f"{first} 至 {last} 年间", f"some time from {first} to {last}")


def show_occupation(session: Session, typed: str, day: str | None, *, as_json: bool) -> None:
    """Print the occupations that a code or a name leads to."""
    from jinque import api

    with opened(session) as workspace:
        answer = api.occupation(workspace, typed, day)
    if as_json:
        write_json(api.to_json(answer))
        return
    from jinque.cli.console import console, plain

    screen = console(sys.stdout)
    count = len(answer.entries)
    if count > 1:
        several = session.say(f"对应 {count} 个条目，分列如下。", f"It leads to {count} entries.")
        screen.print(plain(several, "yellow"))
        screen.print()
    for entry in answer.entries:
        _print_entry(session, screen, entry, answer)
    if answer.day_note:
        screen.print(plain(f"{answer.day}  {session.of(answer.day_note)}", "dim"))
    for limit in answer.entries[0].limits:
        screen.print(plain(session.of(limit), "dim"))


def _print_entry(
    session: Session, screen: "Console", entry: OccupationEntry, answer: OccupationAnswer
) -> None:
    from jinque.cli.console import plain, show_fields

    found = entry.found.entry
    screen.print(plain(found.code, "cyan"), plain(found.name, "bold"), sep="  ")
    show_fields(screen, occupation_facts(session, entry, answer.day))
    _print_correspondences(session, screen, entry)
    if entry.below:
        _title(screen, session.say("其下（关联的岗位数）", "Below it (posts linked)"))
        rows = [(each.entry.code, f"{each.entry.name}  {each.posts or ''}") for each in entry.below]
        show_fields(screen, rows)
    _print_posts(
        session, screen, session.say("点名这个职业的岗位", "Posts that name it"), entry.posts
    )
    above = session.say("点名其上位类的岗位", "Posts that name a class above it")
    _print_posts(session, screen, above, entry.class_posts)
    proposed = session.say("名称相同或相近、尚未确认的", "Proposed by name, not confirmed")
    _print_posts(session, screen, proposed, entry.proposed)
    if not entry.posts:
        screen.print()
        none = session.say("没有目录以编码点名它。", "No catalogue names it by its code.")
        screen.print(plain(none))
    screen.print()


def _print_correspondences(session: Session, screen: "Console", entry: OccupationEntry) -> None:
    from jinque.cli.console import plain, show_fields

    _title(screen, session.say("与另一版的对应", "In the other edition"))
    if not entry.correspondences:
        unknown = session.say("未知：没有见载的对应编码。", "Unknown: no code is attested.")
        screen.print(plain(f"  {unknown}"))
    for row in entry.correspondences:
        codes = " ".join(row.codes_2022) or "？"
        before = f"2015  {row.code_2015 or '？'} {row.name_2015}"
        show_fields(
            screen,
            [
                (session.of(KINDS[row.kind]), f"{before} → 2022  {codes}"),
                ("", session.of(row.reason)),
            ],
        )


def _print_posts(
    session: Session, screen: "Console", title: str, posts: Sequence[OccupationPost]
) -> None:
    from jinque.cli.console import show_table

    if not posts:
        return
    _title(screen, f"{title}（{len(posts)}）")
    headings = (
        session.say("岗位", "Post"),
        session.say("地方", "Place"),
        session.say("名称（原文）", "Name as printed"),
        session.say("紧缺程度", "Shortage"),
        session.say("关联", "Link"),
    )
    show_table(screen, headings, [_row(session, post) for post in posts])


def _row(session: Session, listed: OccupationPost) -> tuple[str, ...]:
    post = listed.post
    place = listed.place or session.of(NOT_STATED)
    return (
        post.id,
        " · ".join(filter(None, (place, post.region))),
        post.name_printed,
        post.shortage.printed if post.shortage else "",
        session.of(STATUSES[listed.link.status]),
    )


def _title(screen: "Console", title: str) -> None:
    from jinque.cli.console import plain

    screen.print()
    screen.print(plain(title, "bold underline"))


Titles = Annotated[list[str], typer.Argument()]
Description = Annotated[str, typer.Option("--description")]
Industry = Annotated[str, typer.Option("--industry")]
PathArgument = Annotated[str, typer.Argument()]


def add_classification_commands(app: typer.Typer) -> None:
    """Add them to the program."""
    app.command()(occupation)
    app.command()(code)
    app.command(name="code-file")(code_file)


def occupation(
    ctx: typer.Context, occupation: CodeOrName, *, as_of: AsOf = None, as_json: AsJson = False
) -> None:
    """Show an occupation in both editions of the classification, and its posts."""
    show_occupation(ctx.obj, occupation, as_of, as_json=as_json)


def code(
    ctx: typer.Context,
    title: Titles,
    *,
    description: Description = "",
    industry: Industry = "",
    as_json: AsJson = False,
) -> None:
    """Code titles to the national classification."""
    code_titles(ctx.obj, title, description, industry, as_json=as_json)


def code_file(
    ctx: typer.Context, source: PathArgument, target: PathArgument, *, as_json: AsJson = False
) -> None:
    """Code the titles of a table."""
    code_table(ctx.obj, source, target, as_json=as_json)


CODING_COMMANDS = {
    "code": Words(zh="给职位名称找国家职业编码", en="Find national codes for job titles"),
    "code-file": Words(zh="给一张表里的职位名称编码", en="Code the titles of a table"),
}

_JSON = Words(zh="输出 JSON，供程序使用", en="answer in JSON, for programs")

CODING_PARAMETERS = {
    "code TITLE": Words(zh="职位名称，可写几个", en="job titles, one or more"),
    "code --description": Words(zh="工作内容或能力要求", en="duties or abilities"),
    "code --industry": Words(zh="行业，几个用、分开", en="industry; several joined by 、"),
    "code --json": _JSON,
    "code-file SOURCE": Words(
        zh="有职位名称一列的表（.xlsx、.xls、.csv、.tsv、.parquet）",
        en="a table with a column of titles (.xlsx, .xls, .csv, .tsv, .parquet)",
    ),
    "code-file TARGET": Words(
        zh="写到这个文件（.xlsx、.csv；.parquet 写成 .parquet）",
        en="where to write it (.xlsx or .csv; .parquet for .parquet)",
    ),
    "code-file --json": _JSON,
}
