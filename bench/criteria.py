"""Precision and recall of the reading of requirements, kind by kind, on two parts of the gold set.

    python bench/criteria.py [--errors]
    python bench/criteria.py --part fresh
    python bench/criteria.py --part practice [--errors]

The set has no split of its own: posts whose identifier's SHA-256 begins with a byte below 128 are
`dev`, the rules were written on them; the others are `held back`. How a criterion is matched:
bench/gold/requirements.md. With `--errors` the differences of `dev` are printed.

`fresh` are made-up texts of other cities, read before any rule for them was written
(bench/gold/criteria_fresh.md): totals with Wilson bounds, never a text or an error.

`practice` are made-up texts on which the rules were written (bench/gold/criteria_practice.md); what
they score says nothing of texts that are new. With `--errors` their differences are printed.
"""

import argparse
import hashlib
import html
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jinque.codec import encode
from jinque.corpus import sources
from jinque.documents import read
from jinque.extraction import extract, profiles_for
from jinque.extraction.criteria import CriteriaReader
from jinque.model.criterion import PostReading
from jinque.text import fold

GOLD = Path(__file__).parent / "gold" / "requirements.jsonl"
PARTS = ("dev", "held back")
FRESH, PRACTICE = "fresh", "practice"
PRACTICE_FILE = GOLD.with_name("criteria_practice.jsonl")
_TEXTS = {
    FRESH: GOLD.with_name("criteria_fresh_texts.jsonl"),
    PRACTICE: PRACTICE_FILE,
}
_SETTLED = {
    FRESH: GOLD.with_name("criteria_fresh_settled.jsonl"),
    PRACTICE: PRACTICE_FILE,
}
_NAME = "made_up.html"
_HEADINGS = {
    "education": "最低学历要求",
    "experience": "相关经历要求",
    "ability": "能力要求",
    "other": "其他要求",
}
_HALF = 128
_Z = 1.959964
_WITHIN = frozenset({"in", "level", "condition", "words"})
_OF_THE_POST = frozenset({"occupations"})
_PLACES = frozenset({"kind", "block", "quote", "parts"})

Row = dict[str, Any]


def part_of(post_id: str) -> str:
    """Return the part of the set in which a post stands."""
    first = hashlib.sha256(post_id.encode()).digest()[0]
    return PARTS[0] if first < _HALF else PARTS[1]


def readings() -> dict[str, PostReading]:
    """Return our readings of all built-in posts that state requirements."""
    found = {}
    for source in sources():
        document = read(source.data, name=source.name)
        for reading in extract(document, source_name=source.name, profiles=source.profiles):
            reader = CriteriaReader(reading.edition, document.text)
            for post in reading.edition.posts:
                if post.requirements:
                    found[post.id] = reader.read(post)
    return found


