"""Every question is written once, and everything is made of its record."""

import inspect
import json
from pathlib import Path

import pytest

import govgraph
from govgraph import questions, registers
from govgraph.assistants.structure_cache import CachedStructure
from govgraph.assistants.tools import build_tools
from govgraph.cli.main import COMMANDS
from govgraph.errors import QuestionError
from govgraph.questions.question_catalogue import QUESTIONS, find_question
from govgraph.registers.reading.register_reader import read_register
from tests.cli.program import govgraph as run
from tests.factories import graph
from tests.made_registers import write_text

PARTS = {"telling", "__init__", "question_catalogue", "question"}


def test_no_question_is_forgotten() -> None:
    """Each module of the room is a question of the catalogue, a verb, a command and a tool."""
    room = Path(inspect.getfile(questions)).parent
    assert {path.stem for path in room.glob("*.py")} - PARTS == set(QUESTIONS)
    tools = build_tools(CachedStructure(Path("nowhere.yaml")))
    for name in QUESTIONS:
        assert getattr(govgraph, name) is find_question(name)
        assert name in COMMANDS
        assert tools[name].cut == find_question(name).wording.lists


@pytest.mark.parametrize("name", QUESTIONS)
def test_an_answer_has_the_fields_that_its_question_promises(name: str) -> None:
    """In their order, and JSON can hold them."""
    ask = find_question(name)
    asked = graph("a -> b; b -> c*")
    words = {"bodies": ["a", "b"], "superior": "c", "body": "a"}
    answer = ask(asked, **{key: words[key] for key in ask.arguments if key in words})
    data = ask.data(answer)
    promised = list(ask.wording.gives)
    assert [key for key in data if key in promised] == promised
    assert json.loads(json.dumps(data)) == data
    assert ask.text(asked, answer).strip()


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_example_of_a_question_answers(name: str) -> None:
    """As its help and its page say."""
    import shlex

    done = run(*shlex.split(find_question(name).wording.example))
    assert done.code == 0, done.err


def test_an_unknown_question_is_an_error_and_never_another_excerpt(tmp_path: Path) -> None:
    """With the nearest that there is."""
    register = read_register(write_text(tmp_path, "id\nhart\n"))
    with pytest.raises(QuestionError, match="no question 'peer'; did you mean 'peers'"):
        registers.excerpt(register, "peer", ["hart"])


def test_a_verb_has_the_signature_and_words_of_its_question() -> None:
    """For whoever asks Python for help."""
    assert list(inspect.signature(govgraph.chain).parameters) == [
        "graph",
        "body",
        "most",
        "through_seats",
    ]
    said = "Upward from a body to the apex: every line, how firm, and where and why it stops."
    assert (govgraph.chain.__doc__ or "").startswith(said)
    assert govgraph.chain.explains == said
