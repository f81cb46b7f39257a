"""Settings, baselines and rules of others."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from govgraph.checks.baseline import find_keys, hold_against, write_baseline
from govgraph.checks.finding import Severity
from govgraph.checks.runner import check_structure
from govgraph.checks.settings import Settings, find_settings, read_settings
from govgraph.checks.settings_schema import build_settings_schema
from govgraph.errors import LoadError, Place
from tests.factories import structure


def written(folder: Path, text: str) -> Path:
    """The path of a settings file that says `text`."""
    file = folder / "govgraph.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_settings_are_read(tmp_path: Path) -> None:
    """Every setting, `off` as a rule left out."""
    file = written(
        tmp_path,
        """
        [check]
        select = ["GG1"]
        ignore = ["uncited"]
        fail-on = "warning"
        [check.severity]
        span-too-wide = "warning"
        interlock = "off"
        """,
    )
    settings = read_settings(file)
    assert settings.select == ("GG1",)
    assert settings.ignore == ("uncited", "interlock")
    assert settings.fail_on is Severity.WARNING
    assert settings.severities == {"span-too-wide": Severity.WARNING}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[chek]", "'chek' is no part of the settings; did you mean 'check'?"),
        ("[check]\nfail_on = 'error'", "did you mean 'fail-on'?"),
        ("[check]\nignore = 'uncited'", "'ignore' is not a list of texts"),
        ("[check]\nfail-on = 'never'", "allowed: error, warning, information"),
        ("[check.severity]\nx = 'grave'", "the severity of 'x' is 'grave'"),
        ("[check]\nseverity = 1", "'severity' is not a table"),
        ("check = 1", "'check' is not a table"),
        ("[check", "this is not TOML"),
        ("[check]\nselect = 1 2\n", "govgraph.toml:2:12: this is not TOML"),
        ("[check]\nfail-on = []", "'fail-on' is []"),
        ("[check.severity]\nGG101 = {a = 1}", "the severity of 'GG101' is {'a': 1}"),
        ("check = " + "[" * 100_000, "stand too deep"),
        (f"check = {'9' * 5000}", "this is not TOML"),
        ("check = '\x07'", "this is not TOML"),
    ],
)
def test_what_means_nothing_is_refused(tmp_path: Path, text: str, said: str) -> None:
    """With what was meant, or what is allowed."""
    with pytest.raises(LoadError) as caught:
        read_settings(written(tmp_path, text))
    assert said in str(caught.value)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_settings_saved_by_another_editor_are_read(tmp_path: Path, encoding: str) -> None:
    """With the mark at its beginning that some editors write."""
    file = tmp_path / "govgraph.toml"
    file.write_bytes("[check]\nselect = ['GG1']\n".encode(encoding))
    assert read_settings(file).select == ("GG1",)


def test_rules_may_stand_in_the_settings(tmp_path: Path) -> None:
    """In the words of a structure file; what is wrong with one names the settings."""
    file = written(
        tmp_path,
        """
        [[policy]]
        id = "chairs"
        every = {kind = "board"}
        must = {chair = true}
        because = "Standing orders."
        """,
    )
    (rule,) = read_settings(file).policy
    assert (rule.id, rule.because) == ("chairs", "Standing orders.")
    assert rule.must is not None
    assert rule.must.chair
    with pytest.raises(LoadError, match=r"govgraph.toml:3:1: .*'evry'"):
        read_settings(written(tmp_path, "[[policy]]\nid = 'a'\nevry = {kind = 'b'}"))


def test_several_mistakes_are_told_at_once(tmp_path: Path) -> None:
    """Nobody mends one at a time."""
    with pytest.raises(LoadError) as caught:
        read_settings(written(tmp_path, "[check]\nx = 1\nignore = 1\n[y]\n"))
    assert len(caught.value.problems) == 3


def test_settings_stand_beside_the_structure_or_in_this_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beside comes first."""
    monkeypatch.chdir(tmp_path)
    assert find_settings(tmp_path / "x" / "a.yaml") is None
    here = written(tmp_path, "")
    assert find_settings(Path("x/a.yaml")) == Path(here.name)
    (tmp_path / "x").mkdir()
    beside = written(tmp_path / "x", "")
    assert find_settings(tmp_path / "x" / "a.yaml") == beside
    assert find_settings(tmp_path / "x") == beside


