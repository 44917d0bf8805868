"""Every block of docs/evidence.md is read as it stands, against the rubric that the page begins with."""

import re
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from psr.diagnostics import Kind, SourceFile
from psr.diagnostics.catalogue import evidence as catalogue
from psr.evidence import keys
from psr.evidence.read import check_evidence
from psr.interpreter.facts import Event, Missing
from psr.interpreter.interval import Interval

PAGE = (Path(__file__).parents[2] / "docs" / "evidence.md").read_text("utf-8")
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", PAGE, re.DOTALL)
EVIDENCE = [(kind, text) for kind, text in BLOCKS if kind in ("yaml", "csv")]
CSV, YAML = ([text for kind, text in EVIDENCE if kind == wanted] for wanted in ("csv", "yaml"))


@pytest.fixture(scope="module")
def documented(reader_of):
    """Give a reader for the rubric of the page."""
    (rubric,) = (text for kind, text in BLOCKS if kind == "psr")
    return reader_of(rubric)


@pytest.mark.parametrize(("kind", "text"), EVIDENCE)
def test_every_block_is_sound(documented, kind: str, text: str):
    assert documented.sound(text, f"block.{kind}").units


def test_the_first_yaml_block_says_what_the_page_says(documented):
    unit = documented.sound(YAML[0]).units["一支部"]
    assert [row.quantity for row in unit.events["session"]] == [Interval(8, None)]
    assert unit.values["average"].stated == Interval(0, Fraction(923286, 100), False, True)
    assert unit.values["withheld"].stated is False
    first, second = unit.events["essay"]
    day = date(2019, 5, 4).toordinal()
    assert first._replace(place=None) == Event(1, day, {"prize": "third"}, "朱婷", "校发〔2019〕3号")
    assert (second.quantity, second.fields) == (4, {"prize": "submitted"})
    assert unit.events["lecture"][0].fields == {"attendance": Interval(Fraction(67, 100), None)}
    assert (unit.marks["3"].points, unit.rulings["1.10"].points) == (Fraction(3, 2), 4)


def test_the_chinese_block_says_the_same_in_chinese(documented):
    unit = documented.sound(YAML[-1]).units["一支部"]
    assert unit.events.keys() == {"session", "essay", "lecture"}
    assert unit.values["filed"].stated is Missing.UNKNOWN
    assert unit.rulings["1.10"].by == "党总支"


def test_the_csv_blocks_fit_together_with_the_yaml_ones(documented):
    texts = [SourceFile("a.yaml", YAML[1]), SourceFile("b.csv", CSV[0])]
    evidence, found = check_evidence(texts, documented.model)
    assert [d.code for d in found] == ["PSR453"]  # the average of 一支部 stands in both
    assert list(evidence.units) == ["一支部", "二支部"]


def test_every_spelling_stands_in_the_table():
    (table,) = re.findall(r"(?<=\n)\| \| \| \| \| \| \|\n.*?\n\n", PAGE, re.DOTALL)
    tables = [keys.FILE_KEYS, keys.UNIT_KEYS, keys.FACT_KEYS, keys.COLUMN_KEYS, keys.MARK_KEYS, keys.RULING_KEYS]
    for spelling in (spelling for words in tables for spelling in words):
        assert re.search(rf"(?<!\w){spelling}(?!\w)", table), spelling


def test_the_codes_are_those_of_the_catalogue():
    codes = sorted(kind.code for kind in vars(catalogue).values() if isinstance(kind, Kind))
    assert f"`{codes[0]}` to `{codes[-1]}`" in PAGE
