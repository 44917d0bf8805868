"""The nodes of statements, one a line of the file, with the comments that stand above and behind them."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, NamedTuple

from .expressions import Comparison, Date, Expression, ItemLabel, Name, Number, Percent, Text, YesNo
from .node import Node, aside


class Comments(NamedTuple):
    """The comments of a statement, in their order: on lines of their own above it, and behind it."""

    above: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()


NO_COMMENTS = Comments()


class Line(Node):
    """What every statement has: its comments take no part in equality, their order is tested for itself."""

    comments: Comments = aside(default=NO_COMMENTS, kw_only=True)


# ---- headings ----------------------------------------------------------------------------------------------


class Range(Node):
    """``from A to B``: the least and the most, each None where it is open."""

    low: Decimal
    high: Decimal | None


class Start(Node):
    """``starts full``, ``starts zero``, ``starts at N``."""

    at: Literal["full", "zero"] | Decimal


Calendar = Literal["day", "month", "quarter", "year"]


class Cap(Node):
    """``cap N``, ``cap N per month``."""

    limit: Expression
    per: Calendar | None


Rank = Literal["rubric", "section", "item", "part"]


class Heading(Line):
    """``rubric``, ``section``, ``item`` or ``part``, with what its line says."""

    rank: Rank
    label: ItemLabel | None
    title: Text | None
    worth: Number | None = None
    range: Range | None = None
    weight: Number | Percent | None = None
    start: Start | None = None
    scaled_to: Number | None = None
    bonus: bool = False
    caps: tuple[Cap, ...] = ()
    year: Number | None = None


class Period(Line):
    """``period 2019-01-01 to 2019-12-31``."""

    first: Date
    last: Date


class InFull(Line):
    """``in full "…"``: a heading's title as the regulation words it, several strings under one another."""

    lines: tuple[Text, ...]


class Source(Line):
    """``source "…"``: the regulation's own words, several strings under one another."""

    lines: tuple[Text, ...]


# ---- facts -------------------------------------------------------------------------------------------------


class Option(Node):
    """One value of a choice, with its label for people."""

    name: Name
    label: Text | None


class FactType(Node):
    """``counts 次``, ``number -5 to 5 分``, ``a / b``: the kind, its range, its noun, its options."""

    kind: Literal["counts", "number", "percent", "yes/no", "date", "text", "choice"]
    low: Value | None = None
    high: Value | None = None
    noun: Name | None = None
    options: tuple[Option, ...] = ()


class Field(Node):
    """One field of a fact's events: ``prize "奖次" first / second``."""

    name: Name
    label: Text | None
    type: FactType


class Fact(Line):
    """``fact absence "无故缺席" counts 人次``."""

    name: Name
    label: Text | None
    type: FactType
    fields: tuple[Field, ...] = ()
    required: bool = False
    presumed: Value | None = None


# ---- lines that give and take points -----------------------------------------------------------------------


class Quota(Node):
    """``below Q``, ``above Q``, ``below 1 per month``."""

    side: Literal["below", "above"]
    of: Expression
    per: Calendar | None


StepRounding = Literal["whole", "or part", "prorated"]


class PerEvent(Node):
    """``per F where C below Q``: each occurrence, or each one short of a quota or over it."""

    fact: Name
    where: Expression | None
    quota: Quota | None


class PerStep(Node):
    """``per 1% of X below 95% or part``: each step of a figure, or of its distance from a quota."""

    step: Number | Percent
    of: Expression
    quota: Quota | None
    rounding: StepRounding


class PerCalendar(Node):
    """``per day of X after D``: each day, month, quarter or year that X is late."""

    unit: Calendar
    of: Expression
    after: Expression
    rounding: StepRounding


Per = PerEvent | PerStep | PerCalendar


class By(Node):
    """``by E, F``: the keys of a decision table; none for ``by occurrence``."""

    keys: tuple[Expression, ...]
    occurrence: bool = False


class ExactKey(Node):
    """A row's key that is one value."""

    value: Value


class BoundKey(Node):
    """A row's key such as ``>= 90%``."""

    operator: Comparison
    value: Value


class RangeKey(Node):
    """A row's key such as ``80% to 90%``, both ends in."""

    low: Value
    high: Value


