"""PSR: a scoring-rubric language for committees. `load` a rubric, `read_evidence`, `score`; see docs/api.md."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from .api import Rubric, lint_source, load, read_evidence, score
    from .diagnostics import Diagnostic, PsrError, SourceFile
    from .grammar.format import format_source

_MODULES = {
    "Diagnostic": "diagnostics",
    "PsrError": "diagnostics",
    "Rubric": "api",
    "SourceFile": "diagnostics",
    "format_source": "grammar.format",
    "lint_source": "api",
    "load": "api",
    "read_evidence": "api",
    "score": "api",
}

__all__ = [
    "Diagnostic",
    "PsrError",
    "Rubric",
    "SourceFile",
    "__version__",
    "format_source",
    "lint_source",
    "load",
    "read_evidence",
    "score",
]


def __getattr__(name: str) -> Any:
    """Import what is asked for when it is asked for: `psr --version` should not wait for a parser."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f".{_MODULES[name]}", __name__), name)
