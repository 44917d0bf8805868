"""64x, decision tables: rows that leave a gap, overlap, or can never be taken."""
