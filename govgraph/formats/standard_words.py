"""The words of a structure as people write them: `Accountable to` for `accountable_to`.

Only case, and what stands between the parts of a word, may differ; no other word is guessed. See
docs/decisions/0026-words-as-people-write-them.md.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from govgraph.model.requirements import PolicyCondition, PolicyRule, Selector, Waiver
from govgraph.model.structure import Structure

_BETWEEN = re.compile("[\\s_\u2010-\u2013-]+")
"""What may stand between the parts of a word: spaces, hyphens, underscores."""


class StandardWords:
    """Some words of ours, and the one that somebody means who writes it in a way of their own.

    >>> StandardWords(["chair", "vice-chair"]).meant_by("Vice Chair")
    'vice-chair'
    """

    def __init__(self, words: Mapping[str, str] | Iterable[str]) -> None:
        """Take words, each perhaps with how it is said."""
        self.words = words if isinstance(words, Mapping) else dict.fromkeys(words, "")
        self._by_letters: dict[str, set[str]] = {}
        for word, said in self.words.items():
            for spelling in filter(None, (word, said)):
                self._by_letters.setdefault(_letters(spelling), set()).add(word)

    def meant_by(self, written: str) -> str:
        """The word that is written, whatever its case and hyphens; nothing where none is.

        Where several may be meant, none is.
        """
        if written in self.words:
            return written
        meant = self._by_letters.get(_letters(written), ())
        return next(iter(meant)) if len(meant) == 1 else ""


def _letters(word: str) -> str:
    """A word without its case and without what stands between its parts."""
    return _BETWEEN.sub("", word.casefold())


def with_standard_kinds(structure: Structure) -> Structure:
    """A structure with every kind under its id, built in or declared, as far as one is meant."""
    kinds = _Kinds(structure)
    return replace(
        structure,
        bodies=tuple(
            body
            if body.kind in structure.kinds_of_body
            else replace(body, kind=kinds.body(body.kind))
            for body in structure.bodies
        ),
        relations=tuple(
            each
            if each.kind in structure.kinds_of_relation
            else replace(each, kind=kinds.relation(each.kind))
            for each in structure.relations
        ),
        requirements=tuple(
            replace(each, applies_to=kinds.select(each.applies_to) or each.applies_to)
            for each in structure.requirements
        ),
        policy=tuple(map(kinds.rule, structure.policy)),
        waivers=tuple(map(kinds.waiver, structure.waivers)),
    )


class _Kinds:
    """The kinds that a structure knows, and what stands for them wherever they are named."""

    def __init__(self, structure: Structure) -> None:
        bodies, relations = structure.kinds_of_body, structure.kinds_of_relation
        self._of_body = StandardWords({id_: kind.name for id_, kind in bodies.items()})
        self._of_relation = StandardWords({id_: kind.reads for id_, kind in relations.items()})

    def body(self, written: str) -> str:
        """A kind of body under its id; as it is written where that is no kind."""
        return self._of_body.meant_by(written) or written

    def relation(self, written: str) -> str:
        """A kind of relation, likewise."""
        return self._of_relation.meant_by(written) or written

    def select(self, selector: Selector | None) -> Selector | None:
        """A selection of bodies, and what it leaves out."""
        if selector is None:
            return None
        kinds = tuple(map(self.body, selector.kind))
        return replace(selector, kind=kinds, not_=self.select(selector.not_))

    def rule(self, rule: PolicyRule) -> PolicyRule:
        """A rule of the author's own."""
        every, must, must_not = self.select(rule.every), rule.must, rule.must_not
        return replace(rule, every=every, must=self._ask(must), must_not=self._ask(must_not))

    def _ask(self, condition: PolicyCondition | None) -> PolicyCondition | None:
        """What a rule asks for."""
        if condition is None:
            return None
        return replace(
            condition, relation=self.relation(condition.relation), to=self.select(condition.to)
        )

    def waiver(self, waiver: Waiver) -> Waiver:
        """A waiver of what was found about a relation, or of bodies of a kind."""
        waiver = replace(waiver, every=self.select(waiver.every)) if waiver.every else waiver
        if waiver.relation is None:
            return waiver
        from_, kind, to = waiver.relation
        return replace(waiver, relation=(from_, self.relation(kind), to))
