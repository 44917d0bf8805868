"""The typefaces of the document: the names that Windows has, and what stands in for them elsewhere."""

from __future__ import annotations

from typing import Any

from .markup import declared

BODY, LATIN = "宋体", "Times New Roman"
_INSTEAD = {
    "宋体": "SimSun,Noto Serif CJK SC,Source Han Serif SC,AR PL UMing CN",
    "仿宋": "FangSong,FangSong_GB2312,Noto Serif CJK SC,AR PL UKai CN",
}
"""The names under which other systems have a typeface of the same kind, the nearest first."""


def set_fonts(document: Any) -> None:
    """Set everything in 宋体, figures and Latin letters in Times New Roman."""
    from docx.oxml.ns import qn

    defaults = document.styles.element.find(qn("w:docDefaults"))
    for fonts in [
        *defaults.iter(qn("w:rFonts")),
        document.styles["Normal"].element.get_or_add_rPr().get_or_add_rFonts(),
    ]:
        fonts.attrib.clear()
        for script in ("ascii", "hAnsi", "cs"):
            fonts.set(qn(f"w:{script}"), LATIN)
        fonts.set(qn("w:eastAsia"), BODY)
    for language in defaults.iter(qn("w:lang")):
        language.set(qn("w:eastAsia"), "zh-CN")
    _declare_fonts(document)


def _declare_fonts(document: Any) -> None:
    """Say in the table of fonts what may stand in for a typeface that is not installed."""
    from docx.opc.constants import RELATIONSHIP_TYPE

    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{instead}"/><w:charset w:val="86"/><w:family w:val="auto"/>'
        '<w:pitch w:val="variable"/></w:font>'
        for name, instead in _INSTEAD.items()
    )
    part = document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    part._blob = (  # noqa: SLF001 (python-docx leaves this part as it came)
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts{declared()}>{fonts}</w:fonts>'.encode()
    )
