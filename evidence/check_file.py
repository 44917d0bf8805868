"""The heads of files: whether each is for this rubric and for the right year."""

from __future__ import annotations

import re

from ..diagnostics import Label, Words
from ..diagnostics.catalogue import evidence as say
from ..interpreter.model import Model
from .keys import plain
from .record import EvidenceFile, Report, Said

_YEAR = re.compile(r"([0-9]{4})年?")


class FileChecker:
    """Holds the heads of files against the rubric and against one another."""

    def __init__(self, model: Model, previous: bool, report: Report) -> None:
        """Take the rubric, whether the files are the previous year's, and where diagnostics go."""
        self._model = model
        self._previous = previous
        self._report = report
        self._first: tuple[int, Said] | None = None

    def check(self, file: EvidenceFile) -> bool:
        """Tell whether the file may be read: one for another rubric or another year is refused."""
        title = self._model.title
        # Last year's rubric may have had another title.
        if file.rubric and not self._previous and plain(file.rubric.text) != plain(title):
            advice = _in_workbook(file.rubric, say.HELP_WORKBOOK_OF_RUBRIC)
            self._report(say.OTHER_RUBRIC.at(file.rubric.place, help=advice, found=file.rubric.text, title=title))
            return False
        return file.year is None or self._check_year(file.year)

    def _check_year(self, said: Said) -> bool:
        found = _YEAR.fullmatch(plain(said.text))
        if found is None:
            self._report(say.NOT_A_YEAR.at(said.place, found=said.text))
            return False
        year, expected = int(found[1]), self._model.year
        if self._previous and year == expected:
            self._report(say.OWN_YEAR.at(said.place, year=year))
            return False
        if not self._previous and expected is not None and year != expected:
            advice = _in_workbook(said, say.HELP_WORKBOOK_OF_YEAR)
            self._report(say.OTHER_YEAR.at(said.place, help=advice, found=year, year=expected))
            return False
        return self._agrees(year, said)

    def _agrees(self, year: int, said: Said) -> bool:
        """Tell whether a file is of the same year as those before it."""
        if self._first is None:
            self._first = (year, said)
        first, place = self._first[0], self._first[1].place
        if first != year:
            self._report(say.YEARS_DIFFER.at(said.place, Label(place, say.OF_FIRST), found=year, first=first))
        return first == year


def _in_workbook(said: Said, advice: Words) -> Words | None:
    """Give advice for a workbook, which says its rubric and its year where nobody sees it; else the usual one holds."""
    return advice if said.place.span is None else None
