import pytest

from psr.diagnostics.visible import visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("考核细则：扣 0.5 分", "考核细则：扣 0.5 分"),
        ("e\u0301 \u3000 🏆", "e\u0301 \u3000 🏆"),
        ("\ue123", "\ue123"),  # private use: some fonts keep rare Chinese characters there
        ("a\x00b", "a\\x00b"),
        ("\x1b[31m", "\\x1b[31m"),
        ("one\r\ntwo\tthree", "one\\x0d⏎two\\x09three"),
        ("\x9b", "\\x9b"),  # the one-character form of ESC [
        ("a\u202eb\u2066c", "a<U+202E>b<U+2066>c"),
        ("ab\u200bsence", "ab<U+200B>sence"),
        ("\ufeff", "<U+FEFF>"),
        ("\u2028", "<U+2028>"),
        ("\ud800", "<U+D800>"),  # half a surrogate pair, as in the name of a file that is not UTF-8
        ("\U000e0041", "<U+E0041>"),
    ],
)
def test_what_cannot_be_seen_is_spelt_out(text: str, shown: str):
    assert visible(text) == shown
