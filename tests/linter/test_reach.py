"""What a rubric can reach, worked out by hand; and evidence that shows it."""

from typing import Any

import pytest
from support.reading import ROOT
from support.scoring import diagnose, shown

from psr.api import lint_source
from psr.diagnostics import SourceFile
from psr.diagnostics.render import render_all
from psr.interpreter.program import Program
from psr.linter.reach.reach import Reach, full_points
from psr.linter.reach.witness import advice_with, name_text

HEAD = 'rubric "r" year 2020 total 100\n'


def compiled(text: str) -> Program:
    model, found = diagnose(text)
    assert render_all(found) == ""
    assert model is not None
    return Program(model)


def reach_of(text: str) -> Reach:
    return Reach(compiled(HEAD + text))


def ends(text: str, label: str = "1") -> Any:
    reach = reach_of(text)
    return shown(reach.points(reach.model.labels[label]))


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        # 2 to begin with, and as often as you like half a point less: 0 to 2.
        ('fact a counts\nitem 1 "i" worth 2\ndeduct 0.5 per a', 0, 2),
        # No more than one point is taken.
        ('fact a counts\nitem 1 "i" worth 2\ndeduct 0.5 per a cap 1', 1, 2),
        # Eight missing sessions at most: 4 of 6 points.
        ('fact a counts\nitem 1 "i" worth 6\ndeduct 0.5 per a below 8', 2, 6),
        # What is presumed can be stated otherwise.
        ('fact a yes/no presumed no\nitem 1 "i" worth 5\nvoid if a', 0, 5),
        ('fact a number presumed 3\nitem 1 "i" worth 5\naward a', 0, 5),
        # Where nothing happened there is no row: none at all, or up to three.
        ('fact a counts 1 to 3\nitem 1 "i" worth 5\naward a', 0, 3),
        # The committee's mark.
        ('item 1 "i" worth 5\njudge 1 to 4', 1, 4),
        # Whoever is alone is first; among others one may be anywhere.
        ('fact a number\nitem 1 "i" worth 5\naward by rank of a\n1: 3\n2: 1\n3: 2', 0, 3),
        ('fact a number\nitem 1 "i" worth 5 starts at 4\nscore 5 if rank of a > 7', 4, 5),
        # The others' figures are as open as one's own, and how many they are.
        ('fact a number 0 to 6\nitem 1 "i" worth 50\naward mean of a across units', 0, 6),
        ('fact a number 1 to 6\nitem 1 "i" worth 50\naward lowest of a across units', 1, 6),
        ('fact a number 0 to 6\nitem 1 "i" worth 50\naward sum of a across units', 0, 50),
        ('fact a number 1 to 6\nitem 1 "i" from 0\naward sum of a across units', 1, None),
        ('fact a yes/no\nitem 1 "i" from 0 to 9\naward count of (a) across units', 0, 9),
        ('fact a number\nitem 1 "i" from 0 to 9\naward count of (a >= 0) across units', 1, 9),
        ('fact a number\nitem 1 "i" from 0 to 9\naward count of (a < 0) across units', 0, 0),
        ('fact a number 2 to 6\nfact g x / y\nitem 1 "i" from 0\naward highest of a across units within g', 2, 6),
        # A unit that the item does not concern has the others' mean.
        ('fact a yes/no\nfact b counts\nitem 1 "i" worth 5\napplies if a else peer mean\ndeduct 1 per b cap 3', 2, 5),
        ('fact a yes/no\nfact b counts\nitem 1 "i" worth 5\napplies if a\ndeduct 1 per b cap 3', 0, 5),
        # Last year is as open as this one.
        ('fact a counts 0 to 9\nitem 1 "i" worth 20\naward previous a', 0, 9),
        # Months of the period: twelve times one.
        ('fact a counts\nitem 1 "i" worth 20\naward 1 per a cap 1 per month', 0, 12),
        ('fact a counts\nitem 1 "i" worth 20\ndeduct 1 per a below 1 per quarter', 16, 20),
        # Three kinds of matters at two points each.
        ('fact a counts with k x / y / z\nitem 1 "i" worth 20\naward 2 per a highest per k', 0, 6),
        ('fact a counts with k x / y, t text\nitem 1 "i" worth 20\naward 2 per a highest per k, t', 0, 20),
        ('fact a counts with k x / y, o yes/no\nitem 1 "i" worth 20\naward 2 per a highest per k, o', 0, 8),
        # The first costs 2, the second 1, no more.
        ('fact a counts\nitem 1 "i" worth 20\naward per a by occurrence\n1: 2\n2: 1', 0, 3),
        # The rule is structural: of a figure that is read twice, either may be anything.
        ('fact a number 0 to 4\nitem 1 "i" from -9 to 9\naward a - a', -4, 4),
        # Half of another item.
        ('item 2 "j" worth 6\njudge 2 to 6\nitem 1 "i" worth 5\naward 50% of points of 2', 1, 3),
    ],
)  # fmt: skip
def test_what_an_item_can_reach(text: str, least: Any, most: Any) -> None:
    assert ends(text + "\n") in ((least, most), least if least == most else None)


