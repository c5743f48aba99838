"""What `major`, `curriculum`, `guide` and their options mean, in both languages."""

from jinque.model import Words

TEACHING_COMMANDS = {
    "major": Words(zh="查专业：哪些岗位点名它", en="Posts that name a major, and what they ask"),
    "curriculum": Words(zh="拿培养方案对照岗位", en="Look for what posts ask in a curriculum"),
    "guide": Words(zh="一个职业的平实说明", en="An occupation in plain words"),
}

_JSON = Words(zh="输出 JSON，供程序使用", en="answer in JSON, for programs")
_FOREIGN = Words(
    zh="把只面向外籍人才的岗位也算上", en="count posts for foreign nationals only, too"
)

TEACHING_PARAMETERS = {
    "major NAME": Words(
        zh="专业或专业类，如 软件工程；不写则列出印出的全部专业",
        en="a major or a class of them, as 软件工程; without it, all that are printed",
    ),
    "major --foreign": _FOREIGN,
    "major --json": _JSON,
    "curriculum FILE": Words(
        zh="培养方案或课程大纲：文本、Word、PDF", en="a curriculum: text, Word, PDF"
    ),
    "curriculum --major": Words(zh="对照点名这个专业的岗位", en="posts that name this major"),
    "curriculum --occupation": Words(
        zh="对照点名这个职业的岗位（编码或名称）", en="posts that name this code or occupation"
    ),
    "curriculum --post": Words(
        zh="岗位编号，如 dalian:装备制造:1；可写几次", en="identifier of a post; may be repeated"
    ),
    "curriculum --foreign": _FOREIGN,
    "curriculum --json": _JSON,
    "guide OCCUPATION": Words(
        zh="职业编码或完整名称，如 2-02-10-03", en="a code or a whole name, as 2-02-10-03"
    ),
    "guide --foreign": _FOREIGN,
    "guide --json": _JSON,
}
