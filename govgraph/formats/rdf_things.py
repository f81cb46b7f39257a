"""What the statements of an RDF file say of each thing, and which of them were used."""

from collections import deque
from collections.abc import Iterable, Iterator

from govgraph.formats.account import Outcome
from govgraph.formats.ledger import FIELD, WITH_RECORD, Ledger
from govgraph.formats.rdf_statements import RELATIVE_TO, Statement, Term

THING = "thing"
"""The kind of record of whatever is described in a file."""
_SECURE = "https://schema.org/"
"""How addresses of a vocabulary begin that has two of each, of which the other is in use here."""
_TEXT = "it is a text where a thing should stand"
_NO_PLACE = "a structure has no place for it"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_OWL = "http://www.w3.org/2002/07/owl#"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_WIDER_CLASS = (f"{_RDFS}subClassOf", f"{_OWL}equivalentClass")
_MOST_WIDER = 100
"""How many classes are looked at for the one that says what a class is: each may have as many."""
_WIDER_PREDICATE = (f"{_RDFS}subPropertyOf", f"{_OWL}equivalentProperty")


class Things:
    """The statements of one file by thing, each counted; what is asked for counts as used.

    A predicate that the file declares to be part of another stands for that one too, and so does
    a class.
    """

    def __init__(self, statements: Iterable[Statement], ledger: Ledger) -> None:
        self.ledger = ledger
        self.said: dict[str, dict[str, list[Term]]] = {}
        self._pointing: dict[str, dict[str, list[str]]] = {}
        self._joined: dict[str, list[tuple[str, Term]]] = {}
        self._used: set[Statement] = set()
        self._why: dict[Statement, str] = {}
        for statement in statements:
            thing, predicate, value = statement
            written = thing.removeprefix(RELATIVE_TO) or "<>"
            if thing not in self.said:
                ledger.count(THING, thing, written)
            ledger.count(f"{THING}{FIELD}{predicate}", statement, written)
            self.said.setdefault(thing, {}).setdefault(predicate, []).append(value)
            self._joined.setdefault(predicate, []).append((thing, value))
            if not value.is_text:
                self._pointing.setdefault(predicate, {}).setdefault(value.text, []).append(thing)
        self._narrower = self._narrower_than(_WIDER_PREDICATE)
        for predicate in self._joined:
            if predicate.startswith(_SECURE):
                self._narrower.setdefault(_plain(predicate), []).append(predicate)
        self._spelled: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._wider: dict[str, tuple[str, ...]] = {}

    def all(self, thing: str, *predicates: str) -> list[Term]:
        """Everything that is said of something by some predicates, which are then used."""
        said = self.said.get(thing)
        if not said:
            return []
        found: dict[Term, None] = {}
        for predicate in self.spelled(*predicates):
            for value in said.get(predicate, ()):
                self._used.add(Statement(thing, predicate, value))
                found[value] = None
        return list(found)

    def addresses(self, thing: str, *predicates: str) -> list[str]:
        """The things, and not texts, that are said of something; texts are skipped, and named."""
        values = self.all(thing, *predicates)
        for value in values:
            if value.is_text:
                self.skip(thing, predicates, value, _TEXT)
        return [value.text for value in values if not value.is_text]

    def pointing_at(self, thing: str, *predicates: str) -> list[str]:
        """Everything that points at something by some predicates."""
        found: dict[str, None] = {}
        for predicate in self.spelled(*predicates):
            for subject in self._pointing.get(predicate, {}).get(thing, ()):
                self._used.add(Statement(subject, predicate, Term(thing)))
                found[subject] = None
        return list(found)

    def pairs(self, predicate: str) -> Iterator[tuple[str, str]]:
        """Every two things that a predicate joins, in the order of the file."""
        for narrower in self.spelled(predicate):
            for thing, value in self._joined.get(narrower, ()):
                self._used.add(Statement(thing, narrower, value))
                if value.is_text:
                    self.skip(thing, (narrower,), value, _TEXT)
                else:
                    yield thing, value.text

    def types(self, thing: str) -> list[str]:
        """The classes of something, those it names first, and then the wider ones."""
        named = self.addresses(thing, TYPE)
        found = dict.fromkeys(named)
        for class_ in named:
            if class_ not in self._wider:
                self._wider[class_] = self._wider_than(class_)
            found |= dict.fromkeys(self._wider[class_])
        return list(found)

    def spelled(self, *predicates: str) -> tuple[str, ...]:
        """Some predicates, and those declared to be part of them, that the file makes use of."""
        if predicates not in self._spelled:
            found = dict.fromkeys(predicates)
            waiting = list(predicates)
            while waiting:
                for each in self._narrower.get(waiting.pop(), ()):
                    if each not in found:
                        found[each] = None
                        waiting.append(each)
            self._spelled[predicates] = tuple(each for each in found if each in self._joined)
        return self._spelled[predicates]

    @property
    def declared(self) -> list[str]:
        """The predicates that the file declares to be part of others, which are then used."""
        terms = {each for named in self._narrower.values() for each in named}
        return [term for term in self.said if term in terms and self.all(term, *_WIDER_PREDICATE)]

    def skip(self, thing: str, predicates: Iterable[str], value: Term, why: str) -> None:
        """Say that a statement is not in the structure, though it was asked for."""
        for predicate in self.spelled(*predicates):
            self._why[Statement(thing, predicate, value)] = why

    def settle(self) -> None:
        """Say what became of every statement, once it is said of every thing."""
        for thing, said in self.said.items():
            outcome = self.ledger.outcome(THING, thing)
            for predicate, values in said.items():
                for value in values:
                    statement = Statement(thing, predicate, value)
                    self._settle(statement, outcome)

    def _settle(self, statement: Statement, outcome: Outcome | None) -> None:
        """Say what became of one statement."""
        kind = f"{THING}{FIELD}{statement.predicate}"
        if statement in self._why:
            self.ledger.skipped(kind, statement, self._why[statement])
        elif statement in self._used:
            self.ledger.imported(kind, statement, f"part of its {THING}")
        elif outcome is Outcome.SKIPPED:
            self.ledger.skipped(kind, statement, WITH_RECORD)
        else:
            self.ledger.skipped(kind, statement, _NO_PLACE)

    def _wider_than(self, class_: str) -> tuple[str, ...]:
        """The classes that a class is declared to be part of, the nearest first."""
        found: dict[str, None] = {}
        waiting = deque([class_])
        while waiting and len(found) < _MOST_WIDER:
            narrower = waiting.popleft()
            plain = [_plain(narrower)] if narrower.startswith(_SECURE) else []
            for wider in (*plain, *self.addresses(narrower, *_WIDER_CLASS)):
                if wider not in found:
                    found[wider] = None
                    waiting.append(wider)
        return tuple(found)

    def _narrower_than(self, terms: Iterable[str]) -> dict[str, list[str]]:
        """What is declared, by some terms, to be part of each predicate."""
        found: dict[str, list[str]] = {}
        for term in terms:
            for wider, narrower in self._pointing.get(term, {}).items():
                for each in narrower:
                    found.setdefault(wider, []).append(each)
                    if term.startswith(_OWL):
                        found.setdefault(each, []).append(wider)
        return found


def _plain(address: str) -> str:
    """An address of schema.org as it was written at first."""
    return address.replace("https:", "http:", 1)
