"""Lines of keys, where the parser gives none; and the folder of the built-in glossary."""

from __future__ import annotations

from pathlib import Path

import pytest

from khihau.errors import KhihauError
from khihau.termbase.checks import KeyPath, format_key
from khihau.termbase.locate import find_glossary
from khihau.termbase.places import key_lines, line_of
from spec_tables import each_row

TEXT = '''\
id = "a"  # [[label]]
definition = { en = "x" }
note.en = """
[[label]]
lang = "no"
"""
note.vi = \'\'\'x
[[label]]\'\'\'
"related" = [
    "x",
    "y",
]

[[label]]
lang = "vi"
  text="""'\\\\""" # '
status = "x"
note.en = "#"

  [[ label ]] # second
"lang" = "ko"
[label.note]
en = "x"
[[example]]
text = "[[label]]"
'''

PLACES: list[tuple[KeyPath, int]] = [
    (("id",), 1),
    (("definition", "en"), 2),
    (("note",), 3),
    (("note", "en"), 3),
    (("note", "vi"), 7),
    (("related", 2), 9),
    (("label",), 14),
    (("label", 1), 14),
    (("label", 1, "text"), 16),
    (("label", 1, "status"), 17),
    (("label", 1, "note", "en"), 18),
    (("label", 1, "note", "ko"), 18),
    (("label", 1, "kind"), 14),
    (("label", 2), 20),
    (("label", 2, "lang"), 21),
    (("label", 2, "note"), 22),
    (("label", 2, "note", "en"), 23),
    (("example", 1, "text"), 25),
    (("broader",), 0),
    ((), 0),
]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@each_row("key, line", PLACES)
def test_line_of(key: KeyPath, line: int, newline: str) -> None:
    assert line_of(key, key_lines(TEXT.replace("\n", newline))) == line


def test_a_key_path_for_people() -> None:
    assert format_key(("label", 2, "note", "en")) == "label[2].note.en"
    assert format_key(("a\nb", "Luật BVMT")) == '"a\\nb".Luật BVMT'
    assert format_key(()) == ""


def test_the_builtin_glossary_of_a_checkout() -> None:
    root = Path(__file__).parents[1]
    assert find_glossary(root / "src" / "khihau") == root / "glossary"


def test_the_builtin_glossary_of_a_wheel(tmp_path: Path) -> None:
    (tmp_path / "site-packages" / "khihau" / "glossary").mkdir(parents=True)
    (tmp_path / "glossary").mkdir()
    package = tmp_path / "site-packages" / "khihau"
    assert find_glossary(package) == package / "glossary"


def test_no_builtin_glossary(tmp_path: Path) -> None:
    package = tmp_path / "lib" / "khihau"
    (tmp_path / "glossary").mkdir()  # not ours: the package is in no src folder
    with pytest.raises(KhihauError) as caught:
        find_glossary(package)
    assert str(caught.value) == (
        f"the built-in glossary is missing: no folder {package / 'glossary'} (a wheel)"
        f" or {tmp_path / 'glossary'} (a checkout);"
        " reinstall khihau, or pass builtin=False and a glossary of your own"
    )
