"""Looks at the pages of `svodka view` in a real browser; see Scripts/check-viewer."""
import json
import os
import subprocess
import sys
import tempfile

from browser import Browser

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SVODKA = os.environ.get("SVODKA", os.path.join(ROOT, ".build", "release", "svodka"))
DEMO = os.path.join(ROOT, "Fixtures", "demo.txt")
failures = []

HOSTILE = [
    "<script>window.hacked = 1</script> ТОО «<img src=x onerror=\"window.hacked=2\">» выпустило 5 машин.",
    "\" onload=\"window.hacked=3\" x=\" и ' onmouseover='window.hacked=4 стоит 7 млн тенге.",
    "</style></title></script></textarea><svg onload=window.hacked=5> --> ]]> &lt;b&gt; {{7*7}}",
    "Слова \u202eзадом наперёд\u202c и \u2066внутри\u2069, ноль \u0000 и звонок \u0007, а\u0301.",
    "javascript:alert(1) data:text/html,<script>window.hacked=6</script> 12 декабря 2020 года",
]


def check(name, is_right, detail=""):
    if not is_right:
        failures.append(f"{name}: {detail}" if detail != "" else name)


def svodka(*arguments, text=None):
    done = subprocess.run([SVODKA, *arguments], input=text, capture_output=True)
    if done.returncode != 0:
        raise SystemExit(f"svodka {' '.join(arguments)}: {done.stderr.decode()}")
    return done.stdout.decode()


# The colour of text and what lies behind it, as the browser paints them.
CONTRAST = r"""
(() => {
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const paint = (colors) => {
    canvas.clearRect(0, 0, 1, 1);
    for (const color of colors) { canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1); }
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = (rgb) => rgb.map((c) => c / 255)
    .map((c) => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const low = [];
  const seen = new Set();
  for (const element of document.querySelectorAll('body *')) {
    const own = [...element.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
    const box = element.getBoundingClientRect();
    if (!own || !box.width || !box.height || element.closest('svg')) continue;
    const key = element.tagName + element.className;
    if (seen.has(key)) continue;
    seen.add(key);
    const behind = [];
    for (let at = element; at; at = at.parentElement) behind.unshift(getComputedStyle(at).backgroundColor);
    const back = paint(['white', ...behind]);
    const front = paint(['white', ...behind, getComputedStyle(element).color]);
    const [a, b] = [light(back), light(front)].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 4.5) low.push(`${key} «${element.textContent.slice(0, 20)}» ${ratio.toFixed(2)}`);
  }
  return low;
})()
"""

# Text that sticks out of the box that clips it, and a page wider than the window.
OVERFLOW = r"""
(() => {
  const wide = [];
  if (document.documentElement.scrollWidth > innerWidth) wide.push('the page');
  for (const element of document.querySelectorAll('body *')) {
    const box = element.getBoundingClientRect();
    if (!box.width || element.closest('svg, .scroll, .legend, #tip')) continue;
    if (box.right > innerWidth + 1 || box.left < -1) wide.push(element.tagName + '.' + element.className);
  }
  return wide;
})()
"""


def looks(browser, page, shots, name):
    """Light and dark, wide and narrow, printed: readable, inside the window, no complaints."""
    for scheme in ("light", "dark"):
        for width, height, touch in ((1280, 860, False), (820, 1100, True), (390, 844, True), (320, 640, True)):
            browser.open(page, width=width, height=height, scheme=scheme, touch=touch)
            size = len(browser.screenshot(os.path.join(shots, f"{name}-{scheme}-{width}.png")))
            check(f"{name}, {scheme}, {width}: the screenshot is not empty", size > 5000, size)
            wide = browser.run(OVERFLOW)
            check(f"{name}, {scheme}, {width}: nothing sticks out", not wide, wide[:5])
        browser.open(page, scheme=scheme)
        browser.run("document.querySelectorAll('details').forEach(d => d.open = true)")
        low = browser.run(CONTRAST)
        check(f"{name}, {scheme}: contrast is 4.5 or more", not low, low[:5])
    browser.open(page, media="print", scheme="dark", width=720)
    browser.screenshot(os.path.join(shots, f"{name}-print.png"), whole=True)
    shown = browser.run("getComputedStyle(document.querySelector('.tools')).display")
    check(f"{name}: no buttons on paper", shown == "none", shown)
    pdf = browser.pdf(os.path.join(shots, f"{name}.pdf"))
    check(f"{name}: prints", pdf.startswith(b"%PDF") and len(pdf) > 5000, len(pdf))
    check(f"{name}: no complaints", not browser.errors, browser.errors[:5])
    browser.errors = []


def visible(selector):
    return f"[...document.querySelectorAll({json.dumps(selector)})].filter(e => e.getClientRects().length).length"


