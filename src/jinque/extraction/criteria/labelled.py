"""Requirements under labels of their own: certificates with issuer and country, approvals."""

import re
from collections.abc import Iterator

from jinque.extraction.criteria.found import Found
from jinque.extraction.criteria.listing import are_all
from jinque.model.criterion_listed import Approval, Certificate
from jinque.text import split_list

_SAID = re.compile(
    r"符合[^，,；。]{0,20}?(?:部门|机构|当局)(?:规定|核准|要求|认可|批准)的?"
    r"[^，,；。]*?(?:任职资格|条件|要求)[^，,；。]*"
)
_APPROVAL = re.compile(r"审批要求[:：]\s*(?P<words>[^\n]+)")
_FIELD = r"(?:\d[.．、])?\s*{label}[:：]\s*(?P<value>.+?)(?=。|；|\n|$)"
_NAMES, _COUNTRIES, _ISSUERS = (
    re.compile(_FIELD.format(label=label), re.DOTALL)
    for label in ("证书名称", "国别(?:/地区)?", "颁发机构")
)


def read_labelled(block: str) -> Iterator[Found]:
    """Read the labelled requirements of a block."""
    names = _NAMES.search(block)
    if names:
        yield _certificate(block, names)
    for match in _APPROVAL.finditer(block):
        words = match["words"].rstrip("。；;")
        start = match.start("words")
        yield Found(criterion=Approval(words=words), start=start, end=start + len(words))


def read_approvals(sentence: str) -> Iterator[Found]:
    """Read in running text what a supervising authority must find."""
    for match in _SAID.finditer(sentence):
        approval = Approval(words=match.group())
        yield Found(criterion=approval, start=match.start(), end=match.end())


def _certificate(block: str, names: re.Match[str]) -> Found:
    countries, issuers = _COUNTRIES.search(block), _ISSUERS.search(block)
    listed = tuple(split_list(names["value"]))
    every = are_all(names["value"], len(listed))
    return Found(
        criterion=Certificate(
            names=listed,
            are_all=every,
            issuers=tuple(split_list(issuers["value"])) if issuers else (),
            countries=tuple(split_list(countries["value"])) if countries else (),
        ),
        start=names.start(),
        end=max(each.end() for each in (names, countries, issuers) if each),
        doubt="names_joined" if every is None else None,
    )
