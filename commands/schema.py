"""`psr schema`: write the JSON Schema of a rubric's evidence."""

from __future__ import annotations

import argparse

from .common import TROUBLE, language, load, output_options, put, report

DESCRIPTION = """\
Writes the JSON Schema of a rubric's evidence. With it an editor completes the names of facts, values and items in YAML
and JSON, and shows what can't be right while it is typed. In editors with the YAML language server, put this line at
the top of a file of evidence:

  # yaml-language-server: $schema=2019.schema.json

examples:
  psr schema rules/2019.psr --output 2019.schema.json
"""


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    command.add_argument("rules", metavar="RULES", help="the rule file (.psr)")
    output_options(command)


def run(options: argparse.Namespace) -> int:
    """Write the schema; give the exit code."""
    import json

    from ..evidence.schema import evidence_schema

    chosen = language(options)
    rubric, found = load(options.rules)
    code = report(found, chosen)
    if rubric is None:
        return code or TROUBLE
    return put(json.dumps(evidence_schema(rubric.model, chosen), ensure_ascii=False, indent=2) + "\n", options)
