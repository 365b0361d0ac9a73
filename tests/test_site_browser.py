"""The site of the built-in glossary in a real browser, opened as files; skipped where there is none.

Playwright is no dependency of the project: `pip install playwright` and a chromium on the PATH.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from built_in import built_in
from khihau.site import pages
from khihau.site.folder import write_site
from khihau.site.keys import exact_key, plain_key

playwright: Any = pytest.importorskip("playwright.sync_api")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or ""
if not CHROMIUM:
    pytest.skip("there is no chromium", allow_module_level=True)

PHONE = {"width": 360, "height": 740}
SHOWN = [
    "index.html",
    "acronyms.html",
    "domains.html",
    "sources.html",
    "terms/paris-agreement.html",
    "terms/cop.html",
    "terms/gir.html",
]

# The least contrast of any text on the page, and that text: WCAG 2, relative luminance.
CONTRAST = """() => {
  const channels = colour => (colour.match(/[\\d.]+/g) || []).map(Number);
  const light = ([r, g, b]) => [r, g, b]
    .map(c => c / 255).map(c => c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [.2126, .7152, .0722][i], 0);
  const paper = node => {
    for (let one = node; one; one = one.parentElement) {
      const found = channels(getComputedStyle(one).backgroundColor);
      if (found.length === 3 || found[3] > 0) return found;
    }
    return [255, 255, 255];
  };
  let worst = [99, ""];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent.trim(), parent = walker.currentNode.parentElement;
    if (!text || !parent.checkVisibility() || parent.closest("option, noscript")) continue;
    const pair = [light(channels(getComputedStyle(parent).color)), light(paper(parent))];
    const ratio = (Math.max(...pair) + .05) / (Math.min(...pair) + .05);
    if (ratio < worst[0]) worst = [ratio, text.slice(0, 40)];
  }
  return worst;
}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("browser") / "site"
    write_site(folder, pages(built_in(), None, None))
    return folder


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as started:
        made = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield made
        made.close()


@pytest.fixture
def tab(browser: Any, request: pytest.FixtureRequest) -> Iterator[Any]:
    """A page that may neither complain nor ask the network for anything."""
    context = browser.new_context(**getattr(request, "param", {}))
    page = context.new_page()
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("requestfailed", lambda asked: faults.append(asked.url))
    page.route(re.compile("^(?!file:|about:)"), lambda route: faults.append(route.request.url))
    yield page
    context.close()
    assert faults == []


def opened(tab: Any, site: Path, path: str) -> Any:
    tab.goto("about:blank")
    tab.goto(f"{site.as_uri()}/{path}")
    return tab


def found(tab: Any, typed: str) -> list[str]:
    tab.fill("#q", typed)
    names: list[str] = tab.locator("#results li > a").all_inner_texts()
    return names


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("thoa thuan paris", "Paris Agreement"),
        ("Thoả thuận Paris", "Paris Agreement"),
        ("paris agreement", "Paris Agreement"),
        ("Agreement Paris", "Paris Agreement"),
        ("온실 가스", "greenhouse gas"),
        ("온실가스", "greenhouse gas"),
        ("greenhouse gases", "greenhouse gas"),
        ("탄소 중립", "carbon neutrality"),
        ("trung hòa carbon", "carbon neutrality"),
        ("trung hoa cacbon", "carbon neutrality"),
        ("NDC", "nationally determined contribution"),
        ("COP30", "Conference of the Parties"),
        ("제30차 당사국총회", "Conference of the Parties"),
        ("bdkh", "climate change"),
        ("Công ước Paris", "Paris Agreement"),
        ("nonesuch", None),
        ("***", None),
    ],
)
def test_search(tab: Any, site: Path, typed: str, first: str | None) -> None:
    names = found(opened(tab, site, "en/index.html"), typed)
    assert next(iter(names), None) == first
    count = tab.locator("#count").inner_text()
    assert count.startswith(str(len(names))) if len(names) in range(2, 50) else count


def test_tones_rank_before_none_and_beginnings_before_middles(tab: Any, site: Path) -> None:
    opened(tab, site, "vi/index.html")
    toned = found(tab, "hòa")
    assert toned == found(tab, "hoà")
    assert toned != found(tab, "hoa")
    assert found(tab, "thich ung") == found(tab, "THÍCH ỨNG") != []
    names = found(tab, "thị trường")
    starts = [name.lower().startswith("thị trường") for name in names]
    assert starts[0]


def test_a_wrong_name_says_so_and_what_is_right(tab: Any, site: Path) -> None:
    found(opened(tab, site, "vi/index.html"), "Công ước Paris")
    line = tab.locator("#results .hit").first.inner_text()
    assert "Công ước Paris" in line
    assert "không dùng" in line
    assert "Tên đúng: Thỏa thuận Paris" in line


