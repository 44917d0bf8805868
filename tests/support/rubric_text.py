"""Random rule files that the grammar takes: every construct, either vocabulary, names of all kinds.

A line is a list of pieces: texts as they stand, and keywords that are yet to be spelt. So the same lines can be
written in one vocabulary, in the other, or in both; `in_one_file` adds indentation, blank lines and comments.
What the names mean is left to chance: these files can be read, not scored.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from random import Random
from typing import NamedTuple, TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from psr.diagnostics import SourceFile
from psr.grammar import parse
from psr.grammar.keywords import FUNCTIONS, PHRASES, Vocabulary
from psr.grammar.tables import KEYWORDS, PATTERNS

DEPTH = 2


class Word(NamedTuple):
    """A keyword, by the name of its terminal, or a function, by its name."""

    name: str

    def spelt(self, vocabulary: Vocabulary) -> str:
        english, chinese = KEYWORDS.get(self.name) or FUNCTIONS[self.name]
        return english if vocabulary == "en" else chinese


Piece = str | Word
Line = list[Piece]
Lines = SearchStrategy[Line]


def write(line: Line, vocabulary: Vocabulary, blank: str = " ") -> str:
    """Write a line with a blank between its words."""
    words = (piece if isinstance(piece, str) else piece.spelt(vocabulary).replace(" ", blank) for piece in line)
    return blank.join(words)


def write_mixed(line: Line, random: Random) -> str:
    """Write a line with each keyword in a vocabulary of its own."""
    return " ".join(write([piece], random.choice(("en", "zh"))) for piece in line)


# ---- how lines are put together ------------------------------------------------------------------------------

Part = str | Lines


def seq(*parts: Part) -> Lines:
    """Give the parts one after the other; a text is a keyword where there is one of that name."""
    return st.tuples(*map(_lines, parts)).map(_joined)


def one(*parts: Part) -> Lines:
    return st.one_of(*map(_lines, parts))


def maybe(*parts: Part) -> Lines:
    return st.just([]) | seq(*parts)


def some(part: Part, separator: str = ",", least: int = 1) -> Lines:
    lists = st.lists(_lines(part), min_size=least, max_size=least + 2)
    return lists.map(lambda lines: [piece for line in lines for piece in (separator, *line)][1:])


def any_of(*parts: Part) -> Lines:
    """Give some of the parts, each at most once, in this order or in the other."""
    chances = [maybe(part) for part in parts]
    return one(st.just([]), seq(*chances), seq(*reversed(chances)))


Entry = TypeVar("Entry")


def _joined(lists: Iterable[list[Entry]]) -> list[Entry]:
    return [entry for entries in lists for entry in entries]


def _texts(texts: SearchStrategy[str]) -> Lines:
    return texts.map(lambda text: [text])


def _lines(part: Part) -> Lines:
    if not isinstance(part, str):
        return part
    return st.just([Word(part) if part in KEYWORDS or part in FUNCTIONS else part])


# ---- names and values ----------------------------------------------------------------------------------------

_NAMES = (
    "absence", "缺席", "item_count", "percentage", "x1", "扣分表", "每月学习次数", "得奖", "A", "_", "封顶数",
    "[section]", "[扣 分]", "[ two  words ]", "[每]", "[1.3]",
)  # fmt: skip
_ALPHABET = "abxyz_012学习缺席奖"


def _is_free(text: str) -> bool:
    return not text[0].isdigit() and text not in PHRASES and all(text not in pair for pair in FUNCTIONS.values())


names: SearchStrategy[str] = st.sampled_from(_NAMES) | st.text(_ALPHABET, min_size=1, max_size=6).filter(_is_free)
name = _texts(names)
label = one(_texts(st.sampled_from(["1", "1.3", "1.10", "5.1a", "A2"])), name)

_figures = st.integers(0, 999).map(str) | st.decimals(0, 999, places=2).map(str) | st.just("0.5")
_measures = st.sampled_from(["", "", "分", "次", "人次", "万元"])
number = _texts(st.tuples(_figures, _measures).map("".join))
percent = _texts(st.tuples(_figures, st.sampled_from(["%", " %"])).map("".join))
date = _texts(st.dates().map(lambda day: day.isoformat()))
compare = _texts(st.sampled_from([">=", "<=", "!=", "<>", ">", "<", "≥", "≤", "≠"]))

_QUOTES = ('""', "“”", "「」", "＂＂")
_sentences = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=8) | st.sampled_from(
    ["未提交材料一次扣0.5分（4分）", "# 不是说明", "deduct 1 per x, cap 2", "a: 1"]
)


def _quoted(text: str, quotes: str) -> Line:
    return [quotes[0] + text.replace(quotes[0], "").replace(quotes[1], "") + quotes[1]]


string: Lines = st.builds(_quoted, _sentences, st.sampled_from(_QUOTES))
signed: Lines = one(number, seq("-", number))
value: Lines = one(signed, percent, seq("-", percent), date, string, "YES", "NO", name)


# ---- expressions, as psr.lark has them -----------------------------------------------------------------------


@cache
def expression(depth: int = DEPTH) -> Lines:
    """Give an expression with at most so many others inside one another."""
    if depth == 0:
        return operand(0)
    inner = expression(depth - 1)
    return one(_chain(_conjunction(depth), "OR"), seq("IF", inner, "THEN", inner, "ELSE", inner))


def _chain(part: Lines, *operators: str) -> Lines:
    rest = st.lists(seq(one(*operators), part), max_size=1)
    return st.tuples(part, rest).map(lambda both: _joined([both[0], *both[1]]))


@cache
def _conjunction(depth: int) -> Lines:
    return _chain(seq(maybe("NOT"), _comparison(depth)), "AND")


@cache
def _comparison(depth: int) -> Lines:
    sign = one(compare, "=")
    return one(
        _fallback(depth), seq(_fallback(depth), sign, _fallback(depth)), seq("EVERY_SECTION", sign, _fallback(depth))
    )


@cache
def _fallback(depth: int) -> Lines:
    return one(_sum(depth), seq(_sum(depth), "DEFAULT", _sum(depth)))


@cache
def _sum(depth: int) -> Lines:
    return _chain(_chain(_signed_term(depth), "*", "/"), "+", "-")


@cache
def _signed_term(depth: int) -> Lines:
    return one(_primary(depth), seq("-", _primary(depth)), seq("-", "-", _primary(depth)))


@cache
def _primary(depth: int) -> Lines:
    return one(
        operand(depth),
        seq(percent, "OF", operand(depth)),
        seq("PREVIOUS", operand(depth)),
        seq("RANK_OF", operand(depth), maybe("ASCENDING"), maybe("WITHIN", name)),
        _aggregate(depth),
    )


@cache
def _aggregate(depth: int) -> Lines:
    inner = expression(depth - 1)
    source = one(seq("OVER", name), seq("ACROSS_UNITS", maybe("WITHIN", name)))
    drop = seq("DROP", operand(0), one("HIGHEST", "LOWEST"))
    rest = seq(maybe("WHERE", "(", inner, ")"), st.just([]) | drop)
    statistic = one("SUM_OF", "MEAN_OF", "MEDIAN_OF", "HIGHEST_OF", "LOWEST_OF")
    return one(
        seq(statistic, inner, source, rest),
        seq("COUNT_OF", name, rest),
        seq("COUNT_OF", "(", inner, ")", source, rest),
    )


@cache
def operand(depth: int) -> Lines:
    simple = one(number, percent, date, string, "YES", "NO", name, "TOTAL", "WORTH", seq("POINTS_OF", label))
    if depth == 0:
        return simple
    inner = expression(depth - 1)
    return one(simple, seq("(", inner, ")"), seq(one(*FUNCTIONS), "(", some(inner), ")"))


# ---- lines ---------------------------------------------------------------------------------------------------

calendar = one("DAY", "MONTH", "QUARTER", "YEAR")
condition = seq("IF", expression())
cap = seq("CAP", expression(1), maybe("PER", calendar))
_clauses = (
    seq("YEAR", number),
    seq("WORTH", number),
    seq("FROM", signed, maybe("TO", signed)),
    seq("WEIGHT", one(number, percent)),
    "BONUS",
    one("STARTS_FULL", "STARTS_ZERO", seq("STARTS_AT", signed)),
    seq("SCALED_TO", number),
    cap,
)
_rubric_clauses = (seq("YEAR", number), seq("TOTAL", number), seq("FROM", signed), seq("SCALED_TO", number))
headings = one(
    seq("RUBRIC", string, any_of(*_rubric_clauses)),
    seq("SECTION", maybe(label), string, any_of(*_clauses)),
    seq("ITEM", label, string, any_of(*_clauses)),
    seq("PART", maybe(label), maybe(string), any_of(*_clauses)),
)

_range = maybe(value, "TO", value)
_option = seq(name, maybe(string))
_types = one(
    seq("COUNTS", _range, maybe(name)),
    seq("NUMBER_TYPE", _range, maybe(name)),
    seq("PERCENT_TYPE", _range),
    "YES_NO",
    "DATE_TYPE",
    "TEXT_TYPE",
    some(_option, "/", least=2),
)
_fields = maybe("WITH", some(seq(name, maybe(string), _types)))
facts = seq("FACT", name, maybe(string), _types, _fields, maybe("REQUIRED"), maybe("PRESUMED", value))

_quota = seq(one("BELOW", "ABOVE"), expression(1), maybe("PER", calendar))
_rounding = maybe(one("OR_PART", "PRORATED"))
per = one(
    seq("PER", name, maybe("WHERE", expression(1)), maybe(_quota)),
    seq("PER", one(number, percent), "OF", expression(1), maybe(_quota), _rounding),
    seq("PER", calendar, "OF", expression(1), "AFTER", expression(1), _rounding),
)
_ends = seq(maybe("HIGHEST_PER", some(name)), maybe(condition), maybe(cap), maybe(cap))
effects = seq(one("DEDUCT", "AWARD"), maybe(expression()), maybe(per), _ends)
_tables = one(
    seq(one("DEDUCT", "AWARD"), maybe(per), "BY", one("OCCURRENCE", some(expression(1))), _ends),
    seq("DEFINE", name, "BY", some(expression(1))),
)
_keys = one(value, seq(compare, value), seq(value, "TO", value), "OTHERWISE")
rows = seq(some(_keys), ":", expression(1))

_outcomes = one(seq("TOTAL", signed), seq("GRADE", string), seq("NOT_GRADE", string), seq("LOWER_GRADE_BY", number))
_half = maybe(one("HALF_UP", "HALF_EVEN", "UP", "DOWN"))
_share = maybe("FOR_AT_MOST", one(number, percent), maybe("OF_UNITS"))
_stated = one(value, seq(compare, value), seq(value, "TO", value), "UNKNOWN", "NOT_APPLICABLE")
_details = maybe("WITH", some(seq(name, _stated)))
_unit = maybe("FOR", string)
_expected = one(signed, seq(signed, "TO", signed), string)
others = one(
    seq("PERIOD", date, "TO", date),
    seq("SCORE", expression(), maybe(condition)),
    seq("VOID", maybe(condition)),
    seq("JUDGE", signed, "TO", signed),
    seq("APPLIES_IF", expression(), maybe("ELSE", one("FULL", "PEER_MEAN", "LEFT_OUT"))),
    seq("ROUND", maybe("TOTAL"), "TO", number, _half),
    seq("GRADE", string, one("OTHERWISE", seq(condition, _share))),
    seq("VETO", string, condition, "THEN", some(_outcomes)),
    seq("TIE_BREAK_BY", some(one(expression(1), seq(operand(1), "ASCENDING")))),
    seq("DEFINE", name, "=", expression()),
    seq("EXAMPLE", string),
    seq("GIVEN", maybe("PREVIOUS"), name, _stated, _details, maybe("ON", date), _unit),
    seq("GIVEN", "POINTS_OF", label, "=", signed, _unit),
    seq("EXPECT", one(label, "TOTAL", "GRADE"), "=", _expected, _unit),
)


def _clear(line: Line) -> Line:
    """Avoid `drop 1 highest per …`, where English needs brackets lest it be read as `highest per`."""
    clash = (Word("HIGHEST"), Word("PER"))
    return [Word("LOWEST") if pair == clash else pair[0] for pair in zip(line, [*line[1:], ""], strict=True)]


lines: Lines = one(headings, facts, effects, others).map(_clear)
"""Lines that stand on their own."""

_quotations = st.tuples(seq(one("SOURCE", "IN_FULL"), string), st.lists(string, max_size=2))
_whole_tables = st.tuples(_tables.map(_clear), st.lists(rows, min_size=1, max_size=3))
blocks: SearchStrategy[list[Line]] = st.one_of(
    lines.map(lambda line: [line]), st.one_of(_quotations, _whole_tables).map(lambda both: [both[0], *both[1]])
)
"""A statement, with the lines that belong to it."""

documents: SearchStrategy[list[Line]] = st.lists(blocks, max_size=4).map(_joined)


def in_one_file(written: Sequence[str], random: Random) -> str:
    """Lay lines out at random: indented, with blank lines and with comments."""
    text = ""
    for line in written:
        while random.random() < 0.3:
            text += random.choice(["\n", "  \n", "\t# 说明\n", "# \"a remark', “too”\n"])
        text += " " * random.randrange(4) + line + random.choice(["\n", "\n", " \n", " # behind\n"])
    return text


@st.composite
def rule_texts(draw: Callable[[SearchStrategy[object]], object]) -> str:
    """Give the text of a whole rule file."""
    random = draw(st.randoms(use_true_random=False))
    document = draw(documents)
    assert isinstance(random, Random)
    assert isinstance(document, list)
    return in_one_file([write_mixed(line, random) for line in document], random)


# ---- the same, as untidy as people write -------------------------------------------------------------------------

_WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)} | {ord(" "): 0x3000}
_BLANKS = (" ", " ", " ", "  ", "\t", "\u3000", " \xa0 ", "\u2009")
_ENDS = ("\n", "\n", "\n", "\r\n", "\r", " \n", "\t \r\n")
_REMARKS = ("#", "# 说明", "#说明：“一” 'two'  ", '# "a remark', "＃　全角", "## deduct 1 per x, cap 2,", "# ，\u3000")
_SIGNS = frozenset("(),:/=*+") | {">=", "<=", "!=", "<>", ">", "<", "≥", "≤", "≠"}
_CONTINUING = re.compile(PATTERNS["CONTINUED"])


def _blank(before: str, after: str, random: Random) -> str:
    """Give what stands between two pieces: a blank of some kind, or nothing beside a sign."""
    if random.random() < 0.3 and (before in _SIGNS or after in _SIGNS):
        return ""
    return random.choice(_BLANKS)


def _line_end(random: Random, remark: float = 0.3) -> str:
    """Give the end of a line, perhaps behind a comment, and blank lines and comments below it."""
    text = random.choice(["", " ", "  ", "\t"]) + random.choice(_REMARKS) if random.random() < remark else ""
    text += random.choice(_ENDS)
    while random.random() < 0.3:
        text += " " * random.randrange(3) + random.choice(["", *_REMARKS]) + random.choice(_ENDS)
    return text


def _continues(before: str, after: str) -> bool:
    """Tell whether a line may surely be wrapped between two pieces."""
    goes_on = _CONTINUING.match(f",\n{after} ") is not None
    return not goes_on if before == "," else goes_on


def _untidy(line: Line, random: Random, wrap_anywhere: float) -> str:
    """Write a line with odd blanks, in full-width forms here and there, wrapped where it may be."""
    widens = random.random() < 0.3
    pieces = [write([piece], random.choice(("en", "zh")), random.choice(_BLANKS)) for piece in line]
    text = ""
    for index, piece in enumerate(pieces):
        before = pieces[index - 1] if index else ""
        wraps = random.random() < (0.3 if _continues(before, piece) else wrap_anywhere)
        if index and wraps:
            comma = "" if before == "," else random.choice([",", " ，", "、"])
            text += comma + _line_end(random) + " " * random.randrange(8)
        elif index:
            text += _blank(before, piece, random)
        is_text = piece[0] in "".join(_QUOTES)
        text += piece.translate(_WIDE) if widens and not is_text and random.random() < 0.5 else piece
    return text


def _untidy_file(document: list[Line], random: Random, wrap_anywhere: float) -> str:
    text = random.choice(["", "", "\ufeff", "\n", "# 考核细则\r\n\r\n"])
    for line in document:
        text += random.choice(["", "", "  ", "    ", "\t", "\u3000\u3000"]) + _untidy(line, random, wrap_anywhere)
        text += _line_end(random, remark=0.2)
    return text if random.random() < 0.9 else text.rstrip("\r\n")


def _reads(text: str) -> bool:
    return not parse(SourceFile("rules.psr", text))[1]


@st.composite
def untidy_texts(draw: Callable[[SearchStrategy[object]], object]) -> str:
    """Give the text of a whole rule file that is laid out as badly as the language allows.

    It may be wrapped where nothing but a try can tell whether the grammar takes it; where it does not, or where
    signs without blanks between them make another sign, the same file is wrapped only where it surely may be.
    """
    document, seed = draw(documents), draw(st.integers(0, 2**32))
    assert isinstance(document, list)
    random = Random(seed)  # a file takes hundreds of throws: Hypothesis would draw them one by one
    for wrap_anywhere in (0.03, 0.0, 0.0):
        text = _untidy_file(document, random, wrap_anywhere)
        if _reads(text):
            return text
    return in_one_file([write_mixed(line, random) for line in document], random)
