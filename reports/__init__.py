"""A result → what people and programs read: the terminal's table, JSON, CSV, and derivations."""
