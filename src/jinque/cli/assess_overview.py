"""A person beside all posts, in the shell."""

from typing import TYPE_CHECKING

from jinque.cli.session import Session
from jinque.model.assessment import Assessment, Verdict
from jinque.model.assessment_overview import Overview
from jinque.model.assessment_words import SELF_CHECK_NOTICE, SHORT_VERDICTS
from jinque.model.nearness import Distance

if TYPE_CHECKING:
    from rich.console import Console

_MOST_QUESTIONS = 5
_MOST_PATHS = 8
_MOST_REASONS = 2


def print_overview(session: Session, screen: "Console", view: Overview, limit: int) -> None:
    """Print the counts, the nearest posts, near misses, paths, wanted lists, questions."""
    from jinque.cli.screen import plain

    screen.print(plain(session.say("与所列要求（岗位数）：", "Posts by verdict:"), "bold"))
    _print_counts(session, screen, view)
    shown = view.assessments[:limit]
    title = session.say(
        f"职业最近的 {len(shown)} 个岗位（共 {len(view.assessments)} 个列有条件的）：",
        f"The nearest {len(shown)} of {len(view.assessments)} posts with requirements:",
    )
    _print_posts(session, screen, title, shown)
    misses = [each for each in view.near_misses if each not in shown][:_MOST_PATHS]
    _print_posts(session, screen, session.say("只差一条的：", "One demand short:"), misses)
    _print_unstated(session, screen, view)
    _print_paths(session, screen, view)
    _print_wanted(session, screen, view)
    _print_questions(session, screen, view)
    screen.print()
    screen.print(plain(session.of(SELF_CHECK_NOTICE), "bold"))


def _print_counts(session: Session, screen: "Console", view: Overview) -> None:
    from jinque.cli.screen import show_fields

    fields = [
        (session.of(SHORT_VERDICTS[verdict]), str(view.counts[verdict])) for verdict in Verdict
    ]
    show_fields(screen, [*fields, (session.say("截至", "As of"), view.on.isoformat())])


def _print_posts(
    session: Session,
    screen: "Console",
    title: str,
    several: "list[Assessment] | tuple[Assessment, ...]",
) -> None:
    from jinque.cli.screen import plain, show_table

    if not several:
        return
    screen.print()
    screen.print(plain(title, "bold"))
    headings = [
        session.say("岗位", "Post"),
        session.say("与所列要求", "Requirements"),
        session.say("为什么", "Why"),
    ]
    show_table(screen, headings, [_row(session, each) for each in several])


def _row(session: Session, each: Assessment) -> list[str]:
    place = each.edition.metadata.place.value or ""
    name = f"{each.post.name_printed} {place}\n{each.post.id}".strip()
    short = session.of(SHORT_VERDICTS[each.verdict])
    day = f"\n{each.earliest_date}" if each.earliest_date else ""
    return [name, f"{short}{day}", _why(session, each)]


def _why(session: Session, each: Assessment) -> str:
    reasons = [session.of(found.reason) for found in each.unmet]
    if not reasons:
        reasons = [session.of(fact.question) for fact in each.missing]
        reasons += [session.of(found.reason) for found in each.to_judge]
    more = len(reasons) - _MOST_REASONS
    told = session.say("；", "; ").join(reasons[:_MOST_REASONS])
    return told + (session.say(f"；另 {more} 项", f"; {more} more") if more > 0 else "")


def _print_unstated(session: Session, screen: "Console", view: Overview) -> None:
    """Name the nearest posts without requirements; the others are only counted."""
    from jinque.cli.screen import plain

    near = [each for each in view.no_stated if each.nearness.distance is not Distance.FAR]
    if not near:
        return
    title = session.say(
        f"另有职业相近的 {len(near)} 个岗位，目录未列条件，不能说相符或不符：",
        f"{len(near)} more posts are near; their catalogues state no requirements:",
    )
    screen.print()
    screen.print(plain(title, "bold"))
    for each in near[:_MOST_QUESTIONS]:
        screen.print(plain(f"  · {each.post.name_printed}  {each.post.id}"))


def _print_paths(session: Session, screen: "Console", view: Overview) -> None:
    from jinque.cli.screen import plain

    paths = [path for path in view.paths if path.years][:_MOST_PATHS]
    if not paths:
        return
    screen.print()
    screen.print(plain(session.say("再工作几年可走的路：", "Open after some years:"), "bold"))
    for path in paths:
        post = path.assessment.post
        years = session.say(f"再 {path.years} 年", f"{path.years} years more")
        screen.print(plain(f"  · {years}  {post.name_printed}  {post.id}"))


def _print_wanted(session: Session, screen: "Console", view: Overview) -> None:
    from jinque.cli.screen import plain

    if not view.wanted.asked:
        return
    titles = "、".join(view.wanted.titles)
    screen.print()
    screen.print(
        plain(session.say(f"在紧缺专业、证书清单里（{titles}）：", f"On {titles}:"), "bold")
    )
    for item in view.wanted.items[:_MOST_PATHS]:
        screen.print(plain(f"  · {item.item.name}（{session.of(item.reason)}）"))
    if not view.wanted.items:
        asked = "、".join(view.wanted.asked)
        screen.print(plain(session.say(f"  没有：{asked}", f"  none of: {asked}")))


def _print_questions(session: Session, screen: "Console", view: Overview) -> None:
    from jinque.cli.screen import plain

    if not view.next_facts:
        return
    screen.print()
    screen.print(plain(session.say("补充以下事实最有用：", "Most useful to add:"), "bold"))
    for each in view.next_facts[:_MOST_QUESTIONS]:
        bearing = session.say(f"（涉及 {each.posts} 个岗位）", f" ({each.posts} posts)")
        screen.print(plain(f"  · {session.of(each.fact.question)}{bearing}"))
