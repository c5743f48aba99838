"""Laws of the coding of titles."""

from hypothesis import given, settings
from hypothesis import strategies as st

from jinque.coding import (
    LONGEST_TITLE,
    MOST_CANDIDATES,
    NO_CODE,
    Known,
    clean,
    load_coder,
    read_lexicon,
    verdicts,
)
from jinque.model import TitleRequest

LEXICON = read_lexicon()
TITLES = st.text(min_size=1, max_size=LONGEST_TITLE).filter(str.strip) | st.text(
    alphabet="高级资深机械电子工程师员技术设计医护（）()【】/、5k-8kJavaC+＋設計師", min_size=1
).filter(str.strip)


@settings(max_examples=150)
@given(TITLES, st.text(max_size=50), st.sampled_from(["", "集成电路", "鞋业产业、服装产业"]))
def test_any_title_gets_an_ordered_answer(title: str, description: str, industry: str) -> None:
    request = TitleRequest(title=title[:LONGEST_TITLE], description=description, industry=industry)
    answer = load_coder().code(request)

    chances = [each.probability for each in answer.candidates]
    assert chances == sorted(chances, reverse=True)
    assert sum(chances) + answer.no_code_probability <= 1 + 1e-9
    assert len(chances) <= MOST_CANDIDATES


@given(TITLES)
def test_a_cleaned_title_is_clean(title: str) -> None:
    cleaned = clean(title).bare

    assert clean(cleaned).whole == cleaned


@settings(max_examples=50)
@given(st.sampled_from(LEXICON))
def test_a_known_text_finds_one_of_its_codes(known: Known) -> None:
    codes = {each.code for each in LEXICON if each.folded == known.folded}
    answer = load_coder().code(TitleRequest(title=known.text))

    assert codes & {NO_CODE, *(each.code for each in answer.candidates)}


@settings(max_examples=150)
@given(TITLES, st.text(max_size=50))
def test_a_batch_decides_what_the_explaining_path_decides(title: str, description: str) -> None:
    request = TitleRequest(title=title[:LONGEST_TITLE], description=description)
    answer = load_coder().code(request)
    verdict = verdicts(load_coder(), [request])[0]
    first = answer.candidates[0] if answer.candidates else None

    assert verdict == (
        answer.outcome,
        first and first.code,
        first and first.name,
        first and first.probability,
        answer.at_least,
        answer.no_code_probability,
    )
