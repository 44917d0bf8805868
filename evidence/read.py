"""Files → evidence (docs/evidence.md).

Takes the paths of files and folders and a rubric; gives the evidence in all of them together and the diagnostics
(4xx), all that can be found in one run. Raises nothing for what is wrong with a file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..diagnostics import Diagnostic, Place, SourceFile
from ..diagnostics.catalogue import evidence as say
from ..interpreter.facts import Evidence
from ..interpreter.model import Model
from .check import Checker
from .csv_file import read_csv
from .files import ending, find_files, read_bytes, whole
from .names import columns
from .record import MAX_MISTAKES, EvidenceFile, Report
from .text import decode
from .yaml_file import read_yaml

MAX_CSV = 100 * 10**6
MAX_YAML = 10 * 10**6
"""The most bytes a file of each kind may have."""


def read_evidence(
    paths: Iterable[str], model: Model, previous: bool = False
) -> tuple[Evidence, tuple[Diagnostic, ...]]:
    """Read files and folders as the evidence of a rubric, or as that of the year before."""
    found: list[Diagnostic] = []
    sources = (source for path in find_files(paths, found.append) for source in _load(path, found.append))
    evidence, more = check_evidence(sources, model, previous)
    return evidence, (*found, *more)


def check_evidence(
    sources: Iterable[SourceFile], model: Model, previous: bool = False
) -> tuple[Evidence, tuple[Diagnostic, ...]]:
    """Read texts as the evidence of a rubric; the ending of a source's name tells its format. Opens no file."""
    mistakes = _Mistakes()
    checker = Checker(model, previous, mistakes.report)
    for source in sources:
        mistakes.begin_file()
        try:
            _check(source, model, checker, mistakes.report)
        except _TooManyError:
            mistakes.found.append(say.TOO_MANY_MISTAKES.at(Place(source), limit=MAX_MISTAKES))
    return checker.evidence, tuple(mistakes.found)


class _TooManyError(Exception):
    """Ends the reading of a file with more mistakes than anybody wants to read."""


class _Mistakes:
    """Gathers the diagnostics of all files, so many of each at most."""

    def __init__(self) -> None:
        self.found: list[Diagnostic] = []
        self._most = MAX_MISTAKES

    def begin_file(self) -> None:
        """Count anew."""
        self._most = len(self.found) + MAX_MISTAKES

    def report(self, diagnostic: Diagnostic) -> None:
        """Take a diagnostic; end the file where there are too many."""
        if len(self.found) == self._most:
            raise _TooManyError
        self.found.append(diagnostic)


def _load(path: str, report: Report) -> Iterator[SourceFile]:
    """Give the text of a file, if it can be read."""
    data = read_bytes(path, MAX_CSV if ending(path) == ".csv" else MAX_YAML, report)
    source = None if data is None else decode(whole(path).source.name, data, report)
    if source is not None:
        yield source


def _check(source: SourceFile, model: Model, checker: Checker, report: Report) -> None:
    """Take what a file says into the evidence."""
    file = _read(source, model, report)
    if file is not None and checker.accept(file):
        for record in file.records:
            checker.add(record)


def _read(source: SourceFile, model: Model, report: Report) -> EvidenceFile | None:
    if ending(source.name) == ".csv":
        return read_csv(source, columns(model), report)
    return read_yaml(source, report)
