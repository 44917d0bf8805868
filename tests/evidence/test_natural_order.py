"""Files come in the order in which people count, and so do the units that they bring."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from psr.evidence.files import find_files
from psr.evidence.natural_order import natural


@pytest.mark.parametrize(
    "names",
    [
        ["一支部", "二支部", "三支部", "九支部", "十支部", "十一支部", "二十支部", "二十三支部", "一百零五支部"],
        ["支部1", "支部2", "支部10", "支部１１", "支部100"],
        ["2018年", "二〇一九年", "2020年"],
        ["a1b2", "a1b10", "a2"],
        ["机关党支部", "第一党支部", "第二党支部"],
    ],
)
def test_names_come_as_people_count(names: list[str]):
    mixed = Random(1).sample(names, len(names))
    assert sorted(mixed, key=natural) == names


def test_files_of_a_folder_come_so(tmp_path: Path):
    for name in ("三支部.yaml", "二支部/10.yaml", "二支部/9.yaml", "一支部.yaml"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("", "utf-8")
    found = [Path(path).relative_to(tmp_path).as_posix() for path in find_files([str(tmp_path)], print)]
    assert found == ["一支部.yaml", "二支部/9.yaml", "二支部/10.yaml", "三支部.yaml"]


def test_names_that_count_alike_keep_one_order(tmp_path: Path):
    for name in ("支部01.yaml", "支部1.yaml", "支部一.yaml"):
        (tmp_path / name).write_text(name, "utf-8")
    found = [Path(path).name for path in find_files([str(tmp_path)], print)]
    assert found == ["支部01.yaml", "支部1.yaml", "支部一.yaml"]
