"""Loads what only structures are asked, and a part of a register in place of one."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from govgraph.cli.options import refuse_options
from govgraph.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govgraph.checks.runner import Findings
    from govgraph.graph.accountability import AccountabilityGraph
    from govgraph.model.structure import Structure


def load_structure(path: Path) -> "Structure":
    """The structure at a path, for commands that mean nothing to a register.

    What `check` takes for a register is none here, however small it is: one folder is one thing.

    Raises:
        LoadError: it could not be read; carries every problem found, with its place.
        SettingsError: it is a register.
    """
    from govgraph import api
    from govgraph.formats.register.register_files import refuse_register

    refuse_register(path)
    return api.load(path)


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What is to be told: a structure from a standpoint, or a part of a register."""

    structure: Path
    as_at: str | None = None
    include: Sequence[str] | None = None
    undated: bool = False
    presume: bool = False
    register: bool = False
    focus: str = ""
    area: list[str] | None = None
    kind: list[str] | None = None

    @classmethod
    def of(cls, given: "Mapping[str, Any]") -> "Asked":
        """What the parameters of a command ask for, whatever else they are for."""
        return cls(**{each.name: given[each.name] for each in fields(cls) if each.name in given})


def load_asked(asked: Asked) -> "tuple[AccountabilityGraph, Findings]":
    """The graph that is asked for, and what is found in it; of a register in the whole of it.

    Raises:
        LoadError: it could not be read; carries every problem found, with its place.
        SettingsError: a register without a part of it, or a part of what is no register.
        QuestionError: a body goes by no name of the register, or by several.
    """
    from govgraph import api
    from govgraph.cli.registers import is_register

    if is_register(asked.structure, told=asked.register):
        return _load_part(asked)
    refuse_options("structures here", focus=asked.focus, area=asked.area, kind=asked.kind)
    graph = api.build_graph(
        api.load(asked.structure),
        as_at=asked.as_at,
        include=asked.include or (),
        presume=asked.presume,
        undated=asked.undated,
    )
    return graph, api.check(graph)


def _load_part(asked: Asked) -> "tuple[AccountabilityGraph, Findings]":
    """A part of a register as a structure, and what was found about it in the whole."""
    from govgraph import registers
    from govgraph.cli.registers import find_findings
    from govgraph.drawing.scene.views import View
    from govgraph.formats.register.register_files import refuse_register
    from govgraph.graph.accountability import AccountabilityGraph

    view = View(focus=asked.focus, area=tuple(asked.area or ()), kind=tuple(asked.kind or ()))
    if view == View():
        try:
            refuse_register(asked.structure)
        except SettingsError as error:
            raise SettingsError(f"name a part by --focus, --area or --kind: {error}") from None
    refuse_options("registers", undated=asked.undated)
    standpoint = (asked.as_at, asked.include or (), asked.presume)
    told = registers.part(find_findings(asked.structure, standpoint=standpoint), view)
    return AccountabilityGraph(told.structure, told.standpoint), told
