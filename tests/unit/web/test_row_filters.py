import pytest

from jinque import api
from jinque.model import Post
from jinque.web.forms import Filter
from jinque.web.pages.editions import RowFilters, holding, offered


@pytest.fixture
def posts(workspace: api.Workspace) -> tuple[Post, ...]:
    return api.edition(workspace, "dalian").edition.posts


def _filter(posts: tuple[Post, ...], filters: RowFilters, name: str) -> Filter:
    return next(each for each in offered(posts, filters) if each.name == name)


@pytest.mark.parametrize(
    ("filters", "rows"),
    [
        (RowFilters(), 312),
        (RowFilters(section="（四）卫生"), 40),
        (RowFilters(section="（二）战略性新兴产业"), 78),
        (RowFilters(mark="special_need"), 24),
        (RowFilters(code="no"), 24),
        (RowFilters(code="no", section="装备制造"), 0),
    ],
)
def test_all_chosen_filters_hold(posts: tuple[Post, ...], filters: RowFilters, rows: int) -> None:
    assert len(holding(posts, filters)) == rows


def test_a_heading_stands_below_the_heading_it_belongs_to(posts: tuple[Post, ...]) -> None:
    options = _filter(posts, RowFilters(), "section").options
    depths = {option.value: option.depth for option in options}

    assert depths["新材料"] == depths["（二）战略性新兴产业"] + 1


def test_labels_of_shortage_come_strongest_first(posts: tuple[Post, ...]) -> None:
    options = _filter(posts, RowFilters(), "shortage").options

    assert [option.value for option in options] == ["★" * n for n in (5, 4, 3, 2, 1)]


def test_the_counts_of_a_filter_leave_its_own_choice_out(posts: tuple[Post, ...]) -> None:
    options = _filter(posts, RowFilters(shortage="★"), "shortage").options

    assert sum(option.count for option in options) == 312


def test_the_industry_is_left_out_where_the_headings_say_it(posts: tuple[Post, ...]) -> None:
    assert "industry" not in [each.name for each in offered(posts, RowFilters())]


def test_a_chosen_value_that_no_row_has_is_still_offered(posts: tuple[Post, ...]) -> None:
    assert _filter(posts, RowFilters(industry="航天"), "industry").chosen == ("航天",)
