"""What is typed behind `--whatif`: which change it makes, and what is said where it makes none."""

import re
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.rubrics import evidences, rubrics, spell
from support.scoring import NOT_APPLICABLE, UNKNOWN, evidence, program, unit

from psr.diagnostics import Diagnostic, Place
from psr.diagnostics.catalogue import whatif as more
from psr.diagnostics.render import render_all
from psr.evidence.whatif import OPTION, read_changes
from psr.interpreter.facts import Event, Evidence, Stated, UnitFacts
from psr.interpreter.interval import Interval
from psr.interpreter.result import Result
from psr.interpreter.runtime import ANY_DAYS
from psr.replay.change import Change, FactChange, MarkChange, is_present, replay

COMPILED = program("""\
rubric "支部考核" year 2019 total 20
period 2019-01-01 to 2019-12-31
fact absence "无故缺席" counts 人次
fact session "学习-次数" counts 0 to 50 次 required
fact essay "廉政征文" counts 篇 with prize "奖次" submitted "提交" / third "三等奖" / first "一等奖", pages "页 数" number
fact average "人均积分" number 分
fact rate "参加率" percent
fact withheld "未报告" yes/no
fact filed "提交日期" date
fact size "规模" small "小" / large "大"
fact remark "备 注 栏" text
fact march "3月次数" number
item 1.1 "出勤" worth 2
  deduct 0.5 per absence
item 1.10 "创新" worth 2
  judge 0 to 2
""")
MODEL = COMPILED.model
DAY = 737139  # 2019-03-21, counted from the first day of the year 1
ESSAYS = [
    Event(2, None, {"prize": "third", "pages": 5}),
    Event(3, None, {"prize": "first", "pages": 5}),
]
A = unit("A", absence=[1], session=[8], essay=ESSAYS, average=30, marks={"1.10": 1})


def read(*texts: str, given: UnitFacts = A) -> tuple[tuple[Change, ...], tuple[Diagnostic, ...]]:
    return read_changes(texts, MODEL, evidence(given), given.name)


def bare(rows: object) -> object:
    """Leave the places of rows out."""
    return [row._replace(place=None) for row in rows] if isinstance(rows, tuple) else rows


# ---- events ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("absence=3", [Event(3)]),
        ("absence = 3", [Event(3)]),
        ("  absence:3 人次 ", [Event(3)]),
        ("无故缺席＝３", [Event(3)]),
        ("无故缺席：３人次", [Event(3)]),
        ("absence=0", [Event(0)]),
        ("absence=>= 3", [Event(Interval(3, None))]),
        ("absence>=3", [Event(Interval(3, None))]),
        ("absence≤3", [Event(Interval(0, 3))]),
        ("absence=2..4", [Event(Interval(2, 4))]),
        ("absence=unknown", UNKNOWN),
        ("absence=未知", UNKNOWN),
        ("absence=n/a", NOT_APPLICABLE),
        ("absence＝不适用", NOT_APPLICABLE),
        ("absence=3 date=2019-03-21", [Event(3, DAY)]),
        ("absence=3 日期：2019/3/21，备注=迟到", [Event(3, DAY, note="迟到")]),
        ("absence+1", [Event(1), Event(1)]),
        ("absence+", [Event(1), Event(1)]),
        ("absence＋２", [Event(1), Event(2)]),
        ("absence-1", []),
        ("absence－", []),
        ("absence-0", [Event(1)]),
        ("学习-次数=9", [Event(9)]),
        ("学习-次数-1", [Event(7)]),
        ("session-8", []),
    ],
)
def test_events(text: str, rows: object) -> None:
    [change], found = read(text)
    assert found == ()
    assert isinstance(change, FactChange)
    assert bare(change.then) == rows