def lines(path: Path) -> list[Row]:
    """Return the objects of a file of one object a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def made_up_readings(texts: list[Row]) -> dict[str, PostReading]:
    """Return our readings of made-up texts, each the one requirement of a row of a page."""
    document = read(_page(texts), name=_NAME)
    profiles = profiles_for(document, source_name=_NAME, edition_id="made-up", known=())
    (reading,) = extract(document, source_name=_NAME, profiles=profiles)
    posts = reading.edition.posts
    kept = [getattr(post.requirements, t["block"]) for post, t in zip(posts, texts, strict=True)]
    lost = [t["id"] for t, cell in zip(texts, kept, strict=True) if fold(cell) != fold(t["text"])]
    if lost:
        raise ValueError(f"texts not kept as written: {lost}")
    reader = CriteriaReader(reading.edition, document.text)
    return {t["id"]: reader.read(post) for post, t in zip(posts, texts, strict=True)}


def _page(texts: list[Row]) -> bytes:
    title = "紧缺岗位目录"
    head = "".join(f"<td>{name}</td>" for name in ("序号", "岗位名称", *_HEADINGS.values()))
    rows = [f"<tr>{head}</tr>"]
    for number, text in enumerate(texts, 1):
        cells = [text["text"] if block == text["block"] else "" for block in _HEADINGS]
        row = [str(number), text["name"], *cells]
        rows.append("<tr>" + "".join(f"<td>{html.escape(c)}</td>" for c in row) + "</tr>")
    page = f"<title>{title}</title><body><p>{title}</p><table>{''.join(rows)}</table></body>"
    return f'<html><head><meta charset="utf-8"></head>{page}</html>'.encode()


def flat(rows: list[Row]) -> list[Row]:
    """Return the criteria, the parts of groups as ones of their own."""
    parts = [
        {**part, "quote": part.get("quote", row["quote"]), "block": row["block"]}
        for row in rows
        for part in row.get("parts", ())
    ]
    return [*rows, *parts]


def ours(reading: PostReading) -> list[Row]:
    """Return our criteria in the shape of the gold set."""
    return [
        {**_plain(encode(each.criterion)), "quote": each.quote, "block": each.block}
        for each in reading.criteria
    ]


def _plain(value: Any) -> Any:  # noqa: ANN401 - any JSON
    """Return a criterion in the keys of the gold set: sentences in Chinese, nothing of the post."""
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == {"zh", "en"}:
        return value["zh"]
    left_out = _OF_THE_POST | ({"is_open"} if value.get("kind") == "tool" else set())
    is_scope = value.get("kind") == "scope"
    return {
        key: _plain(each)
        for key, each in value.items()
        if key not in left_out and (each or not is_scope)
    }


def is_same(found: Row, gold: Row, *, is_part: bool = False) -> bool:
    """Tell whether a found criterion is right; evidence in a group may stand with its verb."""
    if (found["kind"], found["block"]) != (gold["kind"], gold["block"]):
        return False
    if gold["kind"] == "evidence" and not is_part:
        return _key(found["words"]) == _key(gold["words"])
    if not _overlaps(_key(found["quote"]), _key(gold["quote"])):
        return False
    if "parts" in gold:
        parts = [{**part, "quote": gold["quote"], "block": gold["block"]} for part in gold["parts"]]
        mine = [{**part, "quote": gold["quote"], "block": gold["block"]} for part in found["parts"]]
        return len(mine) == len(parts) and all(
            any(is_same(m, p, is_part=True) for m in mine) for p in parts
        )
    names = (gold.keys() | found.keys()) - _PLACES
    return all(_agrees(name, found.get(name), gold.get(name)) for name in names)


def _agrees(name: str, found: object, gold: object) -> bool:
    if isinstance(gold, list) and isinstance(found, list):
        return sorted(map(_key, found)) == sorted(map(_key, gold))
    if name in _WITHIN and isinstance(gold, str) and isinstance(found, str):
        short, long = sorted((_key(gold), _key(found)), key=len)
        return short in long and (bool(short) or not long)
    return found == gold


def _key(value: object) -> str:
    return fold(json.dumps(value, ensure_ascii=False, sort_keys=True)).strip('"').rstrip("。；;")


def _overlaps(left: str, right: str) -> bool:
    """Tell whether the end of one quote is the beginning of the other, or it lies within."""
    if left in right or right in left:
        return True
    ends = range(1, min(len(left), len(right)) + 1)
    return any(left[-n:] == right[:n] or right[-n:] == left[:n] for n in ends)


def compare(reading: PostReading, entry: Row) -> Iterator[tuple[str, str, Row]]:
    """Return `right`, `wrong` or `missed` with kind and criterion, each gold one met once."""
    left = flat(entry["criteria"])
    for found in flat(ours(reading)):
        met = next((gold for gold in left if is_same(found, gold)), None)
        if met is not None:
            left.remove(met)
        yield ("wrong" if met is None else "right"), found["kind"], found
    for gold in left:
        yield "missed", gold["kind"], gold


def main() -> None:
    """Print the table of each part."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument(
        "--errors", action="store_true", help="print the differences of dev or practice"
    )
    arguments.add_argument("--part", choices=(*PARTS, FRESH, PRACTICE), help="this part alone")
    given = arguments.parse_args()
    shown = given.errors
    if given.part in _TEXTS:
        made_up = made_up_readings(lines(_TEXTS[given.part]))
        is_shown = shown and given.part == PRACTICE
        _print_part(given.part, lines(_SETTLED[given.part]), made_up, with_errors=is_shown)
        return
    entries, read_posts = lines(GOLD), readings()
    for part in [given.part] if given.part else PARTS:
        chosen = [entry for entry in entries if part_of(entry["id"]) == part]
        _print_part(part, chosen, read_posts, with_errors=shown and part == PARTS[0])


def _print_part(
    part: str, entries: list[Row], read_posts: dict[str, PostReading], *, with_errors: bool
) -> None:
    counts: Counter[tuple[str, str]] = Counter()
    doubts = met = none_right = 0
    for entry in entries:
        reading = read_posts[entry["id"]]
        found = list(compare(reading, entry))
        counts.update((kind, result) for result, kind, _ in found)
        if with_errors and any(result != "right" for result, _, _ in found):
            print(f"{entry['id']} {entry.get('text', '')}")
            for result, _, row in found:
                if result != "right":
                    print(f"  {result} {json.dumps(row, ensure_ascii=False)}")
        doubts += len(entry["doubts"])
        met += sum(
            any(_overlaps(_key(issue.quote), _key(doubt["quote"])) for issue in reading.issues)
            for doubt in entry["doubts"]
        )
        none_right += set(reading.none_stated) == set(entry["none_stated"])
    print(f"\n{part}: {len(entries)} posts")
    print(f"{'kind':22}{'gold':>6}{'found':>7}{'right':>7}{'precision':>24}{'recall':>24}")
    for kind in sorted({kind for kind, _ in counts}):
        _print_row(kind, *(counts[kind, result] for result in ("right", "wrong", "missed")))
    totals = [sum(n for (_, r), n in counts.items() if r == result) for result in _RESULTS]
    _print_row("all", *totals)
    print(
        f"doubts met by an issue: {met} of {doubts}; 无 told: {none_right} of {len(entries)} posts"
    )


_RESULTS = ("right", "wrong", "missed")


def _print_row(kind: str, right: int, wrong: int, missed: int) -> None:
    found, gold = right + wrong, right + missed
    precision, recall = _share(right, found), _share(right, gold)
    print(f"{kind:22}{gold:>6}{found:>7}{right:>7}{precision:>24}{recall:>24}")


def _share(hits: int, total: int) -> str:
    """Return a share in per cent with its 95 % interval after Wilson."""
    if not total:
        return "-"
    share, weight = hits / total, _Z * _Z / total
    spread = _Z * (share * (1 - share) / total + weight / (4 * total)) ** 0.5
    low, high = (max(0.0, (share + weight / 2 + d) / (1 + weight)) for d in (-spread, spread))
    return f"{share:.1%} [{low:.1%}, {high:.1%}]"


if __name__ == "__main__":
    main()
