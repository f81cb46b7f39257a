"""What is written where somebody's name or post may stand: who it is, which post, or nobody.

Words that make a post are listed; what holds none of them, and looks like the name of a person, is
one. Whoever means something else says it: `post: WORDS`, or an entry among the people.
"""

import re
from typing import NamedTuple

from govgraph.model.names import normalise
from govgraph.model.seats import POST, SeatStatus

_POST_WORDS = frozenset(
    """
    accountant administrator adviser advisor analyst appointee archdeacon assistant associate
    auditor bishop chair chairman chairperson chairwoman chancellor chief clerk commissioner
    consultant convener convenor coordinator curate dean delegate deputy director elected executive
    governor guardian head headteacher independent lead leader librarian manager mayor member
    minister monitor nominee nurse officer permanent physician planner portfolio president principal
    provost registrar representative secretary solicitor speaker superintendent surgeon surveyor
    teacher treasurer trustee vicar vice warden
    """.split()  # noqa: SIM905 - a list of so many words would fill a page
)
_TITLES = frozenset(
    """
    alderman baroness brigadier canon captain cllr colonel councillor cr dame doctor dr fr hon lady
    lord miss mr mrs ms mx prof professor rabbi rev reverend revd rt sir sister
    """.split()  # noqa: SIM905 - likewise
)
_STANDINGS = {
    SeatStatus.VACANT: (
        "vacant", "vacancy", "tba", "tbc", "to be appointed", "to be confirmed", "to be agreed",
    ),
    SeatStatus.ROTATING: ("rotating", "rotates", "by rotation", "in rotation", "by turns"),
    SeatStatus.INTERIM: ("interim", "interim chair"),
    SeatStatus.ACTING: ("acting", "acting chair"),
    SeatStatus.DESIGNATE: ("designate", "chair designate", "designate chair"),
}  # fmt: skip
_SAID = {word: standing for standing, words in _STANDINGS.items() for word in words}
_NOT_SAID = frozenset({"", "n a", "na", "none", "not known", "not applicable", "unknown"})
_PARTICLES = frozenset(
    {"ab", "al", "ap", "bin", "da", "de", "del", "der", "di", "du", "ibn", "la", "le", "o",
     "ten", "ter", "van", "von", "y"}
)  # fmt: skip
_TOGETHER = re.compile(r"\s+(?:&|and)\s+")
_BESIDE = re.compile(r"\s*(?:,|\(|;| [\N{EN DASH}-] )\s*")


class Holder(NamedTuple):
    """Who is meant: a person by name, perhaps with a post, or a post alone; and its status."""

    name: str = ""
    post: str = ""
    standing: SeatStatus = SeatStatus.SUBSTANTIVE


def read_holders(written: str) -> tuple[Holder, ...]:
    """The people or the post that is written: none where it says that there is nothing to say.

    >>> read_holders("Vice-Chancellor")[0].post, read_holders("Cllr Ann Lee (Leader)")[0][:2]
    ('Vice-Chancellor', ('Cllr Ann Lee', 'Leader'))
    >>> read_holders("vacant")[0].standing, [each.name for each in read_holders("A Lee and B Day")]
    (<SeatStatus.VACANT: 'vacant'>, ['A Lee', 'B Day'])
    """
    text = written.strip()
    if text.startswith(POST):
        return (Holder(post=text.removeprefix(POST).strip()),)
    if normalise(text) in _NOT_SAID:
        return ()
    if normalise(text) in _SAID:
        return (Holder(standing=_SAID[normalise(text)]),)
    people = _TOGETHER.split(text)
    if all(map(_is_person, people)):
        return tuple(Holder(name=name) for name in people)
    return (_with_post(text),)


def _with_post(text: str) -> Holder:
    """A person with what stands beside the name, or a post."""
    name, *beside = _BESIDE.split(text, maxsplit=1)
    post = "".join(beside).removesuffix(")").strip()
    if not post or not _is_person(name):
        return Holder(post=text)
    if standing := _SAID.get(normalise(post)):
        return Holder(name, standing=standing)
    return Holder(name, post) if "(" in text or is_post(post) else Holder(post=text)


def is_post(text: str) -> bool:
    """Whether some words hold one that makes a post of them.

    >>> is_post("Pro-Vice-Chancellor"), is_post("Lynn Martin")
    (True, False)
    """
    return not _POST_WORDS.isdisjoint(normalise(text).split())


def is_written_in_words(text: str) -> bool:
    """Whether a text is words as people write them, and no id: a capital, or a space between."""
    return " " in text.strip() or text != text.lower()


def _is_person(text: str) -> bool:
    """Whether a text looks like a person's name: a title, or several words, each with a capital."""
    words = text.replace(".", " ").split()
    plain = normalise(text).split()
    if len(words) < 2 or _BESIDE.search(text):  # noqa: PLR2004 - a first name and a last
        return False
    if plain[:1] and plain[0] in _TITLES:
        return True
    return not is_post(text) and all(
        word.casefold() in _PARTICLES or not word[0].islower() for word in words
    )
