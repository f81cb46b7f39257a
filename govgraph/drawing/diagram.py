"""What a drawing is asked to show, told without the model.

Everything that draws (sheet, page, DOT, Mermaid) reads a `Diagram` and nothing else, so that a
structure, a view of one and an answer to a question are all drawn by the same code. Every text in
it is a word for the reader, never an identifier, except `id`, `from_`, `to` and `kind`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

Shape = Literal[
    "trust",
    "board",
    "local-partnership",
    "sub-group",
    "chairs-group",
    "lsp",
    "commissioning",
    "neutral",
]
"""The eight forms a body can wear; `neutral` is for a kind of the author's own."""

LineStyle = Literal[
    "accountable", "reports", "part", "support", "represents", "oversight", "liaison"
]
"""The seven forms a line can take; only `accountable` is a thick solid line."""

Dash = Literal["", "solid", "dashed", "short", "long", "dash-dot", "dotted"]
End = Literal["", "none", "arrow", "triangle", "diamond", "dot", "ring"]


class Look(NamedTuple):
    """What a line wears in place of what its form does: its dashes, its ends; "" for neither."""

    dash: Dash = ""
    end: End = ""


PLAIN = Look()

Status = Literal["active", "proposed", "shadow", "ended"]
Severity = Literal["error", "warning", "information"]
Change = Literal["", "same", "added", "removed", "moved", "lost", "changed"]
"""On a sheet of the difference between two states, what became of something; "" on any other."""


@dataclass(frozen=True, slots=True)
class DiagramBody:
    """One body and everything that its box says.

    Attributes:
        id: The body's identifier, unique in the diagram.
        name: Its name in full.
        kind: The identifier of its kind.
        kind_label: The kind in words, or "" where it is not known.
        shape: The form of the box.
        status: Where the body stands in its life.
        area: The area it serves, or None.
        tier: The tier it stands on, or None.
        meta: Short lines below the name ("Meets quarterly").
        chips: What is missing, in capitals ("CHAIR VACANT").
        orphan: True when no line of account was found.
        count: How many bodies a placeholder stands for, or None for one body.
        count_is_about: Whether the source says only about how many.
        apex: True when accountability may end here.
        outside: True when its own governance is elsewhere.
        change: On a sheet of differences, what became of the body.
        news: What is different about it, in capitals ("RENAMED").
        pointer: Where it is really shown ("see page 2", "not in this view"): `pointed` makes
            it a small grey box with its name and these words. "" on a body that is shown here.
        holds: Of a box that stands for several bodies of the structure, their identifiers.
    """

    id: str
    name: str
    kind: str = "body"
    kind_label: str = ""
    shape: Shape = "neutral"
    status: Status = "active"
    area: str | None = None
    tier: str | None = None
    meta: tuple[str, ...] = ()
    chips: tuple[str, ...] = ()
    orphan: bool = False
    count: int | None = None
    count_is_about: bool = False
    apex: bool = False
    outside: bool = False
    change: Change = ""
    news: tuple[str, ...] = ()
    pointer: str = ""
    holds: tuple[str, ...] = ()

    @property
    def stands_for(self) -> tuple[str, ...]:
        """The identifiers of all the bodies of the structure that its box shows."""
        return self.holds or (self.id,)

    @property
    def caption(self) -> str:
        """Its name, and what it is or where it is shown, if that is known."""
        return ": ".join(filter(None, (self.name, self.kind_label or self.pointer)))

    def pointed(self, words: str) -> DiagramBody:
        """The same body as a small box that says where it is shown, and nothing else of it."""
        return replace(
            self,
            kind_label="",
            shape="neutral",
            status="active",
            area=None,
            meta=(words,),
            chips=(),
            orphan=False,
            count=None,
            count_is_about=False,
            apex=False,
            outside=False,
            change="",
            news=(),
            pointer=words,
        )


@dataclass(frozen=True, slots=True)
class DiagramLine:
    """One relation: `from_` is the body that answers, `to` the one that is answered to.

    Attributes:
        from_: Identifier of the body the relation starts at.
        to: Identifier of the body it leads to.
        kind: The identifier of the relation's kind.
        label: The relation in words, as key and description say it ("is accountable to").
        style: The form of the line.
        status: Where the relation stands in its life.
        scope: What the relation is limited to ("on impact"), printed beside the line, or None.
        change: On a sheet of differences, what became of the relation.
        look: Dashes and ends of its kind's own.
    """

    from_: str
    to: str
    kind: str = "accountable_to"
    label: str = "is accountable to"
    style: LineStyle = "accountable"
    status: Status = "active"
    scope: str | None = None
    change: Change = ""
    look: Look = PLAIN

    @property
    def key(self) -> tuple[str, str, str]:
        """By which it is the same line on two sheets: both ends and the kind."""
        return (self.from_, self.kind, self.to)


@dataclass(frozen=True, slots=True)
class DiagramFinding:
    """One numbered finding: a badge in the drawing and an entry in the list.

    Attributes:
        number: The number that badge and entry share, from 1.
        severity: Decides colour and form of the badge.
        bodies: Identifiers of the bodies it is about; each wears the badge.
        line: Index in `Diagram.lines` of the line it is about, or None.
        text: The finding in one or two sentences.
        code: The rule's code ("GG105"), or "".
        full: The text where there is room for more names in it, or "" where it names all.
    """

    number: int
    severity: Severity
    bodies: tuple[str, ...]
    text: str
    line: int | None = None
    code: str = ""
    full: str = ""


@dataclass(frozen=True, slots=True)
class Diagram:
    """A whole drawing's content.

    Attributes:
        title: What the sheet is called.
        subtitle: One line below the title, or "".
        block: Pairs for the title block, as (label, value): paper, as at, status.
        bodies: The bodies, sorted.
        lines: The relations between them, sorted.
        tiers: The tiers in order, highest first; a body's tier is one of them.
        areas: The areas to outline, sorted; a body's area is one of them.
        findings: The findings, by number.
        sources: The sources, printed as numbered notes.
        left_out: What this view does not show, one sentence each.
        language: The language of the words, as a BCP 47 tag.
        sides: Of two states on one sheet, the caption and the content of each; else empty.
        figure: Of a figure in a paper, which has the title and lists the findings, the number of
            its first sheet there; 0 on sheets of its own.

    >>> import govgraph
    >>> shown = govgraph.diagram(govgraph.from_edges([("Audit", "Council")]))
    >>> [body.name for body in shown.bodies]
    ['Audit', 'Council']
    """

    title: str
    subtitle: str = ""
    block: tuple[tuple[str, str], ...] = ()
    bodies: tuple[DiagramBody, ...] = ()
    lines: tuple[DiagramLine, ...] = ()
    tiers: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    findings: tuple[DiagramFinding, ...] = ()
    sources: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    language: str = "en"
    sides: tuple[tuple[str, Diagram], ...] = ()
    figure: int = 0

    @property
    def listed(self) -> tuple[DiagramFinding, ...]:
        """The findings that the sheet itself has to list."""
        return () if self.figure else self.findings
