"""XML parts of office files, parsed without entities, declarations of types and the network."""

from lxml import etree

from jinque.documents.archive import damaged
from jinque.documents.source import Source
from jinque.errors import TooDeepError


def parse_part(data: bytes, source: Source) -> etree._Element:
    """Return the root of a part.

    Raises:
        NotReadableError: the part is no XML, or declares a document type, which no office
            program does.
        TooManyElementsError: it is too large to be held as a tree.
        TooDeepError: its elements are nested more than 256 deep.
    """
    source.budget.check_elements(data, source.budget.limits.elements)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as fault:
        if "depth" in str(fault):
            raise _too_deep(source.name) from fault
        raise damaged(source.name) from fault
    if root.getroottree().docinfo.internalDTD is not None:
        raise damaged(source.name)
    return root


def _too_deep(where: str) -> TooDeepError:
    return TooDeepError(
        "文件的结构嵌套过深。",
        "The structure of the file is nested too deeply.",
        where=where,
        hint_zh="请在原软件里打开确认，把表格复制到新文件再导入。",
        hint_en="Open it in its own program and copy its tables to a new file.",
    )
