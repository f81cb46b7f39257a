"""What a structure ought to be: membership, the author's own rules, and waivers."""

from dataclasses import dataclass, field

from govgraph.errors import Place
from govgraph.model.dates import PartialDate
from govgraph.model.sources import Basis, Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Selector:
    """Which bodies something applies to: all that match every field that is given.

    Each field holds the values any one of which will do; an empty field asks for nothing.
    """

    kind: tuple[str, ...] = ()
    area: tuple[str, ...] = ()
    tier: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    id: tuple[str, ...] = ()
    tag: tuple[str, ...] = ()
    class_: tuple[str, ...] = ()
    not_: "Selector | None" = None
    place: Place | None = field(default=None, compare=False, repr=False)
    kind_places: tuple[Place, ...] = field(default=(), compare=False, repr=False)
    id_places: tuple[Place, ...] = field(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """One entry of a membership list, with the other names it goes by."""

    name: str
    also_known_as: tuple[str, ...] = ()
    place: Place | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """Who ought to have a seat on which bodies, from when, and who says so."""

    id: str
    title: str = ""
    applies_to: Selector = field(default_factory=Selector)
    seats_for: tuple[Partner, ...] = ()
    from_: PartialDate | None = None
    until: PartialDate | None = None
    cites: tuple[Citation, ...] = ()
    basis: Basis = Basis.STATED
    note: str = ""
    place: Place | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyCondition:
    """What a rule asks for: a relation, a reach, a seat, a chair, meetings often enough.

    Attributes:
        chair_sits_on: the id of a body on which the chair has a seat too.
        shares_chair: whether somebody chairs another of the bodies that the rule speaks of.
        quote: whether each line of account up from a body cites the words that say so.
    """

    relation: str = ""
    to: Selector | None = None
    reach: str = ""
    within: int | None = None
    seat: str = ""
    chair: bool = False
    meets: str = ""
    chair_sits_on: str = ""
    shares_chair: bool = False
    quote: bool = False
    place: Place | None = field(default=None, compare=False, repr=False)
    relation_place: Place | None = field(default=None, compare=False, repr=False)
    reach_place: Place | None = field(default=None, compare=False, repr=False)
    chair_sits_on_place: Place | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyRule:
    """A rule of the author's own, with its reason.

    Either `every` with `must` or `must_not`; or `layers`, tiers from the top down which
    accountability may not climb against; or `independent`, bodies that share no holder of the
    roles in `share`.
    """

    id: str
    every: Selector | None = None
    must: PolicyCondition | None = None
    must_not: PolicyCondition | None = None
    layers: tuple[str, ...] = ()
    independent: tuple[str, ...] = ()
    share: tuple[str, ...] = ()
    because: str = ""
    severity: str = ""
    from_: PartialDate | None = None
    until: PartialDate | None = None
    cites: tuple[Citation, ...] = ()
    note: str = ""
    place: Place | None = field(default=None, compare=False, repr=False)
    independent_places: tuple[Place, ...] = field(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """A finding that somebody has agreed to live with: why, who answers for it, until when.

    Attributes:
        every: the bodies it is about, where they are selected and not named.
        requirement: the id of the requirement it is about.
    """

    finding: str
    because: str
    owner: str
    until: PartialDate
    body: str = ""
    every: Selector | None = None
    requirement: str = ""
    relation: tuple[str, str, str] | None = None
    cites: tuple[Citation, ...] = ()
    note: str = ""
    place: Place | None = field(default=None, compare=False, repr=False)
    body_place: Place | None = field(default=None, compare=False, repr=False)
    relation_place: Place | None = field(default=None, compare=False, repr=False)
    requirement_place: Place | None = field(default=None, compare=False, repr=False)
