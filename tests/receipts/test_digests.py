"""Receipts: digests are those of `sha256sum`, and depend on nothing but the bytes and how the files lie together."""

import hashlib
import json
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psr.cli import main
from psr.receipts.files_read import FilesRead
from psr.receipts.receipt import FileDigest, shortened, together

# Known values: the empty message and `abc` of the standard's own examples (FIPS 180).
EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

RULES = 'rubric "r" total 4\nfact absence counts\nitem 1 "Meetings" worth 4\n  deduct 0.5 per absence\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder with rules and with evidence of two offices, one in a folder below."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PSR_LANG", "en")
    (tmp_path / "rules.psr").write_text(RULES, encoding="utf-8")
    for path, unit in (("data/a.yaml", "A"), ("data/sub/b.yaml", "B")):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(f"unit: {unit}\nfacts: {{absence: 1}}\n", encoding="utf-8")
    return tmp_path


def receipt(capsys: pytest.CaptureFixture[str], *evidence: str, rules: str = "rules.psr") -> dict:
    assert main(["score", rules, *evidence, "--format", "json"]) == 0
    return json.loads(capsys.readouterr().out)["receipt"]


def names(found: dict) -> list[str]:
    return [file["file"] for file in found["evidence"]]


def test_a_digest_is_the_one_of_the_standard() -> None:
    files = FilesRead()
    files.take("empty", b"")
    files.take("abc", b"abc")
    assert files.below(["empty", "abc"]) == (FileDigest("abc", ABC), FileDigest("empty", EMPTY))


def test_the_bytes_are_digested_as_they_lie_on_the_disk(folder: Path, capsys) -> None:
    """With the byte order mark and the line ends that reading leaves out."""
    (folder / "rules.psr").write_bytes(b"\xef\xbb\xbf" + RULES.replace("\n", "\r\n").encode())
    (folder / "data/a.yaml").write_bytes(b"unit: A\r\nfacts: {absence: 1}\r\n")
    found = receipt(capsys, "data/a.yaml")
    assert found["rules"]["sha256"] == hashlib.sha256((folder / "rules.psr").read_bytes()).hexdigest()
    assert found["evidence"][0]["sha256"] == hashlib.sha256((folder / "data/a.yaml").read_bytes()).hexdigest()


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="no sha256sum")
def test_anybody_can_check_the_short_line(folder: Path, capsys) -> None:
    """The recipe of docs/receipts.md."""
    assert main(["score", "rules.psr", "data"]) == 0
    line = capsys.readouterr().out.splitlines()[-1]
    recipe = "find data -type f | xargs sha256sum | cut -c1-64 | sort | sha256sum"
    whole = subprocess.run(["sh", "-c", recipe], cwd=folder, capture_output=True, text=True, check=True).stdout
    rules = subprocess.run(["sha256sum", "rules.psr"], cwd=folder, capture_output=True, text=True, check=True).stdout
    assert line.startswith(f"rules {rules[:8]} · evidence {whole[:8]} · psr ")


def test_a_single_file_stands_for_itself() -> None:
    assert together([FileDigest("a", ABC)]) == ABC
    assert shortened(together([])) == "—"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (["data"], ["a.yaml", "sub/b.yaml"]),
        (["data/"], ["a.yaml", "sub/b.yaml"]),
        (["./data/../data"], ["a.yaml", "sub/b.yaml"]),
        (["data/a.yaml", "data/sub"], ["a.yaml", "b.yaml"]),
        (["data/sub", "data"], ["a.yaml", "sub/b.yaml"]),
        (["data", "data/sub"], ["a.yaml", "sub/b.yaml"]),
        (["."], ["data/a.yaml", "data/sub/b.yaml"]),
    ],
)
def test_names_are_relative_to_what_was_named(folder: Path, capsys, given: list[str], expected: list[str]) -> None:
    assert names(receipt(capsys, *given)) == expected


def test_no_absolute_path_gets_into_a_receipt(folder: Path, capsys) -> None:
    found = receipt(capsys, str(folder / "data"), rules=str(folder / "rules.psr"))
    assert found == receipt(capsys, "data")
    assert str(folder) not in json.dumps(found)


def test_the_order_given_plays_no_part(folder: Path, capsys) -> None:
    assert receipt(capsys, "data/a.yaml", "data/sub/b.yaml") == receipt(capsys, "data/sub/b.yaml", "data/a.yaml")


def test_files_of_one_name_both_stand_there(folder: Path, capsys) -> None:
    (folder / "data/sub/b.yaml").rename(folder / "data/sub/a.yaml")
    found = receipt(capsys, "data/sub/a.yaml", "data/a.yaml")
    assert names(found) == ["a.yaml", "a.yaml"]
    assert found == receipt(capsys, "data/a.yaml", "data/sub/a.yaml")


def test_last_years_evidence_has_a_list_of_its_own(folder: Path, capsys) -> None:
    assert main(["score", "rules.psr", "data/a.yaml", "--previous", "data/sub", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)["receipt"]
    assert names(found) == ["a.yaml"]
    assert [file["file"] for file in found["previous"]] == ["b.yaml"]
    assert main(["score", "rules.psr", "data/a.yaml", "--previous", "data/sub", "--lang", "zh"]) == 0
    line = capsys.readouterr().out.splitlines()[-1]
    assert line.split(" · ")[2] == f"上年佐证 {found['previous'][0]['sha256'][:8]}"


def test_what_was_read_is_digested_though_it_changes_meanwhile(folder: Path, capsys, monkeypatch) -> None:
    """Another program writes the file right after it was read; the receipt is of what was scored."""
    from psr.evidence import formats

    before = hashlib.sha256((folder / "data/a.yaml").read_bytes()).hexdigest()
    read = formats.read_bytes

    def racing(path: str, *others):
        data = read(path, *others)
        Path(path).write_text("unit: A\nfacts: {absence: 7}\n", encoding="utf-8")
        return data

    monkeypatch.setattr(formats, "read_bytes", racing)
    assert receipt(capsys, "data/a.yaml")["evidence"][0]["sha256"] == before


def test_a_name_that_is_no_text_is_shown_as_far_as_it_goes() -> None:
    files = FilesRead()
    files.take("data/\udcff.csv", b"abc")
    assert files.below(["data"]) == (FileDigest("?.csv", ABC),)
    assert files.by_shown_name() == {"data/?.csv": ABC}


@given(st.lists(st.binary(max_size=8), min_size=2, max_size=5), st.randoms())
def test_the_digest_of_several_files_knows_neither_names_nor_order(contents: list[bytes], chance) -> None:
    files = [FileDigest(str(n), hashlib.sha256(content).hexdigest()) for n, content in enumerate(contents)]
    mixed = [file._replace(name=f"x{file.name}") for file in files]
    chance.shuffle(mixed)
    assert together(mixed) == together(files)
    assert together(files[1:]) != together(files)


def test_a_derivation_tells_what_it_was_made_of(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "rules.psr", "data", "--unit", "A", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["receipt"] == receipt(capsys, "data")
