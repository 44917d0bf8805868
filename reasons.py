"""Why a file can't be read or written, in both languages: the system and Python speak English alone."""

from __future__ import annotations

import errno
import re

from .diagnostics import Words

_IN_CHINESE = {
    errno.ENOENT: "没有这个文件",
    errno.ENOTDIR: "没有这个文件夹",
    errno.EISDIR: "这是一个文件夹",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘为只读",
    errno.ENOSPC: "磁盘已满",
    errno.ENAMETOOLONG: "文件名过长",
    errno.ELOOP: "链接循环",
}
_NOT_TEXT = Words("it is not in UTF-8", "它不是 UTF-8 编码")
_TOO_DEEP = Words("its brackets are nested too deep", "括号嵌套过深")
_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)$")
_END = "(at end of document)"


def reason_of(error: Exception) -> Words:
    """Say why reading or writing failed, in English in the words of the system; so in Chinese where it is not known."""
    match error:
        case OSError():
            told = error.strerror or str(error)
            return Words(told, _IN_CHINESE.get(error.errno or 0, told))
        case UnicodeError():
            return _NOT_TEXT
        case RecursionError():
            return _TOO_DEEP
        case _:
            return _of_format(str(error))


def _of_format(told: str) -> Words:
    """Say in Chinese, too, where a file of settings is no TOML."""
    if place := _PLACE.search(told):
        line, column = place.groups()
        return Words(told, f"第 {line} 行第 {column} 列不合 TOML 语法")
    return Words(told, "文件末尾不合 TOML 语法，内容不完整" if told.endswith(_END) else told)
