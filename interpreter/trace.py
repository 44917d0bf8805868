"""Why a heading has its points: an immutable tree that evaluation returns (specification: "Traces").

Each step says what kind it is, what value came out, and what it is about: a heading of the model, a line of the
file, a fact, an event of the evidence, a ruling. Points are in ten-thousand-millionths (see points.py).
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from ..grammar import expressions as e
from ..grammar import statements as s
from .facts import Event, Mark, Ruling, Stated, Value
from .interval import Quantity, Truth
from .model import FactModel, Group, HeadingModel

StepKind = Literal[
    "heading",  # about: the heading; value: its points; children: all that led there, in order
    "start",  # value: the points it starts with
    "handed up",  # about: a heading below; value: its points after weight
    "line",  # about: the line; value: the points it gives, negative where it takes
    "group",  # about: the group; value: the points it gives and takes together
    "events",  # about: the fact; value: how many; children: its rows
    "event",  # about: the row of evidence; value: the points it accounts for, before any cap
    "quota",  # about: the quota; value: the quota itself
    "times",  # value: how often the amount counts
    "amount",  # about: its expression; value: a number of points
    "table",  # about: the row of the table that matched; value: its outcome in points
    "stated",  # about: the entry of the evidence, or the row; value: what it states
    "condition",  # about: its expression; value: whether it holds
    "value",  # about: an expression; value: what it gave
    "cap",  # about: the cap; value: the points that are left
    "mark",  # about: the committee's mark; value: its points
    "score",  # about: the line; value: the points it sets
    "void",  # about: the line; value: 0
    "range",  # value: the points after the range was applied
    "scaled",  # value: the points after scaling
    "round",  # about: the line; value: the points after rounding
    "bonus",  # about: the bonus section; value: its points
    "applies",  # about: the line; value: whether the heading concerns the unit
    "ruling",  # about: the ruling; value: its points
    "undefined",  # about: the expression that has no value
]

About = (
    HeadingModel
    | Group
    | FactModel
    | Event
    | Mark
    | Ruling
    | Value
    | s.Statement
    | s.Row
    | s.Cap
    | s.Quota
    | e.Expression
    | None
)


class Trace(NamedTuple):
    """One step of a derivation."""

    kind: StepKind
    value: Quantity | Truth | Stated
    about: About = None
    children: tuple[Trace, ...] = ()
