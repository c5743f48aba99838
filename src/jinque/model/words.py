"""A sentence for people, in both languages of the interface."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The same statement in Chinese and in English; neither may be empty."""

    zh: str
    en: str

    def __post_init__(self) -> None:
        if not (self.zh and self.en):
            raise ValueError("words need both languages")
