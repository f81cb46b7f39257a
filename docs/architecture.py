"""The page of the architecture: its map, its picture and its steps, made from the code itself."""

import ast
import inspect
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import get_args

import grimp
import networkx

from docs.architecture_picture import Band, Room, draw_rooms
from docs.format_tables import TABLE
from govgraph.analysis.chain import find_chains
from govgraph.checks.runner import check_structure
from govgraph.drawing.draw import draw_diagram
from govgraph.drawing.drawing_forms import render
from govgraph.drawing.scene.scene import build_diagram
from govgraph.formats.format_catalogue import read_account
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.structure import Structure
from govgraph.reporting.page.html import build_page

ROOT = Path(__file__).parent.parent
PACKAGE = "govgraph"
PICTURE = "architecture.svg"

STEPS: tuple[tuple[str, Callable[..., object]], ...] = (
    ("read", read_account),
    ("choose a day", Structure.standpoint),
    ("build the graph", AccountabilityGraph),
    ("ask", find_chains),
    ("check", check_structure),
    ("decide what to show", build_diagram),
    ("lay out and draw", draw_diagram),
    ("write a picture", render),
    ("write a page", build_page),
)
"""What happens to a file on its way to a reader, and the function that does it."""


@dataclass(frozen=True, slots=True)
class House:
    """The rooms of the package and who imports whom.

    Attributes:
        layers: the rooms from the top down; each may import those below it.
        imports: for each room, the others from which any of its modules imports.
        doors: for each library kept behind a door, the modules that may import it.
    """

    layers: tuple[tuple[str, ...], ...]
    imports: Mapping[str, frozenset[str]]
    doors: Mapping[str, tuple[str, ...]]


def fill_page(page: str) -> str:
    """The page with each of its tables made anew.

    Raises:
        KeyError: a mark names no table.
    """
    house = read_house()
    tables = {
        "rooms": _table(("room", "what it is"), _rooms(house)),
        "steps": _table(("step", "function", "it gives", "in its own words"), _steps()),
        "doors": _table(("library", "enters through"), _doors(house)),
    }
    return TABLE.sub(lambda found: f"{found[1]}\n{tables[found[2]]}\n\n{found[3]}", page)


def draw_picture() -> str:
    """The rooms, each on those that it is built on, as SVG."""
    house = read_house()
    bands = [
        Band(tuple(Room(name, _says(f"{PACKAGE}.{name}"), _inner(name)) for name in layer))
        for layer in house.layers
    ]
    return draw_rooms(bands, reduce_imports(house))


def read_house() -> House:
    """The layers as pyproject.toml orders them, and the imports as they stand in the code."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    (layered,) = (each for each in contracts if each.get("containers") == ["govgraph"])
    layers = tuple(tuple(layer.split(" | ")) for layer in layered["layers"])
    doors = {
        library: tuple(sorted(contract["allowed_importers"]))
        for contract in contracts
        if contract["type"] == "protected"
        for library in contract["protected_modules"]
    }
    return House(layers, _read_imports({room for layer in layers for room in layer}), doors)


def reduce_imports(house: House) -> frozenset[tuple[str, str]]:
    """Who imports whom, without what follows from others: not `a c`, beside `a b` and `b c`."""
    pairs = [(room, other) for room, others in house.imports.items() for other in others]
    return frozenset(networkx.transitive_reduction(networkx.DiGraph(pairs)).edges)


def _read_imports(rooms: set[str]) -> Mapping[str, frozenset[str]]:
    graph = grimp.build_graph(PACKAGE, cache_dir=None)
    found: dict[str, set[str]] = {room: set() for room in rooms}
    for module in graph.modules:
        room = _room(module)
        if room in found:
            imported = map(_room, graph.find_modules_directly_imported_by(module))
            found[room] |= {other for other in imported if other in found and other != room}
    return {room: frozenset(others) for room, others in found.items()}


def _room(module: str) -> str:
    """The room in which a module stands; of the package itself, nothing."""
    return module.removeprefix(PACKAGE).lstrip(".").partition(".")[0]


def _inner(room: str) -> tuple[str, ...]:
    """The packages within a room."""
    folder = ROOT / PACKAGE / room
    return tuple(sorted(path.parent.name for path in folder.glob("*/__init__.py")))


def _says(module: str) -> str:
    """The first line of a module's docstring, read without importing it."""
    path = ROOT.joinpath(*module.split("."))
    file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    said = ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or ""
    return said.partition("\n")[0]


def _rooms(house: House) -> Iterator[tuple[str, ...]]:
    """A row for each room from the top down, and for each package within it."""
    for layer in house.layers:
        for room in layer:
            yield _link(room), _says(f"{PACKAGE}.{room}")
            for inner in _inner(room):
                yield _link(f"{room}/{inner}"), _says(f"{PACKAGE}.{room}.{inner}")


def _link(name: str) -> str:
    path = f"{PACKAGE}/{name}"
    return f"[`{name}`](../{path if (ROOT / path).is_dir() else f'{path}.py'})"


def _steps() -> Iterator[tuple[str, ...]]:
    """A row for each step: what it is, its function, the type it gives and its first sentence."""
    for step, function in STEPS:
        name = f"{function.__module__.removeprefix(f'{PACKAGE}.')}.{function.__qualname__}"
        said = (inspect.getdoc(function) or "").partition("\n")[0]
        yield step, f"`{name}`", f"`{_gives(function)}`", said


def _gives(function: Callable[..., object]) -> str:
    """The type that a function gives, as it is written but without the modules of names."""
    if isinstance(function, type):
        return function.__name__
    given = inspect.signature(function).return_annotation
    written = given.__name__ if isinstance(given, type) and not get_args(given) else str(given)
    return re.sub(r"\b(?:\w+\.)+(?=\w)", "", written)


def _doors(house: House) -> Iterator[tuple[str, ...]]:
    for library, modules in sorted(house.doors.items()):
        for module in modules:
            import_module(module)  # a door that has gone is an error
        yield f"`{library}`", ", ".join(f"`{module}`" for module in modules)


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A table in Markdown."""
    lines = [heads, tuple("---" for _ in heads), *rows]
    return "\n".join(f"| {' | '.join(map(_cell, line))} |" for line in lines)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
