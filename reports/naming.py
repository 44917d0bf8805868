"""What reports call a heading in few words, where its title would be too long."""

from __future__ import annotations

from ..interpreter.model import Model


def short_names(model: Model) -> dict[int, str]:
    """Name each heading, by its place in the model: by its number, else a part by its item's, others by their title."""
    names: dict[int, str] = {}
    for heading in model.headings:
        names.setdefault(heading.number, heading.label or heading.title)
        names |= {part.number: part.label or names[heading.number] for part in heading.children if part.rank == "part"}
    return names
