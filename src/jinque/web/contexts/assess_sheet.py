"""The self-assessment sheet of one post, to be printed and taken along."""

from collections.abc import Iterator

from jinque.model import Words
from jinque.model.paper import Grid, Paper, Sentence
from jinque.web.contexts.assess_fields import HAS
from jinque.web.contexts.assess_findings import PostFindingView
from jinque.web.contexts.assess_post import AssessPostContext
from jinque.web.contexts.assess_question import CONTROLS
from jinque.web.contexts.assess_rows import AssessRow
from jinque.web.wording import Translator

_PARTS = {
    "not_met": "assess.unmet",
    "unknown": "assess.open",
    "to_judge": "assess.judged",
    "met": "assess.met",
    "to_show": "assess.evidence",
}
"""The parts of the sheet, by the mark of the findings in them."""

_CLAUSES = (22, 62, 60, 30)
_SAID = (52, 122)


def assess_sheet(context: AssessPostContext, post: AssessRow, language: str) -> Paper:
    """Lay out the sheet: verdict, every clause with what to bring, and what was told.

    Args:
        context: of the post, without errors.
        post: the post in one line.
        language: `zh` or `en`.
    """
    t = Translator(language)
    blocks = (
        *_head(context, post, t, language),
        *_clauses(context, t, language),
        *_bring(context, t),
        Sentence(kind="heading", text=t("assess.said")),
        Grid(rows=tuple(_said(context, t)), widths=_SAID),
    )
    return Paper(
        title=f"{t('assess.sheet')}{t('colon')}{post.name}",
        footer=_in(context.notice, language),
        blocks=blocks,
        language=language,
    )


def _head(
    context: AssessPostContext, post: AssessRow, t: Translator, language: str
) -> Iterator[Sentence]:
    places = [post.place or t("hit.no_place"), post.section, post.id]
    yield Sentence(text=" › ".join(part for part in places if part))
    yield Sentence(text=t("answer.as_of", day=context.on.isoformat()))
    if context.standing:
        parts = [_in(context.standing.name, language), _in(context.standing.reason, language)]
        yield Sentence(text=t("assess.validity") + t("comma").join(parts))
    verdict = f"{t('assess.sign.' + post.verdict)} {_in(post.verdict_name, language)}"
    yield Sentence(kind="strong", text=verdict)
    yield Sentence(text=t("assess.means." + post.verdict))
    if post.earliest_date:
        told = t("assess.earliest", day=post.earliest_date) + _in(context.condition, language)
        yield Sentence(kind="strong", text=told)
    yield Sentence(text=_in(context.notice, language))


def _clauses(context: AssessPostContext, t: Translator, language: str) -> Iterator[Sentence | Grid]:
    header = tuple(t(f"assess.column.{key}") for key in ("result", "printed", "reading", "bring"))
    for mark, key in _PARTS.items():
        found = [each for each in context.findings if each.mark == mark]
        if found:
            rows = tuple(_row(each, t, language) for each in found)
            yield Sentence(kind="heading", text=t(key))
            yield Grid(header=header, rows=rows, widths=_CLAUSES)
    for name in context.none_stated:
        yield Sentence(text=t(f"block.{name}") + t("demand.none"))
    for name in context.blank:
        yield Sentence(text=t(f"block.{name}") + t("demand.blank"))


def _row(each: PostFindingView, t: Translator, language: str) -> tuple[str, ...]:
    place = f"{t('block.' + each.block)}{t('comma')}{t('line.one', n=str(each.line_start))}"
    said = [_in(each.reading, language)]
    said += [_in(each.reason, language)] if each.mark != "to_show" else []
    asked = [t("answer.would_settle") + _in(one, language) for one in each.questions]
    return (
        f"{t('assess.sign.' + each.mark)} {t('assess.mark.' + each.mark)}",
        f"{each.quote}\n（{place}）",
        "\n".join(dict.fromkeys([*said, *(asked if each.outcome == "unknown" else [])])),
        t("assess.bring." + each.bring),
    )


def _bring(context: AssessPostContext, t: Translator) -> Iterator[Sentence]:
    if context.bring:
        yield Sentence(kind="heading", text=t("assess.bring_title"))
        yield Sentence(text=t("assess.bring_says"))
    for each in context.bring:
        yield Sentence(kind="tick", text=t("assess.bring." + each))


def _said(context: AssessPostContext, t: Translator) -> Iterator[tuple[str, str]]:
    for name, values in context.given.items():
        if name not in CONTROLS or name == "aim":
            answers = (t(f"form.{value}") if value in ("yes", "no") else value for value in values)
            yield _label(name, t), t("comma").join(answers)


def _label(name: str, t: Translator) -> str:
    if name.startswith(HAS):
        return name.split(".", 2)[-1]
    return t.optional("assess.field." + name.rpartition(".")[2], name)


def _in(words: Words, language: str) -> str:
    return words.en if language == "en" else words.zh
