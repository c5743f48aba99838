"""What the commands and their options mean, in both languages, and the help made of it.

Typer's own help is English and its pretty form costs as long as a whole command.
"""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from typer.core import TyperArgument, TyperGroup, TyperOption

from jinque.cli.accounts import ACCOUNT_COMMANDS, ACCOUNT_PARAMETERS
from jinque.cli.assess import ASSESS_COMMANDS, ASSESS_PARAMETERS
from jinque.cli.call import Session
from jinque.cli.classification import CODING_COMMANDS, CODING_PARAMETERS
from jinque.cli.comparison import COMPARISON_COMMANDS, COMPARISON_PARAMETERS
from jinque.cli.conversion import CONVERSION_COMMANDS, CONVERSION_PARAMETERS
from jinque.cli.entitlement import ENTITLEMENT_COMMANDS, ENTITLEMENT_PARAMETERS, RULES_ACTIONS
from jinque.cli.evidence import EVIDENCE_COMMANDS, EVIDENCE_PARAMETERS
from jinque.cli.front import HOMES, command_of, group_of
from jinque.cli.keeping import KEEPING_COMMANDS, KEEPING_PARAMETERS
from jinque.cli.ladder import BRIDGE_COMMANDS, BRIDGE_PARAMETERS
from jinque.cli.publishing import DRAFT_ACTIONS, PUBLISHING_COMMANDS, PUBLISHING_PARAMETERS
from jinque.cli.review import REVIEW_ACTIONS, REVIEW_COMMANDS, REVIEW_PARAMETERS
from jinque.cli.search import SEARCH_PARAMETERS
from jinque.cli.shortage import SHORTAGE_COMMANDS, SHORTAGE_PARAMETERS
from jinque.cli.survey import SURVEY_COMMANDS, SURVEY_PARAMETERS
from jinque.cli.teaching import TEACHING_COMMANDS, TEACHING_PARAMETERS
from jinque.locale import Sentence, say

GROUP = group_of(*dict.fromkeys(HOMES.values()))
"""Every command of the program."""

TITLE = say(
    "Jinque: catalogues of occupations in short supply, searched and checked to the source."
)

COMMANDS = {
    "catalogues": say("List the catalogues in the record"),
    "show": say("Show a post: as printed, derived, source"),
    "criteria": say("What a post demands, beside its words"),
    "search": say("Find posts"),
    "occupation": say("An occupation: codes, editions, posts"),
    **CODING_COMMANDS,
    **CONVERSION_COMMANDS,
    **ASSESS_COMMANDS,
    **BRIDGE_COMMANDS,
    **ENTITLEMENT_COMMANDS,
    **COMPARISON_COMMANDS,
    **TEACHING_COMMANDS,
    **SURVEY_COMMANDS,
    **EVIDENCE_COMMANDS,
    **SHORTAGE_COMMANDS,
    **PUBLISHING_COMMANDS,
    "ingest": say("Read a catalogue file into the record"),
    **REVIEW_COMMANDS,
    "issues": say("List what the reading of an edition found"),
    "export": say("Export an edition, or everything"),
    "serve": say("Serve the site on this machine"),
    **KEEPING_COMMANDS,
    **ACCOUNT_COMMANDS,
}

GLOBAL = {
    "--lang zh|en": say("language (or set JINQUE_LANG)"),
    "--version": say("show the version"),
    "-h, --help": say("show this help"),
}

EXAMPLES = {
    "jinque search 护士 --place 大连": say("by word and place"),
    "jinque show dalian:卫生:1": say("one post as printed"),
    "jinque export dalian --format csv -o dalian.csv": say("export for a spreadsheet"),
}

_JSON = say("answer in JSON, for programs")
_POST = say("a post, as dalian:装备制造:1")
_EDITION = say("an edition, see jinque catalogues")

# Further sections in the help of a command, under a title.
SECTIONS = {
    "review": (say("Actions"), REVIEW_ACTIONS),
    "draft": (say("Actions"), DRAFT_ACTIONS),
    "rules": (say("Actions"), RULES_ACTIONS),
}

