"""A fact in plain Python: a column of values with the operators that NumPy and Spark have too."""

from collections.abc import Callable, Iterable
from operator import and_, eq, ge, gt, le, lt, ne, or_
from typing import Any


class Column:
    """Values, one a body, combined row by row with another column or with one value."""

    # Equal rows are asked for, not equal columns.
    __hash__ = None  # type: ignore[assignment]

    def __init__(self, values: Iterable[Any]) -> None:
        self.values = tuple(values)

    def __len__(self) -> int:
        return len(self.values)

    def __getitem__(self, row: int) -> Any:  # noqa: ANN401 - whatever stands there
        return self.values[row]

    def rows(self) -> tuple[int, ...]:
        """The rows in which it is true."""
        return tuple(row for row, value in enumerate(self.values) if value)

    def _with(self, other: object, combine: Callable[[Any, Any], Any]) -> "Column":
        if isinstance(other, Column):
            return Column(map(combine, self.values, other.values))
        return Column(combine(value, other) for value in self.values)

    def __and__(self, other: object) -> "Column":
        return self._with(other, and_)

    def __or__(self, other: object) -> "Column":
        return self._with(other, or_)

    def __invert__(self) -> "Column":
        return Column(not value for value in self.values)

    def __eq__(self, other: object) -> "Column":  # type: ignore[override]
        return self._with(other, eq)

    def __ne__(self, other: object) -> "Column":  # type: ignore[override]
        return self._with(other, ne)

    def __lt__(self, other: object) -> "Column":
        return self._with(other, lt)

    def __le__(self, other: object) -> "Column":
        return self._with(other, le)

    def __gt__(self, other: object) -> "Column":
        return self._with(other, gt)

    def __ge__(self, other: object) -> "Column":
        return self._with(other, ge)
