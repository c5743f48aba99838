"""Words of what being listed gives, chosen by a value."""

from collections.abc import Mapping

from jinque.locale import Said, say_in

NAMES: Mapping[str, Mapping[str, Said]] = {
    "entitlement.force": {
        "in_force": say_in("entitlement force", "checked"),
        "illustration": say_in("entitlement force", "illustration, not in force"),
        "synthetic": say_in("entitlement force", "made up"),
    },
    "entitlement.mark": {
        "official": say_in("entitlement mark", "issuer's site"),
        "press": say_in("entitlement mark", "press"),
        "repost": say_in("entitlement mark", "repost"),
        "secondary": say_in("entitlement mark", "secondary"),
        "recalled": say_in("entitlement mark", "from memory"),
        "synthetic": say_in("entitlement mark", "made up for this"),
    },
    "entitlement.subject": {
        "recognition": say_in("entitlement subject", "recognition"),
        "subsidy": say_in("entitlement subject", "subsidy"),
        "points": say_in("entitlement subject", "points"),
        "settlement": say_in("entitlement subject", "settlement"),
        "title_appraisal": say_in("entitlement subject", "title appraisal"),
    },
    "entitlement.state": {
        "met": say_in("entitlement state", "met"),
        "not_met": say_in("entitlement state", "not met"),
        "unknown": say_in("entitlement state", "open"),
    },
    "entitlement.recognition": {
        "met": say_in("entitlement recognition", "as told, every condition is met"),
        "not_met": say_in("entitlement recognition", "a condition is not met"),
        "unknown": say_in("entitlement recognition", "open: facts or judgements are missing"),
    },
    "entitlement.window": {
        "open": say_in("entitlement window", "open"),
        "not_yet": say_in("entitlement window", "not open yet"),
        "missed": say_in("entitlement window", "over"),
        "make_up": say_in("entitlement window", "make-up"),
        "not_known": say_in("entitlement window", "not known"),
    },
    "entitlement.taken": {
        "met": say_in("entitlement taken", "taken"),
        "not_met": say_in("entitlement taken", "not taken"),
        "unknown": say_in("entitlement taken", "open"),
    },
}