def document(browser, folder, shots):
    page = os.path.join(folder, "demo.html")
    svodka("view", DEMO, "--published", "2023-10-12", "-o", page)
    result = json.loads(svodka("extract", DEMO, "--published", "2023-10-12", "--format", "jsonl"))
    looks(browser, page, shots, "document")
    browser.open(page)
    run = browser.run
    text = open(DEMO, encoding="utf-8").read()
    check("the text is whole", "".join(run("document.querySelector('article').textContent").split())
          == "".join(text.split()))
    for index, mention in enumerate(result["mentions"]):
        marked = run(f"[...document.querySelectorAll('mark[data-mark=m{index}]')].map(m => m.textContent).join('')")
        check(f"mark {index} covers its words", marked == mention["text"], (marked, mention["text"]))
    check("every fact is told", run("document.querySelectorAll('#facts li').length") == len(result["facts"]))
    check("every entity is told", run("document.querySelectorAll('#entities tbody tr').length") == len(result["entities"]))
    check("every rule is told", run("[...document.querySelectorAll('[data-record]')].map(r => r.dataset.rule)")
          == [mention["rule"] for mention in result["mentions"]])

    # Filters.
    money = len([m for m in result["mentions"] if m["kind"] == "money"])
    check("money is there", money > 2 and run("document.querySelectorAll('mark.k-money:not(.off)').length") >= money)
    browser.click(".chip.k-money")
    check("a click hides a kind", run("document.querySelectorAll('mark.k-money:not(.off)').length") == 0)
    check("and no other", run("document.querySelectorAll('mark.off:not(.k-money)').length") == 0)
    check("and says so", run("document.querySelector('.chip.k-money').getAttribute('aria-pressed')") == "false")
    browser.click("#tab-records")
    check("its rows go too", run(visible(".record[data-row-kind=money]")) == 0)
    browser.click(".chip.k-money")
    check("a second click shows it", run("document.querySelectorAll('mark.off').length") == 0)
    browser.click(".chip.k-person", modifiers=8)
    check("with Shift it is the only one", run("document.querySelectorAll('mark:not(.off):not(.k-person)').length") == 0)
    browser.screenshot(os.path.join(shots, "document-filtered.png"))
    browser.click("#none")
    check("none", run("document.querySelectorAll('mark:not(.off)').length") == 0)
    browser.press("a")
    check("the key a brings all back", run("document.querySelectorAll('mark.off').length") == 0)

    # Tooltip, selection, evidence.
    browser.press("f")
    browser.hover("mark.k-money")
    tip = run("document.querySelector('#tip').innerText")
    check("the tooltip tells value and rule", "312 600 000 000 KZT" in tip and "money." in tip, tip)
    browser.screenshot(os.path.join(shots, "document-tooltip.png"))
    browser.click("mark.k-organization")
    entity = run("document.querySelector('tr.lit')?.dataset.rowEntity")
    count = next(len(e["mentions"]) for e in result["entities"] if e["id"] == entity)
    check("a click lights all of the entity", run("new Set([...document.querySelectorAll('.same-entity')].map(m => m.dataset.mark)).size") == count)
    browser.screenshot(os.path.join(shots, "document-chosen.png"))
    browser.click("#facts li:nth-child(3) .to-evidence")
    lit = run("[...document.querySelectorAll('.evidence.lit')].map(e => e.textContent).join('')")
    third = result["facts"][2]
    check("the evidence is shown", lit == text[third["start"]:third["end"]], lit)
    browser.screenshot(os.path.join(shots, "document-evidence.png"))
    browser.press("Escape")
    check("Escape clears", run("document.querySelectorAll('.lit, .chosen, .same-entity').length") == 0)

    # Search.
    browser.press("/", code="Slash")
    check("the slash goes to the search box", run("document.activeElement.id") == "search")
    browser.type("ТОБЫЛ моторс")
    wanted = text.lower().count("тобыл моторс")
    check("matches are counted", run("document.querySelector('#matches').textContent").startswith(str(wanted)),
          run("document.querySelector('#matches').textContent"))
    check("and marked", run("CSS.highlights.get('found').size") == wanted)
    check("rows without the words go", 0 < run(visible("#facts li")) < len(result["facts"]))
    browser.press("Enter")
    check("Enter goes to the first", run("document.querySelector('#matches').textContent").startswith(f"1/{wanted}"))
    browser.screenshot(os.path.join(shots, "document-search.png"))
    browser.press("Escape")
    check("Escape ends the search", run("CSS.highlights.get('found').size") == 0 and run(visible("#facts li")) == len(result["facts"]))
    browser.press("/", code="Slash")
    browser.type("<b>нет такого</b>")
    check("no match is said", run("document.querySelector('#matches').className") == "nothing")
    check("and in the lists too", run(visible(".no-match")) == 1)
    browser.press("Escape")

    # Keys.
    browser.press("n")
    check("n chooses the first record", run("document.querySelector('.chosen')?.dataset.mark") == "m0")
    browser.press("т", code="KeyN")
    check("in a Russian layout too", run("document.querySelector('.chosen')?.dataset.mark") == "m1")
    browser.press("p")
    check("p goes back", run("document.querySelector('.chosen')?.dataset.mark") == "m0")
    for key, name in (("e", "entities"), ("r", "records"), ("f", "facts")):
        browser.press(key)
        check(f"{key} shows {name}", run("document.querySelector('section.shown').id") == name)
    run("document.querySelector('#tab-facts').focus()")
    browser.press("ArrowRight")
    check("arrows change the tab", run("document.querySelector('section.shown').id") == "entities")
    before = run("getComputedStyle(document.body).backgroundColor")
    browser.press("t")
    check("t changes light to dark", run("getComputedStyle(document.body).backgroundColor") != before)
    browser.press("?", code="Slash")
    check("? shows the keys", run("document.querySelector('#keys').open"))
    browser.screenshot(os.path.join(shots, "document-keys.png"))
    browser.press("Escape")
    check("Escape closes them", not run("document.querySelector('#keys').open"))
    check("document: no complaints", not browser.errors, browser.errors[:5])


