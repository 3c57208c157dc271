// The behaviour of the pages of `svodka view`. Everything that it shows stands in the page already;
// it writes text only, never markup.
"use strict";
(() => {
  const root = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const one = (selector) => document.querySelector(selector);
  const article = one(".documents") ?? one("article");
  root.classList.add("scripted");

  // The panel begins where the head ends, however high the legend makes it.
  const head = one("header");
  const measure = () => {
    const height = getComputedStyle(head).position === "sticky" ? head.offsetHeight : 0;
    root.style.setProperty("--head", `${height + 16}px`);
    root.style.scrollPaddingTop = `${height + 48}px`;
  };
  if (head) {
    measure();
    addEventListener("resize", measure);
  }

  // Light and dark.
  const themes = ["", "light", "dark"];
  const isDark = () => {
    const chosen = root.dataset.theme;
    return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  };
  const remembered = () => {
    try { return localStorage.getItem("svodka-theme"); } catch { return null; }
  };
  if (themes.includes(remembered() ?? "-")) root.dataset.theme = remembered();
  const switchTheme = () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    try { localStorage.setItem("svodka-theme", root.dataset.theme); } catch { /* A private page. */ }
  };
  one("#theme")?.addEventListener("click", switchTheme);

  // Tabs.
  const tabs = all("[role=tab]");
  const showTab = (name) => {
    for (const tab of tabs) {
      const isShown = tab.getAttribute("aria-controls") === name;
      tab.setAttribute("aria-selected", isShown);
      tab.tabIndex = isShown ? 0 : -1;
      one("#" + tab.getAttribute("aria-controls")).classList.toggle("shown", isShown);
    }
  };
  for (const [index, tab] of tabs.entries()) {
    tab.addEventListener("click", () => showTab(tab.getAttribute("aria-controls")));
    tab.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      const next = tabs[(index + step + tabs.length) % tabs.length];
      next.focus();
      next.click();
    });
  }
  if (tabs.length) showTab(tabs[0].getAttribute("aria-controls"));

  // The legend: which kinds are shown.
  const marks = all("mark[data-mark]");
  const chips = all(".chip");
  const rows = all(".row");
  const isOn = (chip) => chip.getAttribute("aria-pressed") === "true";
  const hidden = (attribute) =>
    new Set(chips.filter((chip) => !isOn(chip)).map((chip) => chip.getAttribute(attribute)));
  const sort = (text) => text.toLowerCase().replaceAll("ё", "е");
  let query = "";
  const showRows = () => {
    const kinds = hidden("data-kind");
    const facts = hidden("data-fact-kind");
    const states = hidden("data-status");
    for (const row of rows) {
      const { rowKind, factKind, status } = row.dataset;
      const isOff = (rowKind && kinds.has(rowKind)) || (factKind && facts.has(factKind))
        || (status && states.has(status));
      row.hidden = Boolean(isOff) || (query !== "" && !sort(row.textContent).includes(query));
    }
    for (const note of all(".no-match")) {
      note.hidden = all(".row", note.parentElement).some((row) => !row.hidden);
    }
  };
  const applyFilters = () => {
    const kinds = hidden("data-kind");
    const states = hidden("data-status");
    for (const mark of marks) {
      const { kind, status } = mark.dataset;
      mark.classList.toggle("off", kinds.has(kind) || (status !== undefined && states.has(status)));
    }
    showRows();
  };
  const setAll = (isPressed) => {
    for (const chip of chips) chip.setAttribute("aria-pressed", isPressed);
    applyFilters();
  };
  for (const chip of chips) {
    chip.addEventListener("click", (event) => {
      if (event.shiftKey || event.altKey) {
        for (const other of chips) other.setAttribute("aria-pressed", other === chip);
      } else {
        chip.setAttribute("aria-pressed", !isOn(chip));
      }
      applyFilters();
    });
  }
  one("#all")?.addEventListener("click", () => setAll(true));
  one("#none")?.addEventListener("click", () => setAll(false));

  // What is chosen: a record, an entity or the evidence of a fact.
  const records = new Map(all("[data-record]").map((row) => [row.dataset.record, row]));
  const pieces = (id) => marks.filter((mark) => mark.dataset.mark === id);
  const clear = () => {
    for (const mark of all(".chosen, .same-entity")) mark.classList.remove("chosen", "same-entity");
    for (const lit of all(".lit")) lit.classList.remove("lit");
    if (location.hash) history.replaceState(null, "", location.pathname + location.search);
  };
  const marksOfEntity = (entity) => marks.filter(
    (mark) => records.get(mark.dataset.mark)?.dataset.entityOf === entity);
  const bringIntoView = (element) => {
    if (!element || element.offsetParent === null) return;
    const box = element.getBoundingClientRect();
    const top = parseFloat(getComputedStyle(root).getPropertyValue("--head")) || 0;
    if (box.top < top || box.bottom > innerHeight) element.scrollIntoView({ block: "center" });
  };
  // Scrolls the panel only, so that the text stays where it is.
  const bringRowIntoView = (row) => {
    const panel = row?.closest("aside");
    if (!panel || row.hidden || panel.scrollHeight <= panel.clientHeight) return;
    const [outer, inner] = [panel.getBoundingClientRect(), row.getBoundingClientRect()];
    if (inner.height === 0) return;
    if (inner.top < outer.top + 60 || inner.bottom > outer.bottom) {
      panel.scrollTop += inner.top - outer.top - 80;
    }
  };
  const lightEntity = (entity) => {
    if (!entity) return;
    for (const mark of marksOfEntity(entity)) mark.classList.add("same-entity");
    for (const row of rows) {
      if (row.dataset.rowEntity === entity) {
        row.classList.add("lit");
        bringRowIntoView(row);
      }
    }
  };
  const choose = (id, { fromText = false } = {}) => {
    clear();
    const [first] = pieces(id);
    if (!first) return;
    for (const mark of pieces(id)) mark.classList.add("chosen");
    const row = records.get(id);
    if (row) {
      lightEntity(row.dataset.entityOf);
      row.classList.add("lit");
      if (fromText && "open" in row) row.open = true;
      bringRowIntoView(row);
    }
    if (!fromText) bringIntoView(first);
  };
  const lightEvidence = (id) => {
    clear();
    const lines = all(".evidence").filter((line) => line.dataset.fact === id);
    for (const line of lines) line.classList.add("lit");
    for (const row of rows) row.classList.toggle("lit", row.dataset.evidence === id);
    bringIntoView(lines[0]);
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href^='#'], a[data-entity]");
    if (link) {
      const { entity, mention } = link.dataset;
      const target = (link.getAttribute("href") ?? "#").slice(1);
      const row = link.closest("[data-evidence]");
      if (entity) {
        event.preventDefault();
        clear();
        lightEntity(entity);
        bringIntoView(marksOfEntity(entity)[0]);
      } else if (mention !== undefined) {
        event.preventDefault();
        choose(target);
      } else if (row) {
        event.preventDefault();
        lightEvidence(row.dataset.evidence);
      }
      return;
    }
    const mark = event.target.closest?.("mark[data-mark]:not(.off)");
    if (mark) {
      choose(mark.dataset.mark, { fromText: true });
    } else if (event.target.closest?.("article")) {
      clear();
    }
  });
  for (const row of all("[data-evidence]")) {
    const lines = () => all(".evidence").filter((line) => line.dataset.fact === row.dataset.evidence);
    const isChosen = () => row.classList.contains("lit");
    row.addEventListener("mouseenter", () => lines().forEach((line) => line.classList.add("lit")));
    row.addEventListener("mouseleave", () => {
      if (!isChosen()) lines().forEach((line) => line.classList.remove("lit"));
    });
  }

  // What a mark is, beside the pointer; of marks in one another the innermost first.
  const tip = document.createElement("div");
  tip.id = "tip";
  tip.setAttribute("role", "tooltip");
  tip.hidden = true;
  document.body.append(tip);
  const add = (parent, name, text, className) => {
    const child = document.createElement(name);
    child.textContent = text;
    if (className) child.className = className;
    parent.append(child);
  };
  const showTip = (mark) => {
    tip.replaceChildren();
    for (let at = mark; at; at = at.parentElement?.closest("mark[data-mark]")) {
      const row = records.get(at.dataset.mark);
      if (at.classList.contains("off") || !row) continue;
      const block = document.createElement("div");
      add(block, "span", row.dataset.kindName, "kind " + (at.className.match(/k-[\w-]+/) ?? [""])[0]);
      add(block, "span", row.dataset.value, "value");
      add(block, "code", row.dataset.rule);
      tip.append(block);
    }
    tip.hidden = tip.childElementCount === 0;
    if (tip.hidden) return;
    const box = mark.getClientRects()[0] ?? mark.getBoundingClientRect();
    const left = Math.min(Math.max(box.left, 8), innerWidth - tip.offsetWidth - 8);
    const below = box.bottom + 10;
    const fits = below + tip.offsetHeight < innerHeight;
    tip.style.left = `${Math.max(left, 8)}px`;
    tip.style.top = `${fits ? below : Math.max(box.top - tip.offsetHeight - 8, 8)}px`;
  };
  const hideTip = () => { tip.hidden = true; };
  if (article) {
    article.addEventListener("pointerover", (event) => {
      const mark = event.target.closest?.("mark[data-mark]");
      if (mark) showTip(mark); else hideTip();
    });
    article.addEventListener("pointerleave", hideTip);
    article.addEventListener("focusin", (event) => {
      if (event.target.matches("mark")) showTip(event.target);
    });
    article.addEventListener("focusout", hideTip);
    addEventListener("scroll", hideTip, { passive: true });
  }

  // Search: the matches in the text, and the rows that have the words.
  const box = one("#search");
  const matches = one("#matches");
  const canHighlight = typeof Highlight === "function" && CSS.highlights;
  let found = [];
  let current = -1;
  // Text of a paragraph as one string, each character where it stands.
  const paragraphs = article
    ? all("article p").map((paragraph) => {
      const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
      const nodes = [];
      let text = "";
      while (walker.nextNode()) {
        nodes.push({ node: walker.currentNode, start: text.length });
        // One character for one, or the places would shift.
        text += [...walker.currentNode.data].map((character) => {
          const plain = character === "\u00a0" ? " " : sort(character);
          return plain.length === character.length ? plain : character;
        }).join("");
      }
      return { nodes, text };
    })
    : [];
  const place = ({ nodes }, at, isEnd) => {
    const index = nodes.findLastIndex(({ start }) => (isEnd ? start < at : start <= at));
    return [nodes[Math.max(index, 0)].node, at - nodes[Math.max(index, 0)].start];
  };
  const ranges = (words) => paragraphs.flatMap((paragraph) => {
    const list = [];
    for (let at = paragraph.text.indexOf(words); at >= 0;
      at = paragraph.text.indexOf(words, at + words.length)) {
      const range = new Range();
      range.setStart(...place(paragraph, at, false));
      range.setEnd(...place(paragraph, at + words.length, true));
      list.push(range);
    }
    return list;
  });
  const showMatches = () => {
    if (canHighlight) {
      CSS.highlights.set("found", new Highlight(...found));
      CSS.highlights.set("current", new Highlight(...(found[current] ? [found[current]] : [])));
    }
    const shown = current < 0 ? `${found.length}` : `${current + 1}/${found.length}`;
    matches.textContent = query ? `${shown} ${matches.dataset.words}` : "";
    matches.classList.toggle("nothing", query !== "" && found.length === 0);
  };
  const search = () => {
    query = sort(box.value.trim());
    found = query ? ranges(query) : [];
    current = -1;
    showMatches();
    showRows();
  };
  const step = (by) => {
    if (found.length) {
      current = (current + by + found.length) % found.length;
      showMatches();
      bringIntoView(found[current].startContainer.parentElement);
      return;
    }
    const shown = marks.filter((mark) => mark.id && !mark.classList.contains("off"));
    if (!shown.length) return;
    const at = shown.findIndex((mark) => mark.classList.contains("chosen"));
    const next = at < 0 ? shown[by > 0 ? 0 : shown.length - 1]
      : shown[(at + by + shown.length) % shown.length];
    choose(next.dataset.mark);
    next.focus({ preventScroll: true });
  };
  if (box) {
    box.addEventListener("input", search);
    box.addEventListener("keydown", (event) => {
      if (event.key === "Enter") {
        event.preventDefault();
        step(event.shiftKey ? -1 : 1);
      }
    });
  }

  // Keys.
  const keys = one("#keys");
  one("#help")?.addEventListener("click", () => keys.showModal());
  const byKey = {
    "/": () => box?.focus(),
    n: () => step(1), j: () => step(1), p: () => step(-1), k: () => step(-1),
    f: () => showTab("facts"), e: () => showTab("entities"), r: () => showTab("records"),
    a: () => setAll(!chips.every(isOn)),
    t: switchTheme,
    "?": () => keys?.showModal(),
  };
  // The same keys where the layout is Russian.
  const byCode = {
    Slash: "/", KeyN: "n", KeyJ: "j", KeyP: "p", KeyK: "k", KeyF: "f", KeyE: "e", KeyR: "r",
    KeyA: "a", KeyT: "t",
  };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || keys?.open) return;
    if (event.key === "Escape") {
      if (box && box.value) {
        box.value = "";
        search();
      }
      box?.blur();
      hideTip();
      clear();
      return;
    }
    if (event.target.matches?.("input, textarea")) return;
    const isLatin = /^[\x20-\x7e]$/.test(event.key);
    const action = byKey[isLatin ? event.key : byCode[event.code]];
    if (!action || ("fer".includes(event.key) && !tabs.length)) return;
    event.preventDefault();
    action();
  });
})();
