"""The issues of a reading in words, by their codes (docs/reference/issues.md)."""

from jinque.model import Citation, Issue, Post, Severity, Words

_WORDS: dict[str, tuple[Severity, str, str]] = {
    "note_reach": (
        Severity.WARNING,
        "“{quote}”印在另一节之后或只指某类人员，是否及于本岗位，原文未载明；未作本岗位的要求。",
        (
            "Whether “{quote}”, printed for another section or a role, binds this post is not "
            "stated; it is not read as a requirement of it."
        ),
    ),
    "degrees_joined": (
        Severity.WARNING,
        "“{quote}”以“、”并列，须同时具备还是其一即可，原文未载明；未读作条件。",
        "Whether “{quote}” joins conditions or alternatives is not stated; not read as one.",
    ),
    "experience_differs": (
        Severity.INFO,
        "同一编码的职业在别处的经历要求（{about}）与此处写法不同；两处分别按各自所印执行，不合并。",
        "The same code asks for experience otherwise elsewhere ({about}); never merged.",
    ),
    "awards_joined": (
        Severity.WARNING,
        "“{quote}”：各奖项须全部获得还是其一即可，或“及以上”指奖级还是赛级，原文未载明。",
        "“{quote}”: whether all awards are needed, or what “and above” ranks, is not stated.",
    ),
    "alternatives_unbounded": (
        Severity.WARNING,
        "“{quote}”之后哪些内容属于可选其一的各项，原文未标明；整段留待人工判断。",
        "Which of the words behind “{quote}” are alternatives is not marked; left to people.",
    ),
    "background_without_degree": (
        Severity.INFO,
        "学历一栏印“无”，能力要求却写“{quote}”：未言须有该专业的学历或学位。",
        "Education prints “none” and yet the text asks “{quote}”; no degree in it is demanded.",
    ),
    "names_joined": (
        Severity.WARNING,
        "“{quote}”各项以“、”并列，须全部具备还是其一即可，原文未载明。",
        "Whether all of “{quote}” or one of them is needed is not stated.",
    ),
    "certificate_vague": (
        Severity.WARNING,
        "“{quote}”指哪一种证书或资格，原文未具名。",
        "Which certificate “{quote}” means is not named.",
    ),
    "graduate_year_undefined": (
        Severity.INFO,
        "“{quote}”以何年毕业为准，目录未定义；须询问。",
        "Of which year “{quote}” graduates is not defined; to be asked.",
    ),
    "language_for_some": (
        Severity.WARNING,
        "“{quote}”只及于所说的单位，本岗位是否属之未载明；未读作语言条件。",
        "“{quote}” holds for some employers only; not read as a language requirement.",
    ),
    "alternative_reach": (
        Severity.WARNING,
        "“{quote}”：“或”替代此前全句还是只替代其中一项，原文未载明；留待人工判断。",
        "“{quote}”: whether it replaces all before it or a part is not stated; left to people.",
    ),
    "equipment_unknown": (
        Severity.INFO,
        "“{quote}”所指设备不能安全读出；未读作工具。",
        "Which equipment “{quote}” means cannot be read safely; not read as a tool.",
    ),
    "tool_misprinted": (
        Severity.INFO,
        "“{quote}”疑有误印，照印读出。",
        "“{quote}” seems misprinted; it is read as printed.",
    ),
}

CODES = tuple(_WORDS)
"""Codes of all issues that a reading of requirements may report."""


def issue_at(code: str, post: Post, quote: str, citation: Citation, about: str = "") -> Issue:
    """Return the issue of that code; `about` names what else it is about."""
    severity, zh, en = _WORDS[code]
    return Issue(
        code=code,
        severity=severity,
        message=Words(
            zh=zh.format(quote=quote, about=about), en=en.format(quote=quote, about=about)
        ),
        post_id=post.id,
        section=post.id.split(":")[1],
        serial=post.serial,
        line_start=citation.span.line_start,
        line_end=citation.span.line_end,
        quote=citation.quote,
    )
