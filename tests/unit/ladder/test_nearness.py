from hypothesis import given
from hypothesis import strategies as st

from jinque.ladder import near_names

_NAMES = st.text(alphabet="机械电子工程师员", min_size=1, max_size=6)


def test_clearest_reason_comes_first() -> None:
    listed = ["晶片加工工程师", "压电晶片加工工", "晶片加工师", "厨师"]

    found = near_names("晶片加工工", listed)

    assert [name for name, _ in found] == ["晶片加工师", "晶片加工工程师", "压电晶片加工工"]


def test_names_of_two_characters_are_not_compared_by_one() -> None:
    assert near_names("车工", ["钳工", "焊工"]) == ()


def test_at_most_five_names_are_proposed() -> None:
    assert len(near_names("设备维修工", [f"设备维修工{n}级" for n in "一二三四五六七"])) == 5


@given(asked=_NAMES, listed=st.lists(_NAMES, max_size=20, unique=True))
def test_the_name_itself_is_never_proposed(asked: str, listed: list[str]) -> None:
    assert asked not in [name for name, _ in near_names(asked, listed)]
