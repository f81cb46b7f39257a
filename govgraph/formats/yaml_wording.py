"""What is wrong with the YAML of a file, in the words of somebody who did not learn YAML."""

import re
from collections.abc import Iterator
from typing import TypeAlias

import yaml

from govgraph.formats.yaml_misread import find_bracket, find_cut_off

Wrong: TypeAlias = tuple[int, int, str]
"""Line and column, counted from 1, and what is wrong there."""

_TAB_INDENT = re.compile(r" *\t")
# What YAML's own character set leaves out; libyaml and PyYAML agree on it.
_NOT_TEXT = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")  # as YAML counts them
_NO_SPACE = re.compile(r"[\s-]*[\w-]+:\S")
_TWO_QUOTES = (
    "text goes on after its closing quotation mark; write a quotation mark inside the text twice,"
    " or put the other kind around it"
)
TOO_DEEP = "lists and mappings stand more than {most:,} deep within one another"
_PARSER_DEEP = 1_000
"""How deep libyaml follows since 0.2.6; whoever allows more is told so all the same."""
_MOST_CHARACTERS = 20
_MOST_LINES_NAMED = 5

_WORDS = {
    "found a tab character": "a tab is used for indentation; YAML wants spaces",
    "did not find expected ',' or": "what is opened with '{start}' on line {line} is not closed,"
    " or a comma is missing",
    "did not find expected alphabetic": "text that begins with '{start}' needs quotes around it",
    "found unknown escape character": "in double quotes a backslash begins a code; put single"
    " quotes around text with backslashes",
    "found invalid Unicode character escape": "this code stands for no character",
    "did not find expected hexdecimal number": "this code stands for no character",
    "block sequence entries are not allowed": "a list may not begin on the line of its field; put"
    " each '- ' on a line of its own",
    "found undefined tag handle": "text that begins with '!' needs quotes around it",
    "did not find expected <document start>": "more text follows the end of the document",
    "did not find expected node content": "'{here}' has no meaning here; text that begins with it"
    " needs quotes around it",
    "did not find expected comment or line break": "text after '{start}' begins on the next line",
    "did not find expected '-'": "a line of this list does not begin with '- '",
    "exceeded maximum nesting depth": TOO_DEEP,
    "did not find expected key": "this line is not indented like the others of its list or mapping",
}
"""How libyaml's messages begin, and our words."""

_NO_COLON = "the field's name on this line has no colon after it"
_RAN_ON = "the colon on this line has no space after it"
_WORDS_AT_START = {
    "found unexpected end of stream": "the quotation mark that opens here is never closed",
    "found unexpected document": "the quotation mark that opens here is never closed",
    "could not find expected ':'": _NO_COLON,
}
"""Likewise, said of the place where what is wrong begins, not of where it was noticed."""

_WORDS_IN = {
    "tag": "text that begins with '!' needs quotes around it",
    "directive": "text that begins with '%' needs quotes around it",
}
"""Likewise, by what PyYAML was reading: the word on which its context ends."""

_SAME_IN_PYTHON = {
    "expected ',' or": "did not find expected ',' or",
    "expected alphabetic": "did not find expected alphabetic",
    "sequence entries are not allowed": "block sequence entries are not allowed",
    "expected '<document start>'": "did not find expected <document start>",
    "expected the node content": "did not find expected node content",
    "expected chomping or indentation": "did not find expected comment or line break",
    "expected a comment or a line break": "did not find expected comment or line break",
    "expected escape sequence": "did not find expected hexdecimal number",
    "expected <block end>": "did not find expected key",
}
"""How the messages of PyYAML's Python twin begin, and libyaml's for the same."""


def describe_error(error: yaml.YAMLError, text: str, deep: int) -> Iterator[Wrong]:
    """Where `text` is no YAML, and why, as plainly as can be said.

    Args:
        error: what the parser says.
        text: what it was given.
        deep: how deep lists and mappings may stand in one another.
    """
    if isinstance(error, yaml.reader.ReaderError):
        yield from _characters(text)
    elif isinstance(error, yaml.MarkedYAMLError) and error.problem_mark:
        yield _syntax(error, error.problem_mark, text, min(deep, _PARSER_DEEP))
    else:
        yield 1, 1, f"this is not YAML: {' '.join(str(error).split())}"


