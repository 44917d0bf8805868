"""Units that are told apart by a number or a side are no slips for one another."""

import pytest

from psr.evidence.unit_names import nearest


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("华南组", ["华东组", "华北组"]),
        ("三支部", ["一支部", "二支部"]),
        ("夜班早组", ["夜班晚组"]),
        ("女生部", ["男生部"]),
    ],
)
def test_a_sibling_is_not_what_was_meant(name: str, known: list[str]):
    assert nearest(name, known) is None


@pytest.mark.parametrize(("name", "meant"), [("华东祖", "华东组"), ("华冬组", "华东组"), ("一支步", "一支部")])
def test_a_slip_still_is(name: str, meant: str):
    assert nearest(name, [meant, "机关党委办公室"]) == meant
