"""Files → evidence (docs/evidence.md).

Takes the paths of files and folders and a rubric; gives the evidence in all of them together and the diagnostics
(4xx), all that can be found in one run. Raises nothing for what is wrong with a file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

from ..diagnostics import Diagnostic, Place, SourceFile
from ..diagnostics.catalogue import evidence as say
from ..interpreter.facts import Evidence
from ..interpreter.model import Model
from .check import Checker
from .check_counts import impossible_counts
from .files import find_copies, find_files, size_of, whole
from .formats import load, read_text
from .guard import no_collection
from .open_mistakes import OpenMistakes
from .order import in_order, last_place
from .record import MAX_MISTAKES, EvidenceFile

if TYPE_CHECKING:
    from ..receipts.files_read import Seen

Progress = Callable[[int, int, str], None]
"""Is told, before a file is read, how many bytes were read before, how many there are in all, and the file's path."""


def read_evidence(
    paths: Iterable[str],
    model: Model,
    previous: bool = False,
    keep_going: bool = False,
    progress: Progress | None = None,
    seen: Seen | None = None,
) -> tuple[Evidence, tuple[Diagnostic, ...]]:
    """Read files and folders as the evidence of a rubric, or as that of the year before.

    ``seen`` is told of the bytes of each file. With ``keep_going``, a fact of which something could not be read is
    unknown in the evidence; without, the evidence must not be scored where there are errors.
    """
    reading = _Reading(model, previous, keep_going)
    files = list(find_files(paths, reading.report))
    sizes = [size_of(path) for path in files]
    copies = find_copies(files, sizes)
    for index, path in enumerate(files):
        if progress is not None:
            progress(sum(sizes[:index]), sum(sizes), path)
        if path in copies:
            reading.pass_over(say.SAME_FILE.at(whole(path), first=whole(copies[path]).source.name))
            continue
        reading.take(whole(path), lambda path=path: load(path, model, reading.report, seen))
    if progress is not None:
        progress(sum(sizes), sum(sizes), "")
    return reading.finish()


def check_evidence(
    sources: Iterable[SourceFile], model: Model, previous: bool = False, keep_going: bool = False
) -> tuple[Evidence, tuple[Diagnostic, ...]]:
    """Read texts as the evidence of a rubric; the ending of a source's name tells its format. Opens no file."""
    reading = _Reading(model, previous, keep_going)
    for source in sources:
        reading.take(Place(source), lambda source=source: read_text(source, model, reading.report))
    return reading.finish()


class _TooManyError(Exception):
    """Ends the reading of a file with more mistakes than anybody wants to read."""


class _Reading:
    """Takes files into the evidence and gathers what is wrong with them, so many mistakes of each at most."""

    def __init__(self, model: Model, previous: bool, keep_going: bool) -> None:
        self._found: list[Diagnostic] = []
        self._places: set[tuple[str, Place, str]] = set()
        self._most: int | None = None
        self._model = model
        self._keeps_going = keep_going
        self._checker = Checker(model, previous, self._tell)
        self._open = OpenMistakes(self._checker)

    def take(self, place: Place, read: Callable[[], EvidenceFile | None]) -> None:
        """Take what a file says into the evidence."""
        self._most = len(self._found) + MAX_MISTAKES
        try:
            with no_collection():
                self._take(read())
        except _TooManyError:
            last = last_place(self._found[-MAX_MISTAKES:], place)
            many = say.TOO_MANY_MISTAKES.at(last, limit=MAX_MISTAKES)
            self._found.append(many)
            self._open.stop(place)
        self._most = None
        self._open.close()

    def _take(self, file: EvidenceFile | None) -> None:
        if file is None:
            return
        if not self._checker.accept(file):
            self._open.refuse(self._found[-1])
            return
        self._open.begin(file)
        for record in file.records:
            self._open.within(record)
            self._checker.add(record)
        for ledger in file.ledgers:
            self._checker.add_ledger(ledger)
            self._open.within_rows(ledger)

    def pass_over(self, copy: Diagnostic) -> None:
        """Take the diagnostic of a file that is not read, as its bytes were read before: nothing is lost by it."""
        self._is_new(copy)

    def report(self, diagnostic: Diagnostic) -> None:
        """Take a diagnostic of what reads a file, which does not know whom it concerns."""
        if self._is_new(diagnostic) and self._keeps_going:
            self._open.add(diagnostic)

    def _tell(self, diagnostic: Diagnostic) -> None:
        """Take a diagnostic of what checks the evidence, which does know."""
        if not self._is_new(diagnostic):
            self._open.drop(diagnostic)

    def _is_new(self, diagnostic: Diagnostic) -> bool:
        """Take a diagnostic, once for each place; tell whether it is new. End the file where there are too many."""
        key = (diagnostic.code, diagnostic.place, repr(diagnostic.arguments))
        if key in self._places:
            return False
        if len(self._found) == self._most:
            raise _TooManyError
        self._places.add(key)
        self._found.append(diagnostic)
        return True

    def finish(self) -> tuple[Evidence, tuple[Diagnostic, ...]]:
        """Compare the files, and give all that was read and found."""
        self._most = len(self._found) + MAX_MISTAKES
        with suppress(_TooManyError):
            self._checker.compare()
            for outside, lost in impossible_counts(self._checker.evidence, self._model, self._checker.repeated):
                self._checker.lose_fact(lost)
                self._tell(outside)
        self._most = None
        if self._keeps_going:
            self._checker.doubt()
        return self._checker.evidence, in_order(self._found)
