"""Diagnostics for other programs and for the terminal, one file a format. Takes diagnostics, gives text."""

from .as_github import github
from .as_json import json_text
from .as_junit import junit
from .as_sarif import sarif
from .as_statistics import statistics
from .as_text import text

__all__ = ["github", "json_text", "junit", "sarif", "statistics", "text"]
