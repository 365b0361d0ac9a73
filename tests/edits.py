"""What a translator may do to the glossary without breaking a test: five kinds of edits, in a copy.

`python tests/edits.py` copies the checkout, edits its glossary, has the sessions in the documents made
anew, and runs `glossary validate`, `glossary test` and the whole suite there. It is no test of the suite,
which it runs; `.ci/run all` calls it.
"""

from __future__ import annotations

import shutil
import subprocess
import sysconfig
import venv
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from khihau.model import Concept, Example, Label
from khihau.termbase.dump import dump_concept, dump_sources
from khihau.termbase.load import load_glossary

ROOT = Path(__file__).parents[1]

# Made-up woods: vi, ko, en, in two parts.
FIRST = (
    ("Lam", "가람", "Lamor"), ("Vân", "나래", "Vandel"), ("Hạc", "다솜", "Hackel"),
    ("Quế", "마루", "Quellan"), ("Trúc", "바름", "Trunel"),
)  # fmt: skip
SECOND = (
    ("Bạc", "골", "brook"), ("Cẩm", "내", "dale"), ("Đào", "들", "field"), ("Gấm", "뫼", "hill"),
    ("Hồng", "벌", "moor"), ("Kiều", "샘", "spring"), ("Lụa", "여울", "ford"), ("Mai", "재", "ridge"),
    ("Nhung", "터", "stead"), ("Sương", "울", "wold"),
)  # fmt: skip


def main() -> int:
    """Make the edits in a copy, and run there what must still pass; 0 where it all does."""
    with TemporaryDirectory(prefix="khihau-edits-") as folder:
        copy = Path(folder) / "khihau"
        names = copy_checkout(copy)
        for told in edit(copy / "glossary"):
            print(told, flush=True)
        bin_folder = install(copy, Path(folder) / "venv")
        commands = (
            ("python", "tools/sessions.py", "--write"),
            ("khihau", "glossary", "validate"),
            ("khihau", "glossary", "test"),
            ("pytest", "-n", "auto", "-q"),
        )
        failed = [command for command in commands if not succeeds(bin_folder, copy, *command)]
        changed = [name for name in names if not same_file(name, copy)]
        print("files changed beside glossary/ and the sessions:", *(changed or ["none"]))
    return 1 if failed or changed else 0


def copy_checkout(copy: Path) -> list[str]:
    """Copy what git has of the checkout, or would add to it; the names of the files."""
    listed = ("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    told = subprocess.run(listed, cwd=ROOT, capture_output=True, check=True, encoding="utf-8")
    names = [name for name in told.stdout.split("\0") if name and (ROOT / name).is_file()]
    for name in names:
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, copy / name)
    return names


def install(copy: Path, folder: Path) -> Path:
    """An environment with the copy, and with the packages of this one; the folder of its programs."""
    venv.create(folder, with_pip=True)
    paths = {"base": str(folder), "platbase": str(folder)}
    here = sysconfig.get_path("purelib")
    packages = Path(sysconfig.get_path("purelib", "venv", paths))
    (packages / "dependencies.pth").write_text(f"{here}\n", "utf-8")
    bin_folder = Path(sysconfig.get_path("scripts", "venv", paths))
    options = ("--quiet", "--no-deps", "--editable", ".")
    pip = (str(bin_folder / "python"), "-m", "pip", "install", *options)
    subprocess.run(pip, cwd=copy, check=True)
    return bin_folder


def succeeds(bin_folder: Path, copy: Path, program: str, *arguments: str) -> bool:
    """Run a program of the environment in the copy; its last lines, or all where it fails, are told."""
    python = str(bin_folder / "python")
    command = (python, *arguments) if program == "python" else (python, "-m", program, *arguments)
    done = subprocess.run(
        command, cwd=copy, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
    )
    lines = done.stdout.splitlines()
    print(f"$ {program} {' '.join(arguments)}", flush=True)
    print("\n".join(lines[-1:] if done.returncode == 0 else lines), flush=True)
    return done.returncode == 0


def same_file(name: str, copy: Path) -> bool:
    """Whether a file of the copy is still the checkout's, or one that the edits are about."""
    if name.startswith(("glossary/", "docs/")) or name == "README.md":
        return True
    return (ROOT / name).read_bytes() == (copy / name).read_bytes()


# --- the edits ------------------------------------------------------------------------------------


