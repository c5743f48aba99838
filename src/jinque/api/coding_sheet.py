"""Coded titles as a sheet for people, and as JSON."""

from collections.abc import Sequence

from jinque.coding import TitleTable, title_fault
from jinque.dataset import Sheet
from jinque.model import CodeCandidate, CodedTitle, CodingOutcome, TitleRequest

_OUTCOMES = {
    CodingOutcome.CODED: "已编码",
    CodingOutcome.REVIEW: "需复核",
    CodingOutcome.NO_NATIONAL_CODE: "无国家职业编码",
}
_UNUSABLE = "无法处理"
_HEADINGS = ("处理", "编码", "名称", "概率", "至少属于", "依据", "其他候选", "说明")
_NAME = "编码结果"
_LEAST_SHOWN = 0.005


def coded_sheet(table: TitleTable, answers: Sequence[CodedTitle | None]) -> Sheet:
    """Return the rows as they were, with the answer behind each."""
    width = max(map(len, table.rows), default=1)
    headings = table.headings or ("职位名称", *[""] * (width - 1))
    given = zip(table.rows, table.requests, answers, strict=True)
    rows = [(*row, *_cells(request, answer)) for row, request, answer in given]
    return Sheet(name=_NAME, headings=(*headings, *_HEADINGS), rows=rows)


def coding_dict(answers: Sequence[CodedTitle]) -> dict[str, object]:
    """Return the answers for a program."""
    return {"titles": [_answer(answer) for answer in answers]}


def _answer(answer: CodedTitle) -> dict[str, object]:
    return {
        "title": answer.request.title,
        "description": answer.request.description,
        "industry": answer.request.industry,
        "outcome": answer.outcome.value,
        "candidates": [_candidate(each) for each in answer.candidates],
        "at_least": answer.at_least,
        "no_code_probability": round(answer.no_code_probability, 4),
        "notices": [{"zh": notice.zh, "en": notice.en} for notice in answer.notices],
    }


def _candidate(candidate: CodeCandidate) -> dict[str, object]:
    return {
        "code": candidate.code,
        "name": candidate.name,
        "level": candidate.level.value,
        "probability": round(candidate.probability, 4),
        "evidence": [
            {"kind": each.kind.value, "text": each.text, "likeness": round(each.likeness, 4)}
            for each in candidate.evidence
        ],
    }


def _cells(request: TitleRequest, answer: CodedTitle | None) -> tuple[str, ...]:
    if answer is None:
        fault = title_fault(request.title)
        return (_UNUSABLE, "", "", "", "", "", "", fault.zh if fault else "")
    first = answer.candidates[0] if answer.candidates else None
    is_coded = answer.outcome is not CodingOutcome.NO_NATIONAL_CODE
    shown = first if is_coded else None
    rest = answer.candidates[1:] if shown else answer.candidates
    others = [each for each in rest if each.probability >= _LEAST_SHOWN]
    return (
        _OUTCOMES[answer.outcome],
        shown.code if shown else "",
        shown.name if shown else "",
        f"{shown.probability:.2f}" if shown else "",
        answer.at_least or "",
        "、".join(each.text for each in shown.evidence) if shown else "",
        "；".join(f"{each.code} {each.name} {each.probability:.2f}" for each in others),
        "".join(notice.zh for notice in answer.notices),
    )
