"""The documents are true: what they link to exists, and what exists is in them."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from urllib.parse import unquote

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "articles").rglob("*.md")])
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
COMMANDS = sorted(
    path.stem for path in (ROOT / "articles/management/commands").glob("*.py") if not path.stem.startswith("_")
)
# Steps of bin/prepare, and Haystack's command that would take the live index away, which ours refuses.
BEHIND_THE_SCENES = {"clear_index"}


def text_of(documents: list[Path]) -> str:
    return "\n".join(document.read_text(encoding="utf-8") for document in documents)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_to_a_file_leads_somewhere(document: Path):
    links = LINK.findall(document.read_text(encoding="utf-8"))
    files = [unquote(link.split("#")[0]) for link in links if "://" not in link and not link.startswith("#")]
    assert [file for file in files if not (document.parent / file).exists()] == []


@pytest.mark.parametrize("document", sorted((ROOT / "docs").glob("*.md")), ids=lambda path: path.name)
def test_every_page_of_docs_is_in_its_contents(document: Path):
    if document.name != "README.md":
        assert f"({document.name})" in (ROOT / "docs/README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", [command for command in COMMANDS if command not in BEHIND_THE_SCENES])
def test_every_command_is_documented(command: str):
    assert re.search(rf"\b{command}\b", text_of(DOCUMENTS))


def test_every_make_target_explains_itself():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    assert phony
    shown = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert [target for target in phony[1].split() if not re.search(rf"^{target}\s", shown, re.MULTILINE)] == []


def test_every_requirement_is_pinned_with_its_reason():
    for name in ("requirements.txt", "requirements-dev.txt"):
        for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
            if line and not line.startswith(("#", "-r")):
                assert re.fullmatch(r"[\w.\[\]-]+==[\w.]+ +# \S.*", line), line


def test_every_requirement_is_among_the_constraints():
    constraints = {
        line.split("==")[0].lower().replace("_", "-"): line.split("==")[1].split()[0]
        for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
        if "==" in line
    }
    for name in ("requirements.txt", "requirements-dev.txt"):
        for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
            if found := re.match(r"([\w.-]+)(?:\[\w+\])?==([\w.]+)", line):
                assert constraints.get(found[1].lower().replace("_", "-")) == found[2], line
