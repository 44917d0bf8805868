"""What a spreadsheet checks while a cell is typed: only slips of the hand; the reader checks everything else."""

from __future__ import annotations

from datetime import date

from ...interpreter.model import Type
from ...interpreter.show import number_text

_DAY_ZERO = date(1899, 12, 30).toordinal()
"""The day that spreadsheets count dates from."""


def formula_for(kind: Type, cell: str) -> str | None:
    """Give the formula that a cell of a type has to meet, or None where any will do.

    A text passes: a bound, ``4..10`` or ``unknown`` may stand for any amount.
    """
    match kind.kind:
        case "counts" | "number" | "percent":
            low, high = (None if end is None else number_text(end) for end in (kind.low, kind.high))
        case "date":
            low, high = (None if end is None else str(int(end) - _DAY_ZERO) for end in (kind.low, kind.high))
        case _:
            return None
    tests = [f"ISNUMBER({cell})"]
    tests += [f"{cell}>={low}"] if low is not None else []
    tests += [f"{cell}<={high}"] if high is not None else []
    tests += [f"{cell}=INT({cell})"] if kind.kind == "counts" else []
    return f"=OR(ISTEXT({cell}),AND({','.join(tests)}))"


def look_for(kind: Type) -> str:
    """Give how the cells of a type look."""
    match kind.kind:
        case "percent":
            return "share"
        case "date":
            return "date"
        case "text" | "choice" | "yes/no":
            return "text"
        case _:
            return "entry"
