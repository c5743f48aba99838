"""People as Arrow columns: the fields of `Person`, null being unknown and an empty list none."""

from typing import Final

import pyarrow as pa

_NAMES: Final = pa.list_(pa.string())
_EDUCATION = pa.struct(
    [
        ("level", pa.string()),
        ("degree", pa.string()),
        ("is_full_time", pa.bool_()),
        ("majors", _NAMES),
        ("year", pa.int32()),
    ]
)
_SPELL = pa.struct(
    [
        ("begun_on", pa.date32()),
        ("ended_on", pa.date32()),
        ("occupation", pa.string()),
        ("industry", pa.string()),
        ("institution", pa.string()),
        ("is_management", pa.bool_()),
        ("code", pa.string()),
    ]
)
_LANGUAGE = pa.struct([("language", pa.string()), ("level", pa.string())])
_SKILL = pa.struct(
    [
        ("level", pa.string()),
        ("occupation", pa.string()),
        ("obtained_on", pa.date32()),
        ("years_worked", pa.int32()),
    ]
)
_TITLE = pa.struct(
    [
        ("level", pa.string()),
        ("series", pa.string()),
        ("obtained_on", pa.date32()),
        ("years_worked", pa.int32()),
    ]
)
_APPRAISAL = pa.struct([("year", pa.int32()), ("is_passed", pa.bool_())])

STAFF_ID = "staff_id"
"""Number by which whoever made the roster finds a person again."""

PEOPLE_SCHEMA = pa.schema(
    [
        (STAFF_ID, pa.string()),
        ("place", pa.string()),
        ("skills", pa.list_(_SKILL)),
        ("titles", pa.list_(_TITLE)),
        ("in_post_since", pa.date32()),
        ("appraisals", pa.list_(_APPRAISAL)),
        ("awards", _NAMES),
        ("observes_law", pa.bool_()),
        ("works_in_occupation", pa.bool_()),
        ("is_public_institution_staff", pa.bool_()),
        ("meets_post_rules", pa.bool_()),
        ("is_front_line_master", pa.bool_()),
        ("has_related_diploma", pa.bool_()),
        ("employer_may_assess", pa.bool_()),
        ("nationality", pa.string()),
        ("educations", pa.list_(_EDUCATION)),
        ("work", pa.list_(_SPELL)),
        ("certificates", _NAMES),
        ("languages", pa.list_(_LANGUAGE)),
        ("tools", _NAMES),
        ("is_graduate_of_year", pa.bool_()),
        ("denied", _NAMES),
        ("open_lists", _NAMES),
    ]
)
"""Columns of a roster in Parquet; one that is left out is unknown for everybody."""
