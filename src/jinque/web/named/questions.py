"""Of self-checks and the ladder: forms, signs, what an answer means."""

from collections.abc import Mapping

from jinque.locale import Said, say, say_in

NAMES: Mapping[str, Mapping[str, Said]] = {
    "form": {
        "table": say("A table with a column of titles"),
        "titles": say("Job titles"),
        "industry": say("Industry"),
        "description": say("Duties or abilities"),
        "yes": say("Yes"),
        "no": say("No"),
        "unknown": say("Not sure"),
        "place": say("Place of work"),
        "occupation": say_in("ladder", "Occupation"),
        "skill_level": say("Skill level"),
        "obtained_on": say("Obtained on"),
        "years_worked": say("Full years of such work since then"),
        "title_level": say("Professional title"),
        "in_post_since": say("In the present post of such work since"),
        "works_in_occupation": say("At present at work in this occupation or a related one"),
        "observes_law": say("Abiding by the law, with good professional ethics"),
        "is_public_institution_staff": say("Established staff of a public institution"),
        "meets_post_rules": say("Within the institution's rules on posts and appointment"),
        "is_front_line_master": say(
            "Long on the front line, with a consummate skill and great merit"
        ),
        "has_related_diploma": say("With a diploma in a related speciality"),
        "employer_may_assess": say("Employer qualified to assess skill levels"),
        "on": say_in("form", "As of"),
        "file": say("Roster"),
        "text": say("Text of the curriculum"),
        "curriculum": say("Or choose a file"),
        "major": say("Major"),
        "post": say("Identifiers of posts"),
    },
    "diagram": {
        "held": say("you are here"),
        "may_apply": say("may apply"),
        "not_yet": say("not yet"),
        "not_listed": say_in("diagram", "undecided"),
        "facts_missing": say("facts missing"),
    },
    "bridge_status": {
        "may_apply": say("May apply"),
        "not_yet": say("Not yet"),
        "not_listed": say("Not listed: a committee decides"),
        "facts_missing": say("Facts missing"),
        "not_applicable": say("The rules do not apply there"),
    },
    "outcome": {
        "met": say("met"),
        "not_met": say("not met"),
        "unknown": say("unknown"),
    },
    "rule_kind": {
        "scope": say_in("rule_kind", "Scope"),
        "general_condition": say("Basic condition"),
        "skill_to_title": say("Skill level to title"),
        "direct_precondition": say("Condition of direct routes"),
        "direct": say("Direct route"),
        "evaluation": say("Evaluation"),
        "channel": say("Where to apply"),
        "exam": say("Examinations"),
        "exam_equivalence": say("Technical-school classes"),
        "title_to_skill_condition": say("Condition, title to skill level"),
        "title_to_skill": say("Title to skill level"),
        "skill_promotion": say("Next skill level"),
        "exemption": say("Exemption"),
        "treatment": say("Treatment"),
        "limit": say("Limit"),
        "sanction": say("Sanction"),
        "supersedes": say("Older rules"),
        "effective": say("Taking effect"),
        "table_note": say("Note to the table"),
    },
    "answer.other": {
        "skill_to_title": say("The other way: from a skill level to a title"),
        "title_to_skill": say("The other way: from a title to a skill level"),
    },
    "answer.not_asked": {
        "skill_to_title": say(
            "No skill level was given. Give one to see which title review it allows."
        ),
        "title_to_skill": say(
            "No title was given. Give one to see which skill assessment it allows."
        ),
    },
    "assess.ask": {
        "nationality": say("Your nationality"),
        "education": say("Highest education and degree"),
        "educations": say("Education"),
        "majors": say("Your major"),
        "graduate": say("Are you a graduate of this year?"),
        "aim": say("Occupation you aim at"),
        "work": say("Work"),
        "titles": say("Professional title"),
        "certificates": say("Certificates"),
        "tools": say("Software, programming languages, instruments"),
        "languages": say_in("assess", "Languages"),
        "awards": say("Awards"),
        "answered": say("Answered one by one"),
        "on": say("As of which day"),
    },
    "assess.says": {
        "nationality": say("Some lists are for foreign nationals only."),
        "education": say(
            "As on diploma and degree certificate; the two are not the same. Without a "
            "degree choose “none”."
        ),
        "graduate": say("No catalogue defines the year; the local rules do."),
        "aim": say(
            "Puts near posts first and changes no verdict; without it your work or major counts."
        ),
        "work": say("Your present or last work; more can be added afterwards. Months are enough."),
        "answered": say("Names of which you have said whether you hold them."),
    },
    "assess.field": {
        "nationality": say("Nationality"),
        "level": say("Education"),
        "degree": say("Degree"),
        "majors": say("Major"),
        "is_full_time": say("Full-time"),
        "year": say("Year of graduation"),
        "is_graduate_of_year": say("Graduate of this year"),
        "aim": say("Occupation aimed at"),
        "work": say("Work"),
        "occupation": say("Occupation or post"),
        "begun_on": say("From"),
        "ended_on": say("To"),
        "is_management": say("A managing post (leading a team)"),
        "industry": say("Industry"),
        "institution": say("Employer"),
        "title": say("Highest professional title"),
        "certificates": say("Certificates held"),
        "tools": say("Software, programming languages and instruments you use"),
        "awards": say("Awards won"),
        "language": say("Language"),
        "language_level": say_in("assess", "Level"),
        "on": say("Day"),
    },
    "assess.hint": {
        "majors": say("as on the diploma; several with 、 or ; between them"),
        "begun_on": say("such as 2020-07"),
        "ended_on": say("leave blank while it goes on"),
        "industry": say("in the usual words"),
        "aim": say("such as 护士; the catalogues are in Chinese"),
        "language_level": say("in your own words, such as CET-6"),
        "level_of": say("your level, such as CET-6; write 不会 if you do not command it"),
        "on": say("today without it"),
        "certificates": say("one a line, as on the certificate; rights to practise too"),
        "tools": say("one a line"),
        "awards": say("one a line, as on the certificate"),
    },
    "assess.add": {
        "educations": say("Add an education"),
        "work": say("Add work"),
        "languages": say("Add a language"),
    },
    "assess.group": {
        "nearness": say("by nearness of occupation"),
        "place": say("by place"),
        "verdict": say("by verdict"),
    },
    "assess.distance": {
        "0": say("The same occupation"),
        "1": say("The same minor group, or your major is printed"),
        "2": say("Like names"),
        "3": say("The same sub-major group"),
        "4": say("Other posts"),
    },
    "assess.sign": {
        "matches": say("✓"),
        "incomplete": say("?"),
        "not_yet": say("→"),
        "does_not_match": say("✕"),
        "no_stated_requirements": say("—"),
        "met": say("✓"),
        "not_met": say("✕"),
        "unknown": say("?"),
        "to_judge": say("◇"),
        "to_show": say("○"),
    },
    "assess.mark": {
        "met": say("met"),
        "not_met": say_in("assess", "not met"),
        "unknown": say("unknown"),
        "to_judge": say("to be judged"),
        "to_show": say("to be shown"),
    },
    "assess.means": {
        "matches": say(
            "By what you told, everything printed that can be checked is met. What an "
            "employer must judge is listed below: prepare evidence for it."
        ),
        "incomplete": say(
            "Nothing stands against it, but some facts are not known. Those below would settle it."
        ),
        "not_yet": say("Only time is lacking: going on in work meets what is short."),
        "does_not_match": say(
            "At least one printed demand is not met, and time alone does not help. See the "
            "first part below."
        ),
        "no_stated_requirements": say(
            "This catalogue prints no requirements. That is neither “none demanded” nor a "
            "match: ask the publisher or the employer."
        ),
    },
    "assess.bring": {
        "diploma": say("diploma, degree certificate"),
        "work": say("labour contract, social insurance record or employer’s statement"),
        "management": say("appointment or employer’s statement of managing work"),
        "certificate": say("the certificate and a copy"),
        "title": say("certificate of the title"),
        "language": say("language test result or certificate"),
        "ability": say("work, results, projects or training that show it"),
        "award": say("certificate of the award"),
        "graduate": say("diploma or the school’s statement"),
        "statement": say("a written statement"),
        "approval": say("the authority’s finding"),
        "identity": say("passport or proof of place"),
        "several": say("proof of any one of them"),
    },
    "assess.column": {
        "result": say("Result"),
        "printed": say_in("post", "As printed"),
        "reading": say("Our reading (derived) and reason"),
        "bring": say("To bring"),
    },
}
