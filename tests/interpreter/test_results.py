"""Totals, ranks, grades and vetoes of several units; what is still to be collected; what cannot be parted."""

from decimal import Decimal

from support.scoring import NOT_APPLICABLE, UNKNOWN, evidence, points, program, score, shown, unit

from psr.interpreter.facts import Event
from psr.interpreter.interval import Interval
from psr.interpreter.result import NO_GRADE

HEAD = 'rubric "r" year 2020 total 100\nfact own number 0 to 100\nfact key number\nfact bad yes/no presumed no\n'
ITEM = 'item 1 "own" worth 100\n  award own\n'


def standings(text: str, *units):
    """Give rank and grades by unit, and the codes of what was found."""
    result = score(text, *units)
    found = {one.name: (one.rank, one.grades, one.grade) for one in result.units}
    return found, [diagnostic.code for diagnostic in result.diagnostics]


def test_ranks_share_places_and_leave_the_next_one_free() -> None:
    totals = {"A": 80, "B": 90, "C": 80, "D": 70}
    found, codes = standings(HEAD + ITEM, *(unit(name, own=own) for name, own in totals.items()))
    assert {name: rank for name, (rank, _, _) in found.items()} == {"A": 2, "B": 1, "C": 2, "D": 4}
    assert codes == []


def test_an_open_total_gives_a_range_of_ranks() -> None:
    found, _ = standings(HEAD + ITEM, unit("A", own=80), unit("B", own=Interval(70, 90)), unit("C", own=60))
    assert {name: rank for name, (rank, _, _) in found.items()} == {"A": Interval(1, 2), "B": Interval(1, 2), "C": 3}


GRADES = HEAD + ITEM + 'grade "first" if total >= 80 for at most 1\ngrade "second" if total >= 60\n'


def test_a_tie_across_the_line_names_the_tied_and_lets_nobody_in() -> None:
    units = [unit("A", own=90), unit("B", own=90), unit("C", own=85)]
    result = score(GRADES, *units)
    assert [one.grade for one in result.units] == ["second"] * 3
    assert [d.code for d in result.diagnostics] == ["PSR483"]
    message = result.diagnostics[0].message("en")
    assert "`A`, `B`" in message
    assert "`C`" not in message


def test_a_tie_behind_the_line_is_none() -> None:
    text = GRADES.replace("at most 1", "at most 2")
    found, codes = standings(text, unit("A", own=90), unit("B", own=90), unit("C", own=85), unit("D", own=85))
    assert [grade for _, _, grade in found.values()] == ["first", "first", "second", "second"]
    assert codes == []


def test_places_that_open_totals_may_take() -> None:
    found, codes = standings(
        GRADES, unit("A", own=90), unit("B", own=Interval(85, 95)), unit("C", own=Interval(50, 82))
    )
    assert found["A"][1] == ("first", "second")
    assert found["B"][1] == ("first", "second")
    assert found["C"][1] == ("second", NO_GRADE)  # two are surely ahead; below 60 there is no grade
    assert found["C"][2] is None
    assert codes == []


def test_who_reaches_no_grade_has_none() -> None:
    found, _ = standings(GRADES, unit("A", own=30))
    assert found["A"][1:] == ((), None)


def test_an_open_condition_leaves_both_grades_within_reach() -> None:
    found, _ = standings(GRADES, unit("A", own=Interval(70, 85)))
    assert found["A"][1:] == (("first", "second"), None)


def test_equals_on_open_terms_may_take_a_place_each() -> None:
    """Two level units, of a third it is open: who of them gets in is open, too, and no tie to be parted yet."""
    found, codes = standings(GRADES, unit("A", own=90), unit("B", own=90), unit("C", own=Interval(80, 81)))
    assert found["A"][1] == found["B"][1] == ("first", "second")
    assert found["C"][1] == ("second",)
    assert codes == []


SENT_DOWN = GRADES + 'veto "bad" if bad then grade "second"\n'


def test_a_grade_by_veto_is_certain_even_where_the_points_are_not() -> None:
    found, _ = standings(SENT_DOWN, unit("A", own=Interval(0, 100), bad=True))
    assert found["A"][1:] == (("second",), "second")


def test_who_deserves_no_grade_gets_the_one_of_the_veto() -> None:
    found, _ = standings(SENT_DOWN, unit("A", own=30, bad=True), unit("B", own=30, bad=UNKNOWN))
    assert found["A"][1:] == (("second",), "second")
    assert found["B"][1:] == (("second", NO_GRADE), None)
    text = SENT_DOWN.replace('then grade "second"', 'then grade "first"')
    found, _ = standings(text, unit("A", own=Interval(30, 70), bad=True))
    assert found["A"][1] == ("first", "second")


