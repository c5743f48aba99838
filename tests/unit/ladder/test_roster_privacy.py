import pytest

from jinque.errors import PersonalDataError
from jinque.ladder import Rulebook
from tests.said import zh
from tests.unit.ladder.rosters import HEADINGS, as_csv, as_workbook, electrician, screen

IDENTITY = "33010219900101001X"


@pytest.mark.parametrize(
    "heading", ["身份证号", "身份证 号码", "手机", "联系电话", "ID Card", "证件号码"]
)
def test_columns_of_papers_and_phones_are_refused_by_their_heading(
    zhejiang: Rulebook, heading: str
) -> None:
    data = as_csv([(*electrician(), "")], [*HEADINGS, heading])

    with pytest.raises(PersonalDataError) as caught:
        screen(zhejiang, data)

    assert caught.value.where == "N1"


@pytest.mark.parametrize(
    "value",
    [
        IDENTITY,
        "330102199001010011",
        "13812345678",
        "138-1234-5678",
        "+86 13812345678",
        f"号{IDENTITY}",
    ],
)
def test_values_that_look_like_them_are_refused_and_not_repeated(
    zhejiang: Rulebook, value: str
) -> None:
    with pytest.raises(PersonalDataError) as caught:
        screen(zhejiang, as_csv([electrician(工号=value)]))

    assert caught.value.where == "A2"
    assert value not in f"{zh(caught.value.message)}{zh(caught.value.hint)}{caught.value.where}"


def test_an_identity_number_typed_as_a_number_is_refused(zhejiang: Rulebook) -> None:
    row: list[str | int] = [330102199001010011, *electrician()[1:]]

    with pytest.raises(PersonalDataError):
        screen(zhejiang, as_workbook(("名单", HEADINGS, [row])), "r.xlsx")


def test_a_sheet_that_is_not_read_is_looked_at_too(zhejiang: Rulebook) -> None:
    data = as_workbook(("名单", HEADINGS, [electrician()]), ("旧", ("a", "b"), [("x", IDENTITY)]))

    with pytest.raises(PersonalDataError) as caught:
        screen(zhejiang, data, "r.xlsx")

    assert caught.value.where == "旧!B2"


@pytest.mark.parametrize("staff", ["20220001", "GZ-2022-000123", "10086", "12345678901"])
def test_numbers_of_the_employer_are_not_taken_for_them(zhejiang: Rulebook, staff: str) -> None:
    answer = screen(zhejiang, as_csv([electrician(工号=staff)]))

    assert [result.staff_id for result in answer.results] == [staff]
