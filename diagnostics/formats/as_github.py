"""Findings as workflow commands of GitHub Actions, which shows them beside the lines of a change."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostic import Diagnostic
from ..source import Place
from ..visible import visible
from ..words import Language


def github(found: Iterable[Diagnostic], language: Language) -> str:
    """Write one command a finding: ``::warning file=…,line=…,title=PSR502::message``."""
    return "".join(f"{_command(one, language)}\n" for one in found)


def _command(diagnostic: Diagnostic, language: Language) -> str:
    properties = {**_where(diagnostic.place), "title": diagnostic.code}
    written = ",".join(f"{name}={_property(visible(str(value)))}" for name, value in properties.items())
    advice = diagnostic.advice(language)
    said = [diagnostic.message(language), *([advice] if advice else [])]
    text = "\n".join(map(visible, said))
    return f"::{diagnostic.kind.severity} {written}::{_data(text)}"


def _where(place: Place) -> dict[str, object]:
    """Say where a place is; columns are only taken where it ends on the line that it begins on."""
    source, span = place
    if span is None:
        return {"file": source.name}
    line, column = source.position(span.start)
    end_line, end_column = source.position(span.end)
    columns = {"col": column, "endColumn": end_column} if line == end_line else {}
    return {"file": source.name, "line": line, "endLine": end_line, **columns}


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
