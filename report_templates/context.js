  // Comparing in context: only the articles that state a finding, their disputed paragraphs level, the rest folded
  const view = one("#context");
  const around = 3; // paragraphs of context on either side
  const placeOf = (figure) => {
    const link = one('figcaption a[href^="#"]', figure);
    return link && document.getElementById(link.hash.slice(1));
  };
  const paragraphOf = (node) => node.closest(".cell > div");
  const indexOf = (paragraph) => Number(paragraph.id.split("-")[1]);
  const numberOf = (paragraph) => Number(paragraph.id.split("-")[2]);
  const statedIn = (card) => {
    const found = { letters: new Map(), paragraphs: new Map() };
    for (const voice of all(".voice", card)) {
      for (const at of all("figure", voice).map(placeOf).filter(Boolean)) {
        const paragraph = paragraphOf(at);
        const index = indexOf(paragraph);
        found.letters.set(at.id, [...voice.classList].find((name) => name.startsWith("r-")));
        if (!found.paragraphs.has(index)) found.paragraphs.set(index, new Set());
        found.paragraphs.get(index).add(paragraph);
      }
    }
    return found;
  };
  // The paragraph that stands level: one that shares its row with disputed paragraphs of other articles, else the first.
  const mainOf = (index, paragraphs) => {
    const shared = (own) => [...paragraphs].filter(([other, set]) => other !== index && [...set].some((p) => p.closest(".row") === own.closest(".row"))).length;
    return [...paragraphs.get(index)].sort((a, b) => shared(b) - shared(a) || numberOf(a) - numberOf(b))[0];
  };
  const copyOf = (paragraph, letters, id) => {
    const copy = one(".text", paragraph).cloneNode(true);
    let letter = "";
    for (const flag of all(".flag", copy)) {
      letter = letters.get(flag.id) || letter;
      if (flag.hash === `#${id}` && letter) flag.classList.add("own", letter);
    }
    all("[id]", copy).forEach((node) => node.removeAttribute("id"));
    unmark(copy);
    return copy;
  };
  const element = (tag, name, ...children) => {
    const made = document.createElement(tag);
    if (name) made.className = name;
    made.append(...children);
    return made;
  };
  const folded = (copies, words) => {
    const text = words.replace("{n}", copies.length);
    return element("details", "", element("summary", "", text), ...copies);
  };
  // Paragraphs near the main one and other disputed ones are open; each run of the rest is folded.
  const withFolds = (paragraphs, isOpen, copy) => {
    const out = [];
    let run = [];
    const close = () => {
      if (run.length) out.push(folded(run, run.length === 1 ? view.dataset.one : view.dataset.more));
      run = [];
    };
    for (const paragraph of paragraphs) {
      if (isOpen(paragraph)) { close(); out.push(copy(paragraph)); } else run.push(copy(paragraph));
    }
    close();
    return out;
  };
  const columnOf = (index, found, id) => {
    const own = all(`.aligned .cell.c${index} > div`).sort((a, b) => numberOf(a) - numberOf(b));
    const main = mainOf(index, found.paragraphs);
    const at = own.indexOf(main);
    const disputed = found.paragraphs.get(index);
    const near = (paragraph) => disputed.has(paragraph) || Math.abs(own.indexOf(paragraph) - at) <= around;
    const copy = (paragraph) => copyOf(paragraph, found.letters, id);
    return {
      head: element("h3", "head", ...one(`.heads .c${index}`).cloneNode(true).childNodes),
      main: element("div", "level", copy(main)),
      before: element("div", "before", ...withFolds(own.slice(0, at), near, copy)),
      after: element("div", "after", ...withFolds(own.slice(at + 1), near, copy)),
    };
  };
  const markContext = (columns) => {
    const [base, ...others] = columns.map((column) => words(column.main));
    others.forEach((other) => markWords(changedWords(other, base) || []));
  };
  const verdictOf = (card) => forms.get(card.id) && forms.get(card.id).parentElement;
  let inView = null;
  const putBack = () => {
    const verdict = inView && verdictOf(inView);
    if (verdict) one(".foot", inView).before(verdict);
  };
  const compareInContext = (card) => {
    const found = statedIn(card);
    if (!found.paragraphs.size) return;
    putBack();
    inView = card;
    const columns = [...found.paragraphs.keys()].sort((a, b) => a - b).map((index) => columnOf(index, found, card.id));
    const grid = one(".grid", view);
    const narrow = innerWidth < 704;
    grid.style.setProperty("--k", columns.length);
    if (narrow) grid.replaceChildren(...columns.flatMap(({ head, before, main, after }) => [head, main, element("details", "rest", element("summary", "", view.dataset.around), before, after)]));
    else grid.replaceChildren(...["head", "before", "main", "after"].flatMap((part) => columns.map((column) => column[part])));
    one("h2", view).textContent = one("h3", card).textContent;
    const verdict = verdictOf(card);
    one(".judge", view).replaceChildren(...(verdict ? [verdict] : []));
    if (!view.open) view.showModal();
    markContext(columns);
    const body = one(".body", view);
    body.scrollTop = narrow ? 0 : columns[0].main.offsetTop - body.clientHeight / 3;
    body.focus();
  };
  view.addEventListener("close", () => {
    putBack();
    const card = inView;
    inView = null;
    if (card && !view.dataset.leaving) focusCard(card);
    delete view.dataset.leaving;
  });
  view.addEventListener("click", (event) => {
    const control = event.target.closest("button[data-step], a[href^='#']");
    if (!control) return;
    if (control.matches("a")) { view.dataset.leaving = "yes"; view.close(); }
    else if (control.dataset.step === "close") view.close();
    else go(Number(control.dataset.step));
  });
