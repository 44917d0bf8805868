"""The few pieces of WordprocessingML that the table is made of; every text in them is escaped.

Tables are written as text and parsed once: adding cell after cell to a large table through a library takes minutes.
Widths are in twentieths of a point, sizes of type in half points.
"""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape

_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def run(text: str, *, size: int | None = None, bold: bool = False, raised: bool = False) -> str:
    """Write a stretch of text; its line ends become line breaks."""
    look = "<w:b/><w:bCs/>" if bold else ""
    look += f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else ""
    look += '<w:vertAlign w:val="superscript"/>' if raised else ""
    lines = (f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n"))
    return f"<w:r><w:rPr>{look}</w:rPr>{'<w:br/>'.join(lines)}</w:r>"


def field(code: str, *, size: int) -> str:
    """Write a figure that the word processor fills in, such as ``PAGE``."""
    return f'<w:fldSimple w:instr="{code}">{run("1", size=size)}</w:fldSimple>'


def paragraph(
    runs: str,
    *,
    align: str = "left",
    before: int = 0,
    after: int = 0,
    new_page: bool = False,
    with_next: bool = False,
    spaces: str = "",
) -> str:
    """Write a paragraph of runs; ``spaces`` declares the namespace where it stands alone."""
    look = "<w:keepNext/>" if with_next else ""
    look += "<w:pageBreakBefore/>" if new_page else ""
    look += f'<w:spacing w:before="{before}" w:after="{after}" w:line="240" w:lineRule="auto"/><w:jc w:val="{align}"/>'
    return f"<w:p{spaces}><w:pPr>{look}</w:pPr>{runs}</w:p>"


def cell(content: str, width: int, *, span: int = 1, merge: str = "", shade: str = "", middle: bool = True) -> str:
    """Write a cell. ``span`` counts the columns it takes; ``merge`` is ``restart`` or ``continue`` down a column."""
    look = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    look += f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    look += f'<w:vMerge w:val="{merge}"/>' if merge else ""
    look += f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
    look += '<w:vAlign w:val="center"/>' if middle else ""
    return f"<w:tc><w:tcPr>{look}</w:tcPr>{content}</w:tc>"


def row(cells: Iterable[str], *, header: bool = False) -> str:
    """Write a row, which no page break divides; a header stands again on each page."""
    again = "<w:tblHeader/>" if header else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{again}</w:trPr>{''.join(cells)}</w:tr>"


def table(rows: Iterable[str], widths: Iterable[int]) -> str:
    """Write a ruled table of columns with fixed widths."""
    columns = list(widths)
    borders = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="595959"/>' for side in _SIDES)
    look = (
        f'<w:tblW w:w="{sum(columns)}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>{borders}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="30" w:type="dxa"/><w:left w:w="60" w:type="dxa"/>'
        '<w:bottom w:w="30" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar>'
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    return f"<w:tbl{declared()}><w:tblPr>{look}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def declared() -> str:
    """Declare the namespace, for an element that is parsed by itself."""
    return f' xmlns:w="{_NAMESPACE}"'
