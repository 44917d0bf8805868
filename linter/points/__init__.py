"""5xx, points that cannot be right: what headings can reach, caps, weights, places."""
