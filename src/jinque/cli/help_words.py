"""What the commands and their options mean, in both languages."""

from jinque.cli.accounts_words import ACCOUNT_COMMANDS, ACCOUNT_PARAMETERS
from jinque.cli.assess_help import ASSESS_COMMANDS, ASSESS_PARAMETERS
from jinque.cli.bridge_help import BRIDGE_COMMANDS, BRIDGE_PARAMETERS
from jinque.cli.coding_help import CODING_COMMANDS, CODING_PARAMETERS
from jinque.cli.comparison_words import COMPARISON_COMMANDS, COMPARISON_PARAMETERS
from jinque.cli.evidence import EVIDENCE_COMMANDS, EVIDENCE_PARAMETERS
from jinque.cli.review_help import REVIEW_ACTIONS, REVIEW_COMMANDS, REVIEW_PARAMETERS
from jinque.cli.search_words import SEARCH_PARAMETERS
from jinque.cli.shortage import SHORTAGE_COMMANDS, SHORTAGE_PARAMETERS
from jinque.cli.survey import SURVEY_COMMANDS, SURVEY_PARAMETERS
from jinque.cli.teaching_words import TEACHING_COMMANDS, TEACHING_PARAMETERS
from jinque.model import Words

TITLE = Words(
    zh="紧缺：把各地紧缺人才目录读成可查、可核、有出处的数据。",
    en="Jinque: catalogues of occupations in short supply, searched and checked to the source.",
)

COMMANDS = {
    "catalogues": Words(zh="列出已读入的目录", en="List the catalogues in the record"),
    "show": Words(
        zh="显示一个岗位：原文、推断、出处", en="Show a post: as printed, derived, source"
    ),
    "criteria": Words(
        zh="逐条显示一个岗位的要求：原文与读法", en="What a post demands, beside its words"
    ),
    "search": Words(zh="检索岗位", en="Find posts"),
    "occupation": Words(
        zh="查一个职业：编码、两版对应、各地岗位", en="An occupation: codes, editions, posts"
    ),
    **CODING_COMMANDS,
    **ASSESS_COMMANDS,
    **BRIDGE_COMMANDS,
    **COMPARISON_COMMANDS,
    **TEACHING_COMMANDS,
    **SURVEY_COMMANDS,
    **EVIDENCE_COMMANDS,
    **SHORTAGE_COMMANDS,
    "ingest": Words(zh="读入一个目录文件", en="Read a catalogue file into the record"),
    **REVIEW_COMMANDS,
    "issues": Words(zh="列出读入时发现的问题", en="List what the reading of an edition found"),
    "export": Words(zh="导出一个目录或全部数据", en="Export an edition, or everything"),
    "serve": Words(zh="打开网站（本机）", en="Serve the site on this machine"),
    **ACCOUNT_COMMANDS,
}

GLOBAL = {
    "--lang zh|en": Words(zh="界面语言（或设 JINQUE_LANG）", en="language (or set JINQUE_LANG)"),
    "--version": Words(zh="显示版本", en="show the version"),
    "-h, --help": Words(zh="显示帮助", en="show this help"),
}

EXAMPLES = {
    "jinque search 护士 --place 大连": Words(zh="按词和地方检索", en="by word and place"),
    "jinque show dalian:卫生:1": Words(zh="看一个岗位的原文", en="one post as printed"),
    "jinque export dalian --format csv -o dalian.csv": Words(
        zh="导出成表格", en="export for a spreadsheet"
    ),
}

_JSON = Words(zh="输出 JSON，供程序使用", en="answer in JSON, for programs")
_POST = Words(zh="岗位编号，如 dalian:装备制造:1", en="a post, as dalian:装备制造:1")
_EDITION = Words(zh="目录编号，见 jinque catalogues", en="an edition, see jinque catalogues")

# Further sections in the help of a command, under a title.
SECTIONS = {"review": (Words(zh="动作", en="Actions"), REVIEW_ACTIONS)}

PARAMETERS = {
    "catalogues --json": _JSON,
    "show POST": _POST,
    "show --json": _JSON,
    "criteria POST": _POST,
    "criteria --json": _JSON,
    **SEARCH_PARAMETERS,
    "search --json": _JSON,
    "occupation OCCUPATION": Words(
        zh="职业编码或完整名称，如 2-02-38-01", en="a code or a whole name, as 2-02-38-01"
    ),
    "occupation --as-of": Words(
        zh="某一天是否有效，如 2024-07-31", en="whether it held on a day, as 2024-07-31"
    ),
    "occupation --json": _JSON,
    **ASSESS_PARAMETERS,
    **BRIDGE_PARAMETERS,
    **COMPARISON_PARAMETERS,
    **TEACHING_PARAMETERS,
    **SURVEY_PARAMETERS,
    **EVIDENCE_PARAMETERS,
    **SHORTAGE_PARAMETERS,
    **CODING_PARAMETERS,
    "ingest FILE": Words(
        zh="目录文件：Word、Excel、PDF、网页、文本、CSV 或它们的 zip",
        en="a catalogue: Word, Excel, PDF, web page, text, CSV, or a zip of one",
    ),
    "ingest --edition": Words(zh="给这个版本的编号", en="what the edition is to be called"),
    "ingest --json": _JSON,
    **REVIEW_PARAMETERS,
    "issues EDITION": _EDITION,
    "issues --json": _JSON,
    "export EDITION": _EDITION,
    "export --format": Words(zh="jsonl（默认）或 csv", en="jsonl (default) or csv"),
    "export --kind": Words(
        zh="post、title_mapping、list_item 或 clause（默认：岗位，没有则为该目录所有的那一类）",
        en="post, title_mapping, list_item or clause (default: posts, or what there is instead)",
    ),
    "export --all": Words(
        zh="把全部目录写成开放数据，放进这个文件夹", en="everything as open data, into this folder"
    ),
    "export --address": Words(
        zh="与 --all 同用：网站地址，作标识用", en="with --all: the site's address, for identifiers"
    ),
    "export --output": Words(zh="写到文件；不写则输出到屏幕", en="write to a file, not to stdout"),
    "serve --host": Words(zh="监听地址（默认 127.0.0.1，仅本机）", en="address (127.0.0.1)"),
    "serve --port": Words(zh="端口（默认 8000；0 为任一空闲端口）", en="port (8000; 0: any free)"),
    "serve --office": Words(
        zh="加上登录账户和审核页面（见 jinque account）",
        en="with accounts and the pages of review (see jinque account)",
    ),
    "serve --public-address": Words(
        zh="--office 时：浏览器里的地址，如 https://mulu.example.cn",
        en="with --office: the address in browsers, as https://lists.example.org",
    ),
    **ACCOUNT_PARAMETERS,
}
