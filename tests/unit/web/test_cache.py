from jinque.web.visit import Answer, AnswerCache, etag_of


def _answer(size: int) -> Answer:
    return Answer(body=b"x" * size, media_type="text/html", etag="")


def test_an_answer_is_found_again() -> None:
    cache = AnswerCache(limit=100)
    cache.put(("a",), _answer(1))

    assert cache.get(("a",)) == _answer(1)


def test_the_answer_not_asked_for_longest_goes_first() -> None:
    cache = AnswerCache(limit=80)
    for name in "abcdefgh":
        cache.put((name,), _answer(10))
    cache.get(("a",))
    cache.put(("i",), _answer(10))

    assert [name for name in "abcdefghi" if cache.get((name,))] == list("acdefghi")


def test_an_answer_too_large_is_not_kept() -> None:
    cache = AnswerCache(limit=80)
    cache.put(("a",), _answer(11))

    assert cache.get(("a",)) is None


def test_tags_differ_where_parts_of_the_key_are_cut_elsewhere() -> None:
    assert etag_of(("ab", "c")) != etag_of(("a", "bc"))
