"""What is said of conditions and of alternatives is held against their evaluation, value by value."""

from fractions import Fraction
from itertools import product
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.rubrics import evidences, rubrics, spell
from support.scoring import NOT_APPLICABLE, evidence, points, program, unit

from psr.grammar import expressions as e
from psr.grammar.walk import walk
from psr.interpreter.compile_expressions import ExpressionCompiler
from psr.interpreter.facts import Evidence
from psr.interpreter.program import Program
from psr.interpreter.runtime import NoValue
from psr.linter.rule import Subject
from psr.linter.suspicious import always_true, masked_alternative, never_true
from psr.linter.suspicious.cases import Cases, Unclear
from psr.linter.suspicious.conditions import conditions

HEAD = """rubric "Conditions" total 40
fact mark number 0 to 4 分
fact bar number 0 to 4 分
fact size small / large
fact best yes/no
item 1 "conditions" worth 40 starts zero
"""
LEAVES = st.sampled_from(
    ["mark > 1", "mark >= 1", "mark < 2", "mark <= 1", "mark = 2", "mark != 2", "1 < mark", "mark > 4", "mark >= 0",
     "mark > bar", "mark <= bar", "mark = bar", "size = small", "size != large", "best", "best = yes", "no = best",
     "floor(mark) > 1", "floor(mark) < 2", "yes", "mark + 1 > 0"]
)  # fmt: skip


def joined(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    both = st.tuples(parts, st.sampled_from(("and", "or")), parts)
    return both.map(lambda found: f"({' '.join(found)})") | parts.map(lambda found: f"(not {found})")


CONDITIONS = st.recursive(LEAVES, joined, max_leaves=4)
FIGURES = (0, 0.5, 1, 1.5, 2, 3, 4)


def everyone(missing: bool) -> list[dict[str, Any]]:
    """Give units of every kind; with ``missing`` also such as a fact does not apply to."""
    none = [NOT_APPLICABLE] if missing else []
    marks = [*(int(mark) if mark == int(mark) else mark for mark in FIGURES), *none]
    exact = [_exact(mark) for mark in marks]
    return [
        {"mark": mark, "bar": bar, "size": size, "best": best}
        for mark, bar, size, best in product(exact, exact[1:6:2], ["small", "large"], [True, False, *none])
    ]


def _exact(mark: Any) -> Any:
    return Fraction(mark).limit_denominator(2) if isinstance(mark, float) else mark


def scores(compiled: Program, missing: bool) -> set[Any]:
    """Give the points that any of the units gets."""
    units = [unit(f"u{number}", **facts) for number, facts in enumerate(everyone(missing))]
    result = compiled.score(evidence(*units))
    return {points(result, name=one.name) for one in units}


@settings(max_examples=2 * settings().max_examples)
@given(CONDITIONS)
def test_constant_conditions_are_constant(condition: str) -> None:
    compiled = program(HEAD + f"  award if {condition} then 1 else 2\n")
    subject = Subject(compiled.model, compiled)
    line: Any = compiled.model.rubric.children[0].lines[0]
    node = line.amount.condition
    found = scores(compiled, missing=False)
    if any(one.place.span == node.span for one in always_true.check(subject)):
        assert found == {1}
    if any(one.place.span == node.span for one in never_true.check(subject)):
        assert found == {2}


@settings(max_examples=2 * settings().max_examples)
@given(st.lists(CONDITIONS, min_size=2, max_size=3))
def test_masked_scores_are_never_used(conditions: list[str]) -> None:
    lines = "".join(f"  score {n} if {condition}\n" for n, condition in enumerate(conditions, 1))
    compiled = program(HEAD + lines)
    subject = Subject(compiled.model, compiled)
    found = scores(compiled, missing=True)
    spans = {line.span: n for n, line in enumerate(compiled.model.rubric.children[0].lines, 1)}
    for one in masked_alternative.check(subject):
        assert spans[one.place.span] not in found


def test_of_conditions_too_manifold_nothing_is_said() -> None:
    facts = "".join(f"fact f{n} yes/no\n" for n in range(20))
    every = " and ".join(f"f{n}" for n in range(20))
    compiled = program(
        f'rubric "r" total 9\n{facts}item 1 "i" worth 9 starts zero\n  score 1 if {every}\n  score 2 if {every}\n'
    )
    subject = Subject(compiled.model, compiled)
    rules = (always_true, never_true, masked_alternative)
    assert [found for rule in rules for found in rule.check(subject)] == []


@settings(max_examples=settings().max_examples, suppress_health_check=list(HealthCheck))
@given(rubrics(), evidences())
def test_constant_conditions_of_whole_rubrics_are_constant(text: str, given_evidence: Evidence) -> None:
    compiled = program(spell(text, chinese=False))
    subject = Subject(compiled.model, compiled)
    everything = range(len(compiled.model.headings))
    units = compiled.evaluate(given_evidence, None, everything)
    compiler = ExpressionCompiler(compiled.model)
    for condition in conditions(compiled.model):
        node, scope, _ = condition
        if any(isinstance(part, e.RankOf | e.Aggregate | e.EverySection) for part in walk(node)):
            continue
        try:
            verdict = Cases(subject.extents, scope, [node]).verdict(node)
        except Unclear:
            continue
        compiler.heading = scope.heading
        holds = compiler.compile(node)
        for one in units:
            events: Any = (None,) if scope.fact is None else one.facts[scope.fact.number]
            for event in () if events is NOT_APPLICABLE else events:
                try:
                    found = holds(one, event)
                except NoValue:
                    continue
                assert verdict is None or found is None or verdict is found
