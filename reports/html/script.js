"use strict";
// Everything this script shows goes in as text (textContent), never as markup: evidence is data.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const byId = (id) => document.getElementById(id);
  const grid = byId("grid"), dialog = byId("why"), tools = byId("tools");
  const search = byId("search"), unitChoice = byId("unit"), sectionChoice = byId("section");
  const upright = grid.classList.contains("upright");
  const columns = Array.from(grid.tHead.rows[0].cells).slice(1);
  const rows = Array.from(grid.tBodies[0].rows);
  const opened = new Map();
  if (!rows[0].cells[1]) return; // nobody was scored

  const fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  function element(tag, kind, text) {
    const made = document.createElement(tag);
    if (kind) made.className = kind;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  // ---- derivations ----------------------------------------------------------------------------------------

  function place(cell) {
    const across = columns[cell.cellIndex - 1], along = cell.parentNode.cells[0];
    const unit = Number((upright ? across : along).dataset.number);
    const heading = Number((upright ? along : across).dataset.number);
    return { unit, heading };
  }

  function step([level, number, file, spot]) {
    const [kind, figure, text] = data.sentences[number];
    const line = element("li", kind);
    if (data.tags[kind]) line.append(element("span", "tag", data.tags[kind]), " ");
    if (figure) line.append(element("b", "figure", figure), " ");
    line.append(element("span", "text", text));
    if (file !== undefined) line.append(" ", element("span", "place", data.files[file] + spot));
    return { level, line };
  }

  // Steps come in order with their depth; each list is made when its first step is met.
  function tell(steps) {
    const root = element("ul", "steps");
    const lists = [root];
    for (const { level, line } of steps.map(step)) {
      lists.length = Math.min(lists.length, level + 1);
      while (lists.length <= level) {
        const above = lists[lists.length - 1].lastElementChild;
        const below = element("ul", "steps");
        (above || lists[lists.length - 1]).append(below);
        lists.push(below);
      }
      lists[lists.length - 1].append(line);
    }
    return root;
  }

  function derivation(cell, level) {
    const { unit, heading } = place(cell);
    const about = data.headings[heading];
    const name = heading === 0 ? data.words.total : about.name;
    const told = element("article", "derivation");
    const title = element(level, "", fill(data.words.title, { unit: data.units[unit], heading: name }));
    const worth = about.worth ? " / " + about.worth : "";
    const mark = element("p", "mark");
    mark.append(element("b", cell.className, cell.firstChild.nodeValue), worth);
    told.append(title, mark, tell(data.derivations[data.marks[unit][heading]]));
    return { key: unit + "/" + heading, title, told };
  }

  function keep(cell) {
    const { key, told } = derivation(cell, "h3");
    if (opened.has(key)) return;
    opened.set(key, told);
    byId("kept").append(told);
    byId("opened").hidden = false;
  }

  function open(cell) {
    focusOn(cell);
    const { title, told } = derivation(cell, "h2");
    title.id = "why-title";
    byId("told").replaceChildren(told);
    keep(cell);
    if (!dialog.open) dialog.showModal();
    dialog.scrollTop = 0;
    byId("before").disabled = !beside(-1);
    byId("after").disabled = !beside(1);
  }

  // The same unit's mark for the heading before or after, as the sheet shows them now.
  function beside(step) {
    const row = rows.indexOf(current.parentNode);
    return upright ? seek(row, current.cellIndex, step, 0) : seek(row, current.cellIndex, 0, step);
  }

  function turn(step) {
    const cell = beside(step);
    if (cell) open(cell);
  }

  byId("before").addEventListener("click", () => turn(-1));
  byId("after").addEventListener("click", () => turn(1));
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "ArrowLeft") turn(-1);
    if (event.key === "ArrowRight") turn(1);
  });

  byId("clear").addEventListener("click", () => {
    opened.clear();
    byId("kept").replaceChildren();
    byId("opened").hidden = true;
    current.focus();
  });
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  dialog.addEventListener("close", () => current.focus());

  // ---- moving about the sheet: one stop for Tab, arrows within ----------------------------------------------

  let current = rows[0].cells[1];

  function focusOn(cell) {
    current.tabIndex = -1;
    current = cell;
    current.tabIndex = 0;
  }

  function seek(row, column, down, right) {
    for (row += down, column += right; ; row += down, column += right) {
      const cell = row >= 0 && column >= 1 && rows[row] && rows[row].cells[column];
      if (!cell) return null;
      if (!cell.hidden && !rows[row].hidden) return cell;
    }
  }

  function edge(right) {
    const cells = Array.from(current.parentNode.cells).slice(1).filter((cell) => !cell.hidden);
    return right ? cells[cells.length - 1] : cells[0];
  }

  grid.addEventListener("keydown", (event) => {
    const cell = event.target.closest("td");
    if (!cell || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = (down, right) => seek(rows.indexOf(cell.parentNode), cell.cellIndex, down, right);
    const moves = {
      ArrowUp: () => at(-1, 0), ArrowDown: () => at(1, 0), ArrowLeft: () => at(0, -1), ArrowRight: () => at(0, 1),
      Home: () => edge(false), End: () => edge(true),
    };
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      open(cell);
    } else if (moves[event.key]) {
      event.preventDefault();
      const next = moves[event.key]();
      if (next) { focusOn(next); next.focus(); }
    }
  });
  grid.addEventListener("click", (event) => {
    const cell = event.target.closest("td");
    if (cell) open(cell);
  });

  // ---- search and filters -------------------------------------------------------------------------------------

  const words = (text) => text.toLowerCase().split(/\s+/).filter(Boolean);
  const holds = (text, wanted) => wanted.every((word) => text.toLowerCase().includes(word));

  function matches(head, wanted) {
    const heading = data.headings[Number(head.dataset.number)];
    const label = head.querySelector("b");
    if (label && label.textContent.toLowerCase() === wanted.join(" ")) return true;
    return holds(heading.name + " " + heading.source, wanted);
  }

  const headings = upright ? rows.map((row) => row.cells[0]) : columns;
  const units = upright ? columns : rows.map((row) => row.cells[0]);
  const isItem = (head) => (upright ? head.parentNode.className : head.className) === "item";
  const isTotal = (head) => head.dataset.section === "-1";

  function chosen() {
    const wanted = words(search.value);
    let shownUnits = units.filter((head) => !unitChoice.value || head.dataset.number === unitChoice.value);
    let shownItems = headings.filter((head) => isItem(head)
      && (!sectionChoice.value || head.dataset.section === sectionChoice.value));
    if (wanted.length) {
      const named = shownUnits.filter((head) => holds(data.units[Number(head.dataset.number)], wanted));
      const found = shownItems.filter((head) => matches(head, wanted));
      if (!named.length && !found.length) return { shownUnits: [], shownItems: [] };
      if (named.length) shownUnits = named;
      if (found.length) shownItems = found;
    }
    return { shownUnits, shownItems };
  }

  // ---- where the chosen unit lost points ----------------------------------------------------------------------

  function bar(percent) {
    const drawn = (tag, kind, sizes) => {
      const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
      made.setAttribute("class", kind);
      for (const [name, value] of Object.entries(sizes)) made.setAttribute(name, value);
      return made;
    };
    const chart = drawn("svg", "bar", { viewBox: "0 0 100 8", preserveAspectRatio: "none", "aria-hidden": "true" });
    chart.append(drawn("rect", "track", { width: 100, height: 8 }));
    chart.append(drawn("rect", "loss", { width: Math.min(100, Number(percent)), height: 8 }));
    return chart;
  }

  function loss([heading, points, percent]) {
    const about = data.headings[heading];
    const line = element("li", "chart"), one = element("span", "one solo");
    one.append(bar(percent), element("span", "figure", "−" + points + " / " + about.worth));
    line.append(element("span", "name", about.name), one);
    return line;
  }

  function showLosses() {
    const unit = unitChoice.value, own = byId("own");
    own.hidden = !unit;
    byId("overall").hidden = Boolean(unit);
    if (!unit) return;
    const losses = data.losses[unit], list = element("ol", "charts");
    list.append(...losses.map(loss));
    const words = losses.length ? data.words.lostBy : data.words.nothingLost;
    own.replaceChildren(element("p", "remark", fill(words, { unit: data.units[unit] })), list);
  }

  function show() {
    showLosses();
    const { shownUnits, shownItems } = chosen();
    const visibleUnits = new Set(shownUnits), sections = new Set(shownItems.map((head) => head.dataset.section));
    const visibleHeadings = new Set(headings.filter((head) => isTotal(head) || shownItems.includes(head)
      || (!isItem(head) && sections.has(head.dataset.section))));
    const visibleRows = upright ? visibleHeadings : visibleUnits;
    const visibleColumns = upright ? visibleUnits : visibleHeadings;
    for (const row of rows) row.hidden = !visibleRows.has(row.cells[0]);
    columns.forEach((head, place) => {
      const hidden = !visibleColumns.has(head);
      if (head.hidden === hidden) return;
      head.hidden = hidden;
      for (const row of rows) row.cells[place + 1].hidden = hidden;
    });
    const numbers = new Set(shownUnits.map((head) => head.dataset.number));
    for (const line of document.querySelectorAll("[data-unit]")) line.hidden = !numbers.has(line.dataset.unit);
    byId("shown").textContent = shownUnits.length && shownItems.length
      ? fill(data.words.shown, { units: shownUnits.length, items: shownItems.length }) : data.words.nothing;
    if (current.hidden || current.parentNode.hidden) {
      const row = rows.find((line) => !line.hidden);
      const cell = row && Array.from(row.cells).slice(1).find((one) => !one.hidden);
      if (cell) focusOn(cell);
    }
  }

  tools.addEventListener("submit", (event) => event.preventDefault());
  tools.addEventListener("reset", () => setTimeout(show, 0));
  search.addEventListener("input", show);
  unitChoice.addEventListener("change", show);
  sectionChoice.addEventListener("change", show);
  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (event.key === "/" && !typing && !dialog.open && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      search.focus();
    } else if (event.key === "Escape" && event.target === search && search.value) {
      event.preventDefault();
      search.value = "";
      show();
    }
  });

  // On paper nothing is folded away; afterwards the page is as it was.
  let folded = [];
  window.addEventListener("beforeprint", () => {
    folded = Array.from(document.querySelectorAll("details:not([open])"));
    for (const part of folded) part.open = true;
  });
  window.addEventListener("afterprint", () => { for (const part of folded) part.open = false; });

  grid.setAttribute("role", "grid");
  grid.setAttribute("aria-describedby", "hint");
  grid.classList.add("live");
  focusOn(current);
  tools.hidden = byId("hint").hidden = false;
  show();
})();
