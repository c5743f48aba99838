"""Short names of editions, for axes and columns where a printed title has no room."""

from collections import Counter
from collections.abc import Iterable

from jinque.model.answer import EditionSummary
from jinque.model.words import Words


def short_names(summaries: Iterable[EditionSummary]) -> dict[str, Words]:
    """Return place, year and scope by identifier, as far as the documents state them.

    `温州市 2020`, `上海市（外籍人才）`. What is not stated is said to be so; editions that would
    have one name get their identifier too.
    """
    named = {each.id: _short(each) for each in summaries}
    twice = Counter(words.zh for words in named.values())
    return {
        edition_id: words
        if twice[words.zh] == 1
        else Words(zh=f"{words.zh} [{edition_id}]", en=f"{words.en} [{edition_id}]")
        for edition_id, words in named.items()
    }


def _short(summary: EditionSummary) -> Words:
    facts = summary.metadata
    year = f" {facts.issued_on.value[:4]}" if facts.issued_on.value else ""
    scope = f"（{facts.scope.value}）" if facts.scope.value else ""
    zh, en = facts.place.value or "城市未载明", facts.place.value or "city not stated"
    return Words(zh=zh + year + scope, en=en + year + scope)
