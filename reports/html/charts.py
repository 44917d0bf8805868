"""Numbers → small bars as inline SVG. They only repeat what stands beside them as text, so readers aloud skip them.

Shares are of 1. Each bar shows a part that is certain and, where the points are provisional, a part that may be added.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from markupsafe import Markup

_FILLS = {"track": "#e3e8ea", "fill": "#2f6f95", "loss": "#b9572a", "open": "#c2c5c7"}
"""For what makes a PDF without minding the style of drawings; browsers take the colours of the style."""
_SPARK_WIDTH, _SPARK_GAP, _SPARK_HEIGHT = 7, 2, 24

_BAR = Markup(
    '<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">'
    f'<rect class="track" fill="{_FILLS["track"]}" width="100" height="8"/>{{parts}}</svg>'
)
_LYING = Markup('<rect class="{kind}" fill="{colour}" x="{start}" width="{size}" height="8"/>')
_SPARK = Markup(
    '<svg class="spark" viewBox="0 0 {width} {height}" width="{width}" height="{height}" aria-hidden="true">'
    "{columns}</svg>"
)
_COLUMN = Markup("<g><title>{title}</title>{parts}</g>")
_UPRIGHT = Markup('<rect class="{kind}" fill="{colour}" x="{x}" y="{start}" width="{width}" height="{size}"/>')


class Share(NamedTuple):
    """How much of its worth something has: at least ``sure``, at most ``most``; what lies outside 0 to 1 is cut off."""

    sure: Fraction
    most: Fraction


def bar(share: Share, kind: str = "fill") -> Markup:
    """Draw a lying bar as long as a share; ``kind`` is the CSS class of the part that is certain."""
    sure, most = 100 * _inside(share.sure), 100 * _inside(share.most)
    parts = _LYING.format(kind=kind, colour=_FILLS[kind], start=0, size=_figure(sure))
    if most > sure:
        parts += _LYING.format(kind="open", colour=_FILLS["open"], start=_figure(sure), size=_figure(most - sure))
    return _BAR.format(parts=parts)


def spark(columns: Iterable[tuple[Share, str]]) -> Markup:
    """Draw one small upright bar for each share, with a title to show under the pointer."""
    drawn = [_column(place * (_SPARK_WIDTH + _SPARK_GAP), share, title) for place, (share, title) in enumerate(columns)]
    width = max(1, len(drawn) * (_SPARK_WIDTH + _SPARK_GAP) - _SPARK_GAP)
    return _SPARK.format(width=width, height=_SPARK_HEIGHT, columns=Markup("").join(drawn))


def _column(x: int, share: Share, title: str) -> Markup:
    sure, most = _SPARK_HEIGHT * _inside(share.sure), _SPARK_HEIGHT * _inside(share.most)
    parts = [("track", Fraction(0), Fraction(_SPARK_HEIGHT)), ("fill", _SPARK_HEIGHT - sure, sure)]
    if most > sure:
        parts.append(("open", _SPARK_HEIGHT - most, most - sure))
    drawn = [
        _UPRIGHT.format(
            kind=kind, colour=_FILLS[kind], x=x, start=_figure(start), width=_SPARK_WIDTH, size=_figure(size)
        )
        for kind, start, size in parts
    ]
    return _COLUMN.format(title=title, parts=Markup("").join(drawn))


def _inside(share: Fraction) -> Fraction:
    return min(max(share, Fraction(0)), Fraction(1))


def _figure(value: Fraction) -> str:
    return f"{float(value):.4g}"
