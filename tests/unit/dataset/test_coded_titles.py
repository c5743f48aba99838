"""Titles coded in Arrow batches and Parquet files."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from jinque.dataset.parquet import CODED_SCHEMA, code_batch, code_parquet
from jinque.errors import MachineError, NothingFoundError, NotReadableError

TITLES = ["儿科护士", None, "", "工" * 201, "兼职", "儿科护士"]


def _batch(heading: str = "职位名称") -> pa.RecordBatch:
    return pa.RecordBatch.from_pydict({"编号": list(range(len(TITLES))), heading: TITLES})


def test_a_batch_keeps_its_columns_and_gets_six_more() -> None:
    coded = code_batch(_batch())

    assert coded.schema == pa.schema([*_batch().schema, *CODED_SCHEMA])
    assert coded.select(["编号", "职位名称"]) == _batch()


def test_every_row_gets_its_outcome_and_what_is_no_title_none() -> None:
    coded = code_batch(_batch("title")).to_pydict()

    assert coded["coded_outcome"] == ["coded", None, None, None, "no_national_code", "coded"]
    assert coded["coded_code"][0] == coded["coded_code"][-1] == "2-05-08-02"


def test_an_empty_batch_stays_empty() -> None:
    coded = code_batch(_batch().slice(0, 0))

    assert coded.num_rows == 0
    assert coded.num_columns == 8


def test_industry_and_description_count_as_on_the_command_line() -> None:
    without = pa.RecordBatch.from_pydict({"title": ["检验员"]})
    given = pa.RecordBatch.from_pydict({"title": ["检验员"], "description": ["食品安全检验"]})
    probability = "coded_probability"

    assert code_batch(without).column(probability) != code_batch(given).column(probability)


def test_a_batch_without_titles_is_refused() -> None:
    with pytest.raises(NothingFoundError):
        code_batch(_batch("甲"))


def test_a_parquet_file_becomes_another_and_its_outcomes_are_counted(tmp_path: Path) -> None:
    pq.write_table(pa.Table.from_batches([_batch()]), tmp_path / "in.parquet")

    counts = code_parquet(tmp_path / "in.parquet", tmp_path / "out.parquet")

    assert counts == {"coded": 2, "no_national_code": 1, None: 3}
    assert pq.read_table(tmp_path / "out.parquet").to_batches() == [code_batch(_batch())]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.parquet", "out.parquet"]


def test_what_is_no_parquet_file_is_refused_and_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / "in.parquet").write_text("儿科护士", encoding="utf-8")

    with pytest.raises(NotReadableError):
        code_parquet(tmp_path / "in.parquet", tmp_path / "out.parquet")

    assert [path.name for path in tmp_path.iterdir()] == ["in.parquet"]


def test_a_folder_that_does_not_exist_is_told(tmp_path: Path) -> None:
    pq.write_table(pa.Table.from_batches([_batch()]), tmp_path / "in.parquet")

    with pytest.raises(MachineError):
        code_parquet(tmp_path / "in.parquet", tmp_path / "none" / "out.parquet")
