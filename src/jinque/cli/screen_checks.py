"""What the options of `jinque screen` against posts must be."""

from pathlib import Path

from jinque.cli.bridge_options import ScreenOptions
from jinque.errors import InvalidOptionError, WrongCallError

PARQUET = ".parquet"
WORKBOOK = ".xlsx"
_ENGINES = ("processes", "spark")


def is_parquet(roster: Path) -> bool:
    """Tell whether a roster is Parquet: a file of that name, or a folder."""
    return roster.is_dir() or roster.suffix.lower() == PARQUET


def check_output(given: ScreenOptions, *, is_large: bool) -> None:
    """See to it that the result can be written in the form that its name says.

    Raises:
        WrongCallError: it cannot, or there is no name where one is needed.
    """
    ending = PARQUET if is_large else WORKBOOK
    if given.output is None and is_large:
        raise wrong_call("--output", "缺少结果文件夹。", "The folder for the results is missing.")
    if given.output is not None and not given.output.lower().endswith(ending):
        raise wrong_ending("--output", given.output, ending)


def check_engine(given: ScreenOptions, *, is_large: bool) -> None:
    """See to it that engine, cluster and roster go together.

    Raises:
        WrongCallError: they do not.
    """
    engine = given.engine or _ENGINES[0]
    if engine not in _ENGINES:
        raise InvalidOptionError(
            f"没有“{engine}”这种计算方式。",
            f"There is no engine “{engine}”.",
            where="--engine",
            hint_zh=f"可用：{'、'.join(_ENGINES)}。",
            hint_en=f"One of {', '.join(_ENGINES)}.",
        )
    if (engine == "spark") != (given.master is not None):
        raise wrong_call(
            "--master",
            "--engine spark 要同时给出 --master，不用 Spark 时不给。",
            "--engine spark goes with --master, and --master with it.",
        )
    if engine == "spark" and not is_large:
        raise wrong_call(
            "--engine", "Spark 只处理 Parquet 名单。", "Spark takes a roster in Parquet only."
        )


def wrong_call(where: str, zh: str, en: str) -> WrongCallError:
    """Return the error of a call that says how one is made."""
    return WrongCallError(
        zh,
        en,
        where=where,
        hint_zh="例如：jinque screen 名单.xlsx -o 结果.xlsx；模板：jinque screen --template 文件",
        hint_en="As in: jinque screen ROSTER.xlsx -o RESULT.xlsx; a template: --template FILE",
    )


def wrong_ending(option: str, typed: str, ending: str) -> InvalidOptionError:
    """Return the error of a name that ends otherwise than it must."""
    return InvalidOptionError(
        f"{option} 的文件名“{typed}”后缀不对。",
        f"{option}: “{typed}” has another ending.",
        where=option,
        hint_zh=f"这里须是 {ending}（表格名单写成 .xlsx，Parquet 名单写成 .parquet 文件夹）。",
        hint_en=f"Here it is {ending} (spreadsheets give .xlsx, Parquet gives a .parquet folder).",
    )