def test_a_veto_that_may_hold_leaves_both() -> None:
    result = score(SENT_DOWN, unit("A", own=90, bad=UNKNOWN))
    assert result.units[0].grades == ("first", "second")
    assert result.units[0].vetoes == (("bad", False),)
    low = score(SENT_DOWN, unit("A", own=90, bad=True))
    assert low.units[0].vetoes == (("bad", True),)


def test_lowering_that_may_hold() -> None:
    text = GRADES + 'veto "bad" if bad then lower grade by 1\nveto "key" if key > 3 then not grade "first"\n'
    found, _ = standings(text, unit("A", own=90, bad=UNKNOWN, key=1), unit("B", own=85, bad=False, key=UNKNOWN))
    assert found["A"][1] == ("first", "second")
    assert found["B"][1] == ("first", "second")


def test_totals_by_veto_on_open_terms() -> None:
    text = HEAD + ITEM + 'veto "bad" if bad then total 10\nveto "key" if key > 3 then total 30\n'
    assert points(score(text, unit(own=90, bad=UNKNOWN, key=4)), "total") == (10, 30)
    assert points(score(text, unit(own=90, bad=UNKNOWN, key=1)), "total") == (10, 90)
    assert points(score(text, unit(own=Interval(5, 90), bad=True, key=UNKNOWN)), "total") == (5, 10)


def test_the_trace_of_the_total_keeps_the_arithmetic_before_any_veto() -> None:
    text = HEAD + ITEM + 'veto "bad" if bad then total 10\n'
    result = score(text, unit(own=90, bad=True))
    rubric = result.units[0].mark(result.model.rubric)
    assert shown(rubric.points) == 10
    assert shown(rubric.trace.value) == 90


def test_the_key_of_a_tie_is_open() -> None:
    text = GRADES + "tie break by key ascending\n"
    found, codes = standings(text, unit("A", own=90, key=Interval(1, 3)), unit("B", own=90, key=2))
    assert found["A"][1] == found["B"][1] == ("first", "second")
    found, codes = standings(
        text, unit("A", own=90, key=1), unit("B", own=90, key=2), unit("C", own=90, key=NOT_APPLICABLE)
    )
    assert [grade for _, _, grade in found.values()] == ["first", "second", "second"]
    assert codes == []


COLLECT = """rubric "r" year 2020 total 30
fact a counts with kind x / y
fact b number 0 to 5
fact c yes/no
fact d number
section 1 "one" worth 20
item 1.1 "events" worth 3
  award per a by kind
    x: 1
    y: 3
item 1.2 "a number" worth 17
  award b if c
item 1.3 "known" worth 2
  deduct 0.5 per a
item 1.4 "through a definition" worth 1
  award twice
define twice = d * 2
section 2 "no limit"
  award d
item 2.1 "a mark" from 0
  judge 0 to 10
"""


def test_what_to_collect_comes_in_order_of_how_far_it_can_move_the_total() -> None:
    result = score(COLLECT, unit(a=[Event(1)]))
    one = result.units[0]
    assert one.provisional
    found = [(entry.heading.label, [fact.name for fact in entry.facts]) for entry in one.to_collect]
    assert found == [("2", ["d"]), ("2.1", []), ("1.2", ["b", "c"]), ("1.1", ["a"]), ("1.4", ["d"])]
    assert [shown(entry.points) for entry in one.to_collect[1:]] == [10, 5, 2, 1]
    assert one.to_collect[0].points == Interval(0, None)


def test_nothing_is_to_be_collected_where_all_is_known() -> None:
    result = score(COLLECT, unit(a=[Event(1, None, {"kind": "x"})], b=3, c=True, d=0, marks={"2.1": 4}))
    assert not result.units[0].provisional
    assert result.units[0].to_collect == ()
    assert points(result, "total") == Decimal(1) + 3 + Decimal("1.5") + 4


def test_what_does_not_apply_is_nothing_to_collect() -> None:
    result = score(COLLECT, unit(a=NOT_APPLICABLE, b=2, c=UNKNOWN, d=0, marks={"2.1": 0}))
    assert [(entry.heading.label, [fact.name for fact in entry.facts]) for entry in result.units[0].to_collect] == [
        ("1.2", ["c"])
    ]


def test_a_unit_is_found_by_its_name() -> None:
    result = program(HEAD + ITEM).score(evidence(unit("A", own=3)))
    assert result.unit("A") is result.units[0]
    assert result.unit("B") is None


def test_where_only_the_day_of_an_event_is_missing_its_fact_is_to_be_collected() -> None:
    rules = """\
rubric "R" year 2019
fact a counts
fact b counts
item 1 "monthly" worth 12
  deduct 1 per a below 1 per month
item 2 "other" worth 5
  deduct 1 per b
"""
    (one,) = score(rules, unit(a=[Event(1)], b=[Event(1)])).units
    assert [(entry.heading.label, [fact.name for fact in entry.facts]) for entry in one.to_collect] == [("1", ["a"])]
