"""PSR514: the quotas of the grades give out more places than there are units."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics import Diagnostic, Kind, Label, Words
from ...grammar import expressions as e
from ..figures import figure
from ..rule import Subject

KIND = Kind(
    "PSR514",
    Words(
        "the grades' quotas add up to {sum}% of the units",
        "各等次的名额合计为单位总数的 {sum}%",
    ),
    Words("{last}%", "{last}%"),
    Words(
        "mend the quotas; each is for its own grade alone, the better grades not counted",
        "请更正名额；每个名额只管本等次，不含更高的等次",
    ),
    severity="warning",
)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Find quotas that are above 100% together; a number of places can't be added to a share.

    See PSR511 for a quota that leaves nobody a place.
    """
    shares = [grade.quota for grade in subject.model.grades if isinstance(grade.quota, e.Percent)]
    total = sum(share.value for share in shares)
    if total > 100:
        labels = [Label(subject.place(share), _percent(share)) for share in shares[:-1]]
        yield KIND.at(subject.place(shares[-1]), *labels, sum=figure(total), last=figure(shares[-1].value))


def _percent(share: e.Percent) -> Words:
    text = f"{figure(share.value)}%"
    return Words(text, text)
