"""What each kind of line becomes: the whole node, written out by hand. Spans take no part in equality."""

from datetime import date
from decimal import Decimal

import pytest
from support.reading import document, statement

from psr.diagnostics import Span
from psr.grammar import expressions as e
from psr.grammar import statements as s

AT = Span(0, 0)


def num(figure: str) -> e.Number:
    return e.Number(AT, Decimal(figure))


def name(text: str) -> e.Name:
    return e.Name(AT, text)


def text(words: str) -> e.Text:
    return e.Text(AT, words)


def share(figure: str) -> e.Percent:
    return e.Percent(AT, Decimal(figure))


def label(figure: str) -> e.ItemLabel:
    return e.ItemLabel(AT, figure)


def day(year: int, month: int, number: int) -> e.Date:
    return e.Date(AT, f"{year}-{month:02}-{number:02}", date(year, month, number))


def more_than(left: e.Expression, right: e.Expression) -> e.Compare:
    return e.Compare(AT, ">", left, right)


YES, NO = e.YesNo(AT, True), e.YesNo(AT, False)
A, B, C, D, E = map(name, "abcde")


def effect(verb: str = "deduct", amount: e.Expression | None = None, **parts: object) -> s.Effect:
    fields: dict[str, object] = {"per": None, "by": None, "highest_per": (), "condition": None, "caps": ()}
    return s.Effect(AT, verb, amount, **{**fields, **parts})  # pyright: ignore[reportArgumentType]


def per(fact: str, where: e.Expression | None = None, quota: s.Quota | None = None) -> s.PerEvent:
    return s.PerEvent(AT, name(fact), where, quota)


EFFECTS = {
    "deduct 0.5 per absence cap 2": effect(amount=num("0.5"), per=per("absence"), caps=(s.Cap(AT, num("2"), None),)),
    "deduct 0.5 per absence": effect(amount=num("0.5"), per=per("absence")),
    "award worth * (1 - a / b)": effect(
        "award",
        e.Arithmetic(
            AT,
            "*",
            e.Worth(AT),
            e.Arithmetic(AT, "-", num("1"), e.Arithmetic(AT, "/", A, B)),
        ),
    ),
    "deduct 1 per a where b < 67% above 2 per month": effect(
        amount=num("1"),
        per=per("a", e.Compare(AT, "<", B, share("67")), s.Quota(AT, "above", num("2"), "month")),
    ),
    "deduct 1 per 1% of a below 95% or part": effect(
        amount=num("1"),
        per=s.PerStep(AT, share("1"), A, s.Quota(AT, "below", share("95"), None), "or part"),
    ),
    "award 1 per 100 of a prorated": effect("award", num("1"), per=s.PerStep(AT, num("100"), A, None, "prorated")),
    "award 1 per 100 of a": effect("award", num("1"), per=s.PerStep(AT, num("100"), A, None, "whole")),
    "deduct 1 per day of a after 2019-03-25": effect(
        amount=num("1"), per=s.PerCalendar(AT, "day", A, day(2019, 3, 25), "whole")
    ),
    "deduct 1 per quarter of a after b or part": effect(
        amount=num("1"), per=s.PerCalendar(AT, "quarter", A, B, "or part")
    ),
    "award if a cap 1 cap 2 per year": effect(
        "award", condition=A, caps=(s.Cap(AT, num("1"), None), s.Cap(AT, num("2"), "year"))
    ),
    "award 1 per a highest per b, c": effect("award", num("1"), per=per("a"), highest_per=(B, C)),
}


def row(outcome: e.Expression, *keys: s.Key) -> s.Row:
    return s.Row(AT, keys, outcome)


TABLES = {
    'award by a, b\n yes, "x": 1\n >= 90%, -1 to 2: 2\n otherwise, 2019-03-25: c': effect(
        "award",
        by=s.By(AT, (A, B)),
        rows=(
            row(num("1"), s.ExactKey(AT, YES), s.ExactKey(AT, text("x"))),
            row(num("2"), s.BoundKey(AT, ">=", share("90")), s.RangeKey(AT, num("-1"), num("2"))),
            row(C, s.OtherwiseKey(AT), s.ExactKey(AT, day(2019, 3, 25))),
        ),
    ),
    "deduct per a by occurrence\n 1: 0.5": effect(
        per=per("a"),
        by=s.By(AT, (), occurrence=True),
        rows=(row(num("0.5"), s.ExactKey(AT, num("1"))),),
    ),
    "define a by b, c\n -5%, no: 1": s.Define(
        AT,
        A,
        None,
        s.By(AT, (B, C)),
        (row(num("1"), s.ExactKey(AT, share("-5")), s.ExactKey(AT, NO)),),
    ),
    "define a = b": s.Define(AT, A, B, None),
}

