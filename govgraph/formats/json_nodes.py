"""From the text of a JSON file to nodes with places, as the YAML reader makes them."""

import re
from json import JSONDecodeError
from json.decoder import scanstring  # type: ignore[attr-defined] # JSON's own, undeclared

from govgraph.errors import Place
from govgraph.formats.nodes import Entry, ListNode, MapNode, Node, TextNode
from govgraph.formats.problems import Problems, shown

_SPACE = re.compile(r"[ \t\n\r]*")
_WORD = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?(?![\w.])|(?:true|false|null)\b")


TOO_DEEP = "lists and mappings stand deeper within one another than this program can read"


class _Refusal(Exception):  # noqa: N818 - not an error of the program: reading stops here
    """The file is no JSON from here on; the problem has been noted."""


def read_nodes(text: str, file: str, problems: Problems, *, lines: bool = False) -> Node | None:
    """The root of the JSON in `text`, or nothing, which has then been said.

    Numbers and flags stay text, as in YAML; the reader of a field says what they mean. Of JSON
    Lines (`lines`), a value to each line, the root is the list of the values.
    """
    reader = _JsonReader(text, file, problems)
    try:
        root, end = reader.values() if lines else reader.value(reader.skip(0), 0)
        end = reader.skip(end)
        if end < len(text):
            reader.refuse(end, "the file should end here")
    except _Refusal:
        return None
    except RecursionError:  # under a limit that somebody has raised
        problems.add(Place(file, reader.line, 1), TOO_DEEP)
        return None
    return root


class _JsonReader:
    """Puts nodes together from the text, and knows the line and column of each."""

    def __init__(self, text: str, file: str, problems: Problems) -> None:
        self.text = text
        self.file = file
        self.problems = problems
        self.limits = problems.limits
        self.count = 0
        self.line = 1
        self.line_start = 0
        self.seen = 0

    def values(self) -> tuple[Node, int]:
        """The list of the values that stand one after another, and where the last one ends."""
        found, at = ListNode([], 1, 1), self.skip(0)
        while at < len(self.text):
            item, at = self.value(at, 1)
            found.items.append(item)
            at = self.skip(at)
        return found, at

    def value(self, at: int, depth: int) -> tuple[Node, int]:
        """The value that begins at a position, and where it ends."""
        self.count += 1
        if self.count > self.limits.nodes:
            self.refuse(at, f"the file holds more than {self.limits.nodes:,} values")
        if depth > self.limits.depth:
            most = self.limits.depth
            self.refuse(at, f"lists and mappings stand more than {most} deep within one another")
        sign = self.text[at : at + 1]
        if sign == "{":
            return self._mapping(at, depth)
        if sign == "[":
            return self._list(at, depth)
        line, column = self._where(at)
        if sign == '"':
            text, end = self._string(at)
            return TextNode(text, line, column), end
        word = _WORD.match(self.text, at)
        if not word:
            self.refuse(at, "a value should stand here: text in double quotes, a number, [ or {")
            raise _Refusal
        node = TextNode(None if word[0] == "null" else word[0], line, column, bare=True)
        return node, word.end()

    def skip(self, at: int) -> int:
        """The position of the next character that is no space."""
        match = _SPACE.match(self.text, at)
        return match.end() if match else at

    def refuse(self, at: int, message: str) -> None:
        """Say what is wrong, and read no further.

        Raises:
            _Refusal: always.
        """
        self.problems.add(Place(self.file, *self._where(at)), message)
        raise _Refusal

    def _list(self, at: int, depth: int) -> tuple[Node, int]:
        """A list."""
        node = ListNode([], *self._where(at))
        at = self.skip(at + 1)
        while self.text[at : at + 1] != "]":
            item, at = self.value(at, depth + 1)
            node.items.append(item)
            at = self._separated(at, "]")
        return node, at + 1

    def _mapping(self, at: int, depth: int) -> tuple[Node, int]:
        """A mapping; a key that stands twice is a problem."""
        node = MapNode({}, *self._where(at))
        at = self.skip(at + 1)
        while self.text[at : at + 1] != "}":
            if self.text[at : at + 1] != '"':
                self.refuse(at, "the name of a field should stand here, in double quotes")
            line, column = self._where(at)
            key, at = self._string(at)
            at = self.skip(at)
            if self.text[at : at + 1] != ":":
                self.refuse(at, "a colon should stand here")
            value, at = self.value(self.skip(at + 1), depth + 1)
            earlier = node.entries.get(key)
            if earlier:
                message = f"'{shown(key)}' is written twice; first on line {earlier.line}"
                self.problems.add(Place(self.file, line, column), message, found=key)
            else:
                node.entries[key] = Entry(value, line, column)
            at = self._separated(at, "}")
        return node, at + 1

    def _separated(self, at: int, end: str) -> int:
        """The position after the comma that follows an item, or of the closing bracket."""
        at = self.skip(at)
        sign = self.text[at : at + 1]
        if sign == end:
            return at
        if sign != ",":
            self.refuse(at, f"a comma or '{end}' should stand here")
        at = self.skip(at + 1)
        if self.text[at : at + 1] == end:
            self.refuse(at, f"there is a comma too many before this '{end}'")
        return at

    def _string(self, at: int) -> tuple[str, int]:
        """The text in double quotes that begins at a position, and where it ends."""
        try:
            text, end = scanstring(self.text, at + 1, True)  # noqa: FBT003 - its own signature
        except JSONDecodeError as error:
            said = error.msg[:1].lower() + error.msg[1:]
            self.refuse(error.pos, f"this is no JSON: {said.removesuffix(' at')}")
            raise _Refusal from error
        return text, end

    def _where(self, at: int) -> tuple[int, int]:
        """The line and column of a position; positions are asked for in the order read."""
        new = self.text.count("\n", self.seen, at)
        if new:
            self.line += new
            self.line_start = self.text.rfind("\n", 0, at) + 1
        self.seen = at
        return self.line, at - self.line_start + 1
