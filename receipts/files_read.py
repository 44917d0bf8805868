"""Takes the digests of files as they are read, so that what is digested is what was scored."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from hashlib import sha256

from .receipt import FileDigest

Seen = Callable[[str, bytes], None]
"""Is told the path and the bytes of each file that is read."""


class FilesRead:
    """The files that were read so far, each by the path under which it was opened."""

    def __init__(self) -> None:
        """Begin without files."""
        self._digests: dict[str, str] = {}

    def take(self, path: str, content: bytes) -> None:
        """Take the digest of a file's bytes, just read from a path."""
        self._digests[path] = sha256(content).hexdigest()

    def by_shown_name(self) -> dict[str, str]:
        """Give the digests by the names that places go by."""
        return {_shown(path): digest for path, digest in self._digests.items()}

    def below(self, given: Iterable[str]) -> tuple[FileDigest, ...]:
        """Give the digests in the order of names; ``given`` are the files and folders named on the command line.

        A file is named as it lies below the outermost folder given, with ``/`` on every system; a file given itself
        and below no such folder, by its own name.
        """
        folders = [os.path.abspath(path) for path in given]
        return tuple(sorted(FileDigest(_name(path, folders), digest) for path, digest in self._digests.items()))


def _name(path: str, folders: Iterable[str]) -> str:
    whole = os.path.abspath(path)
    inside = [whole[len(folder) :].lstrip(os.sep) for folder in folders if whole.startswith(os.path.join(folder, ""))]
    name = max(inside, key=len, default=os.path.basename(whole))
    return _shown(name.replace(os.sep, "/"))


def _shown(name: str) -> str:
    """Make a name fit to be shown: one that is no text has a ``?`` for each byte that is none."""
    return name.encode(errors="replace").decode()
