"""Reads values of known shape out of JSON; what is of another shape ends the reading, and its path is known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple, cast

from ..diagnostics import Words
from ..diagnostics.catalogue import results as say
from .json_places import Path
from .json_text import is_whole

_POINTS = re.compile(r"0|-?[1-9][0-9]*|-?(?:0|[1-9][0-9]*)\.[0-9]*[1-9]")
_MOST_DIGITS = 200
_DIGEST = re.compile("[0-9a-f]{64}")


class NotSoError(Exception):
    """A value is not of the shape that is wanted."""

    def __init__(self, path: Path, wanted: Words, help: Words | None = None) -> None:
        """Take where it stands and what should stand there."""
        super().__init__()
        self.path = path
        self.wanted = wanted
        self.help = help


class Node(NamedTuple):
    """A value and the path that leads to it. Each method raises NotSoError where the value is of another shape."""

    value: object
    path: Path = ()

    def get(self, name: str) -> Node:
        """Give what stands under a name; the value of a name that is missing is None."""
        return Node(self._mapping().get(name), (*self.path, name))

    def has(self, name: str) -> bool:
        """Tell whether a name stands there."""
        return name in self._mapping()

    def _mapping(self) -> dict[str, object]:
        if not isinstance(self.value, dict):
            raise NotSoError(self.path, say.A_MAPPING)
        return cast("dict[str, object]", self.value)

    def each(self) -> Iterator[Node]:
        """Give what stands in a list."""
        if not isinstance(self.value, list):
            raise NotSoError(self.path, say.A_LIST)
        for index, value in enumerate(cast("list[object]", self.value)):
            yield Node(value, (*self.path, index))

    def text(self) -> str:
        """Give a text."""
        if not isinstance(self.value, str):
            raise NotSoError(self.path, say.A_TEXT)
        if not is_whole(self.value):
            raise NotSoError(self.path, say.WHOLE_CHARACTERS)
        return self.value

    def text_or_none(self) -> str | None:
        """Give a text, or None where there is none."""
        return None if self.value is None else self.text()

    def points(self) -> str | None:
        """Give points, written out as a decimal without needless zeros; None where they are null."""
        if self.value is None:
            return None
        if isinstance(self.value, str) and len(self.value) <= _MOST_DIGITS and _POINTS.fullmatch(self.value):
            return self.value
        raise NotSoError(self.path, say.POINTS)

    def whole(self) -> int | None:
        """Give a whole number; None where it is null."""
        if self.value is None or (isinstance(self.value, int) and not isinstance(self.value, bool)):
            return self.value
        raise NotSoError(self.path, say.A_WHOLE_NUMBER)

    def truth(self) -> bool | None:
        """Give yes or no; None where it is null."""
        if self.value is None or isinstance(self.value, bool):
            return self.value
        raise NotSoError(self.path, say.YES_OR_NO)

    def digest(self) -> str:
        """Give a digest."""
        if isinstance(self.value, str) and _DIGEST.fullmatch(self.value):
            return self.value
        raise NotSoError(self.path, say.A_DIGEST)
