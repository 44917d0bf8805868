"""Words → lines: a statement on one line, or broken where it would be wider than WIDTH, its comments in their places.

A line is broken behind a comma. Where the comma belongs to a list it stands there anyway; elsewhere it is added, and
says that the statement goes on (specification: "Files and lines"). Of the places within reach the outermost is
taken, and of several such the last: so a fact is broken before ``with`` rather than between two fields.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..diagnostics.width import display_width
from .lexer import Comment
from .print_words import Word, is_comma, must_break

WIDTH = 100
"""How many terminal cells a line may take, comments aside, if there is any place to break it."""


def lines_of(words: Sequence[Word], inside: Sequence[Comment], behind: str, indent: int, hang: int) -> list[str]:
    """Lay a statement out.

    ``inside`` are the comments between its words, each of which ends its line; ``behind`` is the one after its last
    word, or empty. ``indent`` and ``hang`` are the cells before its first line and before the further ones.
    """
    lines: list[str] = []
    margin = indent
    pieces = _pieces(words, inside)
    for number, (piece, remarks) in enumerate(pieces, 1):
        for line in _filled(piece, WIDTH - margin, WIDTH - hang, starts=not lines):
            lines.append(" " * margin + line)
            margin = hang
        if number < len(pieces) and not _goes_on(piece[-1], pieces[number][0][0]):
            lines[-1] += ","
        if remarks:
            lines[-1] += f"  {remarks[0]}"
            lines += [" " * hang + remark for remark in remarks[1:]]
    if behind:
        lines[-1] += f"  {behind}"
    return lines


def written(words: Sequence[Word]) -> str:
    """Write words on one line, with their blanks."""
    text = "".join(word.text if word.glued else " " * (word.pad + 1) + word.text for word in words)
    return text.lstrip(" ")


def _goes_on(last: Word, following: Word) -> bool:
    """Tell whether the comma of a list, where one stands, shows that its line goes on.

    It does not before a word that would make it no comma of a list (`print_words`): there a second one is needed.
    """
    return is_comma(last) and following.level > 0


def _pieces(words: Sequence[Word], inside: Sequence[Comment]) -> list[tuple[Sequence[Word], list[str]]]:
    """Cut words where a line must end, with the comments that stand at each end."""
    pieces: list[tuple[Sequence[Word], list[str]]] = []
    begin = waiting = 0
    for index in range(1, len(words)):
        before = waiting
        while waiting < len(inside) and inside[waiting].start < words[index].start:
            waiting += 1
        if waiting > before or must_break(words[index - 1], words[index]):
            pieces.append((words[begin:index], [comment.text for comment in inside[before:waiting]]))
            begin = index
    return [*pieces, (words[begin:], [])]


def _filled(words: Sequence[Word], first: int, further: int, *, starts: bool) -> Iterator[str]:
    """Break words into lines of at most so many cells: the first one, and the further ones."""
    begin, room = 0, first
    while end := _break(words, begin, room, least=begin + 1 + starts):
        yield written(words[begin:end]) + ("" if is_comma(words[end - 1]) else ",")
        begin, room, starts = end, further, False
    yield written(words[begin:])


def _break(words: Sequence[Word], begin: int, room: int, least: int) -> int:
    """Give the word before which a line is best broken, or 0 where the rest fits or can't be broken."""
    best = width = 0
    for index in range(begin, len(words)):
        word = words[index]
        if word.level and index >= least:
            end = width + (not is_comma(words[index - 1]))  # with the comma that is to be added
            if not best or (end <= room and word.level <= words[best].level):
                best = index
        if width > room and best:
            return best
        blanks = 0 if word.glued or index == begin else word.pad + 1
        width += blanks + display_width(word.text)
    return best if width > room else 0