def edit(glossary: Path) -> Iterator[str]:
    """Make the five kinds of edits, and say what was done."""
    base = load_glossary(glossary, builtin=False)
    kelp = wood("kelp-forest", ("rừng tảo bẹ", "다시마 숲", "kelp forest"))
    write(glossary, replace(kelp, domain="oceans"))
    yield "a new domain, oceans, with the concept kelp-forest"

    named = [(one, label) for one in base.concepts if (label := official(one, "en"))]
    more = [concept for concept, _ in named[:: len(named) // 10][:10]]
    for concept, label in named[:: len(named) // 10][:10]:
        new = replace(label, text=f"{label.text} of the newer kind", status="admitted", source=())
        write(glossary, replace(concept, labels=(*concept.labels, new)))
    yield f"an admitted label more: {', '.join(concept.id for concept in more)}"

    known = {concept.id for concept in more}
    rich = sorted(base.concepts, key=lambda concept: -len(concept.labels))
    exchanged = [one for one in rich if one.id not in known and admitted_places(one)][:3]
    for concept in exchanged:
        write(glossary, replace(concept, labels=tuple(with_statuses_exchanged(concept))))
    yield f"preferred and admitted exchanged: {', '.join(one.id for one in exchanged)}"

    cited = Counter(
        source.id for one in base.concepts for label in one.labels for source in label.source
    )
    titles = [key for key, _ in cited.most_common(10)]
    sources = dict(base.sources)
    for key in titles:
        sources[key] = replace(sources[key], title=f"{sources[key].title} (bản in lại)")
    (glossary / "sources.toml").write_text(dump_sources(sources), "utf-8")
    yield f"titles of sources changed: {', '.join(titles)}"

    domains = sorted({concept.domain for concept in base.concepts})
    for number, (first, second) in enumerate(product(FIRST, SECOND)):
        names = (
            f"rừng {first[0]} {second[0]}",
            f"{first[1]}{second[1]}숲",
            f"{first[2]}{second[2]} Woods",
        )
        one = wood(f"{first[2]}{second[2]}-woods".lower(), names)
        write(glossary, replace(one, domain=domains[number % len(domains)]))
    yield f"{len(FIRST) * len(SECOND)} new concepts in {len(domains)} domains"


def wood(name: str, names: tuple[str, str, str]) -> Concept:
    """A concept that passes every check."""
    vi, ko, en = names
    return Concept(
        id=name,
        labels=(
            Label(lang="vi", text=vi, status="preferred"),
            Label(lang="ko", text=ko, status="preferred"),
            Label(lang="en", text=en, status="preferred"),
        ),
        definition={
            "vi": "Một khu rừng được giữ để hút các-bon.",
            "ko": "탄소를 흡수하도록 보호하는 숲이다.",
            "en": "Woods that are kept to take up carbon.",
        },
        examples=(
            Example("vi", f"Xã giữ ⟦{vi}⟧ từ năm 1990."),
            Example("ko", f"마을은 ⟦{ko}⟧을 지킨다."),
            Example("en", f"The village keeps the ⟦{en}⟧."),
        ),
    )


def official(concept: Concept, lang: str) -> Label | None:
    """The preferred full name without a number."""
    labels = (one for one in concept.labels if (one.lang, one.status) == (lang, "preferred"))
    return next((one for one in labels if one.kind == "full" and not one.numbered), None)


def admitted_places(concept: Concept) -> list[int]:
    """Where the labels stand that could take the place of the Vietnamese preferred one."""
    if official(concept, "vi") is None:
        return []
    return [
        place
        for place, one in enumerate(concept.labels)
        if (one.lang, one.status, one.kind) == ("vi", "admitted", "full")
        if not (one.numbered or one.near or one.scope or one.homonym)
    ]


def with_statuses_exchanged(concept: Concept) -> Iterator[Label]:
    """The labels of a concept, of which a Vietnamese admitted one and the preferred one change places."""
    old, new = official(concept, "vi"), concept.labels[admitted_places(concept)[0]]
    for label in concept.labels:
        if label is old:
            yield replace(label, status="admitted")
        elif label is new:
            yield replace(label, status="preferred")
        else:
            yield label


def write(glossary: Path, concept: Concept) -> None:
    file = glossary / concept.domain / f"{concept.id}.toml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(dump_concept(concept), "utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
