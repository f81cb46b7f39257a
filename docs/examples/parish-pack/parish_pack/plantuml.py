"""A diagram as PlantUML."""

from govgraph.drawing.diagram import Diagram


def draw_plantuml(diagram: Diagram) -> str:
    """Bodies as rectangles, lines of account as arrows to whom they answer."""
    boxes = (f'rectangle "{body.name}" as {_id(body.id)}' for body in diagram.bodies)
    lines = (f"{_id(line.from_)} --> {_id(line.to)}" for line in diagram.lines)
    return "\n".join(("@startuml", *boxes, *lines, "@enduml\n"))


def _id(body: str) -> str:
    return "".join(letter if letter.isalnum() else "_" for letter in body)