def hostile(browser, folder, shots):
    """Hostile text as a document's text and as its id, in all three sorts of page."""
    lines = os.path.join(folder, "hostile.jsonl")
    with open(lines, "w", encoding="utf-8") as file:
        for index, text in enumerate(HOSTILE):
            file.write(json.dumps({"id": f"{index}</title><script>window.hacked=7</script>\"'\u202e",
                                   "text": "\n".join(HOSTILE), "published": "2021-03-04"}) + "\n")
    results = os.path.join(folder, "results.jsonl")
    svodka("extract", lines, "-o", results)
    changed = os.path.join(folder, "changed.jsonl")
    with open(changed, "w", encoding="utf-8") as file:
        for line in open(results, encoding="utf-8"):
            record = json.loads(line)
            record["mentions"] = record["mentions"][1:]
            for mention in record["mentions"]:
                mention["rule"] += "<script>window.hacked=8</script>"
            file.write(json.dumps(record) + "\n")
    own = os.path.join(folder, "<img src=x onerror=window.hacked=9>.txt")
    with open(own, "w", encoding="utf-8") as file:
        file.write("\n\n".join(HOSTILE))
    pages = [("text", [own]), ("dump", [lines]), ("russian", [own, "--language", "ru"]),
             ("comparison", ["--compare", changed, results, lines])]
    for name, arguments in pages:
        page = os.path.join(folder, f"hostile-{name}.html")
        svodka("view", *arguments, "-o", page)
        browser.open(page)
        state = browser.run("({hacked: window.hacked ?? null, scripts: document.scripts.length,"
                            " images: document.images.length, handlers: [...document.querySelectorAll('*')]"
                            ".flatMap(e => [...e.attributes]).filter(a => a.name.startsWith('on')).length,"
                            " bidi: /[\\u202a-\\u202e\\u2066-\\u2069\\u0000]/.test(document.documentElement.outerHTML)})")
        check(f"hostile {name}: is inert", state == {
            "hacked": None, "scripts": 1, "images": 0, "handlers": 0, "bidi": False}, state)
        if name == "text":
            words = browser.run("document.querySelector('article').textContent")
            check("hostile text: stands there as text", "<script>window.hacked = 1</script>" in words
                  and "</style></title></script>" in words and "U+202E" in words)
        browser.screenshot(os.path.join(shots, f"hostile-{name}.png"))
        check(f"hostile {name}: no complaints", not browser.errors, browser.errors[:5])
        browser.errors = []
        # The policy itself: markup that got in all the same would not run.
        browser.run("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.hacked=10\">')")
        browser.run("(() => { const s = document.createElement('script'); s.textContent = 'window.hacked=11'; document.body.append(s); })()")
        check(f"hostile {name}: the policy holds", browser.run("window.hacked ?? null") is None)
        browser.send("Runtime.evaluate", expression="0")
        browser.errors = []


