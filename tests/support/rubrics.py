"""Small rubrics and their evidence for Hypothesis, as text and as rows, in either vocabulary.

Every line is written with English words in braces, ``{deduct} 1 {per} a``: ``spell`` puts them in either vocabulary.
"""

import re
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from psr.interpreter.facts import Event, Evidence, Mark, Missing, UnitFacts, Value
from psr.interpreter.interval import Interval

ZH = {
    "rubric": "考核细则", "section": "大项", "item": "指标", "part": "小项", "year": "年度", "total": "总分",
    "worth": "分值", "from": "介于", "to": "至", "weight": "权重", "bonus": "附加", "fact": "数据", "counts": "计量",
    "number": "数值", "percent": "百分比", "yes/no": "是否", "date": "日期", "with": "附带", "deduct": "扣",
    "award": "加", "per": "每", "where": "其中", "below": "不足", "above": "超过", "cap": "封顶", "by": "按",
    "occurrence": "次序", "or part": "零头亦计", "prorated": "按比例", "highest per": "就高同一", "score": "计为",
    "void": "不得分", "judge": "酌情", "starts at": "基础分", "starts full": "满分起算", "applies if": "适用",
    "if": "如果", "then": "则", "else": "否则", "otherwise": "其余", "full": "满分", "peer mean": "取均分",
    "scaled to": "折合", "sum of": "合计", "count of": "总数", "mean of": "平均", "median of": "中位数",
    "highest of": "最高", "lowest of": "最低", "over": "逐", "across units": "各单位", "drop": "去掉",
    "highest": "最高", "lowest": "最低", "rank of": "名次", "ascending": "由低到高", "within": "同组",
    "points of": "得分", "of": "的", "define": "定义", "default": "默认", "after": "晚于", "day": "天",
    "month": "月", "quarter": "季度", "and": "并且", "or": "或者", "not": "并非", "round": "舍入",
    "half up": "四舍五入", "down": "舍去", "grade": "等次", "for at most": "名额", "veto": "一票否决",
    "lower grade by": "降等", "not grade": "不得评为", "tie break by": "同分按", "min": "取小", "max": "取大", "floor": "取整",
}  # fmt: skip


def spell(text: str, chinese: bool) -> str:
    """Write the words in braces in one of the vocabularies."""
    return re.sub(r"\{([^}]*)\}", lambda found: ZH[found[1]] if chinese else found[1], text)


FACTS = """{fact} a {counts} 次 {with} kind x / y / z, load {number} 0 {to} 20, ok {yes/no}
{fact} b {counts} 次
{fact} n {number} 0 {to} 10 分
{fact} m {number} 1 {to} 10 分
{fact} r {percent} 0% {to} 100%
{fact} ok_all {yes/no}
{fact} size small / large
{fact} sent {date}
"""

