"""A large result, and a program of its own that writes its page: ``python large.py FILE UNITS``.

It prints the seconds that writing took and the most memory that the process needed, in MB.
"""

import sys
import time
from pathlib import Path

from psr.api import check_source
from psr.diagnostics import SourceFile
from psr.interpreter.facts import Event, Evidence, Mark, UnitFacts, Value
from psr.interpreter.result import Result
from psr.reports.html.page import html_report

ITEMS = 46
KINDS = (
    '  fact f{n} "缺席{n}" counts 人次\n  deduct 0.5 per f{n} cap 2',
    '  fact f{n} "学习{n}" counts 次 required\n  deduct 0.5 per f{n} below 8',
    '  fact f{n} "作品{n}" counts 篇 with prize merit "优秀奖" / third "三等奖"\n  award per f{n} by prize cap 2\n'
    "    merit: 1\n    third: 1.5",
    "  judge 0 to 2",
    '  fact f{n} "积分{n}" number 0 to 100 分\n  award 2 * f{n} / 100',
)


def rules() -> str:
    lines = [f'rubric "大型考核" year 2024 total {2 * ITEMS}']
    for n in range(ITEMS):
        if n % 6 == 0:
            lines.append(f'section "第{n // 6 + 1}大项" worth {2 * min(6, ITEMS - n)}')
        source = f"第{n + 1}项：按规定要求及时开展工作，未按要求开展一次扣0.5分，扣完为止。（2分）"
        lines += [f'item {n // 6 + 1}.{n % 6 + 1} "第{n + 1}项指标" worth 2', f'  source "{source}"']
        lines.append(KINDS[n % len(KINDS)].format(n=n))
    return "\n".join(lines)


def large(units: int) -> Result:
    """Score so many units."""
    return scored(evidence_of(units))


def scored(evidence: Evidence) -> Result:
    """Score evidence by the rules above."""
    rubric, found = check_source(SourceFile("rules.psr", rules()))
    assert rubric is not None, found
    return rubric.program.score(evidence)


def evidence_of(units: int) -> Evidence:
    """Give the evidence of so many units, every row with a note of its own."""
    evidence = Evidence()
    for u in range(units):
        facts = evidence.units[f"第{u + 1}党支部"] = UnitFacts(f"第{u + 1}党支部")
        for n in range(ITEMS):
            note, some = f"第{u + 1}单位第{n + 1}项说明材料，见附件{u * n % 97}", (u * 7 + n * 3) % 5
            match n % len(KINDS):
                case 0:
                    facts.events[f"f{n}"] = [Event(some, 738_900 + some, {}, note)] if some else []
                case 1:
                    facts.events[f"f{n}"] = [Event(4 + some, None, {}, note)]
                case 2:
                    prize = "merit" if some % 2 else "third"
                    facts.events[f"f{n}"] = [Event(1, None, {"prize": prize}, note) for _ in range(some % 3)]
                case 3:
                    facts.marks[f"{n // 6 + 1}.{n % 6 + 1}"] = Mark(some % 3, "工作扎实，材料齐全")
                case _:
                    facts.values[f"f{n}"] = Value(60 + 10 * some, note)
    return evidence


def main(file: str, units: str) -> None:
    result = large(int(units))
    begun = time.perf_counter()
    text = html_report(result, "zh")
    seconds = time.perf_counter() - begun
    Path(file).write_text(text, encoding="utf-8")
    status = Path("/proc/self/status")
    lines = status.read_text(encoding="utf-8").splitlines() if status.exists() else ["VmHWM: 0 kB"]
    peak = next(line.split()[1] for line in lines if line.startswith("VmHWM"))
    sys.stdout.write(f"{seconds:.2f} {int(peak) // 1024}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