class OtherwiseKey(Node):
    """``otherwise``: whatever the value is."""


Key = ExactKey | BoundKey | RangeKey | OtherwiseKey


class Row(Line):
    """One row of a decision table: ``national, solo: 3``."""

    keys: tuple[Key, ...]
    outcome: Expression


class Effect(Line):
    """``deduct A per F … by … highest per … if C cap N``, and the same with ``award``."""

    verb: Literal["deduct", "award"]
    amount: Expression | None
    per: Per | None
    by: By | None
    highest_per: tuple[Name, ...]
    condition: Expression | None
    caps: tuple[Cap, ...]
    rows: tuple[Row, ...] = ()


class Score(Line):
    """``score E if C``: sets the heading's points."""

    amount: Expression
    condition: Expression | None


class Void(Line):
    """``void if C``: no points under this heading."""

    condition: Expression | None


class Judge(Line):
    """``judge 0 to 2``: the committee's own mark."""

    low: Number
    high: Number


class Applies(Line):
    """``applies if C else full``: whom a heading concerns, and what the others get."""

    condition: Expression
    otherwise: Literal["full", "peer mean", "left out"]


# ---- results -----------------------------------------------------------------------------------------------

RoundingMode = Literal["half up", "half even", "up", "down"]


class Round(Line):
    """``round to 1 half up`` under a heading; ``round total to 2`` anywhere."""

    total: bool
    places: Number
    mode: RoundingMode | None


class Grade(Line):
    """``grade "优秀" if C for at most 30% of units``; ``otherwise`` has no condition."""

    name: Text
    condition: Expression | None
    quota: Number | Percent | None


class Outcome(Node):
    """What a veto does: sets the total, gives a grade, bars one, or lowers it by some."""

    does: Literal["total", "grade", "not grade", "lower grade"]
    value: Number | Text


class Veto(Line):
    """``veto "…" if C then grade "…"``."""

    reason: Text
    condition: Expression
    outcomes: tuple[Outcome, ...]


class TieKey(Node):
    """One key of ``tie break by``; the greater goes first unless ``ascending``."""

    of: Expression
    ascending: bool


class TieBreak(Line):
    """``tie break by points of 4.2, absence ascending``."""

    keys: tuple[TieKey, ...]


class Define(Line):
    """``define name = E``, or a lookup table ``define name by E`` with rows."""

    name: Name
    value: Expression | None
    by: By | None
    rows: tuple[Row, ...] = ()


# ---- examples ----------------------------------------------------------------------------------------------


class Stated(Node):
    """What a ``given`` says of a fact: a value, a bound (``>= 8``), a range, ``unknown`` or ``n/a``."""

    how: Literal["value", "range", "unknown", "n/a"] | Comparison
    values: tuple[Value, ...] = ()


class Detail(Node):
    """One field of a given event."""

    name: Name
    stated: Stated


class Example(Line):
    """``example "…"``: opens an example, to which the ``given`` and ``expect`` lines below belong."""

    title: Text


class GivenFact(Line):
    """``given essay 1 with prize third on 2019-03-02 for "B"``."""

    previous: bool
    name: Name
    stated: Stated
    details: tuple[Detail, ...]
    date: Date | None
    unit: Text | None


class GivenPoints(Line):
    """``given points of 1.2 = 1.5``: the committee's mark, or its ruling, in an example."""

    label: ItemLabel
    points: Number
    unit: Text | None


class Expect(Line):
    """``expect 1.3 = 1 to 2``, ``expect total = 90``, ``expect grade = "优秀"``."""

    of: ItemLabel | Literal["total", "grade"]
    low: Number | Text
    high: Number | None
    unit: Text | None


Value = Number | Percent | Date | Text | YesNo | Name

Statement = (
    Heading
    | Period
    | InFull
    | Source
    | Fact
    | Effect
    | Score
    | Void
    | Judge
    | Applies
    | Round
    | Grade
    | Veto
    | TieBreak
    | Define
    | Example
    | GivenFact
    | GivenPoints
    | Expect
)


class Document(Node):
    """A whole file: its statements in order, and the comments below the last one."""

    statements: tuple[Statement, ...]
    comments: tuple[str, ...] = aside(default=())
