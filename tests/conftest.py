"""How hard Hypothesis tries: the same examples every time in `make test`, thousands of new ones in `make fuzz`."""

from hypothesis import settings

settings.register_profile("steady", derandomize=True, deadline=None, database=None, print_blob=True)
settings.register_profile("fuzz", deadline=None, max_examples=5_000, print_blob=True)
settings.load_profile("steady")