def test_sections_and_the_total_add_up_what_their_items_reach() -> None:
    reach = reach_of(
        'fact a counts\nsection 10 "s" worth 10 weight 50%\nitem 1 "i" worth 4\ndeduct 1 per a cap 2\n'
        'item 2 "j" worth 6\njudge 0 to 5\nsection 20 "t" worth 3 bonus\nitem 3 "k" worth 3\naward 1 per a\n'
    )
    points = {label: shown(reach.points(heading)) for label, heading in reach.model.labels.items()}
    assert points == {"1": (2, 4), "2": (0, 5), "3": (0, 3), "10": (2, 9), "20": (0, 3)}
    assert shown(reach.total) == (1, 7.5)  # half of 2 to 9, and the bonus


def test_a_heading_that_is_left_out_is_told_from_what_it_can_earn() -> None:
    reach = reach_of('fact a yes/no\nfact b counts\nitem 1 "i" worth 5\napplies if a\ndeduct 1 per b cap 3\n')
    item = reach.model.labels["1"]
    assert (shown(reach.points(item)), shown(reach.earned(item))) == ((0, 5), (2, 5))


def test_before_the_range_an_item_may_be_anywhere() -> None:
    reach = reach_of('fact a counts\nitem 1 "i" worth 5\ndeduct 2 per a cap 8\nround to 0\n')
    item = reach.model.labels["1"]
    assert (shown(reach.before_range(item)), shown(reach.earned(item))) == ((-3, 5), (0, 5))


def test_an_item_that_surely_divides_by_zero_has_no_points() -> None:
    reach = reach_of('item 1 "i" worth 5\naward 1 / 0\nitem 2 "j" worth 5\njudge 0 to 5\n')
    assert [reach.is_defined(reach.model.labels[label]) for label in "12"] == [False, True]


def test_full_marks() -> None:
    model = reach_of(
        'section 1 "s" worth 5 scaled to 20\nitem 2 "i" worth 5\njudge 0 to 5\nitem 3 "j" from 0\njudge 0 to 5\n'
    ).model
    assert [full_points(model.labels[label]) for label in "123"] == [20 * 10**10, 5 * 10**10, None]


# ---- grades -----------------------------------------------------------------------------------------------------

GRADED = 'fact a yes/no\nitem 1 "i" worth 100\njudge 0 to 100\n'


@pytest.mark.parametrize(
    ("text", "given", "met"),
    [
        ('grade "A" if total >= 90\ngrade "B" if total >= 60\ngrade "C" otherwise', {0, 1, 2}, {0, 1, 2}),
        ('grade "A" if total >= 60\ngrade "B" if total >= 90\ngrade "C" otherwise', {0, 2}, {0, 1, 2}),
        ('grade "A" if total > 100\ngrade "B" if total >= 0', {1}, {1}),
        ('grade "A" if total >= 100\ngrade "B" if total < 100\ngrade "C" if total > 99', {0, 1}, {0, 1, 2}),
        # Of those with 60 or more only some get it: the others go on.
        ('grade "A" if total >= 60 for at most 30% of units\ngrade "B" if total >= 90', {0, 1}, {0, 1}),
        ('grade "A" if total >= 60 for at most 5\ngrade "B" if total >= 90', {0, 1}, {0, 1}),
        ('grade "A" if total >= 60 for at most 0\ngrade "B" if total >= 90', {1}, {0, 1}),
        # A veto sends a unit to a grade that nobody deserves, or lowers a total.
        ('grade "A" if total >= 0\ngrade "B" otherwise\nveto "v" if a then grade "B"', {0, 1}, {0, 1}),
        ('grade "A" if total >= 0\ngrade "B" otherwise\nveto "v" if a then lower grade by 1', {0, 1}, {0, 1}),
        ('grade "A" if total > 100 for at most 1\ngrade "B" otherwise\nveto "v" if a then total 59', {1}, {1}),
        # The figures that a definition names cut the total too.
        ('define good = total >= 60\ngrade "A" if good\ngrade "B" if total >= 80\ngrade "C" if good and a', {0}, {0, 1, 2}),
        # Units are compared: nothing is said of what others have.
        ('grade "A" if total >= mean of total across units\ngrade "B" otherwise', {0, 1}, {0, 1}),
        ('grade "A" if rank of total = 1\ngrade "B" otherwise', {0, 1}, {0, 1}),
        ("", set(), set()),
    ],
)  # fmt: skip
def test_which_grades_can_be_had(text: str, given: set[int], met: set[int]) -> None:
    assert reach_of(GRADED + text + "\n").grades == (given, met)


