"""What is read is what was written: exact numbers, bounds, days, and where each of them stands."""

from datetime import date
from fractions import Fraction

import pytest

from psr.diagnostics import SourceFile
from psr.evidence.read import check_evidence
from psr.interpreter.facts import Event, Mark, Missing, Ruling, Value
from psr.interpreter.interval import Interval
from psr.interpreter.program import Program


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def value_of(reader, fact: str, written: str):
    """Read one value by way of YAML and by way of CSV, which must agree."""
    in_yaml = reader.sound(f"unit: A\nfacts:\n  {fact}: '{written}'\n").units["A"].values[fact].stated
    in_csv = reader.sound(f'unit,fact,value\nA,{fact},"{written}"\n', "a.csv").units["A"].values[fact].stated
    assert in_yaml == in_csv
    assert type(in_yaml) is type(in_csv)
    return in_yaml


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("8", 8),
        ("8.0", 8),
        ("0.3", Fraction(3, 10)),
        ("9232.86", Fraction(923286, 100)),
        ("9232.86分", Fraction(923286, 100)),
        ("1/3", Fraction(1, 3)),
        ("4/2", 2),
        ("123456789012345678901234567890", 123456789012345678901234567890),
        ("< 9232.86", Interval(0, Fraction(923286, 100), False, True)),
        ("<=2", Interval(0, 2)),
        ("≤ 2", Interval(0, 2)),
        ("> 2", Interval(2, None, True, False)),
        ("≥ 2分", Interval(2, None)),
        ("4..10", Interval(4, 10)),
        ("4 to 10", Interval(4, 10)),
        ("4至10分", Interval(4, 10)),
        ("４～１０", Interval(4, 10)),
        ("0.5..1.5", Interval(Fraction(1, 2), Fraction(3, 2))),
        ("7..7", 7),
        ("unknown", Missing.UNKNOWN),
        ("未知", Missing.UNKNOWN),
        ("n/a", Missing.NOT_APPLICABLE),
        ("不适用", Missing.NOT_APPLICABLE),
    ],
)
def test_numbers(reader, written: str, expected: object):
    found = value_of(reader, "average", written)
    assert found == expected
    assert type(found) is type(expected)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("67%", Fraction(67, 100)),
        ("６７％", Fraction(67, 100)),
        ("100 %", 1),
        ("0", 0),
        ("2/3", Fraction(2, 3)),
        ("> 67%", Interval(Fraction(67, 100), 1, True, False)),
        ("60%..70.5%", Interval(Fraction(3, 5), Fraction(705, 1000))),
    ],
)
def test_shares_are_of_one(reader, written: str, expected: object):
    assert value_of(reader, "turnout", written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2019-03-25", day("2019-03-25")),
        ("2019/3/5", day("2019-03-05")),
        ("2019.3.5", day("2019-03-05")),
        ("2019年3月5日", day("2019-03-05")),
        ("２０１９－０３－０５", day("2019-03-05")),
        ("2020-02-29", day("2020-02-29")),
        ("> 2019-03-25", Interval(day("2019-03-26"), None)),
        ("2019-03-01 to 2019-03-31", Interval(day("2019-03-01"), day("2019-03-31"))),
    ],
)
def test_days_are_ordinals_and_an_open_end_is_the_next_day(reader, written: str, expected: object):
    assert value_of(reader, "submitted", written) == expected


@pytest.mark.parametrize(
    ("fact", "written", "expected"),
    [
        ("withheld", "yes", True),
        ("withheld", "No", False),
        ("withheld", "TRUE", True),
        ("withheld", "false", False),
        ("withheld", "是", True),
        ("withheld", "否", False),
        ("level", "good", "good"),
        ("level", "好", "good"),
        ("remark", "８ is ＞ 7、说明：略", "８ is ＞ 7、说明：略"),
        ("change", "-5", -5),
        ("change", "<= -4.5", Interval(-5, Fraction(-9, 2))),
        ("change", "> 2", Interval(2, 5, True, False)),
    ],
)
def test_words(reader, fact: str, written: str, expected: object):
    assert value_of(reader, fact, written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("3", 3),
        ("3人次", 3),
        ("> 8", Interval(9, None)),
        (">= 8", Interval(8, None)),
        ("< 8", Interval(0, 7)),
        ("< 1", 0),
        ("2..4", Interval(2, 4)),
    ],
)
def test_counts_are_whole(reader, written: str, expected: object):
    rows = reader.sound(f'unit: A\nfacts: {{absence: "{written}"}}').units["A"].events["absence"]
    assert [row.quantity for row in rows] == [expected]


def test_a_count_stops_where_its_type_does(reader):
    facts = reader.sound("unit: A\nfacts: {visit: ['>= 8', {quantity: unknown, day: 2019-01-01}]}").units["A"]
    assert [row.quantity for row in facts.events["visit"]] == [Interval(8, 12), Interval(0, 12)]


