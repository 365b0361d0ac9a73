"""The two versions of TBX that are written: what each calls its parts, and which labels it takes.

Version 2 is written for two readers, translate-toolkit (which is Weblate's) and OmegaT's. OmegaT offers
each term of a language for each of the other, whatever its status; translate-toolkit before its
version for several terms took a whole concept for obsolete when one of its terms was deprecated, and
Weblate leaves out what is obsolete. So version 2 holds what may be written, the preferred and the admitted names, and no other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from khihau.exchange.nouns import TITLE
from khihau.exchange.tbx import names
from khihau.model import FALLBACK, Kind, Label, PartOfSpeech

__all__ = ["VERSION_2", "VERSION_3", "Form"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A version of TBX as it is written.

    `head` and `foot` stand around the body, `entry`, `section`, `term` and `sources` are the elements
    of a concept, a language, a label and the list of sources. `refusal` says of a label that has no
    place what it is and why, `no_place` why other things have none. `rank` orders
    the labels of a language, those of the same rank stay in the order of the concept file.
    """

    name: str
    head: str
    foot: str
    entry: str
    section: str
    term: str
    sources: str
    kinds: Mapping[Kind, str]
    parts_of_speech: Mapping[PartOfSpeech, str]
    no_place: str
    refusal: Callable[[Label], tuple[str, str] | None]
    rank: Callable[[Label], tuple[bool, ...]]


def _opening(root: str, header: str, told: str, more: str = "") -> str:
    """The lines before the first concept; `told` is the paragraph on where the file comes from."""
    return f"""\
<?xml version="1.0" encoding="UTF-8"?>
<{root}>
  <{header}>
    <fileDesc>
      <titleStmt>
        <title>{TITLE}</title>
      </titleStmt>
      <sourceDesc>
        {told}
      </sourceDesc>
    </fileDesc>{more}
  </{header}>
  <text>
    <body>
"""


def _refused_by_3(label: Label) -> tuple[str, str] | None:
    if label.status in names.STATUS_TO:
        return None
    why = "in TBX they would be wrong everywhere, not only as renderings of the concept"
    return f"{label.status} label", why


def _refused_by_2(label: Label) -> tuple[str, str] | None:
    if label.status not in ("preferred", "admitted"):
        return f"{label.status} label", "OmegaT would offer them as names to write"
    if label.sense:
        return (
            "narrower or broader label",
            "OmegaT and Weblate would take them for the concept itself",
        )
    if label.numbered:
        return "numbered label", "OmegaT and Weblate would look for “{n}” itself"
    return None


def _rank_in_2(label: Label) -> tuple[bool, ...]:
    """The official full name first: where one term is asked for, translate-toolkit gives the first."""
    return label.status != "preferred", bool(label.of), label.kind != "full"


VERSION_3 = Form(
    name="TBX",
    head=_opening(
        f'tbx style="dca" type="TBX-Basic" xml:lang="{FALLBACK}" xmlns="{names.NAMESPACE}"',
        "tbxHeader",
        f'<p type="{names.GENERATOR}">Written by khihau glossary export; '
        "khihau glossary import reads it again.</p>",
    ),
    foot="  </text>\n</tbx>\n",
    entry="conceptEntry",
    section="langSec",
    term="termSec",
    sources="refObjectSec",
    kinds=names.KIND_TO,
    parts_of_speech=names.PART_OF_SPEECH_TO,
    no_place="TBX-Basic has no such category",
    refusal=_refused_by_3,
    rank=lambda _: (),
)
# It has no mark of ours: it lacks too much to be read back as our own (`--replace` would take away
# what it left out).
VERSION_2 = Form(
    name="martif",
    head=_opening(
        f'martif type="TBX" xml:lang="{FALLBACK}"',
        "martifHeader",
        "<p>Written by khihau glossary export, for programs that read TBX 2.</p>",
        '\n    <encodingDesc>\n      <p type="XCSURI">TBXXCS.xcs</p>\n    </encodingDesc>',
    ),
    foot="  </text>\n</martif>\n",
    entry="termEntry",
    section="langSet",
    term="tig",
    sources="refObjectList",
    kinds={**names.KIND_TO, "symbol": "symbol"},
    parts_of_speech={**names.PART_OF_SPEECH_TO, "proper-noun": "properNoun"},
    no_place="OmegaT and Weblate have no such category",
    refusal=_refused_by_2,
    rank=_rank_in_2,
)
