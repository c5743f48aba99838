import pytest

from jinque.errors import InvalidOptionError
from jinque.ladder import Rulebook, exam_equivalence
from jinque.model.person import Outcome
from tests.said import zh


@pytest.mark.parametrize(
    ("school_class", "counts_as"),
    [
        ("中级工班", "中专"),
        ("技工院校高级工班", "大专"),
        ("预备技师（技师）班", "本科"),
        ("技师班", "本科"),
    ],
)
def test_class_counts_as_the_education_level_printed(
    zhejiang: Rulebook, school_class: str, counts_as: str
) -> None:
    said = exam_equivalence(zhejiang, school_class=school_class)

    assert counts_as == said.equivalence.counts_as
    assert "资格考试报名" in said.equivalence.only_for


@pytest.mark.parametrize(
    ("exam", "expected"),
    [
        ("会计", Outcome.MET),
        ("计算机技术与软件专业技术资格考试", Outcome.MET),
        ("一级建造师", Outcome.UNKNOWN),
        (None, Outcome.UNKNOWN),
    ],
)
def test_examination_outside_an_open_list_is_undecided(
    zhejiang: Rulebook, exam: str | None, expected: Outcome
) -> None:
    assert expected is exam_equivalence(zhejiang, school_class="技师班", exam=exam).is_listed


def test_class_that_the_rules_do_not_name_is_refused(zhejiang: Rulebook) -> None:
    with pytest.raises(InvalidOptionError) as raised:
        exam_equivalence(zhejiang, school_class="大专班")

    assert "技工院校高级工班" in zh(raised.value.hint)
