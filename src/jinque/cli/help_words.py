"""What the commands and their options mean, in both languages."""

from jinque.cli.bridge_help import BRIDGE_COMMANDS, BRIDGE_PARAMETERS
from jinque.cli.coding_help import CODING_COMMANDS, CODING_PARAMETERS
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
    **BRIDGE_COMMANDS,
    "ingest": Words(zh="读入一个目录文件", en="Read a catalogue file into the record"),
    "issues": Words(zh="列出读入时发现的问题", en="List what the reading of an edition found"),
    "export": Words(zh="导出一个目录的数据", en="Export the rows of an edition"),
    "serve": Words(zh="打开网站（本机）", en="Serve the site on this machine"),
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
_EDITION = Words(zh="目录编号，见 jinque catalogues", en="an edition, see jinque catalogues")

PARAMETERS = {
    "catalogues --json": _JSON,
    "show POST": Words(
        zh="岗位编号，如 dalian:装备制造:1", en="identifier of a post, as dalian:装备制造:1"
    ),
    "show --json": _JSON,
    "criteria POST": Words(
        zh="岗位编号，如 dalian:卫生:1", en="identifier of a post, as dalian:卫生:1"
    ),
    "criteria --json": _JSON,
    "search QUERY": Words(
        zh="要找的词，可写几个，都要出现；不写则列出全部",
        en="words that all have to occur; none lists everything",
    ),
    "search --place": Words(zh="地方，如 大连市、瓦房店市；可写几次", en="place; may be repeated"),
    "search --industry": Words(
        zh="行业，如 装备制造；可写几次", en="industry as printed; may be repeated"
    ),
    "search --shortage": Words(
        zh="紧缺程度，如 ★★★★★、非常紧缺；可写几次",
        en="shortage as printed, as ★★★★★ or 非常紧缺; may be repeated",
    ),
    "search --degree": Words(
        zh="最低学历，如 本科；可写几次", en="lowest education level as printed; may be repeated"
    ),
    "search --edition": Words(zh="目录编号；可写几次", en="edition; may be repeated"),
    "search --kind": Words(
        zh="post 岗位、title_mapping 职称对应、list_item 清单条目；可写几次",
        en="post, title_mapping or list_item; may be repeated",
    ),
    "search --limit": Words(zh="最多显示几条，1 到 200（默认 20）", en="hits shown, 1 to 200 (20)"),
    "search --offset": Words(zh="跳过前几条（默认 0）", en="hits passed over (0)"),
    "search --json": _JSON,
    "occupation OCCUPATION": Words(
        zh="职业编码或完整名称，如 2-02-38-01", en="a code or a whole name, as 2-02-38-01"
    ),
    "occupation --as-of": Words(
        zh="某一天是否有效，如 2024-07-31", en="whether it held on a day, as 2024-07-31"
    ),
    "occupation --json": _JSON,
    **BRIDGE_PARAMETERS,
    **CODING_PARAMETERS,
    "ingest FILE": Words(
        zh="目录的文本导出（UTF-8、GB18030 或 UTF-16）",
        en="text export of a catalogue (UTF-8, GB18030 or UTF-16)",
    ),
    "ingest --edition": Words(zh="给这个版本的编号", en="what the edition is to be called"),
    "ingest --json": _JSON,
    "issues EDITION": _EDITION,
    "issues --json": _JSON,
    "export EDITION": _EDITION,
    "export --format": Words(zh="jsonl（默认）或 csv", en="jsonl (default) or csv"),
    "export --kind": Words(
        zh="post、title_mapping、list_item 或 clause（默认：岗位，没有则为该目录所有的那一类）",
        en="post, title_mapping, list_item or clause (default: posts, or what there is instead)",
    ),
    "export --output": Words(zh="写到文件；不写则输出到屏幕", en="write to a file, not to stdout"),
    "serve --host": Words(zh="监听地址（默认 127.0.0.1，仅本机）", en="address (127.0.0.1)"),
    "serve --port": Words(zh="端口（默认 8000；0 为任一空闲端口）", en="port (8000; 0: any free)"),
}
