"""The parser of a command's words that speaks both languages, and keeps to the terminal's width in either.

A help text is given as `Words`; descriptions and epilogs, too. What argparse says of itself it looks up with gettext:
here it looks in a table instead.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from ..diagnostics import Language, Words
from ..diagnostics.wrap import wrap
from .argparse_words import CHINESE
from .common import width

_TABLE = {"en": {}, "zh": CHINESE}
_MARGIN = 5  # terminal cells
_HELP = Words("show this help message and exit", "显示本帮助并退出")


def speak(language: Language) -> None:
    """Let parsers speak a language from here on, and argparse, too: usage, titles, errors."""
    Parser.language = language
    table = _TABLE[language]

    def one(text: str) -> str:
        return table.get(text, text)

    def some(singular: str, plural: str, count: int) -> str:
        return one(singular if count == 1 else plural)

    # argparse offers no other way but catalogues of gettext in the file system, for the whole process.
    setattr(argparse, "_", one)  # noqa: B010 - an assignment would be to a name that is not declared
    setattr(argparse, "ngettext", some)  # noqa: B010


class Parser(argparse.ArgumentParser):
    """A parser in the language that `speak` chose."""

    language: Language = "en"

    def __init__(self, **others: object) -> None:
        """Make a parser, with what `ArgumentParser` takes; `describe` says what it is for."""
        super().__init__(formatter_class=Layout, add_help=False, **others)  # pyright: ignore[reportArgumentType]
        self.option("-h", "--help", action="help", help=_HELP)

    def describe(self, description: Words | str, epilog: Words | None = None) -> None:
        """Say what the command is for."""
        self.description = self.said(description)
        self.epilog = epilog and self.said(epilog)

    def option(self, *names: str, help: Words | str, **others: object) -> None:
        """Declare an option or a place, as `add_argument` does, with its help in both languages."""
        self.add_argument(*names, help=self.said(help).replace("%", "%%"), **others)  # pyright: ignore[reportArgumentType]

    def said(self, words: Words | str) -> str:
        """Give words in the parser's language."""
        if isinstance(words, str):
            return words
        return words.plain(self.language)


class Layout(argparse.HelpFormatter):
    """Lay help out by terminal cells: paragraphs are wrapped, and lines that are set in stay as they are."""

    def __init__(self, prog: str) -> None:
        """Leave room at the right for the word before the usage, which argparse counts in characters."""
        super().__init__(prog, width=width() - _MARGIN)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return "\n".join(_filled(text, width - len(indent)))

    def _split_lines(self, text: str, width: int) -> list[str]:
        return wrap(text, width)


def _filled(text: str, cells: int) -> Iterator[str]:
    """Wrap the paragraphs of a text; lines that are set in stay, and so do blank ones."""
    for keeps, lines in groupby(text.strip("\n").split("\n"), key=lambda line: not line or line.startswith("  ")):
        part = list(lines)
        yield from part if keeps else wrap(_joined(part), cells)


def _joined(lines: Iterable[str]) -> str:
    """Join the lines of a paragraph, with a space between them but where Chinese meets."""
    return re.sub(r"(?<=[⺀-￯])\n|\n(?=[⺀-￯])", "", "\n".join(lines)).replace("\n", " ")
