"""Each word of a file of somebody else's is in the structure, or what it says is named as left.

A file holds a word of its own in every field that a reader knows of. To count a field as imported
is not enough: what it says must be there.
"""

import itertools
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from govgraph.formats import w3c_org_vocabulary as vocabulary
from govgraph.formats.account import Outcome
from govgraph.formats.format_catalogue import read_account
from govgraph.formats.record_fields import BODY, RELATION
from govgraph.formats.yaml_file import write_content

WORDS = (f"Zq{number}x" for number in itertools.count())
OF_OTHERS = ("label", "title", "description", "desc", "labels", "type", "weight", "Edge Label")


def words_of(*names: str) -> dict[str, str]:
    """A word of its own in each field."""
    return {name: next(WORDS) for name in names}


def said_in(value: Any, field: str = "") -> Iterator[tuple[str, str]]:
    """Each word in some data, with the field it stands in."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from said_in(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from said_in(inner, field)
    else:
        yield field, str(value)


def silent(path: Path, format_: str, said: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The words that are not in the structure, of fields that were named as left less often."""
    account = read_account(path, format_)
    kept = write_content(account.structure).decode().casefold()
    missing = [each for each in said if each[1].casefold() not in kept]
    left: Counter[str] = Counter()
    for fate in account.fates:
        if fate.outcome is not Outcome.IMPORTED:
            left[fate.kind.partition(".")[2]] += len(fate.of)
    often = Counter(name for name, _ in missing)
    return [each for each in missing if often[each[0]] > left[each[0]]]


def popolo(**membership: str) -> dict[str, Any]:
    """A file with a record of each kind, and a membership that says so much."""
    body = words_of("name", "classification", "abstract", "description", "image", "summary")
    dates = {"founding_date": "2001-02-03", "dissolution_date": "2005-06"}
    others = [words_of("name", "note")]
    person = words_of("name", "email", "gender", "family_name", "sort_name", "biography")
    post = words_of("label", "role", "other_label")
    area = words_of("name", "identifier", "classification")
    return {
        "organizations": [{"id": "o", "area_id": "a", "other_names": others, **body, **dates}],
        "persons": [{"id": "p", **person}],
        "posts": [{"id": "q", "organization_id": "o", "start_date": "2002-01", **post}],
        "memberships": [{"id": "m", "person_id": "p", "organization_id": "o",
                         "start_date": "2007-01", "end_date": "2008-01", **membership}],
        "areas": [{"id": "a", **area}],
    }  # fmt: skip


@pytest.mark.parametrize(
    "fields", [(), ("label", "role"), ("label", "post_id"), ("role", "post_id")], ids=str
)
def test_every_word_of_popolo(tmp_path: Path, fields: tuple[str, ...]) -> None:
    """Whatever a membership says of its role, its post and itself."""
    data = popolo(**words_of(*fields) | ({"post_id": "q"} if "post_id" in fields else {}))
    path = tmp_path / "plan.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    assert silent(path, "popolo", [*said_in(data)]) == []


def interest(type_: str, *further: str, **said: Any) -> dict[str, Any]:
    """An interest with a word in each of its fields, and some that it must say otherwise."""
    return {"type": type_, **words_of("details", *further), **said}


@pytest.mark.parametrize("type_", ["shareholding", "boardMember", "Zqtypex"])
def test_every_word_of_ownership(tmp_path: Path, type_: str) -> None:
    """Of an entity, a person and an interest, whatever stands in its fields."""
    bounds = {"minimum": "71", "exclusiveMinimum": "72", "maximum": "73", "exclusiveMaximum": "74"}
    odd = ("directOrIndirect", "beneficialOwnershipOrControl", "interestLevel")
    details: dict[str, dict[str, Any]] = {
        "entity": {
            "jurisdiction": words_of("name", "code"), "alternateNames": [next(WORDS)],
            "entityType": words_of("type", "subtype", "details"), "foundingDate": "2001-01-01",
            "unspecifiedEntityDetails": words_of("reason", "description"), **words_of("name"),
        },
        "person": {
            "names": [words_of("fullName", "givenName", "familyName"), words_of("fullName")],
            "unspecifiedPersonDetails": words_of("reason", "description"),
        },
        "relationship": {
            "subject": "entity", "interestedParty": "person",
            "interests": [interest(type_, *odd, share=bounds), interest(type_, share={"exact": 9})],
        },
    }  # fmt: skip
    path = tmp_path / "statements.json"
    statements = [
        {"statementId": f"s-{kind}", "recordId": kind, "recordType": kind, "recordDetails": said}
        for kind, said in details.items()
    ]
    path.write_text(json.dumps(statements), encoding="utf-8")
    said = [each for each in said_in(list(details.values())) if each[1] != type_]
    assert silent(path, "bods", said) == []


