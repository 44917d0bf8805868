"""Evidence as it might be, and what it would come to: scored by the rules again. Reads no file and prints nothing."""
