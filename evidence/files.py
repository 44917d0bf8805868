"""The one place of this package that touches the disk: which files there are, and their bytes."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..diagnostics import Place, SourceFile, Words
from ..diagnostics.catalogue import evidence as say
from .natural_order import natural
from .record import Report

ENDINGS = frozenset({".xlsx", ".csv", ".tsv", ".yaml", ".yml", ".json", ".jsonl", ".parquet"})
_NO_EVIDENCE = frozenset({".md", ".psr"})  # rules, and pages about them, may lie beside the evidence
_OF_THE_SYSTEM = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini"})
"""What file managers leave in a folder without being asked."""
_LOCK = "~$"  # so begins the name of what a spreadsheet program leaves beside a workbook while it is open

_REASONS = {
    errno.ENOENT: say.NO_SUCH_FILE,
    errno.ENOTDIR: say.NO_SUCH_FILE,
    errno.EACCES: say.NOT_ALLOWED,
    errno.EPERM: say.NOT_ALLOWED,
    errno.ENAMETOOLONG: say.IMPOSSIBLE_NAME,
}


def find_files(paths: Iterable[str], report: Report) -> Iterator[str]:
    """Give the files to read: those named, and those inside folders named, in the order of their paths.

    Each comes once, whatever the ways it is named. Files of a folder that are hidden or whose names begin with ``_``
    are passed over, and so are links to other folders; files of other kinds are reported. The lock file of an open
    workbook is passed over even where it is named, as ``*.xlsx`` does, with a warning.
    """
    met: set[str] = set()
    for path in paths:
        for file in _below(path, report):
            real = os.path.realpath(file)
            if real not in met:
                met.add(real)
                yield file


def ending(path: str) -> str:
    """Give the ending of a file's name, in small letters; empty where it has none."""
    return os.path.splitext(path)[1].lower()


def whole(path: str) -> Place:
    """Give a file or folder as a place, its name made fit to be shown."""
    return Place(SourceFile(path.encode(errors="replace").decode(), ""))


def read_bytes(path: str, limit: int, report: Report) -> bytes | None:
    """Read a file of at most so many bytes; nothing where that fails."""
    try:
        with open(path, "rb") as file:
            size = min(limit, os.fstat(file.fileno()).st_size)
            data = file.read(size + 1)  # no room is made for more than there is
            if len(data) > size:
                data += file.read(limit + 1 - len(data))
    except OSError as error:
        _report_failure(path, error, report)
        return None
    if len(data) > limit:
        report(say.FILE_TOO_LARGE.at(whole(path), limit=limit // 10**6))
        return None
    return data


def size_of(path: str) -> int:
    """Give the size of a file in bytes; 0 where it can't be told."""
    try:
        return os.stat(path).st_size
    except OSError:
        return 0


def find_copies(paths: Sequence[str], sizes: Sequence[int]) -> Mapping[str, str]:
    """Find files that hold what an earlier one of their kind holds, byte for byte; give that one.

    Empty files are not compared.
    """
    by_size: dict[tuple[int, str], list[str]] = {}
    for path, size in zip(paths, sizes, strict=True):
        if size:
            by_size.setdefault((size, ending(path)), []).append(path)
    copies: dict[str, str] = {}
    for alike in by_size.values():
        first: dict[bytes, str] = {}
        for path in alike if len(alike) > 1 else ():
            digest = _digest(path)
            if digest is not None and first.setdefault(digest, path) != path:
                copies[path] = first[digest]
    return copies


def _digest(path: str) -> bytes | None:
    """Give the digest of a file's bytes; nothing where it can't be read, which is told when it is read as evidence."""
    from hashlib import file_digest

    try:
        with open(path, "rb") as file:
            return file_digest(file, "sha256").digest()
    except OSError:
        return None


def _below(path: str, report: Report) -> Iterator[str]:
    """Give a file itself, or the files of a folder."""
    try:
        mode = os.stat(path).st_mode
    except OSError as error:
        _report_failure(path, error, report)
        return
    except ValueError:  # a NUL character in the name
        report(say.UNREADABLE.at(whole(path), reason=say.IMPOSSIBLE_NAME))
        return
    if stat.S_ISDIR(mode):
        yield from _in_folder(path, report)
    elif os.path.basename(path).startswith(_LOCK):
        report(say.EMPTY_FILE.at(whole(path), help=say.HELP_LOCK_FILE))
    elif not stat.S_ISREG(mode):  # opening a pipe could wait for ever
        report(say.UNREADABLE.at(whole(path), reason=say.NOT_A_FILE))
    elif ending(path) in ENDINGS:
        yield path
    elif ending(path):
        report(say.UNKNOWN_ENDING.at(whole(path), ending=ending(path)))
    else:
        report(say.NO_ENDING.at(whole(path)))


def _in_folder(folder: str, report: Report) -> Iterator[str]:
    files: list[str] = []
    passed_over: list[str] = []
    failures: list[OSError] = []
    for parent, folders, names in os.walk(folder, onerror=failures.append):
        folders[:] = sorted(name for name in folders if not is_set_aside(name))
        passed_over += [path for name in folders if os.path.islink(path := os.path.join(parent, name))]
        for name in names:
            path = os.path.join(parent, name)
            if is_set_aside(name) or ending(name) in _NO_EVIDENCE:
                continue
            wanted = ending(name) in ENDINGS and os.path.isfile(path)
            (files if wanted else passed_over).append(path)
    for failure in failures:
        _report_failure(folder, failure, report)
    for path in sorted(passed_over):
        report(say.PASSED_OVER.at(whole(path), help=_why_passed_over(path)))
    if not files and not failures:
        report(say.EMPTY_FOLDER.at(whole(folder)))
    yield from sorted(files, key=lambda path: ([natural(part) for part in path.split(os.sep)], path))


def _why_passed_over(path: str) -> Words | None:
    """Give the advice for what is no file to read, whatever its name; nothing where its name is the reason."""
    if os.path.isfile(path):
        return None
    if os.path.isdir(path):
        return say.HELP_LINKED_FOLDER
    return say.HELP_EMPTY_LINK if os.path.islink(path) and not os.path.exists(path) else say.HELP_NO_FILE


def is_set_aside(name: str) -> bool:
    """Tell whether what is called so in a folder is set aside: hidden, left there by other programs, or ``_old``."""
    return name.startswith((".", "~", "_")) or name.lower() in _OF_THE_SYSTEM


def _report_failure(path: str, error: OSError, report: Report) -> None:
    told = error.strerror or str(error)
    reason = _REASONS.get(error.errno or 0, Words(told, told))
    report(say.UNREADABLE.at(whole(error.filename if isinstance(error.filename, str) else path), reason=reason))
