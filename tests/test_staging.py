"""Many files written as one: all of them, or the folder as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from khihau.errors import InputError
from khihau.exchange.intake.staging import Staging


def write(root: Path, files: dict[str, str], error: Exception | None = None) -> None:
    """Write files through a staging, or let an error end it."""
    with Staging(root) as staging:
        for name, text in files.items():
            staging.put(Path(name), text)
        if error:
            raise error
        staging.commit()


def tree(root: Path) -> dict[str, str]:
    return {
        str(file.relative_to(root)): file.read_text("utf-8")
        for file in sorted(root.rglob("*"))
        if file.is_file()
    }


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "glossary"
    (folder / "markets").mkdir(parents=True)
    (folder / "markets" / "ets.toml").write_text("old ets\n", "utf-8")
    (folder / "markets" / "tax.toml").write_text("old tax\n", "utf-8")
    return folder


def test_all_files_are_put_in_their_places(root: Path) -> None:
    write(root, {"markets/tax.toml": "new tax\n", "finance/gcf.toml": "quỹ\n"})
    assert tree(root) == {
        "finance/gcf.toml": "quỹ\n",
        "markets/ets.toml": "old ets\n",
        "markets/tax.toml": "new tax\n",
    }


def test_nothing_changes_without_a_commit(root: Path) -> None:
    before = tree(root)
    with pytest.raises(InputError, match="row 2"):
        write(root, {"markets/tax.toml": "new tax\n"}, InputError("row 2"))
    assert tree(root) == before
    assert [path.name for path in root.iterdir()] == ["markets"]


def test_a_new_folder_goes_again_without_a_commit(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        write(tmp_path / "new" / "glossary", {"a.toml": "a\n"}, InputError("row 2"))
    assert list(tmp_path.iterdir()) == []


def test_what_was_moved_is_put_back_when_one_cannot_be(root: Path) -> None:
    (root / "zoo").write_text("a file where a folder is to be\n", "utf-8")
    before = tree(root)
    new = {"finance/gcf.toml": "new\n", "markets/tax.toml": "new tax\n", "zoo/z.toml": "new\n"}
    with pytest.raises(InputError, match=r"zoo/z\.toml: cannot be written"):
        write(root, new)
    assert tree(root) == before


def test_a_link_is_not_written_over(root: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.toml"
    outside.write_text("theirs\n", "utf-8")
    (root / "markets" / "link.toml").symlink_to(outside)
    with pytest.raises(InputError, match="is a link"):
        write(root, {"markets/link.toml": "ours\n"})
    assert outside.read_text("utf-8") == "theirs\n"


@pytest.mark.parametrize("read", [b"old tax, as it was before\n", b""])
def test_what_changed_since_it_was_read_is_not_written_over(root: Path, read: bytes) -> None:
    before = tree(root)
    with Staging(root) as staging:
        staging.put(Path("markets/ets.toml"), "new\n", b"old ets\n")
        staging.put(Path("markets/tax.toml"), "new\n", read)
        with pytest.raises(InputError, match=r"tax\.toml: was changed while"):
            staging.commit()
    assert tree(root) == before


def test_one_name_of_several_is_not_parted(root: Path) -> None:
    (root / "markets" / "zoo.toml").hardlink_to(root / "markets" / "tax.toml")
    before = tree(root)
    with pytest.raises(InputError, match="hard links"):
        write(root, {"markets/ets.toml": "new\n", "markets/tax.toml": "new\n"})
    assert tree(root) == before


def test_permissions_stay(root: Path) -> None:
    file = root / "markets" / "tax.toml"
    file.chmod(0o640)
    write(root, {"markets/tax.toml": "new\n"})
    assert file.stat().st_mode & 0o777 == 0o640
