from dataclasses import replace

import pytest

from jinque.errors import InvalidCorpusError
from jinque.ladder import open_rulebook
from jinque.model import Edition
from jinque.model.ladder import Ladder
from tests.said import zh


@pytest.mark.parametrize("change", [{"quote": "没有这句话"}, {"line": 9}])
def test_rule_whose_words_are_not_where_it_says_is_refused(
    district_ladder: Ladder, district_edition: Edition, change: dict[str, object]
) -> None:
    rules = tuple(
        replace(rule, **change) if rule.id == "S1" else rule  # type: ignore[arg-type]
        for rule in district_ladder.rules
    )

    with pytest.raises(InvalidCorpusError) as raised:
        open_rulebook(replace(district_ladder, rules=rules), district_edition)

    assert "S1" in zh(raised.value.message)
    assert raised.value.where == "haijiao"
