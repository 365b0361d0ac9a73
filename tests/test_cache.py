"""The cache folder only saves time: what cannot be read or written there is worked out anew."""

from __future__ import annotations

import json
import os
import zlib
from pathlib import Path

import pytest

import khihau
from khihau import cache
from khihau.engine import explain
from khihau.errors import GlossaryError
from khihau.match import index, rows
from khihau.match.index import index_of
from khihau.match.patterns import Rows
from khihau.model import Concept, Label, Termbase
from khihau.termbase.load import open_glossary

CONCEPT = 'id = "climate"\n[[label]]\nlang = "vi"\ntext = "{text}"\nstatus = "preferred"\n'
TEXT = "Biến đổi khí hậu (BĐKH) và 온실가스 감축이 are on the agenda of COP29, NDCs: thoả thuận Paris, tờ báo cáo buộc."
VALUE = ["khí hậu\n기후\u2028".encode(), b"", b"\xff\x00\r\n[1]"]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that caches are kept in, for one test."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "khihau"


# --- one cache ------------------------------------------------------------------------------------


def test_what_is_stored_comes_back(folder: Path) -> None:
    cache.store("one", "key", VALUE)
    assert cache.load("one", "key") == VALUE
    assert [file.name for file in folder.iterdir()] == ["one.cache"]


def test_the_newer_value_counts() -> None:
    cache.store("one", "key", [b"1"])
    cache.store("one", "later", [b"2"])
    assert cache.load("one", "key") is None
    assert cache.load("one", "later") == [b"2"]


def test_another_key_or_name_is_none() -> None:
    cache.store("one", "key", VALUE)
    assert cache.load("one", "kex") is None
    assert cache.load("two", "key") is None


def crc(body: str) -> int:
    return zlib.crc32(body.encode())


