// The search of a glossary site. It needs no network: terms.js, a script, has set khihauTerms.
// A name is found by its exact key, then by its plain one, which has no marks (see keys.py).
"use strict";

// --- keys: the same as in keys.py -----------------------------------------------------------------

const NUMBER = "#";

function exactKey(text) {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/(?:(o)([ae])|(u)(y))([\u0300\u0301\u0303\u0309\u0323])/g,
      (_, o, ae, u, y, tone) => (o || u) + tone + (ae || y))
    .replace(/[^\p{L}\p{N}\u0300-\u036f#]+/gu, " ")
    .trim()
    .normalize("NFC")
    .replace(/ ?([가-힣]) ?/g, "$1");
}

function plainOf(exact) {
  return exact.normalize("NFD").replace(/[\u0300-\u036f]/g, "").normalize("NFC").replace(/đ/g, "d");
}

// --- what is typed, in all its spellings ----------------------------------------------------------

const PLURALS = [[/([^\W\d_]{2})ies$/, "$1y"], [/(ss|x|ch|sh|as)es$/, "$1"], [/([^\W\d_]{2}[^\W\d_s])s$/, "$1"]];

function singular(word) {
  const [ending, instead] = PLURALS.find(([one]) => one.test(word)) || [/$/, ""];
  return word.replace(ending, instead);
}

const isHangul = letter => letter >= "가" && letter <= "힣";

// Where a form stands in a key as a word of its own; Korean words have no edges.
function placeOf(form, key) {
  for (let at = key.indexOf(form); at >= 0; at = key.indexOf(form, at + 1)) {
    const before = key[at - 1] || " ", after = key[at + form.length] || " ";
    if (isHangul(form[0]) || (before === " " && after === " ")) return at;
  }
  return -1;
}

function spellings(typed, loans) {
  const key = exactKey(typed);
  const keys = new Set([key, key.replace(/\d+(?:st|nd|rd|th)?/g, NUMBER)]);
  keys.add(key.split(" ").map(singular).join(" "));
  for (const form of [...keys]) {
    for (const group of loans) {
      const plain = plainOf(form) === form;
      for (const one of group) {
        const word = plain ? plainOf(one) : one;
        const at = placeOf(word, form);
        if (at < 0) continue;
        for (const other of group) keys.add(form.slice(0, at) + other + form.slice(at + word.length));
      }
    }
  }
  keys.delete("");
  return [...keys].map(exact => ({ exact, plain: plainOf(exact), words: plainOf(exact).split(" ") }));
}

// --- how well a name fits -------------------------------------------------------------------------

const NONE = 99;

// 0 whole, 1 its beginning, 2 the beginning of a word in it, 3 somewhere in it.
function fit(key, sought) {
  let at = key.indexOf(sought);
  if (at < 0) return NONE;
  if (at === 0) return key.length === sought.length ? 0 : 1;
  for (; at >= 0; at = key.indexOf(sought, at + 1))
    if (key[at - 1] === " " || isHangul(sought[0])) return 2;
  return 3;
}

const RANKS = { exact: [0, 1, 2, 6], plain: [3, 4, 5, 7] };

function rank(label, sought) {
  let best = NONE;
  sought.forEach(({ exact, plain, words }, spelling) => {
    const found = Math.min(
      RANKS.exact[fit(label.exact, exact)] ?? NONE,
      RANKS.plain[fit(label.plain, plain)] ?? NONE,
      words.length > 1 && words.every(word => fit(label.plain, word) < 3) ? 8 : NONE,
    );
    best = Math.min(best, found + (spelling ? 0.5 : 0));
  });
  return best;
}

// --- the page -------------------------------------------------------------------------------------

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

function readTerms({ langs, statuses, loans, concepts }) {
  const read = ([lang, status, text, exact, plain]) => {
    const key = exact || text.toLowerCase();
    return { lang: langs[lang], status: statuses[status], text, exact: key, plain: plain || key };
  };
  return {
    loans,
    wrong: status => statuses.indexOf(status) > 1,
    order: status => statuses.indexOf(status),
    concepts: concepts.map(([href, domain, id, [vi, ko, en], labels]) => {
      const all = labels.map(read);
      const names = { vi: all[vi], ko: all[ko], en: all[en] };
      return { href, domain, id, names, labels: all };
    }),
  };
}

function startIndex(form, terms) {
  const page = document.documentElement.lang;
  const words = JSON.parse(form.dataset.words);
  const fields = ["q", "domain", "lang", "status"].map(name => form.elements[name]);
  const results = document.getElementById("results");
  const list = results.querySelector("ol");
  const more = results.querySelector(".more");
  const count = document.getElementById("count");
  const everything = document.getElementById("all");
  const places = new Map([...everything.querySelectorAll(".az a")].map((link, at) => [link.getAttribute("href"), at]));
  const AT_FIRST = 50, HITS = 5;

  const said = number => number === 1
    ? words["results.one"]
    : words["results.count"].replace("{n}", number.toLocaleString(page));
  const langOf = label => (label && label.lang !== "mul" && label.lang !== page ? label.lang : "");
  const named = (label, concept, attributes = {}) =>
    element("span", { ...attributes, lang: langOf(label) }, label ? label.text : concept.id);
  const badge = status => element("span", { class: `badge ${status}` }, words[`status.${status}`]);

  function found() {
    const [q, domain, lang, status] = fields.map(field => field.value);
    const sought = spellings(q, terms.loans);
    if (q.trim() && !sought.length) return [];
    const rows = [];
    for (const concept of terms.concepts) {
      if (domain && concept.domain !== domain) continue;
      const hits = [];
      for (const label of concept.labels) {
        if (lang && label.lang !== lang && label.lang !== "mul") continue;
        if (status && label.status !== status) continue;
        const how = sought.length ? rank(label, sought) : 0;
        if (how < NONE) hits.push({ label, how, order: terms.order(label.status) });
      }
      if (!hits.length) continue;
      if (sought.length) hits.sort((a, b) => a.how - b.how || a.order - b.order || a.label.text.length - b.label.text.length);
      rows.push({ concept, hits, best: hits[0], place: places.get(concept.href) ?? 0 });
    }
    const byName = (a, b) => a.place - b.place;
    if (!sought.length) return rows.sort(byName);
    return rows.sort((a, b) => a.best.how - b.best.how || a.best.order - b.best.order
      || a.best.label.text.length - b.best.label.text.length || byName(a, b));
  }

  function hitLine(label, concept) {
    const line = element("p", { class: "hit" }, named(label, concept, { class: "name" }), " ", badge(label.status));
    if (terms.wrong(label.status)) {
      const right = concept.names[label.lang] || concept.names[page];
      line.append(" ", element("span", { class: "right" }, words["results.right"], " ", named(right, concept)));
    }
    return line;
  }

  function entry({ concept, hits, best }) {
    const name = concept.names[page];
    const shown = new Set([name]);
    const item = element("li", {}, element("a", { href: concept.href }, named(name, concept)));
    const others = element("span", { class: "others" });
    for (const lang of ["vi", "ko", "en"]) {
      const other = concept.names[lang];
      if (!other || [...shown].some(one => one && one.text === other.text)) continue;
      shown.add(other);
      others.append(others.childNodes.length ? " · " : "", named(other, concept));
    }
    item.append(" ", others);
    const status = form.elements.status.value;
    const lines = status ? hits.slice(0, HITS) : form.elements.q.value.trim() ? [best] : [];
    for (const { label } of lines) if (status || !shown.has(label)) item.append(hitLine(label, concept));
    return item;
  }

  function show(limit = AT_FIRST) {
    const asked = fields.some(field => field.value.trim());
    everything.hidden = asked;
    results.hidden = !asked;
    if (!asked) {
      count.textContent = "";
      list.replaceChildren();
      return;
    }
    const rows = found();
    list.replaceChildren(...rows.slice(0, limit).map(entry));
    more.hidden = rows.length <= limit;
    more.textContent = words["results.more"].replace("{n}", rows.length.toLocaleString(page));
    count.textContent = rows.length ? said(rows.length) : words["results.none"];
  }

  // The address keeps the search, here and in the other languages.
  function keep() {
    const kept = new URLSearchParams();
    for (const field of fields) if (field.value.trim()) kept.set(field.name, field.value);
    const hash = String(kept) && `#${kept}`;
    history.replaceState(null, "", location.pathname + hash);
    for (const link of document.querySelectorAll(".languages a")) link.href = link.getAttribute("href").split("#")[0] + hash;
  }

  function restore() {
    const hash = location.hash.slice(1);
    if (hash && !hash.includes("=")) return; // a letter of the list
    const kept = new URLSearchParams(hash || location.search);
    for (const field of fields) field.value = kept.get(field.name) || "";
    show();
    keep();
  }

  const changed = () => { show(); keep(); };
  form.addEventListener("input", changed);
  form.addEventListener("submit", event => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => { changed(); fields[0].focus(); }));
  more.addEventListener("click", () => {
    const first = list.children.length;
    show(Infinity);
    list.children[first].querySelector("a").focus();
  });
  window.addEventListener("hashchange", restore);
  form.hidden = false;
  restore();
}

function start() {
  const form = document.getElementById("search");
  const find = document.querySelector(".find");
  if (form && window.khihauTerms) startIndex(form, readTerms(window.khihauTerms));
  if (find) find.hidden = false;
  document.addEventListener("keydown", event => {
    const field = document.querySelector("input[type=search]");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || !field) return;
    if (event.target.closest("input, select, textarea")) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
}

start();
