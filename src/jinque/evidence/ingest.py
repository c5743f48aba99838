"""A folder of returns and labour-market tables becomes evidence, whole or not at all."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import msgspec
import pyarrow as pa

from jinque import documents
from jinque.errors import InvalidOptionError, JinqueError, MachineError, SourceNotFoundError
from jinque.evidence.declaring import missing_marks, quarter_days
from jinque.evidence.lines import letters, lines_of
from jinque.evidence.market import is_market, read_market
from jinque.evidence.returns import Reading, is_return, read_return
from jinque.evidence.tables import (
    SCHEMAS,
    Evidence,
    EvidenceFacts,
    evidence_of,
    has_evidence,
    locked,
    read_extra,
    write_evidence,
)
from jinque.locale import Sentence, joined, read_words, say, write_words
from jinque.model import Issue, Severity
from jinque.model.evidence import (
    Answer,
    EvidenceFile,
    EvidenceReport,
    FrameEmployer,
    MarketRow,
    Return,
    Survey,
    VacancySpell,
)
from jinque.text import fold

_KEPT = "kept.json"
_ENDINGS = {
    ".xlsx",
    ".xls",
    ".docx",
    ".doc",
    ".csv",
    ".ods",
    ".odt",
    ".html",
    ".htm",
    ".pdf",
    ".tsv",
}
_MOST_FILES = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """All that was read so far, before it is laid out as tables."""

    files: tuple[EvidenceFile, ...] = ()
    returns: tuple[Return, ...] = ()
    market: tuple[MarketRow, ...] = ()


@dataclass(slots=True, kw_only=True)
class _Chosen:
    """Which returns count, and why others do not."""

    returns: list[Return] = field(default_factory=list)
    duplicates: list[Sentence] = field(default_factory=list)


def check_approval(survey: Survey, day: date) -> None:
    """Refuse the returns of a survey that may not be used.

    Raises:
        InvalidOptionError: a mark of the declared rule is missing, or the approval has expired.
    """
    missing = missing_marks(survey)
    if missing:
        raise InvalidOptionError(
            say(
                "Survey “{name}” lacks marks of the law ({missing}): it is a draft, and "
                "its returns are refused.",
                name=survey.name,
                missing=joined(missing),
            ),
            where=survey.name,
            hint=say("Once it is approved, make it again with jinque survey new and its marks."),
        )
    until = survey.marks.valid_until
    if until is not None and day > until:
        raise InvalidOptionError(
            say(
                "The approval of survey “{name}” was valid until {until}; on {day} it has "
                "expired, and returns are refused.",
                name=survey.name,
                until=until,
                day=day,
            ),
            where=survey.name,
            hint=say("Expired forms are void: have it prolonged or approved anew."),
        )


def ingest(survey: Survey, source: Path, folder: Path, day: date) -> EvidenceReport:
    """Read every file of a folder into the evidence of a survey.

    Args:
        survey: as declared.
        source: folder of returns and tables, looked through with its subfolders.
        folder: of the evidence.
        day: on which the approval must hold.

    Raises:
        InvalidOptionError: the approval does not hold, or there are too many files.
        SourceNotFoundError: there is no such folder, or nothing in it.
        MachineError: the system refuses to write.
    """
    check_approval(survey, day)
    paths = _paths(source)
    with locked(folder):
        before = _before(folder)
        known = {each.sha256 for each in before.files}
        found = [_read(path, source, survey, known) for path in paths]
        new = [each for each in found if each is not None]
        kept = Kept(
            files=tuple(
                sorted([*before.files, *(f for f, _, _ in new)], key=lambda f: (f.name, f.sha256))
            ),
            returns=tuple(sorted([*before.returns, *(r for _, r, _ in new if r)], key=_return_key)),
            market=(*before.market, *(row for _, _, rows in new for row in rows)),
        )
        chosen = _choose(kept.returns)
        evidence = _evidence(survey, kept, chosen)
        if new or not has_evidence(folder):
            write_evidence(
                evidence, folder, {_KEPT: msgspec.json.encode(kept, enc_hook=write_words)}
            )
    return EvidenceReport(
        name=survey.name,
        is_changed=bool(new),
        files=tuple(f for f, _, _ in new),
        duplicates=tuple(chosen.duplicates),
        agencies=sum(each.is_agency for each in chosen.returns),
        open_ended=sum(len(a.open_ended) for each in chosen.returns for a in each.answers),
        returns=len(chosen.returns),
    )


def _paths(source: Path) -> list[Path]:
    if not source.is_dir():
        raise SourceNotFoundError(
            say("There is no such folder."),
            where=str(source),
            hint=say("Name the folder that the returns are in."),
        )
    paths = sorted(
        path
        for path in source.rglob("*")
        if path.is_file()
        and path.suffix.lower() in _ENDINGS
        and not path.name.startswith((".", "~$"))
    )
    if not paths:
        raise SourceNotFoundError(
            say("The folder holds neither returns nor tables."),
            where=str(source),
            hint=say("They may be Excel, Word, CSV or PDF files."),
        )
    if len(paths) > _MOST_FILES:
        raise InvalidOptionError(
            say(
                "The folder has {n} files; {most_files} at most are read at once.",
                n=len(paths),
                most_files=_MOST_FILES,
            ),
            where=str(source),
        )
    return paths


def _before(folder: Path) -> Kept:
    data = read_extra(folder, _KEPT) if has_evidence(folder) else None
    return msgspec.json.decode(data, type=Kept, dec_hook=read_words) if data else Kept()


def _read(
    path: Path, source: Path, survey: Survey, known: set[str]
) -> tuple[EvidenceFile, Return | None, list[MarketRow]] | None:
    """Read one file; None for one that is in the evidence already."""
    name = path.relative_to(source).as_posix()
    sha256 = ""
    try:
        data = documents.load(path)
        sha256 = hashlib.sha256(data).hexdigest()
        if sha256 in known:
            return None
        known.add(sha256)
        groups = lines_of(documents.read(data, name=path.name))
    except MachineError:
        raise
    except JinqueError as fault:
        return _refused(name, sha256, fault.told), None, []
    if is_return(groups):
        made, reading = read_return(groups, name, sha256, survey)
        reason = _why_refused(made, survey)
        if reason:
            return _refused(name, sha256, reason, reading), None, []
        return _file(name, sha256, "return", reading), made, []
    if is_market(groups):
        rows, reading = read_market(groups, name, survey.quarter)
        return _file(name, sha256, "market", reading), None, rows
    reason = say(
        "Neither the headings of a form nor of a labour-market table were found: not taken."
    )
    return _refused(name, sha256, reason), None, []


def _why_refused(made: Return, survey: Survey) -> Sentence | None:
    if fold(made.survey) != fold(survey.name):
        return say(
            "This is a return of survey “{survey}”, not of “{name}”: not taken.",
            name=survey.name,
            survey=made.survey or say("(no code)"),
        )
    until = survey.marks.valid_until
    if until and made.filled_on and made.filled_on > until:
        return say(
            "It was filled in on {filled_on}, behind the validity (until {until}): not taken.",
            filled_on=made.filled_on,
            until=until,
        )
    if not made.employer.id:
        return say("Without a sample number: not taken.")
    numbers = {each.id for each in survey.frame if each.is_sampled}
    if numbers and made.employer.id not in numbers:
        return say("Sample number “{id}” is not among those drawn: not taken.", id=made.employer.id)
    return None


def _refused(
    name: str, sha256: str, words: Sentence, reading: Reading | None = None
) -> EvidenceFile:
    rows = reading.rows_in if reading else 0
    issue = Issue(code="file_refused", severity=Severity.ERROR, message=words, section=name)
    return EvidenceFile(
        name=name, sha256=sha256, kind="refused", rows_in=rows, rows_kept=0, rows_reported=rows,
        issues=(issue,),
    )  # fmt: skip


def _file(name: str, sha256: str, kind: str, reading: Reading) -> EvidenceFile:
    return EvidenceFile(
        name=name, sha256=sha256, kind=kind, rows_in=reading.rows_in, rows_kept=reading.rows_kept,
        rows_reported=reading.rows_in - reading.rows_kept, issues=tuple(reading.issues),
    )  # fmt: skip


def _return_key(made: Return) -> tuple[str, str, str, str]:
    day = made.filled_on.isoformat() if made.filled_on else ""
    return made.employer.id, day, made.file, made.sha256


def _choose(returns: Sequence[Return]) -> _Chosen:
    """Take one return an employer: the later one; two that say the same are one."""
    chosen = _Chosen()
    by_employer: dict[str, list[Return]] = {}
    for made in returns:
        by_employer.setdefault(made.employer.id, []).append(made)
    for employer, found in sorted(by_employer.items()):
        last = found[-1]
        for other in found[:-1]:
            chosen.duplicates.append(_told(employer, other, last))
        same_day = [
            each for each in found if each.filled_on == last.filled_on and not _same(each, last)
        ]
        if same_day:
            chosen.duplicates.append(
                say(
                    "{employer}: {file} and {same_day_file} differ and are of one day; "
                    "neither was taken. Ask which one holds.",
                    employer=employer,
                    file=last.file,
                    same_day_file=same_day[0].file,
                )
            )
            continue
        chosen.returns.append(last)
    _drop_covered(chosen)
    return chosen


def _same(one: Return, other: Return) -> bool:
    key = ("answers", "spells", "covers", "is_agency")
    return all(getattr(one, name) == getattr(other, name) for name in key)


def _told(employer: str, other: Return, last: Return) -> Sentence:
    if _same(other, last):
        return say(
            "{employer}: {file} says the same as {last_file}; it counts once.",
            employer=employer,
            file=other.file,
            last_file=last.file,
        )
    return say(
        "{employer}: {file} and {last_file} differ; the later one, {last_file}, counts.",
        employer=employer,
        file=other.file,
        last_file=last.file,
    )


def _drop_covered(chosen: _Chosen) -> None:
    """Drop the return of an employer for which a group answered as well, and say so."""
    covered = {number: made for made in chosen.returns for number in made.covers}
    for made in list(chosen.returns):
        group = covered.get(made.employer.id)
        if group is not None and group is not made:
            chosen.returns.remove(made)
            chosen.duplicates.append(
                say(
                    "{group_employer} answered for {id}; {file} is left out.",
                    id=made.employer.id,
                    group_employer=group.employer.id,
                    file=made.file,
                )
            )


def _evidence(survey: Survey, kept: Kept, chosen: _Chosen) -> Evidence:
    frame = {each.id: each for each in survey.frame}
    first, _ = quarter_days(survey.quarter)
    names = {fold(each.name): each.id for each in survey.frame if each.name}
    tables = {
        "employers": _employers(chosen.returns, frame),
        "strata": _strata(survey, chosen.returns, frame),
        "answers": _table("answers", [
            _answer_row(made, answer, names)
            for made in chosen.returns for answer in made.answers
        ]),
        "vacancies": _table("vacancies", [
            row for made in chosen.returns for spell in made.spells
            if (row := _spell_row(made, spell, first, survey.reference_day))
        ]),
        "market": _table("market", [
            {name: getattr(row, name) for name in SCHEMAS["market"].names} for row in kept.market
        ]),
        "stands": _table("stands", [
            {"occupation": code, "industry": industry}
            for code, industries in survey.stands.items() for industry in industries
        ]),
    }  # fmt: skip
    facts = EvidenceFacts(
        name=survey.name,
        quarter=survey.quarter,
        is_synthetic=survey.is_synthetic,
        seekers=survey.seekers,
        files=kept.files,
        duplicates=tuple(chosen.duplicates),
    )
    return evidence_of(facts, tables)


def _table(name: str, rows: list[dict[str, object]]) -> pa.Table:
    return pa.Table.from_pylist(rows, SCHEMAS[name])


def _employers(returns: Sequence[Return], frame: Mapping[str, FrameEmployer]) -> pa.Table:
    rows: dict[str, dict[str, object]] = {}
    for made in returns:
        for number in (made.employer.id, *made.covers):
            if frame and number not in frame:
                continue
            known = frame.get(number, made.employer)
            rows[number] = {
                "employer": number,
                "stratum": getattr(known, "stratum", ""),
                "district": getattr(known, "district", ""),
                "industry": getattr(known, "industry", ""),
                "size": getattr(known, "size", ""),
                "is_agency": made.is_agency and number == made.employer.id,
                "file": made.file,
                "file_sha256": made.sha256,
            }
    return _table("employers", list(rows.values()))


def _strata(
    survey: Survey, returns: Sequence[Return], frame: Mapping[str, FrameEmployer]
) -> pa.Table:
    if not survey.frame:
        return _table("strata", [])
    answered = {n for made in returns for n in (made.employer.id, *made.covers) if n in frame}
    layers: dict[str, list[int]] = {}
    for employer in survey.frame:
        counts = layers.setdefault(employer.stratum, [0, 0, 0])
        counts[0] += 1
        counts[1] += employer.is_sampled
        counts[2] += employer.id in answered
    return _table(
        "strata",
        [
            {"stratum": name, "population": counts[0], "sampled": counts[1]}
            for name, counts in sorted(layers.items())
            if counts[2]
        ],
    )


def _answer_row(made: Return, answer: Answer, names: dict[str, str]) -> dict[str, object]:
    supplied = names.get(fold(answer.supplied_to), answer.supplied_to) if made.is_agency else ""
    return {
        "employer": made.employer.id,
        "occupation": answer.occupation,
        "places": _sum(answer.places_carried, answer.places_opened, answer, "places"),
        "seekers": _sum(answer.seekers_carried, answer.seekers_new, answer, "seekers"),
        "staff": answer.staff,
        "filled": answer.filled,
        "withdrawn": answer.withdrawn,
        "open": answer.open,
        "difficulty": answer.difficulty,
        "pay": answer.pay_cny_10k_year,
        "pay_before": answer.pay_before_cny_10k_year,
        "supplied_to": supplied,
        "second_code": None,
        "first_share": None,
        "open_ended": len(answer.open_ended),
        "row": answer.row,
    }


def _sum(carried: float | None, new: float | None, answer: Answer, what: str) -> float | None:
    """Add both parts; one that says 若干 makes the sum unknown, one left blank counts as none."""
    if any(name.startswith(what) for name in answer.open_ended):
        return None
    if carried is None and new is None:
        return None
    return (carried or 0.0) + (new or 0.0)


def _spell_row(
    made: Return, spell: VacancySpell, first: date, reference: date
) -> dict[str, object] | None:
    """Return days open; None for a vacancy that ended before the quarter."""
    end = spell.ended_on or max(reference, spell.opened_on)
    entry = max(0, (first - spell.opened_on).days)
    days = (end - spell.opened_on).days
    if entry and days <= entry:
        return None
    return {
        "employer": made.employer.id, "occupation": spell.occupation, "entry": entry, "end": days,
        "is_filled": spell.outcome == "filled", "count": spell.count,
    }  # fmt: skip


def questions(report: EvidenceReport) -> list[tuple[str, str, str, Issue]]:
    """Return what each file is to be asked: file, sheet, cell, issue."""
    asked = []
    for file in report.files:
        for issue in file.issues:
            place = issue.place
            sheet = (place.sheet or "") if place else ""
            column = letters(place.column) if place and place.column else ""
            row = str(place.row) if place and place.row else ""
            asked.append((file.name, sheet, f"{column}{row}", issue))
    return asked
