"""Ten thousand lines: `parse`, which gives typed nodes, beside Lark, which gives a bare tree with positions.

Both read the same grammar and the same lines. The figures are printed, and judged by whoever reads them.
"""

from __future__ import annotations

import gc
import sys
import time
import tracemalloc
from collections.abc import Callable
from functools import cache

import pytest
from lark import Lark
from support.lark_itself import lark_parser

from psr.diagnostics import SourceFile
from psr.grammar import Document, parse
from psr.grammar.normalise import normalise

LINES = 10_000
_PAGE = """\
section "加强党的建设（第{n}部分）" worth 10
item {n}.1 "及时传达贯彻上级决策部署" worth 4  # 每年核对
  source "未提交材料一次扣0.5分，提交材料不符合要求一次扣0.3分。（4分）"
  fact missing_{n} "未提交材料" counts 次
  fact lecture_{n} "反腐倡廉教育活动" counts 次 with attendance percent, held "日期" date
  deduct 0.5 per missing_{n} cap 2
  扣0.3分 每 缺席_{n} 其中 出勤率 < 67% 封顶 1
item {n}.2 "学习强国" worth 6 starts at 4
  deduct 1 per idle_{n} above members_{n} / 3 cap 4
  score 6 if rank of average_{n} = 1 and not withheld_{n}
item {n}.3 "廉政文化作品" worth 8
  award per essay_{n} by prize cap 8
    third: 1.5
    second: 2
    first: 2.5 * (1 - returned_{n} / delivered_{n})
  applies if members_{n} >= 3 else peer mean
  part "会议记录、照片完整" worth 2
    deduct 0.5 per session_{n} below 1 per month
  void if major_{n} or points of {n}.1 < 60% of worth
  award mean of grade_{n} * load over task_{n} where (done) drop 1 lowest
"""


def rubric(lines: int) -> SourceFile:
    """Give a rule file with so many lines, 20 a page."""
    pages = [_PAGE.format(n=number) for number in range(lines // 20)]
    return SourceFile("large.psr", "".join(pages))


@cache
def lark() -> Lark:
    return lark_parser(propagate_positions=True)


def read(source: SourceFile) -> Document:
    document, mistakes = parse(source)
    assert mistakes == ()
    return document


@pytest.fixture
def source(benchmark) -> SourceFile:
    """Give the file to read: a short one where nothing is measured."""
    return rubric(200 if benchmark.disabled else LINES)


@pytest.mark.benchmark(group="parse")
def test_psr_to_typed_nodes(benchmark, source: SourceFile):
    document = benchmark(read, source)
    # Of a page's 20 lines three are rows of its table.
    assert len(document.statements) == source.text.count("\n") * 17 / 20


@pytest.mark.benchmark(group="parse")
def test_lark_to_a_bare_tree(benchmark, source: SourceFile):
    text = normalise(source.text)
    assert len(benchmark(lark().parse, text).children) == text.count("\n")


def test_the_ratio(benchmark, source: SourceFile, capsys: pytest.CaptureFixture[str]):
    text = normalise(source.text)
    lark().parse(text)
    ours = benchmark.pedantic(best, args=[lambda: read(source)], rounds=1)
    theirs = best(lambda: lark().parse(text))
    say(capsys, f"parse() takes {ours / theirs:.2f} of Lark's time: {ours:.2f} s and {theirs:.2f} s")


def test_memory(benchmark, capsys: pytest.CaptureFixture[str]):
    sizes = (100, 200) if benchmark.disabled else (5_000, 10_000, 20_000)
    for lines, (kept, peak) in zip(sizes, benchmark.pedantic(memory, args=sizes, rounds=1), strict=True):
        say(capsys, f"{lines} lines: {kept:.1f} MB kept, {peak:.1f} MB at most")


def memory(*sizes: int) -> list[tuple[float, float]]:
    """Give, for each number of lines, the megabytes that a document keeps and those that reading it takes."""
    found: list[tuple[float, float]] = []
    for lines in sizes:
        source = rubric(lines)
        tracemalloc.start()
        document = read(source)
        kept, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        found.append((kept / 1e6, peak / 1e6))
        del document
    return found


def best(work: Callable[[], object]) -> float:
    """Give the least of five times, in seconds of the processor."""
    times: list[float] = []
    for _ in range(5):
        gc.collect()
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def say(capsys: pytest.CaptureFixture[str], line: str) -> None:
    with capsys.disabled():
        sys.stdout.write(f"\n{line}")
