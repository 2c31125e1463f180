"use strict";
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  const dark = matchMedia("(prefers-color-scheme: dark)");

  // --- the table: sorted by a click on a heading, filtered by words ---
  const body = document.querySelector(".rows tbody");
  if (body) {
    const rows = [...body.rows];
    const order = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
    all(".rows thead th").forEach((head, column, heads) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent;
      head.replaceChildren(button);
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const text = (row) => row.cells[column].textContent;
        const number = head.classList.contains("figure") ? (row) => (text(row) === "" ? -Infinity : Number(text(row))) : null;
        const compare = number ? (a, b) => number(a) - number(b) || 0 : (a, b) => order.compare(text(a), text(b));
        body.append(...[...rows].sort((a, b) => (down ? compare(b, a) : compare(a, b))));
      });
    });
    const filter = document.querySelector(".filter");
    const input = filter.querySelector("input");
    const status = filter.querySelector("[role=status]");
    const words = rows.map((row) => {
      const cards = all("a.number", row).map((link) => document.querySelector(link.hash)?.textContent ?? "");
      return [row.textContent, ...cards].join(" ").toLowerCase();
    });
    input.addEventListener("input", () => {
      const wanted = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      rows.forEach((row, at) => {
        row.hidden = !wanted.every((word) => words[at].includes(word));
        shown += row.hidden ? 0 : 1;
      });
      status.textContent = wanted.length ? `${shown} of ${rows.length} rows` : "";
    });
    filter.hidden = rows.length < 6;
  }

  // --- the drawing ---
  const stored = document.getElementById("elements");
  if (stored && typeof cytoscape === "function") {
    const { nodes, edges } = JSON.parse(stored.textContent);
    const picked = document.getElementById("picked");
    const list = document.getElementById("relations");
    document.querySelector(".picture").hidden = false;
    const MANY = 30; // so many relationships are named all at once; of more, those at the chosen or pointed-at thing
    const short = (name) => (name.length > 44 ? `${name.slice(0, 43)}…` : name);
    let scale = 1; // of signs and names, so that they can be read in a large graph seen as a whole
    const weight = (node) => Math.min(node.data("sentences").length, 12);
    const style = () => [
      {
        selector: "node",
        style: {
          width: (node) => scale * (18 + 2 * weight(node)), height: (node) => scale * (18 + 2 * weight(node)),
          "background-color": (node) => colour(node.data("label")) || colour("line"),
          "border-width": 1, "border-color": colour("quiet"), label: (node) => short(node.data("name")), color: colour("ink"),
          "font-family": "system-ui, sans-serif", "font-size": (node) => scale * (12 + weight(node) / 4), "min-zoomed-font-size": (node) => (weight(node) > 2 ? 0 : 7), "text-valign": "bottom", "text-margin-y": 4,
          "text-wrap": "wrap", "text-max-width": () => 110 * scale, "text-outline-width": 2, "text-outline-color": colour("panel"),
        },
      },
      {
        selector: "edge",
        style: {
          width: (edge) => scale * (1.5 + Math.min(edge.data("sentences").length, 6) / 2), "curve-style": "bezier",
          "line-color": colour("quiet"), "target-arrow-color": colour("quiet"), "target-arrow-shape": "triangle",
          "arrow-scale": 0.9, label: "data(label)", "text-opacity": edges.length > MANY ? 0 : 1, color: colour("quiet"), "font-family": "system-ui, sans-serif",
          "font-size": () => 10 * scale, "text-rotation": "autorotate", "text-background-color": colour("panel"), "text-background-opacity": 1,
          "text-background-padding": 2, "min-zoomed-font-size": 7.5,
        },
      },
      { selector: "edge[mutual = 'yes']", style: { "target-arrow-shape": "none" } },
      { selector: "edge[modality != 'actual']", style: { "line-style": "dotted" } },
      {
        selector: "edge[polarity = 'negated']",
        style: { "line-style": "dashed", "line-color": colour("denied"), "target-arrow-color": colour("denied"), color: colour("denied") },
      },
      { selector: ".faint", style: { opacity: 0.2 } },
      { selector: "edge.near, edge.over", style: { "text-opacity": 1, "min-zoomed-font-size": 0, "z-index": 8 } },
      { selector: "node.near, node.over", style: { "min-zoomed-font-size": 0, "z-index": 8 } },
      { selector: "node:selected", style: { "border-width": 3, "border-color": colour("accent") } },
      {
        selector: "edge:selected",
        style: { "line-color": colour("accent"), "target-arrow-color": colour("accent"), color: colour("accent"), "z-index": 9 },
      },
    ];
    const cy = cytoscape({
      container: document.getElementById("drawing"),
      elements: [
        ...nodes.map(({ at, ...data }) => ({ group: "nodes", data, position: at })),
        ...edges.map((data) => ({ group: "edges", data })),
      ],
      style: style(),
      minZoom: 0.1,
      maxZoom: 4,
      // The wheel scrolls the page until somebody has clicked into the drawing; two fingers zoom it at once.
      userZoomingEnabled: matchMedia("(pointer: coarse)").matches,
      layout: {
        name: "cose", animate: false, randomize: false, fit: true, padding: 40, nodeDimensionsIncludeLabels: true,
        nodeRepulsion: () => 12000, idealEdgeLength: () => 70, edgeElasticity: () => 60, gravity: 1.6, numIter: 2000,
        componentSpacing: 30, nodeOverlap: 12,
      },
    });
    const MOST = 1.4; // a graph of two nodes need not fill the frame
    const fit = () => {
      cy.fit(undefined, 46);
      if (cy.zoom() > MOST) {
        cy.zoom(MOST);
        cy.center();
      }
    };
    const resize = () => {
      const wanted = Math.min(Math.max(1 / cy.zoom(), 1), 1.7);
      if (Math.abs(wanted - scale) < 0.05) return;
      scale = wanted;
      cy.style().update();
    };
    // The layout knows nothing of the frame: it is drawn out to the frame's proportions.
    const box = cy.nodes().boundingBox({ includeLabels: false });
    const [wider, higher] = [cy.width() / (box.w || 1), cy.height() / (box.h || 1)];
    const stretch = Math.min(Math.max(wider, higher) / Math.min(wider, higher), 2.5);
    cy.nodes().positions((node) => {
      const { x, y } = node.position();
      return wider > higher ? { x: x * stretch, y } : { x, y: y * stretch };
    });
    fit();
    resize();
    fit();
    cy.on("zoom", resize);
    const show = (title, numbers) => {
      const head = document.createElement("h3");
      head.textContent = title;
      const back = document.createElement("button");
      back.type = "button";
      back.textContent = "Back to the list";
      back.addEventListener("click", () => cy.elements().unselect());
      const cards = numbers.map((number) => {
        const card = document.getElementById(`s${number}`).cloneNode(true);
        card.removeAttribute("id");
        return card;
      });
      picked.replaceChildren(back, head, ...cards);
      picked.hidden = false;
      list.hidden = true;
      picked.parentElement.scrollTop = 0;
    };
    const named = (edge) => `${edge.source().data("name")} ${edge.data("label")} ${edge.target().data("name")}`;
    const follow = () => {
      const chosen = cy.$(":selected").first();
      cy.elements().removeClass("faint near");
      if (chosen.empty()) {
        picked.hidden = true;
        list.hidden = false;
        return;
      }
      const around = chosen.isNode() ? chosen.closedNeighborhood() : chosen.union(chosen.connectedNodes());
      around.addClass("near");
      cy.elements().not(around).addClass("faint");
      show(chosen.isNode() ? chosen.data("name") : named(chosen), chosen.data("sentences"));
    };
    let due = 0;
    cy.on("select unselect", () => {
      cancelAnimationFrame(due);
      due = requestAnimationFrame(follow);
    });
    cy.selectionType("single");
    cy.on("mouseover", "node, edge", (event) => event.target.addClass("over"));
    cy.on("mouseout", "node, edge", (event) => event.target.removeClass("over"));
    cy.on("tap", () => cy.userZoomingEnabled(true));
    cy.container().addEventListener("mouseleave", () => cy.userZoomingEnabled(matchMedia("(pointer: coarse)").matches));
    list.addEventListener("click", (event) => {
      const link = event.target.closest("a[data-relation]");
      if (!link) return;
      event.preventDefault();
      cy.elements().unselect();
      cy.getElementById(link.dataset.relation).select();
      picked.focus({ preventScroll: true });
    });
    const zoom = (factor) => cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
    const tools = { in: () => zoom(1.4), out: () => zoom(1 / 1.4), fit };
    all(".picture [data-do]").forEach((button) => button.addEventListener("click", tools[button.dataset.do]));
    dark.addEventListener("change", () => cy.style(style()));
    // What is drawn is seen to be dark by the canvas itself: printed, it is turned light by the style sheet.
    cy.on("render", () => cy.container().classList.toggle("dark", dark.matches));
  }

  // --- the map: larger, smaller, moved; names keep their size, and those that would lie on another are left out ---
  const world = document.getElementById("world");
  if (world) {
    const whole = world.dataset.whole.split(" ").map(Number);
    const first = world.getAttribute("viewBox").split(" ").map(Number);
    let view = [...first];
    const names = all("text", world);
    const places = names.map((name) => Number(name.getAttribute("x")));
    const draw = () => {
      world.setAttribute("viewBox", view.map(Math.round).join(" "));
      const unit = view[2] / (world.clientWidth || 1);
      const taken = [];
      names.forEach((name, at) => {
        name.style.fontSize = `${12 * unit}px`;
        if (!name.classList.contains("middle")) name.setAttribute("x", String(places[at] + 9 * unit));
        name.style.visibility = "";
        let box = name.getBBox();
        if (box.x + box.width > view[0] + view[2] && !name.classList.contains("middle")) {
          name.setAttribute("x", String(places[at] - 9 * unit - box.width));
          box = name.getBBox();
        }
        const hit = taken.some((o) => box.x < o.x + o.width && o.x < box.x + box.width && box.y < o.y + o.height && o.y < box.y + box.height);
        if (hit) name.style.visibility = "hidden";
        else taken.push(box);
      });
    };
    const within = () => {
      view[2] = Math.min(Math.max(view[2], 400), whole[2]);
      view[3] = view[2] / 2;
      view[0] = Math.min(Math.max(view[0], 0), whole[2] - view[2]);
      view[1] = Math.min(Math.max(view[1], Math.min(0, whole[3] - view[3])), Math.max(0, whole[3] - view[3]));
    };
    const scale = (factor) => {
      const [x, y, width, height] = view;
      view = [x + (width * (1 - factor)) / 2, y + (height * (1 - factor)) / 2, width * factor, height * factor];
      within();
      draw();
    };
    const tools = { in: () => scale(1 / 1.5), out: () => scale(1.5), world: () => { view = [...whole]; within(); draw(); } };
    all(".map [data-do]").forEach((button) => button.addEventListener("click", tools[button.dataset.do]));
    document.querySelector(".map .tools").hidden = false;
    let held = null;
    world.addEventListener("pointerdown", (event) => { held = { x: event.clientX, y: event.clientY, view: [...view], far: false }; });
    world.addEventListener("pointermove", (event) => {
      if (!held || !event.buttons) return;
      const unit = view[2] / world.clientWidth;
      const [dx, dy] = [event.clientX - held.x, event.clientY - held.y];
      if (!held.far && Math.hypot(dx, dy) < 5) return;
      held.far = true;
      world.classList.add("moving");
      view[0] = held.view[0] - dx * unit;
      view[1] = held.view[1] - dy * unit;
      within();
      draw();
    });
    world.addEventListener("dragstart", (event) => event.preventDefault());
    world.addEventListener("click", (event) => { if (held?.far) event.preventDefault(); held = null; }, true);
    addEventListener("pointerup", () => world.classList.remove("moving"));
    addEventListener("resize", draw);
    draw();
  }
})();