def dump(browser, folder, shots):
    lines = os.path.join(folder, "news.jsonl")
    texts = sorted(name for name in os.listdir(os.path.join(ROOT, "Fixtures")) if name.endswith(".txt"))
    with open(lines, "w", encoding="utf-8") as file:
        for index, name in enumerate(texts * 3):
            text = open(os.path.join(ROOT, "Fixtures", name), encoding="utf-8", newline="").read()
            document = {"id": f"{name}-{index}", "text": text}
            if index % 9:
                document["published"] = f"20{21 + index % 3}-{1 + index % 12:02}-15"
            file.write(json.dumps(document) + "\n")
    for language in ("en", "ru"):
        page = os.path.join(folder, f"dump-{language}.html")
        svodka("view", lines, "--language", language, "-o", page)
        looks(browser, page, shots, f"dump-{language}")
    browser.open(page)
    total = sum(len(json.loads(line)["mentions"]) for line in svodka("extract", lines).splitlines())
    shown = browser.run("[...document.querySelectorAll('.figures dd')].map(e => +e.textContent.replace(/\\D/g, ''))")
    check("dump: the figures are right", shown[0] == len(texts) * 3 and shown[1] == total, (shown, total))
    table = browser.run("[...document.querySelectorAll('.as-table tr')].slice(1).map(r => [...r.cells].slice(1).reduce((s, c) => s + +c.textContent.replace(/\\D/g, ''), 0))")
    heights = browser.run("[...document.querySelectorAll('.scroll > .chart g')].map(g => [...g.querySelectorAll('rect')].reduce((s, r) => s + +r.getAttribute('height'), 0))")
    full = [count for count in table if count]
    check("dump: columns are as high as their counts", len(full) == len(heights) and all(
        abs(height / count - heights[0] / full[0]) < 0.1 * heights[0] / full[0] + 0.02
        for height, count in zip(heights, full)), (full, heights))
    check("dump: changes are listed", browser.run("document.querySelectorAll('.shifts li').length") > 5)
    check("dump: companies are listed", browser.run("document.querySelectorAll('.bars tr').length") > 20)
    browser.press("/", code="Slash")
    browser.type("тобыл")
    check("dump: the search finds rows", 0 < browser.run(visible(".row")) < 10)
    check("dump: no complaints", not browser.errors, browser.errors[:5])


def comparison(browser, folder, shots):
    before = os.path.join(folder, "before.jsonl")
    record = json.loads(svodka("extract", DEMO, "--published", "2023-10-12", "--format", "jsonl", "--offsets", "utf16"))
    lost = record["mentions"].pop()
    money = next(m for m in record["mentions"] if m["kind"] == "money")
    money["value"]["amount"] = 1
    record["mentions"].append({**money, "kind": "ordinal", "value": {"value": 9}, "rule": "old.rule"})
    fact = record["facts"].pop()
    with open(before, "w", encoding="utf-8") as file:
        file.write(json.dumps(record) + "\n")
    page = os.path.join(folder, "comparison.html")
    svodka("view", "--compare", before, DEMO, "--published", "2023-10-12", "-o", page)
    looks(browser, page, shots, "comparison")
    browser.open(page)
    counts = browser.run("Object.fromEntries([...document.querySelectorAll('.chip[data-status]')].map(c => [c.dataset.status, +c.querySelector('.count').textContent]))")
    check("comparison: one changed, one gone, two new", (counts["changed"], counts["left"], counts["right"]) == (1, 1, 2), counts)
    right = browser.run("[...document.querySelectorAll('mark.is-right')].map(m => m.textContent).join('')")
    check("comparison: what is new is marked", right == lost["text"], right)
    check("comparison: a new fact is told", fact["rule"] in browser.run("[...document.querySelectorAll('li[data-status=right]')].map(r => r.textContent).join(' ')"))
    browser.click(".chip.s-right")
    check("comparison: a status is hidden", browser.run(visible("li[data-status=right]")) == 0
          and browser.run("document.querySelectorAll('mark.is-right:not(.off)').length") == 0)
    browser.hover("mark.is-changed")
    check("comparison: the tooltip tells both values", "→" in browser.run("document.querySelector('#tip').innerText"))
    check("comparison: no complaints", not browser.errors, browser.errors[:5])
    page = os.path.join(folder, "gold.html")
    svodka("view", "--compare", os.path.join(ROOT, "Fixtures"), "-o", page)
    looks(browser, page, shots, "gold")
    browser.open(page)
    counts = browser.run("Object.fromEntries([...document.querySelectorAll('.chip[data-status]')].map(c => [c.dataset.status, +c.querySelector('.count').textContent.replace(/\\D/g, '')]))")
    check("gold: most is right", counts["same"] > 10 * (counts["changed"] + counts["left"] + counts["right"]) / 10, counts)


def main():
    shots = sys.argv[1] if len(sys.argv) > 1 else os.path.join(ROOT, ".build", "viewer")
    os.makedirs(shots, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, Browser() as browser:
        for part in (document, hostile, dump, comparison):
            part(browser, folder, shots)
    for failure in failures:
        print(failure, file=sys.stderr)
    print(f"viewer: {'right' if not failures else f'{len(failures)} failures'}; screenshots in {shots}")
    sys.exit(1 if failures else 0)


main()
