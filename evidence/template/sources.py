"""Which items read a fact, and the regulation's words on them: shown beside the cells where the fact is filled in."""

from __future__ import annotations

from ...interpreter.model import FactModel, Group, HeadingModel, Model
from ...interpreter.reads import facts_of_heading


class Sources:
    """The headings that read each fact."""

    def __init__(self, model: Model) -> None:
        """Go through a rubric once."""
        self._headings: dict[int, list[HeadingModel]] = {}
        self._above = {child.number: heading for heading in model.headings for child in heading.children}
        for heading in model.headings:
            for fact in facts_of_heading(heading, model):
                self._headings.setdefault(fact.number, []).append(heading)

    def items(self, fact: FactModel) -> list[str]:
        """Give the numbers of the items that read a fact; of those without a number, their titles."""
        return list(dict.fromkeys(map(self._name, self._headings.get(fact.number, ()))))

    def text(self, fact: FactModel) -> str:
        """Give the regulation's words, each item's below its number and title."""
        told: list[str] = []
        for heading in self._headings.get(fact.number, ()):
            words = "\n".join(_words(heading))
            told.append(f"{self._name(heading)} {heading.title}".strip() + (f"\n{words}" if words else ""))
        return "\n".join(dict.fromkeys(told))

    def _name(self, heading: HeadingModel) -> str:
        named: HeadingModel | None = heading
        while named is not None and not named.label:
            named = self._above.get(named.number)
        return (named.label if named else "") or heading.title


def _words(heading: HeadingModel) -> list[str]:
    """Give the regulation's words on a heading, those on its parts without a worth among them."""
    groups = [part for part in heading.parts if isinstance(part, Group)]
    return [*heading.source, *(words for group in groups for words in group.source)]
