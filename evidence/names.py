"""The names of a rubric as evidence may write them: a fact by its name or its label, a field likewise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeVar

from ..diagnostics import Diagnostic
from ..diagnostics.catalogue import evidence as say
from ..interpreter.model import FactModel, FieldModel, HeadingModel, Model
from ..interpreter.problems import listed
from .keys import FACT_KEYS, find_key, plain
from .record import Said
from .suggest import unknown

_Named = TypeVar("_Named", FactModel, FieldModel)


class Key(NamedTuple):
    """What stands under a fact: one of its fields, or a word of the format such as ``note``."""

    name: str
    is_field: bool = False


class Names:
    """Finds what the names in evidence stand for; each spelling is looked up once."""

    def __init__(self, model: Model) -> None:
        """Take the rubric."""
        self._model = model
        self._facts: dict[str, FactModel] = {}
        self._keys: dict[tuple[str, str], Key] = {}

    def fact(self, said: Said) -> FactModel | Diagnostic:
        """Find a fact by its name, or else by its label."""
        fact = self._facts.get(said.text)
        if fact is not None:
            return fact
        found = _find(said.text, list(self._model.facts.values()))
        if len(found) == 1:
            return self._facts.setdefault(said.text, found[0])
        if found:
            return _ambiguous(said, found)
        known = [name for fact in self._model.facts.values() for name in (fact.name, fact.label)]
        return unknown(say.UNKNOWN_FACT, said, known, shown=listed(self._model.facts))

    def key(self, said: Said, fact: FactModel) -> Key | Diagnostic:
        """Find what stands under a fact: a field of that name, a word of the format, or a field of that label."""
        return self._keys.get((fact.name, said.text)) or self._find_key(said, fact)

    def _find_key(self, said: Said, fact: FactModel) -> Key | Diagnostic:
        fields = _find(said.text, list(fact.fields.values()))
        word = find_key(said.text, FACT_KEYS)
        if word is not None and not (fields and fields[0].name == plain(said.text)):
            return self._keys.setdefault((fact.name, said.text), Key(word))
        if len(fields) == 1:
            return self._keys.setdefault((fact.name, said.text), Key(fields[0].name, is_field=True))
        if fields:
            return _ambiguous(said, fields)
        known = [name for field in fact.fields.values() for name in (field.name, field.label)]
        shown = listed([*fact.fields, "quantity" if fact.counts else "value", "date", "note", "reference"])
        return unknown(say.UNKNOWN_FIELD, said, [*known, *FACT_KEYS], of=fact.name, shown=shown)

    def heading(self, said: Said) -> HeadingModel | Diagnostic:
        """Find a heading by its number."""
        labels = self._model.labels  # of numbers that look alike none is the likelier one
        heading = labels.get(plain(said.text))
        return heading or say.UNKNOWN_LABEL.at(said.place, name=said.text, known=listed(labels))


def columns(model: Model) -> Iterator[str]:
    """Give the names and labels of all fields of a rubric's facts."""
    for fact in model.facts.values():
        for field in fact.fields.values():
            yield field.name
            yield field.label


def _find(text: str, among: Sequence[_Named]) -> list[_Named]:
    wanted = plain(text)
    named = [thing for thing in among if thing.name == wanted]
    return named or [thing for thing in among if plain(thing.label) == wanted]


def _ambiguous(said: Said, found: Sequence[FactModel | FieldModel]) -> Diagnostic:
    return say.AMBIGUOUS.at(said.place, name=said.text, known=listed(thing.name for thing in found))
