"""Linting: from a thousand lines to ten thousand, rule by rule; and the whole process on the regulation of 2019.

The figures are printed, and judged by whoever reads them: ten thousand lines are to take less than five seconds, ten
times what a thousand take and no more; the process on the regulation of 2019 less than 300 ms.
"""

from __future__ import annotations

import gc
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from time import process_time

import pytest

from psr.api import lint_source
from psr.diagnostics import SourceFile
from psr.grammar.parser import parse
from psr.interpreter.program import Program
from psr.interpreter.resolve import resolve
from psr.linter.registry import RULES
from psr.linter.rule import Subject

ROOT = Path(__file__).parents[2]
SIZES = (1_000, 2_000, 4_000, 6_000, 8_000, 10_000)
_SLOWEST = 5

_PAGE = """\
section "党的建设（第{n}部分）" worth 20
item {n}.1 "及时传达贯彻上级决策部署" worth 6  # 每年核对
  source "未提交材料一次扣0.5分，提交不符合要求一次扣0.3分。（6分）"
  fact missing_{n} "第{n}部分未提交材料" counts 次
  fact poor_{n} "第{n}部分材料不符合要求" counts 次
  deduct 0.5 per missing_{n} cap 3
  deduct 0.3 per poor_{n}
item {n}.2 "开展学习" worth 6 starts at 4
  source "少一次扣1分，（4分）平均分最高的得6分。"
  fact session_{n} "第{n}部分学习" counts 次 with share "参加率" percent required
  fact average_{n} "第{n}部分平均分" number 分
  deduct 1 per session_{n} where share >= 67% below 8 cap 4
  score 6 if rank of average_{n} = 1
item {n}.3 "作品与成果" worth 8
  source "一等奖3分，二等奖2分，三等奖1分。（8分）"
  fact essay_{n} "第{n}部分作品" counts 篇 with prize first "一等奖" / second "二等奖" / third "三等奖"
  award per essay_{n} by prize cap 8
    first: 3
    second: 2
    third: 1
"""
_LINES = _PAGE.count("\n")


def rubric(lines: int) -> SourceFile:
    """Give a sound rule file with so many lines, or a few less."""
    pages = (lines - 1) // _LINES
    text = "".join(_PAGE.format(n=number) for number in range(1, pages + 1))
    return SourceFile("large.psr", f'rubric "大型细则" year 2019 total {20 * pages}\n{text}')


@pytest.mark.benchmark(group="lint")
def test_the_curve(benchmark, capsys: pytest.CaptureFixture[str]):
    sizes = (100, 200) if benchmark.disabled else SIZES
    times = benchmark.pedantic(lambda: [seconds(rubric(size)) for size in sizes], rounds=1)
    for size, took in zip(sizes, times, strict=True):
        say(capsys, f"{size:>6} lines: {took:5.2f} s, {1e6 * took / size:4.0f} µs a line")


def seconds(source: SourceFile) -> float:
    """Lint a file as the command does, garbage left for later; give the seconds of the processor that it takes."""
    before = gc.get_threshold()
    gc.set_threshold(100_000, 50, 50)
    start = process_time()
    found = lint_source(source)
    took = process_time() - start
    gc.set_threshold(*before)
    assert [one.code for one in found if one.is_error] == []
    return took


@pytest.mark.benchmark(group="lint")
def test_the_slowest_rules(benchmark, capsys: pytest.CaptureFixture[str]):
    source = rubric(200 if benchmark.disabled else SIZES[-1])
    times = benchmark.pedantic(lambda: by_rule(source), rounds=1)
    for code, took in sorted(times.items(), key=lambda entry: -entry[1])[:_SLOWEST]:
        say(capsys, f"{code}: {took:.2f} s")


def by_rule(source: SourceFile) -> dict[str, float]:
    """Give the seconds that each rule takes; the first that needs something pays for it."""
    model, _ = resolve(parse(source)[0], source)
    assert model is not None
    subject = Subject(model, Program(model))
    times: dict[str, float] = defaultdict(float)
    for rule in RULES:
        start = process_time()
        list(rule.check(subject))
        times[rule.kind.code] += process_time() - start
    return times


def test_process(benchmark):
    command = [sys.executable, "-m", "psr.cli", "lint", "rules/2019.psr", "--exit-zero"]
    done = benchmark.pedantic(
        lambda: subprocess.run(command, cwd=ROOT, capture_output=True, check=True), rounds=9, warmup_rounds=2
    )
    assert done.stderr == b""


def say(capsys: pytest.CaptureFixture[str], line: str) -> None:
    with capsys.disabled():
        sys.stdout.write(f"\n{line}")
