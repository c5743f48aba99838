"""Links of the five documents; the expected codes are read off the documents by eye."""

from collections import Counter

import pytest

from jinque.extraction import Reading
from jinque.extraction.links import use_of
from jinque.model import Edition, Issue, Kind, Likeness, Link, LinkStatus, Post
from tests.golden.conftest import truth_rows
from tests.said import zh


def _link(edition: Edition, line: int) -> tuple[Post, Link]:
    """Return the post whose row begins on that line of the source, with its link."""
    [post] = [post for post in edition.posts if post.citation.span.line_start == line]
    [link] = [link for link in edition.links if link.post_id == post.id]
    return post, link


def _issues(readings: dict[str, Reading], code: str) -> list[tuple[str, Issue]]:
    return [
        (edition_id, issue)
        for edition_id, reading in readings.items()
        for issue in reading.report.issues
        if issue.code == code
    ]


def test_every_post_and_mapping_has_a_link_and_a_running_list_has_none(
    readings: dict[str, Reading],
) -> None:
    for reading in readings.values():
        edition = reading.edition
        linked = [post.id for post in edition.posts if post.kind is not Kind.LIST_ITEM]

        assert linked == [link.post_id for link in edition.links]


@pytest.mark.parametrize(
    ("edition_id", "used", "linked", "without"),
    [("dalian", "2015", 288, 24), ("skilled-trades", "2022", 40, 18)],
)
def test_every_printed_code_is_linked_in_the_edition_of_its_catalogue(
    readings: dict[str, Reading], edition_id: str, used: str, linked: int, without: int
) -> None:
    links = readings[edition_id].edition.links
    printed = [row["code"] for row in truth_rows(edition_id)]
    # Two minor groups are printed with -00 behind them, as if they were occupations.
    joined = [
        code.removesuffix("-00") if code in ("2-05-08-00", "6-10-01-00") else code
        for code in printed
    ]

    assert joined == [link.code for link in links]
    assert {link.edition for link in links if link.code} == {used}
    assert Counter(bool(link.code) for link in links) == {True: linked, False: without}


def test_a012_a013_posts_of_dalian_that_name_a_class(readings: dict[str, Reading]) -> None:
    edition = readings["dalian"].edition
    orders = {post.id: post.order for post in edition.posts}

    named = {orders[x.post_id] for x in edition.links if x.status is LinkStatus.NAMES_CLASS}

    assert named == {179, 186, 262, 293, 294, 295, 296, 60, 311}


def test_a015_same_name_with_the_codes_of_two_editions(readings: dict[str, Reading]) -> None:
    edition = readings["dalian"].edition
    posts = {post.id: post for post in edition.posts}

    codes = {x.code for x in edition.links if posts[x.post_id].name == "互联网营销师"}

    assert codes == {"4-01-02-07"}
    assert Counter(x.status for x in edition.links) == {
        LinkStatus.AGREES: 276,
        LinkStatus.NAMES_CLASS: 9,
        LinkStatus.NAME_DIFFERS: 3,
        LinkStatus.NO_CODE_STATED: 24,
    }


def test_edition_of_dalian_is_told_by_its_rows_and_not_by_itself(
    readings: dict[str, Reading],
) -> None:
    use = use_of(readings["dalian"].edition.posts)

    # 9 pairs are of 2015 or its additions alone, by sources other than Dalian; 5 are no entry's.
    assert (use.edition, use.is_mixed) == ("2015", False)
    assert (use.pairs, use.only_2015, use.only_2022, use.of_neither) == (194, 9, 0, 5)


def test_code_that_means_another_occupation_today_says_so_at_the_post(
    readings: dict[str, Reading],
) -> None:
    [link] = [
        link
        for post, link in zip(
            readings["dalian"].edition.posts, readings["dalian"].edition.links, strict=True
        )
        if post.name == "律师"
    ]

    assert (link.code, link.edition, link.status) == ("2-07-03-00", "2015", LinkStatus.AGREES)
    assert "2-07-04-00" in zh(link.reason)
    assert "检察官" in zh(link.reason)
    assert "未经第二来源证实" in zh(link.reason)


def test_a016_special_needs_stay_without_a_code(readings: dict[str, Reading]) -> None:
    links = readings["dalian"].edition.links

    without = [link for link in links if link.status is LinkStatus.NO_CODE_STATED]

    assert len(without) == 24
    assert {link.code for link in without} == {None}


def test_a017_special_need_that_the_classification_has(readings: dict[str, Reading]) -> None:
    post, link = _link(readings["dalian"].edition, 2726)

    assert (post.name_printed, link.code) == ("助产士（特需）", None)
    assert [(c.code, c.edition) for c in link.candidates] == [("2-05-08-06", "2015")]
    [(edition_id, issue)] = _issues(readings, "no_code_but_listed")
    assert (edition_id, issue.post_id) == ("dalian", post.id)
    assert "2-05-08-06" in zh(issue.message)


