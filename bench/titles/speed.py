"""Distinct titles for measuring speed: aliases, half of them with a rank or a change."""

import random

from jinque.coding import read_lexicon
from jinque.model import TitleRequest

COUNT = 5_000
SEED = 20261120
RANKS = ("高级", "资深", "助理", "【急招】", "")
ENDINGS = ("", "（双休）", "主管", "5k-8k", "岗")


def distinct_titles(count: int = COUNT) -> list[TitleRequest]:
    draw = random.Random(SEED)  # noqa: S311 - a fixed seed for a measurement
    texts = [known.text for known in read_lexicon()]
    titles: dict[str, None] = {}
    while len(titles) < count:
        text = draw.choice(texts)
        if draw.random() < 0.5:  # noqa: PLR2004
            at = draw.randrange(len(text))
            text = draw.choice(RANKS) + text[:at] + text[at + 1 :] + draw.choice(ENDINGS)
        if text.strip():
            titles[text] = None
    return [TitleRequest(title=title) for title in titles]
