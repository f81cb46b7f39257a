"""A chair written on its body in a word."""

from pathlib import Path

import pytest

from govgraph.errors import LoadError
from govgraph.formats.format_catalogue import read_structure
from govgraph.formats.posts import Holder, read_holders
from govgraph.model.seats import Role, SeatStatus
from govgraph.model.structure import Structure

STRUCTURE = """
bodies:
  - {{name: Trust Board, apex: true}}
  - {{name: Audit Committee, reports_to: Trust Board, chair: [{chairs}]}}
people:
  lee: {{name: Ann Lee}}
"""


def chaired(folder: Path, *chairs: str) -> Structure:
    """A board, and a committee chaired as written; Ann Lee is among the people."""
    path = folder / "structure.yaml"
    path.write_text(STRUCTURE.format(chairs=", ".join(chairs)), "utf-8")
    return read_structure(path)


@pytest.mark.parametrize(
    ("written", "held_by", "post", "standing"),
    [
        ("Vice-Chancellor", (), "post: Vice-Chancellor", SeatStatus.SUBSTANTIVE),
        ("Director of Finance", (), "post: Director of Finance", SeatStatus.SUBSTANTIVE),
        ("'post: Convener'", (), "post: Convener", SeatStatus.SUBSTANTIVE),
        ("lee", ("lee",), "", SeatStatus.SUBSTANTIVE),
        ("ann lee", ("lee",), "", SeatStatus.SUBSTANTIVE),
        ("Cllr Bo Day", ("cllr-bo-day",), "", SeatStatus.SUBSTANTIVE),
        ("Chair of the Trust Board", (), "chair of trust-board", SeatStatus.SUBSTANTIVE),
        ("Chair of Audit Committee", (), "post: Chair of Audit Committee", SeatStatus.SUBSTANTIVE),
        ("Vacant", (), "", SeatStatus.VACANT),
        ("To be confirmed", (), "", SeatStatus.VACANT),
        ("Rotating", (), "", SeatStatus.ROTATING),
        ("le", ("le",), "", SeatStatus.SUBSTANTIVE),
        ("\U0002f800", ("\u4e3d",), "", SeatStatus.SUBSTANTIVE),  # composed, as every id is
    ],
)
def test_who_chairs(
    written: str, held_by: tuple[str, ...], post: str, standing: SeatStatus, tmp_path: Path
) -> None:
    """A person who is known or named, a post, another body's chair, or nobody."""
    (seat,) = chaired(tmp_path, written).seats
    assert (seat.role, seat.held_by, seat.ex_officio, seat.standing) == (
        Role.CHAIR,
        held_by,
        post,
        standing,
    )


def test_somebody_who_is_named_is_among_the_people(tmp_path: Path) -> None:
    """Once, with the post that stands beside the name."""
    structure = chaired(tmp_path, '"Dr Jo Hall (Medical Director)"', "Dr Jo Hall")
    assert [(person.name, person.post) for person in structure.people] == [
        ("Ann Lee", ""),
        ("Dr Jo Hall", "Medical Director"),
    ]
    assert [seat.held_by for seat in structure.seats] == [("dr-jo-hall",), ("dr-jo-hall",)]


def test_several_share_the_chair(tmp_path: Path) -> None:
    """Each has a seat, and none is the only chair."""
    assert [seat.role for seat in chaired(tmp_path, "Ann Lee", "Leader").seats] == [
        Role.CO_CHAIR,
        Role.CO_CHAIR,
    ]


def test_two_names_in_one_text_share_the_chair(tmp_path: Path) -> None:
    """One of them is among the people already."""
    structure = chaired(tmp_path, "Ann Lee and Bo Day")
    assert [(s.role, s.held_by) for s in structure.seats] == [
        (Role.CO_CHAIR, ("lee",)),
        (Role.CO_CHAIR, ("bo-day",)),
    ]


def test_a_chair_that_is_no_text_is_told(tmp_path: Path) -> None:
    """With its place; a seat in full belongs among the seats."""
    with pytest.raises(LoadError, match="'chair' must be text, not a mapping"):
        chaired(tmp_path, "{held_by: lee}")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Lynn Martin", (Holder("Lynn Martin"),)),
        ("L. Martin", (Holder("L. Martin"),)),
        ("Anna van der Berg", (Holder("Anna van der Berg"),)),
        ("Lynn Martin, Head of School", (Holder("Lynn Martin", "Head of School"),)),
        ("Dr J Hall (Psychiatry)", (Holder("Dr J Hall", "Psychiatry"),)),
        ("Lynn Martin (interim)", (Holder("Lynn Martin", standing=SeatStatus.INTERIM),)),
        ("Ann Lee & Bo Day", (Holder("Ann Lee"), Holder("Bo Day"))),
        ("Chair, Audit Committee", (Holder(post="Chair, Audit Committee"),)),
        ("Bishop of Oxford", (Holder(post="Bishop of Oxford"),)),
        ("Martin", (Holder(post="Martin"),)),
        ("Pro-Vice-Chancellor (Research)", (Holder(post="Pro-Vice-Chancellor (Research)"),)),
        ("tbc", (Holder(standing=SeatStatus.VACANT),)),
        ("n/a", ()),
        ("-", ()),
    ],
)
def test_a_person_is_told_from_a_post(written: str, meant: tuple[Holder, ...]) -> None:
    """By words that make a post, by titles, by capitals, and by what stands beside a name."""
    assert read_holders(written) == meant
