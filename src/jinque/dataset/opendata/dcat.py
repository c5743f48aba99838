"""The record as a data catalogue for machines (DCAT 3, https://www.w3.org/TR/vocab-dcat-3/)."""

import json
from collections.abc import Mapping, Sequence

from jinque.dataset.opendata.distribution import Json, Names, distribution
from jinque.model import Attested, PublishedEdition, Status

_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
# None of the sources states a licence, and none is made up for it.
_RIGHTS = "原文件未载明使用许可；数据系对公开发布的目录的整理。"
_RIGHTS_EN = "The source states no licence; the data arrange a catalogue that was made public."


def dcat(editions: Sequence[PublishedEdition], files: Mapping[str, bytes], address: str) -> bytes:
    """Return `dcat.jsonld`: a catalogue with a series and a dataset for each edition.

    Args:
        editions: in the order that the catalogue is to have.
        files: path within the export -> bytes; each becomes a distribution with its checksum.
        address: where the site stands (`https://…`), in front of every identifier; empty gives
            `urn:jinque:` identifiers, which name without leading anywhere.
    """
    names = Names(address)
    everything = names.of("export")
    datasets = [
        names.of("editions", each.summary.id, str(each.summary.version)) for each in editions
    ]
    graph: list[Json] = [
        {
            "@id": names.of("catalogue"),
            "@type": "dcat:Catalog",
            "dct:title": _both("紧缺人才目录数据", "Catalogues of occupations in short supply"),
            "dct:description": _both("各地紧缺人才目录的逐行数据", "Rows of published catalogues"),
            "dcat:dataset": [{"@id": each} for each in [everything, *datasets]],
        },
        _whole(everything, names, files),
        *(node for each in editions for node in _edition(each, names)),
    ]
    whole = {"@context": _CONTEXT, "@graph": graph}
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def _whole(identifier: str, names: Names, files: Mapping[str, bytes]) -> Json:
    return {
        "@id": identifier,
        "@type": "dcat:Dataset",
        "dct:title": _both("全部目录的表", "The tables of all editions"),
        "dct:description": _both("全部目录逐行数据及数据字典", "All rows and their dictionary"),
        "dct:rights": _rights(),
        "dcat:distribution": [distribution(path, data, names) for path, data in files.items()],
    }


def _edition(published: PublishedEdition, names: Names) -> list[Json]:
    summary, facts = published.summary, published.summary.metadata
    series = names.of("catalogues", summary.id)
    stated: Json = {
        "dct:publisher": _agent(facts.publisher),
        "dct:spatial": _place(facts.place),
        "dct:issued": _value(facts.issued_on),
    }
    dataset: Json = {
        "@id": names.of("editions", summary.id, str(summary.version)),
        "@type": "dcat:Dataset",
        "dct:identifier": summary.id,
        "dct:title": _title(published),
        "dct:description": _both("目录的一个版本", "One edition of a catalogue"),
        "dcat:version": str(summary.version),
        "dcat:inSeries": {"@id": series},
        "dct:rights": _rights(),
        "dct:source": {"@id": f"urn:sha256:{summary.source_sha256}"},
        **{name: value for name, value in stated.items() if value is not None},
    }
    return [
        {"@id": series, "@type": "dcat:DatasetSeries", "dct:title": _title(published)},
        dataset,
    ]


def _title(published: PublishedEdition) -> Json:
    return {
        "@value": published.summary.metadata.title.value or published.summary.id,
        "@language": "zh",
    }


def _agent(fact: Attested) -> Json | None:
    name = _value(fact)
    return None if name is None else {"@type": "foaf:Organization", "foaf:name": name}


def _place(fact: Attested) -> Json | None:
    name = _value(fact)
    return None if name is None else {"@type": "dct:Location", "dct:title": name}


def _value(fact: Attested) -> str | None:
    """Return what a document states; what is only inferred is not told to machines as a fact."""
    return fact.value if fact.status is Status.STATED else None


def _rights() -> list[Json]:
    return _both(_RIGHTS, _RIGHTS_EN)


def _both(zh: str, en: str) -> list[Json]:
    return [{"@value": zh, "@language": "zh"}, {"@value": en, "@language": "en"}]
