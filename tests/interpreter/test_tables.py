"""Tables too large to try in pieces give the hull of all their rows, and of 0."""

from support.scoring import points, score, unit


def table(size: int) -> str:
    rows = [f"  {n}, {n}: {n}" for n in range(1, size)]
    return "\n".join(
        [
            'rubric "r" year 2020 total 99',
            "fact a number",
            "fact b number",
            'item 1 "i" worth 99',
            "  award by a, b",
            *rows,
        ]
    )


def test_up_to_4096_combinations_are_tried() -> None:
    # Of each key 31 numbers, the gaps between them and both ends: 63 pieces; 63 × 63 = 3969.
    text = table(32) + "\n    otherwise: 40\n"
    assert points(score(text, unit())) == (1, 40)


def test_beyond_that_the_rows_bound_the_outcome() -> None:
    text = table(34) + "\n    otherwise: 40\n"
    assert points(score(text, unit())) == (0, 40)
    assert points(score(text, unit(a=3, b=3))) == 3
