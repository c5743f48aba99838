import json

import msgspec
import pytest

from jinque.locale import Words, read_words, write_words
from jinque.model import Edition, Link, LinkStatus
from tests.unit.extraction.made import read_made

REASON = Words(zh="因", en="since")


@pytest.mark.parametrize(("code", "edition"), [("2-02-38-01", None), (None, "2022")])
def test_a_code_goes_with_its_edition(code: str | None, edition: str | None) -> None:
    with pytest.raises(ValueError, match="does not go with"):
        Link(post_id="a:1", code=code, edition=edition, status=LinkStatus.AGREES, reason=REASON)


def test_an_edition_written_before_there_were_links_is_read_without_any() -> None:
    [reading] = read_made("序号\t岗位名称\n1\t电工\n")
    written = json.loads(msgspec.json.encode(reading.edition, enc_hook=write_words))
    del written["links"]

    read = msgspec.json.decode(json.dumps(written), type=Edition, dec_hook=read_words)

    assert len(reading.edition.links) == 1
    assert read.links == ()