HEADINGS = {
    'rubric "x" year 2019 total 100': s.Heading(AT, "rubric", None, text("x"), worth=num("100"), year=num("2019")),
    'section "x" worth 10 from -2 to 12 bonus': s.Heading(
        AT,
        "section",
        None,
        text("x"),
        worth=num("10"),
        range=s.Range(AT, Decimal(-2), Decimal(12)),
        bonus=True,
    ),
    'item 1.10 "x" weight 30% starts full from 0': s.Heading(
        AT,
        "item",
        label("1.10"),
        text("x"),
        weight=share("30"),
        start=s.Start(AT, "full"),
        range=s.Range(AT, Decimal(0), None),
    ),
    'item 传达 "x" starts zero scaled to 5': s.Heading(
        AT, "item", label("传达"), text("x"), start=s.Start(AT, "zero"), scaled_to=num("5")
    ),
    "part 2 starts at -4 cap 1 cap 2 per day": s.Heading(
        AT,
        "part",
        label("2"),
        None,
        start=s.Start(AT, Decimal(-4)),
        caps=(s.Cap(AT, num("1"), None), s.Cap(AT, num("2"), "day")),
    ),
    "part": s.Heading(AT, "part", None, None),
    "period 2019-01-01 to 2019-12-31": s.Period(AT, day(2019, 1, 1), day(2019, 12, 31)),
    'source "x"\n "y"': s.Source(AT, (text("x"), text("y"))),
    'in full "x"\n "y"': s.InFull(AT, (text("x"), text("y"))),
    "全文“x”": s.InFull(AT, (text("x"),)),
}

FACTS = {
    'fact a "x" counts 人次': s.Fact(AT, A, text("x"), s.FactType(AT, "counts", noun=name("人次"))),
    "fact a number -5 to 5分": s.Fact(AT, A, None, s.FactType(AT, "number", num("-5"), num("5"), name("分"))),
    "fact a number -5 to 5 分": s.Fact(AT, A, None, s.FactType(AT, "number", num("-5"), num("5"), name("分"))),
    "fact a percent required": s.Fact(AT, A, None, s.FactType(AT, "percent"), required=True),
    "fact a yes/no presumed no": s.Fact(AT, A, None, s.FactType(AT, "yes/no"), presumed=NO),
    "fact a date presumed 2019-03-25": s.Fact(AT, A, None, s.FactType(AT, "date"), presumed=day(2019, 3, 25)),
    "fact a text": s.Fact(AT, A, None, s.FactType(AT, "text")),
    'fact a b "x" / c': s.Fact(
        AT,
        A,
        None,
        s.FactType(AT, "choice", options=(s.Option(AT, B, text("x")), s.Option(AT, C, None))),
    ),
    'fact a counts with b percent, c "x" d / e': s.Fact(
        AT,
        A,
        None,
        s.FactType(AT, "counts"),
        (
            s.Field(AT, B, None, s.FactType(AT, "percent")),
            s.Field(
                AT,
                C,
                text("x"),
                s.FactType(AT, "choice", options=(s.Option(AT, D, None), s.Option(AT, E, None))),
            ),
        ),
    ),
}

OTHERS = {
    "score 6 if a": s.Score(AT, num("6"), A),
    "score 6": s.Score(AT, num("6"), None),
    "void": s.Void(AT, None),
    "void if a": s.Void(AT, A),
    "judge -1 to 2": s.Judge(AT, num("-1"), num("2")),
    "applies if a": s.Applies(AT, A, "left out"),
    "applies if a else left out": s.Applies(AT, A, "left out"),
    "applies if a else full": s.Applies(AT, A, "full"),
    "applies if a else peer mean": s.Applies(AT, A, "peer mean"),
    "round to 1": s.Round(AT, False, num("1"), None),
    "round total to 2 half even": s.Round(AT, True, num("2"), "half even"),
    'grade "x" if a for at most 30% of units': s.Grade(AT, text("x"), A, share("30")),
    'grade "x" if a for at most 3': s.Grade(AT, text("x"), A, num("3")),
    'grade "x" otherwise': s.Grade(AT, text("x"), None, None),
    'veto "x" if a then total -1, grade "y", not grade "z", lower grade by 2': s.Veto(
        AT,
        text("x"),
        A,
        (
            s.Outcome(AT, "total", num("-1")),
            s.Outcome(AT, "grade", text("y")),
            s.Outcome(AT, "not grade", text("z")),
            s.Outcome(AT, "lower grade", num("2")),
        ),
    ),
    "tie break by points of 4.2, a ascending": s.TieBreak(
        AT,
        (s.TieKey(AT, e.PointsOf(AT, label("4.2")), False), s.TieKey(AT, A, True)),
    ),
}

