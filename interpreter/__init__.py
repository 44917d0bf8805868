"""Tree + evidence → points with a trace: names, types, evaluation. Reads no file and prints nothing."""