def test_events_keep_their_order_over_files_and_rows(reader):
    from psr.diagnostics import SourceFile
    from psr.evidence.read import check_evidence

    files = [
        SourceFile("b.yaml", "unit: 甲\nfacts: {essay: [{note: 一}, {note: 二}]}"),
        SourceFile("a.csv", "unit,fact,note\n乙,essay,五\n甲,essay,三\n甲,征文,四\n"),
    ]
    evidence, found = check_evidence(files, reader.model)
    assert found == ()
    assert list(evidence.units) == ["甲", "乙"]
    rows = evidence.units["甲"].events["essay"]
    assert isinstance(rows, list)
    assert [row.note for row in rows] == ["一", "二", "三", "四"]


def test_an_event_says_all_that_was_written_and_no_more(reader):
    text = (
        "unit: A\n"
        "facts:\n"
        "  essay:\n"
        "    - {prize: third, date: 2019-05-04, note: 初稿, reference: 校发3号}\n"
        "    - {quantity: 2, pages: '> 10', share: n/a, date: '>= 2019-12-01'}\n"
    )
    rows = reader.sound(text).units["A"].events["essay"]
    assert isinstance(rows, list)
    assert rows[0]._replace(place=None) == Event(
        1,
        day("2019-05-04"),
        {"prize": "third", "pages": Missing.UNKNOWN, "share": Missing.UNKNOWN},
        "初稿",
        "校发3号",
    )
    # What is dated must lie in the period, so that an open end of a day is the period's.
    assert rows[1]._replace(place=None) == Event(
        2,
        Interval(day("2019-12-01"), day("2019-12-31")),
        {"prize": Missing.UNKNOWN, "pages": Interval(10, 99, True, False), "share": Missing.NOT_APPLICABLE},
    )
    assert [str(row.place) for row in rows] == ["evidence.yaml:4:7", "evidence.yaml:5:7"]


def test_the_place_of_a_record_covers_what_was_written(reader):
    text = "unit: A\nfacts:\n  absence: '>= 3'   # many\n  average: {value: 3,\n    note: x}\n  twin_a:\n    note: |\n      y\n\nmarks: {1.2: 1}\n"
    unit = reader.sound(text).units["A"]

    def written(place) -> str:
        return text[place.span.start : place.span.end]

    assert written(unit.events["absence"][0].place) == "absence: '>= 3'"
    assert written(unit.values["average"].place) == "average: {value: 3,\n    note: x}"
    assert written(unit.events["twin_a"][0].place) == "twin_a:\n    note: |\n      y"
    assert written(unit.marks["1.2"].place) == "1.2: 1"


def test_the_place_of_a_row_is_its_line_whatever_stands_above(reader):
    text = 'unit,fact,quantity,note\nA,absence,1,"two\nlines, and a quote: """\n\nA,absence,2,𠮷\nA,"absence", 3 ,\n'
    rows = reader.sound(text, "a.csv").units["A"].events["absence"]
    assert [str(row.place) for row in rows] == ["a.csv:2:1", "a.csv:5:1", "a.csv:6:1"]
    assert [row.quantity for row in rows] == [1, 2, 3]
    assert rows[0].note == 'two\nlines, and a quote: "'
    _, found = reader.read(text + 'A,"absence", -3 ,\n', "a.csv")
    assert [str(diagnostic.place) for diagnostic in found] == ["a.csv:7:13"]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("absence: unknown", Missing.UNKNOWN),
        ("absence: {quantity: n/a, note: 休假}", Missing.NOT_APPLICABLE),
        ("absence: []", []),
    ],
)
def test_a_whole_fact_may_be_unknown_or_not_apply_or_have_no_event(reader, written: str, expected: object):
    assert reader.sound(f"unit: A\nfacts: {{{written}}}").units["A"].events == {"absence": expected}


def test_silence_stays_silence(reader):
    unit = reader.sound("units: {A: , B: {facts: }}").units["A"]
    assert (unit.values, unit.events, unit.marks, unit.rulings) == ({}, {}, {}, {})


def test_values_marks_and_rulings(reader):
    text = (
        "unit: A\n"
        "facts: {average: {value: 3, note: 平均}}\n"
        "marks: {1.2: {points: 0.5, reason: 尚可}, 1.10: '> 0.5'}\n"
        "rulings: {1.1: {points: 3.5, reason: 全勤, by: 党总支}}\n"
    )
    unit = reader.sound(text).units["A"]
    assert unit.values["average"]._replace(place=None) == Value(3, "平均")
    assert unit.marks["1.2"]._replace(place=None) == Mark(Fraction(1, 2), "尚可")
    assert unit.marks["1.10"]._replace(place=None) == Mark(Interval(Fraction(1, 2), 1, True, False))
    assert unit.rulings["1.1"]._replace(place=None) == Ruling(Fraction(7, 2), "全勤", "党总支")


