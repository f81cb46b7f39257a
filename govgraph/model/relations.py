"""Relations: directed from the one who answers to the one who is answered to."""

from dataclasses import dataclass, field

from govgraph.errors import Place
from govgraph.model.bodies import Status
from govgraph.model.dates import PartialDate
from govgraph.model.sources import Basis, Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """One thing that one body is to another.

    Attributes:
        from_body: id of the body that answers, supports, is part of, and so on.
        to_body: id of the body it does so towards.
        scope: what the relation covers, where the paper limits it.
        limit: up to what it goes, such as the sum that is delegated.
        intended: why a second line of account is meant, where it is.

    >>> Relation(from_body="audit", kind="committee_of", to_body="council").kind
    'committee_of'
    """

    from_body: str
    kind: str
    to_body: str
    scope: str = ""
    limit: str = ""
    basis: Basis = Basis.STATED
    status: Status = Status.ACTIVE
    from_: PartialDate | None = None
    until: PartialDate | None = None
    intended: str = ""
    cites: tuple[Citation, ...] = ()
    note: str = ""
    place: Place | None = field(default=None, compare=False, repr=False)
    from_place: Place | None = field(default=None, compare=False, repr=False)
    to_place: Place | None = field(default=None, compare=False, repr=False)
    kind_place: Place | None = field(default=None, compare=False, repr=False)

    @property
    def extent(self) -> str:
        """What it covers and up to what it goes: `planning appeals, up to £5,000`."""
        limit = f"up to {self.limit}" if self.limit else ""
        return ", ".join(filter(None, (self.scope, limit)))

    @property
    def key(self) -> tuple[str, str, str]:
        """The relation without its particulars: from, kind, to."""
        return (self.from_body, self.kind, self.to_body)
