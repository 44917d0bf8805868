"""PSR613: a condition that always holds, and so decides nothing."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics import Diagnostic, Kind, Words
from ...grammar import expressions as e
from ...grammar import statements as s
from ..budgets import weights_disagree
from ..rule import Subject
from .constant import Constant, constants

KIND = Kind(
    "PSR613",
    Words("`{condition}` is always true", "`{condition}` 恒成立"),
    Words("{why}", "{why}"),
    Words("delete the condition, or correct it if something can fail it", "请删去这个条件；若本意是有时不成立，请更正"),
    severity="warning",
)

_OF_A_GRADE = Words(
    "write `otherwise` instead of the condition, or correct it if something can fail it",
    "请把条件改写为 `其余`；若本意是有时不成立，请更正",
)
_OF_A_VETO = Words(
    "correct the condition: as it is, the veto strikes every unit", "请更正条件：按现在的写法，所有单位都被一票否决"
)
_OF_AN_APPLIES = Words(
    "delete the line, for it concerns everybody; or correct the condition if something can fail it",
    "请删去这一行，因为所有单位都适用；若本意是有时不成立，请更正",
)
_OF_A_VOID = Words(
    "correct the condition: as it is, nobody has any points here", "请更正条件：按现在的写法，此处谁都不得分"
)
_OF_A_BRANCH = Words(
    "keep only what stands behind `then`, or correct the condition if something can fail it",
    "请只保留 `则` 后面的内容；若本意是有时不成立，请更正条件",
)
_OF_A_DEFINITION = Words(
    "correct the condition, or delete the definition and what asks for it", "请更正条件，或删去这个定义和用到它的条件"
)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Find conditions that no evidence can fail, as long as what they read applies.

    Nothing is said of the grades where the totals cannot be as meant (PSR511, PSR513, PSR616): one slip, one finding.
    """
    grades_are_told = _grades_are_told(subject)
    for found in constants(subject, True):
        if not (grades_are_told and isinstance(found.owner, s.Grade)):
            place = subject.place(found.node)
            text = subject.source.text[slice(*found.node.span)]
            yield KIND.at(place, help=_advice(found), condition=text, why=found.why)


def _grades_are_told(subject: Subject) -> bool:
    """Tell whether another rule speaks of the grades: one is out of reach, or weights do not come to 100%."""
    grades = subject.model.grades
    if not grades:
        return False
    return len(subject.reach.grades.given) < len(grades) or any(map(weights_disagree, subject.model.headings))


def _advice(found: Constant) -> Words | None:
    """Say how the line reads without its condition, where that is not simply deleted; None where it is."""
    if not _decides(found.node, found.whole):
        return None
    match found.owner:
        case s.Grade():
            return _OF_A_GRADE
        case s.Veto():
            return _OF_A_VETO
        case s.Applies():
            return _OF_AN_APPLIES
        case s.Void():
            return _OF_A_VOID
        case e.IfElse():
            return _OF_A_BRANCH
        case s.Define():
            return _OF_A_DEFINITION
        case _:
            return None


def _decides(node: e.Expression, whole: e.Expression) -> bool:
    """Tell whether the whole condition holds because a part of it does: it is that part, or that or something else."""
    if whole is node:
        return True
    return (
        isinstance(whole, e.Logic)
        and whole.operator == "or"
        and any(_decides(node, side) for side in (whole.left, whole.right))
    )
