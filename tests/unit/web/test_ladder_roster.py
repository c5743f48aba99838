"""A roster sent to the site: answered as page, workbook and JSON, kept nowhere."""

import asyncio
import csv
import io
import logging
import zipfile
from collections.abc import Callable, Sequence

import httpx
import pytest

from jinque import api
from jinque.errors import InvalidOptionError
from jinque.web.app import site_app
from jinque.web.forms import MOST_BYTES, parted
from tests.unit.web.conftest import Ask

SendRoster = Callable[..., httpx.Response]

HEADINGS = (
    *("工号", "姓名", "职业（工种）", "技能等级", "取得日期", "现岗位起始日期"),
    *("取得后实际从业年数", "年度考核", "奖项", "是否事业单位在编", "遵纪守法"),
)
READY = (
    *("A1", "张三", "电工", "技师", "2022-11-01", "2020-01-01"),
    *("3", "2023-2025合格", "无", "否", "是"),
)
EARLY = ("A2", "", "电工", "技师", "2024-01-01", "2020-01-01", "", "", "", "", "")
WRONG = ("A3", "", "电工", "技师", "2022-13-01", "", "", "", "", "", "")
FIELDS = {"on": "2026-05-01", "place": "浙江"}


def _csv(*rows: Sequence[str], headings: Sequence[str] = HEADINGS) -> bytes:
    buffer = io.StringIO()
    csv.writer(buffer).writerows([headings, *rows])
    return buffer.getvalue().encode()


@pytest.fixture(scope="module")
def send_roster(workspace: api.Workspace) -> SendRoster:
    transport = httpx.ASGITransport(app=site_app(workspace))  # type: ignore[arg-type]

    async def answer(path: str, data: bytes, name: str, fields: dict[str, str]) -> httpx.Response:
        async with httpx.AsyncClient(transport=transport, base_url="http://site") as client:
            return await client.post(path, data=fields, files={"file": (name, data)})

    def sent(
        path: str, data: bytes, name: str = "名单.csv", fields: dict[str, str] = FIELDS
    ) -> httpx.Response:
        return asyncio.run(answer(path, data, name, fields))

    return sent


def test_the_form_says_what_happens_to_the_file(ask: Ask) -> None:
    text = ask("/ladder/roster").text

    assert "不保存、不记录" in text
    assert "不得单独作为录用、晋升、解聘依据" in text
    assert 'accept=".xlsx,.csv"' in text
    assert 'formaction="/ladder/roster.xlsx"' in text


def test_the_ladder_leads_to_the_form(ask: Ask) -> None:
    assert 'href="/ladder/roster"' in ask("/ladder").text


def test_the_template_is_a_workbook_that_can_be_sent_back(
    ask: Ask, send_roster: SendRoster
) -> None:
    template = ask("/ladder/roster/template")
    answer = send_roster("/ladder/roster.json", template.content, "名单.xlsx")

    assert template.headers["content-disposition"] == 'attachment; filename="jinque-roster.xlsx"'
    assert (answer.status_code, answer.json()["rows"]) == (200, 0)


def test_the_page_has_an_answer_with_its_clause(send_roster: SendRoster) -> None:
    text = send_roster("/ladder/roster", _csv(EARLY, READY)).text

    assert '<td class="wrap">可申报工程技术或实验技术系列中级职称评审</td>' in text
    assert "三（二）1（2）" in text
    assert text.index(">A1<") < text.index(">A2<")


def test_the_page_tells_what_is_not_known_of_whom(send_roster: SendRoster) -> None:
    text = send_roster("/ladder/roster", _csv(EARLY)).text

    assert '<span class="reading">缺少：' in text


def test_the_page_shows_no_names(send_roster: SendRoster) -> None:
    text = send_roster("/ladder/roster", _csv(READY)).text

    assert "A1" in text
    assert "张三" not in text


def test_small_numbers_are_not_shown(send_roster: SendRoster) -> None:
    text = send_roster("/ladder/roster", _csv(READY, EARLY)).text

    assert "人数过少" in text
    assert "1 人" not in text


def test_a_cell_at_fault_is_named(send_roster: SendRoster) -> None:
    text = send_roster("/ladder/roster", _csv(READY, WRONG)).text

    assert "有结果 1，未读入 1" in text
    assert '<strong class="whole">E3</strong>' in text


def test_json_is_the_shape_of_the_roster(send_roster: SendRoster) -> None:
    answer = send_roster("/ladder/roster.json", _csv(READY, WRONG)).json()

    assert (answer["rows"], answer["on"]) == (2, "2026-05-01")
    assert answer["results"][0]["verdicts"][0]["timing"] == "now"
    assert answer["rejects"][0]["faults"][0]["cell"] == "E3"


