"""Which names can be taken for one another."""

import pytest

from psr.linter import likeness


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("absence", "absense", True),
        ("attendance", "attednance", True),
        ("province_level", "provnce_level", True),
        ("late_meeting", "late_meetting", True),
        ("meeting_1", "meeting_2", False),
        ("session", "sessions", False),
        ("trained", "trainee", False),
        ("formal", "normal", False),
        ("late", "lade", False),
        ("attendance_rate", "attendance_date", False),
        ("meeting_late", "meeting", False),
        ("absence", "absence", False),
        ("meeting_absence", "melting_absense", False),
        ("minutes", "minotus", False),
        ("abcdefgh", "abdcegfh", False),
        ("缺席会议", "缺度会议", False),
        ("未按时提交的材料", "未按时递交的材料", False),
    ],
)
def test_one_slip(one: str, other: str, slip: bool) -> None:
    assert likeness.one_slip(one, other) is slip
    assert likeness.one_slip(other, one) is slip
    if slip:
        assert set(likeness.slip_keys(one)) & set(likeness.slip_keys(other))


def test_spelling() -> None:
    assert likeness.spelling("会议纪录") == likeness.spelling("会议记录")
    assert likeness.spelling("委员的空缺") == likeness.spelling("委员空缺")
    assert likeness.spelling("study_session") == likeness.spelling("StudySession")
    assert likeness.spelling("一等奖") != likeness.spelling("二等奖")
    assert likeness.spelling("≥90%") != likeness.spelling("<90%")
    assert likeness.spelling("A+") != likeness.spelling("A")
    assert likeness.spelling("1.1") != likeness.spelling("11")
    assert likeness.spelling("test_1_1") != likeness.spelling("test_11")
    assert likeness.spelling("份数") != likeness.spelling("分数")


def test_looks() -> None:
    assert likeness.looks("contest_l") == likeness.looks("contest_1")
    assert likeness.looks("工作") == likeness.looks("\u30a8作")
    assert likeness.looks("contest_2") != likeness.looks("contest_1")


def test_letters_in_disguise() -> None:
    assert likeness.disguised("\u0430bs\u0435n\u0430") == ["\u0430", "\u0435"]
    assert likeness.disguised("μ_value") == []
    assert likeness.disguised("\u0430") == []


def test_a_very_long_name_has_one_key() -> None:
    assert len(list(likeness.slip_keys("absence_" * 10_000))) == 1
