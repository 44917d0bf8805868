"""The receipt in `--format json` is what the schemas describe, and they describe nothing looser."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from reports.cases import ROOT, result_of

from psr.receipts.receipt import FileDigest, Receipt
from psr.reports.as_json import score_json
from psr.reports.explain import explain_json

FILE = FileDigest("a.yaml", "0" * 64)
RECEIPT = Receipt("0.1.0", FileDigest("r.psr", "f" * 64), (FILE, FILE), (FILE,), True, 3)


def schema(name: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads((ROOT / "docs" / name).read_text(encoding="utf-8")))


def sheets() -> list[tuple[str, dict[str, Any]]]:
    result = result_of("ruled")
    derivation = explain_json(result, result.units[0], result.model.headings, "zh", RECEIPT)
    return [
        ("score.schema.json", json.loads(score_json(result, RECEIPT))),
        ("explain.schema.json", json.loads(derivation)),
    ]


@pytest.mark.parametrize(("name", "value"), sheets(), ids=lambda value: value if isinstance(value, str) else "")
def test_a_receipt_fits(name: str, value: dict[str, Any]) -> None:
    assert [error.message for error in schema(name).iter_errors(value)] == []


@pytest.mark.parametrize(("name", "value"), sheets(), ids=lambda value: value if isinstance(value, str) else "")
@pytest.mark.parametrize(
    ("key", "wrong"),
    [
        ("psr", 1),
        ("rules", {"file": "r.psr"}),
        ("rules", {"file": "r.psr", "sha256": "F" * 64}),
        ("evidence", [{"file": "a", "sha256": "0" * 63}]),
        ("evidence", {}),
        ("previous", None),
        ("keep_going", "yes"),
        ("units", -1),
        ("made_on", "2019-12-31"),
    ],
)
def test_the_schemas_refuse_what_is_none(name: str, value: dict[str, Any], key: str, wrong: object) -> None:
    assert not schema(name).is_valid(value | {"receipt": value["receipt"] | {key: wrong}})
