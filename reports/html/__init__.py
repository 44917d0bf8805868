"""A result → one self-contained HTML page: overview, heat map, and each mark's derivation; nothing leaves it."""
