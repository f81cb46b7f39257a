"""What is written where somebody's name or post may stand: who it is, which post, or nobody.

Words that make a post are listed; what holds none of them, and looks like the name of a person, is
one. Whoever means something else says it: `post: WORDS`, or an entry among the people.
"""

import re
from typing import NamedTuple

from govgraph.model.names import normalise
from govgraph.model.seats import POST

_POST_WORDS = frozenset(
    """
    adviser advisor appointee assistant associate chair chairman chairperson chairwoman chancellor
    chief clerk commissioner convener convenor coordinator dean delegate deputy director elected
    executive governor head independent lead leader librarian manager member minister monitor
    nominee officer permanent portfolio president principal provost registrar representative
    rotating secretary solicitor speaker superintendent surgeon treasurer trustee vice warden
    """.split()  # noqa: SIM905 - a list of so many words would fill a page
)
_TITLES = frozenset(
    """
    alderman baroness brigadier canon captain cllr colonel councillor cr dame doctor dr fr hon lady
    lord miss mr mrs ms mx prof professor rabbi rev reverend revd rt sir sister
    """.split()  # noqa: SIM905 - likewise
)
_VACANT = frozenset(
    {"vacant", "vacancy", "tba", "tbc", "to be appointed", "to be confirmed", "to be agreed"}
)
_PARTICLES = frozenset(
    {"ab", "al", "ap", "bin", "da", "de", "del", "der", "di", "du", "ibn", "la", "le", "o", "of",
     "ten", "ter", "van", "von", "y"}
)  # fmt: skip
_BESIDE = re.compile(r"\s*(?:,|\(|;| [\N{EN DASH}-] )\s*")


class Holder(NamedTuple):
    """Who is meant: a person by name, with the post that stands beside it, or a post alone."""

    name: str = ""
    post: str = ""


NOBODY = Holder()
"""The holder of a seat that is said to be vacant."""


def read_holder(written: str) -> Holder:
    """The person or post that is written; neither where it says that nobody holds the seat.

    >>> read_holder("Vice-Chancellor"), read_holder("Cllr Ann Lee (Leader)"), read_holder("vacant")
    (Holder(name='', post='Vice-Chancellor'), Holder(name='Cllr Ann Lee', post='Leader'), Holder())
    """
    text = written.strip()
    if text.startswith(POST):
        return Holder(post=text.removeprefix(POST).strip())
    if normalise(text) in _VACANT:
        return NOBODY
    if _is_person(text):
        return Holder(name=text)
    name, *beside = _BESIDE.split(text, maxsplit=1)
    post = "".join(beside).removesuffix(")").strip()
    if post and _is_person(name) and is_post(post):
        return Holder(name, post)
    return Holder(post=text)


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
