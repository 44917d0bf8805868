"""How hard Hypothesis tries, and which tests count as proof that a branch is taken."""

from pathlib import Path

import pytest
from hypothesis import is_hypothesis_test, settings

# The same examples every time in `make test`, thousands of new ones in `make fuzz`.
settings.register_profile("steady", derandomize=True, deadline=None, database=None, max_examples=40, print_blob=True)
settings.register_profile("fuzz", deadline=None, max_examples=5_000, print_blob=True)
settings.load_profile("steady")

TESTS = Path(__file__).parent
COUNTED = ("grammar", "interpreter", "linter", "replay", "cli")
"""Here every branch of grammar/, interpreter/ and linter/ is taken by some case that people can read."""


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let those cases alone count, and nothing drawn by chance: to watch a test takes as long again as to run it."""
    for item in items:
        drawn_by_chance = isinstance(item, pytest.Function) and is_hypothesis_test(item.function)
        if drawn_by_chance or item.path.relative_to(TESTS).parts[0] not in COUNTED:
            item.add_marker("no_cover")
