"""Two results held against each other: by how much points moved, and what kept those that did not."""

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.intervals import holds
from support.rubrics import blurred, evidences, rubrics, spell, units
from support.scoring import UNKNOWN, evidence, program, shown, unit

from psr.interpreter.facts import Event, Evidence, Mark, Missing, UnitFacts, Value
from psr.interpreter.interval import is_known, subtract
from psr.interpreter.program import Program
from psr.interpreter.result import Result, UnitResult
from psr.replay.change import Change, FactChange, MarkChange, replay
from psr.replay.compare import WhatIf, difference, moved
from psr.replay.still import concerned, stopped
from psr.replay.touched import touched
from psr.reports.whatif import whatif_json, whatif_markdown, whatif_text

RULES = """\
rubric "r" year 2019 total 20
fact absence "缺席" counts
fact essay counts
fact late counts
fact open_end "未收集" number 0 to 5
fact unread counts
fact serious yes/no
section "one" worth 10
item 1.1 "a" worth 2
  deduct 0.5 per absence cap 1
item 1.2 "b" worth 6
  part "first" worth 4
    award 1 per essay
  part "second" worth 2
    deduct 1 per late
item 1.3 "c" worth 2 starts full
  void if serious
  score 1 if late > 5
section "two" worth 10
item 2.1 "d" worth 5
  award open_end
item 2.2 "e" worth 5
  judge 0 to 5
veto "v" if serious then total 3
"""
COMPILED = program(RULES)


def made(one: UnitFacts, compiled: Program = COMPILED, **then: Any) -> WhatIf:
    """Ask what comes out if some facts are others: a number is one row of so many events, all else a value."""
    changes = tuple(_change(compiled, name, stated) for name, stated in then.items())
    known: Evidence = evidence(one)
    after = replay(compiled, known, None, one.name, changes)
    return WhatIf(one.name, (), changes, (), compiled.score(known), after)


def _change(compiled: Program, name: str, stated: Any) -> Change:
    if name == "mark":
        return MarkChange(compiled.model.labels["2.2"], Mark(stated))
    fact = compiled.model.facts[name]
    counted = fact.counts and not isinstance(stated, Missing)
    return FactChange(fact, (Event(stated),) if counted else Value(stated) if not fact.counts else stated)


def differences(asked: WhatIf) -> dict[str, Any]:
    return {entry.heading.label or entry.heading.title: shown(entry.by) for entry in moved(asked)}


FULL = {"absence": [0], "essay": [2], "late": [0], "serious": False, "marks": {"2.2": 4}}
KNOWN = unit(**FULL, open_end=3)
WAITING = unit(**FULL, open_end=UNKNOWN)


def test_sums_move_with_what_is_below_them() -> None:
    found = differences(made(KNOWN, absence=1, essay=3))
    assert found == {"r": Decimal("0.5"), "one": Decimal("0.5"), "1.1": Decimal("-0.5"), "1.2": 1, "first": 1}


def test_nothing_moves() -> None:
    assert differences(made(KNOWN)) == {}
    assert differences(made(WAITING)) == {}
    assert differences(made(KNOWN, unread=3)) == {}


def test_what_is_unknown_is_the_same_before_and_after() -> None:
    """The total is 12 to 17 before; it still falls by exactly a half, though both are intervals."""
    asked = made(WAITING, absence=1)
    assert differences(asked) == {name: Decimal("-0.5") for name in ("r", "one", "1.1")}


def test_what_becomes_unknown_or_known_moves_by_an_interval() -> None:
    found = differences(made(KNOWN, open_end=UNKNOWN))  # from 3 to anything between 0 and 5
    assert found == dict.fromkeys(("r", "two", "2.1"), (-3, 2))
    found = differences(made(WAITING, open_end=5))
    assert found == dict.fromkeys(("r", "two", "2.1"), (0, 5))


def test_a_veto_moves_the_total_alone() -> None:
    asked = made(KNOWN, serious=True)  # 1.3 loses its 2 points; the total of 15 is set to 3
    assert differences(asked) == {"r": -12, "one": -2, "1.3": -2}
    assert [shown(sheet.total) for sheet in asked.sheets] == [15, 3]


def test_a_veto_sets_the_total_of_what_is_unknown() -> None:
    """The total is 12 to 17 before, and 3 afterwards."""
    assert differences(made(WAITING, serious=True)) == {"r": (-14, -9), "one": -2, "1.3": -2}


def test_the_weight_of_a_section_is_not_forgotten() -> None:
    compiled = program(
        'rubric "r"\nfact a counts 0 to 10\nfact b number 0 to 4\n'
        'section "s" worth 10 weight 50%\n  item 1 "i" worth 6\n    deduct 1 per a\n  item 2 "j" worth 4\n    award b\n'
    )
    asked = made(unit(a=[1], b=UNKNOWN), compiled, a=3)
    assert differences(asked)["s"] == -2
    # (5 + 0 … 4) / 2 = 2.5 … 4.5 before, (3 + 0 … 4) / 2 = 1.5 … 3.5 after: all that may have come of it
    assert differences(asked)["r"] == (-3, 1)