AMOUNTS = st.sampled_from(["0.5", "1", "2", "0.25", "1 / 3", "n / 4", "{worth} / 8"])
AMOUNTS_OF_EVENTS = AMOUNTS | st.sampled_from(["load / 5", "({if} ok {then} 2 {else} 1)"])
CONDITIONS = st.sampled_from(
    ["n > 3", "ok_all", "{not} ok_all", "size = small", "r >= 60%", "n < m {and} ok_all", "r < 50% {or} n = 2",
     "{count of} a {where} (ok) >= 2", "{rank of} n = 1", "b > 1", "sent > 2020-06-15"]
)  # fmt: skip
FILTERS = st.sampled_from(["ok", "kind = x", "load >= 5", "kind != y {and} load < 10", "{not} ok"])
CAPS = st.sampled_from(["", "", " {cap} 1", " {cap} n", " {cap} 2 {per} {month}", " {cap} 3 {cap} 1 {per} {quarter}"])
FLAT_CAPS = st.sampled_from(["", "", " {cap} 1", " {cap} m"])
FIGURES = st.sampled_from(
    ["n", "n * m / 10", "{worth} * r", "{min}(n, 3)", "{max}(n, m) / 2", "{floor}(n / 2)", "{sum of} load {over} a / 10",
     "{mean of} load {over} a {default} 1", "{median of} load {over} a {where} (ok) {default} 1",
     "({mean of} load {over} a {drop} 1 {highest} {drop} 1 {lowest} {default} 2) / 4",
     "{highest of} n {across units} / 3", "{worth} * n / ({highest of} m {across units})",
     "{mean of} n {across units} {within} size {default} 0", "table", "{if} ok_all {then} n {else} m / 2",
     "n - {lowest of} m {across units}", "{sum of} load * load {over} a / 40"]
)  # fmt: skip
KEYS = st.sampled_from(
    [("n", ["< 3: 1", "3 {to} 6: 2", "> 8: 4"]), ("r", [">= 90%: 3", "60% {to} 90%: {worth} * r"]),
     ("size", ["small: 1", "{otherwise}: 2"]), ("{rank of} n", ["1: 3", "2: 1"]), ("b", ["0: 2", "1 {to} 3: 1"]),
     ("{rank of} m {ascending}", ["<= 1: 2", "{otherwise}: 0.5"]), ("ok_all, size", ["yes, small: 3", "no, large: 1"])]
)  # fmt: skip
EVENT_KEYS = st.sampled_from(
    [("kind", ["x: 1", "y: 0.5"]), ("load", [">= 10: 2", "> 0: 1"]), ("kind, ok", ["x, yes: 2", "{otherwise}: 0.5"])]
)
STEPS = st.sampled_from(
    ["{per} 1 {of} n", "{per} 2 {of} n {below} m", "{per} 5% {of} r {below} 90%", "{per} 1 {of} n {above} 3 {or part}",
     "{per} 2 {of} m {prorated}", "{per} {day} {of} sent {after} 2020-06-15", "{per} {month} {of} sent {after} 2020-01-31 {or part}",
     "{per} b {below} 3", "{per} a {where} ok {below} n / 3", "{per} b {above} m / 2", "{per} b {below} 1 {per} {quarter}",
     "{per} a {where} load > 4 {above} 1 {per} {month}"]
)  # fmt: skip


@st.composite
def lines(draw: st.DrawFn) -> list[str]:
    """Write one line that gives or takes, with its rows."""
    verb = draw(st.sampled_from(["{deduct}", "{award}"]))
    condition = draw(st.just("") | CONDITIONS.map(" {{if}} {}".format))
    kind = draw(st.sampled_from(["events", "events", "flat", "steps", "table", "event table", "occurrence", "matter"]))
    match kind:
        case "events":
            where = draw(st.just("") | FILTERS.map(" {{where}} {}".format))
            return [f"{verb} {draw(AMOUNTS_OF_EVENTS)} {{per}} a{where}{condition}{draw(CAPS)}"]
        case "flat":
            return [f"{verb} {draw(FIGURES)}{condition}{draw(FLAT_CAPS)}"]
        case "steps":
            return [f"{verb} {draw(AMOUNTS)} {draw(STEPS)}{condition}{draw(FLAT_CAPS)}"]
        case "table":
            key, rows = draw(KEYS)
            return [f"{verb} {{by}} {key}{condition}{draw(FLAT_CAPS)}", *(f"  {row}" for row in rows)]
        case "event table":
            key, rows = draw(EVENT_KEYS)
            return [f"{verb} {{per}} a {{by}} {key}{condition}{draw(CAPS)}", *(f"  {row}" for row in rows)]
        case "occurrence":
            rows = ["  1: 0.5", "  2 {to} 3: 1", "  {otherwise}: 1.5"]
            return [f"{verb} {{per}} b {{by}} {{occurrence}}{condition}{draw(CAPS)}", *rows]
        case _:
            return [f"{verb} {draw(AMOUNTS_OF_EVENTS)} {{per}} a {{highest per}} kind{condition}{draw(CAPS)}"]


