"""A receipt → the short line below a score sheet, and the full list of files where there is room for it."""

from __future__ import annotations

from ..diagnostics import Language, Words
from ..receipts.receipt import Receipt, shortened, together

_WORDS: dict[str, Words] = {
    "rules": Words("rules {digest}", "细则 {digest}"),
    "evidence": Words("evidence {digest}", "佐证 {digest}"),
    "previous": Words("previous {digest}", "上年佐证 {digest}"),
    "version": Words("psr {version}", "PSR {version}"),
    "keep going": Words("in spite of errors in the evidence", "佐证有错误，照样计分"),
    "files": Words("Files (SHA-256)", "所用文件（SHA-256）"),
}
_KINDS: dict[str, Words] = {
    "rules": Words("rules", "细则"),
    "evidence": Words("evidence", "佐证"),
    "previous": Words("last year's evidence", "上年佐证"),
}


def receipt_line(receipt: Receipt, language: Language) -> str:
    """Write a receipt in one line: the first digits of the digests, the version, whether errors were passed over."""
    digests = {"rules": receipt.rules.sha256, "evidence": together(receipt.evidence)}
    if receipt.previous:
        digests["previous"] = together(receipt.previous)
    parts = [_WORDS[name].say(language, {"digest": shortened(digest)}) for name, digest in digests.items()]
    parts.append(_WORDS["version"].say(language, {"version": receipt.version}))
    if receipt.keep_going:
        parts.append(_WORDS["keep going"].say(language, {}))
    return " · ".join(parts)


def receipt_rows(receipt: Receipt, language: Language) -> list[tuple[str, str, str]]:
    """List the files: what each is, its name, its whole digest."""
    files = [("rules", receipt.rules)]
    files += [("evidence", file) for file in receipt.evidence]
    files += [("previous", file) for file in receipt.previous]
    return [(kind_word(kind, language), file.name, file.sha256) for kind, file in files]


def kind_word(kind: str, language: Language) -> str:
    """Say what a file is: rules, evidence, or last year's."""
    return _KINDS[kind].say(language, {})


def files_word(language: Language) -> str:
    """Give what stands above the list of files."""
    return _WORDS["files"].say(language, {})