def test_the_result_comes_as_a_workbook(send_roster: SendRoster) -> None:
    answer = send_roster("/ladder/roster.xlsx", _csv(READY))

    assert answer.headers["content-type"].endswith("spreadsheetml.sheet")
    assert answer.headers["content-disposition"].startswith("attachment")
    assert "xl/workbook.xml" in zipfile.ZipFile(io.BytesIO(answer.content)).namelist()


def test_two_hundred_answers_are_listed_and_the_rest_counted(send_roster: SendRoster) -> None:
    text = send_roster("/ladder/roster", _csv(*[READY] * 203)).text

    assert text.count('class="staff"') == 200
    assert "其余 3 条在结果工作簿里" in text


@pytest.mark.parametrize("path", ["/ladder/roster", "/ladder/roster.json", "/ladder/roster.xlsx"])
def test_an_answer_is_kept_nowhere(send_roster: SendRoster, path: str) -> None:
    headers = send_roster(path, _csv(READY)).headers

    assert headers["cache-control"] == "no-store"
    assert "etag" not in headers


def test_nothing_of_the_roster_is_logged(
    send_roster: SendRoster, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        send_roster("/ladder/roster", _csv(READY, WRONG), "张三的名单.csv")

    assert [word for word in ("张三", "A1", "2022-13") if word in caplog.text] == []


def test_what_nobody_foresaw_is_logged_without_its_words(
    send_roster: SendRoster, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object, **__: object) -> None:
        raise ValueError("张三")

    monkeypatch.setattr(api, "screen_roster", failing)
    answer = send_roster("/ladder/roster", _csv(READY))

    assert answer.status_code == 500
    assert "a roster failed: ValueError in failing" in caplog.text
    assert "张三" not in caplog.text + answer.text


@pytest.mark.parametrize("path", ["/ladder/roster", "/ladder/roster.xlsx"])
def test_a_column_of_identity_cards_is_refused_above_the_form(
    send_roster: SendRoster, path: str
) -> None:
    answer = send_roster(path, _csv((*READY, ""), headings=(*HEADINGS, "身份证号")))

    assert answer.status_code == 400
    assert "L1 像是身份证号、手机号这类个人信息，整份名单没有读取。" in answer.text
    assert 'name="place" type="text" value="浙江"' in answer.text
    assert answer.headers["cache-control"] == "no-store"


def test_a_program_gets_the_one_shape_of_errors(send_roster: SendRoster) -> None:
    answer = send_roster("/ladder/roster.json", _csv((*READY, "13812345678"), headings=HEADINGS))

    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "personal_data")


@pytest.mark.parametrize(
    ("name", "data", "fields", "told"),
    [
        ("", b"", FIELDS, "请选名单文件"),
        ("名单.pdf", b"%PDF", FIELDS, "请选名单文件（.xlsx、.csv）"),
        ("名单.xlsx", b"not a workbook", FIELDS, 'id="e-file"'),
        ("名单.csv", b"", FIELDS, 'id="e-file"'),
        ("名单.csv", _csv(READY), {"on": "2026-02-30"}, "请写成“2022-11-01”这样的日期"),
        ("名单.csv", b"x" * (MOST_BYTES + 1), FIELDS, "文件超过 5 MB，没有读取。"),
    ],
)
def test_what_cannot_be_read_is_told_above_the_form(
    send_roster: SendRoster, name: str, data: bytes, fields: dict[str, str], told: str
) -> None:
    answer = send_roster("/ladder/roster", data, name, fields)

    assert answer.status_code == 400
    assert "error-summary" in answer.text
    assert told in answer.text


def test_an_upload_survives_byte_by_byte() -> None:
    data = bytes(range(256)) * 3 + b"\r\n--x\r\n\n\r" + "\u0085名".encode()
    head = 'content-disposition: form-data; name="file"; filename="名\u0085单.csv"'.encode()
    sent = asyncio.run(
        parted(
            b"--x1\r\n" + head + b"\r\n\r\n" + data + b"\r\n--x1--\r\n",
            "multipart/form-data; boundary=x1",
        )
    )

    assert (sent.files["file"].data, sent.files["file"].name) == (data, "名\u0085单.csv")


def test_a_form_cut_short_is_refused_in_words() -> None:
    with pytest.raises(InvalidOptionError) as refused:
        asyncio.run(
            parted(
                b'--x1\r\ncontent-disposition: form-data; name="a"',
                "multipart/form-data; boundary=x1",
            )
        )

    assert refused.value.where == "form"


def test_a_form_of_very_many_parts_is_refused() -> None:
    part = b'--x1\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n'

    with pytest.raises(InvalidOptionError):
        asyncio.run(parted(part * 2_001 + b"--x1--\r\n", "multipart/form-data; boundary=x1"))


def test_the_result_speaks_english(send_roster: SendRoster) -> None:
    text = send_roster("/ladder/roster?lang=en", _csv(READY)).text

    assert "<h1>What the roster gives<" in text
    assert "It must not by itself be the ground" in text