def _characters(text: str) -> Iterator[Wrong]:
    """The first characters that no text file should hold."""
    for number, match in enumerate(_NOT_TEXT.finditer(text)):
        if number == _MOST_CHARACTERS:
            return
        code = ord(match[0])
        what = "a NUL character" if not code else f"the control character U+{code:04X}"
        yield *_position(text, match.start()), f"{what} stands here, which no text should hold"


def _position(text: str, index: int) -> tuple[int, int]:
    """The line and column of a character."""
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


def _syntax(error: yaml.MarkedYAMLError, mark: yaml.Mark, text: str, deep: int) -> Wrong:
    """One error of YAML's grammar."""
    line, column, problem = mark.line, mark.column, error.problem or ""
    lines = LINE_BREAK.split(text)
    written = _line(lines, line)
    if tab := _TAB_INDENT.match(written):
        return line + 1, tab.end(), _tabs(lines, line)
    opened = error.context_mark or mark
    context = (error.context or "").rpartition(" ")[2]
    if words := _WORDS_IN.get(context) or _words_for(problem, _WORDS_AT_START):
        ran_on = _NO_SPACE.match(_line(lines, opened.line)) and words == _NO_COLON
        return opened.line + 1, opened.column + 1, _RAN_ON if ran_on else words
    if bracket := find_bracket(problem, written, column):
        return line + 1, *bracket
    if "expected ',' or" in problem and (cut := find_cut_off(_line(lines, opened.line))):
        return opened.line + 1, *cut
    here = written[column : column + 1]
    if problem.startswith("found character"):
        said = _no_token(here)
    elif problem.startswith("mapping values are not allowed"):
        said = _colon(lines, line, column)
    elif _after_quote(written, column) and ("expected key" in problem or "block end" in problem):
        said = _TWO_QUOTES
    elif not here and "node content" in problem:
        said = "something that was opened with '{' or '[' is not closed"
    else:
        start = _line(lines, opened.line)[opened.column :][:1]
        words = _words_for(problem, _WORDS)
        said = words.format(line=opened.line + 1, start=start, here=here, most=deep)
    return line + 1, column + 1, said or f"this is not YAML: {problem}"


def _line(lines: list[str], number: int) -> str:
    """One line of a file, counted from 0; nothing beyond its end."""
    return lines[number] if number < len(lines) else ""


def _words_for(problem: str, table: dict[str, str]) -> str:
    """Our words for one of PyYAML's messages, with what is to be filled in."""
    for beginning, same in _SAME_IN_PYTHON.items():
        if problem.startswith(beginning):
            problem = same
    return next((words for key, words in table.items() if problem.startswith(key)), "")


def _colon(lines: list[str], line: int, column: int) -> str:
    """Why a colon is not expected here."""
    if ":" in _line(lines, line)[:column]:
        return "text that holds a colon and a space needs quotes around it"
    if line and _NO_SPACE.match(_line(lines, line - 1)):
        return "the colon on the line before has no space after it"
    return "this line is indented further than its neighbours, or the one before has no colon"


def _tabs(lines: list[str], first: int) -> str:
    """That a tab indents a line, and which other lines."""
    others = [str(n + 1) for n, line in enumerate(lines) if n != first and _TAB_INDENT.match(line)]
    said = "a tab is used for indentation; YAML wants spaces"
    if not others:
        return said
    more = ", …" if len(others) > _MOST_LINES_NAMED else ""
    return f"{said} (also on line {', '.join(others[:_MOST_LINES_NAMED])}{more})"


def _no_token(here: str) -> str:
    """That text begins with a character YAML keeps for itself."""
    if here == "\t":
        return "a tab stands where YAML wants a space"
    return f"text that begins with '{here}' needs quotes around it"


def _after_quote(written: str, column: int) -> bool:
    """Whether a quotation mark closes just before `column`."""
    return written[:column].rstrip().endswith(("'", '"'))
