"""Bad input: each file ends in a clear diagnostic, soon, and never in a traceback."""

from pathlib import Path

import pytest

from psr.evidence.read import read_evidence
from psr.interpreter.facts import Missing
from psr.interpreter.interval import total

ALIAS_BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)

FILES: dict[str, tuple[str, bytes, list[str]]] = {
    "alias bomb": (".yaml", ALIAS_BOMB.encode(), ["PSR414"]),
    "NUL": (".yaml", b"unit: A\nfacts: {remark: \0}\n", ["PSR408"]),
    "NUL in CSV": (".csv", b"unit,fact,value\nA,remark,\0\n", ["PSR408"]),
    "NUL by escape": (".yaml", b'unit: "A\\0"', ["PSR408"]),
    "NUL bytes only": (".json", bytes(5000), ["PSR408"]),
    "escape sequence in CSV": (".csv", b"unit,fact,value\nA,remark,\x1b[2J\n", ["PSR408"]),
    "invalid UTF-8": (".yaml", b"unit: A\nfacts: {remark: \xff}\n", ["PSR407"]),
    "GB18030 in YAML": (".yaml", "单位: 一支部\n".encode("gb18030"), ["PSR407"]),
    "GB18030 cut short": (".csv", "单位,数据\n一支部,无故缺席\n".encode("gb18030")[:-2], ["PSR407"]),
    "UTF-8 with a damaged byte": (".csv", "单位,数据\n一支部,无故缺席".encode()[:-1] + b"\xff\n", ["PSR407"]),
    "10,000 columns": (".csv", b"unit,fact" + b",x" * 10**4 + b"\n", ["PSR425"] + ["PSR425"] * 199 + ["PSR409"]),
    "JSON lines that are none": (".jsonl", b'[1]\n{"unit": \n"A"\n7\n', ["PSR497"] * 4),
    "JSON lines that nest": (".jsonl", b"[" * 10**5 + b'\n{"unit": "A", "fact": {"a": 1}}\n', ["PSR497"] * 2),
    "JSON lines without a unit": (".jsonl", b'{"fact": "absence"}\n', ["PSR497"]),
    "JSON lines with a key twice": (".jsonl", b'{"unit": "A", "unit": "B", "fact": "absence"}\n', ["PSR417"]),
    "JSON lines with another key": (".jsonl", b'{"unit": "A", "fact": "absence", "units": 1}\n', ["PSR425"]),
    "NUL by escape in JSON lines": (".jsonl", b'{"unit": "A", "fact": "remark", "value": "\\u0000"}\n', ["PSR408"]),
    "million digits in JSON lines": (
        ".jsonl",
        b'{"unit":"A","fact":"average","value":' + b"9" * 10**6 + b"}",
        ["PSR442"],
    ),
    "empty JSON lines": (".jsonl", b"\n\n", ["PSR424"]),
    "no Parquet": (".parquet", b"PAR1 and no more", ["PSR498"]),
    "damaged Parquet": (".parquet", b"PAR1" + bytes(100) + b"\xff\xff\xff\x7fPAR1", ["PSR498"]),
    "UTF-16 that is cut short": (".csv", "unit,fact\n".encode("utf-16")[:-1], ["PSR407"]),
    "lone surrogate": (".yaml", b"unit: A\nfacts: {remark: \xed\xa0\x80}\n", ["PSR407"]),
    "lone surrogate by escape": (".json", b'{"unit": "\\ud800"}', ["PSR410"]),
    "cut character": (".yaml", "unit: 一".encode()[:-1], ["PSR407"]),
    "BOM": (".yaml", b"\xef\xbb\xbfunit: A\nfacts: {absence: 1}\n", []),
    "BOM in CSV": (".csv", b"\xef\xbb\xbfunit,fact\nA,absence\n", []),
    "CRLF": (".yaml", b"unit: A\r\nfacts:\r\n  absence: 1\r\n", []),
    "CRLF in CSV": (".csv", b'unit,fact,note\r\nA,absence,"x\r\ny"\r\n', []),
    "old line ends": (".csv", b"unit,fact\rA,absence\r", []),
    "empty": (".yaml", b"", ["PSR424"]),
    "empty CSV": (".csv", b"\n\n", ["PSR424"]),
    "columns alone": (".csv", b"unit,fact\n", []),
    "no columns": (".csv", b"A;absence;1\n", ["PSR425", "PSR426", "PSR426"]),
    "column twice": (".csv", "unit,fact,note,备注,\nA,absence,x,y,z\n".encode(), ["PSR417", "PSR421"]),
    "power of ten": (".yaml", b"unit: A\nfacts: {average: 1e999999999}\n", ["PSR441"]),
    "million digits": (".yaml", b"unit: A\nfacts: {average: " + b"9" * 10**6 + b"}\n", ["PSR442"]),
    "million digits of a share": (".yaml", b"unit: A\nfacts: {turnout: 0." + b"9" * 10**6 + b"%}\n", ["PSR442"]),
    "million signs": (".yaml", b"unit: A\nfacts: {average: '" + b" .- " * 10**6 + b"'}\n", ["PSR440"]),
    "long name": (".yaml", b"unit: A\nfacts: {? " + b"absence " * 10**5 + b": 1}\n", ["PSR430"]),
    "long cell": (".csv", b"unit,fact,note\nA,absence," + b"x" * 200_000 + b"\nA,absense,\n", ["PSR428", "PSR430"]),
    "lists without end": (".yaml", b"[" * 10**6, ["PSR412"]),
    "mappings without end": (".json", b'{"a":' * 10**6, ["PSR412"]),
    "dashes without end": (".yaml", b"- " * 10**6, ["PSR412"]),
    "questions without end": (".yaml", b"? " * 10**6, ["PSR412"]),
    "quotes without end": (".csv", b'unit,fact\nA,"' + b"A,absence\n" * 10**5, ["PSR428"]),
    "quotes on every line": (".csv", b"unit,fact\n" + b'A,"x\n' * 10**5 + b"A,x", ["PSR428"] * 200 + ["PSR409"]),
    "many mistakes": (".csv", b"unit,fact\n" + b"A,absense\n" * 10**5, ["PSR430"] * 200 + ["PSR409"]),
    "many bad rows": (".csv", b"unit,fact\n" + b"A\n" * 10**5, ["PSR427"] * 200 + ["PSR409"]),
    "many repeated keys": (".yaml", b"a: 1\n" * 10**5, ["PSR417"] * 200 + ["PSR409"]),
    "many values": (".yaml", b"[" + b"a," * 200_001 + b"]", ["PSR413"]),
    "too large": (".yaml", b"#" * (10**7 + 1), ["PSR406"]),
    "another program": (".yaml", b"\x7fELF\x02\x01\x01", ["PSR408"]),
}