def test_a_known_total_has_one_piece() -> None:
    text = 'item 1 "i" worth 100\naward 70\ngrade "A" if total >= 70\ngrade "B" if total >= 60\ngrade "C" otherwise\n'
    assert reach_of(text).grades == ({0}, {0, 1, 2})


def test_so_many_figures_that_the_total_is_not_cut() -> None:
    lines = [f'grade "{100 - n}" if total >= {n + 1}' for n in range(50)]  # the lowest first: the others are in vain
    few, many = (reach_of(GRADED + "\n".join(part) + "\n").grades.given for part in (lines[:3], lines))
    assert (len(few), len(many)) == (1, 50)


# ---- evidence that shows it -------------------------------------------------------------------------------------


def witnessed(text: str, sign: int, bound: int, label: str = "1") -> Any:
    reach = reach_of(text + "\n")
    found = reach.witness(reach.model.labels[label], sign, bound * 10**10)
    return None if found is None else found.lines("en")


@pytest.mark.parametrize(
    ("text", "sign", "bound", "lines"),
    [
        ('fact a counts\nitem 1 "i" worth 2\ndeduct 0.5 per a', -1, 0, ["a 4"]),
        ('fact a counts\nitem 1 "i" worth 2\ndeduct 0.5 per a', 1, 2, []),
        ('fact a counts required\nitem 1 "i" worth 2\ndeduct 0.5 per a', 1, 2, ["a 0"]),
        ('fact a counts with p third / first\nitem 1 "i" worth 8\naward per a by p cap 8\nthird: 2\nfirst: 3', 1, 8,
         ["a 3 with p first"]),
        ('fact a yes/no\nfact b yes/no\nitem 1 "i" worth 2\ndeduct 2 if a and not b', -1, 0, ["a yes", "b no"]),
        ('fact r percent\nitem 1 "i" worth 5\ndeduct 1 per 1% of r below 5%', 1, 5, ["r 100%"]),
        ('fact d date\nitem 1 "i" worth 5\ndeduct 1 per day of d after 2020-03-25', -1, 0, ["d 2020-05-04"]),
        ('fact t text\nitem 1 "i" worth 5\naward 5 if t = "x y"', 1, 5, ['t "x y"']),
        ('fact s small / large\nitem 1 "i" worth 5\naward 5 if s = large', 1, 5, ["s large"]),
        ('item 1 "i" worth 5\njudge 0.5 to 5', 1, 5, ["points of 1 = 5"]),
        ('item 2 "j" worth 6\njudge 0 to 6\nitem 1 "i" worth 5\naward 50% of points of 2', 1, 3, ["points of 2 = 6"]),
        ('fact a counts\nitem 1 "i" worth 4\naward 4 if a < previous a', 1, 4, ["previous a 1"]),
        ('fact a number\nitem 1 "i" worth 4 starts full\nscore 0 if rank of a = 3', -1, 0,
         ['a 0 for "A"', 'a 10 for "B"', 'a 10 for "C"']),
        ('fact a counts with m text\nitem 1 "i" worth 4\naward 2 per a highest per m', 1, 4,
         ['a 1 with m "1"', 'a 1 with m "2"']),
        ('fact a counts\nitem 1 "i" worth 2\naward 1 per a cap 1 per month', 1, 2,
         ["a 1 on 2020-01-01", "a 1 on 2020-02-01"]),
        ('fact [a b] counts\nitem 1 "i" worth 2\ndefine z = [a b]\naward z', 1, 2, ["[a b] 2"]),
        ('fact a counts 0 to 3\nitem 1 "i" worth 9\naward 3 per a', 1, 9, ["a 3"]),
        # More combinations than can all be tried: one fact after the other.
        ('fact a counts\nfact b counts\nfact c counts\nitem 1 "i" worth 9\n'
         "award 1 per a cap 3\naward 1 per b cap 3\naward 1 per c cap 3", 1, 9, ["a 3", "b 3", "c 3"]),
        ('item 2 "j" worth 6\njudge 0 to 6\nitem 3 "k" worth 6\naward points of 2\n'
         'item 1 "i" worth 12\naward points of 2\naward points of 3', 1, 12, ["points of 2 = 6"]),
        # As little as will do: 20 and 44 would, too; and no word of a field that nothing reads.
        ('fact a counts with size small / large, region text\nitem 1 "i" worth 4\naward 4 if a >= 14', 1, 4, ["a 14"]),
        ('fact a counts\nitem 1 "i" worth 5\ndeduct 0.2 per a cap 4.5', -1, 1, ["a 20"]),
        ('fact a counts 5 to 99\nitem 1 "i" worth 5\ndeduct 0.5 per a cap 1', -1, 4, ["a 5"]),
        # What helps only together with what comes behind it.
        ('fact a number\nfact b number\nfact c number\nitem 1 "i" worth 9\n'
         "award 6 if a = 2 and b = 3\naward 2 if b = 3\naward 1 if c = 4", 1, 9, ["a 2", "b 3", "c 4"]),
        # A group of its own, for those it concerns.
        ('fact g yes/no\nfact a counts\nitem 1 "i" worth 9\npart cap 2\napplies if g\naward 1 per a', 1, 2, ["g yes", "a 2"]),
        # An item for those it concerns; the others have the mean.
        ('fact g yes/no\nitem 1 "i" worth 9\napplies if g else peer mean\njudge 0 to 9', 1, 9, ["g yes", "points of 1 = 9"]),
    ],
)  # fmt: skip
def test_evidence_shows_a_bound(text: str, sign: int, bound: int, lines: list[str]) -> None:
    assert witnessed(text, sign, bound) == lines


