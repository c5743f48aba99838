"""What the options of `assess` mean, in both languages."""

from jinque.model import Words

ASSESS_COMMANDS = {
    "assess": Words(
        zh="自查：一个人对照一个岗位，或对照各地全部岗位",
        en="Self-check: a person against one post, or against all",
    ),
}

ASSESS_PARAMETERS = {
    "assess PERSON": Words(
        zh="人员文件（YAML 或 JSON）；写法见 jinque assess --example",
        en="a file about the person (YAML or JSON); see jinque assess --example",
    ),
    "assess --post": Words(
        zh="只对照这个岗位，如 dalian:卫生:4", en="this post alone, as dalian:卫生:4"
    ),
    "assess --on": Words(
        zh="截至哪一天，如 2026-03-01（默认今天）", en="as of a day, as 2026-03-01 (today)"
    ),
    "assess --aim": Words(
        zh="想做的职业，名称或编码；排序以它为先", en="occupation aimed at, name or code"
    ),
    "assess --place": Words(zh="只看这个地方的目录；可写几次", en="of this place; may be repeated"),
    "assess --edition": Words(zh="只看这个目录；可写几次", en="of this edition; may be repeated"),
    "assess --verdict": Words(
        zh="只看这种结论：matches、incomplete、not_yet、does_not_match；可写几次",
        en="matches, incomplete, not_yet or does_not_match alone; may be repeated",
    ),
    "assess --limit": Words(zh="最多显示几个岗位，0 到 1000（默认 20）", en="posts shown (20)"),
    "assess --example": Words(zh="打印一份人员文件的样子", en="print an example of such a file"),
    "assess --json": Words(zh="输出 JSON，供程序使用", en="answer in JSON, for programs"),
}
