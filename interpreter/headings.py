"""Outlines → headings: what each is worth, the range it stays in, where it starts (specification: "Headings")."""

from __future__ import annotations

from decimal import Decimal

from ..diagnostics import Span, Words
from ..diagnostics.catalogue import names, types
from ..grammar import expressions as e
from ..grammar import statements as s
from .model import Group, HeadingModel, PointsLine, lines_of
from .outline import Outline
from .problems import Problems

_ONE = Decimal(1)
_RANKS: dict[str, Words] = {
    "rubric": Words("rubric", "考核细则"),
    "section": Words("section", "大项"),
    "item": Words("item", "指标"),
    "part": Words("part", "小项"),
}
_ADVICE: dict[str, tuple[Words, Words]] = {
    "year": (Words("year", "年度"), Words("only the `rubric` line has a year", "只有 `考核细则` 一行可写年度")),
    "bonus": (Words("bonus", "附加"), Words("only a `section` can be a bonus", "只有 `大项` 可以附加")),
    "scaled to": (
        Words("scaled to", "折合"),
        Words("only a `section` or the `rubric` can be scaled", "只有 `大项` 或 `考核细则` 可以折合"),
    ),
    "cap": (
        Words("cap", "封顶"),
        Words("put the cap on the rule, or on a `part` without a worth", "请写在规则行上，或写在没有分值的 `小项` 上"),
    ),
    "starts": (
        Words("starts", "起算"),
        Words(
            "a part without a worth has no start of its own; give it a `worth`",
            "没有分值的小项不单独起算；请为它写上 `分值`",
        ),
    ),
    "weight": (
        Words("weight", "权重"),
        Words(
            "a part without a worth hands nothing up; give it a `worth`", "没有分值的小项不单独计分；请为它写上 `分值`"
        ),
    ),
    "round": (
        Words("round", "舍入"),
        Words(
            "a part without a worth is not rounded; give it a `worth`", "没有分值的小项不单独舍入；请为它写上 `分值`"
        ),
    ),
    "in full": (
        Words("in full", "全文"),
        Words(
            "the wording of a part stands in its `source`; put `in full` under the item",
            "小项的文字写在它的 `原文` 中；`全文` 请写在指标之下",
        ),
    ),
    "else": (
        Words("else", "否则"),
        Words("a part without a worth gives nothing to those it does not concern", "没有分值的小项对不适用者不给分"),
    ),
}


