"""The digests of files, by which a row of a merged ledger can be held against the file it came from."""

from __future__ import annotations

from collections.abc import Iterable

from ..files import find_files, whole


def digests(paths: Iterable[str]) -> dict[str, str]:
    """Give the SHA-256 of each file of evidence, by the name that places go by; files that can't be read have none."""
    from hashlib import file_digest

    found: dict[str, str] = {}
    for path in find_files(paths, lambda _: None):
        try:
            with open(path, "rb") as file:
                found[whole(path).source.name] = file_digest(file, "sha256").hexdigest()
        except OSError:
            continue
    return found
