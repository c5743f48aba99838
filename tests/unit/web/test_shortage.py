"""The pages of the shortage index over made-up evidence."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from jinque.api import evidence, shortage
from tests.unit.web.conftest import Ask

PARAMETERS = Path("src/jinque/parameters/data/shortage/example.yaml")


@pytest.fixture(scope="module", autouse=True)
def _published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    folder = tmp_path_factory.mktemp("shortage")
    small = folder / "small.yaml"
    text = PARAMETERS.read_text("utf-8").replace("employers: 12000", "employers: 1500")
    small.write_text(text.replace("occupations: 300", "occupations: 60"), "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JINQUE_DATA_DIR", str(folder))
        evidence.example_evidence("样例", 1, parameters=small, plagues=("small_cells",))
        request = shortage.ScoreRequest(evidence="样例", method="all", draws=40)
        shortage.publish_score(request)
        yield


def test_the_list_names_what_is_published_and_that_it_is_made_up(ask: Ask) -> None:
    found = ask("/shortage.json").json()["scores"]

    assert [(each["name"], each["is_synthetic"]) for each in found] == [("样例", True)]


@pytest.mark.parametrize("path", ["", "/methods", "/impact"])
def test_every_page_says_that_it_is_made_up(ask: Ask, path: str) -> None:
    page = ask(f"/shortage/样例{path}", accept="text/html")

    assert page.status_code == 200
    assert "由程序编造" in page.text


def test_the_ranking_is_by_the_index(ask: Ask) -> None:
    rows = ask("/shortage/样例.json").json()["occupations"]
    ranked = [(each["rank"], -each["index"]) for each in rows if each["rank"]]

    assert ranked == sorted(ranked)


def test_moved_weights_redraw_ranking_and_labels(ask: Ask) -> None:
    before = ask("/shortage/样例.json").json()
    after = ask("/shortage/样例.json?w_block=0&w_x4=0&w_x5=0&w_x6=0").json()

    assert after["is_moved"]
    assert [each["code"] for each in before["occupations"]] != [
        each["code"] for each in after["occupations"]
    ]
    assert before["counts"] != after["counts"]


def test_an_occupation_is_explained(ask: Ask) -> None:
    code = ask("/shortage/样例.json").json()["occupations"][0]["code"]
    found = ask(f"/shortage/样例/occupations/{code}.json").json()["occupation"]

    assert found["reasons"]
    assert len(found["ballots"]) == 5
    assert [each["name"] for each in found["indicators"]] == [f"x{n}" for n in range(1, 8)]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/shortage/无此", 404),
        ("/shortage/样例/occupations/9-99-99-99", 404),
        ("/shortage/样例?w_x3=many", 400),
        ("/shortage/样例?w_x3=11", 400),
        ("/shortage/样例?label=none", 400),
        ("/shortage/样例/files/other.exe", 404),
    ],
)
def test_what_is_not_there_is_said(ask: Ask, path: str, status: int) -> None:
    assert ask(path, accept="application/json").status_code == status


@pytest.mark.parametrize(("file", "begin"), [("index.xlsx", b"PK"), ("method.docx", b"PK")])
def test_files_are_offered(ask: Ask, file: str, begin: bytes) -> None:
    answer = ask(f"/shortage/样例/files/{file}")

    assert answer.content[:2] == begin


def test_nothing_published_tells_how_many_employers_there_are(ask: Ask) -> None:
    rows = ask("/shortage/样例.json").json()["occupations"]

    assert {each["employers"] for each in rows} == {None}
    assert any(each["suppressed"] for each in rows)
