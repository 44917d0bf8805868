"""What ships is complete: the wheel, alone in an empty environment, scores the regulation of 2019."""

import os
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[2]
SETUPTOOLS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]

# What lies about in a working copy. An old build/ in particular would hide a forgotten file.
NOT_SOURCE = shutil.ignore_patterns(".*", "build", "dist", "*.egg-info", "__pycache__", "tests")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from a clean copy of the working tree."""
    place = tmp_path_factory.mktemp("wheel")
    shutil.copytree(ROOT, place / "source", ignore=NOT_SOURCE)
    run(sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "--no-index",
        "--wheel-dir", place, place / "source", inside=place)  # fmt: skip
    (built,) = place.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel where there is nothing but Python and what the wheel itself asks for."""
    place = tmp_path_factory.mktemp("empty") / "venv"
    run(sys.executable, "-m", "venv", "--without-pip", place, inside=place.parent)
    run(sys.executable, "-m", "pip", "--python", place / "bin" / "python", "install",
        "--no-deps", "--no-index", wheel, inside=place.parent)  # fmt: skip
    (packages,) = place.glob("lib/python*/site-packages")
    (installed,) = Distribution.discover(name="psr-rules", path=[str(packages)])
    for dependency in requirements_of(installed):
        copy_distribution(dependency, packages)
    return place


def requirements_of(installed: Distribution) -> Iterator[Distribution]:
    """Yield what a distribution needs at run time, at any depth, as installed beside these tests."""
    for line in installed.requires or ():
        requirement = Requirement(line)
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            dependency = distribution(requirement.name)
            yield dependency
            yield from requirements_of(dependency)


def copy_distribution(dependency: Distribution, packages: Path) -> None:
    """Copy a distribution's modules, so that no index has to be reached a second time."""
    for file in dependency.files or ():
        if ".." not in file.parts:  # commands stand outside site-packages; nobody calls them here
            target = packages / file
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(str(file.locate()), target)


def run(*command: str | Path, inside: Path) -> str:
    """Run a command that knows nothing of this checkout, and return what it prints."""
    clean = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "COV", "VIRTUAL_ENV", "PYTEST"))
    }
    done = subprocess.run(command, cwd=inside, env=clean, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, f"{command} failed:\n{done.stdout}{done.stderr}"
    return done.stdout


def contents(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return {name for name in archive.namelist() if ".dist-info/" not in name}


def test_every_folder_with_code_is_named_in_the_configuration() -> None:
    found = {
        ".".join(("psr", *file.parent.relative_to(ROOT).parts))
        for top in ROOT.iterdir()
        if top.is_dir() and (top / "__init__.py").exists() and top.name != "tests"
        for file in top.rglob("__init__.py")
    }
    assert {"psr", *found} == set(SETUPTOOLS["packages"])


def test_the_wheel_holds_every_source_file_and_nothing_else(wheel: Path) -> None:
    expected = {"psr/py.typed", "psr/grammar/psr.lark"}
    expected |= {f"psr/{page.relative_to(ROOT).as_posix()}" for page in (ROOT / "docs" / "rules").rglob("*.md")}
    for package in SETUPTOOLS["packages"]:
        folder = ROOT.joinpath(*package.split(".")[1:])
        patterns = ("*.py", *SETUPTOOLS["package-data"].get(package, ()))
        expected |= {f"psr/{file.relative_to(ROOT).as_posix()}" for shape in patterns for file in folder.glob(shape)}
    assert contents(wheel) == expected


def test_the_installed_command_scores_2019(environment: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "rules", tmp_path / "rules")
    shutil.copytree(ROOT / "examples" / "2019", tmp_path / "examples")
    printed = run(environment / "bin" / "psr", "score", "rules/2019.psr", "examples", "--format", "csv",
                  inside=tmp_path)  # fmt: skip
    assert "87.5" in printed  # the regulation's own totals of the two branches
    assert "90" in printed


def test_the_installed_command_knows_every_code(environment: Path, tmp_path: Path) -> None:
    pages = sorted((ROOT / "docs" / "rules").glob("PSR*.md"))
    for folder, language in ((ROOT / "docs" / "rules", "en"), (ROOT / "docs" / "rules" / "zh", "zh")):
        printed = run(environment / "bin" / "psr", "rule", *(page.stem for page in pages), "--lang", language,
                      inside=tmp_path)  # fmt: skip
        assert printed == "\n".join((folder / page.name).read_text(encoding="utf-8") for page in pages)


def test_the_installed_package_is_not_this_checkout(environment: Path, tmp_path: Path) -> None:
    where = run(environment / "bin" / "python", "-c", "import psr; print(psr.__file__)", inside=tmp_path)
    assert Path(where.strip()).is_relative_to(environment)


def test_the_version_is_written_in_one_place(wheel: Path, environment: Path, tmp_path: Path) -> None:
    version = run(environment / "bin" / "python", "-c", "import psr; print(psr.__version__)", inside=tmp_path).strip()
    assert wheel.name == f"psr_rules-{version}-py3-none-any.whl"
    assert version in run(environment / "bin" / "psr", "--version", inside=tmp_path)
