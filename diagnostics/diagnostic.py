"""What is said about a place: diagnostics are values; a pass returns them and never prints or raises them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from .fix import Fix
from .source import Place
from .words import Language, Words

Severity = Literal["error", "warning"]


class Label(NamedTuple):
    """A place a diagnostic points at, and a few words to stand under it."""

    place: Place
    words: Words | None = None


class Kind(NamedTuple):
    """One entry of the catalogue: a code that is never reused, and what it says in both languages."""

    code: str
    message: Words
    label: Words | None = None
    help: Words | None = None
    severity: Severity = "error"
    ends: bool = False
    """Whether it says that no more was read: it is always shown, behind the others of its file."""

    def at(
        self,
        place: Place,
        /,
        *others: Label,
        help: Words | None = None,
        under: Words | None = None,
        fix: Fix | None = None,
        **arguments: object,
    ) -> Diagnostic:
        """Say this at a place, with further places and arguments for the texts.

        ``help`` replaces the usual advice, ``under`` the usual words under the place; ``fix`` is a mend that a
        program can make.
        """
        first = Label(place, under or self.label)
        return Diagnostic(self, (first, *others), arguments, help or self.help, fix)


class Diagnostic(NamedTuple):
    """Something to tell the author: what, where (the first label leads), and how to mend it."""

    kind: Kind
    labels: tuple[Label, ...]
    arguments: Mapping[str, object] = {}
    help: Words | None = None
    fix: Fix | None = None

    @property
    def code(self) -> str:
        """The catalogue's code, such as ``PSR201``."""
        return self.kind.code

    @property
    def is_error(self) -> bool:
        """Whether the files can't be used as they are."""
        return self.kind.severity == "error"

    @property
    def place(self) -> Place:
        """The place that leads."""
        return self.labels[0].place

    def message(self, language: Language = "en") -> str:
        """Give the one sentence."""
        return self.kind.message.say(language, self.arguments)

    def advice(self, language: Language = "en") -> str | None:
        """Give the mend, or nothing where there is none to offer."""
        return self.help.say(language, self.arguments) if self.help else None

    def label_text(self, label: Label, language: Language = "en") -> str:
        """Give the words under one of the labels; empty where there are none."""
        return label.words.say(language, self.arguments) if label.words else ""


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Tell whether one of them is an error."""
    return any(diagnostic.is_error for diagnostic in diagnostics)


class PsrError(Exception):
    """The one exception of the public interface: the files have errors, and these are they."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Take the diagnostics that stand behind the failure."""
        self.diagnostics = tuple(diagnostics)
        super().__init__("\n".join(f"{d.place}: {d.code}: {d.message()}" for d in self.diagnostics))
