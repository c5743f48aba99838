"""What an index proposes for a row, by hand: bands 0–0.3 一般, 0.3–0.6 紧缺, 0.6–1 非常紧缺."""

import pytest

from jinque.errors import InvalidOptionError
from jinque.locale import Translator, say
from jinque.model.metadata import Band
from jinque.model.publishing import DraftHead, DraftPost, PrintedColumn, Proposal
from jinque.model.shortage import Label, OccupationScore
from jinque.publishing.proposing import band_of, label_of, with_score

BANDS = (band_of("一般:0-0.3"), band_of("紧缺:0.3-0.6"), band_of("非常紧缺:0.6-1"))
HEAD = DraftHead(
    title="某目录",
    columns=(
        PrintedColumn(heading="岗位", role="name"),
        PrintedColumn(heading="程度", role="shortage"),
        PrintedColumn(heading="指数", role="index"),
    ),
    labels=("一般", "紧缺", "非常紧缺"),
    bands=BANDS,
    former_bands=BANDS,
)
ROW = DraftPost(
    key="1",
    order=1,
    cells={"岗位": "电工", "程度": "紧缺", "指数": "0.5000"},
    proposal=Proposal.KEEP,
    reason=say("why"),
    former="紧缺",
)


def _scored(
    index: float | None, label: Label = Label.SHORT, *, labels: tuple[Label, ...] = ()
) -> OccupationScore:
    return OccupationScore(
        code="6-29-03-08",
        name="电工",
        label=label,
        labels=labels or (label,),
        index=index,
        index_interval=None,
        points=None,
        points_interval=None,
        ballots=(),
        indicators=(),
        reasons=(),
        employers=9,
        kish=None,
        largest_share=None,
        demand=None,
        seekers=None,
        gap=None,
    )


@pytest.mark.parametrize(
    ("index", "label", "proposal", "printed"),
    [
        (0.45, Label.SHORT, Proposal.KEEP, "紧缺"),
        (0.60, Label.SHORT, Proposal.RAISE, "非常紧缺"),
        (0.29, Label.WATCH, Proposal.LOWER, "一般"),
        (0.30, Label.WATCH, Proposal.KEEP, "紧缺"),
        (0.10, Label.NOT_SHORT, Proposal.DROP, "紧缺"),
        (None, Label.INSUFFICIENT, Proposal.HOLD, "紧缺"),
    ],
)
def test_the_band_of_the_index_decides_what_is_proposed(
    index: float | None, label: Label, proposal: Proposal, printed: str
) -> None:
    row = with_score(ROW, _scored(index, label), HEAD)

    assert (row.proposal, row.cells["程度"]) == (proposal, printed)
    assert row.decision is None


def test_draws_that_do_not_agree_hold_a_row_instead_of_dropping_it() -> None:
    scored = _scored(0.1, Label.NOT_SHORT, labels=(Label.NOT_SHORT, Label.WATCH))

    assert with_score(ROW, scored, HEAD).proposal is Proposal.HOLD


def test_a_row_raised_by_new_bands_alone_says_so() -> None:
    from dataclasses import replace

    bands = (band_of("一般:0-0.2"), band_of("紧缺:0.2-0.4"), band_of("非常紧缺:0.4-1"))
    row = with_score(ROW, _scored(0.45), replace(HEAD, bands=bands))

    assert row.proposal is Proposal.RAISE
    assert "Only the bands changed" in Translator("en")(row.reason)


def test_where_two_printed_bands_share_an_end_the_stronger_label_holds_it() -> None:
    closed = tuple(
        Band(label=label, lower=low, upper=high, includes_lower=True, includes_upper=True)
        for label, low, high in (("弱", 0.0, 0.3), ("强", 0.3, 1.0))
    )

    assert label_of(0.3, closed) == "强"
    assert label_of(None, closed) == ""


@pytest.mark.parametrize("typed", ["紧缺", "紧缺:0.6-0.3", "紧缺:0-2", ":0-1", "紧缺:a-b"])
def test_what_is_no_band_is_refused(typed: str) -> None:
    with pytest.raises(InvalidOptionError):
        band_of(typed)
