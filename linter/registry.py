"""All rules of the linter, by their codes. A rule is one file; this list is the only place that knows them all."""

from __future__ import annotations

from ..diagnostics import Kind
from . import suppress
from .points import (
    bonus_above_limit,
    cap_never_binds,
    cap_not_a_multiple,
    caps_above_worth,
    figure_above_worth,
    grade_out_of_reach,
    leaves_range,
    never_gains_all,
    never_loses_all,
    places_above_hundred,
    rounding_not_stated,
    section_sum,
    total_out_of_reach,
    weights_sum,
)
from .rule import Rule
from .style import layout, mixed_vocabularies, needless_brackets, needless_clause
from .suspicious import (
    always_true,
    contradicting_rules,
    duplicate_rule,
    hidden_characters,
    look_alike_names,
    masked_alternative,
    near_names,
    never_true,
    no_effect,
    no_source,
    rule_figure_not_in_source,
    same_event_twice,
    source_figure_unused,
    unused_definition,
    unused_fact,
    unused_field,
)
from .tables import masked_row, no_otherwise, redundant_row, rows_could_merge, table_gap, table_overlap

RULES: tuple[Rule, ...] = (
    # ---- 5xx: points that cannot be right (points/) ----
    Rule(total_out_of_reach.KIND, total_out_of_reach.check),
    Rule(never_loses_all.KIND, never_loses_all.check),
    Rule(never_gains_all.KIND, never_gains_all.check),
    Rule(leaves_range.KIND, leaves_range.check),
    Rule(grade_out_of_reach.KIND, grade_out_of_reach.check),
    Rule(section_sum.KIND, section_sum.check),
    Rule(cap_never_binds.KIND, cap_never_binds.check),
    Rule(cap_not_a_multiple.KIND, cap_not_a_multiple.check),
    Rule(figure_above_worth.KIND, figure_above_worth.check),
    Rule(caps_above_worth.KIND, caps_above_worth.check),
    Rule(bonus_above_limit.KIND, bonus_above_limit.check),
    Rule(weights_sum.KIND, weights_sum.check),
    Rule(places_above_hundred.KIND, places_above_hundred.check),
    Rule(rounding_not_stated.KIND, rounding_not_stated.check),
    # ---- 64x: decision tables (tables/) ----
    Rule(table_gap.KIND, table_gap.check),
    Rule(table_overlap.KIND, table_overlap.check),
    Rule(masked_row.KIND, masked_row.check),
    Rule(redundant_row.KIND, redundant_row.check),
    Rule(no_otherwise.KIND, no_otherwise.check),
    Rule(rows_could_merge.KIND, rows_could_merge.check),
    # ---- 6xx: suspicious (suspicious/) ----
    Rule(unused_fact.KIND, unused_fact.check),
    Rule(unused_definition.KIND, unused_definition.check),
    Rule(unused_field.KIND, unused_field.check),
    Rule(near_names.KIND, near_names.check),
    Rule(look_alike_names.KIND, look_alike_names.check),
    Rule(hidden_characters.KIND, hidden_characters.check),
    Rule(same_event_twice.KIND, same_event_twice.check),
    Rule(duplicate_rule.KIND, duplicate_rule.check),
    Rule(contradicting_rules.KIND, contradicting_rules.check),
    Rule(no_effect.KIND, no_effect.check),
    Rule(no_source.KIND, no_source.check),
    Rule(source_figure_unused.KIND, source_figure_unused.check),
    Rule(rule_figure_not_in_source.KIND, rule_figure_not_in_source.check),
    Rule(always_true.KIND, always_true.check),
    Rule(never_true.KIND, never_true.check),
    Rule(masked_alternative.KIND, masked_alternative.check),
    # ---- 7xx: style (style/) ----
    Rule(layout.KIND, layout.check),
    Rule(mixed_vocabularies.KIND, mixed_vocabularies.check),
    Rule(needless_brackets.KIND, needless_brackets.check),
    Rule(needless_clause.KIND, needless_clause.check),
)

KINDS: tuple[Kind, ...] = (*(rule.kind for rule in RULES), *suppress.KINDS)
"""All that the linter can find, what is wrong with allowances included."""
