"""What a notebook shows of itself: records that ask for their looks instead of having them.

A record knows facts, and nothing of HTML. Whoever stands above every room says once, with
`show_with`, how a record looks; until then a notebook shows what Python shows.
"""

from collections.abc import Callable
from enum import StrEnum
from typing import Any


class Form(StrEnum):
    """In which form a record is shown."""

    HTML = "html"
    TEXT = "text"
    DATA = "data"


Showing = Callable[[Any, Form], Any]
"""Gives a record in a form, or None where it has none; data as JSON can hold it."""

_showing: list[Showing] = []
Acting = Callable[..., Any]
"""Does something with a record, by the name of a public verb."""

_acting: list[Acting] = []


def show_with(showing: Showing, acting: Acting) -> None:
    """Let records look as `showing` says, and do what `acting` does, from now on."""
    _showing[:] = [showing]
    _acting[:] = [acting]


def act(verb: str, record: object, *given: Any, **options: Any) -> Any:  # noqa: ANN401 - as the verb says
    """Do with a record what the public verb of that name does: rooms above know how."""
    return _acting[0](verb, record, *given, **options)


class Shown:
    """A record that a notebook and IPython show as people read it."""

    __slots__ = ()

    def __init_subclass__(cls) -> None:
        # IPython takes the first of the two that a class has itself, and a dataclass has a repr.
        super().__init_subclass__()
        cls._repr_pretty_ = Shown._repr_pretty_  # type: ignore[method-assign]

    def _repr_html_(self) -> str | None:
        return self._shown(Form.HTML)

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:  # noqa: ANN401, FBT001 - IPython's
        """Without it a notebook would keep every field of every record beside the HTML."""
        printer.text(repr(self) if cycle else self._shown(Form.TEXT) or repr(self))

    def _shown(self, form: Form) -> str | None:
        shown: str | None = _showing[0](self, form) if _showing else None
        return shown

    def _told(self, form: Form) -> Any:  # noqa: ANN401 - whatever the form is
        """The record in a form, which whoever asks needs to have."""
        return _showing[0](self, form)