def test_a050_dashes_of_the_second_document_are_explained_by_its_note(
    readings: dict[str, Reading],
) -> None:
    links = readings["skilled-trades"].edition.links

    without = [link for link in links if link.code is None]

    assert {link.status for link in without} == {LinkStatus.NO_CODE_STATED}
    assert {link.candidates for link in without} == {()}


@pytest.mark.parametrize(
    ("line", "code"), [(63, "4-01-06-02-01"), (64, "4-01-06-02-02"), (66, "4-10-01-01-01")]
)
def test_a051_work_types(readings: dict[str, Reading], line: int, code: str) -> None:
    _, link = _link(readings["skilled-trades"].edition, line)

    assert (link.code, link.edition, link.status) == (code, "2022", LinkStatus.AGREES)


def test_a053_a054_names_one_character_apart_from_the_classification(
    readings: dict[str, Reading],
) -> None:
    issues = _issues(readings, "code_name_differs")

    assert [(edition_id, issue.line_start) for edition_id, issue in issues] == [
        ("dalian", 621),
        ("dalian", 2315),
        ("dalian", 2988),
        ("skilled-trades", 29),
        ("skilled-trades", 38),
    ]
    words = [zh(issue.message) for _, issue in issues]
    pairs = [
        ("化学研究人员", "化学研究员"),
        ("电力工程安装工程技术人员", "电力工程安装技术人员"),
        ("水产制品精制工", "水产品精制工"),
        ("晶片加工工", "晶体加工工"),
        ("多工序数控机床操作调整工", "多工序数控机床操控调整工"),
    ]
    assert [
        both for both, said in zip(pairs, words, strict=True) if not all(n in said for n in both)
    ] == []


def test_a053_other_documents_keep_their_own_spelling(readings: dict[str, Reading]) -> None:
    edition = readings["dalian"].edition
    orders = {post.order: link for post, link in zip(edition.posts, edition.links, strict=True)}

    assert {orders[order].code for order in (42, 80, 121)} == {"6-18-01-07"}
    assert {orders[order].status for order in (42, 80, 121)} == {LinkStatus.AGREES}


def test_a054_mapping_without_a_code_is_proposed_only(readings: dict[str, Reading]) -> None:
    edition = readings["zhejiang-2022-77"].edition
    [post] = [post for post in edition.posts if post.name == "晶片加工工"]
    [link] = [link for link in edition.links if link.post_id == post.id]

    assert (link.status, link.code) == (LinkStatus.PROPOSED, None)
    assert [(c.code, c.likeness) for c in link.candidates] == [("6-25-02-04", Likeness.SAME_NAME)]


def test_a101_to_a107_misprints_are_proposed_and_never_merged(
    readings: dict[str, Reading],
) -> None:
    found = {
        issue.line_start: zh(issue.message)
        for edition_id, issue in _issues(readings, "name_one_character_apart")
        if edition_id == "zhejiang-2022-77"
    }
    intended = {
        390: "浸渍纸层压板工",
        411: "墨水墨汁制造工",
        543: "石灰煅烧工",
        567: "炭素煅烧工",
        780: "航空附件装配工",
        501: "胶印版材生产工",
        502: "柔性版材生产工",
    }

    assert [line for line, name in intended.items() if name not in found[line]] == []


def test_a115_seed_and_seedling_growers_are_two_occupations(readings: dict[str, Reading]) -> None:
    edition = readings["zhejiang-2022-77"].edition
    named = {post.name: post.id for post in edition.posts}
    links = {link.post_id: link for link in edition.links}

    codes = [
        [(c.code, c.likeness) for c in links[named[name]].candidates]
        for name in ("种子繁育员", "种苗繁育员")
    ]

    assert codes == [
        [("5-01-01-01", Likeness.SAME_NAME)],
        [("5-01-01-02", Likeness.SAME_NAME)],
    ]


def test_catalogues_without_codes_have_no_link(readings: dict[str, Reading]) -> None:
    for edition_id in ("wenzhou-2020", "shanghai-foreign", "zhejiang-2022-77"):
        links = readings[edition_id].edition.links

        assert {link.code for link in links} == {None}


def test_exact_names_of_wenzhou_are_proposed(readings: dict[str, Reading]) -> None:
    edition = readings["wenzhou-2020"].edition
    names = {post.id: post.name for post in edition.posts}

    proposed = {
        (names[link.post_id], candidate.code)
        for link in edition.links
        for candidate in link.candidates
        if candidate.likeness is Likeness.SAME_NAME
    }

    assert proposed == {
        ("机械制造基础加工人员", "6-18"),
        ("安全工程技术人员", "2-02-28"),
        ("鞋类设计师", "4-08-08-17"),
        ("商业摄影师", "4-08-09-01"),
        ("税务专业人员", "2-06-05"),
        ("税务专业人员", "2-06-05-00"),
    }


def test_nothing_else_is_wrong_with_the_codes(readings: dict[str, Reading]) -> None:
    for code in (
        *("code_of_other_edition", "code_unknown", "code_unchecked"),
        *("code_unconfirmed", "classification_editions_mixed"),
        "classification_edition_contradicted",
    ):
        assert _issues(readings, code) == []
