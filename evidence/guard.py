"""Calls into libraries that can fail on a damaged file in ways of their own."""

from __future__ import annotations

import gc
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import TypeVar

_Result = TypeVar("_Result")


def guarded(read: Callable[[], _Result]) -> _Result | None:
    """Do what may fail in any way, a panic of a library written in Rust included; give nothing where it did."""
    try:
        return read()
    except (MemoryError, KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
            raise
        return None


@contextmanager
def no_collection() -> Generator[None]:
    """Keep the garbage collector from walking through millions of new cells again and again while they are made."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
