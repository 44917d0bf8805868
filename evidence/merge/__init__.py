"""Evidence of many files → one clean ledger that tells where each row comes from (docs/evidence.md: "Merging")."""