def test_keys_are_those_of_python(tab: Any, site: Path) -> None:
    opened(tab, site, "en/index.html")
    labels = [label.text for concept in built_in().concepts for label in concept.labels]
    texts = [text for text in labels if "{n" not in text]
    texts += ["hoà", "HÒA", "qúy", "Nguyễn", "한 국", "한국", "CO₂", "ＡＢＣ", "x–y", "_", "ﬁ", "İ"]
    made = tab.evaluate("texts => texts.map(exactKey).map(key => [key, plainOf(key)])", texts)
    assert made == [[exact_key(text), plain_key(text)] for text in texts]


def test_filters_and_the_address_that_keeps_them(tab: Any, site: Path) -> None:
    opened(tab, site, "en/index.html")
    tab.select_option("#status", "forbidden")
    tab.select_option("#lang", "ko")
    tab.select_option("#domain", "negotiations")
    names = tab.locator("#results li > a").all_inner_texts()
    assert "Paris Agreement" in names
    badges = set(tab.locator("#results .badge").all_inner_texts())
    assert badges == {"wrong name"}
    assert "status=forbidden" in tab.url
    assert "#domain=negotiations" in tab.get_attribute("[hreflang=vi][lang]", "href")
    tab.reload()
    assert tab.locator("#results li > a").all_inner_texts() == names
    tab.click(".languages [lang=ko]")
    tab.wait_for_url("**/ko/index.html*")
    tab.locator("#results li").first.wait_for()
    assert tab.input_value("#status") == "forbidden"
    assert "파리협정" in tab.locator("#results li > a").all_inner_texts()
    tab.click("button[type=reset]")
    tab.locator("#results").wait_for(state="hidden")
    assert tab.url.endswith("/ko/index.html")
    assert tab.locator("#all").is_visible()


def test_an_acronym_belongs_to_every_language(tab: Any, site: Path) -> None:
    opened(tab, site, "en/index.html#q=NDC&lang=ko")
    assert tab.locator("#results li > a").first.inner_text() == "nationally determined contribution"


def test_more_are_shown_when_asked(tab: Any, site: Path) -> None:
    opened(tab, site, "en/index.html#q=a")
    assert tab.locator("#results li").count() == 50
    tab.click(".more")
    assert tab.locator("#results li").count() > 50
    assert tab.evaluate("document.activeElement.closest('li') !== null")


def test_keyboard_only(tab: Any, site: Path) -> None:
    opened(tab, site, "vi/terms/ndc.html")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.className") == "skip"
    tab.keyboard.press("/")
    tab.keyboard.type("khi nha kinh")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/vi/index.html*")
    tab.locator("#results li").first.wait_for()
    assert tab.locator("#results li > a").first.inner_text() == "khí nhà kính"
    assert tab.url.endswith("/vi/index.html#q=khi+nha+kinh")
    tab.keyboard.press("/")
    assert tab.evaluate("document.activeElement.id") == "q"
    for _ in range(5):  # the three filters, the button, the first result
        tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/vi/terms/*")
    assert tab.locator("h1").inner_text() == "khí nhà kính"


@pytest.mark.parametrize("tab", [{"java_script_enabled": False}], indirect=True)
def test_without_javascript(tab: Any, site: Path) -> None:
    opened(tab, site, "ko/index.html")
    assert tab.locator("#all .az a").count() == len(built_in())
    assert tab.locator("#all").is_visible()
    assert not tab.locator("#search").is_visible()
    assert tab.locator("noscript p").is_visible()
    opened(tab, site, "index.html")
    assert tab.locator("main a").count() == 3


@pytest.mark.parametrize("tab", [{"locale": "ko-KR"}], indirect=True)
def test_the_entrance_goes_on_to_the_language_of_the_browser(tab: Any, site: Path) -> None:
    opened(tab, site, "index.html")
    tab.wait_for_url("**/ko/index.html")
    opened(tab, site, "index.html#stay")
    assert tab.locator("h1").is_visible()


@pytest.mark.parametrize("tab", [{"viewport": PHONE}], indirect=True)
def test_a_phone_need_not_scroll_sideways(tab: Any, site: Path) -> None:
    for lang in ("vi", "ko", "en"):
        for path in (*SHOWN, "index.html#q=công+ước"):
            opened(tab, site, f"{lang}/{path}")
            wide = tab.evaluate("document.documentElement.scrollWidth")
            assert wide <= PHONE["width"], f"{lang}/{path}"


@pytest.mark.parametrize(
    "tab", [{"color_scheme": "light"}, {"color_scheme": "dark"}], indirect=True
)
def test_contrast_is_enough(tab: Any, site: Path) -> None:
    for path in (*SHOWN, "index.html#q=paris", "index.html#status=deprecated"):
        opened(tab, site, f"vi/{path}")
        tab.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        ratio, text = tab.evaluate(CONTRAST)
        print(f"{path}: {ratio:.2f} at “{text}”")
        assert ratio >= 4.5, f"{path}: {text}"


def test_print_has_no_controls(tab: Any, site: Path) -> None:
    opened(tab, site, "en/terms/paris-agreement.html")
    tab.emulate_media(media="print")
    assert not tab.locator("nav.menu").is_visible()
    assert not tab.locator(".find").is_visible()
    assert tab.locator("h1").is_visible()
