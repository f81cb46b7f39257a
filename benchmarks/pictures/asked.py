"""What is asked of a structure besides the whole of it: views, a difference, a timeline."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.pictures.changed import later
from govgraph import api
from govgraph.drawing.layout.hierarchy import read_hierarchy
from govgraph.drawing.scene.views import WHOLE, View
from govgraph.model.bodies import Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from govgraph.drawing.diagram import Diagram
    from govgraph.model.structure import Structure

_DATA = Path(__file__).parents[2] / "data"

DAYS = {
    "hampshire": (),
    "oxfordshire": ("--from", "2009-12", "--to", "2017-07"),
    "worcestershire": ("--from", "2009-08", "--to", "2010-04"),
}
"""Two days on which each of the papers of `data` differs; without any, what is proposed."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A picture of a structure, as a command draws it.

    Attributes:
        name: What it is called here.
        path: The structure's file or folder.
        command: What draws it: draw, diff or timeline.
        view: Which part of it is drawn.
        new: The structure that it is held against, if that is another.
        days: The days that it is held against each other on.
    """

    name: str
    path: Path
    command: str = "draw"
    view: View = WHOLE
    new: Path | None = None
    days: tuple[str, ...] = ()

    def words(self, *, proposals: bool) -> list[str]:
        """The command, but for the paper and the file that it writes."""
        said = [self.command, str(self.path), *([str(self.new)] if self.new else ()), *self.days]
        if proposals and self.command != "timeline" and not self.new:
            said += ["--include", "proposed"]
        for field in fields(View):
            value = getattr(self.view, field.name)
            if value == getattr(WHOLE, field.name):
                continue
            given = value if isinstance(value, tuple) else (value,)
            for one in given:
                said += ["--only", field.name] if one is True else [f"--{field.name}", str(one)]
        return said


def has_proposals(structure: Structure) -> bool:
    """Whether proposals have to be asked for, so that they are drawn."""
    return Status.PROPOSED in {
        *(body.status for body in structure.bodies),
        *(relation.status for relation in structure.relations),
    }


def ask_besides(structures: Mapping[str, Path], folder: Path) -> Iterator[Asked]:
    """Views, a difference and a timeline of each structure.

    Args:
        structures: The structures by name.
        folder: Where to write what they are held against.
    """
    for name, path in structures.items():
        structure = api.load(path)
        include = ("proposed",) if has_proposals(structure) else ()
        diagram = api.diagram(api.build_graph(structure, include=include))
        for word, view in _views(diagram).items():
            yield Asked(f"{name}-{word}", path, view=view)
        if path.parent == _DATA:
            yield Asked(f"{name}-change", path, "diff", days=DAYS[path.name])
            yield Asked(f"{name}-timeline", path, "timeline")
        else:
            new = folder / f"{name}-later.yaml"
            api.save(later(structure), new)
            yield Asked(f"{name}-change", path, "diff", new=new)


def _views(diagram: Diagram) -> dict[str, View]:
    """What one might want to see of a structure alone: the deepest chain, a hub, an area."""
    hierarchy = read_hierarchy(diagram)
    depth: dict[str, int] = {}
    for body in hierarchy.order:
        depth[body] = 1 + max((depth[upper] for upper in hierarchy.above[body]), default=0)
    found: dict[str, View] = {}
    deepest = max(depth, key=lambda body: (depth[body], body), default="")
    if depth.get(deepest, 0) > 1:
        found["chain"] = View(chain=deepest)
    hub = max(hierarchy.bodies, key=lambda body: (len(hierarchy.linked[body]), body), default="")
    if hub:
        found["focus"] = View(focus=hub, up=2)
    areas = Counter(body.area for body in diagram.bodies if body.area)
    if areas:
        found["area"] = View(area=(max(areas, key=lambda area: (areas[area], area)),))
    held = [body for body in hierarchy.bodies if hierarchy.above[body] and hierarchy.below[body]]
    if held:
        found["collapse"] = View(collapse=(max(held, key=lambda b: (hierarchy.weight[b], b)),))
    if any(line.style not in ("accountable", "reports") for line in diagram.lines):
        found["account"] = View(accountability=True)
    return found
