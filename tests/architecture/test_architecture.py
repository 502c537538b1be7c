"""The shape of the code: what may import what, how long a module is, and that everything has its sentence."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parents[2]
PACKAGES = (ROOT / "reader", ROOT / "import" / "blogimport")
MODULES = sorted(path for package in PACKAGES for path in package.rglob("*.py"))
SOURCES = [*MODULES, *sorted((ROOT / "tests").rglob("*.py")), *sorted((ROOT / "bench").rglob("*.py"))]

# The rooms that may import each of these: of SQLite one for each file that there is, for everything else one.
ROOMS = {
    "sqlite3": ("reader/archive", "reader/marks"),
    "sqlite_utils": ("reader/archive",),
    "dateparser": ("reader/dates",),
    "textual": ("reader/tui",),
}


def name_of(path: Path) -> str:
    """A path as it is told in a failure."""
    return str(path.relative_to(ROOT))


@cache
def tree_of(path: Path) -> ast.Module:
    """The code of a module."""
    return ast.parse(path.read_text("utf-8"))


def statements(tree: ast.Module) -> Iterator[ast.AST]:
    """All statements of a module, however deep: a tenth of what its tree holds with the expressions in them."""
    waiting: list[ast.AST] = [*tree.body]
    while waiting:
        node = waiting.pop()
        yield node
        for part in ("body", "orelse", "finalbody", "handlers", "cases"):
            waiting.extend(getattr(node, part, ()))


@cache
def imported(path: Path) -> frozenset[str]:
    """The top names of all that a module imports, wherever in it."""
    found: set[str] = set()
    for node in statements(tree_of(path)):
        if isinstance(node, ast.Import):
            found.update(alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return frozenset(found)


def public(path: Path) -> Iterator[tuple[str, ast.AST]]:
    """The module, and its public functions and classes with their public methods."""
    tree = tree_of(path)
    yield "", tree
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and node.name[0] != "_":
            yield node.name, node
            if isinstance(node, ast.ClassDef):
                for part in node.body:
                    if isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef) and part.name[0] != "_":
                        yield f"{node.name}.{part.name}", part


def test_imports_point_down(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The contracts on imports that stand in pyproject.toml hold."""
    monkeypatch.chdir(ROOT)
    status = lint_imports(no_cache=True, no_logo=True)

    assert status == 0, capsys.readouterr().out


@pytest.mark.parametrize("library", ROOMS)
def test_one_room_for_each_library(library: str) -> None:
    """SQLite, dateparser and Textual are each known to no part of the code but those that keep them."""
    # Parsing takes long, and most modules do not even speak of it.
    knowing = {
        name_of(path) for path in MODULES if library in path.read_text("utf-8") and library in imported(path)
    }
    rooms = {room for room in ROOMS[library] for name in knowing if name.startswith(f"{room}/")}

    assert rooms == set(ROOMS[library])
    assert not [name for name in knowing if not name.startswith(tuple(f"{room}/" for room in rooms))]


def test_rooms_of_the_importer_have_one_door() -> None:
    """What is in a folder of the importer is imported from elsewhere through the folder alone."""
    packages = {
        ".".join(path.relative_to(ROOT / "import").parent.parts) for path in MODULES if "import" in path.parts
    }
    past = []
    for path in (ROOT / "import").rglob("*.py"):
        room = ".".join(path.relative_to(ROOT / "import").parent.parts)
        for node in statements(tree_of(path)):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("blogimport."):
                entered, _, inner = (node.module or "").rpartition(".")
                if node.module not in packages and not f"{room}.".startswith(f"{entered}."):
                    past.append(f"{name_of(path)}: {inner} of {entered}")

    assert len(packages) > 20
    assert past == []


def test_modules_are_short() -> None:
    """No module has 400 lines."""
    lengths = {name_of(path): len(path.read_text("utf-8").splitlines()) for path in MODULES}

    assert {name: length for name, length in lengths.items() if length >= 400} == {}


def test_every_module_has_a_subject() -> None:
    """No module is a place for whatever has no other."""
    assert [
        name_of(path) for path in SOURCES if path.stem in ("utils", "util", "helpers", "misc", "common")
    ] == []


def test_every_folder_says_what_it_is() -> None:
    """Each folder of the code is a package that says in a sentence what it is."""
    folders = {path.parent for path in MODULES}
    lacking = [
        name_of(folder)
        for folder in folders
        if not (folder / "__init__.py").exists() or not ast.get_docstring(tree_of(folder / "__init__.py"))
    ]

    assert lacking == []


def test_every_public_name_has_its_sentence() -> None:
    """Each public module, class, function and method has a docstring."""
    lacking = []
    for path in MODULES:
        for name, node in public(path):
            assert isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
            if not ast.get_docstring(node):
                lacking.append(f"{name_of(path)}: {name or 'the module'}")

    assert lacking == []


def test_every_test_says_what_it_tests() -> None:
    """Each test begins with the behaviour that it is about, as a sentence."""
    lacking = [
        f"{name_of(path)}: {node.name}"
        for path in sorted((ROOT / "tests").rglob("test_*.py"))
        for node in statements(tree_of(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.name.startswith("test_")
        and not (ast.get_docstring(node) or "").partition("\n")[0].endswith((".", "?", ":"))
    ]

    assert lacking == []


def test_no_package_index_is_named() -> None:
    """No file says where packages come from, which is for whoever installs them to choose."""
    listed = subprocess.run(
        ["git", "-C", ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        capture_output=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip("not a git checkout")
    # In pieces, or this file would name them.
    hosts = [b".".join(parts) for parts in ((b"pypi", b"org"), (b"files", b"pythonhosted", b"org"))]
    hosts += [b"registry." + b"npmjs", b"artifactory" + b".", b"://" + b"pypi"]
    names = [ROOT / name.decode() for name in listed.stdout.split(b"\0") if name]
    naming = [
        name_of(path) for path in names if path.is_file() and any(host in path.read_bytes() for host in hosts)
    ]

    assert len(names) > 20
    assert naming == []


def test_every_file_of_tests_has_a_subject() -> None:
    """Each module of the tests and of what is measured says in a sentence what it is about."""
    others = [path for path in SOURCES if path not in MODULES and path.name != "__init__.py"]

    assert [name_of(path) for path in others if not ast.get_docstring(tree_of(path))] == []


def test_properties_are_tested_as_often_as_the_run_asks() -> None:
    """How many examples a test takes follows the profile of the run, so that a long run is longer for each of them."""
    told = [
        name_of(path)
        for path in sorted((ROOT / "tests").rglob("test_*.py"))
        if "max_examples" in path.read_text("utf-8")
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.keyword) and node.arg == "max_examples"
    ]

    assert told == []
