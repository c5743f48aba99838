"""Of every page: the way around, the rules of the site, addresses for programs."""

from collections.abc import Mapping

from jinque.locale import Said, say, say_in

NAMES: Mapping[str, Mapping[str, Said]] = {
    "nav": {
        "start": say("Start"),
        "catalogues": say("Catalogues"),
        "search": say("Search"),
        "about": say("About"),
        "openapi": say("Data"),
        "ladder": say("Ladder"),
        "occupations": say("Occupations"),
        "assess": say("Self-check"),
        "compare": say("Compare"),
        "office": say("Office"),
        "shortage": say("Shortage index"),
        "entitlement": say("Benefits"),
    },
    "group": {
        "seekers": say("Job seekers, graduates, professionals"),
        "seekers.says": say(
            "See which posts are short and what education and experience they ask for."
        ),
        "employers": say("Employers"),
        "employers.says": say(
            "Look up the printed requirements by name or code and hold them against your staff."
        ),
        "colleges": say("Colleges and training providers"),
        "colleges.says": say(
            "Go from a major to its posts and read which abilities are asked for."
        ),
        "bureaus": say("Talent bureaus"),
        "bureaus.says": say(
            "Check how catalogues are written, their issues and data, for the next edition."
        ),
        "pupils": say("Pupils, parents and teachers"),
        "pupils.says": say(
            "Learn which industries lack people, and how skill levels lead to professional titles."
        ),
    },
    "begin": {
        "catalogues": say("Browse the catalogues"),
        "search": say("Search by name, code or major"),
        "search_posts": say("Filter posts by place and education"),
        "data": say("Downloads and data"),
        "lists": say("Majors, qualifications and certificates wanted"),
        "mappings": say("Title series for each occupation"),
        "clauses": say("Rules that link skill levels and titles"),
        "code": say_in("begin", "National codes for job titles"),
        "occupations": say_in("begin", "The national classification"),
        "ladder": say("From skill levels to titles, and back"),
        "assess": say("Self-check: which posts’ printed requirements I match"),
        "roster": say("Screen a roster: which posts its people match"),
        "compare": say_in("begin", "Catalogues side by side"),
        "majors": say("Posts by major"),
        "curriculum": say("A curriculum beside posts"),
    },
    "rule": {
        "verbatim": say(
            "Printed words are shown verbatim; derived values stand beside them and are marked."
        ),
        "scales": say(
            "Labels of two catalogues are never put on one scale; where they stand in one "
            "list, the page says so."
        ),
        "unknown": say("A fact nobody gave is unknown, never false."),
        "not_stated": say(
            "What a source does not say (a year, a city, whether two certificates are both "
            "needed) is “not stated”."
        ),
        "names": say("Names that differ by a character are never merged."),
        "authority": say("A catalogue states demand, an authority decides; every page says so."),
        "validity": say(
            "Where no validity is printed it is “not stated”, with the reminder that a "
            "newer edition may exist."
        ),
    },
    "route": {
        "occupations": say(
            "The major groups of occupations, and a box to find one by code or name."
        ),
        "code": say("National codes for job titles: candidates, probabilities, evidence."),
        "compare": say("Catalogues side by side: who lists an occupation, and how."),
        "compare_places": say(
            "Two catalogues side by side: structure, education, years, special need."
        ),
        "compare_industries": say("The industries of one catalogue side by side."),
        "compare_charts": say("Charts of the comparison, with their numbers."),
        "curriculum": say("The form that sets a curriculum beside posts."),
        "curriculum_read": say(
            "Which abilities and tools of chosen posts stand in a curriculum; a POSTed "
            "form, nothing is kept."
        ),
        "diff": say("What was added, removed and changed between two catalogues or versions."),
        "guide": say("An occupation in plain words: where it is listed, what is asked, pay."),
        "major": say("A major: the posts that name it or its class."),
        "majors": say("Find a major; how many posts of each catalogue name one."),
        "suggest": say("Names offered while typing, at most ten."),
        "start": say("What the site holds and where each group of users begins."),
        "catalogues": say("All editions, built-in ones first."),
        "edition": say("An edition: its facts, sections, downloads, and its rows page by page."),
        "issues": say("What was found while the edition was read, each with its place."),
        "clauses": say("The edition's clauses as numbered text."),
        "export": say("All rows of one kind as a file: one JSON object a line, or CSV."),
        "post": say("A row: its cells as printed, our reading, its lines in the source."),
        "search": say(
            "Rows of all editions that carry the words, best first, with what may narrow them."
        ),
        "about": say("What the site is, what it does not decide, and its sources with checksums."),
        "openapi": say("Every JSON address with its parameters."),
        "occupation": say("An occupation: its place, both editions, the posts of every catalogue."),
        "ladder": say(
            "The ladder of skill levels and titles, since when, and technical-school classes."
        ),
        "ladder_rules": say("All rules of the ladder, by clause."),
        "ladder_occupations": say("The occupations of the table with their title series."),
        "ladder_occupation": say("The title series and the ladder of one occupation."),
        "ladder_check": say(
            "What a person may apply for, when, by which clause; POST a form or JSON, "
            "nothing is kept."
        ),
        "ladder_roster": say(
            "The form that takes a roster; an empty one is at /ladder/roster/template."
        ),
        "ladder_roster_screened": say(
            "Who on a roster may apply for what, and when; POST a multipart form (file, "
            "on, place), nothing is kept."
        ),
        "assess_start": say("The six questions of a self-check."),
        "assess": say(
            "One person beside all posts of all cities; POST a form or JSON, nothing is kept."
        ),
        "assess_post": say(
            "One person beside one post, clause by clause; POST a form or JSON, nothing is kept."
        ),
        "assess_roster": say(
            "The form that takes a roster to be held against posts; an empty one is at "
            "/assess/roster/template."
        ),
        "assess_roster_screened": say(
            "Who on a roster matches which posts; POST a multipart form (file, on) for a "
            "workbook, .json for JSON; nothing is kept."
        ),
        "convert": say("Codes told in the other edition: result, how sure, why."),
        "shortages": say("The published shortage indices."),
        "shortage": say("The ranking of an index; weights may be moved."),
        "shortage_methods": say("Several methods on one evidence."),
        "shortage_impact": say("Two indices side by side: which labels differ."),
        "shortage_occupation": say("Indicators, votes, interval and reasons of one occupation."),
        "entitlements": say("All rule sets of recognition and benefit"),
        "entitlement_rules": say("One rule set: its lines, sources and the facts that it asks"),
        "entitlement": say("What a rule set comes to (POST; nothing is kept)"),
        "entitlement_post": say("What being listed gives for a post (POST; nothing is kept)"),
    },
    "parameter": {
        "titles": say("job titles, one a line, at most twenty"),
        "description": say("duties or abilities"),
        "group": say("code of a sub-major class, as 2-02"),
        "years": say("fewest years: 0, 1–2, 3–4, 5–9, 10+"),
        "pay": say("pay in 10,000 CNY a year: <8, 8–10, 10–12, 12+"),
        "shared": say("yes: only what two catalogues or more list"),
        "left": say("identifier of the catalogue on the left"),
        "right": say("identifier of the catalogue on the right"),
        "former": say("identifier of the earlier edition, with a version if wanted: dalian@1"),
        "later": say("identifier of the later edition"),
        "foreign": say("yes: also catalogues for foreign nationals only"),
        "name": say("name of a major or a class of majors"),
        "major": say("name of a major"),
        "edition_id": say("identifier of an edition, such as dalian"),
        "post_id": say("identifier of a row, such as dalian:装备制造:1"),
        "section": say("a heading as printed, at any depth"),
        "industry": say("industry as printed, without its ordinal"),
        "shortage": say_in("parameter", "shortage label as printed"),
        "degree": say("lowest education as printed"),
        "mark": say("mark: special_need, green or digital"),
        "code": say("yes for rows with a printed code, no for those without"),
        "severity": say("severity of issues: error, warning or info"),
        "page": say("page, counted from 1"),
        "format": say("jsonl or csv"),
        "kind": say("kind: post, title_mapping, list_item; for downloads also clause"),
        "q": say("words to look for"),
        "place": say_in("fact", "place"),
        "edition": say("identifier of an edition"),
        "check": say("code of the issue, such as code_names_class"),
        "occupation": say("a code or a whole name, as 2-02-38-01"),
        "as_of": say("whether it held on a day, as 2024-07-31"),
        "series": say("title series, as printed"),
        "serial": say("number in the table"),
        "post": say("the post that one comes from"),
        "classification": say("edition of the classification: 2022 or 2015"),
        "codes": say("codes with names, a pair a line, twenty at most"),
        "to": say("the edition wanted: 2022 or 2015"),
        "label": say("Label: short, watch, not_short, insufficient"),
        "w_block": say("Weight of demand and seekers"),
        "w_x3": say("Weight of the unfilled share"),
        "w_x4": say("Weight of relative vacancy time"),
        "w_x5": say("Weight of breadth"),
        "w_x6": say("Weight of difficulty"),
        "w_x7": say("Weight of relative pay growth"),
        "split": say("yes: only where they disagree"),
        "before": say("The index beside which it stands"),
        "rules": say("identifier of the rule set"),
    },
    "openapi.in": {
        "path": say("path"),
        "query": say("query"),
    },
}
