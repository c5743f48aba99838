import pytest

from tests.architecture import sizes
from tests.architecture.sizes import Sizes

FILES = (sizes.file_sizes("src"), sizes.recorded()["files"], sizes.FILE_TARGET)
FUNCTIONS = (sizes.function_sizes("src"), sizes.recorded()["functions"], sizes.FUNCTION_TARGET)


@pytest.mark.parametrize(("real", "record", "target"), [FILES, FUNCTIONS], ids=["file", "function"])
def test_what_is_longer_than_its_target_has_not_grown(
    real: Sizes, record: Sizes, target: int
) -> None:
    grown = {
        name: f"{size} lines, allowed {record.get(name, target)}"
        for name, size in real.items()
        if size > record.get(name, target)
    }

    assert grown == {}, "split it; only with a good reason raise it by hand in sizes.json"


@pytest.mark.parametrize(("real", "record", "target"), [FILES, FUNCTIONS], ids=["file", "function"])
def test_the_record_is_as_low_as_the_code_allows(real: Sizes, record: Sizes, target: int) -> None:
    assert sizes.lowered(record, real, target) == record, "lower it with `make ratchet`"


@pytest.mark.parametrize("folder", ["src", "tests"])
def test_no_file_is_longer_than_the_limit(folder: str) -> None:
    long = {
        name: size for name, size in sizes.file_sizes(folder).items() if size > sizes.FILE_LIMIT
    }

    assert long == {}


def test_no_function_is_longer_than_the_limit() -> None:
    long = {
        name: size
        for name, size in sizes.function_sizes("src").items()
        if size > sizes.FUNCTION_LIMIT
    }

    assert long == {}


def test_lowering_never_raises_or_adds_an_entry() -> None:
    lowered = sizes.lowered({"a": 200, "b": 200, "c": 200}, {"a": 180, "b": 90, "d": 300}, 150)

    assert lowered == {"a": 180}
