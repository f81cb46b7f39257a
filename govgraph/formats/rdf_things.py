"""What the statements of an RDF file say of each thing, and which of them were used."""

from collections.abc import Iterable, Iterator

from govgraph.formats.account import Outcome
from govgraph.formats.ledger import FIELD, WITH_RECORD, Ledger
from govgraph.formats.rdf_statements import Statement, Term

THING = "thing"
"""The kind of record of whatever is described in a file."""
_SECURE = "https://schema.org/"
"""How addresses of a vocabulary begin that has two of each, of which the other is in use here."""
_TEXT = "it is a text where a thing should stand"
_NO_PLACE = "a structure has no place for it"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_OWL = "http://www.w3.org/2002/07/owl#"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_WIDER = {
    "class": (f"{_RDFS}subClassOf", f"{_OWL}equivalentClass"),
    "predicate": (f"{_RDFS}subPropertyOf", f"{_OWL}equivalentProperty"),
}


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
            if thing not in self.said:
                ledger.count(THING, thing, thing)
            ledger.count(f"{THING}{FIELD}{predicate}", statement, thing)
            self.said.setdefault(thing, {}).setdefault(predicate, []).append(value)
            self._joined.setdefault(predicate, []).append((thing, value))
            if not value.is_text:
                self._pointing.setdefault(predicate, {}).setdefault(value.text, []).append(thing)
        self._narrower = {what: self._narrower_than(terms) for what, terms in _WIDER.items()}
        for predicate in self._joined:
            if predicate.startswith(_SECURE):
                self._narrower["predicate"].setdefault(_plain(predicate), []).append(predicate)

    def all(self, thing: str, *predicates: str) -> list[Term]:
        """Everything that is said of something by some predicates, which are then used."""
        said = self.said.get(thing)
        if not said:
            return []
        found: dict[Term, None] = {}
        for predicate in self.also(predicates, "predicate"):
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
        for predicate in self.also(predicates, "predicate"):
            for subject in self._pointing.get(predicate, {}).get(thing, ()):
                self._used.add(Statement(subject, predicate, Term(thing)))
                found[subject] = None
        return list(found)

    def pairs(self, predicate: str) -> Iterator[tuple[str, str]]:
        """Every two things that a predicate joins, in the order of the file."""
        for narrower in self.also((predicate,), "predicate"):
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
        waiting = list(named)
        while waiting:
            class_ = waiting.pop(0)
            plain = [_plain(class_)] if class_.startswith(_SECURE) else []
            for wider in (*plain, *self.addresses(class_, *_WIDER["class"])):
                if wider not in found:
                    found[wider] = None
                    waiting.append(wider)
        return list(found)

    def also(self, wanted: Iterable[str], what: str) -> Iterable[str]:
        """Some predicates or classes, and those that the file declares to be part of them."""
        narrower = self._narrower[what]
        if not narrower:
            return wanted
        found = dict.fromkeys(wanted)
        waiting = [each for each in found if each in narrower]
        while waiting:
            for each in narrower.get(waiting.pop(), ()):
                if each not in found:
                    found[each] = None
                    waiting.append(each)
        return found

    @property
    def declared(self) -> list[str]:
        """The predicates that the file declares to be part of others, which are then used."""
        terms = {each for named in self._narrower["predicate"].values() for each in named}
        return [
            term for term in self.said if term in terms and self.all(term, *_WIDER["predicate"])
        ]

    def skip(self, thing: str, predicates: Iterable[str], value: Term, why: str) -> None:
        """Say that a statement is not in the structure, though it was asked for."""
        for predicate in self.also(predicates, "predicate"):
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

    def _narrower_than(self, terms: Iterable[str]) -> dict[str, list[str]]:
        """What is declared to be part of each predicate or class."""
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
