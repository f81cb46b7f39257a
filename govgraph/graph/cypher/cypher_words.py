"""The words of a query with their places, and what grand-cypher has no words for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from govgraph.errors import Place, Problem

_WORD = re.compile(
    r'(?P<skip>\s+|//[^\n]*)|(?P<text>"(?:\\.|[^"\\\n])*")|(?P<word>[A-Za-z_]\w*)|(?P<mark>.)',
    re.DOTALL,
)
OPENING, CLOSING = "([{", ")]}"

WRITING = "a query only reads; nothing is written"
WITHOUT = {
    "CREATE": WRITING,
    "MERGE": WRITING,
    "SET": WRITING,
    "DELETE": WRITING,
    "DETACH": WRITING,
    "REMOVE": WRITING,
    "FOREACH": WRITING,
    "LOAD": WRITING,
    "OPTIONAL": "grand-cypher knows no OPTIONAL MATCH; ask for the others in a query of their own, "
    "with WHERE NOT EXISTS {MATCH ...}",
    "WITH": "grand-cypher knows no WITH; ask in two queries",
    "UNWIND": "grand-cypher knows no UNWIND",
    "UNION": "grand-cypher knows no UNION; ask in two queries",
    "CALL": "grand-cypher knows no CALL",
    "CASE": "grand-cypher knows no CASE",
    "XOR": "grand-cypher knows no XOR",
    "'": 'text stands in double quotes: "Hart"',
    "=~": "grand-cypher knows no patterns of letters; use CONTAINS, STARTS WITH or ENDS WITH",
    "!=": "unequal is written <>",
    "$": "grand-cypher knows no parameters; write the value itself",
    "IS NOT": "grand-cypher knows no IS NOT NULL; write NOT b.area IS NULL",
    "COUNT ( *": "grand-cypher counts what is named: COUNT(b)",
    "COUNT ( DISTINCT": "grand-cypher knows no COUNT(DISTINCT ...)",
    "NOT (": "NOT stands before one comparison; put it before each",
    ") ,": "each pattern has a MATCH of its own: MATCH (a) MATCH (b)",
    "* ]": "a number of steps is written with both ends: *1..3",
    "* .": "a number of steps is written with both ends: *1..3",
    ". ]": "a number of steps is written with both ends: *1..3",
}
"""What Cypher has and grand-cypher has not, as it is written, and what to do instead."""
CAPITALS = ("count", "sum", "avg", "min", "max", "collect", "exists")


@dataclass(frozen=True, slots=True)
class Word:
    """A word, text or mark of a query, with its place."""

    text: str
    line: int
    column: int
    is_text: bool = False


def read_words(query: str) -> tuple[Word, ...]:
    """The words and marks of a query, in order; spaces and comments left out."""
    words: list[Word] = []
    line, begins = 1, 0
    for found in _WORD.finditer(query):
        if found.lastgroup != "skip":
            column = found.start() - begins + 1
            words.append(Word(found[0], line, column, found.lastgroup == "text"))
        if "\n" in found[0]:
            line += found[0].count("\n")
            begins = found.start() + found[0].rindex("\n") + 1
    return tuple(words)


def find_mixed(query: str) -> Problem | None:
    """Where AND and OR stand side by side without brackets, which grand-cypher reads either way."""
    seen: list[set[str]] = [set()]
    for word in read_words(query):
        if word.is_text:
            continue
        if word.text in OPENING:
            seen.append(set())
        elif word.text in CLOSING and len(seen) > 1:
            seen.pop()
        elif word.text.upper() in {"AND", "OR"}:
            seen[-1].add(word.text.upper())
            if len(seen[-1]) > 1:
                return problem_at(word, "AND and OR stand side by side; put brackets round one")
    return None


def explain(query: str, line: int, column: int) -> Problem:
    """What is wrong with a query that could not be read beyond a place; line -1 is its end."""
    here = _end(query) if line < 1 else (line, column)
    words = read_words(query)
    stop = sum((word.line, word.column) < here for word in words)
    for word, said in _sayings(words, range(max(stop - REACH, 0), min(stop + 1, len(words)))):
        return problem_at(word, said)
    if line < 1:
        return problem_at(Word("", *here), "the query ends too soon")
    rest = query.splitlines()[line - 1][column - 1 :].strip()
    shown = rest if len(rest) <= SHOWN else f"{rest[:SHOWN]}..."
    return problem_at(Word(rest, line, column), f"the query cannot be read from '{shown}' on")


def problem_at(word: Word, message: str) -> Problem:
    """A problem at the place of a word."""
    return Problem(Place("query", word.line, word.column), message)


SHOWN = 40
REACH = 6
"""How many words before the one that could not be read may be the reason."""


def _sayings(words: tuple[Word, ...], places: range) -> Iterator[tuple[Word, str]]:
    """What grand-cypher has no words for among the words at some places."""
    for place in places:
        word = words[place]
        before = words[place - 1].text if place else ""
        if word.is_text or (before in {".", ":"} and word.text.isidentifier()):
            continue
        following = [each.text.upper() for each in words[place + 1 : place + 3]]
        if word.text in CAPITALS and following[:1] in (["("], ["{"]):
            yield word, f"{word.text} is written in capitals: {word.text.upper()}"
        for length in range(3):
            written = " ".join([word.text.upper(), *following[:length]])
            joined = written.replace(" ", "") if written[0] in "=!" else written
            if len(following) >= length and joined in WITHOUT:
                yield word, WITHOUT[joined]


def _end(query: str) -> tuple[int, int]:
    """The line and column after the last character."""
    lines = query.rstrip().split("\n")
    return len(lines), len(lines[-1]) + 1
