"""docs/reports.md names every kind of document and every option; the READMEs' pictures are there."""

import re

import pytest
from docs.pages import ROOT

from psr.cli import main
from psr.commands.report import FORMATS

TEXT = (ROOT / "docs" / "reports.md").read_text(encoding="utf-8")


def test_every_kind_of_document_has_its_line() -> None:
    assert re.findall(r"^\| `\.(\w+)` \|", TEXT, re.MULTILINE) == list(FORMATS)


def test_every_option_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["report", "--help"])
    options = set(re.findall(r"--[\w-]+", capsys.readouterr().out)) - {"--help", "--previous"}
    assert {option for option in options if option not in TEXT} == set()


@pytest.mark.parametrize("name", ["README.md", "README.zh.md"])
def test_the_pictures_are_there(name: str) -> None:
    pictures = re.findall(r'src="([^"]+)"', (ROOT / name).read_text(encoding="utf-8"))
    assert len(pictures) == 3
    assert all((ROOT / picture).read_bytes().startswith(b"\x89PNG") for picture in pictures)
