"""Findings as SARIF 2.1.0, the standard in which analysers hand their results to code hosts and editors.

Columns count characters (``unicodeCodePoints``), as everywhere in PSR.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ..diagnostic import Diagnostic, Kind, Label
from ..fix import Edit, Fix
from ..source import Place, SourceFile, Span
from ..words import Language, Words

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LANGUAGES: dict[Language, str] = {"en": "en-US", "zh": "zh-CN"}
_DRIVE = re.compile(r"[A-Za-z]:/")
_ARGUMENT = re.compile(r"\{\w+\}")

Json = dict[str, object]


def sarif(found: Sequence[Diagnostic], language: Language, version: str, title: Callable[[Kind], str]) -> str:
    """Write a log with one run; ``version`` is that of PSR, ``title`` says what a code means in a few words."""
    import json

    kinds = sorted({one.code: one.kind for one in found}.items())
    rules = {code: index for index, (code, _) in enumerate(kinds)}
    run: Json = {
        "tool": {
            "driver": {"name": "psr", "version": version, "rules": [_rule(kind, language, title) for _, kind in kinds]}
        },
        "language": _LANGUAGES[language],
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, rules[one.code], language) for one in found],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(kind: Kind, language: Language, title: Callable[[Kind], str]) -> Json:
    advice = [_general(kind.help, language)] if kind.help else []
    return {
        "id": kind.code,
        "shortDescription": {"text": title(kind)},
        "fullDescription": {"text": _general(kind.message, language)},
        "help": {"text": "\n".join([*advice, f"psr rule {kind.code}"])},
        "defaultConfiguration": {"level": kind.severity},
    }


def _general(words: Words, language: Language) -> str:
    """Give a text as it reads for all cases, with ``…`` where an argument goes."""
    return _ARGUMENT.sub("…", words.plain(language))


def _result(diagnostic: Diagnostic, rule: int, language: Language) -> Json:
    advice = diagnostic.advice(language)
    text = diagnostic.message(language) + (f"\n{advice}" if advice else "")
    first, *others = [_location(diagnostic, label, language) for label in diagnostic.labels]
    result: Json = {
        "ruleId": diagnostic.code,
        "ruleIndex": rule,
        "level": diagnostic.kind.severity,
        "message": {"text": text},
        "locations": [first],
    }
    if others:
        result["relatedLocations"] = others
    if diagnostic.fix:
        result["fixes"] = [_fix(diagnostic, diagnostic.fix, language)]
    return result


def _location(diagnostic: Diagnostic, label: Label, language: Language) -> Json:
    location: Json = {"physicalLocation": _physical(label.place)}
    if text := diagnostic.label_text(label, language):
        location["message"] = {"text": text}
    return location


def _physical(place: Place) -> Json:
    location: Json = {"artifactLocation": {"uri": _uri(place.source.name)}}
    return location | {"region": _region(place.source, place.span)} if place.span else location


def _region(source: SourceFile, span: Span) -> Json:
    line, column = source.position(span.start)
    end_line, end_column = source.position(span.end)
    return {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}


def _fix(diagnostic: Diagnostic, fix: Fix, language: Language) -> Json:
    source = diagnostic.place.source
    change = {
        "artifactLocation": {"uri": _uri(source.name)},
        "replacements": [_replacement(edit, source) for edit in fix.edits],
    }
    return {"description": {"text": fix.words.say(language, diagnostic.arguments)}, "artifactChanges": [change]}


def _replacement(edit: Edit, source: SourceFile) -> Json:
    return {"deletedRegion": _region(source, edit.span), "insertedContent": {"text": edit.text}}


def _uri(name: str) -> str:
    """Write a file's name as a reference: relative as it was given, or absolute with its scheme."""
    from urllib.parse import quote

    path = name.replace("\\", "/")
    if _DRIVE.match(path):
        return f"file:///{quote(path, safe='/:')}"
    return f"file://{quote(path)}" if path.startswith("/") else quote(path)
