"""What holds for every picture, whatever stands in the file and wherever the labels point."""

from unicodedata import category

from hypothesis import given
from hypothesis import strategies as st

from psr.diagnostics import Diagnostic, Kind, Label, Place, SourceFile, Span, Words
from psr.diagnostics.render import render
from psr.diagnostics.width import display_width

KIND = Kind("PSR201", Words("`{name}` is wrong", "`{name}` 有误"), Words("not `{name}`", "不是 `{name}`"))
CHARACTERS = st.one_of(st.sampled_from("ab 扣分\t\x00\u0301\u202e\u2028\r🏆"), st.characters())
LINES = st.lists(st.text(CHARACTERS, max_size=150).map(lambda line: line.replace("\n", " ")), max_size=4)


@st.composite
def diagnostics(draw: st.DrawFn) -> Diagnostic:
    source = SourceFile("a.psr", "\n".join(draw(LINES)))
    offsets = st.integers(0, len(source.text))
    spans = st.tuples(offsets, offsets).map(lambda pair: Span(min(pair), max(pair)))
    first, *others = (Place(source, span) for span in draw(st.lists(spans, min_size=1, max_size=4)))
    return KIND.at(first, *map(Label, others), name=draw(st.text(CHARACTERS, max_size=20)))


@given(diagnostics(), st.integers(30, 120))
def test_a_picture_keeps_to_its_width_and_hides_nothing(diagnostic: Diagnostic, width: int):
    title, *lines = render(diagnostic, width=width).split("\n")
    assert all(display_width(line) <= width for line in lines)
    unseen = {"Cc", "Cf", "Cs", "Zl", "Zp"}
    assert not [c for line in (title, *lines) for c in line if category(c) in unseen]


@given(diagnostics())
def test_every_label_is_marked_once_and_the_first_leads(diagnostic: Diagnostic):
    lines = render(diagnostic, width=60).split("\n")[2:]
    signs = [line.split("│")[1].split()[:1] for line in lines if line.startswith("  │")]
    marks = [sign[0][0] for sign in signs if sign and set(sign[0]) in ({"^"}, {"-"})]
    assert marks.count("^") == 1
    assert marks.count("-") == len(diagnostic.labels) - 1


@given(st.text(CHARACTERS, max_size=200).map(lambda text: text.replace("\n", "")), st.integers(0, 10**6))
def test_the_caret_stands_under_what_it_points_at(before: str, width: int):
    source = SourceFile("a.psr", before + "缺勤" + "\n")
    place = Place(source, Span(len(before), len(before) + 2))
    line, signs = render(KIND.at(place, name="x"), width=30 + width % 100).split("\n")[2:4]
    assert display_width(line[: line.rindex("缺勤")]) == signs.index("^")
    assert signs.count("^") == 4