@pytest.mark.parametrize("case", FILES)
def test_bad_input(case: str, reader, tmp_path: Path):
    ending, data, expected = FILES[case]
    path = tmp_path / f"evidence{ending}"
    path.write_bytes(data)
    evidence, found = read_evidence([str(path)], reader.model)
    assert [diagnostic.code for diagnostic in found] == expected
    assert all(diagnostic.place.source.name == str(path) for diagnostic in found)
    if not expected:
        assert "unit" not in evidence.units


def test_the_line_that_is_no_text_is_shown(reader, tmp_path: Path):
    path = tmp_path / "a.csv"
    path.write_bytes("单位,数据\n一支部,".encode() + "参加".encode("gbk") + b"\n")
    _, (found,) = read_evidence([str(path)], reader.model)
    assert found.message() == "this file is not UTF-8 text"
    assert found.place.position == (2, 5)
    assert "0xb2" in found.label_text(found.labels[0])


def test_a_text_that_never_was_a_file_may_hold_half_a_surrogate_pair(reader):
    assert reader.codes("unit: \ud800") == ["PSR408"]
    assert reader.codes("unit,fact\nA,\udfff\n", "a.csv") == ["PSR408"]


def test_a_large_ledger_is_read_in_full(reader, tmp_path: Path):
    path = tmp_path / "a.csv"
    path.write_text("unit,fact,quantity\n" + "A,absence,1\nB,absence,2\n" * 50_000, "utf-8")
    evidence, found = read_evidence([str(path)], reader.model)
    assert found == ()
    rows = evidence.units["B"].events["absence"]
    assert not isinstance(rows, Missing)
    assert total(row.quantity for row in rows) == 100_000
    assert str(rows[-1].place) == f"{path}:100001:1"
