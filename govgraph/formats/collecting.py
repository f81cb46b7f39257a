"""The parts of a structure as they are found in data of another format."""

from govgraph.formats.identifiers import slug
from govgraph.formats.taking import Taking
from govgraph.formats.values import composed, is_sound_id
from govgraph.model.bodies import Body
from govgraph.model.kinds import BodyKind
from govgraph.model.relations import Relation
from govgraph.model.seats import Person, Seat


class Collector:
    """What has been found so far, and what of the data has been asked for."""

    def __init__(self, taking: Taking) -> None:
        self.taking = taking
        self.bodies: dict[str, Body] = {}
        self.people: dict[str, Person] = {}
        self.relations: list[Relation] = []
        self.seats: list[Seat] = []
        self.kinds: dict[str, BodyKind] = {}

    def sound_id(self, text: str) -> str:
        """An id as it is written, if it can be one here."""
        plain = composed(text)
        return plain if is_sound_id(plain) else slug(plain)
