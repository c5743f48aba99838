"""A file of the open data as a distribution (DCAT 3), and the identifiers of things."""

import hashlib
from urllib.parse import quote

Json = dict[str, object]

_MEDIA = {
    "csv": "https://www.iana.org/assignments/media-types/text/csv",
    "parquet": "https://www.iana.org/assignments/media-types/application/vnd.apache.parquet",
    "xlsx": "https://www.iana.org/assignments/media-types/application/"
    "vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "https://www.iana.org/assignments/media-types/application/json",
}


class Names:
    """Identifiers below an address, or as URNs where there is none."""

    def __init__(self, address: str) -> None:
        self._address = address.rstrip("/")

    def of(self, *parts: str) -> str:
        """Return an identifier of a thing."""
        quoted = [quote(part, safe="") for part in parts]
        return (
            "/".join([self._address, *quoted])
            if self._address
            else ":".join(["urn:jinque", *quoted])
        )


def distribution(path: str, data: bytes, names: Names) -> Json:
    """Return a file by its path within the export, with size and checksum."""
    ending = path.rpartition(".")[2]
    return {
        "@id": names.of("export", *path.split("/")),
        "@type": "dcat:Distribution",
        "dct:title": path,
        "dcat:mediaType": {"@id": _MEDIA[ending]},
        "dcat:byteSize": {"@value": str(len(data)), "@type": "xsd:nonNegativeInteger"},
        "spdx:checksum": _checksum(hashlib.sha256(data).hexdigest()),
    }


def _checksum(value: str) -> Json:
    return {
        "@type": "spdx:Checksum",
        "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
        "spdx:checksumValue": {"@value": value, "@type": "xsd:hexBinary"},
    }
