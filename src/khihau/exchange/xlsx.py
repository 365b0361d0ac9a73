"""Excel workbooks: a sheet of labels or of concepts, one of sources, one of examples; in and out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from khihau.documents.files import read_bytes
from khihau.documents.workbook import open_workbook
from khihau.errors import InputError
from khihau.exchange.base import Exported, Ignored, Item, Wanted, losses_of
from khihau.exchange.beside import example_rows, source_rows
from khihau.exchange.dressing import MOST, SheetOf, workbook_of
from khihau.exchange.tables import EXAMPLE_COLUMNS, SOURCE_COLUMNS, Grid
from khihau.exchange.tabular import READ_ME, Content, content_of, in_lines, items_in
from khihau.model import Termbase

__all__ = ["export", "read"]

# The lines of the sheet for people, one paragraph each.
_READ_ME = """\
English: each row of the first sheet is one name of a concept. To add a name, write a new row with id, lang, text and status; the other cells may stay empty.
A new concept: an id of its own (small letters, digits and hyphens), its domain, and a row for each name. Several values in one cell are parted by semicolons. Write no formulas and merge no cells.
Tiếng Việt: mỗi hàng của trang đầu là một tên gọi của một khái niệm. Để thêm tên gọi, hãy viết một hàng mới với id, lang, text và status; các ô khác có thể để trống.
Khái niệm mới: một id riêng (chữ thường không dấu, chữ số, gạch nối), lĩnh vực (domain) và mỗi tên gọi một hàng. Nhiều giá trị trong một ô cách nhau bằng dấu chấm phẩy. Không viết công thức, không gộp ô.
한국어: 첫 시트의 각 행은 한 개념의 이름 하나이다. 이름을 추가하려면 새 행에 id, lang, text, status를 적는다. 다른 칸은 비워 두어도 된다.
새 개념: 고유한 id(영문 소문자, 숫자, 붙임표), 분야(domain), 이름마다 한 행. 한 칸에 값이 여럿이면 세미콜론으로 나눈다. 수식을 쓰지 말고 셀을 병합하지 않는다."""
_READ_ME_WIDE = """\
English: each row of the first sheet is one concept. To add one, write a new row with its names; several names in one cell are parted by semicolons. A name that is not a full one has its kind in brackets: [short], [acronym], [symbol]. The id may stay empty. Write no formulas and merge no cells.
Tiếng Việt: mỗi hàng của trang đầu là một khái niệm. Để thêm khái niệm, hãy viết một hàng mới với các tên gọi; nhiều tên gọi trong một ô cách nhau bằng dấu chấm phẩy. Tên gọi không đầy đủ có loại trong ngoặc vuông: [short], [acronym], [symbol]. Ô id có thể để trống. Không viết công thức, không gộp ô.
한국어: 첫 시트의 각 행은 개념 하나이다. 개념을 추가하려면 새 행에 이름을 적는다. 한 칸에 이름이 여럿이면 세미콜론으로 나눈다. 정식 이름이 아니면 종류를 대괄호로 붙인다: [short], [acronym], [symbol]. id는 비워 두어도 된다. 수식을 쓰지 말고 셀을 병합하지 않는다."""


def export(base: Termbase, wanted: Wanted) -> Exported:
    """All concepts, sources and examples; the same termbase gives the same bytes.

    Raises InputError where a text is longer than Excel takes, and where openpyxl is not installed.
    """
    main = content_of(base.concepts, is_wide=wanted.wide)
    sources = in_lines(SOURCE_COLUMNS, source_rows(base.sources.values()), Counter())
    examples = in_lines(EXAMPLE_COLUMNS, example_rows(base.concepts), Counter())
    sheets = (
        SheetOf("Concepts" if wanted.wide else "Labels", main.heading, main.rows),
        SheetOf("Sources", sources.heading, sources.rows),
        SheetOf("Examples", examples.heading, examples.rows),
    )
    for content in (main, sources, examples):
        _refuse_long_cells(content, wanted.path)
    read_me = _READ_ME_WIDE if wanted.wide else _READ_ME
    losses = main.losses + sources.losses + examples.losses
    return Exported(
        workbook_of(sheets, (READ_ME, read_me.split("\n")), wanted.path), losses_of(losses)
    )


def read(path: Path, encoding: str | None) -> Iterator[Item]:  # noqa: ARG001
    """What the visible sheets of a workbook tell; `encoding` is not asked.

    Rows and columns that are hidden or filtered are read like the others. Raises InputError when the
    file cannot be read at all.
    """
    grids: list[Grid] = []
    for sheet in open_workbook(read_bytes(path), str(path)):
        if sheet.hidden:
            yield Ignored(f"sheet “{sheet.name}”", "it is hidden")
        else:
            grids.append(Grid(sheet.name, sheet.rows, sheet.marks, sheet.merges))
    yield from items_in(grids, str(path))


def _refuse_long_cells(content: Content, path: str) -> None:
    for row in content.rows:
        for column, cell in zip(content.heading, row, strict=True):
            if len(cell) > MOST // 2 and len(cell.encode("utf-16-le")) // 2 > MOST:
                raise InputError(
                    f"{path}: {row[0]}: {column} has {len(cell)} characters, and a cell of Excel holds "
                    f"{MOST}; shorten it, or export as csv"
                )
