"""The copy of the truth in this repository equals the shared one, where that one exists."""

from pathlib import Path

import pytest

from tests.golden.conftest import TRUTH

_SHARED = Path(__file__).parents[3] / "shared" / "truth"


@pytest.mark.skipif(not _SHARED.is_dir(), reason="no shared folder beside this repository")
@pytest.mark.parametrize("name", sorted(path.name for path in TRUTH.glob("*.json*")))
def test_copy_is_unchanged(name: str) -> None:
    assert (_SHARED / name).read_bytes() == (TRUTH / name).read_bytes()
