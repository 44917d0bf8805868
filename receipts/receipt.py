"""The receipt of a result: the digests of all that it was reckoned from, and the version that reckoned it.

A digest is the SHA-256 of a file's bytes, as `sha256sum` prints it. Nothing in a receipt depends on the day, the
machine, the folder in which the files lie, or the order in which they were named.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from typing import NamedTuple

_SHORT = 8
"""So many digits of a digest tell files apart wherever a line has no room for more."""


class FileDigest(NamedTuple):
    """A file's name, relative to what was named on the command line, and the SHA-256 of its bytes in hexadecimal."""

    name: str
    sha256: str


class Receipt(NamedTuple):
    """What a result was made of.

    ``evidence`` and ``previous`` (last year's) stand in the order of names and digests. ``keep_going`` tells whether
    there were errors in the evidence that were passed over; ``units``, how many units were scored, shown or not.
    """

    version: str
    rules: FileDigest
    evidence: tuple[FileDigest, ...]
    previous: tuple[FileDigest, ...] = ()
    keep_going: bool = False
    units: int = 0


def together(files: Iterable[FileDigest]) -> str:
    """Give one digest for some files: a single file's own, else that of the list of all digests.

    The list is sorted, one digest a line, so that names and order play no part; empty where there are no files.
    """
    digests = sorted(file.sha256 for file in files)
    if len(digests) < 2:
        return "".join(digests)
    return sha256("".join(f"{digest}\n" for digest in digests).encode()).hexdigest()


def shortened(digest: str) -> str:
    """Give the first digits of a digest, by which people compare; a dash where there is none."""
    return digest[:_SHORT] or "—"