@pytest.mark.parametrize(
    ("text", "sign", "bound"),
    [
        ('fact a counts\nitem 1 "i" worth 2\ndeduct 0.5 per a cap 1', -1, 0),  # it can't be had
        ('fact a number 0 to 4\nitem 1 "i" from -9 to 9\naward a - a', 1, 4),  # nor this, though the interval has it
        ('fact a number\nitem 1 "i" worth 4\naward 4 if a = 1 / 7', 1, 4),  # nobody looks for a seventh
        ('fact a number\nfact b number\nfact c number\nitem 1 "i" worth 4\naward 4 if a * b * c = 1 / 7', 1, 4),
        ('fact a number\nitem 1 "i" worth 4\naward 4 / a', 1, 40),  # an error in the evidence proves nothing
    ],
)
def test_what_is_not_found_is_not_shown(text: str, sign: int, bound: int) -> None:
    assert witnessed(text, sign, bound) is None


def test_a_witness_is_an_example_of_the_rubric() -> None:
    """What a witness says can be pasted behind `given`, in either vocabulary, and gives the same points."""
    text = (
        HEAD
        + 'fact a counts with p third / first, r percent\nfact s yes/no\nitem 1 "i" worth 9\n'
        + "award per a by p cap 8\nthird: 2\nfirst: 3\naward 1 if s\n"
    )
    reach = Reach(compiled(text))
    found = reach.witness(reach.model.labels["1"], 1, 9 * 10**10)
    assert found is not None
    assert found.points == 9 * 10**10
    assert found.lines("zh") == ["a 3 附带 p first, r 10%", "s 是"] or found.lines("zh")[1] == "s 是"
    english = "".join(f"given {line}\n" for line in found.lines("en"))
    chinese = "".join(f"已知 {line}\n" for line in found.lines("zh"))
    for given in (english, chinese):
        model, wrong = diagnose(f'{text}example "e"\n{given}expect 1 = 9\n')
        assert model is not None
        assert render_all(wrong) == ""


