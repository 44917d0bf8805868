"""The catalogue: every diagnostic there is, a file for each hundred of codes. Codes are never reused."""
