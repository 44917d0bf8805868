"""Show diagnostics to a person: what is wrong, the line it stands on, and how to mend it.

Takes diagnostics and gives text, without an end of line after the last one; prints nothing. Nothing an author
wrote reaches the terminal unseen, or as a command to it. Source lines and what stands under them keep to the
width asked for; a message and its help stay on one line each, however long, so that they can be searched for,
unless line breaks are asked for, as on a terminal.
"""

from __future__ import annotations

from collections.abc import Iterable

from .diagnostic import Diagnostic, Severity
from .drawing import Look, draw, gather
from .visible import visible
from .width import clip, display_width
from .words import Language, Words
from .wrap import wrap

_SEVERITIES: dict[Severity, Words] = {"error": Words("error", "错误"), "warning": Words("warning", "警告")}
_HELP = Words("help", "帮助")
_NARROWEST = 20  # terminal cells beside the line numbers; less would show nothing of use
_LONGEST_ARGUMENT = 400  # terminal cells
_MOST = 50


def render(
    diagnostic: Diagnostic, language: Language = "en", color: bool = False, width: int = 80, *, wraps: bool = False
) -> str:
    """Show one diagnostic in a terminal that is ``width`` cells wide.

    ``color`` adds ANSI escapes, ``wraps`` breaks messages, labels and help into lines of that width.
    """
    bounded = _bound_arguments(diagnostic)
    severity = bounded.kind.severity
    blocks = gather(bounded, language)
    gutter = len(str(max((mark.line for block in blocks for mark in block.marks), default=1)))
    look = Look(gutter, max(_NARROWEST, width - gutter - len(" │ ")), severity, color, wraps)

    title = f"{_SEVERITIES[severity].say(language, {})}[{bounded.code}]:"
    message = _lines(visible(bounded.message(language)), title, width, look)
    lines = [f"{look.paint(title[:-1], leads=True)}: {message[0]}", *message[1:]]
    for block in blocks:
        lines.extend(draw(block, look))
    advice = bounded.advice(language)
    if advice:
        title = f"{_HELP.say(language, {})}:"
        first, *rest = _lines(visible(advice), title, look.room, look)
        lines.append(look.beside("", "=", f"{look.paint(title, leads=False)} {first}"))
        lines.extend(look.beside("", " ", line) for line in rest)
    return "\n".join(lines)


def _lines(text: str, title: str, cells: int, look: Look) -> list[str]:
    """Break the text behind a title into lines, all but the first set in under the text."""
    if not look.wraps:
        return [text]
    indent = display_width(title) + 1
    first, *rest = wrap(text, max(_NARROWEST, cells - indent))
    return [first, *(" " * indent + line for line in rest)]


def render_all(
    diagnostics: Iterable[Diagnostic],
    language: Language = "en",
    color: bool = False,
    width: int = 80,
    *,
    wraps: bool = False,
) -> str:
    """Show diagnostics file by file, in the order of their places, and count them; nothing for none.

    Files come in the order in which they are first met. At most 50 diagnostics are shown, errors before
    warnings where not all of them can be, and that reading a file ended before all; the count is of them all.
    """
    found = list(diagnostics)
    if not found:
        return ""
    shown = _choose(found)
    parts = [render(diagnostic, language, color, width, wraps=wraps) for diagnostic in shown]
    parts.append(_summary(found, len(found) - len(shown), language))
    return "\n\n".join(parts)


def _choose(diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    """Give the diagnostics to show, in order: where they are too many, ends of reading, then errors, then warnings."""
    files = {title: rank for rank, title in enumerate(dict.fromkeys(d.place.source.title for d in diagnostics))}

    def order(diagnostic: Diagnostic) -> tuple[int, bool, int]:
        source, span = diagnostic.place
        return files[source.title], diagnostic.kind.ends, span.start if span else -1

    ordered = sorted(diagnostics, key=order)
    pressing = sorted(ordered, key=lambda diagnostic: (not diagnostic.kind.ends, not diagnostic.is_error))
    return sorted(pressing[:_MOST], key=order)


def _summary(diagnostics: list[Diagnostic], hidden: int, language: Language) -> str:
    """Count the errors and the warnings, and say how many of them are not shown."""
    errors = sum(diagnostic.is_error for diagnostic in diagnostics)
    counts: list[tuple[int, Severity]] = [(errors, "error"), (len(diagnostics) - errors, "warning")]
    if language == "zh":
        total = "，".join(f"{n} 个{_SEVERITIES[severity].zh}" for n, severity in counts if n)
        return f"… 还有 {hidden} 个未显示\n{total}" if hidden else total
    total = ", ".join(f"{n} {severity}{'s' if n > 1 else ''}" for n, severity in counts if n)
    return f"… and {hidden} more\n{total}" if hidden else total


def _bound_arguments(diagnostic: Diagnostic) -> Diagnostic:
    """Make visible what authors wrote, and shorten it where it is longer than anybody reads."""
    arguments = {name: _bound(value) for name, value in diagnostic.arguments.items()}
    return diagnostic._replace(arguments=arguments)


def _bound(value: object) -> object:
    if isinstance(value, Words):
        return Words(*map(_bound_text, value))
    return _bound_text(value) if isinstance(value, str) else value


def _bound_text(text: str) -> str:
    # Looking at no more characters than may be shown keeps the work small, however long the text is.
    return clip(visible(text[: _LONGEST_ARGUMENT + 1]), _LONGEST_ARGUMENT)