def test_the_regulation_of_2019() -> None:
    """Its sections add up to 99, and two of its items have clauses for one of their two points."""
    kept = (ROOT / "rules" / "2019.psr").read_text(encoding="utf-8").splitlines(keepends=True)
    text = "".join(line for line in kept if "psr: allow" not in line)
    found = lint_source(SourceFile("2019.psr", text), {"PSR503", "PSR508", "PSR509", "PSR510", "PSR511"})
    lines = [
        (one.code, [text.splitlines()[label.place.position[0] - 1].strip() for label in one.labels]) for one in found
    ]
    assert lines == [
        ("PSR503", ['rubric "2019年职工党支部党建工作目标" year 2019 total 100', 'section "加强精神文明建设" worth 10']),
        ("PSR508", ['item 3.3 "民主评议党员" worth 2', 'part "按要求开展，记录完整" cap 0.5',
                    'part "优秀党员不超过三分之一，推荐人选在其中" cap 0.5']),
        ("PSR508", ['item 9.2 "党员发展材料规范，花名册及时更新" worth 2', "deduct 0.5 per recruitment_fault cap 0.5",
                    "deduct 0.5 per stale_roster cap 0.5"]),
    ]  # fmt: skip
    assert "10 + 18 + 12 + 12 + 10 + 9 + 12 + 5 + 3 + 3 + 5 = 99" in found[0].message()
    assert (found[1].advice() or "").endswith("1 is left with `review_fault 1`, `members 10`, `excellent 4`")


def test_all_searches_together_are_bounded() -> None:
    names = [f"a{number}" for number in range(60)]
    facts = "".join(f"fact {name} number\n" for name in names)
    lines = "".join(f"award 1 if {name} = 1 / 7\n" for name in names)
    reach = reach_of(f'{facts}item 1 "i" worth 60\n{lines}item 2 "j" worth 1\njudge 0 to 1\n')
    assert reach.witness(reach.model.rubric, 1, 61 * 10**10) is None
    assert reach.witness(reach.model.labels["2"], 1, 10**10) is None  # no work is left for it


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('fact d date\nitem 1 "i" worth 5\naward 5 if d > 9999-12-30', "d 9999-12-31"),
        ('fact d date\nitem 1 "i" worth 5\naward 5 if d < 0001-01-02', "d 0001-01-01"),
        ('fact t text\nitem 1 "i" worth 5\naward 5 if t = 「a"b」', 't “a"b”'),
        ('fact t text\nitem 1 "i" worth 5\naward 5 if t = "' + "x" * 500 + '"', 't "' + "x" * 500 + '"'),
    ],
)
def test_odd_values(text: str, line: str) -> None:
    reach = reach_of(text + "\n")
    found = reach.witness(reach.model.labels["1"], 1, 5 * 10**10)
    assert found is not None
    assert found.lines("en") == [line]
    assert len(found.words().en) <= 110


def test_a_period_of_ten_thousand_years() -> None:
    text = 'rubric "r" total 9\nperiod 0001-01-01 to 9999-12-31\nfact a counts\nitem 1 "i" worth 2\n'
    reach = Reach(compiled(text + "award 1 per a cap 1 per month\n"))
    found = reach.witness(reach.model.labels["1"], 1, 2 * 10**10)
    assert found is not None
    assert found.lines("en") == ["a 1 on 0001-01-01", "a 1 on 0001-02-01"]


def test_without_a_period_no_days_are_tried() -> None:
    reach = Reach(compiled('rubric "r" total 2\nfact a counts\nitem 1 "i" worth 2\naward 1 per a cap 1 per month\n'))
    item = reach.model.labels["1"]
    assert shown(reach.points(item)) == (0, 2)
    assert reach.witness(item, 1, 2 * 10**10) is None
    found = reach.witness(item, 1, 0)
    assert found is not None
    assert found.lines("en") == []


def test_long_evidence_is_told_in_short() -> None:
    names = [f"a{number}" for number in range(8)]
    facts = "".join(f"fact {name} yes/no\n" for name in names)
    reach = reach_of(f'{facts}item 1 "i" worth 8\n' + "".join(f"award 1 if {name}\n" for name in names))
    found = reach.witness(reach.model.labels["1"], 1, 8 * 10**10)
    assert found is not None
    shown_first = ", ".join(f"`a{number} yes`" for number in range(6))
    assert found.words().en == f"{shown_first} and 2 more"
    assert found.words().zh == shown_first.replace(", ", "、").replace("yes", "是") + " 等 8 项"


def test_names_are_written_as_the_language_wants_them() -> None:
    assert [name_text(name) for name in ("news", "缺席", "a b", "每", "worth", "1a")] == [
        "news", "缺席", "[a b]", "[每]", "[worth]", "[1a]",
    ]  # fmt: skip


def test_without_evidence_an_advice_stays_as_it_is() -> None:
    assert advice_with(None, None, None) is None  # type: ignore[arg-type]
