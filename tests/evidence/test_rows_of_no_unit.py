"""Sums, signatures and signs of repetition in the rows of a table must not take a place among the units."""

from __future__ import annotations

import pytest

from psr.evidence import csv_file, formats

HEAD = "单位,数据,数量\n一支部,无故缺席,3\n二支部,无故缺席,1\n"


@pytest.fixture(params=["row by row", "by columns"])
def said(request: pytest.FixtureRequest, reader, monkeypatch: pytest.MonkeyPatch):
    """Read a table; tell its units and what is said."""
    if request.param == "by columns":
        monkeypatch.setattr(formats, "LARGE", 0)
        monkeypatch.setattr(csv_file, "LONG", 0)

    def read(row: str, keep_going: bool = False):
        evidence, found = reader.read(f"{HEAD}{row}\n", "台账.csv")
        return list(evidence.units), [(each.code, each.place.position[0]) for each in found]

    return read


@pytest.mark.parametrize(
    "row", ["合计,无故缺席,4", "总计,无故缺席,4", "Total,无故缺席,4", "平均,无故缺席,2", "合 计,,"]
)
def test_a_row_of_sums_is_passed_over_with_a_warning(said, row: str):
    assert said(row) == (["一支部", "二支部"], [("PSR439", 4)])


@pytest.mark.parametrize("row", ["填表人：李某,,", "注：以上数据已核对,,", "审核: 王,,"])
def test_a_line_of_signatures_is_passed_over_with_a_warning(said, row: str):
    assert said(row) == (["一支部", "二支部"], [("PSR439", 4)])


@pytest.mark.parametrize("sign", ["〃", "同上", '""""'])
def test_a_sign_of_repetition_is_an_error(said, sign: str):
    assert said(f"{sign},无故缺席,2") == (["一支部", "二支部"], [("PSR421", 4)])


@pytest.mark.parametrize("name", ["合计部", "统计组", "平均巷支部", "总务处"])
def test_units_whose_names_are_near_such_words_are_units(said, name: str):
    assert said(f"{name},无故缺席,2") == (["一支部", "二支部", name], [])


def test_a_unit_with_a_colon_that_has_evidence_is_a_unit(said):
    assert said("A区：甲组,无故缺席,2") == (["一支部", "二支部", "A区：甲组"], [])
