"""What a picture of coverage says: partners down, bodies across, a state in every cell."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from govgraph.analysis.membership import (
    MET,
    Cover,
    Coverage,
    Membership,
    PartnerCover,
    RequirementCoverage,
)
from govgraph.drawing.scene.scene import print_block
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.structure import Structure

MEANINGS = {
    Cover.COVERED: "a seat represents it, by name",
    Cover.VACANT: "its only seat is vacant",
    Cover.NEAR: "perhaps there under another name; not counted",
    Cover.MISSING: "members are recorded, and it is not among them",
    Cover.UNRECORDED: "no membership is recorded for this body",
}
"""What each state of a partner means, as the key explains it."""


@dataclass(frozen=True, slots=True)
class Cell:
    """How one partner stands on one body.

    Attributes:
        cover: the state, which decides the mark.
        words: the state in a few words, so that the mark is never alone.
        because: what makes a near match likely, where there is one and room for it.
    """

    cover: Cover
    words: str
    because: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """One requirement in a matrix.

    Attributes:
        title: what the requirement is called.
        says: from when, how firmly, and who says so.
        totals: for each body, how many partners have a seat, of how many.
        rows: each partner with its cell for each body.
    """

    title: str
    says: str
    totals: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The requirements that apply to the same bodies.

    Attributes:
        bodies: the name and kind of each body.
        sections: the requirements, in the order written.
    """

    bodies: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class CoveragePicture:
    """Everything on a picture of coverage.

    Attributes:
        title: what it is called.
        subtitle: one line below the title, or nothing.
        block: pairs for the title block: as at, status.
        matrices: one for each set of bodies.
        left_out: the requirements that are not shown, each with why.
        sources: the sources cited by what is shown.
    """

    title: str
    subtitle: str
    block: tuple[tuple[str, str], ...]
    matrices: tuple[Matrix, ...]
    left_out: tuple[str, ...]
    sources: tuple[str, ...]

    @property
    def covers(self) -> tuple[Cover, ...]:
        """The states that occur, in the order of the key."""
        used = {
            cell.cover
            for matrix in self.matrices
            for section in matrix.sections
            for _, cells in section.rows
            for cell in cells
        }
        return tuple(cover for cover in Cover if cover in used)


def build_coverage_picture(graph: AccountabilityGraph, membership: Membership) -> CoveragePicture:
    """The picture of how bodies fare against the requirements on who sits there."""
    structure = graph.structure
    shown: dict[tuple[str, ...], list[RequirementCoverage]] = {}
    for requirement in membership.requirements:
        if requirement.bodies:
            bodies = tuple(coverage.body for coverage in requirement.bodies)
            shown.setdefault(bodies, []).append(requirement)
    matrices = tuple(
        Matrix(
            tuple(_body(structure, body) for body in bodies),
            tuple(_section(structure, requirement) for requirement in requirements),
        )
        for bodies, requirements in shown.items()
    )
    kept = [requirement for requirements in shown.values() for requirement in requirements]
    return CoveragePicture(
        title=f"Who ought to sit where: {structure.title or structure.id or 'a structure'}",
        subtitle=structure.subtitle,
        block=print_block(graph),
        matrices=matrices,
        left_out=tuple(_left_out(membership)),
        sources=tuple(_sources(structure, kept)),
    )


def _body(structure: Structure, id_: str) -> tuple[str, str]:
    """The name and kind of a body, as the head of its column."""
    body = structure.body_by_id[id_]
    kind = structure.kinds_of_body.get(body.kind)
    return body.name, kind.name if kind else body.kind


def _section(structure: Structure, coverage: RequirementCoverage) -> Section:
    """One requirement, with a row for each partner."""
    requirement = coverage.requirement
    dates = (
        f"from {requirement.from_.spoken()}" if requirement.from_ else "",
        f"until {requirement.until.spoken()}" if requirement.until else "",
        "" if coverage.in_force else "judged as at the day on which the body is to begin",
        f"{requirement.basis} in {_cited(structure, coverage)}" if requirement.cites else "",
    )
    totals = tuple(map(_total, coverage.bodies))
    rows = tuple(
        (partner.name, tuple(_cell(body.partners[place]) for body in coverage.bodies))
        for place, partner in enumerate(requirement.seats_for)
    )
    title = requirement.title or requirement.id
    return Section(title, ", ".join(filter(None, dates)), totals, rows)


def _total(coverage: Coverage) -> str:
    """How many partners have a seat on one body, where that can be said at all."""
    met, vacant = len(coverage.of(*MET)), len(coverage.of(Cover.VACANT))
    if not coverage.recorded and not met:
        return "no membership recorded"
    empty = f", {vacant} vacant" if vacant else ""
    return f"{met} of {len(coverage.partners)} have a seat{empty}"


def _cited(structure: Structure, coverage: RequirementCoverage) -> str:
    """The papers that ask for it, by title, with the places in each."""
    places: dict[str, list[str]] = {}
    for citation in coverage.requirement.cites:
        source = structure.source_by_id.get(citation.source)
        places.setdefault(source.title if source else citation.source, []).append(citation.at)
    return "; ".join(
        f"{title} ({', '.join(filter(None, at))})" if any(at) else title
        for title, at in places.items()
    )


def _cell(partner: PartnerCover) -> Cell:
    """How a partner stands, in as few words as say it."""
    roles = {held.seat.role for held in partner.seats}
    plain = {
        Cover.COVERED: "seat" if "member" in roles else f"seat: {', '.join(sorted(roles))}",
        Cover.VACANT: "vacant seat",
        Cover.NEAR: f"perhaps: {partner.near[0].text}" if partner.near else "",
        Cover.MISSING: "missing",
        Cover.UNRECORDED: "not recorded",
    }
    because = partner.near[0].because if partner.near else ""
    return Cell(partner.cover, plain[partner.cover], because)


def _left_out(membership: Membership) -> Iterator[str]:
    """The requirements without a body to show, with why."""
    for in_force, why in ((False, "not in force on that day"), (True, "no body to apply to")):
        named = [
            requirement.requirement.title or requirement.requirement.id
            for requirement in membership.requirements
            if not requirement.bodies and requirement.in_force is in_force
        ]
        if named:
            yield f"Not shown ({why}): {'; '.join(named)}."


def _sources(structure: Structure, shown: Sequence[RequirementCoverage]) -> Iterator[str]:
    """The sources of what is shown, in the order of the structure."""
    used = {cite.source for requirement in shown for cite in requirement.requirement.cites}
    for source in structure.sources:
        if source.id in used:
            date = source.date.spoken() if source.date else ""
            yield ", ".join(filter(None, (source.title, source.publisher, date)))
