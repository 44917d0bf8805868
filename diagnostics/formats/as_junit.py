"""Findings as a report of JUnit, which most build servers can show: a suite a file, a failed case a finding."""

from __future__ import annotations

from collections.abc import Sequence

from ..diagnostic import Diagnostic
from ..render import render
from ..visible import visible
from ..words import Language

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def junit(files: Sequence[str], found: Sequence[Diagnostic], language: Language) -> str:
    """Write the report; a file without a finding is a suite with one case that passed."""
    by_file: dict[str, list[Diagnostic]] = {name: [] for name in files}
    for one in found:
        by_file.setdefault(one.place.source.name, []).append(one)
    suites = [_suite(name, there, language) for name, there in by_file.items()]
    cases = sum(max(1, len(there)) for there in by_file.values())
    counts = f'name="psr lint" tests="{cases}" failures="{len(found)}" errors="0"'
    return f"{_HEAD}<testsuites {counts}>\n{''.join(suites)}</testsuites>\n"


def _suite(name: str, found: list[Diagnostic], language: Language) -> str:
    counts = f'tests="{max(1, len(found))}" failures="{len(found)}" errors="0"'
    cases = "".join(_case(one, language) for one in found)
    if not found:
        cases = f'    <testcase classname={_attribute(name)} name="psr lint"/>\n'
    return f"  <testsuite name={_attribute(name)} {counts}>\n{cases}  </testsuite>\n"


def _case(diagnostic: Diagnostic, language: Language) -> str:
    line, column = diagnostic.place.position
    name = f"{diagnostic.code} {line}:{column}" if line else diagnostic.code
    what = f"name={_attribute(name)}" + (f' line="{line}"' if line else "")
    message = _attribute(diagnostic.message(language))
    return (
        f"    <testcase classname={_attribute(diagnostic.place.source.name)} {what}>\n"
        f'      <failure type="{diagnostic.kind.severity}" message={message}>'
        f"{_text(render(diagnostic, language))}</failure>\n"
        "    </testcase>\n"
    )


def _attribute(text: str) -> str:
    return f'"{_text(visible(text))}"'


def _text(text: str) -> str:
    """Write a text as XML takes it, which can hold no two last characters of a plane such as U+FFFE."""
    from html import escape

    return escape("".join(f"<U+{ord(sign):04X}>" if ord(sign) & 0xFFFE == 0xFFFE else sign for sign in text))
