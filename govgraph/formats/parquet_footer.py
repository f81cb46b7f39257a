"""What the footer of a Parquet file says of its sizes, before anything of it is unpacked.

The footer is a Thrift structure in the compact protocol
(https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md); its fields are
those of https://github.com/apache/parquet-format/blob/master/src/main/thrift/parquet.thrift.
Polars does not say them, and what does is a library of 40 MB.
"""

from collections.abc import Callable
from typing import TypeAlias

_MARK = b"PAR1"
_TAIL = 8
_ROW_GROUPS, _COLUMNS, _TOTAL, _CHUNK, _UNPACKED = 4, 1, 2, 3, 6
"""The fields: of a file, of a row group (2), of a column of it, and of what is said of that."""
_TRUE, _FALSE, _BYTE, _I16, _I64, _DOUBLE, _BINARY, _LIST, _SET, _MAP, _STRUCT = (
    1, 2, 3, 4, 6, 7, 8, 9, 10, 11, 12,
)  # fmt: skip
_DEEPEST = 16
_COUNTED_APART = 15
_LONGEST = 63
"""The bits of a number."""

Value: TypeAlias = "int | bytes | list[Value] | dict[int, Value] | None"


class FooterError(ValueError):
    """The footer cannot be read."""


def unpacked_size(content: bytes) -> int:
    """How many bytes a file says that its cells come to.

    Of each group of rows the larger counts of what it says of itself and of its columns.

    Raises:
        FooterError: there is no footer, or it is damaged.
    """
    if len(content) < _TAIL or content[-len(_MARK) :] != _MARK:
        raise FooterError("it has no footer")
    length = int.from_bytes(content[-_TAIL : -len(_MARK)], "little")
    if length > len(content) - _TAIL:
        raise FooterError("its footer is longer than the file")
    footer = content[len(content) - _TAIL - length : len(content) - _TAIL]
    try:
        file = _Reader(footer).struct(0)
    except IndexError:
        raise FooterError("its footer ends too soon") from None
    return sum(map(_size_of_group, _items(file.get(_ROW_GROUPS))))


def _size_of_group(group: Value) -> int:
    """The size of a group of rows."""
    said = group if isinstance(group, dict) else {}
    columns = sum(map(_size_of_column, _items(said.get(_COLUMNS))))
    return max(_number(said.get(_TOTAL)), columns)


def _size_of_column(column: Value) -> int:
    """The size of one column of a group."""
    chunk = column.get(_CHUNK) if isinstance(column, dict) else None
    return _number(chunk.get(_UNPACKED)) if isinstance(chunk, dict) else 0


def _items(value: Value) -> list[Value]:
    """The items of a list; none of anything else."""
    return value if isinstance(value, list) else []


def _number(value: Value) -> int:
    """A number; 0 where none is, or one below it."""
    return max(value, 0) if isinstance(value, int) else 0


class _Reader:
    """Reads Thrift's compact protocol from the beginning of some bytes."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.at = 0
        self._plain: dict[int, Callable[[], Value]] = {
            _BYTE: self._byte,
            **dict.fromkeys(range(_I16, _I64 + 1), self._signed),
            _DOUBLE: lambda: self._bytes(8),
            _BINARY: lambda: self._bytes(self._unsigned()),
        }
        self._nested: dict[int, Callable[[int], Value]] = {
            **dict.fromkeys((_LIST, _SET), self._list),
            _MAP: self._map,
            _STRUCT: lambda depth: self.struct(depth + 1),
        }

    def struct(self, depth: int) -> dict[int, Value]:
        """The fields of a structure by their numbers."""
        if depth > _DEEPEST:
            raise FooterError("its footer stands too deep within itself")
        fields: dict[int, Value] = {}
        number = 0
        while head := self._byte():
            step, kind = head >> 4, head & 0x0F
            number = number + step if step else self._signed()
            fields[number] = self._value(kind, depth, held=True)
        return fields

    def _value(self, kind: int, depth: int, *, held: bool = False) -> Value:
        """One value; a flag that a field holds is said by the kind of that."""
        if kind in {_TRUE, _FALSE}:
            return kind if held else self._byte()
        if kind in self._plain:
            return self._plain[kind]()
        if kind not in self._nested:
            raise FooterError("its footer holds what is no Thrift")
        return self._nested[kind](depth)

    def _list(self, depth: int) -> Value:
        """The items of a list."""
        count, kind = divmod(self._byte(), 1 << 4)
        many = self._unsigned() if count == _COUNTED_APART else count
        return [self._value(kind, depth) for _ in range(many)]

    def _map(self, depth: int) -> Value:
        """A map, of which nothing is asked, passed over."""
        count = self._unsigned()
        kinds = self._byte() if count else 0
        for _ in range(count):
            self._value(kinds >> 4, depth)
            self._value(kinds & 0x0F, depth)
        return None

    def _byte(self) -> int:
        """The next byte."""
        self.at += 1
        return self.content[self.at - 1]

    def _bytes(self, count: int) -> bytes:
        """Some bytes."""
        if count > len(self.content) - self.at:
            raise FooterError("its footer ends too soon")
        self.at += count
        return self.content[self.at - count : self.at]

    def _unsigned(self) -> int:
        """A whole number, seven bits a byte, the lowest first."""
        number = shift = 0
        while True:
            byte = self._byte()
            number |= (byte & 0x7F) << shift
            if byte < 0x80:  # noqa: PLR2004 - the last of them
                return number
            shift += 7
            if shift > _LONGEST:
                raise FooterError("its footer holds a number without end")

    def _signed(self) -> int:
        """A whole number that may be below 0, which is said by its lowest bit."""
        number = self._unsigned()
        return (number >> 1) ^ -(number & 1)
