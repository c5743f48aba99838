"""What was derived from the printed cells of a post, each value marked as derived."""

from collections.abc import Iterator

from jinque.cli.session import Session
from jinque.cli.wording import MARKERS
from jinque.model import Post, Shortage, Words

_BLOCKS = {
    "ability": Words(zh="能力要求", en="Ability"),
    "education": Words(zh="学历要求", en="Education"),
    "experience": Words(zh="经历要求", en="Experience"),
    "other": Words(zh="其他要求", en="Other requirements"),
}


def derived_fields(session: Session, post: Post) -> list[tuple[str, str]]:
    """Return labels and values that are not printed as they stand here, none left unmarked."""
    mark = session.say("（推断）", " (derived)")
    return [(f"{session.of(label)}{mark}", value) for label, value in _derived(session, post)]


def _derived(session: Session, post: Post) -> Iterator[tuple[Words, str]]:
    if post.name != post.name_printed:
        yield Words(zh="名称", en="Name"), post.name
    if post.markers:
        markers = [session.of(MARKERS[marker]) for marker in post.markers]
        yield Words(zh="标识", en="Marks"), session.say("、", ", ").join(markers)
    if post.serial_printed is None:
        position = session.say("按位置计算，原文未印", "counted by position, not printed")
        yield Words(zh="序号", en="Number"), f"{post.serial}（{position}）"
    printed = {cell.text for cell in post.cells}
    if post.industry and post.industry not in printed:
        yield Words(zh="行业", en="Industry"), post.industry
    if post.shortage:
        yield Words(zh="紧缺程度", en="Shortage"), _rank(session, post.shortage)
    if post.pay_cny_10k_year is not None:
        pay = f"{post.pay_cny_10k_year:g}"
        yield (
            Words(zh="年薪中位数", en="Median pay"),
            session.say(f"{pay} 万元", f"{pay} × 10,000 CNY a year"),
        )
    if post.series:
        yield Words(zh="可选职称系列", en="Title series, any of"), "、".join(post.series)
    yield from _blocks(post, printed)


def _rank(session: Session, shortage: Shortage) -> str:
    of_index = (
        "" if shortage.index is None else f"，{session.say('指数', 'index')} {shortage.index}"
    )
    return session.say(
        f"本目录自己的等级中第 {shortage.value} 级（1 为最弱）{of_index}",
        f"rank {shortage.value} of the catalogue's own scale (1 is the weakest){of_index}",
    )


def _blocks(post: Post, printed: set[str]) -> Iterator[tuple[Words, str]]:
    """Yield the requirement texts that were taken out of a longer cell."""
    for name, label in _BLOCKS.items():
        text = getattr(post.requirements, name, None)
        if text is not None and text not in printed:
            yield label, text
