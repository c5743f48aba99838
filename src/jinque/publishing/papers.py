"""The papers that go with an edition, from its facts: what only the office knows stays blank."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from jinque.locale import Translator
from jinque.model.paper import Grid, Line, Paper
from jinque.model.publishing import Answer, DraftPost, Lineage, NextEdition, Proposal
from jinque.parameters.publishing import PaperText, PaperTexts, load_paper_texts, load_print_words

_Row = tuple[str, ...]
_BLANK = "\u3000" * 4


def paper_names() -> tuple[str, ...]:
    """Return the names of the papers."""
    return tuple(load_paper_texts().papers)


def papers(draft: NextEdition, former_title: str) -> dict[str, Paper]:
    """Return every paper of a draft, by name.

    Args:
        draft: as it stands.
        former_title: title of the edition before.
    """
    texts = load_paper_texts()
    slots = _slots(draft, former_title, texts)
    return {name: _paper(each, draft, slots, texts) for name, each in texts.papers.items()}


def _paper(text: PaperText, draft: NextEdition, slots: dict[str, str], texts: PaperTexts) -> Paper:
    blocks: list[Line | Grid] = [Line(text=each.format_map(slots)) for each in text.lines]
    if text.table:
        rows = tuple(_TABLES[text.table](draft, texts))
        header, widths = texts.tables[text.table], texts.widths[text.table]
        blocks.append(Grid(header=header, rows=rows, widths=widths))
    remark = load_print_words().synthetic if draft.head.is_synthetic else ""
    return Paper(
        title=text.title.format_map(slots), footer=remark, blocks=tuple(blocks), header=remark
    )


def _slots(draft: NextEdition, former_title: str, texts: PaperTexts) -> dict[str, str]:
    head = draft.head
    changes = Counter(each.in_force.value for each in draft.posts)
    lineages = Counter(each.lineage.value for each in draft.printed)
    answers = Counter(each.answer.value for each in draft.opinions if each.answer)
    moved = {Proposal.ADD, Proposal.RAISE, Proposal.LOWER}
    last = (
        (date.fromisoformat(head.effective_to) - timedelta(days=1)).isoformat()
        if head.effective_to
        else ""
    )
    counts = {
        "rows": len(draft.printed),
        "added": changes["add"],
        "dropped": changes["drop"],
        "raised": changes["raise"],
        "lowered": changes["lower"],
        "kept": sum(each.in_force not in moved for each in draft.printed),
        "renamed": lineages["renamed"],
        "split": lineages["split"],
        "merged": lineages["merged"],
        "overrides": sum(each.override is not None for each in draft.posts),
        "opinions": len(draft.opinions),
        "offices": len({each.source for each in draft.opinions}),
        **{each.value: answers[each.value] for each in Answer},
    }
    return {name: str(count) for name, count in counts.items()} | {
        "title": head.title,
        "former_title": former_title,
        "ground": texts.ground_score.format(score=head.score) if head.score else texts.ground_alone,
        "bands": texts.bands_changed if head.bands != head.former_bands else "",
        "stage": texts.stages[draft.stage.value],
        "effective_from": head.effective_from or _BLANK,
        "effective_to": texts.until.format(last=last) if last else "",
        "issued_on": head.issued_on or _BLANK,
    }


def _name(draft: NextEdition, post: DraftPost) -> str:
    return post.cells.get(draft.head.heading_of("name") or "", post.key)


def _label(draft: NextEdition, post: DraftPost) -> str:
    return post.cells.get(draft.head.heading_of("shortage") or "", "")


def _overrides(draft: NextEdition, texts: PaperTexts) -> Iterator[_Row]:
    for post in draft.posts:
        if post.override:
            index = "" if post.index is None else f"{post.index:.4f}"
            is_dropped = post.in_force is Proposal.DROP
            decided = texts.proposals["drop"] if is_dropped else _label(draft, post)
            signed = post.override
            name = _name(draft, post)
            yield post.key, name, index, post.computed, decided, signed.by, signed.reason


def _opinions(draft: NextEdition, texts: PaperTexts) -> Iterator[_Row]:
    names = {post.key: _name(draft, post) for post in draft.posts}
    for each in draft.opinions:
        about = names.get(each.key, each.key) or each.post_id
        answer = texts.answers[each.answer.value] if each.answer else ""
        yield each.id, each.source, about, each.text, answer, each.why


def _named_things(draft: NextEdition, texts: PaperTexts) -> Iterator[_Row]:
    for post in draft.printed:
        for text in post.cells.values():
            if any(mark in text for mark in texts.named_marks):
                yield post.key, _name(draft, post), text


def _transitions(draft: NextEdition, texts: PaperTexts) -> Iterator[_Row]:
    del texts
    for post in draft.posts:
        if post.in_force is Proposal.DROP:
            yield _name(draft, post), post.transition


def _changes(draft: NextEdition, texts: PaperTexts) -> Iterator[_Row]:
    tell = Translator("zh")
    for post in draft.posts:
        is_moved = post.in_force not in {Proposal.KEEP, Proposal.HOLD}
        if not is_moved and post.lineage is Lineage.SAME:
            continue
        is_dropped = post.in_force is Proposal.DROP
        what = texts.lineages.get(post.lineage.value) or texts.proposals[post.in_force.value]
        reason = post.override.reason if post.override else tell(post.reason)
        now = "" if is_dropped else _label(draft, post)
        due = "" if is_dropped else post.review_by or draft.head.review_by
        yield _name(draft, post), what, post.former, now, reason, due


_TABLES = {
    "overrides": _overrides,
    "opinions": _opinions,
    "named_things": _named_things,
    "transitions": _transitions,
    "changes": _changes,
}
