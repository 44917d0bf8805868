"""A verification → JSON, as docs/verify.schema.json describes it."""

from __future__ import annotations

from ..receipts.verification import Verification
from .as_json import receipt_json, to_text


def verify_json(found: Verification) -> str:
    """Write a verification as JSON, with a line end; the lists have all that differs."""
    return to_text(
        {
            "holds": found.holds,
            "altered": found.altered,
            "units": list(found.units),
            "part": found.is_part,
            "changes": [change._asdict() for change in found.changes],
            "rewordings": [rewording._asdict() for rewording in found.rewordings],
            "files": [
                {"kind": file.group, "file": file.name, "before": file.before, "now": file.now} for file in found.files
            ],
            "unseen": list(found.unseen),
            "before": None if found.before is None else receipt_json(found.before),
            "now": receipt_json(found.now),
        }
    )
