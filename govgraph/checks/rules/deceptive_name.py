r"""A name that does not say what it seems to say.

## What it finds
Names of bodies, people and sources, and the structure's own title, that hold

- characters which turn the direction of writing, so that a name reads backwards (U+202A to U+202E,
  U+2066 to U+2069);
- characters that nobody sees: zero-width spaces, soft hyphens, word joiners, fillers, tags;
- letters of another alphabet among those that they pass for, such as a Cyrillic letter in *County*;

and bodies, or people, whose names or ids look the same and are written differently, whether by
such characters or by accents that are put together in another way. Names in any alphabet are
sound, and so are the marks that their own script needs: joiners in Persian or Hindi, marks of
direction in Hebrew or Arabic. Greek letters are, where they are plainly that (*Aβ*).

## Why it matters
A name like this is found by no search and is a second body to every program, while a reader takes
it for the first: a line of account can be hung on it, or taken away from the body that is meant.
Mostly it came with a paste from a web page or a PDF; seldom somebody meant it.

## How to put it right
Type the name anew. If there are two bodies, give them names that look different.

## Bad
```yaml
bodies:
  trust: {name: "County Trust", apex: true}
  second: {name: "\u0421ounty Trust", apex: true}  # begins with a Cyrillic letter
  fleet: {name: "Fleet\u200B Partnership", accountable_to: trust}
```

## Good
```yaml
bodies:
  trust: {name: County Trust, apex: true}
  fleet: {name: Fleet Partnership, accountable_to: trust}
  cardiff: {name: Bwrdd Tŷ Gŵyl, accountable_to: trust}
```
"""

import unicodedata
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from govgraph.checks.check import Check, Evidence
from govgraph.checks.finding import Finding, Severity, Subject
from govgraph.checks.similar_names import find_twins
from govgraph.errors import Place
from govgraph.model.alphabets import LATIN_TWIN, find_strangers
from govgraph.model.appearance import find_turns, find_unseen, spell_out
from govgraph.model.bodies import Body
from govgraph.model.seats import Person
from govgraph.wording.lists import join_words

TYPE_ANEW = "Type the name anew, without what was pasted with it."
_LONGEST = 80


class _Written(NamedTuple):
    """A name: what bears it, and where it was written."""

    text: str
    whose: str
    subject: Subject
    place: Place | None


def find_deceptive_names(check: Check, evidence: Evidence) -> Iterator[Finding]:
    """A finding for each way in which a name deceives, and for names that look the same."""
    for name in _names(evidence):
        if name.text.isascii():
            continue
        for variant, said in _faults(name.text):
            shown = _clipped(spell_out(name.text))
            message = f"{name.whose}, ‘{shown}’, {said}."
            yield check.finding(
                name.subject, message, remedy=TYPE_ANEW, place=name.place, variant=variant
            )
    known = evidence.structure.body_by_id
    yield from _twins(check, {id_: known[id_] for id_ in evidence.graph.bodies}, "bodies")
    yield from _twins(check, evidence.structure.person_by_id, "people")


def _names(evidence: Evidence) -> Iterator[_Written]:
    """Every name that somebody reads as one."""
    structure = evidence.structure
    yield _Written(structure.title, "The title of the structure", Subject(), structure.place)
    for id_ in evidence.graph.bodies:
        body = structure.body_by_id[id_]
        for text in (body.id, body.name, *body.also_known_as):
            yield _Written(text, f"A name of the body {spell_out(id_)}", Subject(id_), body.place)
    for person in structure.people:
        whose = f"A name of the person {spell_out(person.id)}"
        for text in (person.id, person.name, *person.also_known_as, person.post):
            yield _Written(text, whose, Subject(), person.place)
    for source in structure.sources:
        whose = f"A name of the source {spell_out(source.id)}"
        for text in (source.id, source.title):
            yield _Written(text, whose, Subject(), source.place)


def _faults(text: str) -> Iterator[tuple[str, str]]:
    """Each way in which a name deceives: its variant, and how it is said of the name."""
    if turns := find_turns(text):
        yield "direction", f"turns the direction of writing by {_format(turns)}"
    if unseen := find_unseen(text):
        yield "invisible", f"holds what nobody sees: {_format(unseen)}"
    if strangers := find_strangers(text):
        yield "mixed alphabets", f"holds {_format(strangers)} among letters of another alphabet"


def _format(letters: str) -> str:
    """Characters by their code and their name in Unicode."""
    return join_words([_format_letter(letter) for letter in letters])


def _format_letter(letter: str) -> str:
    name = unicodedata.name(letter, "no character").lower()
    like = f", which looks like {LATIN_TWIN[letter]}" if letter in LATIN_TWIN else ""
    shown = f"‘{letter}’ " if spell_out(letter) == letter else ""
    return f"{shown}U+{ord(letter):04X} ({name}{like})"


def _twins(
    check: Check, items: Mapping[str, Body] | Mapping[str, Person], what: str
) -> Iterator[Finding]:
    """A finding for each look that several have."""
    names = {id_: (id_, item.name, *item.also_known_as) for id_, item in items.items()}
    for seen, ids in find_twins(names):
        listed = join_words([spell_out(id_) for id_ in ids])
        yield check.finding(
            Subject(ids[0]) if what == "bodies" else Subject(),
            f"The {what} {listed} have names that look the same, ‘{_clipped(seen)}’, and are"
            " written differently.",
            remedy="If they are one, keep one entry; if not, give them names that look different.",
            place=items[ids[-1]].place,
            others=ids[1:] if what == "bodies" else (),
            variant=f"{what} that look the same",
        )


def _clipped(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


CHECK = Check(
    code="GG209",
    name="deceptive-name",
    severity=Severity.WARNING,
    summary="a name holds what nobody sees, or letters that pass for others",
    headings={"": "A name that is not written as it looks"},
    find=find_deceptive_names,
    documentation=__doc__,
    of_record=True,
)
