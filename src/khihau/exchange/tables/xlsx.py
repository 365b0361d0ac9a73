"""Excel workbooks: a sheet of labels or of concepts, one of sources, one of examples; in and out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from khihau.documents.files import read_bytes
from khihau.documents.tables.workbook import open_workbook
from khihau.errors import InputError
from khihau.exchange.base import Exported, Ignored, Item, Wanted, losses_of
from khihau.exchange.tables.columns import EXAMPLE_COLUMNS, SOURCE_COLUMNS, Grid
from khihau.exchange.tables.dressing import MOST, SheetOf, workbook_of
from khihau.exchange.tables.sheets import READ_ME, Content, content_of, in_lines, items_in
from khihau.exchange.tables.sources_and_examples import example_rows, source_rows
from khihau.model import Termbase

__all__ = ["export", "read"]

# The lines of the sheet for people, one paragraph each.
_READ_ME = """\
English: each row of the first sheet is one name of a concept. To add a name, write a new row with id, lang, text and status; the other cells may stay empty.
A new concept: an id of its own (small letters, digits and hyphens), its domain, and a row for each name. Several values in one cell are separated by semicolons. Write no formulas and merge no cells.
Tiếng Việt: mỗi dòng của trang tính đầu tiên là một tên gọi của một khái niệm. Để thêm tên gọi, hãy thêm một dòng mới và điền id, lang, text, status; các ô khác có thể để trống.
Để thêm khái niệm, hãy đặt một id riêng (chữ thường không dấu, chữ số và dấu gạch nối), điền lĩnh vực (domain) và viết mỗi tên gọi trên một dòng. Nếu một ô có nhiều giá trị, hãy ngăn cách bằng dấu chấm phẩy. Không dùng công thức, không gộp ô.
한국어: 첫 번째 시트의 각 행은 한 개념의 명칭 하나입니다. 명칭을 추가하려면 새 행에 id, lang, text, status를 적으십시오. 다른 칸은 비워 두어도 됩니다.
개념을 추가하려면 고유한 id(영문 소문자, 숫자, 붙임표)와 분야(domain)를 정하고 명칭마다 한 행씩 적으십시오. 한 칸에 값이 여럿이면 세미콜론으로 구분하십시오. 수식을 쓰거나 셀을 병합하지 마십시오."""
_READ_ME_WIDE = """\
English: each row of the first sheet is one concept. To add one, write a new row with its names; several names in one cell are separated by semicolons. A name that is not a full one has its kind in brackets: [short], [acronym], [symbol]. The id may stay empty. Write no formulas and merge no cells.
Tiếng Việt: mỗi dòng của trang tính đầu tiên là một khái niệm. Để thêm khái niệm, hãy thêm một dòng mới và điền các tên gọi; nếu một ô có nhiều tên gọi, hãy ngăn cách bằng dấu chấm phẩy. Nếu không phải tên đầy đủ, hãy ghi loại tên gọi trong ngoặc vuông: [short] (tên gọi tắt), [acronym] (chữ viết tắt), [symbol] (ký hiệu). Ô id có thể để trống. Không dùng công thức, không gộp ô.
한국어: 첫 번째 시트의 각 행은 개념 하나입니다. 개념을 추가하려면 새 행에 명칭을 적으십시오. 한 칸에 명칭이 여럿이면 세미콜론으로 구분하십시오. 정식 명칭이 아니면 종류를 대괄호 안에 적으십시오: [short](약칭), [acronym](약어), [symbol](기호). id는 비워 두어도 됩니다. 수식을 쓰거나 셀을 병합하지 마십시오."""


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
