"""Real papers with what they hold, by hand: names, sentences, quotes, records left out."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from govgraph.model.bodies import Body
from govgraph.model.relations import Relation
from govgraph.model.sources import Citation, Source
from govgraph.model.structure import Structure
from govgraph.reading.body_names import find_body_names, name_key
from govgraph.reading.coverage import State
from govgraph.reading.marking import mark_sentences
from govgraph.reading.matching import Words
from govgraph.reading.read import read_paper
from govgraph.reporting.reader.open_paper import hold_against

PAPERS = Path(__file__).resolve().parents[3] / "shared" / "realdata" / "papers"
"""Beside the repository, if they are at hand: they are others' words, and no part of it."""
SOURCE = "paper"
_WORD = re.compile(r"[A-Za-z]{4,}")


class Case(NamedTuple):
    """A paper, and what it holds by hand."""

    path: Path
    words: Words
    gold: dict[str, Any]

    @property
    def quotes(self) -> list[str]:
        """The words that say something, letter by letter."""
        return [each["words"] for each in self.gold["relations"]] + list(self.gold["sentences"])


class Share(NamedTuple):
    """So many of so many, and those that are not among them."""

    of: int
    right: int
    others: tuple[str, ...]


def read_cases(folder: Path = PAPERS) -> tuple[Case, ...]:
    """Every paper; none where they are not at hand."""
    return tuple(
        Case(path.with_suffix(".txt"), Words(read_paper(path.with_suffix(".txt"))), gold)
        for path in sorted(folder.glob("*.yaml"))
        for gold in [yaml.safe_load(path.read_text(encoding="utf-8"))]
    )


def measure_names(cases: tuple[Case, ...]) -> tuple[Share, Share]:
    """The bodies of the gold that are found, and the names found that are bodies of it.

    A body is found by its name or another name. What the gold calls neutral counts neither way.
    """
    missing, wrong, wanted, right = [], [], 0, 0
    for case in cases:
        keys: dict[str, str] = {}
        for id_, body in case.gold["bodies"].items():
            for name in (body["name"], *body.get("aka", ())):
                keys.setdefault(name_key(name), id_)
        neutral = {name_key(name) for name in case.gold.get("neutral", ())}
        hit: set[str] = set()
        for found in find_body_names(case.words.paper):
            own = [name_key(name) for name in found.names]
            ids = {keys[key] for key in own if key in keys}
            hit |= ids
            right += bool(ids)
            if not ids and neutral.isdisjoint(own):
                wrong.append(f"{case.path.stem}: {found.name}")
        wanted += len(case.gold["bodies"])
        missing += [
            f"{case.path.stem}: {body['name']}"
            for id_, body in case.gold["bodies"].items()
            if id_ not in hit
        ]
    found_share = Share(wanted, wanted - len(missing), tuple(missing))
    return found_share, Share(right + len(wrong), right, tuple(wrong))


def measure_sentences(cases: tuple[Case, ...]) -> tuple[Share, Share]:
    """The sentences of the gold that are marked, and how many of all sentences are."""
    from govgraph.reading.paper_sentences import find_sentences

    missed, of, marked_of, marked_all = [], 0, 0, 0
    for case in cases:
        names = {body.name: body.names for body in find_body_names(case.words.paper)}
        marked = mark_sentences(case.words.paper, names)
        marked_all += len(find_sentences(case.words.paper))
        marked_of += len(marked)
        for quote in case.quotes:
            of += 1
            spans = [span for found in case.words.find(quote) for span in found]
            if not any(each.sentence.overlaps(span) for each in marked for span in spans):
                missed.append(f"{case.path.stem}: {quote}")
    return Share(of, of - len(missed), tuple(missed)), Share(marked_all, marked_of, ())


def measure_quotes(cases: tuple[Case, ...]) -> tuple[Share, Share]:
    """True quotes that are found, and quotes with one word changed that are refused."""
    lost, taken, of, changed_of = [], [], 0, 0
    for case in cases:
        for quote in case.quotes:
            of += 1
            if not case.words.find(quote):
                lost.append(f"{case.path.stem}: {quote}")
            for changed in _changed(quote):
                changed_of += 1
                if case.words.find(changed):
                    taken.append(f"{case.path.stem}: {changed}")
    return Share(of, of - len(lost), tuple(lost)), Share(
        changed_of, changed_of - len(taken), tuple(taken)
    )


def _changed(quote: str) -> Iterator[str]:
    """A quote with each of its longer words put into another, one at a time."""
    for found in _WORD.finditer(quote):
        other = f"{found[0]}s" if not found[0].endswith("s") else found[0][:-1]
        yield quote[: found.start()] + other + quote[found.end() :]


def measure_left_out(cases: tuple[Case, ...]) -> Share:
    """Records with quotes, left out one at a time, whose sentence is open without them."""
    covered, of = [], 0
    for case in cases:
        whole = record_gold(case)
        for number, relation in enumerate(whole.relations):
            of += 1
            rest = (*whole.relations[:number], *whole.relations[number + 1 :])
            opened = hold_against(case.path, case.words, replace(whole, relations=rest), SOURCE)
            spans = case.words.find(relation.cites[0].quote)[0]
            open_ = [e for e in opened.coverage.entries if e.state is State.OPEN]
            if not any(e.marked.sentence.overlaps(span) for e in open_ for span in spans):
                covered.append(f"{case.path.stem}: {relation.cites[0].quote}")
    return Share(of, of - len(covered), tuple(covered))


def measure_recorded(cases: tuple[Case, ...]) -> Share:
    """Sentences that records quote, all of the gold recorded, that are not open any more."""
    still, of = [], 0
    for case in cases:
        opened = hold_against(case.path, case.words, record_gold(case), SOURCE)
        quoted = [entry for entry in opened.coverage.entries if entry.records]
        of += len(quoted)
        still += [entry.marked.sentence.text for entry in quoted if entry.state is State.OPEN]
    return Share(of, of - len(still), tuple(still))


def record_gold(case: Case) -> Structure:
    """A structure of what a paper holds, each relation with the words that say so."""
    bodies = tuple(
        Body(id=id_, name=body["name"], also_known_as=tuple(body.get("aka", ())))
        for id_, body in case.gold["bodies"].items()
    )
    relations = tuple(
        Relation(
            from_body=str(each["from"]),
            kind=each["rel"],
            to_body=str(each["to"]),
            cites=(Citation(source=SOURCE, quote=each["words"]),),
        )
        for each in case.gold["relations"]
    )
    sources = (Source(id=SOURCE, title=case.words.paper.title),)
    return Structure(sources=sources, bodies=bodies, relations=relations)
