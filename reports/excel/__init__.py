"""A result → a workbook: the committee's table with formulas, derivations and evidence, linked to one another."""
