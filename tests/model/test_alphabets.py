"""Letters that pass for those of another alphabet are those that Unicode lists."""

from confusable_homoglyphs.confusables import confusables_data

from govgraph.model.alphabets import LATIN_TWIN, find_strangers, script_of


def test_every_letter_passes_for_its_twin_by_unicodes_own_list() -> None:
    """Unicode lists capital I, l and 1 as one look, under l."""
    for letter, twin in LATIN_TWIN.items():
        listed = {each["c"] for each in confusables_data[letter]}
        assert listed & {twin, "l" if twin == "I" else twin}, letter


def test_each_letter_is_of_an_alphabet_that_is_not_latin() -> None:
    """The table holds no Latin letter, and its twins are plain ones."""
    assert not {script_of(letter) for letter in LATIN_TWIN} & {"LATIN"}
    assert all(twin.isascii() and twin.isalpha() for twin in LATIN_TWIN.values())


def test_a_letter_is_found_in_any_word_it_hides_in() -> None:
    """Each of them among Latin letters that no other alphabet has."""
    for letter in LATIN_TWIN:
        assert find_strangers(f"q{letter}r") == letter
