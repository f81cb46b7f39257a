"""A diagram of which pages are cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govgraph.drawing.diagram import Diagram


class Whole:
    """A whole diagram: what touches each body is looked up, not looked for.

    Attributes:
        diagram: The whole.
        at: For each body its place among the bodies.
        lines: For each body the places of the lines that touch it.
        findings: For each body the places of the findings that are about it.
        line_findings: For each line the places of the findings that are about it and no body.
    """

    def __init__(self, diagram: Diagram) -> None:
        self.diagram = diagram
        self.at = {body.id: place for place, body in enumerate(diagram.bodies)}
        self.lines: dict[str, list[int]] = {}
        self.findings: dict[str, list[int]] = {}
        self.line_findings: dict[int, list[int]] = {}
        for place, line in enumerate(diagram.lines):
            for end in {line.from_, line.to}:
                self.lines.setdefault(end, []).append(place)
        for place, finding in enumerate(diagram.findings):
            for body in finding.bodies:
                self.findings.setdefault(body, []).append(place)
            if not finding.bodies and finding.line is not None:
                self.line_findings.setdefault(finding.line, []).append(place)
