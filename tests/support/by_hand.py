"""The rubric of plain.psr as a programmer would write it by hand: Decimal, one expression an item."""

from decimal import Decimal

ZERO, HALF, THREE_TENTHS, ONE = Decimal(0), Decimal("0.5"), Decimal("0.3"), Decimal(1)
TWO, FOUR, FIVE, FIFTEEN, ALL = Decimal(2), Decimal(4), Decimal(5), Decimal(15), Decimal(150)
PRIZES = {"submitted": Decimal(1), "third": Decimal(2), "first": Decimal(3)}


def prizes(events, fact):
    points = ZERO
    for row in events.get(fact, ()):
        points += PRIZES[row.fields["prize"]] * row.quantity
    return points


def score(events, values):  # noqa: PLR0915  (one statement an item is the point)
    """Give the total of one unit: ``events`` holds the rows of each fact, ``values`` the yes/no facts that hold."""
    counts = {}
    for fact, rows in events.items():
        count = 0
        for row in rows:
            count += row.quantity
        counts[fact] = count
    get = counts.get
    total = ZERO
    section = ZERO
    section += max(ZERO, FOUR - min(TWO, HALF * get("f1", 0)))
    section += max(ZERO, FOUR - min(TWO, HALF * get("f2", 0)))
    section += max(ZERO, FOUR - min(TWO, HALF * get("f3", 0)))
    section += max(ZERO, FOUR - HALF * get("f4", 0) - THREE_TENTHS * get("f4b", 0))
    section += min(FOUR, prizes(events, "f5"))
    total += min(FIFTEEN, section)
    section = ZERO
    section += max(ZERO, TWO - HALF * max(0, 8 - get("f6", 0)))
    section += ZERO if values.get("f7") else max(ZERO, FIVE - ONE * get("f7b", 0))
    section += max(ZERO, FOUR - min(TWO, HALF * get("f8", 0)))
    section += max(ZERO, FOUR - min(TWO, HALF * get("f9", 0)))
    section += max(ZERO, FOUR - min(TWO, HALF * get("f10", 0)))
    total += min(FIFTEEN, section)
    section = ZERO
    section += max(ZERO, FOUR - min(TWO, HALF * get("f11", 0)))
    section += max(ZERO, FOUR - HALF * get("f12", 0) - THREE_TENTHS * get("f12b", 0))
    section += min(FOUR, prizes(events, "f13"))
    section += max(ZERO, TWO - HALF * max(0, 8 - get("f14", 0)))
    section += ZERO if values.get("f15") else max(ZERO, FIVE - ONE * get("f15b", 0))
    total += min(FIFTEEN, section)
    section = ZERO
    section += max(ZERO, FOUR - min(TWO, HALF * get("f16", 0)))
    section += max(ZERO, FOUR - min(TWO, HALF * get("f17", 0)))
    section += max(ZERO, FOUR - min(TWO, HALF * get("f18", 0)))
    section += max(ZERO, FOUR - min(TWO, HALF * get("f19", 0)))
    section += max(ZERO, FOUR - HALF * get("f20", 0) - THREE_TENTHS * get("f20b", 0))
    total += min(FIFTEEN, section)
    section = ZERO
    section += min(FOUR, prizes(events, "f21"))
    section += max(ZERO, TWO - HALF * max(0, 8 - get("f22", 0)))
    section += ZERO if values.get("f23") else max(ZERO, FIVE - ONE * get("f23b", 0))
    section += max(ZERO, FOUR - min(TWO, HALF * get("f24", 0)))
    section += max(ZERO, FOUR - min(TWO, HALF * get("f25", 0)))
    total += min(FIFTEEN, section)
    section = ZERO
    section += max(ZERO, FOUR - min(TWO, HALF * get("f26", 0)))
    section += max(ZERO, FOUR - min(TWO, HALF * get("f27", 0)))
    section += max(ZERO, FOUR - HALF * get("f28", 0) - THREE_TENTHS * get("f28b", 0))
    section += min(FOUR, prizes(events, "f29"))
    section += max(ZERO, TWO - HALF * max(0, 8 - get("f30", 0)))
    total += min(FIFTEEN, section)
    section = ZERO
    section += ZERO if values.get("f31") else max(ZERO, FIVE - ONE * get("f31b", 0))
    section += max(ZERO, FOUR - min(TWO, HALF * get("f32", 0)))
    section += max(ZERO, FOUR - min(TWO, HALF * get("f33", 0)))
    section += max(ZERO, FOUR - min(TWO, HALF * get("f34", 0)))
    total += min(FIFTEEN, section)
    section = ZERO
    section += max(ZERO, FOUR - min(TWO, HALF * get("f35", 0)))
    section += max(ZERO, FOUR - HALF * get("f36", 0) - THREE_TENTHS * get("f36b", 0))
    section += min(FOUR, prizes(events, "f37"))
    section += max(ZERO, TWO - HALF * max(0, 8 - get("f38", 0)))
    total += min(FIFTEEN, section)
    section = ZERO
    section += ZERO if values.get("f39") else max(ZERO, FIVE - ONE * get("f39b", 0))
    section += max(ZERO, FOUR - min(TWO, HALF * get("f40", 0)))
    section += max(ZERO, FOUR - min(TWO, HALF * get("f41", 0)))
    section += max(ZERO, FOUR - min(TWO, HALF * get("f42", 0)))
    total += min(FIFTEEN, section)
    section = ZERO
    section += max(ZERO, FOUR - min(TWO, HALF * get("f43", 0)))
    section += max(ZERO, FOUR - HALF * get("f44", 0) - THREE_TENTHS * get("f44b", 0))
    section += min(FOUR, prizes(events, "f45"))
    section += max(ZERO, TWO - HALF * max(0, 8 - get("f46", 0)))
    total += min(FIFTEEN, section)
    return min(ALL, total)
