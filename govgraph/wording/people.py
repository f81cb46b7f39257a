"""What people are called."""

from collections.abc import Iterable

from govgraph.model.structure import Structure
from govgraph.wording.lists import join_words


def list_people(structure: Structure, ids: Iterable[str]) -> list[str]:
    """The names of people, or the ids where nobody goes by them."""
    known = structure.person_by_id
    return [known[id_].name if id_ in known else id_ for id_ in ids]


def name_people(structure: Structure, ids: Iterable[str]) -> str:
    """The same as a list in a sentence, with everybody in it."""
    return join_words(list_people(structure, ids), most=None)
