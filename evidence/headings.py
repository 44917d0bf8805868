"""A heading as people call it, by its number or its title → the heading, or what may have been meant."""

from __future__ import annotations

from collections.abc import Sequence

from ..diagnostics import Diagnostic, Place, Words
from ..diagnostics.catalogue import evidence as say
from ..diagnostics.catalogue import names
from ..interpreter.model import HeadingModel, Model
from ..interpreter.problems import listed
from .called import Option
from .keys import plain
from .suggest import meant_by, sort_by_nearness

_NEAREST = Words("the nearest are {labels}", "相近的有 {labels}")


def heading_called(text: str, model: Model) -> HeadingModel | Diagnostic:
    """Find a heading by its number, else by a title that no other one has; full-width signs may stand for others."""
    wanted = plain(text)
    heading = model.labels.get(wanted)
    if heading is not None:
        return heading
    titled = [heading for heading in model.headings if wanted in (plain(heading.title), plain(_name(heading)))]
    return titled[0] if len(titled) == 1 else _unknown(text, wanted, titled, model)


def _unknown(text: str, wanted: str, titled: Sequence[HeadingModel], model: Model) -> Diagnostic:
    place = Place(model.source)
    known = names.UNKNOWN_LABEL.at(place, label=text, labels=listed(model.labels))
    if not wanted.strip("0123456789."):
        chapter = f"{wanted.partition('.')[0]}."
        near = [label for label in model.labels if label.startswith(chapter)]
        return names.UNKNOWN_LABEL.at(place, help=_NEAREST, label=text, labels=listed(near)) if near else known
    options = [Option(heading.label or heading.title, heading.title) for heading in titled or model.headings]
    meant = sort_by_nearness(text, options) if titled else meant_by(text, sort_by_nearness(text, options))
    called = [_called(near.thing.name, near.thing.label) for near in meant]
    if not called:
        return known
    if len(called) == 1:
        return names.UNKNOWN_LABEL.at(place, help=say.DID_YOU_MEAN, label=text, near=called[0])
    return names.UNKNOWN_LABEL.at(place, help=say.DID_YOU_MEAN_ONE_OF, label=text, known=listed(called))


def _name(heading: HeadingModel) -> str:
    return f"{heading.label} {heading.title}".strip()


def _called(label: str, title: str) -> str:
    """Write a number with its title; a section, which has none, by its title alone."""
    return title if label == title else f"{label} {title}"
