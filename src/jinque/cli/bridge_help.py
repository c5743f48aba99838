"""What the options of `bridge` and `screen` mean, in both languages."""

from jinque.model import Words

BRIDGE_COMMANDS = {
    "bridge": Words(
        zh="技能等级和职称互通：能申报什么、何时",
        en="Skill level to title and back: what, and when",
    ),
    "screen": Words(zh="按规则自查一份名单", en="Check a roster against the rules"),
}

_JSON = Words(zh="输出 JSON，供程序使用", en="answer in JSON, for programs")
_ON = Words(zh="按哪一天算，如 2026-05-01（默认今天）", en="the day asked about (today)")

BRIDGE_PARAMETERS = {
    "bridge --place": Words(zh="工作地区，如 浙江、杭州", en="where the person works, as 浙江"),
    "bridge --occupation": Words(
        zh="职业（工种），如 电工", en="occupation or work type, as on the certificate"
    ),
    "bridge --skill-level": Words(
        zh="已有的技能等级，如 技师：问能申报什么职称", en="skill level held: asks for a title"
    ),
    "bridge --title": Words(
        zh="已有的职称级别，如 中级：问能申请什么技能评价", en="title held: asks for a skill level"
    ),
    "bridge --title-series": Words(zh="已有职称的系列，如 工程技术", en="series of the title held"),
    "bridge --to": Words(
        zh="两样都有时问哪一边：title（默认）或 skill", en="with both: title (default) or skill"
    ),
    "bridge --obtained": Words(
        zh="取得该等级的日期，如 2022-11-01", en="when the level was obtained, as 2022-11-01"
    ),
    "bridge --in-post-since": Words(
        zh="到现工作岗位的日期", en="first day in the present post of technical or skilled work"
    ),
    "bridge --worked-years": Words(
        zh="取得后实际从业满几年（中断不计）", en="full years really worked since it was obtained"
    ),
    "bridge --appraisals": Words(
        zh="年度考核：2023,2024,2025 为合格，2024=不合格 为不合格",
        en="yearly appraisals: 2023,2024 passed; 2024=不合格 not passed",
    ),
    "bridge --award": Words(
        zh="奖项、称号，可写几次；一个也没有写 无", en="award held; may be repeated; 无 for none"
    ),
    "bridge --good-conduct": Words(
        zh="遵纪守法、职业道德良好（--no-good-conduct 为否）",
        en="abides by the law, good ethics (--no-good-conduct: not)",
    ),
    "bridge --public-institution": Words(
        zh="事业单位在编（--no-public-institution 为否）",
        en="established staff of a public institution (--no-public-institution: not)",
    ),
    "bridge --post-rules": Words(
        zh="在编人员：符合岗位管理和评聘规定（--no-post-rules 为否）",
        en="such staff: meets the rules on posts (--no-post-rules: not)",
    ),
    "bridge --in-occupation": Words(
        zh="目前从事该职业或相关工作（--no-in-occupation 为否）",
        en="works in the occupation at present (--no-in-occupation: not)",
    ),
    "bridge --front-line": Words(
        zh="长期在一线，有绝招绝技、突出贡献（--no-front-line 为否）",
        en="long on the front line, consummate skill, great merit (--no-front-line: not)",
    ),
    "bridge --diploma": Words(
        zh="有相关专业毕业证书（--no-diploma 为否）",
        en="diploma in a related speciality (--no-diploma: not)",
    ),
    "bridge --employer-assesses": Words(
        zh="单位有技能等级认定资质（--no-employer-assesses 为否）",
        en="the employer may assess skill levels (--no-employer-assesses: not)",
    ),
    "bridge --class": Words(
        zh="技工院校班级，如 高级工班：报考时按什么学历",
        en="class of a technical school: counts as",
    ),
    "bridge --exam": Words(zh="同 --class：报考的考试", en="with --class: the examination"),
    "bridge --rules": Words(zh="列出该地区的全部规则", en="list all rules of the place"),
    "bridge --on": _ON,
    "bridge --json": _JSON,
    "screen ROSTER": Words(
        zh="名单：.xlsx、.xls、.csv，或 .parquet（文件或文件夹）",
        en="roster: .xlsx, .xls, .csv, or .parquet (a file or a folder)",
    ),
    "screen --bridge": Words(
        zh="按技能等级和职称互通规则（不写则与各目录岗位的要求对照）",
        en="by the rules of the ladder (without it: against the posts of all catalogues)",
    ),
    "screen --template": Words(
        zh="写一份空白名单模板（.xlsx）", en="write an empty roster (.xlsx)"
    ),
    "screen --output": Words(
        zh="结果写到 .xlsx；--bridge 也可写 .csv；Parquet 名单写到 .parquet 文件夹，中断后可续",
        en="the result: .xlsx; .csv with --bridge; a .parquet folder, resumable, for Parquet",
    ),
    "screen --place": Words(
        zh="与 --bridge 同用：名单里没写地区的人的工作地区",
        en="with --bridge: place of work of those whose row names none",
    ),
    "screen --engine": Words(
        zh="在哪里算：processes（本机，默认）或 spark", en="processes (here, the default) or spark"
    ),
    "screen --master": Words(
        zh="与 --engine spark 同用：集群地址，如 local[2]、spark://主机:7077",
        en="with --engine spark: the cluster, as local[2] or spark://host:7077",
    ),
    "screen --on": _ON,
    "screen --json": _JSON,
}
