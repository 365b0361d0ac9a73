"""GitHub: workflow commands, so that findings stand beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePath
from types import MappingProxyType

from khihau.documents.files import STDIN
from khihau.model import Placed, Severity, Termbase
from khihau.render.summary import Summary, name_of, notes
from khihau.render.views import Reviewed, View
from khihau.render.visible import one_line, visible

__all__ = ["render_reviewed"]

_COMMANDS: Mapping[Severity, str] = MappingProxyType(
    {"error": "error", "warning": "warning", "info": "notice"}
)


def render_reviewed(documents: Iterable[Reviewed], base: Termbase, view: View) -> Iterator[str]:
    """A command a finding, streamed, and the summary as plain lines for the log.

    GitHub shows ten errors, warnings and notices of a step each beside the lines; the others stand
    in the log, which is why the message names the place too.
    """
    summary = Summary()
    for reviewed in documents:
        summary.add(reviewed)
        for placed in reviewed.findings:
            yield _command(reviewed.path, placed, base, view)
    if not view.quiet:
        yield from summary.lines()


def _command(path: str, placed: Placed, base: Termbase, view: View) -> str:
    """One command. GitHub takes columns only where a place is in one line, the last one exclusive."""
    finding, place = placed
    path = PurePath(path).as_posix()
    properties: dict[str, object] = {} if path == STDIN else {"file": path}
    if not place.unit:
        properties |= {"line": place.line, "endLine": place.end_line}
    if not place.unit and place.line == place.end_line:
        properties |= {"col": place.column, "endColumn": place.end_column}
    properties["title"] = f"khihau: {name_of(finding)}"
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    where = f"{path}{place.where}: "
    data = "\n".join((where + one_line(finding.message), *notes(placed, base, view)))
    return f"::{_COMMANDS[finding.severity]} {listed}::{_data(data)}\n"


def _data(text: str) -> str:
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
