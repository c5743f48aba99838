from pathlib import Path

import pytest

from jinque import api
from jinque.web.app import site_app
from tests.contract.calls import call_all

UNLIMITED = 10**9


@pytest.mark.filterwarnings("ignore")
def test_every_call_is_answered_as_described(tmp_path: Path) -> None:
    with api.open_workspace(data_dir=tmp_path) as workspace:
        made = call_all(site_app(workspace, requests_a_minute=UNLIMITED), 40)

    assert sum(made.values()) > 200
