"""One text in the two languages the program speaks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

Language = Literal["en", "zh"]


class Words(NamedTuple):
    """One text in both languages, with ``{name}`` where an argument goes."""

    en: str
    zh: str

    def say(self, language: Language, arguments: Mapping[str, object]) -> str:
        """Give the text in a language, its arguments filled in; an argument may be words itself."""
        if language == "zh":
            return self.zh.format_map({name: _in(value, 1) for name, value in arguments.items()})
        return self.en.format_map({name: _in(value, 0) for name, value in arguments.items()})

    def filled(self, **arguments: object) -> Words:
        """Give the text with its arguments filled in, still in both languages."""
        return Words(self.say("en", arguments), self.say("zh", arguments))

    def plain(self, language: Language) -> str:
        """Give the text in a language as it is: it has no arguments, or they were filled in."""
        return self.zh if language == "zh" else self.en


def _in(value: object, index: int) -> object:
    """Give an argument in a language: one that is itself words is said in it, too."""
    return value[index] if isinstance(value, Words) else value
