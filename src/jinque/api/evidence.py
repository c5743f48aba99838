"""Evidence of shortage: surveys out, returns and labour-market tables in, made-up examples."""

import os
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec
from platformdirs import user_data_path

from jinque.dataset import Sheet, save_bytes, workbook_bytes
from jinque.dataset.files import Value
from jinque.errors import InvalidOptionError, SourceNotFoundError
from jinque.evidence.declaring import declare, missing_marks
from jinque.evidence.example import make_example, read_parameters
from jinque.evidence.ingest import ingest
from jinque.evidence.ingest import questions as questions_of
from jinque.evidence.papers import form_paper, scheme_paper, short_paper
from jinque.evidence.questionnaire import questionnaire_xlsx
from jinque.evidence.tables import Evidence, has_evidence, locked, read_evidence, write_evidence
from jinque.locale import Translator, read_words, say, write_words
from jinque.model.evidence import EvidenceReport, Survey, SurveyRequest
from jinque.parameters.survey import load_survey_terms

SURVEY_FILE = "survey.json"
FOLDER_SETTING = "JINQUE_DATA_DIR"
_NAME = re.compile(r"[0-9A-Za-z\u4e00-\u9fff][0-9A-Za-z\u4e00-\u9fff._-]{0,59}")


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceSummary:
    """What evidence there is.

    Attributes:
        folder: where it lies.
        rows: table -> rows.
        sha256: checksum of all of it.
    """

    name: str
    folder: str
    quarter: str
    is_synthetic: bool
    rows: dict[str, int]
    files: int
    sha256: str


def data_folder() -> Path:
    """Return the folder that JINQUE_DATA_DIR names, else the user's data folder."""
    named = os.environ.get(FOLDER_SETTING)
    folder = Path(named) if named else user_data_path("jinque", appauthor=False)
    return folder.expanduser().absolute()


def evidence_folder(name: str) -> Path:
    """Return where evidence of a name lies.

    Raises:
        InvalidOptionError: it is no name.
    """
    if not _NAME.fullmatch(name):
        raise InvalidOptionError(
            say("Evidence cannot be called “{name}”.", name=name),
            where="NAME",
            hint=say(
                "Use 1 to 60 letters, digits, dots, hyphens, underscores or Chinese characters."
            ),
        )
    return data_folder() / "evidence" / name


def example_evidence(
    name: str, seed: int, *, parameters: Path | None = None, plagues: tuple[str, ...] = ()
) -> EvidenceSummary:
    """Make up evidence with known shortages and keep it under a name, marked as synthetic.

    Args:
        name: of the evidence.
        seed: the same seed and parameters give the same bytes.
        parameters: a file beside those that ship; None means those.
        plagues: what goes wrong in it.

    Raises:
        InvalidOptionError: there is no such plague, the parameters are wrong, or real evidence
            has that name.
    """
    folder = evidence_folder(name)
    given = read_parameters(parameters)
    with locked(folder):
        if has_evidence(folder) and not read_evidence(folder).facts.is_synthetic:
            raise InvalidOptionError(
                say("“{name}” is real evidence; an example cannot take its place.", name=name),
                where=name,
                hint=say("Choose another name."),
            )
        write_evidence(make_example(name, seed, given, plagues).sample, folder)
    return summary(name)


def evidence(name: str) -> Evidence:
    """Return the evidence of a name, or of a folder of Parquet files.

    Raises:
        SourceNotFoundError: there is none.
    """
    return read_evidence(place_of(name))


def new_survey(request: SurveyRequest, folder: Path) -> tuple[Survey, tuple[str, ...]]:
    """Write the forms and the scheme of a survey, and keep its declaration for its returns.

    Args:
        request: what is said of it.
        folder: for the files; made where there is none.

    Returns:
        the survey and the names of the files.

    Raises:
        InvalidOptionError: something said of it is wrong, or returns of an earlier declaration
            with other occupations or another quarter are there.
        MachineError: the system refuses to write.
    """
    survey = declare(request)
    kept = evidence_folder(survey.name) / SURVEY_FILE
    if has_evidence(kept.parent) and summary(survey.name).quarter != survey.quarter:
        raise InvalidOptionError(
            say(
                "“{name}” has returns of {quarter}.",
                name=survey.name,
                quarter=summary(survey.name).quarter,
            ),
            where=survey.name,
            hint=say("Give every quarter a code of its own."),
        )
    files = survey_files(survey)
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        save_bytes([data], path)
    kept.parent.mkdir(parents=True, exist_ok=True)
    save_bytes([msgspec.json.encode(survey, enc_hook=write_words)], kept)
    return survey, tuple(files)


