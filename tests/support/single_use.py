"""Small rubrics whose facts are each used once, with evidence that goes to the ends of what they can give.

A clause is a line with the facts it reads, and all evidence worth trying for them: enough for either end of its points.
"""

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from itertools import product
from typing import Any, NamedTuple

from hypothesis import strategies as st

from psr.interpreter.facts import Event, Evidence, Mark, UnitFacts, Value

MANY = 1000
"""Stands for any number of events: what has no limit passes every figure of these rubrics by then."""

Stated = dict[str, Any]
"""What is stated of facts: a list holds rows of events; `B.n` is the fact `n` of another unit."""


class Clause(NamedTuple):
    """A line, the declarations of its facts, and the evidence to try; ``{n}`` in a text is the clause's number."""

    facts: str
    lines: str
    tries: list[Stated]


COUNTS = [0, 1, 2, 3, 4, 7, 8, 9, 12, MANY]
DAYS = [date(2020, month, 1).toordinal() for month in range(1, 13)]


def _counting(lines: str) -> Clause:
    return Clause("fact c{n} counts", lines, [{"c{n}": [Event(many)]} for many in COUNTS])


def _dated(lines: str) -> Clause:
    each = [[Event(many, day) for day in DAYS[:months]] for many in (1, 2, MANY) for months in (1, 3, 12)]
    spread = [[Event(many, day) for day in DAYS[2::3]] for many in (1, 2)]
    return Clause("fact c{n} counts", lines, [{"c{n}": rows} for rows in ([], *each, *spread)])


def _with_kind(lines: str) -> Clause:
    rows = [[Event(many, None, {"kind": kind})] for many in (1, 2, MANY) for kind in ("x", "y", "z")]
    several = [[Event(1, None, {"kind": kind}) for kind in kinds] for kinds in ("xy", "xz", "yz", "xyz")]
    return Clause("fact c{n} counts with kind x / y / z", lines, [{"c{n}": r} for r in ([], *rows, *several)])


def _with_load(lines: str) -> Clause:
    rows = [[Event(many, None, {"load": load})] for many in (1, 3, MANY) for load in (0, 5, 20)]
    return Clause("fact c{n} counts with load number 0 to 20", lines, [{"c{n}": r} for r in ([], *rows)])


def _number(lines: str) -> Clause:
    return Clause("fact n{n} number 0 to 10", lines, [{"n{n}": value} for value in (0, 1, 2, 3, 4, 5, 9, 10)])


def _share(lines: str) -> Clause:
    shares = [Fraction(percent, 100) for percent in (0, 40, 60, 94, 95, 100)]
    return Clause("fact r{n} percent 0% to 100%", lines, [{"r{n}": share} for share in shares])


def _yes(lines: str) -> Clause:
    return Clause("fact b{n} yes/no", lines, [{"b{n}": value} for value in (False, True)])


def _day(lines: str) -> Clause:
    due = date(2020, 6, 15).toordinal()
    return Clause("fact d{n} date", lines, [{"d{n}": due + days} for days in (-1, 0, 1, 5, 40, 4000)])


def _ranked(lines: str) -> Clause:
    tries = [{"n{n}": own, "B.n{n}": one, "C.n{n}": other} for own, one, other in product((0, 10), repeat=3)]
    return Clause("fact n{n} number 0 to 10", lines, [*tries, {"n{n}": 5, "B.n{n}": 9, "C.n{n}": 2}])


