"""Text → tree: ``parse`` gives a rule file's document, typed and with its comments, and what was wrong in it."""

from .parser import parse
from .statements import Document

__all__ = ["Document", "parse"]