EXAMPLES = {
    'example "x"': s.Example(AT, text("x")),
    "given a 2": s.GivenFact(AT, False, A, s.Stated(AT, "value", (num("2"),)), (), None, None),
    "given previous a >= 2": s.GivenFact(AT, True, A, s.Stated(AT, ">=", (num("2"),)), (), None, None),
    "given a 1 to 3": s.GivenFact(AT, False, A, s.Stated(AT, "range", (num("1"), num("3"))), (), None, None),
    'given a 1 with b c, d unknown on 2019-03-25 for "x"': s.GivenFact(
        AT,
        False,
        A,
        s.Stated(AT, "value", (num("1"),)),
        (
            s.Detail(AT, B, s.Stated(AT, "value", (C,))),
            s.Detail(AT, D, s.Stated(AT, "unknown")),
        ),
        day(2019, 3, 25),
        text("x"),
    ),
    "given a n/a": s.GivenFact(AT, False, A, s.Stated(AT, "n/a"), (), None, None),
    'given points of 1.2 = -1.5 for "x"': s.GivenPoints(AT, label("1.2"), num("-1.5"), text("x")),
    "expect 1.3 = 1 to 2": s.Expect(AT, label("1.3"), num("1"), num("2"), None),
    'expect total = 90 for "x"': s.Expect(AT, "total", num("90"), None, text("x")),
    'expect grade = "x"': s.Expect(AT, "grade", text("x"), None, None),
}

LINES = {**EFFECTS, **HEADINGS, **FACTS, **OTHERS, **EXAMPLES, **TABLES}


@pytest.mark.parametrize("line", LINES)
def test_line(line: str):
    assert statement(line) == LINES[line]


def sum_of(left: e.Expression, sign: str, right: e.Expression) -> e.Arithmetic:
    return e.Arithmetic(AT, sign, left, right)  # pyright: ignore[reportArgumentType]


def aggregate(statistic: str, of: e.Expression, source: object = None, **parts: object) -> e.Aggregate:
    fields: dict[str, object] = {"where": None, "drops": (), **parts}
    return e.Aggregate(AT, statistic, of, source, **fields)  # pyright: ignore[reportArgumentType]


