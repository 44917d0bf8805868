"""Findings for a program: one JSON object, all texts as they were written."""

from __future__ import annotations

from collections.abc import Sequence

from ..as_json import to_json
from ..diagnostic import Diagnostic
from ..fix import Edit
from ..source import SourceFile
from ..words import Language


def json_text(files: Sequence[str], found: Sequence[Diagnostic], language: Language) -> str:
    """Give the names of the files looked at, and the findings: as `to_json`, each with its ``fix`` or null."""
    import json

    value = {
        "files": list(files),
        "findings": [{**to_json(one, language), "fix": _fix(one, language)} for one in found],
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _fix(diagnostic: Diagnostic, language: Language) -> dict[str, object] | None:
    fix = diagnostic.fix
    if fix is None:
        return None
    source = diagnostic.place.source
    return {
        "what": fix.words.say(language, diagnostic.arguments),
        "safe": fix.safe,
        "edits": [_edit(edit, source) for edit in fix.edits],
    }


def _edit(edit: Edit, source: SourceFile) -> dict[str, object]:
    """Write an edit; lines and columns count from 1, columns in characters, the end is behind the last one."""
    line, column = source.position(edit.span.start)
    end_line, end_column = source.position(edit.span.end)
    return {"line": line, "column": column, "end_line": end_line, "end_column": end_column, "text": edit.text}
