"""What `diff` and its options mean, in both languages."""

from jinque.model import Words

COMPARISON_COMMANDS = {
    "compare": Words(zh="几份目录并列对照", en="Catalogues side by side"),
    "diff": Words(zh="对比两份目录：增、删、变化", en="What changed from one edition to another"),
}

_EDITION = Words(
    zh="目录编号，可带版本，如 dalian@1", en="an edition, with a version if wanted: dalian@1"
)

COMPARISON_PARAMETERS = {
    "compare EDITIONS": Words(
        zh="目录编号，可写几个；不写就是全部", en="editions to compare; without any, all"
    ),
    "compare --output": Words(zh="写成 Excel 文件（.xlsx）", en="write a workbook (.xlsx)"),
    "compare --json": Words(zh="输出 JSON，供程序使用", en="answer in JSON, for programs"),
    "diff FORMER": _EDITION,
    "diff LATER": _EDITION,
    "diff --output": Words(zh="写成 Excel 文件（.xlsx）", en="write a workbook (.xlsx)"),
    "diff --json": Words(zh="输出 JSON，供程序使用", en="answer in JSON, for programs"),
}
