"""`psr rule`: say what the code of a message means."""

from __future__ import annotations

import argparse
import re
import sys
from itertools import groupby
from typing import TYPE_CHECKING

from ..diagnostics import Words
from .common import FINE, TROUBLE, colored, complain, language, width

if TYPE_CHECKING:
    from ..diagnostics import Language
    from .parser import Parser

_EXAMPLES = """\
  psr rule PSR201
  psr rule 201 302 --lang zh
  psr rule PSR5
  psr rule | less
"""
DESCRIPTION = Words(
    f"""\
Says what the code of a message means, what to avoid, what to write instead, and why.
Without a code it lists all codes; `PSR5` lists those of that hundred.

examples:
{_EXAMPLES}""",
    f"""\
说明信息代码的含义、应避免的写法、正确的写法和理由。
不给代码时，列出所有代码。

示例：
{_EXAMPLES}""",
)
_BOLD, _ASIDE = "1", "36"  # cyan, as beside the lines that messages quote
_SHOWN = 40  # terminal cells of what was asked for


def arguments(command: Parser) -> None:
    """Declare what the command takes."""
    command.option(
        "codes",
        nargs="*",
        metavar="CODE",
        help=Words("the code of a message, such as PSR201 or 201", "信息的代码，例如 PSR201 或 201"),
    )


def run(options: argparse.Namespace) -> int:
    """Print the pages of the codes, or the list of all codes; give the exit code."""
    from ..rule_pages import code_of, hundred_of, page

    chosen = language(options)
    color = colored(sys.stdout)
    wanted: list[str] = options.codes
    if not wanted:
        sys.stdout.write(_listing(chosen, color))
        return FINE
    texts: list[str] = []
    exit_code = FINE
    for code, written in {code_of(written): written for written in wanted}.items():
        hundred = hundred_of(written)
        text = page(code, chosen)
        if hundred is not None:
            texts.append(_listing(chosen, color, hundred))
        elif text is None:
            exit_code = _unknown(written, chosen)
        else:
            texts.append(_drawn(text, width()) if color else text)
    sys.stdout.write("\n".join(texts))
    return exit_code


def _unknown(written: str, language: Language) -> int:
    """Say that there is no such code, and which look like it; give the exit code."""
    from ..diagnostics.visible import visible
    from ..diagnostics.width import clip
    from ..rule_pages import code_of, nearest

    shown = clip(visible(written[:_SHOWN]), _SHOWN)
    near = nearest(code_of(written))
    if language == "zh":
        advice = f"相近的有 {'、'.join(near)}" if near else "`psr rule` 会列出所有代码"
        complain(f"没有代码 `{shown}`；{advice}")
    else:
        verb = "is" if len(near) == 1 else "are"
        advice = f"near to it {verb} {', '.join(near)}" if near else "`psr rule` lists all codes"
        complain(f"there is no code `{shown}`; {advice}")
    return TROUBLE


def _listing(language: Language, color: bool, hundred: str = "") -> str:
    """List the codes of a hundred, or all, with their titles: a paragraph for each hundred."""
    from ..rule_pages import GROUPS, entries

    paragraphs: list[str] = []
    listed = [entry for entry in entries(language) if entry.code[3].startswith(hundred)]
    for digit, group in groupby(listed, key=lambda entry: entry.code[3]):
        heading = f"{digit}xx  {GROUPS[digit].say(language, {})}"
        lines = [_paint(heading, _BOLD) if color else heading]
        lines += [f"  {_paint(code, _ASIDE) if color else code}  {title}" for code, title in group]
        paragraphs.append("\n".join(lines) + "\n")
    return "\n".join(paragraphs)


def _drawn(page: str, cells: int) -> str:
    """Draw a page on a terminal: headings bold, blocks coloured and set in, paragraphs as wide as there is room."""
    from ..rule_pages import parts

    drawn: list[str] = []
    for part in parts(page):
        if part.kind == "heading":
            drawn.append(_paint(part.text, _BOLD))
        elif part.kind == "text":
            drawn.append("\n".join(_wrapped(part.text, cells)))
        else:
            name = [f"  {part.file}:"] if part.file else []
            drawn.append("\n".join(name + [_paint(f"    {line}", _ASIDE) for line in part.text.splitlines()]))
    return "\n\n".join(drawn) + "\n"


# A piece of a paragraph that stays on one line: a word or a Chinese character, with the signs that belong to it.
_PIECE = re.compile(r"\s+|[“「（《]*(?:[⺀-￯]|[^\s⺀-￯“「（《]+)[，。；：、？！”」）》]*")


def _wrapped(text: str, cells: int) -> list[str]:
    """Break a paragraph into lines of at most so many terminal cells."""
    from ..diagnostics.width import display_width

    lines = [""]
    for piece in _PIECE.findall(text):
        if lines[-1] and display_width(lines[-1] + piece.rstrip()) > cells:
            lines.append("")
        lines[-1] += piece if lines[-1] else piece.lstrip()
    return [line.rstrip() for line in lines]


def _paint(text: str, color: str) -> str:
    return f"\x1b[{color}m{text}\x1b[0m"
