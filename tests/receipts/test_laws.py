"""Laws of verification, for random rubrics and evidence: a result always holds, and nothing that differs is missed."""

import json
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.rubrics import blurred, evidences, rubrics, spell
from support.scoring import diagnose, evidence, unit

from psr.diagnostics import SourceFile
from psr.diagnostics.render import render_all
from psr.interpreter.facts import Evidence
from psr.interpreter.program import Program
from psr.receipts import json_places, json_text
from psr.receipts.json_places import entries, place_of
from psr.receipts.receipt import FileDigest, Receipt
from psr.receipts.recorded import Recorded, read_recorded, recorded
from psr.receipts.verification import verify
from psr.reports.as_json import score_json, score_value

laws = settings(
    max_examples=settings().max_examples // 4,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
RECEIPT = Receipt("0.1.0", FileDigest("r.psr", "0" * 64), (FileDigest("e.csv", "1" * 64),))


def program_of(text: str) -> Program:
    model, _ = diagnose(spell(text, False))
    assert model is not None
    return Program(model)


def written(text: str) -> Recorded:
    before, mistake = read_recorded(SourceFile("r.json", text))
    assert mistake is None
    assert before is not None
    return before


@laws
@given(st.data(), rubrics(), evidences())
def test_a_result_holds(data: st.DataObject, text: str, known: Evidence) -> None:
    result = program_of(text).score(data.draw(blurred(known)))
    receipt = RECEIPT._replace(units=len(result.units))
    found = verify(written(score_json(result, receipt)), recorded(score_value(result)), receipt)
    assert found.holds
    assert (found.changes, found.rewordings, found.files, found.unseen) == ((), (), (), ())
    without = verify(written(score_json(result)), recorded(score_value(result)), receipt)
    assert without.holds


@laws
@given(st.data(), rubrics(), evidences())
def test_what_differs_is_found_and_nothing_else(data: st.DataObject, text: str, known: Evidence) -> None:
    program = program_of(text)
    before, now = program.score(known), program.score(data.draw(blurred(known) | evidences()))
    receipt = RECEIPT._replace(units=len(before.units))
    found = verify(written(score_json(before, receipt)), recorded(score_value(now)), receipt)
    one, other = ({unit["unit"]: unit for unit in score_value(result)["units"]} for result in (before, now))
    assert found.holds == (one == other)
    assert {change.unit for change in found.changes} == {
        name for name in one | other if one.get(name) != other.get(name)
    }


@given(
    st.recursive(
        st.none() | st.booleans() | st.text() | st.integers(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    ),
    st.randoms(),
)
def test_every_value_is_found_at_its_place(value: object, chance: Random) -> None:
    text = json.dumps(value, ensure_ascii=chance.random() < 0.5, indent=chance.choice([None, 2]))
    found = {entry.path: entry.value for entry in entries(text)}
    assert found.keys() == dict(paths(value)).keys()
    for path, inner in paths(value):
        assert place_of(text, path) == found[path]
        shown = text[found[path].start : found[path].end]
        assert shown == ("{" if isinstance(inner, dict) else "[" if isinstance(inner, list) else shown)
        if not isinstance(inner, dict | list):
            assert json.loads(shown) == inner


SHEET = score_json(
    program_of(
        '{rubric} "r" {year} 2019 {total} 4\n{fact} a {counts}\n{item} 1 "i" {worth} 4\n  {deduct} 1 {per} a\n'
    ).score(evidence(unit(a=1), unit("B", a=2))),
    RECEIPT,
)


@given(st.integers(0, len(SHEET)), st.integers(0, 40), st.text('{}[]",:\\\\NaN-1e9.0 "unit"x\ud800\n', max_size=12))
def test_no_damage_is_a_crash(start: int, length: int, instead: str) -> None:
    """What is written over any stretch of a result is read or refused, at a place of the file."""
    source = SourceFile("r.json", SHEET[:start] + instead + SHEET[start + length :])
    before, mistake = read_recorded(source)
    assert (before is None) == (mistake is not None)
    if mistake is not None:
        assert mistake.code in ("PSR801", "PSR802")
        assert render_all([mistake])


@pytest.mark.parametrize(
    "text", ['{"a": NaN}}]],', '{"a": NaN, "\\q": 1}', '{"a": {"b": 1, "b": 2}}]', "[NaN,,]", '{"a": 1, "a": 2, NaN}']
)
def test_what_follows_the_first_mistake_does_not_matter(text: str) -> None:
    _, mistake = read_recorded(SourceFile("r.json", text))
    assert mistake is not None
    assert mistake.place.span is not None


@pytest.mark.parametrize("text", ['{"a": NaN}', '{"a": 1, "a": 2}', '{"rubric": 1, "units": 2}'])
def test_a_place_is_not_looked_for_in_what_is_too_long(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_places, "LONGEST", 5)
    monkeypatch.setattr(json_text, "LONGEST", 5)
    _, mistake = read_recorded(SourceFile("r.json", text))
    assert mistake is not None
    assert mistake.place.span is None


def paths(value: object, path: tuple[str | int, ...] = ()):
    yield path, value
    if isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from paths(inner, (*path, key))
