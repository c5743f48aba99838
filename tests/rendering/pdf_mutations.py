"""What damages a PDF in particular."""

import random

_SPLICES = (
    b" 1e30 0 0 1e30 nan -1e38 cm ",
    b" q 0 0 0 0 0 0 cm ",
    b" 1e9 0 0 1e9 0 0 Tm ",
    b" -99999999 99999999 re S ",
    b" /Kids [1 0 R 2 0 R 3 0 R 4 0 R 5 0 R 6 0 R] ",
    b" /Count 99999999 ",
    b" /MediaBox [0 0 1e30 1e-30] ",
    b" /Rotate 91 ",
    b" /Length 99999999 ",
    b" /Filter [/FlateDecode /LZWDecode /ASCII85Decode] ",
    b"\nendobj\n",
    b"\nstream\n",
)


def splice_pdf(data: bytes, chance: random.Random) -> bytes:
    """Return the file with an entry or operator of its own kind at a blank."""
    place = chance.choice([place for place, byte in enumerate(data) if byte in b" \n"] or [0])
    return data[:place] + chance.choice(_SPLICES) + data[place:]
