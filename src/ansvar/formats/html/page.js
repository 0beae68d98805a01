/* The page: what is asked and chosen → which duties are shown, in which order, in which language. The address keeps it all. */
(() => {
  "use strict";

  const $ = (id) => document.getElementById(id);
  const data = JSON.parse($("_data").textContent);
  const engine = searchEngine(data);
  const root = document.documentElement;
  const list = $("_list");
  const FILTERS = ["level", "actor", "role", "topic"];
  const day = root.dataset.day || today();

  const cards = [...list.children].map((item) => {
    const article = item.firstElementChild;
    const { n, role, actors, levels, topics } = article.dataset;
    const holders = new Set([...actors.split(" "), ...mark(article)]);
    return { item, article, n: Number(n), level: levels.split(" "), actor: [...holders], role: [role], topic: topics.split(" ") };
  });
  const cardOf = new Map(cards.map((card) => [card.n, card]));
  const state = { q: "", language: root.lang, level: "", actor: "", role: "", topic: "", finished: true };

  function today() {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  }

  /* Marks which changes are in force on the day; gives the holders on that day where they are others. */
  function mark(article) {
    const steps = [...article.querySelectorAll(".steps > li")];
    const past = steps.filter((step) => step.dataset.on <= day);
    const latest = past.filter((step) => !["current", "party"].includes(step.dataset.status)).pop();
    steps.forEach((step) => (step.className = step === latest ? "latest" : past.includes(step) ? "past" : "future"));
    article.classList.toggle("changed", Boolean(latest));
    return latest && latest.dataset.to ? latest.dataset.to.split(" ") : [];
  }

  const say = (key, values = {}) =>
    data.phrases[state.language][key].replace(/\{(\w+)\}/g, (whole, name) => (Object.hasOwn(values, name) ? values[name] : whole));

  /* What is shown. */
  const passes = (card) => FILTERS.every((key) => !state[key] || card[key].includes(state[key]));

  function show() {
    const question = state.q.trim();
    const result = question ? engine.search(question, { unfinished: !state.finished && !/\s$/.test(state.q), day }) : null;
    const asking = result !== null && (result.asked || state.finished);
    const found = asking ? result.duties.map((n) => cardOf.get(n)) : cards;
    const shown = found.filter(passes);
    const filtered = FILTERS.some((key) => state[key]);
    const visible = new Set(shown);
    cards.forEach((card) => (card.item.hidden = !visible.has(card)));
    list.append(...(asking ? [...shown, ...cards.filter((card) => !visible.has(card))] : cards).map((card) => card.item));
    cards.forEach((card) => highlight(card, asking && visible.has(card) ? result.marks.get(card.n) : null));
    $("_status").textContent = told(question, asking ? result : null, shown.length, found.length, filtered);
    nothing(asking ? result : null, shown.length, found.length);
    $("_clear").hidden = !question && !filtered;
    FILTERS.forEach((key) => $(`_${key}`).classList.toggle("chosen", Boolean(state[key])));
  }

  function told(question, result, shown, found, filtered) {
    const answers = say(!result && !filtered ? "all" : shown === 1 ? "one" : "many", { count: shown });
    const parts = [];
    if (!shown) parts.push(result && !found ? say("none", { query: question }) : say("none_filtered"));
    else parts.push(result ? say("asked", { answers, query: question }) : answers, ...chosen());
    if (filtered && found > shown && result) parts.push(say("hidden", { count: found }));
    if (result && shown && result.unmatched.length) parts.push(say("unmatched", { words: result.unmatched.join(", ") }));
    if (result && shown && result.begun) parts.push(say("begun", { word: result.begun }));
    return parts.map((part) => (/[.!?”"]$/.test(part) ? part : `${part}.`)).join(" ");
  }

  const chosen = () => {
    const names = FILTERS.filter((key) => state[key]).map((key) => $(`_${key}`).selectedOptions[0].textContent);
    return names.length ? [names.join(", ")] : [];
  };

  /* Nothing found: the nearest words, and what one can ask about. */
  function nothing(result, shown, found) {
    const box = $("_nothing");
    box.hidden = shown > 0;
    box.replaceChildren();
    if (shown) return;
    const element = (tag, text) => Object.assign(document.createElement(tag), { textContent: text });
    if (result && !found) {
      result.actors.map(nameOf).filter(Boolean).forEach((name) => box.append(element("p", say("known_actor", { name }))));
      const words = [...new Set(result.suggestions)];
      if (words.length) {
        const items = words.map((word) => {
          const link = Object.assign(element("a", word), { href: `#/${new URLSearchParams({ q: word })}` });
          const item = document.createElement("li");
          item.append(link);
          return item;
        });
        const listed = Object.assign(document.createElement("ul"), { className: "topics" });
        listed.append(...items);
        box.append(element("p", say("suggest")), listed);
      }
    }
    const topics = $("_topics").cloneNode(true);
    topics.removeAttribute("id");
    box.append(element("p", say("try")), topics);
  }

  const nameOf = (actor) => data.actorNames[actor] && data.actorNames[actor][state.language];

  /* Marks the words met in a statement, by splitting its text; nothing is ever read as HTML. */
  const plainTexts = new WeakMap();

  function highlight(card, forms) {
    for (const span of card.article.querySelectorAll(".statement > .t")) {
      if (!plainTexts.has(span)) plainTexts.set(span, span.textContent);
      const text = plainTexts.get(span);
      if (!forms || !forms.size) {
        if (span.firstElementChild) span.textContent = text;
        continue;
      }
      const pieces = [];
      let at = 0;
      for (const found of text.matchAll(/[\p{L}\p{N}]+/gu)) {
        if (!forms.has(engine.normalise(found[0]))) continue;
        pieces.push(text.slice(at, found.index), Object.assign(document.createElement("mark"), { textContent: found[0] }));
        at = found.index + found[0].length;
      }
      span.replaceChildren(...pieces, text.slice(at));
    }
  }

  /* The language. */
  function speak(language) {
    state.language = language;
    root.lang = language;
    document.title = data.titles[language];
    const choice = $(`_${language}`);
    if (choice) choice.checked = true;
    document.querySelectorAll(`[data-${language}]`).forEach((element) => {
      if (element.tagName === "OPTGROUP") element.label = element.dataset[language];
      else element.textContent = element.dataset[language];
    });
  }

  /* The address: `#id` of a duty, or `#/q=…&role=…`. */
  function remember() {
    const kept = new URLSearchParams();
    if (state.q.trim()) kept.set("q", state.q.trim());
    FILTERS.filter((key) => state[key]).forEach((key) => kept.set(key, state[key]));
    if (state.language !== data.languages[0] || kept.size) kept.set("lang", state.language);
    const address = kept.toString() ? `#/${kept}` : "#_top";
    try {
      history.replaceState(null, "", address);
    } catch {
      /* Some viewers of mailed files allow no history. */
    }
  }

  function choose(values) {
    state.q = values.q || "";
    state.finished = true;
    FILTERS.forEach((key) => {
      const select = $(`_${key}`);
      select.value = values[key] || "";
      state[key] = select.value;
    });
    $("_q").value = state.q;
    show();
  }

  function follow() {
    const address = decode(location.hash.slice(1));
    if (address.startsWith("/")) {
      const values = Object.fromEntries(new URLSearchParams(location.hash.slice(2)));
      if (data.languages.includes(values.lang)) speak(values.lang);
      choose(values);
      return values;
    }
    cards.forEach((card) => card.article.classList.toggle("pointed", card.article.id === address));
    const pointed = cards.find((card) => card.article.id === address);
    if (!pointed) return null;
    if (pointed.item.hidden) choose({});
    pointed.article.scrollIntoView({ block: "center", behavior: "instant" });
    pointed.article.focus({ preventScroll: true });
    return null;
  }

  function decode(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  }

  /* What somebody does. */
  let waiting = 0;
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => (show(), remember()), 120);
  };
  $("_q").addEventListener("input", () => {
    Object.assign(state, { q: $("_q").value, finished: false });
    soon();
  });
  $("_search").addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    Object.assign(state, { q: $("_q").value, finished: true });
    show();
    remember();
    if ($("_duties").getBoundingClientRect().top > window.innerHeight * 0.6) $("_duties").scrollIntoView();
  });
  FILTERS.forEach((key) => $(`_${key}`).addEventListener("change", (event) => {
    state[key] = event.target.value;
    show();
    remember();
  }));
  document.querySelectorAll('input[name="_language"]').forEach((choice) => choice.addEventListener("change", () => {
    speak(choice.value);
    show();
    remember();
  }));
  $("_clear").addEventListener("click", () => {
    choose({});
    remember();
    $("_q").focus();
  });
  window.addEventListener("hashchange", () => {
    if (follow()) $("_duties").focus();
  });
  let opened = [];
  window.addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll(".moves details:not([open])")];
    opened.forEach((one) => (one.open = true));
  });
  window.addEventListener("afterprint", () => opened.forEach((one) => (one.open = false)));

  document.querySelectorAll(".day").forEach((one) => one.classList.toggle("future", one.dataset.on > day));
  $("_search").hidden = false;
  speak(state.language);
  show();
  follow();
  window.ansvar = { search: (text) => engine.search(text, { day }).duties.map((n) => cardOf.get(n).article.id), stems: engine.stems };
})();
