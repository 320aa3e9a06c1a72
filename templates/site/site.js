// The filter of the index. All else works without it.
"use strict";

(() => {
  const limit = 15; // rows that are shown at first
  const form = document.querySelector("[role=search]");
  const field = document.getElementById("filter");
  const found = document.getElementById("found");
  const none = document.getElementById("none");
  const more = document.getElementById("more");
  const results = document.getElementById("results");
  const hitList = results.querySelector("tbody");
  const all = document.getElementById("all");

  // What a query is compared with: all of a row in lower case, camel case also in words;
  // its names without what separates words; and the texts that responses have, cut at
  // the placeholders.
  const squeeze = (s) => s.replace(/[^\p{L}\p{N}]/gu, "");
  const rows = [...all.querySelectorAll("tbody tr:not(.group)")].map((tr) => {
    const name = tr.querySelector("a").textContent;
    const names = [name.toLowerCase(), (tr.querySelector("code")?.textContent ?? "").toLowerCase()];
    const words = name.replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, "$1 $2");
    const texts = (tr.dataset.texts ?? "").toLowerCase();
    return {
      tr, name, names,
      status: tr.querySelector(".status")?.textContent ?? "",
      all: [...names, words.toLowerCase(), tr.textContent.toLowerCase(), (tr.dataset.words ?? "").toLowerCase(), texts].join(" "),
      squeezed: names.map(squeeze),
      texts: texts.split("\n").map((text) => text.split(/\{[^{}]*\}/).map((s) => s.trim()).filter(Boolean)).filter((parts) => parts.join("").length > 5),
    };
  });

  // has says whether a row has a word: a status class (4xx), or a part of anything.
  function has(row, word, plain) {
    if (row.all.includes(word)) return true;
    if (plain.length > 2 && row.squeezed.some((name) => name.includes(plain))) return true;
    return /^[1-5]xx$/.test(word) && row.status.split(", ").some((s) => s[0] === word[0]);
  }

  // occurs says whether a row is what a response or a line of a log is about: it has the
  // row's code or name as a word, or its text with other values.
  function occurs(row, query, words) {
    if (row.names.some((name) => name && words.has(name))) return true;
    return words.size > 1 && row.texts.some((parts) => {
      let at = 0;
      return parts.every((part) => (at = query.indexOf(part, at)) >= 0 && (at += part.length) > 0);
    });
  }

  // rank says how well a row matches, the less the better: by its whole code or name, by
  // their beginning, by a part of them, by something else.
  function rank(row, query, plain) {
    if (row.names.includes(query)) return 0;
    if (row.squeezed.includes(plain)) return 1;
    if (row.squeezed.some((name) => name.startsWith(plain))) return 2;
    return row.squeezed.some((name) => name.includes(plain)) ? 3 : 4;
  }

  // matches are the rows that a query is about, the best first.
  function matches(query) {
    const words = query.split(/\s+/).map((word) => [word, squeeze(word)]);
    let hits = rows.filter((row) => words.every(([word, plain]) => has(row, word, plain)));
    if (hits.length === 0) {
      const parts = new Set(query.split(/[^\p{L}\p{N}_.-]+/u));
      hits = rows.filter((row) => occurs(row, query, parts));
    }
    const plain = squeeze(query);
    const ranked = [[], [], [], [], []];
    for (const row of hits) ranked[rank(row, query, plain)].push(row);
    return ranked.flat();
  }

  let hits = [];
  const list = (some) => some.map((row) => row.tr.cloneNode(true));

  // show shows what a text is about, all for none. The tables of all keep their layout
  // meanwhile: to lay out thousands of rows anew takes longer than a key stroke may.
  function show(text) {
    const query = text.trim().toLowerCase();
    hits = query ? matches(query) : [];
    all.classList.toggle("away", query !== "");
    results.hidden = query === "";
    hitList.replaceChildren(...list(hits.slice(0, limit)));
    more.hidden = hits.length <= limit;
    more.firstChild.textContent = `Show all ${hits.length}`;
    none.hidden = hits.length > 0;
    const total = rows.length === 1 ? "1 error" : `${rows.length} errors`;
    found.textContent = query ? `${hits.length} of ${total}` + (hits.length > 0 ? `, best: ${hits[0].name}` : "") : total;
  }

  // The filter is in the address, so that it can be sent, and going back finds it. What
  // is typed in one go is one step of the history.
  const queryOf = () => new URLSearchParams(location.hash.slice(1)).get("q") ?? "";
  let settled = queryOf();
  let timer = 0;

  function settle() {
    clearTimeout(timer);
    timer = 0;
    const query = field.value.trim();
    if (query === queryOf()) return;
    const address = query ? "#" + new URLSearchParams({ q: query }) : "#";
    if (settled !== queryOf()) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
  }

  function arrive() {
    settled = queryOf();
    if (field.value.trim() !== settled) field.value = settled;
    show(field.value);
  }

  const links = () => [...(results.hidden ? all : hitList).querySelectorAll("tr:not(.group) a")];

  function keys(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = document.activeElement;
    if (event.key === "/" && at !== field) {
      field.focus();
      field.select();
    } else if (event.key === "Escape" && (field.value || at !== field)) {
      field.value = "";
      show("");
      settle();
      field.focus();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const targets = links();
      const i = targets.indexOf(at);
      if (at !== field && i < 0) return;
      const next = i + (event.key === "ArrowDown" ? 1 : -1);
      (next < 0 ? field : targets[Math.min(next, targets.length - 1)])?.focus();
    } else {
      return;
    }
    event.preventDefault();
  }

  field.addEventListener("input", () => {
    show(field.value);
    clearTimeout(timer);
    timer = setTimeout(settle, 300);
  });
  field.addEventListener("change", () => {
    settle();
    settled = queryOf();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    show(field.value);
    settle();
    settled = queryOf();
    if (hits.length > 0) location.assign(hitList.querySelector("a").href);
  });
  more.firstChild.addEventListener("click", () => {
    more.hidden = true;
    hitList.append(...list(hits.slice(limit)));
    links()[limit].focus();
  });
  document.addEventListener("keydown", keys);
  document.addEventListener("click", () => timer && settle());
  window.addEventListener("popstate", arrive);
  window.addEventListener("hashchange", arrive);

  form.hidden = false;
  arrive();
  if (!location.hash && matchMedia("(pointer: fine)").matches) field.focus();
})();
