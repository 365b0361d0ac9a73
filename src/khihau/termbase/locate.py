"""Where the built-in glossary lies: in a wheel, an editable install or a checkout."""

from __future__ import annotations

from pathlib import Path

from khihau.errors import KhihauError

__all__ = ["builtin_glossary"]


def builtin_glossary() -> Path:
    """Find the folder of the glossary that comes with khihau.

    A wheel holds it inside the package; an editable install and a checkout have it at the top of
    the repository, beside `src`.

    Raises KhihauError when neither folder is there.
    """
    return find_glossary(Path(__file__).resolve().parents[1])


def find_glossary(package: Path) -> Path:
    """Find the glossary that belongs to the package folder `package`; see `builtin_glossary`."""
    inside = package / "glossary"
    beside = package.parents[1] / "glossary"
    if inside.is_dir():
        return inside
    if package.parent.name == "src" and beside.is_dir():
        return beside
    raise KhihauError(
        f"the built-in glossary is missing: no folder {inside} (a wheel) or {beside} (a checkout);"
        " reinstall khihau, or pass builtin=False and a glossary of your own"
    )