THIRD, FIRST = ({"prize": prize, "pages": 5} for prize in ("third", "first"))


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("essay+1 prize=third", [*ESSAYS, Event(1, fields={"prize": "third", "pages": UNKNOWN})]),
        ("廉政征文＋奖次＝三等奖", [*ESSAYS, Event(1, fields={"prize": "third", "pages": UNKNOWN})]),
        ("essay+2 奖次：一等奖, 页 数=7", [*ESSAYS, Event(2, fields={"prize": "first", "pages": 7})]),
        ("essay+1 prize=unknown", [*ESSAYS, Event(1, fields={"prize": UNKNOWN, "pages": UNKNOWN})]),
        ("essay-1", [ESSAYS[0], Event(2, fields=FIRST)]),
        ("essay-4", [Event(1, fields=THIRD)]),
        ("essay-1 prize=third", [Event(1, fields=THIRD), ESSAYS[1]]),
        ("essay-2 prize=third", [ESSAYS[1]]),
        # All events become one of that quantity: what all rows agree in stays, here the pages.
        ("essay=4", [Event(4, fields={"prize": UNKNOWN, "pages": 5})]),
        ("essay=4 prize=first", [Event(4, fields=FIRST)]),
        ("essay=4 页 数=unknown", [Event(4, fields={"prize": UNKNOWN, "pages": UNKNOWN})]),
        # There are five already: so nothing is another.
        ("essay=5", ESSAYS),
        ("essay=5 prize=first", [Event(5, fields=FIRST)]),
    ],
)
def test_events_with_fields(text: str, rows: object) -> None:
    [change], found = read(text)
    assert found == ()
    assert isinstance(change, FactChange)
    assert bare(change.then) == rows


def test_a_day_that_all_rows_have_stays() -> None:
    [change], _ = read("absence=3", given=unit("A", absence=[Event(1, DAY), Event(1, DAY)], session=[8]))
    assert bare(change.then) == [Event(3, DAY)]
    [change], _ = read("absence=3", given=unit("A", absence=[Event(1, DAY), Event(1)], session=[8]))
    assert bare(change.then) == [Event(3)]


@pytest.mark.parametrize("stated", [{}, {"session": UNKNOWN}])
def test_one_more_than_nobody_knows(stated: dict[str, Stated]) -> None:
    [change], found = read("session+1", given=unit("A", **stated))
    assert found == ()
    assert bare(change.then) == [Event(Interval(0, 50), ANY_DAYS), Event(1)]


def test_one_more_of_what_did_not_apply() -> None:
    [change], _ = read("absence+1", given=unit("A", absence=NOT_APPLICABLE))
    assert bare(change.then) == [Event(1)]


def test_each_change_is_made_to_what_the_one_before_left() -> None:
    changes, found = read("absence=3", "absence+1", "average=4", "absence-2")
    assert found == ()
    assert [change.fact.name for change in changes if isinstance(change, FactChange)] == ["absence", "average"]
    assert bare(changes[0].then) == [Event(2)]  # 3 + 1 − 2: the last row goes first


# ---- values and marks -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "name", "stated"),
    [
        ("average=9300", "average", 9300),
        ("人均积分：９３００.５分", "average", Fraction(18601, 2)),
        ("average<30", "average", Interval(0, 30, high_open=True)),
        ("average≥30", "average", Interval(30, None)),
        ("average=unknown", "average", UNKNOWN),
        ("rate=67%", "rate", Fraction(67, 100)),
        ("withheld=是", "withheld", True),
        ("未报告=×", "withheld", False),
        ("filed=2019-03-21", "filed", DAY),
        ("提交日期：2019年3月21日", "filed", DAY),
        ("size=large", "size", "large"),
        ("规模＝大", "size", "large"),
        ("size=n/a", "size", NOT_APPLICABLE),
        ("３月次数=4", "march", 4),
        ("备 注 栏=a=b, c + d", "remark", "a=b, c + d"),
    ],
)
def test_values(text: str, name: str, stated: Stated) -> None:
    [change], found = read(text)
    assert found == ()
    assert isinstance(change, FactChange)
    assert change.fact.name == name
    assert change.then[0] == stated  # type: ignore[index]


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("1.10=2", 2),
        ("１.１０：１.５ 分", Fraction(3, 2)),
        ("1.10=0..1", Interval(0, 1)),
        ("1.10=未知", Interval(0, 2)),
    ],
)
def test_marks(text: str, points: object) -> None:
    [change], found = read(text)
    assert found == ()
    assert isinstance(change, MarkChange)
    assert (change.heading.label, change.then.points) == ("1.10", points)


@pytest.mark.parametrize("text", ["absence=1", "session=8", "essay=5", "average=30", "1.10=1"])
def test_what_is_so_already_is_left_as_it_is(text: str) -> None:
    [change], _ = read(text)
    assert is_present(change, A)


