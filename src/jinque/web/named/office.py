"""Of the office: its pages, roles, deeds, drafts."""

from collections.abc import Mapping

from jinque.locale import Said, say, say_in
from jinque.model.publishing import ANSWER_WORDS, PROPOSAL_WORDS, STAGE_WORDS, STEP_WORDS

NAMES: Mapping[str, Mapping[str, Said]] = {
    "office": {
        "drafts": say("Drafts"),
        "next": say("Next editions"),
        "history": say("History"),
        "password": say("Password"),
    },
    "office.reading": {
        "waiting": say("Waiting to be read"),
        "reading": say("Being read"),
        "done": say("Read"),
        "failed": say("Not read"),
    },
    "office.step": {
        "read": say_in("office", "Reading the file"),
        "extract": say("Recognising tables, rows and columns"),
        "publish": say("Saving"),
        "save": say("Saving the draft"),
    },
    "role": {
        "editor": say("editor"),
        "reviewer": say("reviewer"),
        "publisher": say("publisher"),
    },
    "deed": {
        "account_added": say("account added"),
        "role_set": say("role set"),
        "password_set": say("password set"),
        "password_changed": say("own password changed"),
        "disabled": say("account disabled"),
        "enabled": say("account enabled"),
        "unlocked": say("wait ended"),
        "signed_in": say("signed in"),
        "signed_out": say("signed out"),
        "locked": say("wrong passwords, has to wait"),
        "draft_upload": say("file uploaded"),
        "draft_reread": say_in("deed", "read again"),
        "draft_accept": say("kept as printed"),
        "draft_correct": say("corrected"),
        "draft_reject": say("left out"),
        "draft_role": say("column settled"),
        "draft_rank": say("label ranked"),
        "draft_state": say("fact stated"),
        "draft_relate": say("relation settled"),
        "draft_undo": say("undone"),
        "draft_approve": say("approved"),
        "draft_publish": say_in("deed", "published"),
        "draft_discard": say("draft discarded"),
    },
    "next": {
        "overview": say("Overview"),
        "opinions": say("Opinions"),
        "issues": say_in("issues", "Issues"),
        "history": say("Steps"),
    },
    "next.stage": {each.value: words for each, words in STAGE_WORDS.items()},
    "next.proposal": {each.value: words for each, words in PROPOSAL_WORDS.items()},
    "next.lineage": {
        "same": say("same name"),
        "renamed": say("renamed"),
        "split": say("split"),
        "merged": say("merged"),
        "new": say("new"),
    },
    "next.answer": {each.value: words for each, words in ANSWER_WORDS.items()},
    "next.fact": {
        "title": say_in("fact", "Title"),
        "publisher": say("Publisher"),
        "place": say_in("fact", "Place"),
        "document_number": say("Document number"),
        "classification_edition": say("Classification"),
        "issued_on": say("Issued on"),
        "effective_from": say("In force from"),
        "effective_to": say("Day behind the last one"),
        "review_by": say("Looked at again by"),
    },
    "next.step": {each.value: words for each, words in STEP_WORDS.items()},
    "next.show": {
        "changed": say("What changes"),
        "open": say("What is open"),
        "all": say("All rows"),
    },
    "draft": {
        "overview": say("Overview"),
        "issues": say_in("issues", "Issues"),
        "rows": say_in("draft", "Rows"),
        "history": say("Decisions"),
    },
    "draft.state": {
        "open": say("open"),
        "approved": say_in("draft", "approved"),
        "published": say_in("draft", "published"),
        "discarded": say("discarded"),
    },
    "draft.relation": {
        "next_edition": say_in("draft", "the next edition of"),
        "same_edition": say("a correction of the same edition"),
        "new": say_in("draft", "a new catalogue"),
    },
    "draft.place": {
        "page": say("page {n}"),
        "sheet": say("sheet {n}"),
        "table": say("table {n}"),
        "row": say("row {n}"),
    },
}
