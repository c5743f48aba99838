"""Nouns and their JSON form, both ways: one form a noun for every face and file."""

from jinque.codec.form import Codec, Form, Spread, Told
from jinque.codec.nouns import CLAUSE, NOUNS, cell_keys

CODEC = Codec(NOUNS)
encode = CODEC.encode
decode = CODEC.decode

__all__ = [
    "CLAUSE",
    "CODEC",
    "NOUNS",
    "Codec",
    "Form",
    "Spread",
    "Told",
    "cell_keys",
    "decode",
    "encode",
]
