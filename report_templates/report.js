"use strict";
// The page is complete without this script; it adds filters, sorting, search, keys, columns and copying.
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (selector, root = document) => root.querySelector(selector);
  const cards = all("#disagreements .card");
  const aligned = one(".aligned");
  all("[data-controls]").forEach((form) => {
    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
  });

  // Filters and search
  const filter = one("[data-controls=filter]");
  const query = one("#q");
  const output = one("output.found");
  const lines = new Map(all(".matrix tbody tr").map((line) => [line.dataset.id, line]));
  const haystacks = new Map();
  const plain = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  const haystack = (card) => {
    if (!haystacks.has(card)) haystacks.set(card, plain(textNodes(card).filter((node) => !node.parentElement.closest("form, .copy")).map((node) => node.data).join("")));
    return haystacks.get(card);
  };
  const matches = (card, wanted, text) =>
    (!wanted.kind || card.dataset.kind === wanted.kind) &&
    (!wanted.severity || card.dataset.severity === wanted.severity) &&
    (!wanted.source || card.dataset.sources.split(" ").includes(wanted.source)) &&
    (!wanted.state || card.dataset.state === wanted.state) &&
    (!wanted.finder || card.dataset.finder === wanted.finder) &&
    (!text || haystack(card).includes(text));

  const textNodes = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    return nodes;
  };
  const highlight = (name, ranges) => {
    if (!window.Highlight || !CSS.highlights) return;
    if (ranges.length) CSS.highlights.set(name, new Highlight(...ranges));
    else CSS.highlights.delete(name);
  };
  // The letters of a paragraph as they are searched, each with the place where it stands: marks do not part words.
  const letters = new Map();
  const lettersOf = (paragraph) => {
    if (!letters.has(paragraph)) {
      let text = "";
      const places = [];
      for (const node of textNodes(paragraph)) {
        if (node.parentElement.closest("sup, .ctl")) continue;
        [...node.data].reduce((at, sign) => {
          for (const letter of /\s/.test(sign) ? " " : plain(sign)) { text += letter; for (let unit = 0; unit < letter.length; unit++) places.push([node, at, at + sign.length]); }
          return at + sign.length;
        }, 0);
      }
      letters.set(paragraph, { text, places });
    }
    return letters.get(paragraph);
  };
  let found = [];
  const searchArticles = (wanted) => {
    found = [];
    if (wanted.length > 1) {
      for (const paragraph of all(".aligned .text")) {
        const { text, places } = lettersOf(paragraph);
        for (let at = text.indexOf(wanted); at >= 0 && found.length < 2000; at = text.indexOf(wanted, at + wanted.length)) {
          const range = new Range();
          range.setStart(places[at][0], places[at][1]);
          range.setEnd(places[at + wanted.length - 1][0], places[at + wanted.length - 1][2]);
          found.push(range);
        }
      }
    }
    highlight("search", found);
  };
  const filterCards = (text) => {
    const wanted = Object.fromEntries(["kind", "severity", "source", "state", "finder"].map((name) => [name, filter.elements[name]?.value]));
    let shown = 0;
    for (const card of cards) {
      const visible = matches(card, wanted, text);
      card.hidden = !visible;
      const line = lines.get(card.id);
      if (line) line.hidden = !visible;
      shown += visible;
    }
    one(".filtered").hidden = shown > 0;
    one("[type=reset]", filter).hidden = !text && !Object.values(wanted).some(Boolean);
    return shown;
  };
  const applyFilter = () => {
    const text = plain(query.value.trim().replace(/\s+/g, " "));
    searchArticles(text);
    const parts = [];
    const shown = filter ? filterCards(text) : 0;
    if (shown < cards.length) parts.push(output.dataset.shown.replace("{shown}", shown).replace("{all}", cards.length));
    if (text.length > 1) parts.push(output.dataset[found.length === 1 ? "match" : "matches"].replace("{n}", found.length));
    output.textContent = parts.join(" · ");
  };
  let waiting = 0;
  let step = -1;
  query.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(applyFilter, 120);
    step = -1;
  });
  query.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && found.length) {
      step = (step + (event.shiftKey ? found.length - 1 : 1)) % found.length;
      found[step].startContainer.parentElement.scrollIntoView({ block: "center" });
    }
    if (event.key === "Escape") { query.value = ""; applyFilter(); query.blur(); }
  });
  if (filter) {
    filter.addEventListener("change", applyFilter);
    filter.addEventListener("reset", () => { query.value = ""; setTimeout(applyFilter); });
  }

  // Sorting the matrix
  const table = one(".matrix");
  if (table) {
    const body = table.tBodies[0];
    const heads = all("thead th", table);
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = "↕";
      button.setAttribute("aria-label", one("#disagreements").dataset.sort.replace("{column}", head.textContent.trim()));
      head.append(button);
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const key = (line) => head.dataset.sort === "number" ? line.dataset.number : line.cells[column].textContent.replace(/^–$/, "\uffff");
        const order = [...body.rows].sort((a, b) => key(a).localeCompare(key(b), document.documentElement.lang, { numeric: true }) || a.dataset.number - b.dataset.number);
        body.append(...(down ? order.reverse() : order));
      });
    });
  }

  // Columns, base and word marks of the articles
  const columns = one("[data-controls=aligned]");
  // A word as the program compares it: without what is only typography, with the signs that change its value.
  const wordForm = /(?:(?<![\p{L}\p{N}_$£€])[-−–+±](?=[\p{N}$£€]))?[$£€¥]?[\p{L}\p{N}]+(?:[’'\-‐‑–.,\u00ad][\p{L}\p{N}]+)*[%‰°]?/gu;
  const compared = (word) => {
    const bare = plain(word.replace(/’/g, "'").replace(/[‐‑–−]/g, "-").replace(/\u00ad/g, ""));
    return /^[a-z](?:\.[a-z])+\.?$/.test(bare) ? bare.replaceAll(".", "") : bare;
  };
  const words = (node) => {
    const list = [];
    let whole = "";
    const parts = [];
    for (const text of textNodes(node)) {
      const hidden = text.parentElement.closest(".ctl");
      if (hidden || text.parentElement.closest("sup")) { if (hidden) whole += String.fromCodePoint(parseInt(hidden.dataset.u, 16)); continue; }
      parts.push({ text, from: whole.length, to: whole.length + text.data.length });
      whole += text.data;
    }
    for (const match of whole.matchAll(wordForm)) {
      list.push({ word: compared(match[0]), number: list.length, parts, from: match.index, to: match.index + match[0].length });
    }
    return list;
  };
  const unmark = (root) => {
    for (const mark of all("u", root)) mark.replaceWith(...mark.childNodes);
    root.normalize();
  };
  // Neighbouring words make one mark; a mark never reaches out of the link or the text that it begins in.
  const markWords = (list) => {
    const stretches = [];
    for (const word of list) {
      const last = stretches.at(-1);
      if (last && last.number === word.number - 1 && last.parts === word.parts) { last.number = word.number; last.to = word.to; }
      else stretches.push({ ...word });
    }
    for (const { parts, from, to } of stretches.reverse()) {
      for (const part of parts.filter((each) => each.from < to && from < each.to).reverse()) {
        const range = new Range();
        range.setStart(part.text, Math.max(from - part.from, 0));
        range.setEnd(part.text, Math.min(to, part.to) - part.from);
        range.surroundContents(document.createElement("u"));
      }
    }
  };
  // Longest common subsequence by dynamic programming: paragraphs are short.
  const changedWords = (ours, theirs) => {
    const n = ours.length, m = theirs.length;
    if (!n || !m || n * m > 250000) return null;
    const length = Array.from({ length: n + 1 }, () => new Uint16Array(m + 1));
    for (let i = n - 1; i >= 0; i--)
      for (let j = m - 1; j >= 0; j--)
        length[i][j] = ours[i].word === theirs[j].word ? length[i + 1][j + 1] + 1 : Math.max(length[i + 1][j], length[i][j + 1]);
    if (2 * length[0][0] < 0.4 * (n + m)) return null;
    const changed = [];
    let i = 0, j = 0;
    while (i < n) {
      if (j < m && ours[i].word === theirs[j].word) { i++; j++; }
      else if (j < m && length[i + 1][j] < length[i][j + 1]) j++;
      else changed.push(ours[i++]);
    }
    return changed;
  };
  // As in the page without scripts: others are marked against the base, the base where no comparable paragraph has its words.
  const markChanges = (base) => {
    all(".text", aligned).forEach(unmark);
    letters.clear();
    for (const row of all(".row:not(.heads, .alone)", aligned)) {
      const own = one(`.c${base} .text`, row);
      if (!own) continue;
      const theirs = words(own);
      let onlyBase = null;
      const marks = [];
      for (const cell of all(".cell:not([hidden]) .text", row)) {
        const ours = cell === own ? null : words(cell);
        const changed = ours && changedWords(ours, theirs);
        if (!changed) continue;
        marks.push(changed);
        const lacking = new Set(changedWords(theirs, ours));
        onlyBase = onlyBase ? onlyBase.filter((word) => lacking.has(word)) : [...lacking];
      }
      [...marks, onlyBase || []].forEach(markWords);
    }
    aligned.classList.add("rediff");
    applyFilter();
  };
  const layOut = () => {
    const base = columns.elements.base.value;
    const boxes = all("[name=column]", columns);
    const shown = boxes.filter((box) => box.checked || box.value === base).map((box) => box.value);
    const order = [base, ...shown.filter((index) => index !== base)];
    boxes.forEach((box) => {
      box.disabled = box.value === base;
      if (box.disabled) box.checked = true;
      for (const cell of all(`.c${box.value}`, aligned)) {
        cell.hidden = !order.includes(box.value);
        cell.style.gridColumn = order.indexOf(box.value) + 1;
      }
    });
    aligned.style.setProperty("--n", order.length);
    for (const row of all(".row", aligned)) {
      row.hidden = !row.classList.contains("heads") && !one(".cell:not([hidden])", row);
    }
  };
  if (columns && aligned) {
    const fitting = Math.max(2, Math.floor(aligned.clientWidth / 305));
    // A wide screen shows every column that holds a disagreement, as long as one can still read across.
    const readable = innerWidth < 1200 ? fitting : Math.max(fitting, 8);
    const disputed = (box) => one(`.cell.c${box.value} .flag:not(.quiet)`, aligned);
    all("[name=column]", columns).forEach((box, index) => { box.checked = index < fitting || innerWidth < 704 || (index < readable && Boolean(disputed(box))); });
    layOut();
    columns.addEventListener("change", (event) => {
      aligned.dataset.show = columns.elements.show.value;
      if (event.target.name !== "show") layOut();
      if (event.target.name === "base" || aligned.classList.contains("rediff")) markChanges(columns.elements.base.value);
    });
  }

  const focusCard = (card) => {
    if (view.open) {
      compareInContext(card);
      return;
    }
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "start" });
    history.replaceState(null, "", `#${card.id}`);
  };

  // Links into folded or hidden places
  const named = () => {
    try {
      return document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch {
      return null; // a cut or made-up address
    }
  };
  const reveal = () => {
    const target = named();
    if (!target) return;
    for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    const column = target.closest(".aligned .cell");
    if (column && (column.hidden || column.closest(".row").offsetParent === null)) {
      const index = [...column.classList].find((name) => /^c\d+$/.test(name)).slice(1);
      one(`[name=column][value="${index}"]`, columns).checked = true;
      columns.elements.show.value = aligned.dataset.show = "all";
      layOut();
    }
    if (target.matches(".card")) {
      if (target.hidden && filter) filter.reset();
      const evidence = one(".evidence", target);
      if (evidence) evidence.open = true;
    }
    // Again when what was skipped over has been laid out and has its true height.
    const block = target.matches(".card, section") ? "start" : "center";
    [0, 80, 300].forEach((wait) => setTimeout(() => target.scrollIntoView({ block, inline: "nearest" }), wait));
  };
  addEventListener("hashchange", reveal);
  reveal();

  // Copying a quotation with its source
  const stamp = one("#copy-button");
  const copyOnClick = (button, text) => button.addEventListener("click", async () => {
    try { await navigator.clipboard.writeText(text()); } catch { return; }
    const name = button.textContent;
    button.textContent = button.dataset.done;
    setTimeout(() => { button.textContent = name; }, 1500);
  });
  const quotedText = (quote) => {
    const copy = quote.cloneNode(true);
    all(".cut", copy).forEach((sign) => sign.replaceWith("…"));
    all(".ctl", copy).forEach((sign) => sign.replaceWith(String.fromCodePoint(parseInt(sign.dataset.u, 16))));
    return copy.textContent.trim();
  };
  const citation = (figure) => {
    const source = one("figcaption", figure).cloneNode(true);
    all(".copy", source).forEach((button) => button.remove());
    return `“${quotedText(one("blockquote", figure))}” (${source.textContent.trim()})`;
  };
  const addCopy = (figure) => {
    const caption = one("figcaption", figure);
    if (one(".copy", caption)) return;
    caption.append(stamp.content.cloneNode(true));
    copyOnClick(one(".copy", caption), () => citation(figure));
  };
  if (navigator.clipboard) {
    document.addEventListener("toggle", (event) => {
      if (event.target.open) all("figure:has(> blockquote)", event.target).forEach(addCopy);
    }, true);
  }

{% include "context.js" %}

{% include "decide.js" %}

  // Keys
  const dialog = one("#keys");
  const enabled = one("[name=enabled]", dialog);
  one("[data-help]").addEventListener("click", () => dialog.showModal());
  const go = (direction) => {
    const shown = cards.filter((card) => !card.hidden);
    const at = shown.indexOf(current());
    const next = shown[at < 0 ? (direction > 0 ? 0 : shown.length - 1) : Math.min(Math.max(at + direction, 0), shown.length - 1)];
    if (!next) return;
    focusCard(next);
  };
  const keys = {
    j: () => go(1),
    k: () => go(-1),
    o: () => {
      const evidence = one(".evidence", document.activeElement.closest(".card") || document.createElement("p"));
      if (evidence) evidence.open = !evidence.open;
    },
    "/": () => query.focus(),
    ...decisionKeys,
    "?": () => dialog.showModal(),
  };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || dialog.open || !keys[event.key]) return;
    if (!enabled.checked || event.target.closest("input, select, textarea")) return;
    event.preventDefault();
    keys[event.key]();
  });
  addEventListener("beforeprint", () => all("#disagreements details").forEach((fold) => { fold.open = true; }));
})();
