"""The bodies that a paper names: their names, other names, initials, kind and number."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from govgraph.reading import vocabulary as words
from govgraph.reading.matching import forgive
from govgraph.reading.paper_text import Paper

_LONGEST_NAME = 12
"""Words of a name at most: no paper makes the search for longer ones long."""
_HEAD = "|".join(sorted(words.ALL, key=len, reverse=True))
_SMALL_HEAD = "|".join(sorted(words.SMALL_ALL, key=len, reverse=True))
_CAPITAL_HEAD = "|".join(sorted((head.capitalize() for head in words.ALL), key=len, reverse=True))
_CAPITAL = r"[A-Z][\w&/]*(?:['-][\w&/]+)*'?"
_BETWEEN = r"(?:(?:of|and|&|for|in|on)(?: the)? )"
_NAME = re.compile(
    rf"(?<![\w'-])(?:{_CAPITAL} {_BETWEEN}?){{0,{_LONGEST_NAME}}}"
    rf"(?:(?:{_CAPITAL_HEAD}|Sub-(?:{_CAPITAL_HEAD}))|(?:{_SMALL_HEAD}))(?![\w-])"
    r"(?: of (?:Trustees|Governors|Directors|Management|Guardians))?"
)
_MODIFIER = "|".join(sorted(words.MODIFIERS, key=len, reverse=True))
_SMALL = re.compile(
    rf"(?<![\w-])(?:(?i:{_MODIFIER})(?: and |[ -])){{1,5}}(?i:{_SMALL_HEAD})(?![\w-])"
    rf"|(?<![\w-])(?:{'|'.join(f'{head}s?' for head in words.ALONE)})(?![\w-])"
)
_PREDICATE = re.compile(
    r"(?:\b(?:is|are|was|were|as|be|becomes?|being)(?: an?| the)?(?: [\w-]+)?|'s?) $", re.IGNORECASE
)
"""Before what a body is, not how it is called: *is a thematic group*, *the Trust's sub-group*."""
_OFFICE = re.compile(
    rf"\b(?:Office|Secretary|House|Bank|Department|Ministry) (?:of|for)(?: the)? "
    rf"{_CAPITAL}(?: (?:and |& |of |for )?{_CAPITAL}){{0,6}}"
)
_SPLIT = re.compile(r" (?:and|&|of|for|in|on)(?: the)? ")
_BRACKETED = re.compile(
    r"^(?:'s)? ?[(\[](?:hereafter |hereinafter |referred to as |known as |previously known as |"
    r"formerly |also known as |or )*(?:the |')*([^)\]]{2,60}?)'?[)\]]",
)
_HEREAFTER = re.compile(
    r"(?:hereafter|hereinafter|also) (?:known|referred to) as (?:the )?([\w' ]+?)(?: or (?:the )?"
    r"([\w' ]+?))?(?=[.,;)]|$)"
)
_CALLED = re.compile(r"(?:known as|called|named) (?:the )?$", re.IGNORECASE)
_INITIALS = re.compile(r"\b[A-Z][A-Za-z&]{0,2}[A-Z&]{1,6}s?\b")
_COUNTED = re.compile(rf"\b({'|'.join(words.COUNTS)}|\d{{1,3}}) (?:[a-z-]+ )?$", re.IGNORECASE)


@dataclass(slots=True)
class BodyName:
    """A body that a paper names.

    Attributes:
        name: its fullest name, as first written.
        also_known_as: other names and initials, as written.
        kind: the built-in kind that its name suggests, or nothing.
        count: for a name in the plural, how many of them the paper says there are.
        block: the index of the block that names it first.
        seen: how often it is named.
    """

    name: str
    kind: str
    block: int
    count: int = 0
    seen: int = 0
    also_known_as: list[str] = field(default_factory=list)

    @property
    def names(self) -> tuple[str, ...]:
        """Its name and its other names."""
        return (self.name, *self.also_known_as)


def find_body_names(paper: Paper) -> tuple[BodyName, ...]:
    """The bodies that a paper names, in the order in which it does."""
    gathered = _Gathered()
    texts = [forgive(" | ".join(block.cells) or block.text) for block in paper.blocks]
    for index, text in enumerate(texts):
        gathered.read(text, index)
    gathered.name_by_initials(" ".join(texts))
    gathered.merge_shorter()
    gathered.take_one_word_names(texts)
    return tuple(sorted(gathered.bodies.values(), key=lambda body: body.block))


