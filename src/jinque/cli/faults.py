"""Errors on their way out: one JSON shape for programs, the same in words for people."""

import sys

import typer

from jinque.cli.session import Session
from jinque.errors import JinqueError, MachineError, WrongCallError


def tell(error: JinqueError, session: Session) -> None:
    """Write an error to stderr."""
    if session.is_json:
        import json

        line = json.dumps(error.to_dict(session.language), ensure_ascii=False)
        sys.stderr.write(line + "\n")
    else:
        _tell_in_words(error, session)


def usage_error(fault: typer.TyperException) -> WrongCallError:
    """Return a fault of the command line as an error of the tree, in both languages."""
    message = fault.format_message()
    option = str(getattr(fault, "option_name", ""))
    near = ", ".join(getattr(fault, "possibilities", None) or ())
    if type(fault).__name__ == "NoSuchOption":
        zh, en = f"没有选项 {option}。", f"There is no option {option}."
    elif type(fault).__name__ == "MissingParameter":
        name = str(getattr(getattr(fault, "param", None), "name", "")).upper()
        zh, en, option = f"缺少 {name}。", f"{name} is missing.", name
    elif option:
        zh, en = f"选项 {option} 的写法不对。（{message}）", message
    else:
        zh, en = f"命令的写法不对。（{message}）", message
    return WrongCallError(
        zh,
        en,
        where=option,
        hint_zh=f"是不是要写：{near}？" if near else "用 jinque --help 查看用法。",
        hint_en=f"Did you mean: {near}?" if near else "See jinque --help.",
    )


def breakdown(fault: Exception) -> MachineError:
    """Return an error for a fault that no code of ours foresaw."""
    what = f"{type(fault).__name__}: {fault}"
    if isinstance(fault, OSError) and fault.strerror:
        what = fault.strerror
    return MachineError(
        f"程序出错，没有完成。（{what}）",
        f"The program failed and did not finish. ({what})",
        hint_zh="已公布的记录没有改变。请把括号里的原话告诉维护者。",
        hint_en="What was published is unchanged. Report the words in brackets to the maintainers.",
    )


def _tell_in_words(error: JinqueError, session: Session) -> None:
    from rich.text import Text

    from jinque.cli.screen import console, plain

    screen = console(sys.stderr)
    shape = error.to_dict(session.language)["error"]
    for label, style, value in (
        (session.say("错误：", "Error: "), "bold red", shape["message"]),
        (session.say("位置：", "Where: "), "dim", shape["where"]),
        (session.say("建议：", "Hint: "), "dim", shape["hint"]),
    ):
        if value:
            screen.print(Text.assemble(plain(label, style), plain(value)), soft_wrap=True)
