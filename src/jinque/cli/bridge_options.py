"""The options of `jinque bridge` and `jinque screen`, as typed."""

from dataclasses import dataclass
from typing import Annotated

import typer

Text = str | None
YesNo = bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BridgeOptions:
    """The options as typed; None is not said."""

    place: Annotated[Text, typer.Option("--place")] = None
    occupation: Annotated[Text, typer.Option("--occupation")] = None
    skill_level: Annotated[Text, typer.Option("--skill-level")] = None
    title: Annotated[Text, typer.Option("--title")] = None
    title_series: Annotated[Text, typer.Option("--title-series")] = None
    to: Annotated[Text, typer.Option("--to")] = None
    obtained: Annotated[Text, typer.Option("--obtained")] = None
    in_post_since: Annotated[Text, typer.Option("--in-post-since")] = None
    worked_years: Annotated[Text, typer.Option("--worked-years")] = None
    appraisals: Annotated[Text, typer.Option("--appraisals")] = None
    award: Annotated[list[str] | None, typer.Option("--award")] = None
    good_conduct: Annotated[YesNo, typer.Option("--good-conduct/--no-good-conduct")] = None
    public_institution: Annotated[
        YesNo, typer.Option("--public-institution/--no-public-institution")
    ] = None
    post_rules: Annotated[YesNo, typer.Option("--post-rules/--no-post-rules")] = None
    in_occupation: Annotated[YesNo, typer.Option("--in-occupation/--no-in-occupation")] = None
    front_line: Annotated[YesNo, typer.Option("--front-line/--no-front-line")] = None
    diploma: Annotated[YesNo, typer.Option("--diploma/--no-diploma")] = None
    employer_assesses: Annotated[
        YesNo, typer.Option("--employer-assesses/--no-employer-assesses")
    ] = None
    school_class: Annotated[Text, typer.Option("--class")] = None
    exam: Annotated[Text, typer.Option("--exam")] = None
    rules: Annotated[bool, typer.Option("--rules")] = False
    on: Annotated[Text, typer.Option("--on")] = None
    as_json: Annotated[bool, typer.Option("--json")] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenOptions:
    """The options of `jinque screen` as typed; None is not said."""

    roster: Annotated[Text, typer.Argument()] = None
    bridge: Annotated[bool, typer.Option("--bridge")] = False
    template: Annotated[Text, typer.Option("--template")] = None
    output: Annotated[Text, typer.Option("--output", "-o")] = None
    place: Annotated[Text, typer.Option("--place")] = None
    engine: Annotated[Text, typer.Option("--engine")] = None
    master: Annotated[Text, typer.Option("--master")] = None
    on: Annotated[Text, typer.Option("--on")] = None
    as_json: Annotated[bool, typer.Option("--json")] = False