DAMAGES = {
    "empty": b"",
    "not JSON": b"hello\nworld",
    "no body": json.dumps({"key": "key", "crc32": crc("")}).encode(),
    "other checksum": json.dumps({"key": "key", "crc32": 1}).encode() + b"\n[1]",
    "no checksum": b'{"key": "key"}\n[1]',
    "a list": b"[1]\n[1]",
    "not UTF-8": b"\xff\xfe\n[1]",
    "NUL": b"\x00" * 100,
    "body not JSON": json.dumps({"key": "key", "crc32": crc("{")}).encode() + b"\n{",
    "nested too deep": json.dumps({"key": "key", "crc32": crc("[" * 99_999)}).encode()
    + b"\n"
    + b"[" * 99_999,
    "head nested too deep": b"[" * 99_999 + b"\n[1]",
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_is_none_and_is_replaced(folder: Path, damage: str) -> None:
    cache.store("one", "key", VALUE)
    (folder / "one.cache").write_bytes(DAMAGES[damage])
    assert cache.load("one", "key") is None
    cache.store("one", "key", VALUE)
    assert cache.load("one", "key") == VALUE


def test_a_file_cut_anywhere_or_with_one_byte_changed_is_none(folder: Path) -> None:
    cache.store("one", "key", VALUE)
    file = folder / "one.cache"
    whole = file.read_bytes()
    for at in range(len(whole)):
        file.write_bytes(whole[:at])
        assert cache.load("one", "key") is None
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert cache.load("one", "key") is None
    file.write_bytes(whole + b" ")
    assert cache.load("one", "key") is None


def test_a_folder_in_place_of_the_file_is_silent(folder: Path) -> None:
    (folder / "one.cache").mkdir(parents=True)
    cache.store("one", "key", VALUE)
    assert cache.load("one", "key") is None
    assert [file.name for file in folder.iterdir()] == ["one.cache"]  # and no draft is left


def test_a_file_in_place_of_the_folder_is_silent(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("mine", "utf-8")
    cache.store("one", "key", VALUE)
    assert cache.load("one", "key") is None
    assert (tmp_path / "cache").read_text("utf-8") == "mine"
    assert [file.name for file in tmp_path.iterdir()] == ["cache"]


def test_a_folder_that_may_not_be_written_is_silent(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.store("one", "key", VALUE)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    with monkeypatch.context() as patch:
        patch.setattr("os.replace", refuse)
        cache.store("one", "key", [b"2"])
        cache.store("two", "key", [b"2"])
    with monkeypatch.context() as patch:
        patch.setattr("os.makedirs", refuse)
        cache.store("three", "key", [b"3"])
    assert cache.load("one", "key") == VALUE
    assert [file.name for file in folder.iterdir()] == ["one.cache"]


def test_without_a_home_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("os.path.expanduser", lambda path: path)
    for given in ("", "relative"):
        monkeypatch.setenv("XDG_CACHE_HOME", given)
        cache.store("one", "key", VALUE)
        assert cache.load("one", "key") is None
    assert list(tmp_path.iterdir()) == []


def test_the_newest_caches_are_kept(folder: Path) -> None:
    for number in range(40):
        cache.store(f"c{number}", "key", [b"%d" % number])
        os.utime(folder / f"c{number}.cache", (number, number))
    cache.store("last", "key", [b"1"])
    kept = {file.name for file in folder.iterdir()}
    assert kept == {"last.cache", *(f"c{number}.cache" for number in range(9, 40))}
    assert len(kept) == 32


def test_a_stamp_changes_with_size_and_time(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text("ab", "utf-8")
    os.utime(file, ns=(1, 1))
    first = cache.stamp([str(file)])
    assert cache.stamp([str(file)]) == first
    os.utime(file, ns=(1, 2))
    later = cache.stamp([str(file)])
    file.write_text("abc", "utf-8")
    os.utime(file, ns=(1, 2))
    assert len({first, later, cache.stamp([str(file)])}) == 3
    with pytest.raises(FileNotFoundError):
        cache.stamp([str(tmp_path / "none")])


# --- the index ------------------------------------------------------------------------------------


def glossary(tmp_path: Path, text: str, name: str = "glossary") -> Path:
    file = tmp_path / name / "law" / "climate.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(CONCEPT.format(text=text), "utf-8")
    return file.parents[1]


def found(root: Path, text: str = "khí hậu, môi trường, rừng") -> list[str]:
    base = khihau.load_glossary(root, builtin=False)
    return [match.text for match in khihau.annotate(text, base)]


def test_the_index_from_the_cache_is_the_one_worked_out(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    worked_out = open_glossary()
    before = khihau.annotate(TEXT, worked_out), explain(TEXT, worked_out)
    assert [file.name[:6] for file in folder.glob("index-*")] == ["index-"]
    monkeypatch.setattr(rows, "rows_of", lambda _: pytest.fail("worked out again"))
    read = open_glossary()
    assert index_of(read) is not index_of(worked_out)
    assert (khihau.annotate(TEXT, read), explain(TEXT, read)) == before
    for name in ("spaced", "squeezed"):
        one, other = (getattr(index_of(base), name).entries() for base in (worked_out, read))
        assert list(one) == list(other)


@pytest.mark.parametrize("kind", ["none", "damaged", "a folder", "unwritable"])
def test_without_a_cache_the_answer_is_the_same(tmp_path: Path, folder: Path, kind: str) -> None:
    root = glossary(tmp_path, "khí hậu")
    assert found(root) == ["khí hậu"]
    (file,) = folder.glob("index-*")
    if kind == "damaged":
        file.write_bytes(file.read_bytes()[:-2])
    else:
        file.unlink()
    if kind == "a folder":
        file.mkdir()
    if kind == "unwritable":
        for one in folder.iterdir():
            one.unlink()
        folder.rmdir()
        folder.write_text("", "utf-8")
    assert found(root) == ["khí hậu"]


def test_a_changed_file_is_seen_at_once(tmp_path: Path) -> None:
    root = glossary(tmp_path, "khí hậu")
    assert found(root) == ["khí hậu"]
    glossary(tmp_path, "môi trường")
    assert found(root) == ["môi trường"]
    glossary(tmp_path, "rừng")
    assert found(root) == ["rừng"]
    (root / "law" / "more.toml").write_text(
        CONCEPT.format(text="khí hậu").replace("climate", "more"), "utf-8"
    )
    assert found(root) == ["khí hậu", "rừng"]
    (root / "law" / "climate.toml").unlink()
    assert found(root) == ["khí hậu"]


def test_two_glossaries_have_two_caches(tmp_path: Path, folder: Path) -> None:
    one, other = glossary(tmp_path, "khí hậu", "one"), glossary(tmp_path, "rừng", "other")
    for _ in range(2):
        assert found(one) == ["khí hậu"]
        assert found(other) == ["rừng"]
    assert len(list(folder.glob("index-*"))) == 2


def test_changed_code_makes_another_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = glossary(tmp_path, "khí hậu")
    assert found(root) == ["khí hậu"]
    worked_out: list[object] = []
    rows_of = rows.rows_of

    def counted(base: Termbase, names: Termbase | None) -> Rows:
        worked_out.append(base)
        return rows_of(base, names)

    monkeypatch.setattr(rows, "rows_of", counted)
    found(root)
    assert not worked_out
    monkeypatch.setattr(index, "_code_stamp", lambda: "another")
    found(root)
    assert len(worked_out) == 1


def test_an_error_is_told_with_a_warm_cache_too(tmp_path: Path) -> None:
    root = glossary(tmp_path, "khí hậu")
    assert found(root) == ["khí hậu"]
    file = root / "law" / "climate.toml"
    file.write_text(file.read_text("utf-8").replace("preferred", "prefered"), "utf-8")
    for _ in range(2):
        base = open_glossary(root, builtin=False)
        with pytest.raises(GlossaryError, match="prefered"):
            khihau.annotate("khí hậu", base)
    glossary(tmp_path, "khí hậu")
    assert found(root) == ["khí hậu"]


def test_a_base_made_by_hand_is_not_kept(folder: Path) -> None:
    label = Label(lang="mul", text="NDC", status="preferred", kind="acronym")
    base = Termbase((Concept(id="ndc", labels=(label,)),))
    assert [match.text for match in khihau.annotate("NDC", base)] == ["NDC"]
    assert list(folder.glob("index-*")) == []


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_a_folder_whose_name_is_no_utf_8(tmp_path: Path) -> None:
    name = os.fsdecode(b"glossary-\xff")
    try:
        root = glossary(tmp_path, "khí hậu", name)
    except OSError:
        pytest.skip("this file system takes no such name")
    assert found(root) == ["khí hậu"]
    assert found(root) == ["khí hậu"]
