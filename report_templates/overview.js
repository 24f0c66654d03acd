"use strict";
(() => {
  const form = document.querySelector("#stories .controls");
  const stories = Array.from(document.querySelectorAll(".story"), (item) => ({ item, text: item.textContent.toLowerCase() }));
  const output = document.querySelector("#stories .found");
  const none = document.querySelector("#stories .filtered");
  const ranks = { low: 1, medium: 2, high: 3 };
  const told = (item) => Array.from(item.querySelectorAll(".told bdi"), (name) => name.textContent);

  const filter = () => {
    const words = form.q.value.toLowerCase().split(/\s+/).filter(Boolean);
    const least = ranks[form.severity.value] || 0;
    const source = form.source.value;
    let shown = 0;
    for (const { item, text } of stories) {
      const fits = words.every((word) => text.includes(word))
        && (ranks[item.dataset.severity] || 0) >= least
        && (!source || told(item).includes(source));
      item.hidden = !fits;
      shown += fits ? 1 : 0;
    }
    const filtered = words.length > 0 || least > 0 || source !== "";
    output.textContent = filtered ? output.dataset.shown.replace("{shown}", shown).replace("{all}", stories.length) : "";
    form.querySelector("[type=reset]").hidden = !filtered;
    none.hidden = shown > 0;
  };

  form.hidden = false;
  form.addEventListener("input", filter);
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("submit", (event) => event.preventDefault());
  filter();
})();