def survey_files(survey: Survey) -> dict[str, bytes]:
    """Return the forms and the scheme by name of file; with a frame, one form an employer."""
    from jinque.dataset.paper import paper_docx

    files = {
        "调查表.xlsx": questionnaire_xlsx(survey),
        "调查表.docx": paper_docx(form_paper(survey)),
        "简表.docx": paper_docx(short_paper(survey)),
        "统计调查制度.docx": paper_docx(scheme_paper(survey)),
    }
    for employer in survey.frame:
        if employer.is_sampled:
            files[f"预填/{employer.id}.xlsx"] = questionnaire_xlsx(survey, employer)
    return files


def missing_marks_of(survey: Survey) -> tuple[str, ...]:
    """Return what marks are missing, in Chinese; a survey without them is a draft."""
    marks = load_survey_terms().marks
    return tuple(marks[name].zh for name in missing_marks(survey))


def survey_of(name: str) -> Survey:
    """Return the declaration of a survey.

    Raises:
        SourceNotFoundError: none of that name was made here.
    """
    path = evidence_folder(name) / SURVEY_FILE
    if not path.is_file():
        raise SourceNotFoundError(
            say("There is no declaration of survey “{name}”.", name=name),
            where=name,
            hint=say("Make it with jinque survey new first."),
        )
    return msgspec.json.decode(path.read_bytes(), type=Survey, dec_hook=read_words)


def ingest_evidence(
    name: str, source: Path, *, as_of: str | None = None, questions: Path | None = None
) -> EvidenceReport:
    """Read a folder of returns and labour-market tables into the evidence of a survey.

    Args:
        name: of the survey.
        source: the folder.
        as_of: day on which the approval must hold, ISO 8601; None is today.
        questions: a workbook to be written with what each employer is to be asked.

    Raises:
        InvalidOptionError: the approval does not hold, or the day is none.
        SourceNotFoundError: there is no such survey or folder.
        MachineError: the system refuses to read or write.
    """
    survey = survey_of(name)
    try:
        day = date.fromisoformat(as_of) if as_of else datetime.now(UTC).date()
    except ValueError:
        raise InvalidOptionError(
            say("“{as_of}” is no day.", as_of=as_of), where="--as-of", hint=say("Write 2026-10-15.")
        ) from None
    report = ingest(survey, source, evidence_folder(name), day)
    if questions is not None:
        save_bytes([questions_workbook(report)], questions)
    return report


def questions_workbook(report: EvidenceReport) -> bytes:
    """Return one workbook of what each employer is to be asked, cell by cell."""
    rows: list[tuple[Value, ...]] = [
        (file, sheet, cell, issue.quote, issue.message, "")
        for file, sheet, cell, issue in questions_of(report)
    ]
    rows += [(report.name, "", "", "", words, "") for words in report.duplicates]
    headings = ("文件", "工作表", "单元格", "填的是", "问题", "单位答复")
    return workbook_bytes(
        [Sheet(name="待问", headings=headings, rows=rows, widths=(24, 12, 10, 20, 70, 30))],
        Translator("zh"),
    )


def place_of(name: str) -> Path:
    """Return the folder that a name or a path means."""
    path = Path(name)
    return path if len(path.parts) > 1 and path.is_dir() else evidence_folder(name)


def summary(name: str) -> EvidenceSummary:
    """Return what there is under a name; raises what `evidence` raises."""
    found = evidence(name)
    return EvidenceSummary(
        name=found.facts.name,
        folder=str(place_of(name)),
        quarter=found.facts.quarter,
        is_synthetic=found.facts.is_synthetic,
        rows={table: rows.num_rows for table, rows in found.tables.items()},
        files=len(found.facts.files),
        sha256=found.sha256,
    )


def summaries() -> tuple[EvidenceSummary, ...]:
    """Return what evidence there is, by name."""
    root = data_folder() / "evidence"
    folders = sorted(root.iterdir()) if root.is_dir() else []
    return tuple(summary(folder.name) for folder in folders if has_evidence(folder))
