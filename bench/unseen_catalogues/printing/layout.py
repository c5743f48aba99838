"""A sheet laid out as lines and grids, the same for every printer."""

from collections.abc import Iterator
from copy import copy
from itertools import groupby

from bench.unseen_catalogues.sheet import Block, Cell, Column, Grid, Post, Row, Sheet

ORDINALS = "一二三四五六七八九十"

_PART = 8
"""Posts under a head that is printed anew."""

_LEAST_BROKEN = 4


def blocks(sheet: Sheet) -> list[Block]:
    """Return what is printed, in order."""
    opening = ["附件2"] if "annex_line" in sheet.options else []
    shows_title = not sheet.options & {"no_title", "title_inside"}
    opening += [sheet.title] if shows_title else []
    return [*opening, *sheet.above, *_tables(sheet), *sheet.below, *sheet.after]


def _tables(sheet: Sheet) -> Iterator[Block]:
    options = sheet.options
    if "no_table" in options:
        return
    if options & {"section_lines", "section_sheets"}:
        for number, (industry, posts) in enumerate(_by_industry(sheet.posts)):
            if "section_lines" in options:
                yield f"{ORDINALS[number]}、{industry}"
            if "title_each" in options and number:
                yield sheet.title
            yield _grid(sheet, posts, name=posts[0].county or industry)
    elif "title_anew" in options:
        yield from _parts(sheet)
    else:
        yield _grid(sheet, sheet.posts)


def _parts(sheet: Sheet) -> Iterator[Block]:
    """Yield the table in parts, over each but the first what the habit prints there."""
    options = sheet.options
    over = "（续上表）" if "short_title_anew" in options else f"{sheet.title}（续表）"
    for start in range(0, len(sheet.posts), _PART):
        part = _grid(sheet, sheet.posts[start : start + _PART])
        if start and "headless_parts" in options:
            part = Grid(width=part.width, rows=part.rows[part.heads :], heads=0)
        if start:
            yield "" if "no_title_anew" in options else over
        yield part


def _by_industry(posts: list[Post]) -> list[tuple[str, list[Post]]]:
    key = lambda post: post.truth.get("industry", "")  # noqa: E731
    return [(industry, list(group)) for industry, group in groupby(posts, key)]


def _grid(sheet: Sheet, posts: list[Post], name: str = "") -> Grid:
    columns = _columns(sheet)
    heads = _heads(sheet, columns)
    if "side_by_side" in sheet.options:
        rows = list(_halves(posts, columns))
        heads = [Row(cells=[*row.cells, *map(copy, row.cells)]) for row in heads]
    else:
        rows = list(_body(sheet, posts, columns, heads))
    width = len(columns) * (2 if "side_by_side" in sheet.options else 1)
    if "filling_line" in sheet.options:
        words = "填报单位：人才服务中心　　填报日期：2031年3月5日"
        heads.insert(0, Row(cells=[Cell(text=words, across=width)]))
    if "title_inside" in sheet.options:
        heads.insert(0, Row(cells=[Cell(text=sheet.title, across=width)]))
    if "numbered" in sheet.options:
        heads.append(Row(cells=[Cell(text=str(at + 1)) for at in range(width)]))
    rows += _ends(sheet, width)
    return Grid(width=width, rows=[*heads, *rows], heads=len(heads), name=name)


def _columns(sheet: Sheet) -> list[Column]:
    columns = list(sheet.columns)
    if "spacer" in sheet.options:
        keys = [column.key for column in columns]
        place = keys.index("industry") + 1 if "industry" in keys else 1
        columns.insert(place, Column(key="spacer", heading=""))
    return columns


def _heads(sheet: Sheet, columns: list[Column]) -> list[Row]:
    """Return the rows of the head: one, or two where a column has a heading above its own."""
    is_broken = "breaks" in sheet.options
    if not any(column.above for column in columns):
        return [Row(cells=[Cell(text=_heading(column, is_broken)) for column in columns])]
    is_merged = "centred_across" not in sheet.options
    upper: list[Cell] = []
    lower: list[Cell] = []
    for above, group in groupby(columns, lambda column: column.above):
        members = list(group)
        if not above:
            down = 2 if is_merged else 1
            upper += [Cell(text=_heading(each, is_broken), down=down) for each in members]
            lower += [] if is_merged else [Cell() for _ in members]
            continue
        if is_merged:
            upper.append(Cell(text=above, across=len(members)))
        else:
            upper.append(Cell(text=above, is_centred_across=True))
            upper += [Cell(is_centred_across=True) for _ in members[1:]]
        lower += [Cell(text=_heading(each, is_broken)) for each in members]
    return [Row(cells=upper), Row(cells=lower)]


