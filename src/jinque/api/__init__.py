"""One function for each verb, and the JSON shapes of what they answer.

A name is loaded from its module when it is first asked for, so that a verb loads what it uses.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinque.api.accounts import Office as Office
    from jinque.api.accounts import accounts as accounts
    from jinque.api.accounts import add_account as add_account
    from jinque.api.accounts import open_office as open_office
    from jinque.api.accounts import set_account_active as set_account_active
    from jinque.api.accounts import set_account_password as set_account_password
    from jinque.api.accounts import set_account_role as set_account_role
    from jinque.api.accounts import unlock_account as unlock_account
    from jinque.api.coding import MOST_TITLES_IN_TABLE as MOST_TITLES_IN_TABLE
    from jinque.api.coding import code as code
    from jinque.api.coding import code_file as code_file
    from jinque.api.coding import code_table as code_table
    from jinque.api.coding import entry_name as entry_name
    from jinque.api.coding import major_groups as major_groups
    from jinque.api.comparison import compare as compare
    from jinque.api.comparison import diff as diff
    from jinque.api.comparison import diff_workbook as diff_workbook
    from jinque.api.comparison import save_comparison as save_comparison
    from jinque.api.comparison import save_diff as save_diff
    from jinque.api.conversion import CONVERSION_STATUSES as CONVERSION_STATUSES
    from jinque.api.conversion import CONVERSION_SURENESS as CONVERSION_SURENESS
    from jinque.api.conversion import CONVERTED_FORMATS as CONVERTED_FORMATS
    from jinque.api.conversion import MOST_CODES_IN_TABLE as MOST_CODES_IN_TABLE
    from jinque.api.conversion import convert as convert
    from jinque.api.conversion import convert_file as convert_file
    from jinque.api.conversion import convert_table as convert_table
    from jinque.api.criteria import post_criteria as post_criteria
    from jinque.api.editions import catalogues as catalogues
    from jinque.api.editions import edition as edition
    from jinque.api.editions import export as export
    from jinque.api.editions import ingest as ingest
    from jinque.api.editions import ingest_again as ingest_again
    from jinque.api.editions import issues as issues
    from jinque.api.editions import revision as revision
    from jinque.api.editions import role_names as role_names
    from jinque.api.editions import show as show
    from jinque.api.editions import versions as versions
    from jinque.api.entitlement import add_rules as add_rules
    from jinque.api.entitlement import asked_facts as asked_facts
    from jinque.api.entitlement import check_rules as check_rules
    from jinque.api.entitlement import conformance as conformance
    from jinque.api.entitlement import entitle as entitle
    from jinque.api.entitlement import entitle_for_post as entitle_for_post
    from jinque.api.entitlement import impact_people as impact_people
    from jinque.api.entitlement import read_applicant as read_applicant
    from jinque.api.entitlement import read_applicant_file as read_applicant_file
    from jinque.api.entitlement import rule_file as rule_file
    from jinque.api.entitlement import rule_set as rule_set
    from jinque.api.entitlement import rule_sets as rule_sets
    from jinque.api.entitlement import rule_shelf as rule_shelf
    from jinque.api.entitlement import rules_dir as rules_dir
    from jinque.api.entitlement import rules_impact as rules_impact
    from jinque.api.entitlement import rules_of_place as rules_of_place
    from jinque.api.entitlement import rules_revision as rules_revision
    from jinque.api.entitlement import write_example as write_example
    from jinque.api.entitlement.shapes import conformance_dict as conformance_dict
    from jinque.api.entitlement.shapes import entitlement_dict as entitlement_dict
    from jinque.api.entitlement.shapes import impact_dict as impact_dict
    from jinque.api.entitlement.shapes import rule_set_dict as rule_set_dict
    from jinque.api.entitlement.shapes import rule_set_lines_dict as rule_set_lines_dict
    from jinque.api.ladder import bridge as bridge
    from jinque.api.ladder import exam_equivalence as exam_equivalence
    from jinque.api.ladder import ladder as ladder
    from jinque.api.ladder import roster_csv as roster_csv
    from jinque.api.ladder import roster_template as roster_template
    from jinque.api.ladder import roster_workbook as roster_workbook
    from jinque.api.ladder import rules_told as rules_told
    from jinque.api.ladder import screen_roster as screen_roster
    from jinque.api.matching import assess as assess
    from jinque.api.matching import assess_all as assess_all
    from jinque.api.matching import example_person as example_person
    from jinque.api.matching import read_person as read_person
    from jinque.api.matching import read_person_file as read_person_file
    from jinque.api.matching import read_person_told as read_person_told
    from jinque.api.matching import with_english_keys as with_english_keys
    from jinque.api.opendata import export_all as export_all
    from jinque.api.opendata import opendata as opendata
    from jinque.api.opendata import paper_docx as paper_docx
    from jinque.api.search import complete as complete
    from jinque.api.search import occupation as occupation
    from jinque.api.search import search as search
    from jinque.api.shapes import diff_counts as diff_counts
    from jinque.api.shapes import json_keys as json_keys
    from jinque.api.shapes import profiles_told as profiles_told
    from jinque.api.shapes import rows_read as rows_read
    from jinque.api.shapes import to_json as to_json
    from jinque.api.shapes import to_json_bytes as to_json_bytes
    from jinque.api.teaching import curriculum as curriculum
    from jinque.api.teaching import curriculum_file as curriculum_file
    from jinque.api.teaching import curriculum_text as curriculum_text
    from jinque.api.teaching import guide as guide
    from jinque.api.teaching import major as major
    from jinque.api.teaching import majors as majors
    from jinque.api.workspace import Progress as Progress
    from jinque.api.workspace import Workspace as Workspace
    from jinque.api.workspace import open_workspace as open_workspace
    from jinque.api.workspace import readings as readings
    from jinque.coding import title_fault as title_fault
    from jinque.criteria.wording import describe as describe
    from jinque.dataset import ROW_KINDS as ROW_KINDS
    from jinque.dataset import rows_csv as rows_csv
    from jinque.dataset import rows_workbook as rows_workbook
    from jinque.dataset import save as save
    from jinque.dataset import save_bytes as save_bytes
    from jinque.ladder import STATUS_NAMES as STATUS_NAMES
    from jinque.ladder import Rulebook as Rulebook
    from jinque.ladder import near_names as near_names
    from jinque.ladder import rules_in_force as rules_in_force
    from jinque.ladder.roster import TIMING_NAMES as TIMING_NAMES
    from jinque.ladder.roster import summarise as summarise
    from jinque.ladder.sheets import DIRECTION_NAMES as DIRECTION_NAMES
    from jinque.roster import read_appraisals as read_appraisals
    from jinque.roster import read_awards as read_awards
    from jinque.roster import read_day as read_day
    from jinque.roster import read_years as read_years

_NAMES = {
    "jinque.api.accounts": (
        "Office",
        "accounts",
        "add_account",
        "open_office",
        "set_account_active",
        "set_account_password",
        "set_account_role",
        "unlock_account",
    ),
    "jinque.api.coding": (
        "MOST_TITLES_IN_TABLE",
        "code",
        "code_file",
        "code_table",
        "entry_name",
        "major_groups",
    ),
    "jinque.api.comparison": (
        "compare",
        "diff",
        "diff_workbook",
        "save_comparison",
        "save_diff",
    ),
    "jinque.api.conversion": (
        "CONVERSION_STATUSES",
        "CONVERSION_SURENESS",
        "CONVERTED_FORMATS",
        "MOST_CODES_IN_TABLE",
        "convert",
        "convert_file",
        "convert_table",
    ),
    "jinque.api.criteria": ("post_criteria",),
    "jinque.api.editions": (
        "catalogues",
        "edition",
        "export",
        "ingest",
        "ingest_again",
        "issues",
        "revision",
        "role_names",
        "show",
        "versions",
    ),
    "jinque.api.entitlement": (
        "add_rules",
        "asked_facts",
        "check_rules",
        "conformance",
        "entitle",
        "entitle_for_post",
        "impact_people",
        "read_applicant",
        "read_applicant_file",
        "rule_file",
        "rule_set",
        "rule_sets",
        "rule_shelf",
        "rules_dir",
        "rules_impact",
        "rules_of_place",
        "rules_revision",
        "write_example",
    ),
    "jinque.api.entitlement.shapes": (
        "conformance_dict",
        "entitlement_dict",
        "impact_dict",
        "rule_set_dict",
        "rule_set_lines_dict",
    ),
    "jinque.api.ladder": (
        "bridge",
        "exam_equivalence",
        "ladder",
        "rules_told",
        "roster_csv",
        "roster_template",
        "roster_workbook",
        "screen_roster",
    ),
    "jinque.api.matching": (
        "assess",
        "assess_all",
        "example_person",
        "read_person",
        "read_person_file",
        "read_person_told",
        "with_english_keys",
    ),
    "jinque.api.opendata": (
        "export_all",
        "opendata",
        "paper_docx",
    ),
    "jinque.api.search": (
        "complete",
        "occupation",
        "search",
    ),
    "jinque.api.shapes": (
        "diff_counts",
        "json_keys",
        "profiles_told",
        "rows_read",
        "to_json",
        "to_json_bytes",
    ),
    "jinque.api.teaching": (
        "curriculum",
        "curriculum_file",
        "curriculum_text",
        "guide",
        "major",
        "majors",
    ),
    "jinque.api.workspace": (
        "Progress",
        "Workspace",
        "open_workspace",
        "readings",
    ),
    "jinque.coding": ("title_fault",),
    "jinque.criteria.wording": ("describe",),
    "jinque.dataset": (
        "ROW_KINDS",
        "rows_csv",
        "rows_workbook",
        "save",
        "save_bytes",
    ),
    "jinque.ladder": (
        "STATUS_NAMES",
        "Rulebook",
        "near_names",
        "rules_in_force",
    ),
    "jinque.ladder.roster": (
        "TIMING_NAMES",
        "summarise",
    ),
    "jinque.ladder.sheets": ("DIRECTION_NAMES",),
    "jinque.roster": (
        "read_appraisals",
        "read_awards",
        "read_day",
        "read_years",
    ),
}
_HOME = {name: module for module, names in _NAMES.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(_HOME[name]), name)
    globals()[name] = found
    return found


def preload() -> None:
    """Load every verb now: a server does so before it listens, and no visitor waits for it."""
    for module in _NAMES:
        import_module(module)


class _Verbs(ModuleType):
    """Keeps the verb where a module has the same name, as `search`: importing it sets nothing."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOME and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Verbs


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOME})