@st.composite
def items(draw: st.DrawFn, number: int) -> list[str]:
    """Write an item with its lines."""
    worth = draw(st.integers(2, 8))
    start = draw(st.sampled_from(["{starts full}", "{starts at} 1", "{starts at} 2.5"]))
    reach = draw(st.sampled_from(["", "", f" {{from}} -2 {{to}} {worth + 2}", " {from} 0"]))
    weight = draw(st.sampled_from(["", "", " {weight} 50%", " {weight} 2"]))
    text = [f'{{item}} {number} "item" {{worth}} {worth}{reach}{weight} {start}']
    concerns = draw(st.none() | CONDITIONS)
    if concerns and number > 1:
        other = draw(st.sampled_from(["", " {else} {full}"]))
        text.append(f"  {{applies if}} {concerns}{other}")
    for line in draw(st.lists(lines(), min_size=1, max_size=3)):
        text += [f"  {part}" for part in line]
    if number > 1 and draw(st.booleans()):
        text.append(f"  {{award}} {{points of}} {number - 1} / 2")
    text += draw(
        st.sampled_from([[], [], ["  {score} 3 {if} n > 5"], ["  {void} {if} r < 20%"], ["  {judge} 0 {to} 2"]])
    )
    text += draw(st.sampled_from([[], [], ["  {round} {to} 1 {down}"], ["  {round} {to} 0"]]))
    if draw(st.booleans()):
        text.append("  {part} {cap} 1.5")
        text += [f"    {part}" for line in draw(st.lists(lines(), min_size=1, max_size=2)) for part in line]
    return text


@st.composite
def results(draw: st.DrawFn) -> list[str]:
    """Write grades with places, and vetoes that send units down, or nothing of the kind."""
    if draw(st.booleans()):
        return []
    places = draw(st.sampled_from(["", " {for at most} 1", " {for at most} 50%", " {for at most} 2"]))
    text = [f'{{grade}} "first" {{if}} {{total}} >= 6{places}']
    text += draw(
        st.sampled_from([[], ['{grade} "second" {if} ok_all {for at most} 1'], ['{grade} "second" {if} n >= 2']])
    )
    text += draw(st.sampled_from([[], ['{grade} "third" {if} {total} >= 2'], ['{grade} "third" {otherwise}']]))
    text += draw(st.sampled_from([[], ['{veto} "w" {if} b > 3 {then} {lower grade by} 1']]))
    text += draw(st.sampled_from([[], ['{veto} "x" {if} n > 7 {then} {not grade} "first"']]))
    text += draw(st.sampled_from([[], ['{veto} "y" {if} r < 10% {then} {grade} "first"']]))
    return text + draw(st.sampled_from([[], ["{tie break by} n"], ["{tie break by} m {ascending}, {points of} 1"]]))


@st.composite
def rubrics(draw: st.DrawFn) -> str:
    """Write a whole rubric of up to four items in two sections; spell it before use."""
    text = ['{rubric} "r" {year} 2020 {total} 40', *FACTS.splitlines()]
    text += ["{define} table {by} n", "  < 2: 1", "  2 {to} 5: m / 2", "  {otherwise}: 3"]
    count = draw(st.integers(1, 4))
    second = draw(st.integers(1, count))
    for number in range(1, count + 1):
        if number == 1:
            text.append('{section} 11 "one" {worth} 20')
        if number == second and number > 1:
            scaled = draw(st.sampled_from(["", " {scaled to} 10"]))
            text.append(f'{{section}} 12 "two" {{worth}} 20{scaled}')
        text += draw(items(number))
    text += draw(st.sampled_from([[], ["{round} {total} {to} 1"]]))
    text += draw(st.sampled_from([[], ['{veto} "v" {if} n = 9 {then} {total} 5']]))
    text += draw(results())
    return "\n".join(text) + "\n"


# ---- evidence ---------------------------------------------------------------------------------------------------

DAYS = st.dates(date(2020, 1, 1), date(2020, 12, 31)).map(date.toordinal)
HALVES = st.integers(0, 20).map(lambda n: Fraction(n, 2)).map(lambda f: f.numerator if f.denominator == 1 else f)
FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "kind": st.sampled_from(["x", "y", "z"]),
    "load": HALVES,
    "ok": st.booleans(),
}
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "n": HALVES,
    "m": st.integers(1, 10),
    "r": st.integers(0, 20).map(lambda n: Fraction(n, 20)),
    "ok_all": st.booleans(),
    "size": st.sampled_from(["small", "large"]),
    "sent": DAYS,
}
RANGES: dict[str, tuple[int, int]] = {"n": (0, 10), "m": (1, 10), "r": (0, 1), "load": (0, 20)}
ROWS = st.builds(Event, st.integers(0, 3), st.none() | DAYS, st.fixed_dictionaries(FIELDS))
BARE_ROWS = st.builds(Event, st.integers(0, 3), st.none() | DAYS, st.just({}))


