"""Where something is in a file, what to say about it, and how to show it. Imports nothing else of PSR."""

from .diagnostic import Diagnostic, Kind, Label, Language, PsrError, Words, has_errors
from .source import Place, SourceFile, Span

__all__ = [
    "Diagnostic",
    "Kind",
    "Label",
    "Language",
    "Place",
    "PsrError",
    "SourceFile",
    "Span",
    "Words",
    "has_errors",
]
