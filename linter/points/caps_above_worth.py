"""PSR507: the caps of several clauses together are above what their heading is worth, though each alone fits."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from ...diagnostics import Diagnostic, Kind, Label, Words
from ...grammar import statements as s
from ...interpreter.interval import Exact
from ...interpreter.model import Group, HeadingModel
from ..budgets import room_of
from ..figures import WORTH, Clause, clauses_of, figure, name_of, points_of, worth_node
from ..rule import Subject

KIND = Kind(
    "PSR507",
    Words(
        "the clauses of `{heading}` are capped at {sum}, but it is worth {worth}",
        "`{heading}` 各条的封顶合计 {sum} 分，分值却只有 {worth} 分",
    ),
    WORTH,
    Words(
        "mend the caps or the worth; if the clauses share the points, say so: `# psr: allow PSR507 because …`",
        "请更正封顶或分值；若各条本就共用这些分，请注明 `# psr: 允许 PSR507 因为 …`",
    ),
    severity="warning",
)


class _Capped(NamedTuple):
    """A clause under a cap of its own over all it gives or takes."""

    cap: s.Cap
    limit: Exact
    verb: str


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Find headings that only give or only take, by clauses that are all capped and could all come to their caps."""
    for heading in subject.model.headings:
        room = room_of(heading)
        capped = _all_capped(heading)
        if room is None or heading.worth is None or len(capped) < 2:
            continue
        total = sum((Fraction(one.limit) for one in capped), Fraction(0))
        if total > room and all(one.limit <= room for one in capped):
            yield KIND.at(
                subject.place(worth_node(heading)),
                *(Label(subject.place(one.cap), _limit(one)) for one in capped),
                heading=name_of(heading),
                sum=f"{' + '.join(figure(one.limit) for one in capped)} = {figure(total)}",
                worth=figure(heading.worth),
            )


def _all_capped(heading: HeadingModel) -> list[_Capped]:
    """Give the clauses if all are capped and of one kind; none where one holds only sometimes, as an alternative may.

    ``void`` is no clause of this kind: it takes all there is.
    """
    found = [_capped(clause, heading) for clause in clauses_of(heading) if not isinstance(clause.part, s.Void)]
    capped = [one for one in found if one is not None]
    alike = len(capped) == len(found) and len({one.verb for one in capped}) == 1
    return capped if alike and not heading.children else []


def _capped(clause: Clause, heading: HeadingModel) -> _Capped | None:
    """Give a clause with its cap over the whole year, if all its lines give or all take, at any time."""
    lines = [line for line in clause.lines if not isinstance(line, s.Void)]
    effects = [line for line in lines if isinstance(line, s.Effect)]
    verbs = {line.verb for line in effects}
    conditions = [clause.part.applies] if isinstance(clause.part, Group) else [line.condition for line in effects]
    cap = next((cap for cap in clause.caps if cap.per is None), None)
    limit = points_of(cap.limit, heading) if cap else None
    if cap is None or limit is None or len(effects) < len(lines) or len(verbs) != 1 or any(conditions):
        return None
    return _Capped(cap, limit, verbs.pop())


def _limit(one: _Capped) -> Words:
    return Words(f"at most {figure(one.limit)}", f"最多 {figure(one.limit)}")
