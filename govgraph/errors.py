"""What can go wrong, as one tree of exceptions.

    GovgraphError                  anything govgraph itself raises
    ├── LoadError                  a file could not be read; carries every problem found in it
    ├── QuestionError              a question could not be asked
    │   ├── UnknownNameError       nothing in the structure goes by that name
    │   └── AmbiguousNameError     several things do
    ├── SettingsError              an option or setting means nothing
    ├── MissingExtraError          an optional library is not installed
    ├── EngineError                a cluster could not be reached, or gave up
    ├── PluginError                what somebody else's package brings has failed
    ├── DrawingError               a diagram could not be laid out or drawn
    └── OutputError                a file could not be written

An exception means that we could not look. What is wrong with the structure itself, once it
has been read, is a finding (`govgraph.checks`), never an exception.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something was written: a file, and the line and column counted from 1.

    In a table `column` counts columns; `cell` then holds the name a reader knows (`bodies!C14`).

    >>> str(Place("board.yaml", 3, 5))
    'board.yaml:3:5'
    """

    file: str
    line: int
    column: int
    cell: str = ""

    def __str__(self) -> str:
        return self.cell or f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with a file: where, what was found, what is allowed, what was meant.

    Attributes:
        place: where it stands; line 0 speaks of the file as a whole.
        message: what is wrong, as one sentence without a full stop.
        found: the text that was found, if there was any.
        allowed: what could stand there, in the order worth reading.
        nearest: the allowed text that the author probably meant.
        listed: the word before what is allowed, where that is not what it is.

    >>> str(Problem(Place("board.yaml", 3, 5), "'knd' is not a field", nearest="kind"))
    "board.yaml:3:5: 'knd' is not a field; did you mean 'kind'?"
    """

    place: Place
    message: str
    found: str = ""
    allowed: tuple[str, ...] = ()
    nearest: str = ""
    listed: str = "allowed"

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place.line else f"{self.place.file}: "
        meant = f"; did you mean '{self.nearest}'?" if self.nearest else ""
        allowed = f" ({self.listed}: {', '.join(self.allowed)})" if self.allowed else ""
        return f"{where}{self.message}{meant}{allowed}"


class GovgraphError(Exception):
    """Anything govgraph itself raises; its text is fit to show to a user.

    >>> import govgraph
    >>> try:
    ...     govgraph.load("no-such-file.yaml")
    ... except GovgraphError as error:
    ...     print(error)
    no-such-file.yaml: there is no such file or folder
    """


class LoadError(GovgraphError):
    """A file could not be read.

    Attributes:
        problems: every problem found, in the order of the file; never empty.

    >>> import govgraph
    >>> try:
    ...     govgraph.load({"bodies": {"a": {"nam": "A"}}})
    ... except LoadError as error:
    ...     print(len(error.problems), error.problems[0].nearest)
    1 name
    """

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__("\n".join(map(str, problems)))


class QuestionError(GovgraphError):
    """A question could not be asked.

    >>> import govgraph
    >>> try:
    ...     govgraph.reports(govgraph.from_edges([("Audit", "Council")]), "Counsil")
    ... except QuestionError as error:
    ...     print(error)
    no body goes by the name 'Counsil'; did you mean council?
    """


class UnknownNameError(QuestionError):
    """Nothing in the structure goes by the name given.

    Attributes:
        nearest: the ids that were probably meant, the likeliest first.
    """

    def __init__(
        self,
        what: str,
        name: str,
        nearest: tuple[str, ...] = (),
        names: Mapping[str, str] | None = None,
    ) -> None:
        """Say that nothing goes by a name; `names` are those of ids that are near."""
        self.name = name
        self.nearest = nearest
        known = names or {}
        near = [
            f"{id_} ({known[id_]})" if known.get(id_, id_).casefold() != id_.casefold() else id_
            for id_ in nearest
        ]
        meant = f"; did you mean {' or '.join(near)}?" if near else ""
        super().__init__(f"no {what} goes by the name '{name}'{meant}")


class AmbiguousNameError(QuestionError):
    """Several things in the structure go by the name given."""

    def __init__(self, what: str, name: str, candidates: tuple[str, ...]) -> None:
        self.name = name
        self.candidates = candidates
        listed = "\n".join(f"  {candidate}" for candidate in candidates)
        super().__init__(f"'{name}' names more than one {what}; say which:\n{listed}")


class SettingsError(GovgraphError):
    """An option or setting means nothing.

    >>> import govgraph
    >>> try:
    ...     govgraph.build_graph(govgraph.load("data/hampshire"), include="proposd")
    ... except SettingsError as error:
    ...     print(error)
    'proposd' cannot be included (allowed: proposed, shadow)
    """


class MissingExtraError(GovgraphError):
    """An optional library is not installed."""

    def __init__(self, purpose: str, extra: str) -> None:
        self.extra = extra
        super().__init__(f"{purpose} needs an extra: pip install 'govgraph[{extra}]'")


class EngineError(GovgraphError):
    """A cluster, or the engine that stands in for one, could not be reached, or gave up."""


class PluginError(GovgraphError):
    """What somebody else's package, or a file of rules, brings has failed; names which.

    >>> import govgraph
    >>> issubclass(PluginError, govgraph.GovgraphError)
    True
    """


class DrawingError(GovgraphError):
    """A diagram could not be laid out or drawn."""


class OutputError(GovgraphError):
    """A file could not be written; what was there before is still there."""