def test_a_folder_that_may_not_be_looked_into_has_no_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is wrong is the folder, not a file of ours in it."""

    def refuse(_: Path) -> bool:
        raise PermissionError

    monkeypatch.setattr(Path, "is_file", refuse)
    assert find_settings(tmp_path) is None


def test_severities_can_be_changed_but_not_raised_where_a_rule_softened_them() -> None:
    """A graded rule; a part-of orphan stays a warning at most."""
    here = structure("fleet -part_of-> hart -> trust*; chairs")
    graded = check_structure(here, select=["GG101"], severities={"orphaned-body": Severity.WARNING})
    assert {f.severity for f in graded.findings} == {Severity.WARNING}
    graded = check_structure(here, select=["GG101"], severities={"GG101": Severity.ERROR})
    assert [(f.subject.body, f.severity) for f in graded.findings] == [
        ("chairs", Severity.ERROR),
        ("fleet", Severity.WARNING),
    ]


def test_a_baseline_leaves_only_what_is_new(tmp_path: Path) -> None:
    """And counts what is gone."""
    file = tmp_path / "baseline.json"
    before = check_structure(structure("a; b; trust*"), select=["orphaned-body"])
    file.write_text("".join(write_baseline(find_keys(before))), encoding="utf-8")
    after = check_structure(structure("a; c; trust*"), select=["orphaned-body"])
    measured = hold_against(after, file)
    assert [finding.subject.body for finding in measured.findings.findings] == ["c"]
    assert (measured.known, measured.gone) == (1, 1)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"findings": [1]}', "[" * 100_000])
def test_what_is_no_baseline_is_refused(tmp_path: Path, text: str) -> None:
    """Never a traceback."""
    file = tmp_path / "baseline.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(LoadError, match="no baseline"):
        hold_against(check_structure(structure("a")), file)


def test_a_baseline_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """With the system's own reason."""
    with pytest.raises(LoadError, match="No such file"):
        hold_against(check_structure(structure("a")), tmp_path / "none.json")


EVERYTHING = """
[check]
against = ["rules.yaml", "more.yaml"]

[[policy]]
id = "chairs"
every = {kind = "board"}
must = {chair = true}
"""


def test_settings_name_their_file_and_what_stands_beside_it(tmp_path: Path) -> None:
    """Files to check against are looked for beside the settings; a rule is placed in them."""
    file = written(tmp_path, EVERYTHING)
    settings = read_settings(file)
    assert settings.file == str(file)
    assert settings.against == (tmp_path / "rules.yaml", tmp_path / "more.yaml")
    assert settings.fail_on is None
    assert [rule.place for rule in settings.policy] == [Place(str(file), 5, 3)]


def test_an_empty_file_sets_nothing(tmp_path: Path) -> None:
    """But for where it stands."""
    file = written(tmp_path, "")
    assert read_settings(file) == Settings(file=str(file))


@pytest.mark.parametrize(
    ("text", "where", "said"),
    [
        ("[chek]", [(1, 2)], ["'chek' is no part of the settings; did you mean 'check'?"]),
        ("[zzz]", [(1, 2)], ["'zzz' is no part of the settings (allowed: check, policy)"]),
        (
            "[check]\nqqqq = 1",
            [(2, 1)],
            [
                (
                    "'qqqq' is no setting of [check] "
                    "(allowed: against, fail-on, ignore, select, severity)"
                )
            ],
        ),
        ("[check]\nselect = [1]", [(2, 1)], ["'select' is not a list of texts"]),
        (
            "[check]\nfail-on = 'never'",
            [(2, 1)],
            ["'fail-on' is 'never' (allowed: error, warning, information)"],
        ),
        (
            "[check.severity]\nx = 'grave'",
            [(2, 1)],
            ["the severity of 'x' is 'grave' (allowed: error, warning, information, off)"],
        ),
        (
            "[check]\nseverity = 1",
            [(2, 1)],
            ["'severity' is not a table: write [check.severity]"],
        ),
        (
            "check = 1\n[zzz]",
            [(1, 1), (2, 2)],
            [
                "'check' is not a table: write [check]",
                "'zzz' is no part of the settings (allowed: check, policy)",
            ],
        ),
        (
            "[check]\nignore = ['GG1', 'GG999',\n  'uncitd']\nseverity = {no-chai = 'off'}",
            [(2, 19), (3, 4), (4, 13)],
            [
                "no rule goes by 'GG999'; did you mean 'GG209'? (`govgraph rules` lists them)",
                "no rule goes by 'uncitd'; did you mean 'uncited'? (`govgraph rules` lists them)",
                "no rule goes by 'no-chai'; did you mean 'no-chair'? (`govgraph rules` lists them)",
            ],
        ),
    ],
)
def test_what_is_refused_is_said_in_full_and_placed_in_the_file(
    tmp_path: Path, text: str, where: list[tuple[int, int]], said: list[str]
) -> None:
    """Each problem with its line, though the parser of TOML keeps none."""
    file = written(tmp_path, text)
    with pytest.raises(LoadError) as caught:
        read_settings(file)
    problems = caught.value.problems
    assert [problem.place for problem in problems] == [Place(str(file), *each) for each in where]
    assert [problem.message for problem in problems] == said


def test_a_date_of_toml_is_a_date_in_a_rule(tmp_path: Path) -> None:
    """What is wrong with a rule names the settings, whatever TOML holds."""
    file = written(tmp_path, "[[policy]]\nid = 'a'\nzzz = 2010-01-01")
    with pytest.raises(LoadError, match="zzz") as caught:
        read_settings(file)
    assert {problem.place.file for problem in caught.value.problems} == {str(file)}
    assert Place(str(file), 3, 1) in {problem.place for problem in caught.value.problems}


