"""Mistakes planted in real texts by editors who do not know the code: how many of them are told?

Each row of the tables (`id where old new words kind place why`) changes one place of one text: the first
`old` becomes `new`, and `words` are what an editor would underline. It is told where a finding on the
changed text touches those words, or quotes them, that the text did not have before. The twins
(`id kind fall stay words`) are pairs of passages: in the first a finding must fall on the words, in
the second none may.

    python bench/planted.py --texts ../shared/real --texts /work/texts [--list]

The texts are not ours, so they are not here: a row whose text is not found is told and left out.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import khihau
from khihau.model import Finding

TABLES = Path(__file__).parent / "real"
LANGS = ("vi", "ko", "en")
SETS = ("planted", "planted2")  # the second was made when the first had been read, and was not
# What they say of an acronym that stands in both passages is no matter of a pair about something else.
LISTS = {"undefined-acronym", "unknown-acronym", "unused-definition"}


def rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def text_of(where: str, lang: str, folders: list[Path]) -> str | None:
    kind, _, name = where.partition("/")
    for folder in folders:
        path = folder / lang / name
        if (kind == "real") == (folder.name == "real") and path.is_file():
            return path.read_text("utf-8")
    return None


def key(finding: Finding) -> tuple[str, str, str]:
    return finding.rule, finding.text, finding.message


def touching(text: str, start: int, words: str, before: set[tuple[str, str, str]]) -> list[Finding]:
    """The findings that a text did not have before, over the words or with them in the message."""
    at = text.find(words, max(0, start - len(words)))
    span = at, at + len(words)
    return [
        one
        for one in khihau.check(text, BASE)
        if key(one) not in before
        and ((one.start < span[1] and span[0] < one.end) or f"“{words}”" in one.message)
    ]


BASE = khihau.load_glossary()


def planted(name: str, lang: str, folders: list[Path], *, show: bool) -> tuple[int, int]:
    told: Counter[str] = Counter()
    all_: Counter[str] = Counter()
    for row in rows(TABLES / f"{name}-{lang}.tsv"):
        text = text_of(row["where"], lang, folders)
        old, new = (row[name].replace("\\n", "\n") for name in ("old", "new"))
        if text is None or old not in text:
            print("no text", lang, row["id"], row["where"])
            continue
        start = text.index(old)
        changed = text[:start] + new + text[start + len(old) :]
        before = {key(one) for one in khihau.check(text, BASE)}
        words = row["words"].replace("\\n", "\n")
        found = touching(changed, start + new.index(words), words, before)
        all_[row["kind"]] += 1
        told[row["kind"]] += bool(found)
        if show:
            said = "; ".join(f"{one.rule}: {one.message}" for one in found) or "-"
            mark = "told" if found else "MISS"
            print(
                mark,
                row["id"],
                row["kind"],
                row["place"],
                f"“{row['words']}”",
                row["why"],
                "=>",
                said,
            )
    print(lang, name, {kind: f"{told[kind]}/{count}" for kind, count in sorted(all_.items())})
    return told.total(), all_.total()


def twins(lang: str, *, show: bool) -> tuple[int, int, int]:
    fall = stay = count = 0
    for row in rows(TABLES / f"twins-{lang}.tsv"):
        count += 1
        falls = khihau.check(row["fall"].replace("\\n", "\n"), BASE)
        stays = khihau.check(row["stay"].replace("\\n", "\n"), BASE)
        words = [word.strip() for word in row["words"].split(" | ")]
        told = {one.rule for one in falls if any(touches(one, word) for word in words)}
        loud = {one.rule for one in stays if any(touches(one, word) for word in words)}
        is_told, is_silent = bool(told), not (loud - (LISTS - told))
        fall, stay = fall + is_told, stay + is_silent
        if show and not (is_told and is_silent):
            print(
                "TWIN",
                row["id"],
                row["kind"],
                "" if is_told else "NOT TOLD",
                "" if is_silent else "LOUD",
            )
            print("   fall:", row["fall"], [(one.rule, one.text) for one in falls])
            print("   stay:", row["stay"], [(one.rule, one.text, one.message) for one in stays])
    return fall, stay, count


def touches(finding: Finding, words: str) -> bool:
    """Whether a finding is on some words or names them; what a draft leaves undefined is no twin's matter."""
    return words in finding.text or finding.text in words or f"“{words}”" in finding.message


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--texts", type=Path, action="append", default=[])
    parser.add_argument("--lang", choices=LANGS)
    parser.add_argument("--list", action="store_true")
    args = parser.parse_args()
    langs = [args.lang] if args.lang else LANGS
    for lang in langs:
        fall, stay, count = twins(lang, show=args.list)
        print(f"{lang} twins told {fall}/{count}, silent {stay}/{count}")
    for name in SETS:
        counts = [planted(name, lang, args.texts, show=args.list) for lang in langs]
        told, total = map(sum, zip(*counts, strict=True))
        print(f"{name} {told}/{total} {told / max(1, total):.3f}")


if __name__ == "__main__":
    main()
