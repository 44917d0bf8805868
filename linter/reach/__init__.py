"""What a heading, the total and the grades can come to: the interpreter's own evaluation with nothing known."""
