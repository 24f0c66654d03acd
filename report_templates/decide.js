  // Deciding: kept in this browser, exported as the file that `divergence accept --from` and `--decisions` read
  const story = one("#disagreements").dataset.story;
  const review = one("[data-controls=review]");
  const place = `divergence/decisions/${story}`;
  const store = (() => {
    try { localStorage.getItem(place); return localStorage; } catch { return null; }
  })();
  const stored = () => {
    try { return JSON.parse(store.getItem(place)) || {}; } catch { return {}; }
  };
  const decisions = new Map();
  const withdrawn = new Map();
  const forms = new Map();
  const today = () => new Date(Date.now() - new Date().getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  const longDate = (day) => {
    const lang = document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang;
    return new Date(`${day}T00:00:00Z`).toLocaleDateString(lang, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  };
  const onLine = (text) => text.trim().replace(/\s+/g, " ");
  const keep = () => {
    try { store.setItem(place, JSON.stringify({ ...stored(), ...Object.fromEntries(cards.map((card) => [card.id, decisions.get(card.id) || withdrawn.get(card.id)])) })); } catch { return; }
  };
  const inWords = (decision, form, line) => {
    const said = decision.state === "explained" ? one(`option[value=${decision.ground}]`, form).dataset.said : line.dataset[decision.state];
    const signed = [decision.who, decision.when && longDate(decision.when)].filter(Boolean).join(", ");
    return said + (signed && ` (${signed})`) + (decision.reason && `: ${decision.reason}`);
  };
  const showDecision = (card) => {
    const decision = decisions.get(card.id);
    const form = forms.get(card.id);
    card.dataset.state = decision ? decision.state : "open";
    const old = one(".decided", form.parentElement);
    if (decision) {
      const line = one("#decided").content.cloneNode(true).firstElementChild;
      one("bdi", line).textContent = inWords(decision, form, line);
      if (old) old.replaceWith(line);
      else form.before(line);
    } else if (old) old.remove();
    for (const button of all("[data-state]", form)) button.setAttribute("aria-pressed", String(card.dataset.state === button.dataset.state));
    form.elements.ground.value = decision && decision.state === "explained" ? decision.ground : "";
    if (document.activeElement !== form.elements.reason) form.elements.reason.value = decision ? decision.reason : "";
    form.elements.reason.hidden = one("[data-undo]", form).hidden = !decision;
    const line = lines.get(card.id);
    if (line) line.dataset.state = card.dataset.state;
  };
  const count = () => {
    const decided = cards.filter((card) => decisions.has(card.id)).length;
    const words = decided < cards.length ? review.dataset.left : review.dataset.done;
    const text = words.replace("{left}", cards.length - decided).replace("{all}", cards.length);
    one("output", review).textContent = text;
    one("progress", review).value = decided;
    const tally = one(".left");
    tally.textContent = text;
    tally.hidden = false;
  };
  const decide = (card, change) => {
    if (change) {
      const before = decisions.get(card.id) || { ground: "none", reason: "", until: "" };
      decisions.set(card.id, { ...before, ...change, who: onLine(review.elements.who.value), when: today() });
      withdrawn.delete(card.id);
    } else if (decisions.delete(card.id)) withdrawn.set(card.id, { state: "open", when: today() });
    keep();
    showDecision(card);
    count();
  };
  const advance = (card) => {
    const shown = cards.filter((other) => !other.hidden || other === card);
    const at = shown.indexOf(card);
    const next = [...shown.slice(at + 1), ...shown.slice(0, at)].find((other) => !decisions.has(other.id));
    if (next) focusCard(next);
    else {
      if (view.open) view.close();
      one("[data-export=toml]").focus();
    }
  };
  const addForm = (card) => {
    const form = one("#decide").content.cloneNode(true).firstElementChild;
    forms.set(card.id, form);
    const verdict = document.createElement("div");
    verdict.append(...all(".decided", card), form);
    card.append(verdict);
    form.addEventListener("submit", (event) => { event.preventDefault(); advance(card); });
    form.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (!button) return;
      if (button.dataset.state) decide(card, { state: button.dataset.state, ground: "none" });
      else decide(card, null);
    });
    form.elements.ground.addEventListener("change", (event) => {
      const ground = event.target.value;
      decide(card, ground ? { state: "explained", ground } : null);
      if (ground) form.elements.reason.focus();
    });
    form.elements.reason.addEventListener("input", (event) => decide(card, { reason: onLine(event.target.value) }));
  };
  // A decision in the report's own file and one in this browser: the later word counts, on the same day the browser's.
  const initial = (card, kept) => {
    const stated = one(".decided", card);
    const given = stated && { ...stated.dataset };
    const own = kept[card.id];
    if (!given || !own) return own || given;
    return own.when >= given.when ? own : given;
  };

  // Exporting
  const quotedString = (text) => JSON.stringify(text.replace(/\p{Surrogate}/gu, "?")).replace(/\x7f/g, "\\u007f");
  const fileOf = (figure) => {
    const link = one('figcaption a[href^="#"]', figure);
    return link ? one(`#s-${link.hash.split("-")[1]}`).dataset.file.split("/").pop() : one("figcaption b", figure).textContent;
  };
  const evidence = (card) => {
    const first = new Map();
    for (const voice of all(".voice", card)) {
      for (const figure of all("figure", voice)) {
        const quote = one("blockquote", figure).cloneNode(true);
        all(".cut", quote).forEach((sign) => sign.remove());
        const reading = {
          source: fileOf(figure),
          sentence: quotedText(quote),
          span: all("mark", quote).map(quotedText).join(""),
          value: one(".voice-value", voice).textContent,
        };
        const key = JSON.stringify([reading.source, reading.value]);
        if (!first.has(key)) first.set(key, reading);
      }
    }
    return [...first.keys()].sort().map((key) => first.get(key));
  };
  const records = () => cards.filter((card) => decisions.has(card.id)).map((card) => {
    const decision = decisions.get(card.id);
    const about = { story, id: card.id, kind: card.dataset.kind, subject: one("h3", card).textContent };
    const readings = decision.state === "wrong" ? evidence(card) : [];
    return { ...about, state: decision.state, explained_by: decision.ground, reason: decision.reason, by: decision.who, on: decision.when, until: decision.until, readings };
  }).sort((a, b) => (a.id < b.id ? -1 : 1));
  const block = (record) => {
    const table = record.state === "wrong" ? "rejected" : "accepted";
    const text = (from, names) => names.map((name) => `${name} = ${quotedString(from[name])}`);
    const rows = [`[[${table}]]`, ...text(record, ["story", "id", "kind", "subject", "reason"])];
    if (record.explained_by !== "none") rows.push(...text(record, ["explained_by"]));
    if (record.by) rows.push(...text(record, ["by"]));
    for (const name of ["on", "until"]) if (record[name]) rows.push(`${name} = ${record[name]}`);
    for (const reading of record.readings) rows.push(`[[${table}.readings]]`, ...text(reading, ["source", "sentence", "span", "value"]));
    return `${rows.join("\n")}\n`;
  };
  const header = "# Kept by `divergence accept` and `divergence reject`. Sorted, one block a finding, so that merges stay easy.\n";
  const written = {
    toml: () => [header, ...records().map(block)].join("\n"),
    jsonl: () => records().map((record) => `${JSON.stringify(record)}\n`).join(""),
  };
  const save = (kind) => {
    const link = document.createElement("a");
    link.download = `${story.replace(/[^\p{L}\p{N}.-]+/gu, "-") || "story"}.decisions.${kind}`;
    link.href = URL.createObjectURL(new Blob([written[kind]()], { type: kind === "toml" ? "application/toml" : "application/x-ndjson" }));
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    one(".exported", review).textContent = kind === "toml" ? review.dataset.exported.replaceAll("{file}", link.download) : "";
  };

  // What a finding says, as text with both quotations and their sources
  const asText = (card) => {
    const said = all(".voice", card).map((voice) => `${one(".voice-value", voice).textContent}\n${all("figure", voice).map((figure) => `  ${citation(figure)}`).join("\n")}`);
    return `${one("h3", card).textContent}\n\n${said.join("\n")}\n\n${card.id}, ${story}`;
  };
  const addFoot = (card) => {
    const foot = one("#copy-finding").content.cloneNode(true).firstElementChild;
    card.append(foot);
    const compare = one("[data-compare]", foot);
    compare.hidden = !all("figure", card).some(placeOf);
    compare.addEventListener("click", () => compareInContext(card));
    if (!navigator.clipboard) all(".copy", foot).forEach((button) => { button.hidden = true; });
    copyOnClick(one("[data-copy=link]", foot), () => `${location.href.split("#")[0]}#${card.id}`);
    copyOnClick(one("[data-copy=finding]", foot), () => asText(card));
  };
  if (review) {
    const kept = stored();
    for (const card of cards) {
      addForm(card);
      const decision = initial(card, kept);
      if (decision) (decision.state === "open" ? withdrawn : decisions).set(card.id, decision);
      showDecision(card);
    }
    count();
    if (!store) one(".exported", review).textContent = review.dataset.unsaved;
    try { review.elements.who.value = store.getItem("divergence/who") || ""; } catch { /* then they are typed anew */ }
    review.elements.who.addEventListener("change", (event) => {
      try { store.setItem("divergence/who", event.target.value); } catch { return; }
    });
    all("[data-export]", review).forEach((button) => button.addEventListener("click", () => save(button.dataset.export)));
  }
  all(".card").forEach(addFoot);
  const current = () => inView || document.activeElement.closest("#disagreements .card");
  const onCurrent = (act) => () => {
    const card = current();
    if (card) act(card);
    else if (review) advance(null);
  };
  const toggleContext = (card) => (view.open ? view.close() : compareInContext(card));
  const decisionKeys = {
    a: onCurrent((card) => { decide(card, { state: "confirmed", ground: "none" }); advance(card); }),
    w: onCurrent((card) => { decide(card, { state: "wrong", ground: "none" }); advance(card); }),
    c: onCurrent(toggleContext),
    x: onCurrent((card) => forms.get(card.id).elements.ground.focus()),
    n: onCurrent((card) => forms.get(card.id).elements.reason.focus()),
    u: onCurrent((card) => decide(card, null)),
    e: () => review && save("toml"),
  };