PARAMETERS = {
    "catalogues --json": _JSON,
    "show POST": _POST,
    "show --json": _JSON,
    "criteria POST": _POST,
    "criteria --json": _JSON,
    **SEARCH_PARAMETERS,
    "search --json": _JSON,
    "occupation OCCUPATION": say("a code or a whole name, as 2-02-38-01"),
    "occupation --edition": say("this edition alone: 2022 or 2015"),
    "occupation --as-of": say("whether it held on a day, as 2024-07-31"),
    "occupation --json": _JSON,
    **ASSESS_PARAMETERS,
    **BRIDGE_PARAMETERS,
    **ENTITLEMENT_PARAMETERS,
    **COMPARISON_PARAMETERS,
    **TEACHING_PARAMETERS,
    **SURVEY_PARAMETERS,
    **EVIDENCE_PARAMETERS,
    **SHORTAGE_PARAMETERS,
    **PUBLISHING_PARAMETERS,
    **KEEPING_PARAMETERS,
    **CODING_PARAMETERS,
    **CONVERSION_PARAMETERS,
    "ingest FILE": say("a catalogue: Word, Excel, PDF, web page, text, CSV, or a zip of one"),
    "ingest --edition": say("what the edition is to be called"),
    "ingest --again": say(
        "FILE is the identifier of an edition: read its source again; what comes out "
        "otherwise is its next version (with --review a draft)"
    ),
    "ingest --json": _JSON,
    **REVIEW_PARAMETERS,
    "issues EDITION": _EDITION,
    "issues --json": _JSON,
    "export EDITION": _EDITION,
    "export --format": say("jsonl (default) or csv"),
    "export --kind": say(
        "post, title_mapping, list_item or clause (default: posts, or what there is instead)"
    ),
    "export --all": say("everything as open data, into this folder"),
    "export --address": say("with --all: the site's address, for identifiers"),
    "export --output": say("write to a file, not to stdout"),
    "serve --host": say("address (127.0.0.1)"),
    "serve --port": say("port (8000; 0: any free)"),
    "serve --office": say("with accounts and the pages of review (see jinque account)"),
    "serve --public-address": say(
        "with --office: the address in browsers, as https://lists.example.org"
    ),
    **ACCOUNT_PARAMETERS,
}


def help_text(group: TyperGroup, arguments: Sequence[str], session: Session) -> str:
    """Return the help of the command that arguments name, or of the whole program."""
    name = command_of(arguments)
    lines = (
        _command_help(group, name, session)
        if name in group.commands and name is not None
        else _program_help(session)
    )
    return "\n".join(lines) + "\n"


def _program_help(session: Session) -> Iterator[str]:
    yield session.of(TITLE)
    yield ""
    yield session.say("Usage: jinque [options] command ...")
    yield from _section(session, say("Commands"), COMMANDS)
    yield from _section(session, say("Options"), GLOBAL)
    yield ""
    yield session.say("The options of a command: jinque command --help")
    yield from _section(session, say("Examples"), EXAMPLES)


def _command_help(group: TyperGroup, name: str, session: Session) -> Iterator[str]:
    parameters = group.commands[name].params
    words = {_label(each): PARAMETERS[key(name, each)] for each in parameters}
    arguments = [_label(each) for each in parameters if isinstance(each, TyperArgument)]
    yield session.of(COMMANDS[name])
    yield ""
    usage = " ".join(["jinque", name, *arguments, session.say("[options]")])
    yield session.say("Usage: {usage}", usage=usage)
    yield from _section(session, say("Arguments and options"), words)
    if name in SECTIONS:
        yield from _section(session, *SECTIONS[name])
    yield from _section(session, say("Common options"), GLOBAL)


def key(command: str, parameter: object) -> str:
    """Return the name under which the words of an option or argument stand."""
    if isinstance(parameter, TyperOption):
        return f"{command} {parameter.opts[0]}"
    return f"{command} {str(getattr(parameter, 'name', '')).upper()}"


def _label(parameter: object) -> str:
    if isinstance(parameter, TyperOption):
        return ", ".join(parameter.opts)
    if isinstance(parameter, TyperArgument):
        name = str(parameter.name).upper()
        return name if parameter.required else f"[{name}]"
    raise TypeError(f"neither option nor argument: {parameter!r}")


def _section(session: Session, title: Sentence, words: Mapping[str, Sentence]) -> Iterator[str]:
    yield ""
    yield session.of(title)
    column = max(_width(label) for label in words) + 2
    for label, meaning in words.items():
        yield f"  {label}{' ' * (column - _width(label))}{session.of(meaning)}"


def _width(text: str) -> int:
    return sum(1 + (unicodedata.east_asian_width(character) in "WF") for character in text)
