"""Free titles to codes."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from jinque.classification import load_classification
from jinque.coding.answers import Answering
from jinque.coding.calibration import probabilities
from jinque.coding.cleaning import CleanTitle, clean
from jinque.coding.context import Context, pairs_of
from jinque.coding.lexicon import Known, read_lexicon
from jinque.coding.limits import check_title, title_fault
from jinque.coding.ranking import Ranked, Ranking
from jinque.coding.scoring import GramScorer, Scorer
from jinque.coding.script import simplify
from jinque.coding.verdict import Verdict
from jinque.model import CodedTitle, TitleRequest
from jinque.parameters import Calibration, load_calibration
from jinque.text import fold

_EDITION = "2022"


class Coder:
    """Codes titles to the 2022 edition; holds the lexicon and its index.

    Args:
        lexicon: the texts by which codes are known.
        scorers: opinions on likeness, each over the lexicon in its order; their mean counts.
        calibration: fitted with these scorers and this lexicon.
    """

    def __init__(
        self, lexicon: Sequence[Known], scorers: Sequence[Scorer], calibration: Calibration
    ) -> None:
        self.lexicon = tuple(lexicon)
        self._scorers = tuple(scorers)
        self._calibration = calibration
        self._ranking = Ranking(self.lexicon, calibration.sharpness)
        by_code = load_classification(_EDITION).by_code
        self._answering = Answering(self.lexicon, by_code, calibration)
        self._pairs = {code: pairs_of(entry.name) for code, entry in by_code.items()}

    def code(self, request: TitleRequest) -> CodedTitle:
        """Return the codes that a title may mean.

        Raises:
            InvalidOptionError: the title is empty or too long to be one.
        """
        check_title(request.title)
        title = clean(request.title)
        context = Context(request.description, self._pairs)
        ranked = self.rank(request, title, context) if title.bare else ()
        return self._answering.answer(
            request, title, ranked, probabilities(ranked, self._calibration), context
        )

    def verdict(self, request: TitleRequest) -> Verdict:
        """Return what `code` decides for a title that can be one, without candidates."""
        title = clean(request.title)
        ranked = self.rank(request, title) if title.bare else ()
        return self._answering.verdict(title, ranked, probabilities(ranked, self._calibration))

    def code_all(self, requests: Iterable[TitleRequest]) -> Iterator[CodedTitle]:
        """Yield the answers in order; the same request is worked out once.

        Raises:
            InvalidOptionError: a title is empty or too long to be one.
        """
        known: dict[TitleRequest, CodedTitle] = {}
        for request in requests:
            if request not in known:
                known[request] = self.code(request)
            yield known[request]

    def code_sound(self, requests: Iterable[TitleRequest]) -> tuple[CodedTitle | None, ...]:
        """Return the answers in order; None for a title that is empty or too long to be one."""
        given = tuple(requests)
        sound = self.code_all(each for each in given if not title_fault(each.title))
        return tuple(None if title_fault(each.title) else next(sound) for each in given)

    def rank(
        self,
        request: TitleRequest,
        title: CleanTitle,
        context: Context | None = None,
        *,
        hide_exact: bool = False,
    ) -> tuple[Ranked, ...]:
        """Return the codes that anything speaks for, best first.

        Args:
            request: with the industry.
            title: its title, cleaned.
            context: None for the request's own.
            hide_exact: rank as if no text were the very title, to measure likeness alone.
        """
        exact = self._ranking.exact(title)
        industries = [simplify(fold(each)) for each in request.industry.split("、") if each]
        opinions = [scorer.likeness(title, industries) for scorer in self._scorers]
        likeness = sum(opinions[1:], opinions[0]) / len(opinions)
        context = context or Context(request.description, self._pairs)
        if hide_exact:
            likeness[list(exact)] = 0
            exact = ()
        return self._ranking.rank(title, likeness, exact, context)


@cache
def load_coder() -> Coder:
    """Return the coder of the built-in lexicon, made once: about half a second."""
    lexicon = read_lexicon()
    scorer = GramScorer([known.folded for known in lexicon])
    return Coder(lexicon, (scorer,), load_calibration())
