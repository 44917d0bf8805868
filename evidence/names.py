"""The names of a rubric as evidence may write them: a fact by its name or its label, a field likewise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from ..diagnostics import Diagnostic, Place, Words
from ..diagnostics.catalogue import evidence as say
from ..interpreter.model import FactModel, FieldModel, HeadingModel, Model
from .called import Called, Option, caller, in_table, spellings
from .keys import FACT_KEYS, find_key, plain, shown_keys
from .record import Said
from .suggest import list_things, listed, sort_by_nearness, unknown_thing
from .titles import headings_titled

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
        self._spelled = _by_spelling(model.facts.values())
        self._facts: dict[str, FactModel] = {}
        self._keys: dict[tuple[str, str], Key] = {}
        self._unknown: dict[Said, Diagnostic] = {}

    def fact(self, said: Said) -> FactModel | Diagnostic:
        """Find a fact by its name, or else by its label; say what may have been meant where there is none."""
        fact = self.find_fact(said.text)
        if fact is not None:
            return fact
        if said not in self._unknown:  # a row of a sheet says it once for each unit
            facts = list(self._model.facts.values())
            found = self._find(said.text)
            self._unknown[said] = _ambiguous(said, found) if found else unknown_thing(say.UNKNOWN_FACT, said, facts)
        return self._unknown[said]

    def find_fact(self, text: str) -> FactModel | None:
        """Find a fact; nothing where none is called so, or more than one."""
        fact = self._facts.get(text)
        if fact is None:
            found = self._find(text)
            if len(found) == 1:
                fact = self._facts[text] = found[0]
        return fact

    def _find(self, text: str) -> Sequence[FactModel]:
        """Find the facts of that name, or else of that label."""
        wanted = plain(text)
        named = self._model.facts.get(wanted)
        return [named] if named else self._spelled.get(wanted, ())

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
        return self._unknown_column(said, fact) if in_table(said.place) else self._unknown_field(said, fact)

    def _unknown_field(self, said: Said, fact: FactModel) -> Diagnostic:
        fields = list(fact.fields.values())
        own, words = list_things(fields, said.place), shown_keys(_words_of(fact))
        shown = Words(", ".join(filter(None, (own.en, words.en))), "、".join(filter(None, (own.zh, words.zh))))
        of = self.call(fact, said.place)
        return unknown_thing(say.UNKNOWN_FIELD, said, fields, FACT_KEYS, of=of, shown=shown)

    def _unknown_column(self, said: Said, fact: FactModel) -> Diagnostic:
        """Say that a cell stands in a column of other facts: it is to be cleared, or one of those was meant."""
        others = [other for other in self._model.facts.values() if _find(said.text, list(other.fields.values()))]
        advice = say.HELP_OTHER_COLUMN if others else say.HELP_CLEAR_CELL
        known = list_things(others, said.place)
        of = self.call(fact, said.place)
        return say.UNKNOWN_FIELD.at(said.place, help=advice, name=said.text, of=of, near=None, known=known)

    def heading(self, said: Said) -> HeadingModel | Diagnostic:
        """Find a heading by its number."""
        heading = self._model.labels.get(plain(said.text))
        if heading is not None:
            return heading
        numbers = [Option(number, number) for number in self._model.labels]  # of those alike none is the likelier one
        known = list_things(numbers, said.place, [near.thing for near in sort_by_nearness(said.text, numbers)])
        return say.UNKNOWN_LABEL.at(said.place, name=said.text, known=known)

    def titled(self, text: str) -> Sequence[HeadingModel]:
        """Find the headings of a title."""
        return headings_titled(text, self._model)

    def call(self, fact: FactModel, place: Place) -> Words:
        """Call a fact by what people know it by, in the file of a place."""
        return self.caller(fact)(place)

    def caller(self, fact: FactModel) -> Called:
        """Make what calls a fact so in any file."""
        return caller(fact, self._model.facts.values())


def columns(model: Model) -> Iterator[str]:
    """Give the names and labels of all fields of a rubric's facts."""
    for fact in model.facts.values():
        for field in fact.fields.values():
            yield field.name
            yield field.label


def _find(text: str, among: Sequence[_Named]) -> list[_Named]:
    wanted = plain(text)
    named = [thing for thing in among if thing.name == wanted]
    return named or [thing for thing in among if wanted in spellings(thing)]


def _by_spelling(facts: Iterable[FactModel]) -> Mapping[str, Sequence[FactModel]]:
    """Sort facts by what evidence may write for them."""
    found: dict[str, list[FactModel]] = {}
    for fact in facts:
        for spelling in dict.fromkeys(spellings(fact)):
            found.setdefault(spelling, []).append(fact)
    return found


def _words_of(fact: FactModel) -> Mapping[str, str]:
    """Give the words of the format that may stand under a fact."""
    other = "value" if fact.counts else "quantity"
    return {spelling: key for spelling, key in FACT_KEYS.items() if key != other}


def _ambiguous(said: Said, found: Sequence[FactModel | FieldModel]) -> Diagnostic:
    known = listed([Words(thing.name, thing.name) for thing in found])
    return say.AMBIGUOUS.at(said.place, name=said.text, known=known)
