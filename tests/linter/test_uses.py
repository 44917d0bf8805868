"""Where facts, fields and definitions are read."""

from psr.api import check_source
from psr.diagnostics import SourceFile, Span
from psr.linter.uses import uses_of

TEXT = """rubric "r" year 2019 total 10
fact course counts with load number, result a / b
fact talk counts with result a / b
fact head number
define points_of_result by result
  a: 2
  otherwise: 1
define double = 2 * head
item 1 "i" worth 5
  award mean of points_of_result over course
item 2 "j" worth 5
  award 1 per course where load > double
grade "good" if head > 3
example "not a reading"
  given head 3
  given course 1 with load 4, result a
  given talk 1 with result b
"""


def read_on() -> dict[str, list[tuple[int, str | None]]]:
    """Give, for each declaration as `line:name`, the lines that read it and the headings they belong to."""
    source = SourceFile("r.psr", TEXT)
    rubric, found = check_source(source)
    assert rubric is not None, found
    uses = uses_of(rubric.model)

    def line(span: Span) -> int:
        return source.position(span.start)[0]

    return {
        f"{line(span)}:{TEXT[span.start : span.end]}": [
            (line(use.name.span), use.heading.label.text if use.heading and use.heading.label else None)
            for use in places
        ]
        for span, places in uses.items()
    }


def test_uses() -> None:
    assert read_on() == {
        "2:course": [(10, "1"), (12, "2")],
        "2:load": [(12, "2")],
        "2:result": [(5, None)],
        "3:result": [(5, None)],
        "4:head": [(8, None), (13, None)],
        "5:points_of_result": [(10, "1")],
        "8:double": [(12, "2")],
    }
