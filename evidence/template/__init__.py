"""The workbook that PSR makes from the rules, empty or filled in (docs/evidence.md: "Workbook")."""
