"""One function for each verb, and the JSON shapes of what they answer."""

from jinque.api.bridge_roster import (
    roster_csv,
    roster_template,
    roster_workbook,
    screen_roster,
)
from jinque.api.bridge_roster_shapes import roster_dict
from jinque.api.coding import code, code_file
from jinque.api.coding_sheet import coding_dict
from jinque.api.criteria import post_criteria
from jinque.api.criteria_shapes import criteria_dict
from jinque.api.ladder import bridge, exam_equivalence, ladder
from jinque.api.ladder_shapes import bridge_dict, exam_dict, ladder_dict
from jinque.api.occupations import link_dict, occupation, occupation_dict
from jinque.api.shapes import (
    catalogues_dict,
    edition_dict,
    ingest_dict,
    issues_dict,
    post_dict,
    search_dict,
)
from jinque.api.verbs import (
    catalogues,
    edition,
    export,
    ingest,
    issues,
    revision,
    search,
    show,
)
from jinque.api.workspace import Progress, Workspace, open_workspace
from jinque.bridge import STATUS_NAMES, Rulebook, near_names, rules_in_force
from jinque.bridge.roster_overview import DIRECTION_NAMES
from jinque.bridge.roster_summary import TIMING_NAMES, summarise
from jinque.bridge.roster_words import read_appraisals, read_awards, read_day, read_years
from jinque.criteria.wording import describe
from jinque.dataset import ROW_KINDS, clause_dict, issue_dict, row_dict, save, save_bytes

__all__ = [
    "DIRECTION_NAMES",
    "ROW_KINDS",
    "STATUS_NAMES",
    "TIMING_NAMES",
    "Progress",
    "Rulebook",
    "Workspace",
    "bridge",
    "bridge_dict",
    "catalogues",
    "catalogues_dict",
    "clause_dict",
    "code",
    "code_file",
    "coding_dict",
    "criteria_dict",
    "describe",
    "edition",
    "edition_dict",
    "exam_dict",
    "exam_equivalence",
    "export",
    "ingest",
    "ingest_dict",
    "issue_dict",
    "issues",
    "issues_dict",
    "ladder",
    "ladder_dict",
    "link_dict",
    "near_names",
    "occupation",
    "occupation_dict",
    "open_workspace",
    "post_criteria",
    "post_dict",
    "read_appraisals",
    "read_awards",
    "read_day",
    "read_years",
    "revision",
    "roster_csv",
    "roster_dict",
    "roster_template",
    "roster_workbook",
    "row_dict",
    "rules_in_force",
    "save",
    "save_bytes",
    "screen_roster",
    "search",
    "search_dict",
    "show",
    "summarise",
]
