"""A case: one way in which a line rule finds fault, said once for every engine."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from string import Formatter
from typing import Any

from govgraph.checks.facts import Fact
from govgraph.checks.finding import Severity

BY_RANK = (None, Severity.WARNING, Severity.INFORMATION)
"""How grave it is that a body answers to nobody, by what bodies of its kind do (`facts.RANKS`):
as the rule says of those that decide, less of others."""


class About(StrEnum):
    """What a case looks at, and so what its findings are about."""

    BODY = "body"
    LINE = "line"
    DELEGATION = "delegation"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One way in which a rule finds fault.

    Attributes:
        where: in which rows of `BodyFacts`, `LineFacts` or `DelegationFacts` it is so; or whether
            it is so of `WholeFacts`.
        says: what is wrong, in one sentence that serves for millions of bodies: `{body}`, `{stop}`
            and, of a relation, `{above}` stand for names, and the name of a fact that is a number
            for that number.
        remedy: what would put it right; `{body}` in it is told as *it* where findings are many.
        variant: which of several faults of the rule it is.
        severity: how grave it is, where not as grave as the rule says.
        about: what it looks at.
        presuming: whether it is found only where lines are presumed.
    """

    where: Callable[[Any], Fact]
    says: str
    remedy: str = ""
    variant: str = ""
    severity: Severity | None = None
    about: About = About.BODY
    presuming: bool = False

    @property
    def fields(self) -> tuple[str, ...]:
        """What stands for the gaps of its sentence, in their order."""
        return tuple(field for _, field, _, _ in Formatter().parse(self.says) if field)

    @property
    def gaps(self) -> str:
        """Its sentence with `{}` for every gap."""
        parts = Formatter().parse(self.says)
        return "".join(text + ("" if field is None else "{}") for text, field, _, _ in parts)

    @property
    def remedy_for_many(self) -> str:
        """Its remedy without a name."""
        return self.remedy.format(body="it")

    def graded(self, usual: Severity) -> Severity:
        """How grave it is in a rule that is usually so grave."""
        return usual if self.severity is None else min(usual, self.severity)