class HeadingBuilder:
    """Builds the headings of a rubric, children before their parents, and numbers them in the order of the file."""

    __slots__ = ("headings", "labels", "problems")

    def __init__(self, problems: Problems) -> None:
        """Take where to say what is wrong."""
        self.problems = problems
        self.headings: list[HeadingModel | None] = []
        self.labels: dict[str, tuple[int, Span]] = {}

    def build(self, outline: Outline) -> HeadingModel:
        """Build one heading and all below it."""
        index = len(self.headings)
        self.headings.append(None)
        node = outline.node
        self._label(node, index)
        self._clauses(outline)
        parts: list[PointsLine | Group] = []
        children: list[HeadingModel] = []
        for entry in outline.order:
            if not isinstance(entry, Outline):
                parts.append(entry)
            elif entry.is_group:
                parts.append(self._group(entry))
            else:
                children.append(self.build(entry))
        self._judges(node, parts)
        worth = node.worth.value if node.worth else None
        if node.scaled_to is not None and worth is None and not any(map(_has_worth, children)):
            self.problems.say(names.NO_WORTH, node.span)
        low, high = self._range(node, worth)
        weight = _ONE
        if node.weight:
            weight = node.weight.value / 100 if isinstance(node.weight, e.Percent) else node.weight.value
        heading = HeadingModel(
            index,
            node.rank,
            node.label.text if node.label else "",
            node.title.value if node.title else "",
            worth,
            low,
            high,
            self._start(outline, parts, children, worth),
            weight,
            node.scaled_to.value if node.scaled_to else None,
            node.bonus,
            tuple(parts),
            tuple(children),
            outline.applies,
            outline.round,
            tuple(text.value for text in outline.in_full.lines) if outline.in_full else (),
            tuple(outline.source),
            node,
        )
        self.headings[index] = heading
        return heading

    def _judges(self, node: s.Heading, parts: list[PointsLine | Group]) -> None:
        """See that a heading has one mark of the committee, its groups included, and a number to give it by."""
        judges = [line for line in lines_of(parts) if isinstance(line, s.Judge)]
        if judges and node.label is None:
            self.problems.say(names.JUDGE_WITHOUT_NUMBER, node.span)
        for line in judges[1:]:
            word = Words("judge", "酌情")
            self.problems.say(names.REPEATED_LINE, line.span, (judges[0].span, names.FIRST_HERE), word=word)

    def _label(self, node: s.Heading, index: int) -> None:
        if node.label is None:
            return
        label = node.label.text
        if label in self.labels:
            first = self.labels[label][1]
            self.problems.say(names.REPEATED_LABEL, node.label.span, (first, names.FIRST_HERE), label=label)
        else:
            self.labels[label] = (index, node.label.span)

    def _clauses(self, outline: Outline) -> None:
        node, rank = outline.node, outline.node.rank
        misplaced = {
            "year": node.year is not None and rank != "rubric",
            "bonus": node.bonus and rank != "section",
            "scaled to": node.scaled_to is not None and rank not in ("rubric", "section"),
            "cap": bool(node.caps) and not outline.is_group,
            "starts": node.start is not None and outline.is_group,
            "weight": node.weight is not None and (outline.is_group or rank == "rubric"),
            "round": outline.round is not None and outline.is_group,
            "in full": outline.in_full is not None and rank == "part",
            "else": outline.is_group and outline.applies is not None and outline.applies.otherwise != "left out",
        }
        for clause, wrong in misplaced.items():
            if wrong:
                word, advice = _ADVICE[clause]
                self.problems.say(names.CLAUSE_MISPLACED, node.span, clause=word, rank=_RANKS[rank], advice=advice)
        if node.year is not None and node.year.value != int(node.year.value):
            self.problems.say(types.WHOLE_NUMBER, node.year.span, number=node.year.value)
        if outline.applies and outline.applies.otherwise == "full" and node.worth is None and not outline.is_group:
            self.problems.say(names.NO_WORTH, node.span)
        if not outline.order:
            self.problems.say(names.EMPTY_HEADING, node.span)

    def _group(self, outline: Outline) -> Group:
        self._label_of_group(outline)
        self._clauses(outline)
        return Group(outline.node, tuple(outline.lines), outline.applies, tuple(outline.source))

    def _label_of_group(self, outline: Outline) -> None:
        label = outline.node.label
        if label is not None:
            advice = Words(
                "a part without a worth has no points of its own; give it a `worth`, or leave the number away",
                "没有分值的小项没有自己的得分；请写上 `分值`，或去掉编号",
            )
            word = Words(label.text, label.text)
            self.problems.say(names.CLAUSE_MISPLACED, label.span, clause=word, rank=_RANKS["part"], advice=advice)

    def _range(self, node: s.Heading, worth: Decimal | None) -> tuple[Decimal | None, Decimal | None]:
        if node.range is None:
            return (None, None) if worth is None else (Decimal(0), worth)
        low, high = node.range.low, node.range.high
        if high is not None and low > high:
            self.problems.say(names.UPSIDE_DOWN, node.range.span, low=low, high=high)
        return low, high

    def _start(
        self,
        outline: Outline,
        parts: list[PointsLine | Group],
        children: list[HeadingModel],
        worth: Decimal | None,
    ) -> Decimal:
        """Find where a heading starts; one that gives and takes must say so itself."""
        start = outline.node.start
        if start is not None:
            if start.at == "zero":
                return Decimal(0)
            if start.at != "full":
                return start.at
            if worth is None:
                self.problems.say(names.NO_WORTH, start.span)
            return worth or Decimal(0)
        if children or worth is None:
            return Decimal(0)
        lines = lines_of(parts)
        takes = next((line for line in lines if _takes(line)), None)
        gives = next((line for line in lines if not _takes(line)), None)
        if takes and gives:
            others = ((takes.span, names.TAKES), (gives.span, names.GIVES))
            self.problems.say(names.GIVES_AND_TAKES, outline.node.span, *others)
        return worth if takes else Decimal(0)


def _has_worth(heading: HeadingModel) -> bool:
    return heading.worth is not None or any(map(_has_worth, heading.children))


def _takes(line: PointsLine) -> bool:
    return isinstance(line, s.Void) or (isinstance(line, s.Effect) and line.verb == "deduct")