def predicates() -> list[str]:
    """Every address of the vocabulary that is read, whatever it stands for there."""
    found: dict[str, None] = {}
    for name, value in vars(vocabulary).items():
        told = said_in([*value] if isinstance(value, tuple | dict) else value)
        flat = itertools.chain.from_iterable(
            each if isinstance(each, tuple) else (each,)
            for each in (value if isinstance(value, tuple) else [text for _, text in told])
        )
        if name.isupper():
            found |= {each: None for each in flat if isinstance(each, str) and ":/" in each}
    return [each for each in found if each not in vocabulary.BODIES and not each.endswith("#")]


@pytest.mark.parametrize("class_", ["Organization", "Post", "Membership", "Role", "ChangeEvent"])
def test_every_word_of_rdf(tmp_path: Path, class_: str) -> None:
    """Under every predicate that is read, of things of any class, as words where none may be."""
    org = vocabulary.ORG
    said = [(predicate, next(WORDS)) for predicate in predicates()]
    assert len(said) > 60
    lines = [f'<x:a> <{predicate}> "{word}" .' for predicate, word in said]
    ends = [f"<x:a> <{org}{name}> <x:o> ." for name in ("postIn", "organization")]
    types = [f"<x:{id_}> a <{org}{name}> ." for id_, name in (("a", class_), ("o", "Organization"))]
    path = tmp_path / "plan.ttl"
    path.write_text("\n".join((*types, *ends, *lines)), encoding="utf-8")
    assert silent(path, "org", said) == []


def test_every_word_of_modern_gov(tmp_path: Path) -> None:
    """Of a committee, its members, and a ward with its councillor."""
    committee = ("committeetitle", "committeecategory", "committeepurpose", "committeefax")
    member = ("membername", "memberrole", "politicalpartytitle", "keyposts", "representing", "fax")
    councillor = ("fullusername", "politicalpartytitle", "keyposts", "photosmallurl", "fax")
    said: list[tuple[str, str]] = []

    def written(names: tuple[str, ...]) -> str:
        words = words_of(*names)
        said.extend(words.items())
        return "".join(f"<{name}>{word}</{name}>" for name, word in words.items())

    path = tmp_path / "answer.xml"
    path.write_text(
        f"<all><committee><committeeid>1</committeeid>{written(committee)}<members>"
        f"<member><memberid>7</memberid>{written(member)}</member></members></committee>"
        f"<ward>{written(('wardtitle', 'fax'))}<councillors><councillor>{written(councillor)}"
        f"<termofoffice>{written(('startdate', 'enddate'))}</termofoffice>"
        "</councillor></councillors></ward></all>",
        encoding="utf-8",
    )
    assert silent(path, "modern-gov", said) == []


@pytest.mark.parametrize("value", ["Zqx", "1", "true", "{a: Zqx}", "[Zqx", "a|Zqx", "2010"])
@pytest.mark.parametrize("part", ["node", "edge"])
def test_every_field_of_ours_in_a_graph_of_others(tmp_path: Path, part: str, value: str) -> None:
    """Under whose names others may say anything: it is read or named, and nothing is refused."""
    for name in (*(BODY if part == "node" else RELATION).by_name, *OF_OTHERS):
        data = {part: f'<data key="{name}">{value}</data>'}
        path = tmp_path / "plan.graphml"
        path.write_text(
            f'<graphml><graph edgedefault="directed"><node id="a">{data.get("node", "")}</node>'
            f'<node id="b"/><edge source="a" target="b">{data.get("edge", "")}</edge>'
            "</graph></graphml>",
            encoding="utf-8",
        )
        account = read_account(path)
        assert len(account.structure.bodies) == 1 + 1
        if "Zqx" in value:
            kept = write_content(account.structure).decode().casefold()
            left = {fate.kind for fate in account.fates if fate.outcome is Outcome.SKIPPED}
            assert "zqx" in kept or f"{part}.{name}" in left