# ---- mistakes -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "code", "at"),
    [
        ("", "PSR465", None),
        ("absence", "PSR465", "absence"),
        ("absence 3", "PSR465", "absence 3"),
        ("=3", "PSR465", "=3"),
        ("essay->=2", "PSR465", "essay->=2"),
        ("essay+unknown", "PSR465", "essay+unknown"),
        ("average+5", "PSR466", "average+5"),
        ("withheld-1", "PSR466", "withheld-1"),
        ("1.10+1", "PSR466", "1.10+1"),
        ("absence-2", "PSR467", "absence-2"),
        ("essay-3 prize=third", "PSR467", "essay-3 prize=third"),
        ("essay-1 prize=submitted", "PSR467", "essay-1 prize=submitted"),
        ("absense=3", "PSR430", "absense"),
        ("缺席＝3", "PSR430", "缺席"),
        ("9.9=1", "PSR434", "9.9"),
        ("3月份=1", "PSR430", "3月份"),
        ("1.1=1", "PSR460", "1.1"),
        ("1.10=3", "PSR461", "3"),
        ("essay+1 medal=gold", "PSR432", "medal"),
        ("essay+1 prize=gold", "PSR433", "gold"),
        ("essay+1 prize=first, 奖次=third", "PSR417", "奖次"),
        ("essay+1 date=2018-03-21", "PSR450", "2018-03-21"),
        ("essay=n/a prize=first", "PSR455", "n/a"),
        ("absence=", "PSR420", "absence="),
        ("average=", "PSR420", "average="),
        ("1.10=", "PSR420", "1.10="),
        ("absence=many", "PSR440", "many"),
        ("absence=1.5", "PSR445", "1.5"),
        ("absence=-1", "PSR446", "-1"),
        ("session=51", "PSR447", "51"),
        ("session+43", "PSR456", "session+43"),  # 8 + 43 = 51
        ("rate=0.67", "PSR443", "0.67"),
        ("filed=2019-02-30", "PSR449", "2019-02-30"),
        ("absence=\0", "PSR408", "\0"),
        ("absence=\udcff", "PSR408", "\udcff"),
    ],
)
def test_mistakes(text: str, code: str, at: str | None) -> None:
    changes, [found] = read(text)
    assert found.code == code
    assert len(changes) == (code == "PSR456")
    place: Place = found.place
    assert place.source.name == OPTION
    assert (place.source.text[place.span.start : place.span.end] if place.span else None) == at
    assert "None" not in render_all([found], "en") + render_all([found], "zh")


def test_both_languages_name_the_same_things() -> None:
    for kind in (more.NOT_A_CHANGE, more.NO_EVENTS, more.TOO_FEW):
        for words in (kind.message, kind.label, kind.help):
            assert words is not None
            assert set(re.findall(r"{\w+}", words.en)) == set(re.findall(r"{\w+}", words.zh))


def test_what_is_set_is_set_once() -> None:
    changes, [found] = read("absence=3", "无故缺席=4")
    assert found.code == "PSR453"
    assert bare(changes[0].then) == [Event(3)]
    _, [found] = read("1.10=2", "1.10=1")
    assert found.code == "PSR453"
    _, [found] = read("absence+1", "absence=4")
    assert found.code == "PSR453"


def test_all_mistakes_are_told() -> None:
    _, found = read("absense=3", "1.10=9", "average=2")
    assert [one.code for one in found] == ["PSR430", "PSR461"]


@given(st.text(max_size=30) | st.text("absence=+-:,1.10 prizeofnumber", max_size=20))
def test_whatever_is_typed_is_understood_or_refused(text: str) -> None:
    changes, found = read(text)
    assert len(changes) + len(found) > 0
    render_all(found, "zh")


# ---- laws -----------------------------------------------------------------------------------------------------

laws = settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def sheet(result: Result) -> list[object]:
    return [(one.name, one.total, one.rank, one.grades, one.marks) for one in result.units]


def texts_of(known: UnitFacts) -> list[str]:
    """Write down what evidence says, in the forms of the option."""
    found = [f"{name}={sum(row.quantity for row in rows)}" for name, rows in known.events.items()]  # type: ignore[union-attr]
    values = {name: value.stated for name, value in known.values.items()}
    found += [f"{name}={values[name]}" for name in ("n", "m", "size")]
    found += [f"r={values['r'] * 100}%", f"ok_all={'yes' if values['ok_all'] else 'no'}"]  # type: ignore[operator]
    return found


@laws
@given(rubrics(), evidences())
def test_what_is_so_already_changes_nothing(text: str, known: Evidence) -> None:
    compiled = program(spell(text, chinese=False))
    labels = [label for label, heading in compiled.model.labels.items() if heading.is_judged]
    for name, given_now in known.units.items():
        marks = [f"{label}={given_now.marks[label].points}" for label in labels]
        changes, found = read_changes([*texts_of(given_now), *marks], compiled.model, known, name)
        assert render_all(found) == ""
        assert sheet(replay(compiled, known, None, name, changes)) == sheet(compiled.score(known))
