"""The verbs for free titles and tables of them."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from jinque import api
from jinque.errors import LimitError, SourceNotFoundError, UnsupportedFormatError
from jinque.model import CodingOutcome

TABLE = "职位名称,备注\n儿科护士,甲\n兼职,乙\n,丙\n"
COUNTS = {CodingOutcome.CODED: 1, CodingOutcome.NO_NATIONAL_CODE: 1, None: 1}


@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
def test_a_table_becomes_a_table_and_its_outcomes_are_counted(tmp_path: Path, ending: str) -> None:
    source, target = tmp_path / "in.csv", tmp_path / f"out{ending}"
    source.write_text(TABLE, encoding="utf-8")

    assert api.code_file(source, target) == COUNTS
    assert target.stat().st_size > 0


def test_a_parquet_file_becomes_a_parquet_file(tmp_path: Path) -> None:
    pq.write_table(pa.table({"title": ["儿科护士", "兼职", ""]}), tmp_path / "in.parquet")

    assert api.code_file(tmp_path / "in.parquet", tmp_path / "out.parquet") == COUNTS


@pytest.mark.parametrize(("given", "wanted"), [("a.parquet", "b.csv"), ("a.csv", "b.parquet")])
def test_parquet_and_other_formats_are_not_mixed(tmp_path: Path, given: str, wanted: str) -> None:
    with pytest.raises(UnsupportedFormatError):
        api.code_file(tmp_path / given, tmp_path / wanted)


def test_a_parquet_file_that_does_not_exist_is_told(tmp_path: Path) -> None:
    with pytest.raises(SourceNotFoundError):
        api.code_file(tmp_path / "in.parquet", tmp_path / "out.parquet")


def test_a_table_from_the_network_has_a_limit() -> None:
    rows = "儿科护士\n" * (api.MOST_TITLES_IN_TABLE + 1)

    with pytest.raises(LimitError):
        api.code_table(f"职位名称\n{rows}".encode(), "in.csv")


def test_the_major_groups_are_eight_and_have_names() -> None:
    assert api.major_groups() == tuple("12345678")
    assert api.entry_name("2") == "专业技术人员"
