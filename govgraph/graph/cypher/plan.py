"""What a query may ask: known names, and nothing that grand-cypher answers wrongly.

grand-cypher reads some queries that it does not answer as Cypher means them (docs/decisions/0019
says which); those are refused here, with what to write instead.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from math import prod
from typing import Any

from lark import Token, Tree

from govgraph.errors import Place, Problem, QuestionError
from govgraph.model.names import nearest_words

MOST_STEPS_OF_A_PATH = 30
MOST_STEPS_TOGETHER = 40
MOST_SHAPES = 500
"""Into how many patterns of fixed length those of variable length may unfold."""

NAMELESS = " "
"""How what the query gives no name to is called here: as no name can begin."""

Branch = Tree[Any]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What a query may name: labels, types of relation, and what either has."""

    labels: frozenset[str]
    types: frozenset[str]
    of_bodies: frozenset[str]
    of_relations: frozenset[str]


@dataclass(frozen=True, slots=True)
class Pattern:
    """The names a query gives, and between which names its relations run."""

    bodies: frozenset[str]
    relations: tuple[str, ...]
    ends: tuple[tuple[str, str, Token], ...]


def check_plan(tree: Branch, vocabulary: Vocabulary) -> None:
    """Refuse what cannot be answered rightly; let every body have a name, described alike.

    Raises:
        QuestionError: says what, where, and what to write instead.
    """
    _name_all(tree)
    for clause in tree.find_data("path_clause"):
        _refuse(_first(clause), "grand-cypher mixes the steps of named paths; name their bodies")
    _check_lengths(tree)
    for matches in tree.find_data("many_match_clause"):
        _describe_alike(matches)
        _check_ends(read_pattern(matches))
    pattern = read_pattern(tree)
    _check_words(tree, vocabulary)
    _check_names(tree, pattern)
    _check_attributes(tree, pattern, vocabulary)
    _check_counts(tree)


def read_pattern(tree: Branch) -> Pattern:
    """The names and relations in the MATCH clauses under a branch."""
    bodies: set[str] = set()
    relations: list[str] = []
    ends: list[tuple[str, str, Token]] = []
    for clause in tree.find_data("match_clause"):
        parts = [part for part in clause.children if isinstance(part, Tree)]
        parts = [part for part in parts if part.data in {"node_match", "edge_match"}]
        named = [_name(part) or f"{NAMELESS}{id(part)}" for part in parts]
        bodies.update(named[::2])
        relations.extend(named[1::2])
        for place in range(1, len(parts), 2):
            lower, upper = named[place - 1], named[place + 1]
            if _points_left(parts[place]):
                lower, upper = upper, lower
            ends.append((lower, upper, _first(parts[place])))
    return Pattern(frozenset(bodies), tuple(relations), tuple(ends))


def _name_all(tree: Branch) -> None:
    """Name the bodies that the query does not: grand-cypher would draw names by chance."""
    for number, part in enumerate(tree.find_data("node_match")):
        if not _name(part):
            part.children.insert(0, Token("CNAME", f"{NAMELESS}{number}"))


def _describe_alike(matches: Branch) -> None:
    """Let each mention of a name carry its label: grand-cypher heeds the last mention alone.

    Raises:
        QuestionError: two mentions of a name say different things of it.
    """
    described: dict[str, Branch] = {}
    mentions = [part for part in matches.find_data("node_match") if _name(part)]
    for part in mentions:
        first = described.setdefault(_name(part), part)
        if len(first.children) == 1:
            described[_name(part)] = part
        elif len(part.children) > 1 and _written(part) != _written(first):
            _refuse(_first(part), f"the query describes '{_name(part)}' twice; do so once")
    for part in mentions:
        part.children = described[_name(part)].children


def _check_lengths(tree: Branch) -> None:
    """Paths of bounded length, in one direction."""
    shapes: list[int] = []
    together = 0
    for edge in tree.find_data("edge_match"):
        kinds = {token.type: token for token in _tokens(edge)}
        if ("LEFT_ANGLE" in kinds) == ("RIGHT_ANGLE" in kinds):
            said = "grand-cypher takes a relation without a direction for two, one each way; "
            _refuse(_first(edge), f"{said}write --> or <--")
        least = int(kinds.get("MIN_HOP", "1"))
        most = int(kinds.get("MAX_HOP", least))
        if most > MOST_STEPS_OF_A_PATH:
            _refuse(_first(edge), f"paths may have at most {MOST_STEPS_OF_A_PATH} steps")
        shapes.append(max(most - least + 1, 1))
        together += most
    if together > MOST_STEPS_TOGETHER:
        said = f"the patterns of a query may have {MOST_STEPS_TOGETHER} steps together"
        raise QuestionError(f"{said}, and these can have {together}")
    if prod(shapes) > MOST_SHAPES:
        raise QuestionError(
            f"the paths of this query can have {prod(shapes):,} different shapes, more than "
            f"{MOST_SHAPES}; give fewer of them a variable length, or shorter ones"
        )


