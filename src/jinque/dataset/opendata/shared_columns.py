"""Columns that several tables of the open data have."""

from jinque.dataset.opendata.field import text, whole

SOURCE = (
    text("source_sha256", "原文件校验和", "SHA-256 of the source file"),
    whole("line_start", "原文起始行", "first line in the source, from 1"),
    whole("line_end", "原文结束行", "last line in the source, inclusive"),
    text("quote", "原文", "the raw characters of that place"),
)
EDITION = text("edition", "目录编号", "identifier of the edition")
POST = text("post", "行编号", "identifier of the row")
