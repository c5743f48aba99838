"""People a second through `screen`, file to file; one person through the bridge."""

import csv
import io
import random
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from jinque import api
from jinque.model.ladder import BridgeRequest, Direction
from jinque.model.person import Person, Skill

PEOPLE = 10_000
QUESTIONS = 500
ON = date(2026, 5, 1)
LEVELS = ("高级工", "技师", "高级技师", "特级技师")


def made_roster(names: list[str], people: int) -> bytes:
    """Make a roster with other days for everybody, so that no question is asked twice."""
    chance = random.Random(6)  # noqa: S311 - a roster of a benchmark
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(
        ["工号", "职业（工种）", "技能等级", "取得日期", "现岗位起始日期", "年度考核", "遵纪守法"]
    )
    for number in range(people):
        obtained = date(2015, 1, 1) + timedelta(days=chance.randrange(4000))
        in_post = date(2015, 1, 1) + timedelta(days=chance.randrange(4000))
        facts = [chance.choice(names), chance.choice(LEVELS), obtained, in_post]
        writer.writerow([f"A{number}", *facts, "2023-2025合格", "是"])
    return buffer.getvalue().encode()


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, api.open_workspace(data_dir=Path(folder)) as ws:
        book = api.ladder(ws)
        names = [row.name for row in book.rows.values()] if book else []
        roster = made_roster(names, PEOPLE)

        begun = time.perf_counter()
        answer = api.screen_roster(ws, roster, name="roster.csv", on=ON, place="浙江")
        screened = time.perf_counter() - begun
        written = len(api.roster_workbook(answer))
        whole = time.perf_counter() - begun

        person = Person(place="浙江", skills=(Skill(level="技师", obtained_on=date(2022, 11, 1)),))
        request = BridgeRequest(
            direction=Direction.SKILL_TO_TITLE, person=person, occupation="电工", on=ON
        )
        begun = time.perf_counter()
        for _ in range(QUESTIONS):
            api.bridge(ws, request)
        one = (time.perf_counter() - begun) / QUESTIONS
    print(f"screen: {PEOPLE / screened:,.0f} people/s ({PEOPLE:,} in {screened:.1f} s)")
    print(f"screen with workbook: {whole:.1f} s, {written / 1e6:.1f} MB")
    print(f"bridge: {one * 1000:.2f} ms a question")


if __name__ == "__main__":
    main()
