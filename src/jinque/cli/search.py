"""`jinque search`."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from jinque.cli.opening import opened
from jinque.cli.output import write_json
from jinque.cli.session import Session
from jinque.cli.wording import AUTHORITY
from jinque.model import FacetValue, SearchAnswer, SearchHit, SearchRequest, Words

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

FIELDS = {
    "name": Words(zh="名称", en="name"),
    "code": Words(zh="编码", en="code"),
    "section": Words(zh="章节", en="section"),
    "notes": Words(zh="说明", en="note"),
    "place": Words(zh="地方", en="place"),
    "title": Words(zh="目录", en="catalogue"),
    "other_name": Words(zh="也称", en="also called"),
    "initials": Words(zh="拼音首字母", en="pinyin initials"),
}
NARROWING = {
    "places": Words(zh="地方", en="place"),
    "industries": Words(zh="行业", en="industry"),
    "shortages": Words(zh="紧缺程度", en="shortage"),
    "degrees": Words(zh="最低学历", en="degree"),
}
_MOST_VALUES = 6


def show_hits(session: Session, request: SearchRequest, *, as_json: bool) -> None:
    """Print the posts that match, or what to try when none does."""
    from jinque import api

    with opened(session) as workspace:
        answer = api.search(workspace, request)
        unfiltered = SearchRequest(query=request.query, limit=1)
        without = 0 if answer.total else api.search(workspace, unfiltered).total
    if as_json:
        write_json(api.search_dict(answer))
        return
    if answer.occupations:
        _print_occupations(session, answer)
    if answer.hits:
        _print_hits(session, answer)
    else:
        _print_nothing(session, answer, without)


def _print_occupations(session: Session, answer: SearchAnswer) -> None:
    """Say what the query is in the classification; an old code or name leads to the new one."""
    from jinque.cli.screen import console, plain, show_fields

    screen = console(sys.stdout)
    query = answer.request.query
    title = session.say(
        f"“{query}”在国家职业分类里是：", f"In the national classification “{query}” is:"
    )
    screen.print(plain(title, "yellow"))
    for found in answer.occupations:
        entry, via = found.entry, found.via
        edition = session.say(f"{entry.classification}年版", entry.classification)
        why = f"  {session.of(via.reason)}" if via else ""
        show_fields(screen, [(f"{entry.code} {entry.name}", f"{edition}{why}")])
    screen.print()


def _print_hits(session: Session, answer: SearchAnswer) -> None:
    from jinque.cli.screen import console, plain

    screen = console(sys.stdout)
    first = answer.request.offset + 1
    last = answer.request.offset + len(answer.hits)
    for hit in answer.hits:
        _print_hit(session, screen, hit)
    if answer.read_as:
        screen.print(plain(_read_as(session, answer), "yellow"))
    shown = session.say(
        f"在 {answer.searched} 行中找到 {answer.total} 条，显示第 {first}–{last} 条。",
        f"{answer.total} of {answer.searched} rows match; {first}–{last} shown.",
    )
    screen.print(plain(shown, "bold"))
    for name, words in NARROWING.items():
        values = answer.facets[name]
        if len(values) > 1:
            screen.print(plain(f"{session.of(words)}：{_counts(values)}", "dim"))
    screen.print(plain(session.of(AUTHORITY), "dim"))


def _read_as(session: Session, answer: SearchAnswer) -> str:
    typed, meant = answer.request.query, answer.read_as
    return session.say(
        f"没有“{typed}”，以上是“{meant}”的结果。",
        f"Nothing for “{typed}”; these are the results for “{meant}”.",
    )


def _print_hit(session: Session, screen: "Console", hit: SearchHit) -> None:
    from rich.padding import Padding
    from rich.text import Text

    from jinque.cli.screen import plain

    post = hit.post
    label = post.shortage.printed if post.shortage else None
    about = [hit.place or hit.edition_title, post.industry, label]
    head = Text("  ").join(
        [_name(hit), plain(" · ".join(filter(None, about)), "dim"), plain(post.id, "cyan")]
    )
    screen.print(head)
    for passage in hit.passages:
        if passage.field != "name":
            words = FIELDS.get(passage.field)
            field = plain(f"{session.of(words) if words else passage.field}：", "dim")
            screen.print(Padding(Text.assemble(field, _runs(passage.runs)), (0, 0, 0, 2)))
    screen.print()


def _name(hit: SearchHit) -> "Text":
    named = next((passage for passage in hit.passages if passage.field == "name"), None)
    text = _runs(named.runs if named else (hit.post.name_printed,))
    text.stylize("bold")
    return text


def _runs(runs: tuple[str, ...]) -> "Text":
    from jinque.cli.screen import plain

    text = plain("")
    for place, run in enumerate(runs):
        text += plain(run, "bold yellow" if place % 2 else "")
    return text


def _counts(values: tuple[FacetValue, ...]) -> str:
    shown = [f"{facet.value} {facet.count}" for facet in values[:_MOST_VALUES]]
    return "、".join(shown) + ("…" if len(values) > _MOST_VALUES else "")


def _print_nothing(session: Session, answer: SearchAnswer, without: int) -> None:
    from jinque.cli.screen import console, plain

    screen = console(sys.stdout)
    for line in _why_nothing(session, answer, without):
        screen.print(plain(line))
    if answer.suggestions:
        screen.print(plain(session.say("可以试试：", "You could try:")))
    for suggestion in answer.suggestions:
        screen.print(plain(f"  jinque search {suggestion}", "cyan"))


def _why_nothing(session: Session, answer: SearchAnswer, without: int) -> Iterator[str]:
    offset, total, searched = answer.request.offset, answer.total, answer.searched
    if total:
        yield session.say(
            f"共 {total} 条，第 {offset} 条之后没有了。",
            f"{total} rows match; none behind number {offset}.",
        )
        return
    yield session.say(f"在 {searched} 行中没有找到。", f"None of {searched} rows matches.")
    if without:
        yield session.say(
            f"不加筛选条件则有 {without} 条。", f"Without the filters {without} rows match."
        )
