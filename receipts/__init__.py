"""What a result was made of, and whether a result still holds (docs/receipts.md)."""