EXPRESSIONS: dict[str, e.Expression] = {
    # what binds closer, and from which side
    "a - b - c": sum_of(sum_of(A, "-", B), "-", C),
    "a - b * c": sum_of(A, "-", sum_of(B, "*", C)),
    "(a - b) * c": sum_of(sum_of(A, "-", B), "*", C),
    "a / b * c": sum_of(sum_of(A, "/", B), "*", C),
    "-a * b": sum_of(e.Negate(AT, A), "*", B),
    "a - -3": sum_of(A, "-", e.Negate(AT, num("3"))),
    "a + b default 0": e.Default(AT, sum_of(A, "+", B), num("0")),
    "a default 0 = b": e.Compare(AT, "=", e.Default(AT, A, num("0")), B),
    "not a = b": e.Not(AT, e.Compare(AT, "=", A, B)),
    "not a and b": e.Logic(AT, "and", e.Not(AT, A), B),
    "a or b and c": e.Logic(AT, "or", A, e.Logic(AT, "and", B, C)),
    "a or b or c": e.Logic(AT, "or", e.Logic(AT, "or", A, B), C),
    "if a then b else if c then d else e": e.IfElse(AT, A, B, e.IfElse(AT, C, D, E)),
    "20% of a * b": sum_of(e.PercentOf(AT, share("20"), A), "*", B),
    "previous a + b": sum_of(e.Previous(AT, A), "+", B),
    "rank of a = 1": e.Compare(AT, "=", e.RankOf(AT, A, False, None), num("1")),
    "points of 1.3 - 1.5": sum_of(e.PointsOf(AT, label("1.3")), "-", num("1.5")),
    # signs in all their forms
    **{f"a {sign} b": e.Compare(AT, ">=", A, B) for sign in (">=", "≥", "＞＝")},
    **{f"a {sign} b": e.Compare(AT, "<=", A, B) for sign in ("<=", "≤", "＜＝")},
    **{f"a {sign} b": e.Compare(AT, "!=", A, B) for sign in ("!=", "<>", "≠")},
    "a > b": more_than(A, B),
    "a < b": e.Compare(AT, "<", A, B),
    # values
    "0.50分": num("0.5"),
    "67 %": share("67"),
    "2019-3-5": e.Date(AT, "2019-3-5", date(2019, 3, 5)),
    "“甲”": text("甲"),
    "yes": YES,
    "no": NO,
    "[扣  分]": name("扣 分"),
    "total": e.Total(AT),
    # calls and aggregates
    "取小(a, 1)": e.Call(AT, "min", (A, num("1"))),
    "ceil(a)": e.Call(AT, "ceil", (A,)),
    "rank of a ascending within b": e.RankOf(AT, A, True, B),
    "rank of (a) within b": e.RankOf(AT, A, False, B),
    "every section >= 60%": e.EverySection(AT, ">=", share("60")),
    "sum of a * b over c": aggregate("sum", sum_of(A, "*", B), e.Over(AT, C)),
    "mean of a across units": aggregate("mean", A, e.AcrossUnits(AT, None)),
    "median of a across units within b": aggregate("median", A, e.AcrossUnits(AT, B)),
    "highest of a over b where (c > d) drop 1 highest drop 2 lowest": aggregate(
        "highest",
        A,
        e.Over(AT, B),
        where=more_than(C, D),
        drops=(e.Drop(AT, num("1"), "highest"), e.Drop(AT, num("2"), "lowest")),
    ),
    "lowest of a over b": aggregate("lowest", A, e.Over(AT, B)),
    "count of a where (b)": aggregate("count", A, where=B),
    "count of (a) across units": aggregate("count", A, e.AcrossUnits(AT, None)),
}


@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_expression(expression: str):
    assert statement(f"score {expression}") == s.Score(AT, EXPRESSIONS[expression], None)


def test_what_equality_leaves_out_is_kept_all_the_same():
    line = statement("deduct 0.50分 per [absence]")
    assert isinstance(line, s.Effect)
    assert isinstance(line.amount, e.Number)
    assert (str(line.amount.value), line.amount.measure) == ("0.50", "分")
    assert isinstance(line.per, s.PerEvent)
    assert line.per.fact.bracketed


def test_a_day_that_is_in_no_calendar_has_no_value():
    """The line is left out of the document; the node, as an editor would see it, says so by itself."""
    from psr.grammar.build_common import date_of
    from psr.grammar.lexer import Token

    assert date_of(Token(0, "2019-02-30", 0, 10)) == e.Date(AT, "2019-02-30", None)


@pytest.mark.parametrize(
    ("source", "stretch"),
    [
        ("  void  # why\n", "void"),
        ("　扣　０．５　每　缺席　", "扣　０．５　每　缺席"),
        ('source "x"  # one\n  "y"  # two\n', 'source "x"  # one\n  "y"'),
        ('in full "x"  # one\n  "y"  # two\n', 'in full "x"  # one\n  "y"'),
        ("award 1, # why\n  cap 2 \n", "award 1, # why\n  cap 2"),
        ("award by a # x\n  b: 1\n", "award by a"),
    ],
)
def test_a_statement_reaches_from_its_first_to_its_last_word(source: str, stretch: str):
    (line,) = document(source).statements
    assert source[line.span.start : line.span.end] == stretch


def test_spans_lie_in_the_text_as_it_was_written():
    source = "扣　０．５分 每 ［缺　席］ 其中 （a）＞67％\n"
    line = statement(source)
    assert isinstance(line, s.Effect)
    assert isinstance(line.per, s.PerEvent)
    assert isinstance(line.per.where, e.Compare)
    nodes = {
        "０．５分": line.amount,
        "［缺　席］": line.per.fact,
        "每 ［缺　席］ 其中 （a）＞67％": line.per,
        "（a）＞67％": line.per.where,
        "a": line.per.where.left,
        "67％": line.per.where.right,
    }
    for stretch, node in nodes.items():
        assert node is not None
        assert source[node.span.start : node.span.end] == stretch