def _heading(column: Column, is_broken: bool) -> str:  # noqa: FBT001
    heading = column.heading
    return (
        f"{heading[:2]}\n{heading[2:]}" if is_broken and len(heading) >= _LEAST_BROKEN else heading
    )


def _body(
    sheet: Sheet, posts: list[Post], columns: list[Column], heads: list[Row]
) -> Iterator[Row]:
    """Yield the rows of posts, and the rows that habits put between them."""
    options, count = sheet.options, 0
    remark = len(posts) if "one_remark" in options else 0
    for number, (industry, members) in enumerate(_by_industry(posts)):
        if "section_rows" in options:
            yield _section_row(sheet, ORDINALS[number], industry, len(columns))
        if "blank_rows" in options and number:
            yield Row(cells=[Cell() for _ in columns])
        for at, post in enumerate(members):
            if "heads_anew" in options and sheet.format != "pdf" and count and not count % _PART:
                yield from heads
            row = _row(sheet, post, columns, len(members) if at == 0 else 0)
            if remark:
                place = [column.key for column in columns].index("备注")
                words = row.cells[place].text
                row.cells[place : place + 1] = [] if count else [Cell(text=words, down=remark)]
            count += 1
            yield row
        if "subtotals" in options:
            yield _total("小计", len(members), len(columns))


def _section_row(sheet: Sheet, ordinal: str, industry: str, width: int) -> Row:
    if "section_cells" in sheet.options:
        blanks = [Cell() for _ in range(width - 2)]
        return Row(cells=[Cell(text=ordinal), Cell(text=industry), *blanks])
    return Row(cells=[Cell(text=f"{ordinal}、{industry}", across=width)])


def _row(sheet: Sheet, post: Post, columns: list[Column], begins: int) -> Row:
    """Return the row of a post; `begins` counts the rows of the industry that it begins, or 0."""
    cells = []
    for column in columns:
        cell = copy(post.cells.get(column.key, Cell()))
        if column.key == "industry" and "merged" in sheet.options:
            if not begins:
                continue
            cell.down = begins
        if column.key == "name" and "breaks" in sheet.options and len(cell.text) > _LEAST_BROKEN:
            cell.text = f"{cell.text[:3]}\n{cell.text[3:]}"
        cells.append(cell)
    return Row(cells=cells, is_hidden=post.is_hidden, begins_group=bool(begins))


def _halves(posts: list[Post], columns: list[Column]) -> Iterator[Row]:
    half = -(-len(posts) // 2)
    for at in range(half):
        cells = [posts[at].cells.get(column.key, Cell()) for column in columns]
        beside = posts[at + half] if at + half < len(posts) else Post(cells={})
        cells += [beside.cells.get(column.key, Cell()) for column in columns]
        yield Row(cells=cells)


def _total(word: str, count: int, width: int) -> Row:
    across = min(3, width - 1)
    blanks = [Cell() for _ in range(width - across - 1)]
    return Row(cells=[Cell(text=word, across=across), *blanks, Cell(text=f"{count}个岗位")])


def _ends(sheet: Sheet, width: int) -> list[Row]:
    rows = []
    if "totals" in sheet.options:
        word = "总计" if "subtotals" in sheet.options else "合计"
        rows.append(_total(word, len(sheet.posts), width))
    if "dots" in sheet.options:
        rows += [Row(cells=[Cell(text="……") for _ in range(width)])]
    if "notes_inside" in sheet.options:
        texts = (
            "注：本目录由人才服务中心编制，每年更新。",
            "填表人：（略）　电话：0999-5550100",
        )
        rows += [Row(cells=[Cell(text=text, across=width)]) for text in texts]
    if "blank_rows" in sheet.options:
        rows += [Row(cells=[Cell() for _ in range(width)]) for _ in range(3)]
    return rows
