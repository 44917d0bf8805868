"""The settings of a folder of rule files: `psr.toml`, or `[tool.psr]` in `pyproject.toml`.

They hold for the rule files of their folder and of all folders below that have none of their own.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Literal, NamedTuple, cast

from .diagnostics import Words
from .reasons import reason_of

OWN, SHARED = "psr.toml", "pyproject.toml"
_TOLERATED = 1_000_000  # bytes; no file of settings is larger
_KEYWORDS = ("en", "zh")


class Settings(NamedTuple):
    """What a file of settings says; None where it is silent. ``file`` is its path, None where there is no file."""

    file: str | None = None
    select: tuple[str, ...] | None = None
    """The codes, or beginnings of codes, that `psr lint` looks for."""
    ignore: tuple[str, ...] | None = None
    """The codes, or beginnings of codes, that it passes over."""
    keywords: Literal["en", "zh"] | None = None
    """The vocabulary in which `psr fmt` spells keywords."""


_NAMES = tuple(name for name in Settings._fields if name != "file")


def settings_for(path: str) -> Settings | Words:
    """Give the settings nearest to a rule file or a folder, from its own folder upward, or what is wrong with them."""
    folder = os.path.abspath(path)
    if not os.path.isdir(folder):
        folder = os.path.dirname(folder)
    while True:
        for name in (OWN, SHARED):
            file = os.path.join(folder, name)
            if os.path.isfile(file):
                found = read_settings(os.path.relpath(file) if _is_below(file) else file)
                if isinstance(found, Words) or found.file is not None:
                    return found
        above = os.path.dirname(folder)
        if above == folder:
            return Settings()
        folder = above


def read_settings(path: str) -> Settings | Words:
    """Read a file of settings; give what is wrong where it is none.

    Of a `pyproject.toml` only `[tool.psr]` is read; one without it gives empty settings without a file. Any other
    file may hold its settings in `[tool.psr]`, too, if it has none outside.
    """
    import tomllib

    shared = os.path.basename(path) == SHARED
    try:
        with open(path, "rb") as file:
            text = file.read(_TOLERATED).decode("utf-8-sig")
        if shared and "psr" not in text:
            return Settings()
        table: object = tomllib.loads(text)
    except (OSError, ValueError, RecursionError) as error:
        reason = reason_of(error)
        return Words(f"`{path}` can't be read: {reason.en}", f"无法读取 `{path}`：{reason.zh}")
    inner = table
    for part in ("tool", "psr"):
        inner = cast("dict[str, object]", inner).get(part) if isinstance(inner, dict) else None
    if shared and inner is None:
        return Settings()
    return _settings(path, table if inner is None or _has_own(table) else inner)


def _has_own(table: object) -> bool:
    """Tell whether settings stand at the top of a file."""
    return isinstance(table, dict) and any(name in table for name in _NAMES)


def _is_below(file: str) -> bool:
    """Tell whether a file is in the current folder or below it, where its relative path says more."""
    return file.startswith(os.path.join(os.getcwd(), ""))


def _settings(path: str, table: object) -> Settings | Words:
    if not isinstance(table, dict):
        return Words(f"`{path}`: `tool.psr` has to be a table", f"`{path}`：`tool.psr` 须为一个表")
    values = cast("Mapping[str, object]", table)
    for key, value in values.items():
        if trouble := _trouble(key, value):
            return Words(f"`{path}`: {trouble.en}", f"`{path}`：{trouble.zh}")
    keywords = cast("Literal['en', 'zh'] | None", values.get("keywords"))
    return Settings(path, _codes(values.get("select")), _codes(values.get("ignore")), keywords)


def _trouble(key: str, value: object) -> Words | None:
    """Say what is wrong with a setting, if anything is."""
    match key:
        case "select" | "ignore":
            if _codes(value) is None:
                return Words(
                    f'`{key}` has to be a list of codes, such as `{key} = ["PSR601", "PSR7"]`',
                    f'`{key}` 须为代码列表，例如 `{key} = ["PSR601", "PSR7"]`',
                )
        case "keywords":
            if value not in _KEYWORDS:
                return Words('`keywords` has to be `"en"` or `"zh"`', '`keywords` 须为 `"en"` 或 `"zh"`')
        case _:
            return _unknown(key)
    return None


def _unknown(key: str) -> Words:
    from difflib import get_close_matches

    near = get_close_matches(key, _NAMES, n=1)
    if near:
        return Words(
            f"no setting is called `{key}`; did you mean `{near[0]}`?",
            f"没有名为 `{key}` 的设置；您是想写 `{near[0]}` 吗？",
        )
    known = [f"`{name}`" for name in _NAMES]
    return Words(
        f"no setting is called `{key}`; there are {', '.join(known)}",
        f"没有名为 `{key}` 的设置；可用的有 {'、'.join(known)}",
    )


def _codes(value: object) -> tuple[str, ...] | None:
    """Give a list of texts, or None where it is none."""
    if not isinstance(value, list):
        return None
    listed = cast("list[object]", value)
    codes = tuple(code for code in listed if isinstance(code, str))
    return codes if len(codes) == len(listed) else None
