"""What `psr lint` does with one rule file: read it, look for findings, mend it if that is asked for."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, NamedTuple

from .common import FINE, TROUBLE
from .rule_files import read

if TYPE_CHECKING:
    from ..diagnostics import Diagnostic, Language, SourceFile
    from ..linter.mend import Mended


class Looked(NamedTuple):
    """What came of a file: the name shown to people, what was found, what was or would be mended, the exit code."""

    name: str
    found: tuple[Diagnostic, ...]
    made: tuple[Diagnostic, ...] = ()
    code: int = FINE


def look_at(path: str, codes: frozenset[str], options: argparse.Namespace, language: Language) -> Looked:
    """Look for findings of some codes in a file, and mend it, or show how, as the options say."""
    from ..api import lint_source
    from ..diagnostics.catalogue.syntax import UNREADABLE
    from ..linter.mend import mend

    source, found = read(path)
    if source is None:
        unreadable = any(diagnostic.kind is UNREADABLE for diagnostic in found)
        return Looked(found[0].place.source.name, found, code=TROUBLE if unreadable else FINE)
    if not (options.fix or options.unsafe_fixes or options.diff):
        return Looked(source.name, lint_source(source, codes))
    mended = mend(source, lambda text: lint_source(text, codes), unsafe=options.unsafe_fixes)
    return _mended(path, source, mended, options, language)


def _mended(path: str, source: SourceFile, mended: Mended, options: argparse.Namespace, language: Language) -> Looked:
    """Write a mended file, or show what would change in it."""
    from .mending import show_difference, write_back
    from .rule_files import STANDARD_INPUT

    if options.diff:
        show_difference(source.name, source.text, mended.source.text)
        return Looked(source.name, (*mended.made, *mended.left), mended.made)
    if not mended.made and path != STANDARD_INPUT:
        return Looked(source.name, mended.left)
    code = write_back(path, mended.source.text, language)
    if code != FINE:  # the file is as it was
        return Looked(source.name, (*mended.made, *mended.left), code=code)
    return Looked(source.name, mended.left, mended.made)
