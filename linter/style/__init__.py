"""7xx, how a rule file is laid out and worded."""
