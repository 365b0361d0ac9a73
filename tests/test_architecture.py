"""The shape that docs/architecture.md draws: imports run down only, and third parties stay behind their walls."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from house import FILES, IMPORTS, SOURCE, circles
from khihau import model
from khihau.cli.glossary import GLOSSARY_COMMANDS
from khihau.cli.main import COMMANDS
from khihau.loading import load
from khihau.render import RENDERERS, Shown, renderer
from spec_tables import each_row

# A package may import those of the tiers above its own line here, and none beside it.
TIERS: tuple[tuple[str, ...], ...] = (
    ("errors", "loading"),
    ("atomic",),
    ("cache",),
    ("model",),
    ("text",),
    ("languages",),
    ("documents", "quantities", "termbase"),
    ("dating", "profiles"),
    ("config", "match"),
    ("ledger", "project"),
    ("fuzzy",),
    ("review",),
    ("pairing", "rules"),
    ("rulebook",),
    ("engine",),
    ("",),
    ("render",),
    ("console", "exchange", "site"),
    ("cli",),
    ("__main__",),
)
WALLS = {
    "click": ("cli", "console"),
    "tomli": ("termbase/toml.py",),
    "rapidfuzz": ("fuzzy",),
    "underthesea": ("languages",),
    "kiwipiepy": ("languages",),
    "ahocorasick_rs": ("match",),
    "markupsafe": ("render/safe_html.py",),
    "rich": ("console/printing.py",),
    "lxml": ("documents", "exchange"),
    "polib": ("documents/bitexts",),
    "python_calamine": ("documents/tables",),
    "rdflib": ("exchange/skos/turtle.py",),
    "openpyxl": ("render/brief", "exchange/tables"),
}
# The one module that prints, and what none but it may use.
DOOR = "console/printing.py"
PRINTS = {
    "sys": {"stdout", "stderr", "__stdout__", "__stderr__"},
    "click": {
        "echo",
        "secho",
        "echo_via_pager",
        "prompt",
        "confirm",
        "progressbar",
        "get_text_stream",
    },
    "os": {"write", "writev"},
}


def tier_of(module: str) -> int:
    return next(number for number, names in enumerate(TIERS) if module in names)


def own_part(module: str) -> str:
    """The part of the house that a module belongs to: "match" for khihau.match.scan."""
    return (*module.split("."), "")[1]


@each_row("module", sorted(IMPORTS))
def test_imports_run_down_only(module: str) -> None:
    own = own_part(module)
    for other in IMPORTS[module]:
        part = own_part(other.module)
        if other.module in FILES and part != own:
            assert tier_of(part) < tier_of(own), (
                f"{module} imports {other.module}, which lies not below"
            )


def test_no_circle_of_modules() -> None:
    graph = {
        module: {one.module for one in some} & set(IMPORTS) for module, some in IMPORTS.items()
    }
    assert circles(graph) == []


def test_a_circle_is_seen() -> None:
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"b"}, "d": set()}) == [["b", "c"]]


@each_row("module", sorted(IMPORTS))
def test_third_parties_stay_behind_their_walls(module: str) -> None:
    place = FILES[module].relative_to(SOURCE).as_posix()
    for one in IMPORTS[module]:
        package = one.module.split(".")[0]
        if package in WALLS:
            assert place.startswith(WALLS[package]), f"{place} imports {package}"
            if package not in ("click", "tomli", "ahocorasick_rs", "markupsafe"):
                assert not one.is_at_top, f"{place} imports {package} before it is needed"


def test_modules_are_loaded_by_name_in_one_place() -> None:
    """All that is imported late is named whole in a table, where `house.IMPORTS` sees it."""
    places = {
        file.relative_to(SOURCE).as_posix()
        for file in FILES.values()
        if "import_module" in file.read_text("utf-8")
    }
    # The other asks for libraries of third parties that may not be there.
    assert places == {"loading.py", "documents/extras.py"}


@each_row("shown", sorted(RENDERERS))
def test_every_format_has_its_renderer(shown: Shown) -> None:
    for form in RENDERERS[shown]:
        assert callable(renderer(shown, form)), form


def test_every_command_has_its_function() -> None:
    for commands in (COMMANDS, GLOSSARY_COMMANDS):
        for name, module in commands.items():
            assert load(module, f"{name}_command").name == name


def made_of_words(tree: ast.AST) -> Iterator[int]:
    """The lines that take something else than a literal for HTML."""
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id == "Html"
        ):
            yield from (node.lineno for one in node.args if not isinstance(one, ast.Constant))


def test_only_literals_are_html() -> None:
    """Words of drafts and glossaries come into HTML by `format`, which escapes them."""
    found = {
        file.relative_to(SOURCE).as_posix(): len(
            [*made_of_words(ast.parse(file.read_text("utf-8")))]
        )
        for file in FILES.values()
    }
    # Of pages that run our own script and have our own styles in them.
    assert {name: count for name, count in found.items() if count} == {"render/page.py": 2}


def prints(tree: ast.AST) -> Iterator[str]:
    """What a module prints with, by any of the ways there are to name it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id == "print":
            yield "print"
        elif isinstance(node, ast.Attribute) and node.attr == "show":  # an error of click
            yield node.attr
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            if node.attr in PRINTS.get(node.value.id, ()):
                yield f"{node.value.id}.{node.attr}"
        elif isinstance(node, ast.ImportFrom):
            names = PRINTS.get(node.module or "", ())
            yield from (f"{node.module}.{one.name}" for one in node.names if one.name in names)


def test_all_that_is_printed_goes_through_one_door() -> None:
    found = {
        file.relative_to(SOURCE).as_posix(): sorted({*prints(ast.parse(file.read_text("utf-8")))})
        for file in FILES.values()
    }
    assert {name: ways for name, ways in found.items() if ways and name != DOOR} == {}
    assert len(found[DOOR]) == 5


def test_the_model_tells_each_name_that_it_reads_when_asked_for() -> None:
    (for_types,) = (
        node
        for node in ast.parse(FILES["khihau.model"].read_text("utf-8")).body
        if isinstance(node, ast.If)
    )
    told = {
        (node.module, name.name)
        for node in for_types.body
        if isinstance(node, ast.ImportFrom)
        for name in node.names
    }
    late = {(module, name) for module, names in model._MODULES.items() for name in names}
    assert late == told
    assert {name for _, name in late} <= {*model.__all__}
    assert [name for name in model.__all__ if getattr(model, name, None) is None] == []
