"""Writes output files: whole or not at all, and over nothing that is there unless asked to."""

from __future__ import annotations

import errno
import os
import stat
import tempfile

from .diagnostics import Words
from .reasons import reason_of


def write_whole(path: str, content: str | bytes, *, overwrite: bool = False) -> Words | None:
    """Write a file, a text in UTF-8; give what went wrong, or None.

    The content goes into a file beside the target first, which then takes its name: a full disk or a stop halfway
    leaves what was there before. A file that is overwritten keeps its permissions.
    """
    if os.path.lexists(path) and not overwrite:
        return Words(
            f"`{path}` is there already; add --force to overwrite it", f"`{path}` 已存在；如需覆盖请加 --force"
        )
    folder = os.path.dirname(path) or "."
    if not os.path.isdir(folder):
        return Words(
            f"`{path}` can't be written: there is no folder `{folder}`", f"无法写入 `{path}`：没有文件夹 `{folder}`"
        )
    temporary = None
    try:
        if os.path.isdir(path):
            raise IsADirectoryError(errno.EISDIR, "it is a folder")
        handle, temporary = tempfile.mkstemp(prefix=".psr-", dir=folder)
        with os.fdopen(handle, "wb") as file:
            file.write(content.encode() if isinstance(content, str) else content)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, _mode(path))
        os.replace(temporary, path)
    except (OSError, ValueError) as error:
        if temporary is not None and os.path.exists(temporary):
            os.unlink(temporary)
        reason = reason_of(error)
        return Words(f"`{path}` can't be written: {reason.en}", f"无法写入 `{path}`：{reason.zh}")
    return None


def _mode(path: str) -> int:
    """Give the permissions a file has, or those that a new one gets."""
    try:
        return stat.S_IMODE(os.stat(path).st_mode)
    except FileNotFoundError:
        return 0o666 & ~_umask()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
