"""A result → the committee's own table as a Word document."""
