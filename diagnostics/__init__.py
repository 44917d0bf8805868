"""Where something is in a file, what to say about it, and how to show it. Imports nothing else of PSR."""

from .diagnostic import Diagnostic, Kind, Label, PsrError, has_errors
from .fix import Edit, Fix
from .source import Place, SourceFile, Span
from .words import Language, Words

__all__ = [
    "Diagnostic",
    "Edit",
    "Fix",
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