def _check_ends(pattern: Pattern) -> None:
    """No two relations between the same two names, or of one name: one of them would be lost."""
    for name, times in Counter(pattern.relations).items():
        if times > 1 or name in pattern.bodies:
            raise QuestionError(f"the query gives the name '{name}' more than once")
    seen: set[tuple[str, str]] = set()
    for lower, upper, token in pattern.ends:
        if (lower, upper) in seen:
            said = "grand-cypher keeps one of two relations between the same names; "
            _refuse(token, f"{said}put the second into WHERE EXISTS {{MATCH ...}}")
        seen.add((lower, upper))


def _check_words(tree: Branch, vocabulary: Vocabulary) -> None:
    """Labels and types that there are."""
    for data, known, said in (
        ("node_match", vocabulary.labels, "no kind of body has the label"),
        ("edge_match", vocabulary.types, "there is no kind of relation"),
    ):
        for part in tree.find_data(data):
            for token in _tokens(part):
                if token.type == "TYPE":
                    _check_known(token, known, f"{said} '{token}'")


def _check_names(tree: Branch, pattern: Pattern) -> None:
    """Names that the query gives."""
    known = frozenset({*pattern.bodies, *pattern.relations, *_scoped(tree)})
    for part in tree.iter_subtrees():
        data = str(part.data)
        if data in {"entity_id", "return_item"} or data.endswith("_function"):
            names = [each for each in part.children if isinstance(each, Token)]
            for name in names[:1] if data == "entity_id" else names:
                if name.type == "CNAME":
                    _check_known(name, known, f"no MATCH gives the name '{name}'")


def _check_attributes(tree: Branch, pattern: Pattern, vocabulary: Vocabulary) -> None:
    """Attributes that bodies or relations have."""
    for pair in tree.find_data("entity_id"):
        name, attribute = _tokens(pair)
        is_body = str(name) in pattern.bodies
        had = vocabulary.of_bodies if is_body else vocabulary.of_relations
        what = "body" if is_body else "relation"
        _check_known(attribute, had, f"no {what} has an attribute '{attribute}'")
    for part in tree.find_data("node_match"):
        for rule in part.find_data("json_rule"):
            token = next(_tokens(rule))
            said = f"no body has an attribute '{token}'"
            _check_known(token, vocabulary.of_bodies, said)


def _check_counts(tree: Branch) -> None:
    """Counts that are grouped by what stands beside them."""
    counted = list(tree.find_data("aggregation_function"))
    distinct = any(tree.find_data("distinct_return"))
    if counted and distinct:
        _refuse(_first(counted[0]), "grand-cypher loses counts beside DISTINCT; leave it out")
    for item in tree.find_data("return_item"):
        whole = item.children[0]
        if (counted or distinct) and isinstance(whole, Token):
            _refuse(whole, f"whole bodies cannot be told apart here; return {whole}.id")
    plain = [
        _written(item.children[0])
        for item in tree.find_data("return_item")
        if not (isinstance(item.children[0], Tree) and item.children[0] in counted)
    ]
    for count in counted:
        about = _written(count.children[1])
        if any(written.endswith(about) for written in plain):
            said = f"grand-cypher cannot return '{about}' and count it as well; "
            _refuse(_first(count), f"{said}count something else, or give it another name")
    again = [name for name, times in Counter(plain).items() if times > 1]
    if again:
        raise QuestionError(f"the query returns '{again[0]}' twice")


def _check_known(token: Token, known: frozenset[str], said: str) -> None:
    if str(token) not in known:
        named = sorted(name for name in known if not name.startswith(NAMELESS))
        near = nearest_words((str(token),), named)
        _refuse(token, said, near[0] if near else "")


def _refuse(token: Token, said: str, nearest: str = "") -> None:
    place = Place("query", token.line or 0, token.column or 0)
    raise QuestionError(str(Problem(place, said, nearest=nearest)))


def _scoped(tree: Branch) -> tuple[str, ...]:
    """The names that ALL, ANY, NONE and SINGLE give."""
    return tuple(str(each.children[1]) for each in tree.find_data("list_predicate"))


def _name(part: Branch) -> str:
    """The name that a query gives to a body or relation; empty if it gives none."""
    names = (each for each in part.children if isinstance(each, Token) and each.type == "CNAME")
    return str(next(names, ""))


def _points_left(edge: Branch) -> bool:
    return any(token.type == "LEFT_ANGLE" for token in _tokens(edge))


def _tokens(branch: Branch) -> Iterator[Token]:
    """The tokens under a branch, in the order written."""
    return (token for token in branch.scan_values(lambda value: isinstance(value, Token)))


def _first(branch: Branch) -> Token:
    """The first token of a branch, for its place; one without a place if there is none."""
    return next((token for token in _tokens(branch) if token.line), Token("END", ""))


def _written(value: Any) -> str:  # noqa: ANN401 - a token or a branch
    """What stands in a branch; an attribute as grand-cypher names its column."""
    if not isinstance(value, Tree):
        return str(value)
    parts = [_written(child) for child in value.children]
    return ".".join(parts) if value.data == "entity_id" else f"{value.data}({', '.join(parts)})"