LINES = [
    *map(_counting, [
        "deduct 0.5 per c{n}", "award 0.5 per c{n}", "award 0.75 per c{n} cap 2", "deduct 1 / 3 per c{n} cap 1",
        "deduct 0.5 per c{n} below 8", "award 0.5 per c{n} above 3 cap 4", "deduct 1 if c{n} >= 9", "award c{n} / 4",
        "award min(c{n}, 3)", "deduct per c{n} by occurrence\n1: 0.5\n>= 2: 1", "award per c{n} by occurrence\n1: 2\n2: 1",
        "award per c{n} by occurrence\n>= 3: 0.5", "award per c{n} by occurrence\n1: 2\n2 to 4: -1", "award 2 if c{n} = 1", "deduct 1 per c{n} below 7 / 2",
        "award by c{n}\n0: 1\n2 to 4: 3\notherwise: 2",
    ]),
    *map(_dated, [
        "award 0.5 per c{n} cap 1 per month", "award 0.5 per c{n} cap 1 per quarter cap 3", "deduct 0.25 per c{n}",
        "deduct 0.5 per c{n} below 1 per quarter", "deduct 0.25 per c{n} above 1 per month",
    ]),
    *map(_with_kind, [
        "award per c{n} by kind\nx: 1\ny: 2.5", "award 2 per c{n} highest per kind", "deduct per c{n} by kind cap 4\nx: 0.5\notherwise: 2",
        "award 1 per c{n} where kind = x",
        "award count of c{n} where (kind != x) / 5", "deduct 2 if count of c{n} where (kind = z) >= 2",
    ]),
    *map(_with_load, [
        "award load / 5 per c{n}", "award load / 5 per c{n} cap 3", "award sum of load over c{n} / 10",
        "award (mean of load over c{n} default 1) / 4", "deduct (highest of load over c{n} default 2) / 10",
        "award (lowest of load over c{n} drop 1 highest default 4) / 10",
    ]),
    *map(_number, [
        "award n{n}", "deduct n{n} / 4", "award floor(n{n} / 3)", "award by n{n}\n< 2: 1\n2 to 5: 3", "award -n{n} + 4",
        "deduct by n{n}\n>= 9: 2\n>= 4: 1", "award 1 per 3 of n{n} or part", "award 0.4 per 3 of n{n} prorated",
        "award max(n{n} - 4, 1)", "award 2 if n{n} > 10", "award if n{n} >= 3 then 4 else 1", "award 20% of n{n}",
        "deduct (mean of n{n} across units) / 4", "award (highest of n{n} across units) / 2",
    ]),
    *map(_share, [
        "deduct 0.1 per 1% of r{n} below 95%", "award worth * r{n}", "award by r{n}\n>= 95%: worth\n>= 60%: 2",
        "deduct 1 per 20% of r{n} below 50% or part", "award 0.5 per 1% of r{n} above 90% prorated",
    ]),
    *map(_yes, ["award 2 if b{n}", "deduct 2 if not b{n}", "award by b{n}\nyes: 1\nno: 3"]),
    *map(_day, [
        "deduct 0.5 per day of d{n} after 2020-06-15", "deduct 1 per month of d{n} after 2020-06-15 or part cap 2",
        "award 2 if d{n} <= 2020-06-15",
    ]),
    *map(_ranked, ["award by rank of n{n}\n1: 3\n2: 1", "deduct 1 if rank of n{n} ascending = 1"]),
]  # fmt: skip
SETTINGS = [
    *map(_yes, ["score 3 if b{n}", "void if b{n}", "score 1 if not b{n}"]),
    _number("score n{n} / 2 if n{n} >= 0".replace(" if n{n} >= 0", "")),
    Clause("", "judge 0 to 2", [{"judge": 0}, {"judge": 2}]),
    Clause("", "judge -1 to 1", [{"judge": -1}, {"judge": 1}]),
]
APPLIES = [*map(_yes, ["applies if b{n}", "applies if b{n} else full"])]


@dataclass
class SingleUse:
    """A rubric with one item, and all the evidence to try."""

    text: str
    evidence: list[Evidence] = field(repr=False)


@st.composite
def single_use_rubrics(draw: st.DrawFn) -> SingleUse:
    """Write an item of one or two lines, perhaps in a group, with what else may stand under it."""
    worth = draw(st.sampled_from([2, 5, 8]))
    reach = draw(st.sampled_from(["", "", " from -3 to 6", " from 1 to 9", " from 0"]))
    start = draw(st.sampled_from(["starts full", "starts zero", "starts at 1.5"]))
    clauses = draw(st.lists(st.sampled_from(LINES), min_size=1, max_size=2))
    grouped = draw(st.sampled_from([[], [], ["part"], ["part cap 1.5"]]))
    more = draw(st.sampled_from([[], [], *([clause] for clause in [*SETTINGS, *APPLIES])]))
    numbered = [_numbered(clause, number) for number, clause in enumerate([*more, *clauses], 1)]
    lines = [clause.lines for clause in numbered]
    text = [
        'rubric "r" year 2020', *(clause.facts for clause in numbered), f'item 1 "i" worth {worth}{reach} {start}',
        *draw(st.sampled_from([[], [], ["round to 0"], ["round to 1 down"]])), *lines[: len(more)], *grouped,
        *lines[len(more) :],
    ]  # fmt: skip
    tries = product(*(clause.tries for clause in numbered))
    return SingleUse("\n".join(text) + "\n", [evidence_of(stated) for stated in tries])


def _numbered(clause: Clause, number: int) -> Clause:
    def put(text: str) -> str:
        return text.replace("{n}", str(number))

    tries = [{put(name): value for name, value in stated.items()} for stated in clause.tries]
    return Clause(put(clause.facts), put(clause.lines), tries)


def evidence_of(stated: tuple[Stated, ...]) -> Evidence:
    """Put together what is stated of the facts of each clause; of other units all else is as of the first."""
    units = {"A": UnitFacts("A")}
    for entry in stated:
        for name, value in entry.items():
            unit, _, fact = name.rpartition(".")
            given = units.setdefault(unit or "A", UnitFacts(unit or "A"))
            if fact == "judge":
                given.marks["1"] = Mark(value)
            elif isinstance(value, list):
                given.events[fact] = value
            else:
                given.values[fact] = Value(value)
    first = units["A"]
    for unit in units.values():
        unit.values = {**first.values, **unit.values}
        unit.events = first.events
    return Evidence(units)
