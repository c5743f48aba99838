"""What `jinque review` does and takes, in both languages."""

from jinque.model import Words

REVIEW_COMMANDS = {
    "review": Words(
        zh="审核草稿：处理疑问，然后公布", en="Settle the doubts of a draft, publish it"
    ),
}

REVIEW_ACTIONS = {
    "list": Words(zh="列出草稿（默认）", en="list the drafts (default)"),
    "show DRAFT [ISSUE]": Words(
        zh="看草稿：识别结果、未处理的问题和它们的原文", en="what was read, what is open, and where"
    ),
    "accept DRAFT ISSUE": Words(
        zh="照所印文字接受；ISSUE 也可写问题代码，一次接受一类",
        en="let the printed words stand; a code accepts all of its kind",
    ),
    "correct DRAFT POST|ISSUE": Words(
        zh="更正一格：--field 栏目 --value 新值", en="correct a cell: --field and --value"
    ),
    "reject DRAFT POST|ISSUE": Words(
        zh="这一行不是条目；加 --field 则只是该格不取值",
        en="the row is no entry; with --field that cell has no value",
    ),
    "role DRAFT HEADING": Words(
        zh="说明一栏是什么：--value 含义；不写则保留而不取值",
        en="what a column is: --value; none keeps it unread",
    ),
    "state DRAFT FACT": Words(
        zh="补充目录信息，如 publisher、issued_on：--value",
        en="state a fact, as publisher or issued_on: --value",
    ),
    "relate DRAFT RELATION": Words(
        zh="next_edition 下一版、same_edition 同一版、new 新目录；--other、--named",
        en="next_edition, same_edition or new; --other, --named",
    ),
    "undo DRAFT [NUMBER]": Words(
        zh="撤销一个决定（默认最后一个）", en="undo a decision (the last one)"
    ),
    "history DRAFT": Words(zh="谁在何时为何决定了什么", en="who decided what, when and why"),
    "approve DRAFT": Words(
        zh="复核（要求双人审核时）", en="approve, where two people are asked for"
    ),
    "publish DRAFT": Words(zh="公布", en="publish"),
    "discard DRAFT": Words(zh="作废", en="give the draft up"),
    "export DRAFT": Words(zh="把决定写成 YAML 或 JSON", en="write the decisions as YAML or JSON"),
    "apply DRAFT FILE": Words(zh="套用一份决定文件", en="apply a file of decisions"),
    "four-eyes [on|off]": Words(
        zh="公布前是否须另一人复核", en="whether a second person has to approve"
    ),
}

REVIEW_PARAMETERS = {
    "review ACTION": Words(
        zh="见下面的动作；默认 list", en="see the actions below; list by default"
    ),
    "review DRAFT": Words(zh="草稿编号，见 jinque review", en="a draft, see jinque review"),
    "review WHAT": Words(
        zh="问题、条目、表头等，依动作而定", en="issue, post, heading, …, as the action asks"
    ),
    "review --field": Words(
        zh="栏目：code、name、shortage、education 等", en="column: code, name, shortage, …"
    ),
    "review --value": Words(zh="新值", en="the new value"),
    "review --reason": Words(
        zh="理由；作决定时必须写，会与决定一起公布", en="why; needed, and published with it"
    ),
    "review --edition": Words(
        zh="文件里有几个目录时：哪一个", en="which catalogue, where the file holds several"
    ),
    "review --other": Words(zh="relate：已有的目录", en="relate: the edition of the record"),
    "review --named": Words(zh="relate：新一版的编号", en="relate: what the new edition is called"),
    "review --format": Words(zh="export：yaml（默认）或 json", en="export: yaml (default) or json"),
    "review --output": Words(zh="export：写到文件", en="export: write to a file"),
    "review --json": Words(zh="输出 JSON，供程序使用", en="answer in JSON, for programs"),
    "ingest --review": Words(
        zh="先成为草稿，逐条审核后再公布", en="make a draft of it, to be settled and published"
    ),
    "ingest --decisions": Words(
        zh="与 --review 同用：套用一份决定文件", en="with --review: apply a file of decisions"
    ),
}
