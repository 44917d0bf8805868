"""Which files are read, and what is said of those that are not."""

import os
from pathlib import Path

import pytest

from psr.evidence.read import read_evidence

FACTS = "unit: {unit}\nfacts: {{absence: 1}}\n"


def write(path: Path, unit: str = "A") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(FACTS.format(unit=unit), "utf-8")


def told(reader, *paths: Path | str) -> list[tuple[str, str]]:
    """Read files; give for each diagnostic the name of its file and its code."""
    found = read_evidence(map(str, paths), reader.model)[1]
    return [(os.path.basename(d.place.source.name), d.code) for d in found]


def test_a_folder_is_read_in_the_order_of_its_names(reader, tmp_path: Path):
    for name in ("二.yaml", "b/a.yml", "a.JSON", "b.yaml", "C.yaml"):
        write(tmp_path / name, name.replace("/", "-"))
    evidence, found = read_evidence([str(tmp_path)], reader.model)
    assert found == ()
    assert list(evidence.units) == ["二.yaml", "C.yaml", "a.JSON", "b-a.yml", "b.yaml"]


def test_what_people_do_not_see_and_pages_about_the_evidence_are_passed_over(reader, tmp_path: Path):
    for name in ("a.yaml", ".b.yaml", "~$c.csv", ".git/d.yaml", "README.md", "rules.psr"):
        write(tmp_path / name, name)
    evidence, found = read_evidence([str(tmp_path)], reader.model)
    assert (list(evidence.units), found) == (["a.yaml"], ())


def test_a_file_of_another_kind_is_an_error_alone_and_a_warning_in_a_folder(reader, tmp_path: Path):
    for name in ("a.yaml", "b.xls", "c"):
        write(tmp_path / name)
    assert told(reader, tmp_path / "b.xls") == [("b.xls", "PSR402")]
    assert told(reader, tmp_path / "c") == [("c", "PSR403")]
    _, found = read_evidence([str(tmp_path)], reader.model)
    assert [(d.code, d.is_error) for d in found] == [("PSR404", False), ("PSR404", False)]


def test_a_folder_without_evidence(reader, tmp_path: Path):
    assert told(reader, tmp_path) == [(tmp_path.name, "PSR405")]


def test_each_file_is_read_once_however_often_it_is_named(reader, tmp_path: Path):
    write(tmp_path / "a.yaml")
    (tmp_path / "link.yaml").symlink_to(tmp_path / "a.yaml")
    paths = [str(tmp_path / "a.yaml"), str(tmp_path), str(tmp_path / "." / "a.yaml")]
    evidence, found = read_evidence(paths, reader.model)
    assert found == ()
    rows = evidence.units["A"].events["absence"]
    assert isinstance(rows, list)
    assert len(rows) == 1


def test_folders_that_hold_one_another_come_to_an_end(reader, tmp_path: Path):
    write(tmp_path / "sub" / "a.yaml")
    (tmp_path / "sub" / "loop").symlink_to(tmp_path)
    (tmp_path / "itself.yaml").symlink_to(tmp_path / "itself.yaml")
    assert told(reader, tmp_path) == [("itself.yaml", "PSR404"), ("loop", "PSR404")]
    assert told(reader, tmp_path / "itself.yaml") == [("itself.yaml", "PSR401")]


def test_one_bad_file_does_not_hide_another(reader, tmp_path: Path):
    write(tmp_path / "good.yaml")
    for name in ("bad.yaml", "worse.csv"):
        (tmp_path / name).write_text("[", "utf-8")
    paths = [tmp_path / name for name in ("bad.yaml", "none.yaml", "worse.csv", "good.yaml")]
    assert sorted(told(reader, *paths)) == [
        ("bad.yaml", "PSR410"),
        ("none.yaml", "PSR401"),
        ("worse.csv", "PSR425"),
        ("worse.csv", "PSR426"),
        ("worse.csv", "PSR426"),
    ]


def test_names_that_no_file_can_have(reader, tmp_path: Path):
    long = tmp_path / ("x" * 5000 + ".yaml")
    for path in ("a\0b.yaml", "a\ud800.yaml", long, tmp_path / "none" / "a.yaml", ""):
        assert [code for _, code in told(reader, path)] == ["PSR401"]


def test_a_name_that_is_not_utf8_is_shown_as_well_as_can_be(reader, tmp_path: Path):
    path = os.fsdecode(os.fsencode(tmp_path) + b"/\xff.yaml")
    Path(path).write_text("[", "utf-8")
    (found,) = read_evidence([path], reader.model)[1]
    assert found.code == "PSR410"
    found.place.source.name.encode()


def test_a_pipe_is_not_waited_for(reader, tmp_path: Path):
    os.mkfifo(tmp_path / "a.yaml")
    assert told(reader, tmp_path / "a.yaml") == [("a.yaml", "PSR401")]
    assert told(reader, tmp_path) == [("a.yaml", "PSR404"), (tmp_path.name, "PSR405")]


def test_what_may_not_be_read(reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    write(tmp_path / "a.yaml")

    def refuse(path: object, *_: object):
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr("builtins.open", refuse)
    _, (found,) = read_evidence([str(tmp_path / "a.yaml")], reader.model)
    assert found.code == "PSR401"
    assert found.message() == "this can't be read: reading it is not allowed"
    assert found.message("zh") == "无法读取：没有读取权限"
    monkeypatch.undo()

    def closed(path: object):
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr("os.scandir", closed)
    assert told(reader, tmp_path) == [(tmp_path.name, "PSR401")]
