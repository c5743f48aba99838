"""Of occupations, codes, comparisons and teaching."""

from collections.abc import Mapping

from jinque.locale import Said, say, say_in

NAMES: Mapping[str, Mapping[str, Said]] = {
    "level": {
        "major": say("major group"),
        "sub_major": say("sub-major group"),
        "minor": say("minor group"),
        "occupation": say("occupation"),
        "work_type": say("work type"),
    },
    "moved": {
        "same": say("same"),
        "recoded": say("recoded"),
        "renamed": say("renamed"),
        "work_type": say("became a work type"),
        "gone": say("gone"),
        "unknown": say("unknown"),
        "likely_renamed": say("likely renamed"),
        "split": say("split"),
    },
    "certainty": {
        "A": say_in("certainty", "code and name are confirmed"),
        "B": say_in("certainty", "confirmed by one source or by 2022"),
        "C": say_in("certainty", "not confirmed by a second source"),
        "D": say_in("certainty", "inferred from 2022, not confirmed"),
    },
    "convert.status": {
        "same": say_in("convert.status", "same in both"),
        "current": say_in("convert.status", "of that edition already"),
        "recoded": say_in("convert.status", "recoded"),
        "renamed": say_in("convert.status", "renamed"),
        "work_type": say_in("convert.status", "to or from a work type"),
        "ambiguous": say_in("convert.status", "left: code of two occupations"),
        "contradicts": say_in("convert.status", "left: code and name disagree"),
        "unsettled": say_in("convert.status", "left: nothing settles it"),
        "unlisted": say_in("convert.status", "left: in no list"),
        "no_code": say_in("convert.status", "left: no code"),
    },
    "convert.sure": {
        "certain": say_in("convert.sure", "certain"),
        "unconfirmed": say_in("convert.sure", "unconfirmed"),
        "undecided": say_in("convert.sure", "undecided"),
    },
    "standing": {
        "holds": say("holds"),
        "undecided": say("undecided"),
        "not_yet": say("not yet added"),
        "no_longer": say("no longer listed"),
        "unattested": say("not attested"),
    },
    "link": {
        "agrees": say("linked"),
        "names_class": say("linked (a class)"),
        "other_edition": say("linked (other edition)"),
        "name_differs": say("linked (name differs)"),
        "unchecked": say("linked (unchecked)"),
        "code_unknown": say("not linked (unknown code)"),
        "confirmed": say("linked (confirmed by a person)"),
        "no_code_stated": say("not linked (none stated)"),
        "proposed": say("proposed"),
        "unmatched": say("not linked"),
        "code_reused": say("not linked (code of two occupations)"),
        "unconfirmed": say("not linked (unconfirmed)"),
    },
    "likeness": {
        "same_name": say("same name"),
        "former_name": say("former name"),
        "near_name": say("near name"),
    },
    "coding": {
        "coded": say("coded"),
        "review": say("for a person to review"),
        "no_national_code": say("no national code"),
    },
    "coding.says": {
        "coded": say("The first code is at least 95 % likely."),
        "review": say("Not sure enough: choose below, or none."),
        "no_national_code": say("It names no work, or work that no class holds."),
    },
    "coding.kind": {
        "name": say("name"),
        "former_name": say_in("coding", "former name"),
        "alias": say("alias"),
        "derived": say("variant"),
        "class_name": say("class"),
        "industry": say("industry"),
        "description": say("description"),
    },
    "compare": {
        "left": say("Left"),
        "right": say("Right"),
    },
    "compare.room": {
        "occupations": say_in("compare", "Occupations"),
        "places": say("Two places"),
        "industries": say("Industries"),
        "charts": say("Charts"),
        "diff": say("What changed"),
    },
    "compare.filter": {
        "group": say("Class"),
        "edition": say("Listed in"),
    },
    "compare.by": {
        "groups": say("Classes of occupations"),
        "educations": say("Lowest education asked"),
        "years": say("Fewest years asked"),
    },
    "compare.charts": {
        "svg": say("Download SVG"),
        "png": say("Download PNG"),
        "csv": say("Download numbers (CSV)"),
    },
    "diff": {
        "former": say("Former"),
        "later": say("Later"),
        "requirements.ability": say_in("diff", "ability"),
        "requirements.education": say_in("diff", "education"),
        "requirements.experience": say_in("diff", "experience"),
        "requirements.other": say("other requirements"),
    },
    "diff.list": {
        "added": say("Added"),
        "removed": say("Removed"),
        "changed": say_in("diff", "Changed"),
        "unchanged": say("Unchanged"),
        "near": say("One character apart"),
    },
    "major": {
        "same": say("The very major is printed, or the class that holds it"),
        "same_class": say(
            "A major of the same class is printed: people judge whether it is related"
        ),
    },
    "term": {
        "tool": say("Tools"),
        "certificate": say("Certificates and licences"),
        "language": say("Languages"),
        "ability": say("Abilities"),
    },
    "guide": {
        "no_place": say("city not stated"),
        "no_year": say("year not stated"),
    },
    "shortage.room": {
        "ranking": say("Ranking"),
        "methods": say("Methods side by side"),
        "impact": say("Beside another edition"),
    },
    "shortage.label": {
        "short": say("short"),
        "watch": say("watch"),
        "not_short": say("not short"),
        "insufficient": say("insufficient evidence"),
    },
    "shortage.vote": {
        "block": say("demand and seekers"),
        "x3": say("unfilled share"),
        "x4": say("relative vacancy time"),
        "x5": say("breadth"),
        "x6": say("difficulty"),
        "x7": say("relative pay growth"),
    },
    "shortage.mark": {
        "official": say(" (official)"),
        "press": say(" (press)"),
        "repost": say(" (repost, unchecked)"),
        "recalled": say(" (from memory, unchecked)"),
        "own": say(" (our own)"),
    },
}
