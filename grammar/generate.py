"""Write tables.py from psr.lark: ``python -m psr.grammar.generate``, or ``make grammar``.

Lark checks the grammar and works out its LALR(1) tables; at run time only these tables are read, so that no
command waits for a parser generator. Needs lark, which only developers install.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
_HEADER = '''"""The LALR(1) tables of psr.lark. Written by generate.py; do not edit, run `make grammar`."""

# fmt: off
'''


def grammar_text() -> str:
    """Give the grammar file's text."""
    return (FOLDER / "psr.lark").read_text(encoding="utf-8")


def tables_text() -> str:
    """Build the parser with Lark and give the text of tables.py."""
    from lark import Lark  # a developer's tool, which no user installs

    text = grammar_text()
    lark: Any = Lark(text, parser="lalr", start="statement", maybe_placeholders=False)
    sections = [_HEADER, *_terminals(text, lark), *_states(lark)]
    return "\n".join(sections)


def words_of(pattern: str) -> tuple[str, str] | None:
    """Split a keyword's pattern into its English and its Chinese spelling; nothing for any other terminal."""
    plain = pattern.replace("[ \t]+", " ").replace(r"(?!\w)", "<").replace(r"(?![^\W\d])", ">")
    found = re.fullmatch(r"\(\?:([^<>|()]+)([<>])\|([^<>|()]+)[<>]\)", plain)
    if found is None:
        return None
    return (found[1], found[3]) if found[2] == "<" else (found[3], found[1])


def _terminals(text: str, lark: Any) -> Iterable[str]:
    """Give the sections about terminals, in the order in which psr.lark defines them."""
    patterns = {str(terminal.name): terminal.pattern for terminal in lark.terminals}
    defined = re.findall(r"^(\w+)(?:\.\d+)?:", text, re.MULTILINE)
    ordered = sorted(patterns, key=lambda name: defined.index(name) if name in defined else len(defined))
    words = {name: words_of(patterns[name].to_regexp()) for name in ordered}
    plain = {name: pattern.to_regexp() for name, pattern in patterns.items() if pattern.type == "re"}
    yield _section("TERMINALS: tuple[str, ...] = (", (f"{name!r}," for name in _terminal_names(lark)), ")")
    yield "# terminal: its English and its Chinese spelling"
    rows = (f"{name!r}: {words[name]!r}," for name in ordered if words[name])
    yield _section("KEYWORDS: dict[str, tuple[str, str]] = {", rows, "}")
    yield "# the terminals that are no words"
    rows = (f"{name!r}: {plain[name]!r}," for name in ordered if name in plain and not words[name])
    yield _section("PATTERNS: dict[str, str] = {", rows, "}")


def _states(lark: Any) -> Iterable[str]:
    """Give the sections about rules and states."""
    table = lark.parser.parser._parse_table  # noqa: SLF001  (Lark has no public name for it)
    order = _order(table, table.start_states["statement"])
    rules = sorted(lark.rules, key=str)
    nonterminal_of = _numbers({str(rule.origin.name) for rule in rules})
    terminal_of = _numbers(_terminal_names(lark))
    production_of = {rule: index for index, rule in enumerate(rules)}
    actions: list[list[int]] = [[] for _ in order]
    gotos: list[list[int]] = [[] for _ in order]
    for state, row in table.states.items():
        for symbol, (action, target) in sorted(row.items()):
            if symbol in nonterminal_of:
                gotos[order[state]] += [nonterminal_of[symbol], order[target]]
            else:
                number = order[target] if str(action) == "Shift" else ~production_of[target]
                actions[order[state]] += [terminal_of[symbol], number]
    yield f"END_STATE = {order[table.end_states['statement']]}\n"
    yield "# its nonterminal, its length, the name of what it builds, which children it keeps (see driver.py)"
    rows = (f"{_production(rule, nonterminal_of)!r}," for rule in rules)
    yield _section("PRODUCTIONS: tuple[tuple[int, int, str, tuple[int, ...]], ...] = (", rows, ")")
    yield "# a state's actions: pairs of a terminal and either the next state, or ~production to reduce by"
    yield _section("ACTIONS: tuple[str, ...] = (", map(_numbers_row, actions), ")")
    yield "# where a state goes after a nonterminal: pairs of a nonterminal and a state"
    yield _section("GOTOS: tuple[str, ...] = (", map(_numbers_row, gotos), ")")


def _terminal_names(lark: Any) -> list[str]:
    return sorted({str(terminal.name) for terminal in lark.terminals} | {"$END"})


def _numbers(names: Iterable[str]) -> dict[str, int]:
    return {name: number for number, name in enumerate(sorted(names))}


def _numbers_row(numbers: list[int]) -> str:
    return f'"{" ".join(map(str, numbers))}",'


def _section(opening: str, rows: Iterable[str], closing: str) -> str:
    return "\n".join([opening, *(f"    {row}" for row in rows), closing, ""])


def _order(table: Any, start: int) -> dict[int, int]:
    """Give each state a number by first visit, so that the file does not change from run to run."""
    order = {start: 0}
    queue = [start]
    for state in queue:
        for _, (action, target) in sorted(table.states[state].items(), key=lambda entry: entry[0]):
            if str(action) == "Shift" and target not in order:
                order[target] = len(order)
                queue.append(target)
    return order


def _production(rule: Any, nonterminal_of: dict[str, int]) -> tuple[int, int, str, tuple[int, ...]]:
    """Describe a rule: what it reduces to, how many symbols it takes, what it builds, which it keeps."""
    kept = tuple(index for index, symbol in enumerate(rule.expansion) if not (symbol.is_term and symbol.filter_out))
    name = str(rule.alias or rule.origin.name)
    if name.startswith("_"):
        name = ""  # a helper of `*` and `+`: its children are its parent's
    elif rule.options.expand1 and not rule.alias and len(kept) == 1:
        name = "="  # passes its only child on
    return nonterminal_of[rule.origin.name], len(rule.expansion), name, kept


if __name__ == "__main__":
    sys.stdout.write(f"writing {FOLDER.name}/tables.py\n")
    (FOLDER / "tables.py").write_text(tables_text(), encoding="utf-8")
