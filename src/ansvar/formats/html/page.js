/* The page: what is asked and chosen → which duties are shown, in which order, in which language. The address keeps it all. */
(async () => {
  "use strict";

  const $ = (id) => document.getElementById(id);
  const root = document.documentElement;
  const data = await unpacked($("_data").textContent);
  /* The engine is made when it is first needed, or once the page is there to be seen. */
  let made = null;
  const engine = () => (made ??= searchEngine(data));
  const FILTERS = ["level", "actor", "role", "topic"];
  const CHOICES = [...FILTERS, "place"];
  const AT_ONCE = 50;
  const day = root.dataset.day || today();
  const state = { q: "", language: root.lang, chosen: false, level: "", actor: "", role: "", topic: "", finished: true, limit: AT_ONCE, first: null, place: "", places: [] };

  async function unpacked(packed) {
    const letters = atob(packed);
    const bytes = new Uint8Array(letters.length);
    for (let n = 0; n < letters.length; n++) bytes[n] = letters.charCodeAt(n);
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).json();
  }

  function today() {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  }

  const text = (number) => data.texts[state.language][number];
  const say = (key, values = {}) =>
    data.phrases[state.language][key].replace(/\{(\w+)\}/g, (whole, name) => (Object.hasOwn(values, name) ? values[name] : whole));

  /* Names of places and bodies stand with them, by language or the same in all. */
  const gazetteer = data.places || { list: [], bodies: [] };
  const oneOf = (names) => (typeof names === "string" ? names : [names[state.language] || Object.values(names)[0]].flat()[0]);
  const bodiesOf = (actor, place, duty) => engine().bodiesFor(actor, place, duty).map((n) => {
    const [, [first], name, address] = gazetteer.bodies[n];
    return { name: oneOf(name || gazetteer.list[first][2]), address: address || "" };
  });

  const { build, copied, h } = cardMaker(data, (word) => engine().normalise(word), day, { text, say, places: () => state.places, bodiesOf });

  const cards = data.cards.map((card) => {
    const [, holders, nobody, since] = card.stages.findLast(([from]) => from <= day);
    const actor = [...new Set([...card.held, ...holders.map(([id]) => id)])];
    return { ...card, holders, nobody, since, actor, level: card.levels, role: [card.role], topic: card.topics };
  });
  const cardOf = new Map(cards.map((card) => [card.n, card]));
  const byId = new Map(cards.map((card) => [card.id, card]));

  function placeNumber() {
    const place = gazetteer.list.findIndex(([id]) => id === state.place);
    return place < 0 ? null : place;
  }

  /* The places that one can choose, in the language's order. */
  function listPlaces() {
    const options = gazetteer.list.map(([id, , names]) => h("option", { value: id }, oneOf(names)));
    $("_place").replaceChildren($("_place").options[0], ...options.sort((a, b) => a.text.localeCompare(b.text, state.language)));
    $("_place").value = state.place;
    $("_place").parentElement.hidden = !options.length;
  }

  /* What is shown. */
  const passes = (card) => FILTERS.every((key) => !state[key] || card[key].includes(state[key]));

  function show() {
    const question = state.q.trim();
    const result = question ? engine().search(question, { unfinished: !state.finished && !/\s$/.test(state.q), day, place: placeNumber() }) : null;
    state.places = result ? result.places : [placeNumber()].filter((place) => place !== null);
    const asking = result !== null && (result.asked || state.finished) ? result : null;
    if (asking && state.finished && !state.chosen && data.texts[asking.language]) speak(asking.language);
    const found = asking ? asking.duties.map((n) => cardOf.get(n)) : cards;
    const shown = found.filter(passes);
    const filtered = FILTERS.some((key) => state[key]);
    document.body.classList.toggle("asked", Boolean(question) || filtered);
    $("_status").textContent = told(question, asking, shown.length, found.length, filtered);
    $("_clear").hidden = !question && !filtered;
    FILTERS.forEach((key) => $(`_${key}`).classList.toggle("chosen", Boolean(state[key])));
    const posts = state.finished && !filtered && asking && (!found.length || found[0].policy) ? engine().signposts(question) : [];
    pointOut(posts);
    nothing(posts.length ? null : asking, shown.length, found.length);
    offer(question);
    list(shown, asking);
  }

  function list(shown, result) {
    if (state.first && shown.indexOf(state.first) >= state.limit) shown = [state.first, ...shown.filter((card) => card !== state.first)];
    const listed = shown.slice(0, state.limit).map((card) => build(card, result ? result.marks.get(card.n) : undefined, result ? result.actors : []));
    $("_list").replaceChildren(...listed);
    $("_more").hidden = shown.length <= state.limit;
    $("_more").textContent = say("more", { count: Math.min(AT_ONCE, shown.length - state.limit), all: shown.length });
  }

  function told(question, result, shown, found, filtered) {
    const answers = say(!result && !filtered ? "all" : shown === 1 ? "one" : "many", { count: shown });
    const parts = [];
    if (!shown) parts.push(result && !found ? say("none", { query: question }) : say("none_filtered"));
    else parts.push(result ? say("asked", { answers, query: question }) : answers, ...chosen());
    if (filtered && found > shown && result) parts.push(say("hidden", { count: found }));
    if (result) result.readAs.forEach(([word, met]) => parts.push(say("respelled", { word, met })));
    if (result && shown && result.unmatched.length) parts.push(say("unmatched", { words: result.unmatched.join(", ") }));
    if (result && shown && result.begun) parts.push(say("begun", { word: result.begun }));
    return parts.map((part) => (/[.!?”"]$/.test(part) ? part : `${part}.`)).join(" ");
  }

  const chosen = () => {
    const names = FILTERS.filter((key) => state[key]).map((key) => $(`_${key}`).selectedOptions[0].textContent);
    return names.length ? [names.join(", ")] : [];
  };

  const asked = (words) => h("a", { href: `#/${new URLSearchParams({ q: words })}` }, words);
  const chips = (words) => words.map((word) => h("li", {}, asked(word)));

  /* Nothing found: what meets some of it, the nearest words, and what one can ask about. */
  function nothing(result, shown, found) {
    const box = $("_nothing");
    box.hidden = shown > 0;
    box.replaceChildren();
    if (shown) return;
    if (result && !found) {
      result.actors.filter((id) => data.actors[id]).forEach((id) => box.append(h("p", {}, say("known_actor", { name: text(data.actors[id][0]) }))));
      const words = result.suggestions.map((id) => text((data.topics[id] || data.actors[id])[0]));
      if (words.length) box.append(h("p", {}, say("suggest")), h("ul", { className: "topics" }, ...chips(words)));
      const partial = result.partial.map((n) => cardOf.get(n)).filter(passes);
      if (partial.length) box.append(h("p", {}, say("partial")), h("ol", { className: "duties" }, ...partial.map((card) => build(card))));
    }
    const topics = $("_topics").cloneNode(true);
    topics.removeAttribute("id");
    box.append(h("p", {}, say("try")), topics);
  }

  /* What the sources do not say: where to go with it. */
  function pointOut(numbers) {
    $("_posts").replaceChildren(...numbers.map((n) => {
      const [name, statement, address] = data.posts[n];
      return h("p", {}, `${say("not_in_sources")}: `, h("strong", {}, text(name)), h("br"), text(statement), h("br"),
        `${say("go_to")} `, h("a", { href: address, rel: "noopener noreferrer" }, address.replace(/^\w+:\/\//, "").replace(/\/$/, "")));
    }));
  }

  /* While somebody types: topics and actors of which a name or a term begins so. */
  function offer(question) {
    const begun = state.finished ? "" : engine().normalise(question).split(/\s+/).pop();
    const named = begun.length > 1 ? offers().filter((one) => one.words.some((word) => word.startsWith(begun))) : [];
    const words = [...new Set(named.map(({ name }) => name))].slice(0, 6);
    $("_offers").replaceChildren(...chips(words));
    $("_offers").hidden = !words.length;
  }

  const known = new Map();
  function offers() {
    if (!known.has(state.language)) known.set(state.language, [...Object.values(data.topics), ...Object.values(data.actors)].map((its) =>
      ({ name: text(its[0]), words: engine().normalise(its.map(text).join(" ")).split(/[\s,]+/) })));
    return known.get(state.language);
  }

  /* The language. */
  function speak(language) {
    const choice = $(`_${language}`);
    if (choice) choice.checked = true;
    if (language === root.lang) return;
    state.language = language;
    root.lang = language;
    document.title = text(data.title);
    document.querySelectorAll("[data-t]").forEach((element) => (element.textContent = text(element.dataset.t)));
    document.querySelectorAll("[data-label]").forEach((element) => (element.label = text(element.dataset.label)));
    listPlaces();
  }

  /* The address: `#id` of a duty, or `#/q=…&role=…`. */
  function remember(anew) {
    const kept = new URLSearchParams();
    if (state.q.trim()) kept.set("q", state.q.trim());
    CHOICES.filter((key) => state[key]).forEach((key) => kept.set(key, state[key]));
    if (state.chosen || kept.size) kept.set("lang", state.language);
    const address = kept.toString() ? `#/${kept}` : "#_top";
    try {
      history[anew && address !== location.hash ? "pushState" : "replaceState"](null, "", address);
    } catch {
      /* Some viewers of mailed files allow no history. */
    }
  }

  function choose(values) {
    Object.assign(state, { q: values.q || "", finished: true, limit: AT_ONCE, first: null });
    CHOICES.forEach((key) => {
      const select = $(`_${key}`);
      select.value = values[key] || "";
      state[key] = select.value;
    });
    $("_q").value = state.q;
    if (CHOICES.some((key) => state[key])) $("_filters").open = true;
    show();
  }

  function follow(event) {
    const address = decode(location.hash.slice(1));
    if (address.startsWith("/")) {
      const values = Object.fromEntries(new URLSearchParams(location.hash.slice(2)));
      if (data.languages.includes(values.lang)) choice(values.lang);
      choose(values);
      if (state.q || FILTERS.some((key) => state[key])) reveal(!event);
    } else if (byId.has(address)) point(byId.get(address));
  }

  function decode(words) {
    try {
      return decodeURIComponent(words);
    } catch {
      return words;
    }
  }

  function point(card) {
    if (!$(card.id)) {
      choose({});
      state.first = card;
      show();
    }
    document.querySelectorAll(".pointed").forEach((one) => one.classList.remove("pointed"));
    $(card.id).classList.add("pointed");
    $(card.id).scrollIntoView({ block: "start", behavior: "instant" });
    $(card.id).focus({ preventScroll: true });
  }

  /* The answers come into sight, and the keyboard of a telephone goes. */
  function reveal(opening) {
    if (!opening) $("_duties").focus({ preventScroll: true });
    const { top } = $("_duties").getBoundingClientRect();
    if (top < 0 || top > window.innerHeight * 0.5) $("_search").scrollIntoView({ behavior: "instant" });
  }

  /* What somebody does. */
  let waiting = 0;
  const now = (anew) => (clearTimeout(waiting), show(), remember(anew));
  const choice = (language) => (state.chosen = true, speak(language));
  $("_q").addEventListener("input", () => {
    Object.assign(state, { q: $("_q").value, finished: false, limit: AT_ONCE });
    clearTimeout(waiting);
    waiting = setTimeout(now, 100);
  });
  /* With the keyboard of a telephone open there is little room: the field goes to its top. */
  $("_q").addEventListener("focus", () => {
    if (matchMedia("(max-width: 40rem)").matches) setTimeout(() => $("_search").scrollIntoView({ behavior: "instant" }), 250);
  });
  $("_search").addEventListener("submit", (event) => {
    event.preventDefault();
    Object.assign(state, { q: $("_q").value, finished: true, limit: AT_ONCE });
    now(true);
    reveal();
  });
  CHOICES.forEach((key) => $(`_${key}`).addEventListener("change", (event) => {
    Object.assign(state, { [key]: event.target.value, limit: AT_ONCE });
    now(true);
  }));
  document.querySelectorAll('input[name="_language"]').forEach((one) => one.addEventListener("change", () => {
    choice(one.value);
    now();
  }));
  $("_clear").addEventListener("click", () => {
    choose({});
    remember(true);
    $("_q").focus();
  });
  $("_more").addEventListener("click", () => {
    const next = state.limit;
    state.limit += AT_ONCE;
    show();
    $("_list").children[next].firstElementChild.focus();
  });
  document.addEventListener("click", async (event) => {
    const button = event.target.closest(".doing button");
    if (!button) return;
    await copy(copied(byId.get(button.value)));
    button.firstChild.data = say("copied");
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
    event.preventDefault();
    $("_q").focus();
  });
  window.addEventListener("hashchange", follow);

  async function copy(words) {
    try {
      await navigator.clipboard.writeText(words);
    } catch {
      const field = h("textarea", { value: words });
      document.body.append(field);
      field.select();
      document.execCommand("copy");
      field.remove();
    }
  }

  history.scrollRestoration = "manual";
  document.querySelectorAll(".day").forEach((one) => one.classList.toggle("future", one.dataset.on > day));
  document.querySelectorAll("[data-after]").forEach((one) => (one.hidden = day <= one.dataset.after));
  const spoken = [...(navigator.languages || []), root.lang].map((language) => language.slice(0, 2));
  speak(spoken.find((language) => data.languages.includes(language)));
  listPlaces();
  $("_search").hidden = false;
  show();
  follow();
  setTimeout(engine, 0);
})().catch(() => {
  /* A browser that is too old for the script gets what one without a script gets. */
  const still = document.getElementById("_still");
  still.replaceWith(...new DOMParser().parseFromString(still.textContent, "text/html").body.childNodes);
});