def test_a_mark_that_is_unknown_is_no_mark(reader):
    assert reader.sound("unit: A\nmarks: {1.2: unknown}").units["A"].marks == {}


def test_labels_are_texts_and_no_numbers(reader):
    marks = reader.sound("unit: A\nmarks: {1.10: 1, 1.2: 2}").units["A"].marks
    assert {label: mark.points for label, mark in marks.items()} == {"1.10": 1, "1.2": 2}
    assert reader.codes("unit: A\nmarks: {1.100: 1}") == ["PSR434"]


def test_last_years_marks_and_rulings_are_passed_over(reader):
    unit = reader.sound("year: 2018\nunit: A\nmarks: {9.9: 1}\nrulings: {1.1: 3}", previous=True).units["A"]
    assert (unit.marks, unit.rulings) == ({}, {})


def test_the_period_of_the_rubric_counts_and_not_the_year(reader_of):
    school_year = reader_of('rubric "学年" year 2019\nperiod 2018-09-01 to 2019-08-31\nfact f counts 次\naward 1 per f')
    assert school_year.codes("unit: A\nfacts: {f: {date: 2018-09-01}}") == []
    assert school_year.codes("unit: A\nfacts: {f: {date: 2019-09-01}}") == ["PSR450"]


def test_what_a_ruling_could_give_is_told_though_one_end_is_open(reader_of):
    open_above = reader_of('rubric "r"\nfact f counts 次\nitem 3 "x" worth 4 from 0\n  award 1 per f')
    _, (found,) = open_above.read("unit: A\nrulings: {3: {points: -1, reason: 违纪, by: 党总支}}")
    assert found.label_text(found.labels[0]) == "the rubric gives at least 0"
    assert found.label_text(found.labels[0], "zh") == "细则规定 至少 0"


def test_a_rubric_without_a_year_takes_files_of_any_one_year(reader_of):
    from psr.diagnostics import SourceFile
    from psr.evidence.read import check_evidence

    timeless = reader_of('rubric "常年" total 10\nfact f counts 次\naward 1 per f')
    files = [SourceFile(f"{year}.yaml", f"year: {year}\nunit: A{year}") for year in (2018, 2018, 2019)]
    evidence, found = check_evidence(files, timeless.model)
    assert [(str(d.place), d.code) for d in found] == [("2019.yaml:1:7", "PSR473")]
    assert list(evidence.units) == ["A2018"]
    assert timeless.codes("unit: A\nfacts: {f: {date: 1999-09-01}}") == []


def test_a_field_may_have_the_name_of_a_word_of_the_format(reader):
    text = "unit: A\nfacts: {visit: {note: yes, 日期: 2019-01-02, day: 2018-01-02, 备注: 好}}"
    row = reader.sound(text).units["A"].events["visit"][0]
    assert row.fields == {"note": True, "day": day("2018-01-02")}
    assert (row.note, row.date) == ("好", day("2019-01-02"))


def test_a_ruling_may_go_beyond_the_rules_and_is_warned_of(reader):
    evidence, found = reader.read("unit: A\nrulings: {1.1: {points: 5, reason: 立功, by: 党总支}}")
    assert [(d.code, d.is_error) for d in found] == [("PSR464", False)]
    assert evidence.units["A"].rulings["1.1"].points == 5


def test_with_keep_going_a_decision_that_could_not_be_read_is_open(reader):
    text = "year: 2019\nunit: A\nmarks:\n  1.2: many\nrulings:\n  1.1: {points: 4, reason: everybody came}\n"
    source = SourceFile("evidence.yaml", text)
    evidence, found = check_evidence([source], reader.model, keep_going=True)
    assert len(found) == 2
    unit = evidence.units["A"]
    assert "1.2" not in unit.marks
    assert unit.rulings["1.1"].points == Interval(None, None)
    result = Program(reader.model).score(evidence).units[0]
    for label in ("1.1", "1.2"):
        assert isinstance(result.mark(reader.model.labels[label]).points, Interval)
    assert result.provisional


def test_with_keep_going_two_rulings_on_one_item_leave_it_open(reader):
    text = "year: 2019\nunit: A\nrulings: {1.1: {points: 4, reason: a, by: b}}\n"
    sources = [SourceFile(name, text.replace("4", points)) for name, points in (("a.yaml", "4"), ("b.yaml", "3"))]
    evidence, _ = check_evidence(sources, reader.model, keep_going=True)
    assert evidence.units["A"].rulings["1.1"].points == Interval(None, None)
