"""Rendered answers, kept for as long as the record stays as it is."""

import hashlib
from collections import OrderedDict
from dataclasses import dataclass

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A rendered page or its JSON twin.

    Attributes:
        body: the bytes to send, not compressed.
        media_type: without a character set, which is UTF-8.
        etag: a weak tag; the same for the same record, address, language and letter size.
    """

    body: bytes
    media_type: str
    etag: str


class AnswerCache:
    """The answers asked for last, at most `limit` bytes of them.

    An answer larger than an eighth of the limit is not kept, so that one long list cannot drive
    all others out.
    """

    def __init__(self, *, limit: int = 32 * 1024 * 1024) -> None:
        self._limit = limit
        self._held = 0
        self._answers: OrderedDict[Key, Answer] = OrderedDict()

    def get(self, key: Key) -> Answer | None:
        """Return the answer kept under `key` and count it as just used."""
        answer = self._answers.get(key)
        if answer is not None:
            self._answers.move_to_end(key)
        return answer

    def put(self, key: Key, answer: Answer) -> None:
        """Keep `answer`, dropping those not asked for longest."""
        if len(answer.body) > self._limit // 8 or key in self._answers:
            return
        self._answers[key] = answer
        self._held += len(answer.body)
        while self._held > self._limit:
            _, dropped = self._answers.popitem(last=False)
            self._held -= len(dropped.body)


def etag_of(key: Key) -> str:
    """Return a weak tag for what `key` names: compressed and plain bytes share it."""
    return f'W/"{hashlib.sha256(chr(0).join(key).encode()).hexdigest()[:20]}"'
