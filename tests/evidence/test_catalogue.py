"""Every diagnostic of evidence has a code of its own and a case in which it is given."""

import re
from collections import Counter
from pathlib import Path

from psr.diagnostics import Kind
from psr.diagnostics.catalogue import evidence, workbook

HERE = Path(__file__).parent
OF_EACH = [[value for value in vars(module).values() if isinstance(value, Kind)] for module in (evidence, workbook)]
KINDS = [kind for kinds in OF_EACH for kind in kinds]


def test_codes_are_given_once_and_count_up():
    codes = [[kind.code for kind in kinds] for kinds in OF_EACH]
    assert codes == [sorted(each) for each in codes]
    assert Counter(kind.code for kind in KINDS).most_common(1)[0][1] == 1


def test_every_code_has_a_failing_case():
    cases = [*(HERE / "cases" / "bad").iterdir(), *HERE.glob("test_*.py")]
    expected = {code for case in cases for code in re.findall(r"PSR4\d\d", case.read_text("utf-8"))}
    assert {kind.code for kind in KINDS} <= expected


def test_both_languages_name_the_same_things():
    for kind in KINDS:
        for words in (kind.message, kind.label, kind.help):
            if words is not None and kind is not evidence.MISSING_COLUMN:
                assert set(re.findall(r"{\w+}", words.en)) == set(re.findall(r"{\w+}", words.zh)), kind.code
