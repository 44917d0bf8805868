"""Mending: rounds of fixes, none of which may break the file, and an end in any case."""

import re
from collections.abc import Callable

from psr.diagnostics import Diagnostic, Edit, Fix, Kind, Place, SourceFile, Span, Words
from psr.linter.mend import Mended, mend

WARNING = Kind("PSR601", Words("odd", "可疑"), severity="warning")
ERROR = Kind("PSR101", Words("wrong", "有误"))
WORDS = Words("do it", "照办")


def looking_for(pattern: str, new: str, *, safe: bool = True) -> Callable[[SourceFile], list[Diagnostic]]:
    """Find a pattern, whose fix puts a text in its place; each `!` of the text is an error."""

    def look(source: SourceFile) -> list[Diagnostic]:
        found = [
            WARNING.at(Place(source, Span(*one.span())), fix=Fix(WORDS, (Edit(Span(*one.span()), new),), safe))
            for one in re.finditer(pattern, source.text)
        ]
        return found + [ERROR.at(Place(source, Span(*one.span()))) for one in re.finditer("!", source.text)]

    return look


def mended(text: str, look: Callable[[SourceFile], list[Diagnostic]], *, unsafe: bool = False) -> tuple[str, int, int]:
    """Give the new text, how many fixes were made, and how many findings are left."""
    done: Mended = mend(SourceFile("a.psr", text), look, unsafe=unsafe)
    return done.source.text, len(done.made), len(done.left)


def test_what_touches_waits_for_the_next_round() -> None:
    assert mended("aaaaa", looking_for("a", "b")) == ("bbbbb", 5, 0)


def test_what_a_fix_brings_up_is_mended_too() -> None:
    assert mended("((((x))))", looking_for(r"\(x\)", "x")) == ("x", 4, 0)


def test_unsafe_fixes_are_made_only_where_asked_for() -> None:
    look = looking_for("a", "b", safe=False)
    assert mended("a a", look) == ("a a", 0, 2)
    assert mended("a a", look, unsafe=True) == ("b b", 2, 0)


def test_no_fix_brings_an_error() -> None:
    assert mended("a a", looking_for("a", "!")) == ("a a", 0, 2)


def test_errors_that_were_there_stop_no_fix() -> None:
    assert mended("! a !", looking_for("a", "b")) == ("! b !", 1, 2)


def test_one_bad_fix_stops_no_other() -> None:
    """Of forty, the one behind `x` makes an error."""

    def look(source: SourceFile) -> list[Diagnostic]:
        spoilt = [ERROR.at(Place(source, Span(*one.span()))) for one in re.finditer("xb", source.text)]
        return looking_for("a", "b")(source) + spoilt

    text = "\n".join(["a"] * 20 + ["xa"] + ["a"] * 19)
    assert mended(text, look) == ("\n".join(["b"] * 20 + ["xa"] + ["b"] * 19), 39, 1)


def test_fixes_that_undo_one_another_end() -> None:
    def look(source: SourceFile) -> list[Diagnostic]:
        return looking_for("a", "b")(source) or looking_for("b", "a")(source)

    assert mended("a", look)[0] in ("a", "b")


def test_a_fix_that_grows_ends() -> None:
    assert len(mended("a" * 100, looking_for("a", "aa"))[0]) <= 2 * (2 * 100 + 1000)
