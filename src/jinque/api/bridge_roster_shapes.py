"""The JSON shape of the answer for a roster (docs/reference/json.md)."""

from jinque.api.ladder_parts import day, document_dict, facts, words
from jinque.bridge.roster_summary import summarise
from jinque.model.bridge_roster import RosterAnswer, RosterGroup, RosterResult, RosterVerdict
from jinque.model.bridge_roster_row import RejectedRow


def roster_dict(answer: RosterAnswer) -> dict[str, object]:
    """Return the counts, every person and every row that was not read."""
    return {
        "on": answer.on.isoformat(),
        "notice": words(answer.notice),
        "rows": len(answer.results) + len(answer.rejects),
        "summary": [_group(group) for group in summarise(answer)],
        "results": [_result(result) for result in answer.results],
        "rejects": [_reject(row) for row in answer.rejects],
        "unread": list(answer.unread),
        "documents": [document_dict(document) for document in answer.documents],
    }


def _group(group: RosterGroup) -> dict[str, object]:
    return {
        "direction": group.direction.value,
        "counts": {timing.value: count for timing, count in group.counts.items()},
        "missing": [
            {"question": words(question), "people": people} for question, people in group.missing
        ],
    }


def _result(result: RosterResult) -> dict[str, object]:
    return {
        "row": result.place.address,
        "staff_id": result.staff_id,
        "name": result.name,
        "verdicts": [_verdict(verdict) for verdict in result.verdicts],
    }


def _verdict(verdict: RosterVerdict) -> dict[str, object]:
    return {
        "direction": verdict.direction.value,
        "status": verdict.status.value,
        "timing": verdict.timing.value,
        "headline": words(verdict.headline),
        "occupation": verdict.occupation,
        "to_level": verdict.to_level,
        "series": verdict.series,
        "clause": verdict.clause,
        "quote": verdict.quote,
        "short": [words(short) for short in verdict.short],
        "earliest_date": day(verdict.earliest_date),
        "next_level": verdict.next_level,
        "next_date": day(verdict.next_date),
        "missing": facts(verdict.missing),
    }


def _reject(row: RejectedRow) -> dict[str, object]:
    return {
        "row": row.place.address,
        "staff_id": row.staff_id,
        "name": row.name,
        "faults": [
            {
                "cell": fault.place.address,
                "heading": fault.heading or None,
                "message": words(fault.message),
            }
            for fault in row.faults
        ],
    }
