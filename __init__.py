"""PSR: a scoring-rubric language for committees. `load` a rubric, `read_evidence`, `score`; see docs/api.md."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from .api import Rubric, load, read_evidence, score
    from .diagnostics import Diagnostic, PsrError

__all__ = ["Diagnostic", "PsrError", "Rubric", "__version__", "load", "read_evidence", "score"]


def __getattr__(name: str) -> Any:
    """Import what is asked for when it is asked for: `psr --version` should not wait for a parser."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    module = "diagnostics" if name in ("Diagnostic", "PsrError") else "api"
    return getattr(import_module(f".{module}", __name__), name)
