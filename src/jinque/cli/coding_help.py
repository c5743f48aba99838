"""What the options of `code` and `code-file` mean, in both languages."""

from jinque.model import Words

CODING_COMMANDS = {
    "code": Words(zh="给职位名称找国家职业编码", en="Find national codes for job titles"),
    "code-file": Words(zh="给一张表里的职位名称编码", en="Code the titles of a table"),
}

_JSON = Words(zh="输出 JSON，供程序使用", en="answer in JSON, for programs")

CODING_PARAMETERS = {
    "code TITLE": Words(zh="职位名称，可写几个", en="job titles, one or more"),
    "code --description": Words(zh="工作内容或能力要求", en="duties or abilities"),
    "code --industry": Words(zh="行业，几个用、分开", en="industry; several joined by 、"),
    "code --json": _JSON,
    "code-file SOURCE": Words(
        zh="有职位名称一列的表（.xlsx、.xls、.csv、.tsv、.parquet）",
        en="a table with a column of titles (.xlsx, .xls, .csv, .tsv, .parquet)",
    ),
    "code-file TARGET": Words(
        zh="写到这个文件（.xlsx、.csv；.parquet 写成 .parquet）",
        en="where to write it (.xlsx or .csv; .parquet for .parquet)",
    ),
    "code-file --json": _JSON,
}
