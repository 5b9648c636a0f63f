"""What the README promises."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
READMES = ("README.md", "README.zh.md")


def blocks(name: str, language: str) -> list[str]:
    text = (ROOT / name).read_text(encoding="utf-8")
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


def test_ci_runs_the_test_command_as_the_readme_gives_it() -> None:
    (command,) = (block.strip() for block in blocks("README.md", "sh") if "pytest" in block)
    assert command in (ROOT / ".ci/run").read_text(encoding="utf-8").splitlines()


def test_both_languages_give_the_same_commands() -> None:
    chinese, english = (blocks(name, "sh")[:2] for name in reversed(READMES))
    assert chinese == english


@pytest.mark.parametrize("name", READMES)
def test_files_that_the_readme_links_to_exist(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!http)([^)#]+)\)", text)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


@pytest.mark.parametrize("name", READMES)
def test_python_example_runs(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "editions"
    folder.mkdir()
    for page in (ROOT / "qa/samples").glob("*.txt"):
        (folder / page.name).write_bytes(page.read_bytes())
    (example,) = blocks(name, "python")
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r})\n{example}"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