@st.composite
def units(draw: st.DrawFn, name: str) -> UnitFacts:
    """Make the evidence of one unit, all of it known."""
    values = {fact: Value(draw(strategy)) for fact, strategy in VALUES.items()}
    events = {"a": draw(st.lists(ROWS, max_size=4)), "b": draw(st.lists(BARE_ROWS, max_size=3))}
    marks = {str(number): Mark(draw(st.integers(0, 4)) * Fraction(1, 2)) for number in range(1, 5)}
    return UnitFacts(name, values, events, marks)


@st.composite
def evidences(draw: st.DrawFn, least: int = 1) -> Evidence:
    """Make evidence of a few units, all of it known."""
    names = "ABC"[: draw(st.integers(least, 3))]
    return Evidence({name: draw(units(name)) for name in names})


@st.composite
def blurred(draw: st.DrawFn, known: Evidence) -> Evidence:
    """Make of known evidence one that says less: bounds, unknowns, rows and marks left open; it stays true."""
    return Evidence({name: draw(_blurred_unit(given)) for name, given in known.units.items()})


@st.composite
def _blurred_unit(draw: st.DrawFn, given: UnitFacts) -> UnitFacts:
    values = {
        fact: Value(draw(_less_of(fact, value.stated))) if draw(st.booleans()) else value
        for fact, value in given.values.items()
    }
    events: dict[str, Any] = {}
    for fact, rows in given.events.items():
        assert isinstance(rows, list)
        if draw(st.integers(0, 7)) == 0:
            events[fact] = Missing.UNKNOWN
        else:
            events[fact] = [draw(_blurred_row(row)) for row in rows]
    marks = {label: mark for label, mark in given.marks.items() if draw(st.integers(0, 2))}
    return UnitFacts(given.name, values, events, marks)


@st.composite
def _blurred_row(draw: st.DrawFn, row: Event) -> Event:
    fields = {
        name: draw(_less_of(name, stated)) if draw(st.integers(0, 2)) == 0 else stated
        for name, stated in row.fields.items()
    }
    day = row.date if draw(st.integers(0, 3)) else None
    quantity = row.quantity
    if draw(st.integers(0, 3)) == 0 and isinstance(quantity, int):
        quantity = draw(st.sampled_from([Interval(0, quantity), Interval(quantity, None), Interval(0, None)]))
        quantity = quantity if quantity != Interval(0, 0) else 0
    return row._replace(quantity=quantity, date=day, fields=fields)


@st.composite
def _less_of(draw: st.DrawFn, name: str, stated: Any) -> Any:
    """State less of a value: nothing, or a bound that it keeps."""
    if name not in RANGES or draw(st.booleans()):
        return Missing.UNKNOWN
    low, high = RANGES[name]
    how = draw(st.sampled_from(["from", "to", "above", "below", "between"]))
    if how == "from" or (how == "above" and stated == low):
        return Interval(stated, None)
    if how == "to" or (how == "below" and stated == high):
        return Interval(None, stated)
    gap = Fraction(1, 2)
    if how == "above":
        return Interval(stated - gap, None, low_open=True)
    if how == "below":
        return Interval(None, stated + gap, high_open=True)
    return Interval(max(low, stated - gap), min(high, stated + gap))


def shuffled(draw: st.DrawFn, known: Evidence) -> Evidence:
    """Put units and rows in another order."""
    names = draw(st.permutations(list(known.units)))
    return Evidence({name: _shuffled_unit(draw, known.units[name]) for name in names})


def _shuffled_unit(draw: st.DrawFn, given: UnitFacts) -> UnitFacts:
    events: dict[str, Any] = {
        fact: draw(st.permutations(rows)) if isinstance(rows, list) else rows for fact, rows in given.events.items()
    }
    return replace(given, events=events)
