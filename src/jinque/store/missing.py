"""What the record says when it is asked for something that it does not hold."""

from jinque.errors import UnknownEditionError, UnknownSourceError


def unknown_edition(edition_id: str, version: int | None) -> UnknownEditionError:
    """Tell an edition that is not there, or has no such version when one is given."""
    zh, en = ("", "") if version is None else (f"第 {version} 版", f" in version {version}")
    return UnknownEditionError(
        f"记录库里没有目录 {edition_id} {zh}".rstrip() + "。",
        f"The record holds no edition {edition_id}{en}.",
        where=edition_id,
        hint_zh="运行 jinque catalogues 可列出现有的目录、编号和版本。",
        hint_en="`jinque catalogues` lists the editions that there are, with their versions.",
    )


def unknown_source(sha256: str) -> UnknownSourceError:
    """Tell a source that is not there."""
    return UnknownSourceError(
        "记录库里没有这份来源文件。",
        "The record holds no source of that checksum.",
        where=sha256,
        hint_zh="校验和是 64 位小写十六进制数；可从目录页面打开来源。",
        hint_en="A checksum has 64 lower-case hexadecimal digits; the page of a catalogue links "
        "to its source.",
    )
