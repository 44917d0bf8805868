"""What a careful colleague would find in a rule file: one file a rule, one page a rule in docs/rules."""