def test_a_unit_there_is_none_of() -> None:
    asked = made(KNOWN)._replace(unit="Z")
    with pytest.raises(KeyError):
        _ = asked.sheets


# ---- what stays -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stated", "then", "reasons"),
    [
        ({"absence": [3]}, {"absence": 4}, ["1.1 cap"]),  # 1.5 and 2 points, of which 1 is taken
        ({"absence": [2]}, {"absence": 3}, ["1.1 cap"]),  # the cap is just reached
        ({"absence": [1]}, {"absence": 3}, []),
        ({"essay": [4]}, {"essay": 9}, ["first range"]),
        ({"late": [2]}, {"late": 3}, ["second range", "1.3 otherwise"]),
        ({"late": [6]}, {"late": 7}, ["second range", "1.3 score"]),
        ({"serious": True, "late": [0]}, {"late": 6}, ["r veto", "1.3 void"]),
        ({}, {"mark": 4}, ["2.2 otherwise"]),
        ({"rulings": {"1.1": 2}}, {"absence": 4}, ["1.1 ruled"]),
        ({"rulings": {"1.2": 6}}, {"essay": 0}, ["1.2 ruled"]),  # the part moves, its item does not
        ({}, {"unread": 4}, []),
    ],
)
def test_what_keeps_points(stated: dict[str, Any], then: dict[str, Any], reasons: list[str]) -> None:
    asked = made(unit(**{**FULL, "open_end": 3, **stated}), **then)
    [change] = asked.changes
    found = stopped(change, asked.model, *asked.sheets)
    assert [f"{stay.heading.label or stay.heading.title} {stay.reason}" for stay in found] == reasons


def test_a_group_has_a_cap_of_its_own() -> None:
    compiled = program('rubric "r"\nfact a counts\nitem 1 "i" worth 6\n  part "p" cap 0.5\n    deduct 0.5 per a\n')
    asked = made(unit(a=[2]), compiled, a=3)
    [stay] = stopped(asked.changes[0], asked.model, *asked.sheets)
    assert (stay.heading.label, stay.reason) == ("1", "cap")


def test_a_heading_that_does_not_concern_the_unit() -> None:
    compiled = program(
        'rubric "r"\nfact a counts\nfact b yes/no\nitem 1 "i" worth 6\n  applies if b\n  deduct 1 per a\n'
    )
    asked = made(unit(a=[2], b=False), compiled, a=3)
    [stay] = stopped(asked.changes[0], asked.model, *asked.sheets)
    assert (stay.heading.label, stay.reason) == ("1", "left out")


def test_which_headings_read_a_fact() -> None:
    model = COMPILED.model
    assert [heading.title for heading in concerned(_change(COMPILED, "late", 1), model)] == ["second", "c"]
    assert [heading.label for heading in concerned(_change(COMPILED, "mark", 1), model)] == ["2.2"]
    assert concerned(_change(COMPILED, "unread", 1), model) == ()


# ---- laws -----------------------------------------------------------------------------------------------------

laws = settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@laws
@given(st.data(), rubrics(), evidences(), units("A"))
def test_whatever_is_unknown_the_difference_was_among_those_given(
    data: st.DataObject, text: str, known: Evidence, other: UnitFacts
) -> None:
    compiled = program(spell(text, chinese=False))
    less = data.draw(blurred(known))
    names = data.draw(st.lists(st.sampled_from(sorted(compiled.model.facts)), unique=True, min_size=1))
    changes = [FactChange(compiled.model.facts[name], _stated(other, name)) for name in names]
    sheets = [
        (_sheet(compiled.score(given)), _sheet(replay(compiled, given, None, "A", changes))) for given in (less, known)
    ]
    [(before, after), (before_known, after_known)] = sheets
    reached = touched(compiled.model, changes)
    for heading in compiled.model.headings:
        first, then = before_known.mark(heading).points, after_known.mark(heading).points
        if is_known(first) and is_known(then):  # some days are not
            assert holds(difference(heading, before, after, reached), subtract(then, first)), heading.label


def _sheet(result: Result) -> UnitResult:
    [found] = [one for one in result.units if one.name == "A"]
    return found


def _stated(given: UnitFacts, name: str) -> Any:
    return given.values[name] if name in given.values else tuple(given.events[name])


@laws
@given(st.data(), rubrics(), evidences(), units("A"))
def test_every_question_is_answered_in_every_format(
    data: st.DataObject, text: str, known: Evidence, other: UnitFacts
) -> None:
    compiled = program(spell(text, chinese=False))
    less = data.draw(blurred(known))
    names = data.draw(st.lists(st.sampled_from(sorted(compiled.model.facts)), unique=True, min_size=1, max_size=2))
    changes = tuple(FactChange(compiled.model.facts[name], _stated(other, name)) for name in names)
    asked = WhatIf(
        "A", ("…",), changes, (False,) * len(changes), compiled.score(less), replay(compiled, less, None, "A", changes)
    )
    moves = moved(asked)
    for language in ("en", "zh"):
        assert whatif_text(asked, None, language).startswith("A · ")
        assert whatif_markdown(asked, None, language).endswith("\n")
        value = json.loads(whatif_json(asked, None, language))
        assert len(value["before"]["headings"]) == len(value["after"]["headings"]) == len(moves)
