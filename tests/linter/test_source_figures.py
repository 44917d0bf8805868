"""Which figures of a regulation's sentence are taken for points and thresholds, and which are left alone."""

from fractions import Fraction

import pytest

from psr.linter.source_figures import (
    counts_in_bundles,
    figures,
    numbers,
    numbers_but_points,
    phrases_with_points,
    point_numbers,
    point_ranges,
    states_a_limit,
    states_points,
    value_of,
)


def written(sentence: str, kind: str) -> list[str]:
    found = sorted((figure for figure in figures(sentence) if figure.kind == kind), key=lambda figure: figure.start)
    assert all(sentence[figure.start :].startswith(figure.text) for figure in found)
    return [figure.text for figure in found]


@pytest.mark.parametrize(
    ("sentence", "points"),
    [
        ("未提交材料一次扣0.5分，晚提交材料一次扣0.2分。（4分）", ["0.5", "0.2", "4"]),
        ("积极提交1分，优秀奖1.5分，三等奖2分，一等奖3分", ["1.5", "2", "3"]),
        ("院级0.5分，校级1分，省级4分", ["0.5", "1", "4"]),
        ("积极参加，无故缺席一人一次0.5分。", ["0.5"]),
        ("扣1分/人。（4分）人均得分最高者得6分。", ["1", "4", "6"]),
        ("不符合条件扣0.5分/项/次。（0.5分）", ["0.5", "0.5"]),
        ("教职工出现下列情形扣1分/项：", ["1"]),
        ("缺一次扣五分，第二次扣十二分，最多扣二十分", ["五", "十二", "二十"]),
        ("少一次扣零点五分，各扣两分，封顶３分", ["零点五", "两", "３"]),
        ("扣０．５分，扣除2分，扣罚3分", ["０．５", "2", "3"]),
        ("加分最多10分，记 2 分，奖励：1分", ["10", "2", "1"]),
        # not surely points of a rule
        ("人均学习积分达到30分/天/人次", []),
        ("测试得80分，成绩计60分", []),
        ("得60分以上的为合格，扣五分钟，扣三分之一", []),
        ("每月25日前缴纳当月党费；总支人数的67%", []),
        ("优秀党员人数不超出总党员人数“三分之一”", []),
        ("合计10分，共计5分", []),
        ("参加十分踊跃，取得十分显著的成效，得一半分", []),
        ("总分计0分，此项不得分", []),
        ("扣0.5至2分，视情节扣1—5分", []),
        ("扣" + "一" * 50_000 + "次" + "9" * 50_000, []),
        ("", []),
    ],
)
def test_points(sentence: str, points: list[str]) -> None:
    assert written(sentence, "points") == points


@pytest.mark.parametrize(
    ("sentence", "thresholds"),
    [
        ("每月开展1次，全年不少于8次；少一次扣0.5分", ["8"]),
        ("参加人员不低于总支人数的67%", ["67%"]),
        ("迟到不超过两次的不扣分", ["两"]),
        ("不少于党员人数的三分之一", ["三分之一"]),
        ("每季度不少于一次", []),
        ("相符率为100%；注册率达到100%", []),
        ("一个月内提交报告", []),
    ],
)
def test_thresholds(sentence: str, thresholds: list[str]) -> None:
    assert written(sentence, "threshold") == thresholds


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0.5", "1/2"),
        ("67%", "67/100"),
        ("12.5 ％", "1/8"),
        ("2/3", "2/3"),
        ("三分之一", "1/3"),
        ("百分之五", "1/20"),
        ("零分之一", "0"),
        ("两", "2"),
        ("十", "10"),
        ("十二", "12"),
        ("二十", "20"),
        ("一百二十", "120"),
        ("两千零五", "2005"),
        ("三点五", "7/2"),
        ("零点二五", "1/4"),
        ("半", "1/2"),
        ("一点", "1"),
    ],
)
def test_value(text: str, value: str) -> None:
    assert value_of(text) == Fraction(value)


def test_all_numbers_and_those_that_can_be_points() -> None:
    sentence = "三次以上扣0.5分，参加率67%，三分之二到会，一等奖2分"
    assert {Fraction(3), Fraction(1, 2), Fraction(67, 100), Fraction(2, 3), Fraction(1), Fraction(2)} <= numbers(
        sentence
    )
    assert Fraction(2) in point_numbers(sentence)
    assert Fraction(1) not in point_numbers("一等奖2分，一次扣2分，一人次扣2分")


def test_whether_any_points_are_stated() -> None:
    assert states_points("视情况扣3分")
    assert not states_points("此项不得分；迟到五分钟以上的不计，三分之一以上缺席的不计")


def test_bundles() -> None:
    assert counts_in_bundles("每两次缺席扣1分")
    assert counts_in_bundles("每满10元得1分")
    assert not counts_in_bundles("每1次扣1分，每人一次")


def test_ranges_of_points() -> None:
    assert point_ranges("视情节扣1—5分，评0至两分，1至3次") == [(1, 5), (0, 2)]


def test_numbers_that_are_no_points() -> None:
    assert numbers_but_points("全年不少于10次，少一次扣1分。（8分）") == {10, 1}
    assert numbers_but_points("不少于8次，最多扣8分，参加率67%") == {8, 67, Fraction(67, 100)}


def test_amounts_of_each_phrase() -> None:
    found = phrases_with_points("迟到一次扣0.5分，早退一次扣1分；不少于8次。")
    assert [(phrase.text, [figure.text for figure in points]) for phrase, points in found] == [
        ("迟到一次扣0.5分", ["0.5"]),
        ("早退一次扣1分", ["1"]),
        ("不少于8次", []),
    ]
    assert phrases_with_points("，。") == []


def test_figures_that_are_the_most() -> None:
    sentence = "每次加1分，最多加8分，扣3分封顶，" + "缺席的" * 20 + "扣2分"
    limits = [figure.text for figure in figures(sentence) if states_a_limit(sentence, figure)]
    assert sorted(limits) == ["3", "8"]
