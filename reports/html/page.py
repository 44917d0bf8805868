"""A result → one HTML page that needs nothing else: its style, its script and its data stand in it.

The page allows itself no request and no script but its own (Content-Security-Policy by hash). Everything that comes
from the rules and the evidence is escaped by the template, or written as text by the script.
"""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from ...diagnostics import Language
from ...diagnostics.visible import visible
from ...interpreter.result import Result
from ...receipts.receipt import Receipt
from ..as_json import worth
from ..receipt_line import files_word, receipt_line, receipt_rows
from ..score_sheet import ScoreSheet, score_sheet
from ..words import sheet as sheet_word
from . import overview
from .derivations import Book, to_script
from .grid import grid
from .pending import pending
from .words import script_words, tags, word


def html_report(result: Result, language: Language, receipt: Receipt | None = None) -> str:
    """Write a result as an HTML page; the same result gives the same text. Needs Jinja2 (the extra ``report``)."""
    sheet = score_sheet(result, language)
    style, script = _part("style.css"), _part("script.js")
    losses = overview.loss_charts(result, sheet, language)
    environment = Environment(
        loader=FunctionLoader(_part),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("page.html.jinja").render(
        lang="zh-CN" if language == "zh" else "en",
        policy=_policy(style, script),
        style=Markup(style),
        script=Markup(script),
        data=Markup(to_script(_data(result, sheet, language))),
        title=visible(sheet.title),
        about=_about(sheet, language),
        summary=overview.summary(sheet, language),
        provisional=any(mark.provisional for mark in sheet.totals),
        certain=sum(not mark.provisional for mark in sheet.totals),
        standings=overview.standings(result, sheet),
        graded=bool(sheet.grades),
        section_charts=overview.section_charts(result, sheet, language),
        losses=losses[: overview.MOST_LOSSES],
        more_losses=losses[overview.MOST_LOSSES :],
        pending=pending(result, language),
        grid=grid(sheet, language),
        sections=[
            visible(section.row.title) if section.row else word("without section", language)
            for section in sheet.sections
        ],
        footnotes=[(footnote.number, visible(footnote.text)) for footnote in sheet.footnotes],
        remarks=[visible(remark) for remark in sheet.remarks],
        receipt=receipt and receipt_line(receipt, language),
        files_title=files_word(language),
        files=receipt and [tuple(map(visible, row)) for row in receipt_rows(receipt, language)],
        word=_Speaker(language, word),
        sheet_word=_Speaker(language, sheet_word),
    )


class _Speaker:
    """Gives words in one language, so that the template need not name it."""

    def __init__(self, language: Language, say: Any) -> None:
        self._language: Language = language
        self._say = say

    def __call__(self, name: str, **arguments: object) -> str:
        return self._say(name, self._language, **arguments)


def _part(name: str) -> str:
    return files(__spec__.parent or "").joinpath(name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    """Forbid everything but this page's own style and script."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _about(sheet: ScoreSheet, language: Language) -> list[str]:
    count = len(sheet.units)
    parts = [word("units one" if count == 1 else "units", language, count=count)]
    if sheet.year is not None:
        parts.insert(0, word("year", language, year=sheet.year))
    if sheet.worth:
        parts.append(word("out of", language, worth=sheet.worth))
    return parts


def _data(result: Result, sheet: ScoreSheet, language: Language) -> dict[str, Any]:
    """Gather what the script needs: derivations, names, and the words that it fills in."""
    quoted = {row.heading.number: row.source for section in sheet.sections for row in section.items}
    headings = [
        {
            "name": visible(f"{heading.label} {heading.title}".strip()),
            "worth": worth(heading) or "",
            "source": visible(" ".join((*heading.in_full, *quoted.get(heading.number, ())))),
        }
        for heading in result.model.headings
    ]
    return {
        "words": script_words(language),
        "tags": tags(language),
        "units": [visible(name) for name in sheet.units],
        "headings": headings,
        "losses": overview.unit_losses(result, sheet),
        **Book(result, language).data(),
    }
