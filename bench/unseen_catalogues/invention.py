"""Twelve catalogues of made-up cities: all posts and texts before anything is printed."""

import random
from collections.abc import Sequence

from bench.unseen_catalogues.sheet import Column, Post, Sheet
from bench.unseen_catalogues.vocabulary import (
    ABLE,
    CITIES,
    CODED,
    EDUCATION,
    EXPERIENCE,
    INDUSTRIES,
    KNOWING,
    UNCODED,
)

COUNT = len(CITIES)

_FEWEST, _MOST = 14, 22
_STRONGEST = 5
_UNCODED_EVERY = 3
"""Of so many catalogues one lists posts that no classification has, without codes."""

_COLUMNS = (
    Column(key="serial", heading="序号"),
    Column(key="industry", heading="行业"),
    Column(key="code", heading="职业编码"),
    Column(key="name", heading="岗位名称"),
    Column(key="shortage", heading="紧缺程度"),
    Column(key="education", heading="学历要求", is_demand=True),
    Column(key="experience", heading="工作经历要求", is_demand=True),
    Column(key="ability", heading="能力要求", is_demand=True),
)


def invent(number: int, seed: int) -> Sheet:
    """Return a catalogue; the same number and seed give the same one.

    Args:
        number: 0 to `COUNT` - 1; every third has no codes.
        seed: of the whole run.
    """
    chance = random.Random(f"{seed}/{number}")  # noqa: S311
    has_codes = number % _UNCODED_EVERY != _UNCODED_EVERY - 1
    year = 2031 + number % 3
    count = chance.randint(_FEWEST, _MOST)
    names = chance.sample(CODED, count) if has_codes else _uncoded(chance, count)
    industries = INDUSTRIES[number % len(INDUSTRIES)]
    posts = [
        _post(chance, at + 1, industries[at * len(industries) // count], *name)
        for at, name in enumerate(names)
    ]
    title = f"{CITIES[number]}{year}年度紧缺人才需求目录"
    sheet = Sheet(
        number=number, city=CITIES[number], title=title, columns=list(_COLUMNS), posts=posts
    )
    sheet.facts["title"] = title
    if not has_codes:
        sheet.drop("code")
    return sheet


def _uncoded(chance: random.Random, count: int) -> list[tuple[str, str]]:
    return [("", name) for name in chance.sample(UNCODED, count)]


def _post(chance: random.Random, serial: int, industry: str, code: str, name: str) -> Post:
    stars = chance.randint(1, _STRONGEST)
    values = {
        "serial": str(serial),
        "industry": industry,
        "code": code,
        "name": name,
        "shortage": "★" * stars,
        "education": chance.choice(EDUCATION),
        "experience": chance.choice(EXPERIENCE),
        "ability": f"掌握{chance.choice(KNOWING)}，能够{_two(chance, ABLE)}。",
    }
    post = Post(cells={}, shortage_value=stars)
    for key, value in values.items():
        post.say(key, value)
    return post


def _two(chance: random.Random, words: Sequence[str]) -> str:
    return "、".join(chance.sample(words, 2))
