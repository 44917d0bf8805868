"""Which findings are asked for: `--select`, `--ignore` and the settings → the codes that the linter looks for."""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Iterable, Sequence

from ..diagnostics import Words
from ..settings import Settings, read_settings, settings_for

_SEPARATORS = re.compile(r"[\s,，、]+")
_NEAREST = 3
_NOTHING = Words(
    "nothing is left to look for: --select, --ignore and the settings leave out every code; "
    "`psr check` looks for errors alone",
    "没有可查的代码：--select、--ignore 和设置排除了所有代码；只查错误请用 `psr check`",
)


class Selector:
    """Chooses the codes to look for in each file, by the options and the settings of the file's folder."""

    def __init__(self, options: argparse.Namespace) -> None:
        """Take the options `select`, `ignore`, `config` and `isolated`."""
        self._select = split(options.select)
        self._ignore = split(options.ignore)
        self._config: str | None = options.config
        self._isolated: bool = options.isolated
        self._of_folder: dict[str, frozenset[str] | Words] = {}

    def codes_for(self, path: str) -> frozenset[str] | Words:
        """Give the codes to look for in a file, or what is wrong with the options or the settings."""
        folder = os.path.dirname(path)
        if folder not in self._of_folder:
            self._of_folder[folder] = self._codes(folder) or _NOTHING
        return self._of_folder[folder]

    def _codes(self, folder: str) -> frozenset[str] | Words:
        settings = self._settings(folder)
        if isinstance(settings, Words):
            return settings
        chosen = selection(self._select, self._ignore or ())
        if isinstance(chosen, Words):
            return chosen
        if self._select is not None:
            return chosen
        said = selection(settings.select, settings.ignore if self._ignore is None else ())
        if isinstance(said, Words):
            return Words(f"`{settings.file}`: {said.en}", f"`{settings.file}`：{said.zh}")
        return said & chosen

    def _settings(self, folder: str) -> Settings | Words:
        if self._config is not None:
            return read_settings(self._config)
        return Settings() if self._isolated else settings_for(folder or ".")


def split(given: Sequence[str] | None) -> list[str] | None:
    """Take the values of an option apart: codes with commas between them; None where it was not given."""
    if given is None:
        return None
    return [code for value in given for code in _SEPARATORS.split(value) if code]


def selection(select: Iterable[str] | None, ignore: Iterable[str] | None) -> frozenset[str] | Words:
    """Give the codes that are to be looked for, or say which code is none.

    A code may be shortened to its beginning, and written without `PSR`: `5` is all of 5xx. ``None`` selects all;
    what is ignored is never looked for.
    """
    from ..linter.registry import KINDS

    known = sorted(kind.code for kind in KINDS)
    chosen: set[str] = set(known) if select is None else set()
    for code in select or ():
        meant = _meant(code, known)
        if isinstance(meant, Words):
            return meant
        chosen |= meant
    for code in ignore or ():
        meant = _meant(code, known)
        if isinstance(meant, Words):
            return meant
        chosen -= meant
    return frozenset(chosen)


def _meant(written: str, known: list[str]) -> set[str] | Words:
    beginning = written.upper() if written.upper().startswith("PSR") else f"PSR{written}"
    meant = {code for code in known if code.startswith(beginning)}
    return meant or _unknown(written, beginning, known)


def _unknown(written: str, code: str, known: list[str]) -> Words:
    """Say that nothing can be found by a code, and which codes look like it."""
    from difflib import get_close_matches

    from ..diagnostics.visible import visible
    from ..rule_pages import codes

    if any(other.startswith(code) for other in codes() if other < known[0]):
        return Words(
            f"`{code}` is no finding of `psr lint` to choose; errors are always shown",
            f"`{code}` 不是 `psr lint` 可选的代码；错误总会显示",
        )
    shown = visible(written)
    near = get_close_matches(code, known, n=_NEAREST, cutoff=0.7)
    if near:
        return Words(
            f"`psr lint` has no code `{shown}`; near to it are {', '.join(near)}",
            f"`psr lint` 没有代码 `{shown}`；相近的有 {'、'.join(near)}",
        )
    return Words(
        f"`psr lint` has no code `{shown}`; `psr rule` lists all codes",
        f"`psr lint` 没有代码 `{shown}`；`psr rule` 会列出所有代码",
    )
