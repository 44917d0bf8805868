"""PSR511: a grade that nobody can get."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ...diagnostics import Diagnostic, Kind, Label, Span, Words
from ...grammar import expressions as e
from ...grammar import statements as s
from ...grammar.walk import walk
from ...interpreter.declare import exact_of
from ...interpreter.problems import listed
from ...interpreter.show import points_text
from ..figures import name_of, worth_node
from ..reach.reach import full_points
from ..reach.witness import advice_with
from ..rule import Subject

KIND = Kind(
    "PSR511",
    Words("nobody can get the grade `{grade}`: {why}", "任何单位都不可能评为 `{grade}`：{why}"),
    Words("out of reach", "不可能评为此等次"),
    severity="warning",
)
_SHORT = Kind(
    KIND.code,
    Words(
        "nobody can get the grades {grades}: the total comes to {most} at most, not to {total}",
        "任何单位都不可能评为 {grades}：总分最多只有 {most} 分，不到 {total} 分",
    ),
    KIND.label,
    Words(
        "mend the weights or the worths so that all of the total can be had",
        "请更正权重或分值，使总分能够得满",
    ),
    severity="warning",
)
_EXAMPLE = Words("the highest total, {points}, comes of {evidence}", "{evidence} 时总分最高，为 {points} 分")


class Reason(NamedTuple):
    """Why nobody can get a grade, and what to do about it."""

    why: Words
    help: Words


_NO_PLACE = Reason(
    Words("there is no place for anybody", "名额为零"),
    Words("give it places, or delete the grade", "请写上名额，或删去这一等次"),
)
_NEVER = Reason(
    Words("its condition never holds", "它的条件不可能成立"),
    Words("mend the condition, or delete the grade", "请更正条件，或删去这一等次"),
)
_TAKEN = Reason(
    Words("whoever meets its condition has a grade before it", "符合其条件的单位都已先评为前面的等次"),
    Words("put the higher grade first, or delete this one", "请把较高的等次写在前面，或删去这一等次"),
)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Find grades that are not among those of a unit of which nothing is known.

    Those that only need more than all headings can give are told once, for they have one cause. One that others
    before it always take has a finding of its own (PSR616).
    """
    grades = subject.model.grades
    given = subject.reach.grades.given if grades else frozenset[int]()
    told: frozenset[Span] = frozenset(masked.entry.span for masked in subject.masked) if grades else frozenset()
    lost = [number for number, grade in enumerate(grades) if number not in given and grade.span not in told]
    short = [number for number in lost if _needs_the_full_total(number, grades[number], subject)]
    for number in lost:
        if len(short) < 2 or number not in short:
            yield _found(number, grades[number], subject)
        elif number == short[0]:
            yield _short_of_the_total([grades[other] for other in short], subject)


def _needs_the_full_total(number: int, grade: s.Grade, subject: Subject) -> bool:
    """Tell whether a unit could get a grade if all of the declared total could be had."""
    most, full = subject.reach.total.high, full_points(subject.model.rubric)
    if most is None or full is None or most >= full or (grade.quota is not None and exact_of(grade.quota) == 0):
        return False
    reach = subject.reach
    return number in reach.grades_at_full.given and number not in reach.grades.met


def _short_of_the_total(grades: list[s.Grade], subject: Subject) -> Diagnostic:
    rubric = subject.model.rubric
    most = points_text(subject.reach.total.high or 0)
    return _SHORT.at(
        subject.place(grades[0].name),
        Label(subject.place(worth_node(rubric)), Words(f"at most {most} can be had", f"最多只能得 {most} 分")),
        *(Label(subject.place(grade.name), KIND.label) for grade in grades[1:]),
        grades=listed(grade.name.value for grade in grades),
        most=most,
        total=points_text(full_points(rubric) or 0),
    )


def _found(number: int, grade: s.Grade, subject: Subject) -> Diagnostic:
    labels: list[Label] = []
    if grade.quota is not None and exact_of(grade.quota) == 0:
        reason = _NO_PLACE
    elif number in subject.reach.grades.met:
        reason = _TAKEN
        before = [other for other in subject.model.grades[:number] if other.quota is None]
        labels += [Label(subject.place(before[-1].name), Words("taken before", "先评此等次"))] if before else []
    else:
        reason = _NEVER
        labels += _limits(grade, subject)
    return KIND.at(
        subject.place(grade.name), *labels, help=_advice(grade, reason, subject), grade=grade.name.value, why=reason.why
    )


def _limits(grade: s.Grade, subject: Subject) -> Iterator[Label]:
    """Say how far the points reach that the condition speaks of."""
    nodes = [] if grade.condition is None else list(walk(grade.condition))
    if any(isinstance(node, e.Total) for node in nodes):
        rubric, total = subject.model.rubric, subject.reach.total
        reach = points_text(total)
        yield Label(subject.place(worth_node(rubric)), Words(f"the total comes to {reach}", f"总分为 {reach}"))
    for section in subject.model.headings if any(isinstance(node, e.EverySection) for node in nodes) else ():
        most, full = subject.reach.points(section).high, full_points(section)
        if section.rank == "section" and not section.bonus and most is not None and full is not None and most < full:
            text = points_text(most), points_text(full)
            words = Words(f"at most {text[0]} of {text[1]}", f"{text[1]} 分中最多得 {text[0]} 分")
            yield Label(subject.place(section.node), words)
    for node in nodes:
        if isinstance(node, e.PointsOf):
            heading = subject.model.labels[node.label.text]
            reach = points_text(subject.reach.points(heading))
            text = Words(f"`{name_of(heading)}` comes to {reach}", f"`{name_of(heading)}` 的得分为 {reach}")
            yield Label(subject.place(node), text)


def _advice(grade: s.Grade, reason: Reason, subject: Subject) -> Words | None:
    """Show the highest total there can be, where a condition asks for more."""
    most = subject.reach.total.high
    if reason is not _NEVER or most is None or not any(isinstance(node, e.Total) for node in walk(grade)):
        return reason.help
    return advice_with(reason.help, subject.reach.witness(subject.model.rubric, 1, int(most)), _EXAMPLE)