def suggest_kind(name: str) -> str:
    """The built-in kind that the words of a name suggest, or nothing.

    >>> suggest_kind("Early Help Steering Group"), suggest_kind("Riverside Police")
    ('steering-group', '')
    """
    plain = name.casefold()
    return next((kind for part, kind in words.KINDS if part in plain), "")


def name_key(name: str) -> str:
    """A name as names are told apart: no case, articles, possessives or plurals."""
    plain = re.sub(r"\([^)]*\)", " ", forgive(name).casefold()).replace("&", " and ")
    parts = [re.sub(r"'s?$", "", part) for part in re.findall(r"[\w'-]+", plain)]
    while parts and (parts[0] in words.OPENERS or parts[0] in words.COUNTS or parts[0].isdigit()):
        parts.pop(0)
    parts = [words.PLURALS.get(part, part) for part in parts]
    return " ".join(part.removesuffix("s") if len(part) > _SHORTEST else part for part in parts)


_SHORTEST = 3
"""Letters of a word at most that is no plural, whatever it ends in."""


class _Gathered:
    """The bodies found so far, by the key of each of their names."""

    def __init__(self) -> None:
        self.bodies: dict[str, BodyName] = {}
        self.alias: dict[str, str] = {}
        self.initials: set[str] = set()

    def read(self, text: str, block: int) -> None:
        """Take the names of one block."""
        for start, end in _names_in(text):
            name = text[start:end]
            body = self._take(name, text[:start], block)
            rest = text[end:]
            if bracketed := _BRACKETED.match(rest):
                for other in re.split(r" or (?:the )?|/", bracketed[1]):
                    self._also(body, other.strip(" '"))
            if _CALLED.search(text[:start]) and (hereafter := _HEREAFTER.search(rest)):
                for other in filter(None, hereafter.groups()):
                    self._also(body, other.strip())

    def _take(self, name: str, before: str, block: int) -> BodyName:
        """The body of a name, a new one if need be."""
        key = name_key(name)
        key = self.alias.get(key, key)
        body = self.bodies.get(key)
        if body is None:
            body = self.bodies[key] = BodyName(name, suggest_kind(name), block)
        body.seen += 1
        counted = _COUNTED.search(before)
        if counted and _is_plural(name) and not body.count:
            said = counted[1].casefold()
            body.count = words.COUNTS.get(said) or int(said)
        return body

    def _also(self, body: BodyName, other: str) -> None:
        """Give a body another name, if that is one."""
        key = name_key(other)
        is_name = _INITIALS.fullmatch(other) or any(_names_in(f"{other} ")) or _is_one_head(other)
        if not is_name or not key or key == name_key(body.name) or key in self.alias:
            return
        if key in self.bodies and self.bodies[key] is not body:
            merged = self.bodies.pop(key)
            body.block = min(body.block, merged.block)
            body.seen += merged.seen
        self.alias[key] = name_key(body.name)
        body.also_known_as.append(other)

    def name_by_initials(self, text: str) -> None:
        """Give each body the initials that the paper uses for it, if they are its own alone."""
        used = Counter(found.removesuffix("s") for found in _INITIALS.findall(text))
        owners: dict[str, list[BodyName]] = {}
        for body in self.bodies.values():
            owners.setdefault(_initials_of(body.name), []).append(body)
        for initials, bodies in owners.items():
            if len(initials) > 2 and used[initials] and len(bodies) == 1:  # noqa: PLR2004
                self._also(bodies[0], initials)

    def merge_shorter(self) -> None:
        """`Children's Trust` and `Oxfordshire Children's Trust` are one, if only one is such."""
        for key in sorted(self.bodies, key=len):
            body = self.bodies[key]
            longer = [
                other
                for other in self.bodies
                if other != key and other.endswith(f" {key}") and len(key.split()) > 1
            ]
            if len(longer) == 1 and _is_plural(body.name) == _is_plural(
                self.bodies[longer[0]].name
            ):
                target = self.bodies[longer[0]]
                del self.bodies[key]
                target.block = min(target.block, body.block)
                target.seen += body.seen
                target.also_known_as += [
                    each for each in body.names if name_key(each) != name_key(target.name)
                ]

    def take_one_word_names(self, texts: Iterable[str]) -> None:
        """`the Board` is the body whose name ends so; `the Cabinet` may have no other name."""
        seen: dict[str, int] = {}
        for index, text in enumerate(texts):
            for head in re.findall(rf"\b(?:[Tt]he|[Tt]his) ((?i:{_HEAD}))\b(?! [A-Z])", text):
                if head[0].isupper():
                    seen.setdefault(head, index)
        for head, block in seen.items():
            key = name_key(head)
            own = [b for b in self.bodies.values() if name_key(b.name).split()[-1:] == [key]]
            if key in self.alias or key in self.bodies:
                continue
            if own:
                first = max(own, key=lambda body: (body.seen, -body.block))
                first.also_known_as.append(f"the {head}")
                self.alias[key] = name_key(first.name)
            elif head in words.GENERIC:
                self.bodies[key] = BodyName(head, suggest_kind(head), block, seen=1)


