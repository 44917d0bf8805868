"""``# psr: allow PSR502 because …``: what the committee has seen and wants as it is.

Such a comment stands behind a line or above it. It covers the line with the strings or rows that belong to it. The
reason is required, and an allowance that nothing needs is a finding itself: so none outlives what it was made for.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from ..diagnostics import Diagnostic, Edit, Fix, Kind, Place, SourceFile, Span, Words
from ..grammar import statements as s
from ..grammar.comments import comments
from ..grammar.normalise import normalise

UNUSED = Kind(
    "PSR690",
    Words("`{code}` is allowed here, but nothing here raises it", "此处允许了 `{code}`，但此处并没有这个问题"),
    Words("allows nothing", "没有可允许的问题"),
    Words(
        "delete the allowance, or move it to the line that it was meant for", "请删去这条允许，或移到它所针对的那一行"
    ),
    severity="warning",
)
NO_REASON = Kind(
    "PSR691",
    Words("an allowance needs a reason", "允许须写明理由"),
    Words("no `because`", "缺少“因为”"),
    Words(
        "write `# psr: allow {code} because …`, with the committee's reason",
        "请写成 `# psr: 允许 {code} 因为 …`，写明委员会的理由",
    ),
    severity="warning",
)
_NO_VERB = Kind(
    NO_REASON.code,
    Words("behind `# psr:` only an allowance can stand", "`# psr:` 后面只能写“允许”"),
    Words("no `allow`", "缺少“允许”"),
    NO_REASON.help,
    severity="warning",
)
_NO_CODE = Kind(
    NO_REASON.code,
    Words("an allowance names the codes that it allows", "允许须写明所允许的代码"),
    Words("no code such as `{code}`", "缺少 `{code}` 这样的代码"),
    NO_REASON.help,
    severity="warning",
)
UNKNOWN_CODE = Kind(
    "PSR692",
    Words("no finding has the code `{code}`", "没有代码为 `{code}` 的问题"),
    Words("not a code of `psr lint`", "不是 `psr lint` 的代码"),
    Words("`psr rule` lists the codes; errors can't be allowed", "`psr rule` 会列出全部代码；错误不能被允许"),
    severity="warning",
)
KINDS = (UNUSED, NO_REASON, UNKNOWN_CODE)

# Read in plain signs, as `normalise` gives them. Nothing here goes back to try again, however long a comment is.
_MEANT = re.compile(r"#\s*+psr\s*+:", re.IGNORECASE)
_ALLOW = re.compile(
    r"#\s*+psr\s*+:\s*+(?:allow|允许)\s*+(?P<codes>PSR[0-9A-Z]++(?:\s*+,\s*+PSR[0-9A-Z]++)*+)\s*+,?+"
    r"(?:\s*+(?:because|因为)\s*+:?+\s*+(?P<reason>\S.*+))?",
    re.IGNORECASE,
)
_CODE = re.compile(r"PSR[0-9A-Z]+", re.IGNORECASE)
_VERB = re.compile(r"#\s*+psr\s*+:\s*+(?:allow(?![a-z])|允许)", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![0-9A-Za-z])(?:PSR)?([0-9]{3})(?![0-9A-Za-z])", re.IGNORECASE)
_EXAMPLE = "PSR502"
_BLANKS = " \t\u3000"


class Allowance(NamedTuple):
    """One code that is allowed, on which lines of the file, and where that stands."""

    code: str
    lines: range
    place: Place
    comment: Span
    reason: str


def allowances(source: SourceFile, document: s.Document, known: Collection[str]) -> list[Allowance]:
    """Give all allowances of a file that are in order; ``known`` are the codes that can be allowed."""
    return _read(source, document, known)[0]


def suppress(
    source: SourceFile,
    document: s.Document,
    found: Iterable[Diagnostic],
    tried: Collection[str],
    known: Collection[str],
) -> list[Diagnostic]:
    """Take out what is allowed; add what is wrong with the allowances themselves.

    ``tried`` are the codes that were looked for: only of these can be said that nothing raises them. ``known`` are all
    codes that can be allowed. Errors stay.
    """
    given, wrong = _read(source, document, known)
    # An allowance nearer to its line is written later in the file, so a row's own goes before its table's.
    by_line = {(allowance.code, line): allowance for allowance in given for line in allowance.lines}
    used: set[Span | None] = set()
    left: list[Diagnostic] = []
    for diagnostic in found:
        allowance = by_line.get((diagnostic.code, diagnostic.place.position[0]))
        if allowance is None or diagnostic.is_error:
            left.append(diagnostic)
        else:
            used.add(allowance.place.span)
    looked_for = {*tried, *(kind.code for kind in KINDS)}  # what is wrong with an allowance can't be allowed
    unused = [one for one in given if one.code in looked_for and one.place.span not in used]
    return [*left, *wrong, *map(_unused, unused)]


def _unused(allowance: Allowance) -> Diagnostic:
    found = _ALLOW.match(normalise(allowance.place.source.text[allowance.comment.start : allowance.comment.end]))
    fix = None
    if found and "," not in found["codes"]:  # a comment that allows several codes is left for a person to shorten
        fix = Fix(Words("delete the allowance", "删去这条允许"), (Edit(_whole(allowance), ""),))
    return UNUSED.at(allowance.place, fix=fix, code=allowance.code)


def _whole(allowance: Allowance) -> Span:
    """Give the comment with the spaces before it, and with its line where it has one of its own."""
    text = allowance.place.source.text
    start, end = allowance.comment
    while start > 0 and text[start - 1] in _BLANKS:
        start -= 1
    if start == 0 or text[start - 1] == "\n":
        end = text.find("\n", end) + 1 or len(text)
    return Span(start, end)


def _read(source: SourceFile, document: s.Document, known: Collection[str]) -> tuple[list[Allowance], list[Diagnostic]]:
    given: list[Allowance] = []
    wrong: list[Diagnostic] = []
    layout: _Layout | None = None
    for span, text in comments(source):
        plain = normalise(text)
        if not _MEANT.match(plain):
            continue
        found = _ALLOW.match(plain)
        if found is None or not found["reason"]:
            wrong.append(_malformed(Place(source, span), plain))
            continue
        layout = layout or _Layout(source, document)
        lines = layout.lines_for(span)
        reason = text[found.start("reason") :].strip()
        for code in _CODE.finditer(plain, *found.span("codes")):
            place = Place(source, Span(span.start + code.start(), span.start + code.end()))
            if code[0].upper() in known:
                given.append(Allowance(code[0].upper(), lines, place, span, reason))
            else:
                wrong.append(UNKNOWN_CODE.at(place, code=code[0]))
    return given, wrong


def _malformed(place: Place, plain: str) -> Diagnostic:
    """Say what an allowance lacks that begins well: its verb, a code that is written in full, or its reason."""
    number = _NUMBER.search(plain)
    code = f"PSR{number[1]}" if number else _EXAMPLE
    verb = _VERB.match(plain)
    if verb is None:
        return _NO_VERB.at(place, code=code)
    written = _CODE.match(plain[verb.end() :].lstrip())
    return (NO_REASON if written else _NO_CODE).at(place, code=code)


class _Layout:
    """Which lines of a file belong together: a statement with its strings or rows; each row by itself."""

    def __init__(self, source: SourceFile, document: s.Document) -> None:
        self._source = source
        stretches = [self._lines(span) for span in _stretches(document)]
        self._firsts = [lines.start for lines in stretches]
        self._stretches = stretches
        self._on = {line: lines for lines in stretches for line in lines}

    def lines_for(self, comment: Span) -> range:
        """Give the lines that a comment covers: what it stands behind; on a line of its own, what it stands above."""
        line = self._source.position(comment.start)[0]
        if not self._source.line(line).lstrip(_BLANKS).startswith(("#", "＃")):
            return self._on.get(line, range(line, line + 1))
        below = bisect_right(self._firsts, line)
        return self._stretches[below] if below < len(self._stretches) else range(0)

    def _lines(self, span: Span) -> range:
        return range(self._source.position(span.start)[0], self._source.position(span.end - 1)[0] + 1)


def _stretches(document: s.Document) -> Iterator[Span]:
    for statement in document.statements:
        rows: tuple[s.Row, ...] = getattr(statement, "rows", ())
        yield Span(statement.span.start, rows[-1].span.end if rows else statement.span.end)
        yield from (row.span for row in rows)
