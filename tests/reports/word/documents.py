"""A Word document as someone who knows nothing of this program reads it: its parts, its tables, their texts."""

from io import BytesIO
from typing import NamedTuple
from xml.etree import ElementTree
from zipfile import ZipFile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Cell(NamedTuple):
    """A cell: its text, how many columns it takes, and whether it goes on with the one above."""

    text: str
    span: int
    continues: bool


class Document:
    """A document taken apart."""

    def __init__(self, content: bytes) -> None:
        self.archive = ZipFile(BytesIO(content))
        self.body = found(self.part("word/document.xml"), "body")
        self.tables = [[row_of(row) for row in table.iter(f"{W}tr")] for table in self.body.iter(f"{W}tbl")]
        self.paragraphs = [text_of(paragraph) for paragraph in self.body.findall(f"{W}p")]

    def part(self, name: str) -> ElementTree.Element:
        return ElementTree.fromstring(self.archive.read(name))

    def rows(self, table: int = 0) -> list[list[str]]:
        """Give a table's texts; a cell that goes on with the one above has its text."""
        found: list[list[str]] = []
        for row in self.tables[table]:
            texts = [text for cell in row for text in [cell.text] + [""] * (cell.span - 1)]
            if row[0].continues:
                texts[0] = found[-1][0]
            found.append(texts)
        return found


def found(element: ElementTree.Element, *names: str) -> ElementTree.Element:
    """Give an element within another, by the names on the way to it."""
    for name in names:
        below = element.find(f"{W}{name}")
        assert below is not None, name
        element = below
    return element


def row_of(row: ElementTree.Element) -> list[Cell]:
    return [cell_of(cell) for cell in row.findall(f"{W}tc")]


def cell_of(cell: ElementTree.Element) -> Cell:
    look = found(cell, "tcPr")
    span, merge = look.find(f"{W}gridSpan"), look.find(f"{W}vMerge")
    text = "\n".join(text_of(paragraph) for paragraph in cell.findall(f"{W}p"))
    width = 1 if span is None else int(span.get(f"{W}val"))
    return Cell(text, width, merge is not None and merge.get(f"{W}val") == "continue")


def text_of(paragraph: ElementTree.Element) -> str:
    return "".join(map(text, paragraph.iter()))


def text(element: ElementTree.Element) -> str:
    """Give what an element shows by itself."""
    if element.tag == f"{W}t":
        return element.text or ""
    return "\n" if element.tag == f"{W}br" else ""