def test_settings_that_cannot_be_read_say_why(tmp_path: Path) -> None:
    """With the system's own reason, and the file."""
    with pytest.raises(LoadError) as caught:
        read_settings(tmp_path / "none.toml")
    (problem,) = caught.value.problems
    assert problem.place == Place(str(tmp_path / "none.toml"), 0, 0)
    assert problem.message == "cannot be read: no such file or directory"


def test_settings_that_are_no_toml_name_their_file(tmp_path: Path) -> None:
    """And bytes that are no text are none either."""
    file = written(tmp_path, "[check")
    with pytest.raises(LoadError) as caught:
        read_settings(file)
    assert caught.value.problems[0].place == Place(str(file), 0, 0)
    file.write_bytes(b"\xff")
    with pytest.raises(LoadError, match="is not UTF-8 text"):
        read_settings(file)


def test_a_baseline_is_written_to_be_read_by_people(tmp_path: Path) -> None:
    """Sorted, a line each, with letters as they are; a waived finding is not in it."""
    here = structure("b; a; trust*")
    found = check_structure(here, select=["orphaned-body"])
    renamed = tuple(
        replace(one, subject=replace(one.subject, body=f"{one.subject.body}é"), variant="plain")
        for one in found.findings
    )
    text = "".join(write_baseline(find_keys(replace(found, findings=renamed))))
    assert (
        text
        == """{"govgraph-baseline": 1, "findings": [
{"code": "GG101", "subject": "aé plain"},
{"code": "GG101", "subject": "bé plain"}
]}
"""
    )
    file = tmp_path / "baseline.json"
    file.write_text(text, encoding="utf-8")
    measured = hold_against(replace(found, findings=renamed), file)
    assert (measured.findings.findings, measured.known, measured.gone) == ((), 2, 0)


def test_a_baseline_that_cannot_be_used_names_its_file(tmp_path: Path) -> None:
    """Why, and how one is made."""
    file = tmp_path / "baseline.json"
    with pytest.raises(LoadError) as caught:
        hold_against(check_structure(structure("a")), file)
    (problem,) = caught.value.problems
    assert (problem.place, problem.message) == (
        Place(str(file), 0, 0),
        "No such file or directory",
    )
    file.write_text("[]", encoding="utf-8")
    with pytest.raises(LoadError) as caught:
        hold_against(check_structure(structure("a")), file)
    (problem,) = caught.value.problems
    assert (problem.place, problem.message) == (
        Place(str(file), 0, 0),
        "this is no baseline; --write-baseline makes one",
    )


def test_a_rule_is_one_step_graver_and_no_more() -> None:
    """Information, warning, error."""
    assert Severity.INFORMATION.graver is Severity.WARNING
    assert Severity.WARNING.graver is Severity.ERROR
    assert Severity.ERROR.graver is Severity.ERROR


def test_settings_may_stand_in_pyproject(tmp_path: Path) -> None:
    """Under `[tool.govgraph]`, with the places of that file; `govgraph.toml` goes before it."""
    shared = tmp_path / "pyproject.toml"
    shared.write_text('[project]\nname = "x"\n', encoding="utf-8")
    assert find_settings(tmp_path / "s.yaml") is None
    shared.write_text('[tool.govgraph.check]\nignore = ["GG1"]\n', encoding="utf-8")
    assert find_settings(tmp_path / "s.yaml") == shared
    assert read_settings(shared).ignore == ("GG1",)
    shared.write_text("[tool.govgraph.check]\nignroe = []\n", encoding="utf-8")
    with pytest.raises(LoadError, match=r"pyproject.toml:2:1: 'ignroe' is no setting"):
        read_settings(shared)
    own = written(tmp_path, "")
    assert find_settings(tmp_path / "s.yaml") == own


@pytest.mark.parametrize("text", ["tool = 3", "[tool", "[tool]\nother = 'govgraph'", "\x00"])
def test_what_others_wrote_in_pyproject_is_not_our_matter(tmp_path: Path, text: str) -> None:
    """A file that we need not read is not held against anybody."""
    (tmp_path / "pyproject.toml").write_text(text, encoding="utf-8")
    assert find_settings(tmp_path / "s.yaml") is None


@pytest.mark.parametrize(
    ("text", "valid"),
    [
        (
            '[check]\nselect = ["GG1"]\nfail-on = "warning"\n[check.severity]\ninterlock = "off"',
            True,
        ),
        ('[[policy]]\nid = "a"\nevery = {kind = "forum"}\nmust = {chair = true}', True),
        ("[chek]", False),
        ("[check]\nselect = 'GG1'", False),
        ("[check.severity]\nGG101 = 'grave'", False),
        ("[[policy]]\nevry = {}", False),
    ],
)
def test_the_schema_takes_what_the_reader_takes(tmp_path: Path, text: str, valid: bool) -> None:  # noqa: FBT001 - a case
    """And an editor refuses what the reader refuses."""
    schema = build_settings_schema()
    Draft202012Validator.check_schema(schema)
    assert Draft202012Validator(schema).is_valid(tomllib.loads(text)) is valid
    try:
        read_settings(written(tmp_path, text))
    except LoadError:
        assert not valid
    else:
        assert valid
