"""The pages in docs/rules: their parts, the files their blocks describe, and the run of the command they call for.

How a page is made stands in docs/rules/README.md.
"""

import csv
import io
import re
import shlex
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import pytest
from docs.pages import ROOT

from psr.cli import main

RULE_PAGES = ROOT / "docs" / "rules"
LINTED = "PSR502"
"""From this code on the linter finds it."""
VERIFIED = "PSR8"
"""From here on a result that is verified has it."""
SCORED = ("PSR4", "PSR500")
"""Codes that begin so need evidence."""
HEADINGS = {"en": ("Avoid", "Prefer", "Why"), "zh": ("不要这样", "这样写", "为什么")}

_TITLE = re.compile(r"# (PSR\d{3})(?:: |：)(\S.*)")
_SECTION = re.compile(r"^## (.+)\n", re.MULTILINE)
_BLOCK = re.compile(r"^```(\w+)(?: ([^\n]+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_REPEATED = re.compile(r"line (\d+) × (\d+)")
_SAVED = re.compile(r"saved as (\S+)")
_CUT = re.compile(r"cut to (\d+) bytes")
_COUNTER = re.compile(r"\{(\d+)\}")
_CODE = re.compile(r"\[(PSR\d{3})\]")


class Block(NamedTuple):
    """A fenced block of a page: its language, what its info string says further, and its text."""

    language: str
    info: str
    text: str


class Outcome(NamedTuple):
    """What a page's command reports: the codes in order, its whole text, and its exit code."""

    codes: list[str]
    said: str
    exit_code: int


class Section(NamedTuple):
    """A section of a page: the text between its blocks, and the blocks."""

    prose: str
    blocks: tuple[Block, ...]


class RulePage(NamedTuple):
    """A page taken apart: the code and title it begins with, its first paragraphs, and its sections by heading."""

    path: Path
    code: str
    title: str
    meaning: str
    sections: dict[str, Section]

    @property
    def language(self) -> str:
        """The language it is written in."""
        return "zh" if self.path.parent.name == "zh" else "en"

    def section(self, which: int) -> Section:
        """Give Avoid (0), Prefer (1) or Why (2)."""
        return self.sections[HEADINGS[self.language][which]]

    def __str__(self) -> str:
        return f"{self.language}-{self.path.stem}"


def read_page(path: Path) -> RulePage:
    """Take a page apart; fails where it does not begin with its title."""
    head, *rest = _SECTION.split(path.read_text(encoding="utf-8"))
    title, _, meaning = head.partition("\n")
    found = _TITLE.fullmatch(title)
    assert found is not None, f"{path}: the title is not of the form `# PSR201: title`"
    sections = {heading: _section(text) for heading, text in zip(rest[::2], rest[1::2], strict=True)}
    return RulePage(path, found[1], found[2], meaning.strip(), sections)


def _section(text: str) -> Section:
    blocks = tuple(Block(found[1], found[2] or "", found[3]) for found in _BLOCK.finditer(text))
    return Section(_BLOCK.sub("", text).strip(), blocks)


def rule_pages() -> list[RulePage]:
    """Give all pages, English first."""
    return [read_page(path) for path in (*sorted(RULE_PAGES.glob("PSR*.md")), *sorted(RULE_PAGES.glob("zh/PSR*.md")))]


def outcome(page: RulePage, section: Section, folder: Path, capsys: pytest.CaptureFixture[str]) -> Outcome:
    """Write a section's files into a folder, which is the current one, and run its command there."""
    names = write_files(section.blocks, folder)
    exit_code = main(_command(page, section.blocks, names))
    written = capsys.readouterr()
    assert "Traceback" not in written.err
    # The linter puts its findings out; scores and other results are not what a page speaks of.
    said = written.err + (written.out if LINTED <= page.code < VERIFIED else "")
    return Outcome(_CODE.findall(said), said, exit_code)


def write_files(blocks: Iterable[Block], folder: Path) -> list[str]:
    """Write the files that blocks describe; give their names, in order."""
    names: dict[str, None] = {}
    for block in blocks:
        if block.language == "console":
            continue
        name, sheet = _name(block)
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == ".xlsx" and block.language == "csv":
            _add_sheet(path, sheet, _text(block))
        else:
            path.write_bytes(_bytes(block))
        if cut := _CUT.search(block.info):
            path.write_bytes(path.read_bytes()[: int(cut[1])])
        names[name] = None
    return list(names)


def _name(block: Block) -> tuple[str, str]:
    """Give the name of a block's file, and of the sheet where the file is a workbook."""
    words = _CUT.sub("", _SAVED.sub("", _REPEATED.sub("", block.info))).split()
    name = words[0] if words else ""
    assert name or block.language == "psr", f"the block `{block.language}` names no file"
    return name or "rules.psr", words[1] if len(words) > 1 else ""


def _bytes(block: Block) -> bytes:
    """Give what a block's file holds."""
    if block.language == "hex":
        return bytes.fromhex(_text(block))
    saved = _SAVED.search(block.info)
    return _text(block).encode(saved[1] if saved else "utf-8")


def _text(block: Block) -> str:
    """Give the text of a block's file: with NUL for its sign, and with the line that is repeated."""
    lines = block.text.replace("␀", "\0").splitlines(keepends=True)
    if repeated := _REPEATED.search(block.info):
        number, times = int(repeated[1]), int(repeated[2])
        lines[number - 1 : number] = [_counted(lines[number - 1], time) for time in range(times)]
    return "".join(lines)


def _counted(line: str, time: int) -> str:
    return _COUNTER.sub(lambda counter: str(int(counter[1]) + time), line)


def _add_sheet(path: Path, name: str, text: str) -> None:
    """Put a sheet into a workbook, which is made if there is none."""
    from openpyxl import Workbook, load_workbook

    if path.exists():
        book = load_workbook(path)
    else:
        book = Workbook()
        book.remove(book.worksheets[0])
    sheet = book.create_sheet(name)
    for row in csv.reader(io.StringIO(text)):
        sheet.append([_cell(value) for value in row])
    book.save(path)


def _cell(value: str) -> str | float | None:
    """Give what a person's workbook would hold where a cell shows this."""
    if re.fullmatch(r"-?\d+(\.\d+)?", value):
        return float(value) if "." in value else int(value)
    return value or None


def _command(page: RulePage, blocks: Iterable[Block], names: list[str]) -> list[str]:
    for block in blocks:
        if block.language == "console":
            (line,) = block.text.splitlines()
            program, *arguments = shlex.split(line.removeprefix("$ "))
            assert program == "psr"
            return arguments
    if page.code >= LINTED:
        return ["lint", "rules.psr", "--isolated", "--select", f"PSR5,PSR6,{page.code}"]
    if not page.code.startswith(SCORED):
        return ["check", "rules.psr"]
    return ["score", "rules.psr", *(name for name in names if name != "rules.psr")]
