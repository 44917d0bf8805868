"""How often each code was found: a line a code, most first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from ..diagnostic import Diagnostic, Kind


def statistics(found: Sequence[Diagnostic], title: Callable[[Kind], str]) -> str:
    """Count the findings by their codes; codes found equally often stand in their order. Nothing for none."""
    kinds = {one.code: one.kind for one in found}
    counts = sorted(Counter(one.code for one in found).items(), key=lambda entry: (-entry[1], entry[0]))
    cells = max((len(str(count)) for _, count in counts), default=0)
    return "".join(f"{count:>{cells}}  {code}  {title(kinds[code])}\n" for code, count in counts)
