"""Industries of small editions made by hand."""

from dataclasses import replace

from jinque.comparison import chosen_industries, chosen_occupations, compare
from jinque.model import Marker, Post
from jinque.model.answers import short_names
from jinque.model.comparison import Comparison, ComparisonChoice, Share
from jinque.model.criterion import AcademicDegree, EducationLevel, ExperienceYears
from tests.said import zh
from tests.unit.comparison.asked import reading
from tests.unit.dataset.specimens import metadata, post, published, stated

ASKED = reading(EducationLevel(at_least="本科"), ExperienceYears(at_least=3))
DEGREE = reading(AcademicDegree(at_least="硕士"))


def compared(*posts: Post) -> Comparison:
    readings = {each.id: replace(ASKED, post_id=each.id) for each in posts}
    return compare([published(*posts)], readings)


def test_an_industry_counts_its_own_posts() -> None:
    found = compared(
        post("焊工", serial=1, pay_cny_10k_year=9.0),
        post("铸造工", serial=2, markers=(Marker.SPECIAL_NEED,)),
        post("医师", serial=3, industry="卫生"),
    )

    first, second = found.industries
    assert (first.name, first.posts, first.special, first.pay) == ("装备制造", 2, 1, (9.0,))
    assert (second.name, second.posts, second.years) == ("卫生", 1, (3,))


def test_a_post_without_an_industry_stands_under_its_section() -> None:
    (row,) = compared(post(industry=None, section=("一", "（四）卫生"))).industries

    assert row.name == "（四）卫生"


def test_the_percentile_of_an_industry_is_within_the_catalogue() -> None:
    assert compared(post(serial=1), post(serial=2)).industries[0].percentile == 50.0


def test_a_degree_asked_for_alone_stands_as_a_degree() -> None:
    edition = published(post())
    found = compare([edition], {edition.edition.posts[0].id: DEGREE})

    assert found.profiles[0].educations == (Share(value="硕士学位", posts=1),)


def test_words_find_an_occupation_by_name_code_or_printed_name() -> None:
    rows = compared(post("焊工", serial=1), post("舞者", serial=2, code=None)).occupations

    def names(**choice: str) -> list[str]:
        chosen = chosen_occupations(rows, ComparisonChoice(**choice))  # type: ignore[arg-type]
        return [row.name for row in chosen]

    assert names(words="舞") == ["舞者"]
    assert names(words="焊工") == names(words="6-18-02") == ["焊工"]
    assert names(group="none") == ["焊工", "舞者"]
    assert names(group="6-18") == []
    assert names(edition="other") == []


def test_only_what_two_catalogues_list_is_shared() -> None:
    one = published(post("舞者", code=None))
    other = published(post("舞者", code=None, id="next:1"), id="next")
    readings = {each: replace(ASKED, post_id=each) for each in ("demo:装备制造:1", "next:1")}
    rows = compare([one, other], readings).occupations

    assert len(chosen_occupations(rows, ComparisonChoice(are_shared=True))) == 1


def test_industries_are_chosen_by_name() -> None:
    rows = compared(post(serial=1), post(serial=2, industry="卫生")).industries

    assert [r.name for r in chosen_industries(rows, ComparisonChoice(words="卫"))] == ["卫生"]


def test_a_short_name_says_what_is_not_stated_and_is_never_shared() -> None:
    place = metadata(place=stated("甲市"), issued_on=stated("2020-03"), scope=stated("外籍"))
    named = published(metadata=place).summary
    bare = [published(id=each).summary for each in ("a", "b")]

    assert [zh(words) for words in short_names([named, *bare]).values()] == [
        "甲市 2020（外籍）",
        "城市未载明 [a]",
        "城市未载明 [b]",
    ]