def _names_in(text: str) -> Iterator[tuple[int, int]]:
    """Where names of bodies begin and end in a text that has been made alike."""
    taken = 0
    for found in re.finditer(f"{_OFFICE.pattern}|{_NAME.pattern}|{_SMALL.pattern}", text):
        if found.start() < taken:
            continue
        for start, end in _parts(text, found.start(), found.end()):
            at, name = _without_openers(text, start, end)
            if _is_name(name, text[:at], text[end:]):
                yield at, at + len(name)
                taken = end


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A stretch of capitals as the names that stand in it: parted where a name has ended."""
    inner = list(re.finditer(rf"\b(?:{_CAPITAL_HEAD})\b", text[start:end]))
    small = text[start:end].rsplit(maxsplit=1)[-1].islower()
    if inner and small:  # Criminal Justice Board Theme groups
        yield from _parts(text, start, start + inner[-1].end())
        return
    at = start
    for between in _SPLIT.finditer(text, start, end):
        left, right = text[at : between.start()], text[between.end() : end]
        if re.match(r" of (?:Trustees|Governors|Directors|Management)", text[between.start() :]):
            continue
        if _ends_in_head(left) and right[:1].isupper():
            if len(left.split()) > 1 or _is_plural(left):
                yield at, between.start()
            elif not between[0].startswith(" of the"):
                continue
            at = between.end()
        elif re.match(r" (?:of|for)\b", between[0]) and not set(left.split()) & {*words.PLACES}:
            at = between.end()
    yield at, end


def _without_openers(text: str, start: int, end: int) -> tuple[int, str]:
    """A name without the words that only lead up to it."""
    name = text[start:end]
    while name:
        first, space, rest = name.partition(" ")
        if not space or first.casefold().strip("'") not in {*words.OPENERS, *words.COUNTS}:
            return start, name
        start += len(first) + 1
        name = rest
    return start, name


def _is_name(name: str, before: str, after: str) -> bool:
    """Whether a stretch of words names a body."""
    parts = re.findall(r"[\w'&/-]+", name)
    if not 1 < len(parts) <= _LONGEST_NAME and name.casefold().rstrip("s") not in words.ALONE:
        return False
    if (
        name.endswith("Chief Executive")
        or name.isupper()
        or words.NOT_AFTER.match(after)
        or re.match(r" [A-Z][a-z]+ Act\b", after)
    ):
        return False
    if re.search(r"\b(?:Directors?|Heads?|Managers?|Deans?) (?:of|for) $", before):
        return False
    if re.search(r"\b(?:in|same|other|different|key|ethnic|age|peer) $", before):
        return False
    if _SMALL.fullmatch(name) and not any(part[0].isupper() for part in parts[1:]):
        alone = name.casefold().rstrip("s") in words.ALONE
        return bool(_COUNTED.search(before)) if alone else not _PREDICATE.search(before)
    return not (len(parts) == 2 and _is_one_head(parts[0]) and parts[1].islower())  # noqa: PLR2004


def _is_one_head(name: str) -> bool:
    """Whether a name is one word that bodies end in: `Board`."""
    return bool(re.fullmatch(rf"(?i:{_HEAD})", name.removeprefix("the ")))


def _ends_in_head(name: str) -> bool:
    return bool(re.search(rf"\b(?i:{_HEAD})$", name))


def _is_plural(name: str) -> bool:
    """Whether a name is that of several bodies."""
    last = name.rsplit(maxsplit=1)[-1].casefold() if name.split() else ""
    return last in words.PLURALS or (last.endswith("s") and last[:-1] in words.HEADS)


def _initials_of(name: str) -> str:
    """The first letters of the words of a name that have capitals."""
    parts = re.findall(r"[\w']+", name.replace("-", " "))
    return "".join(part[0] for part in parts if part[0].isupper())
