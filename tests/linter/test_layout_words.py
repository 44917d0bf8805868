"""PSR701 where only a blank line makes the difference: the label says so, for the line itself looks perfect."""

import pytest

from psr.api import lint_source
from psr.diagnostics import SourceFile

HEAD = 'rubric "Layout" total 2\n\nfact absence counts\n'
ITEM = 'item 1 "Attendance" worth 2\n  deduct 0.5 per absence\n'


@pytest.mark.parametrize(
    ("text", "line", "label"),
    [
        (HEAD + ITEM, 4, "a blank line belongs above this line"),
        (HEAD + "\n\n" + ITEM, 5, "a blank line too many"),
        (HEAD + "\n" + ITEM.replace("  deduct", "   deduct"), 6, "the first line that differs"),
    ],
    ids=["missing", "too_many", "indented"],
)
def test_label(text: str, line: int, label: str) -> None:
    (found,) = lint_source(SourceFile("r.psr", text), {"PSR701"})
    assert found.place.position[0] == line
    words = found.labels[0].words
    assert words is not None
    assert words.en == label
