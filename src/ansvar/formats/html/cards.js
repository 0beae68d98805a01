/* A duty as a card: who has it on the day, what it is, since when and by which act, where one turns to, where it is written.
   Everything is set as text, never as HTML. */
function cardMaker(data, normalise, day, speech) {
  "use strict";

  const { text, say } = speech;
  const acts = Object.keys(data.acts);
  const ACT = new RegExp(`(?<![\\p{L}\\p{N}/])(?:${acts.map((act) => act.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")).join("|") || "(?!)"})(?![\\p{L}\\p{N}])`, "gu");
  const WORD = /[\p{L}\p{N}]+/gu;

  function h(tag, properties, ...children) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children.filter(Boolean));
    return element;
  }
  const upper = (words) => words.charAt(0).toUpperCase() + words.slice(1);
  const isAddress = (address) => /^https?:\/\//.test(address);
  const outside = (address, words) => h("a", { href: address, rel: "noopener noreferrer" }, words);
  const host = (address) => address.replace(/^\w+:\/\//, "").replace(/\/$/, "");
  const listed = (pieces) => pieces.flatMap((piece, n) => (n ? [n === pieces.length - 1 ? ` ${say("and")} ` : ", ", piece] : [piece]));

  /* A text in pieces, those that a pattern finds made into something. */
  function pieces(words, pattern, make) {
    let at = 0;
    const made = [...words.matchAll(pattern)].flatMap((found) => {
      const before = words.slice(at, found.index);
      at = found.index + found[0].length;
      return [before, make(found[0])];
    });
    return [...made, words.slice(at)];
  }
  const linked = (words) => pieces(words, ACT, (act) => outside(data.acts[act], act));
  const marked = (words, forms) => pieces(words, WORD, (word) => (forms.has(normalise(word)) ? h("mark", {}, word) : word));

  const condition = ([, when]) => (when ? ` (${text(when)})` : "");
  const nameOf = ([actor]) => text(data.actors[actor][0]);
  function holder(one, n) {
    const name = n ? nameOf(one) : upper(nameOf(one));
    return h("span", { className: "holder" }, isAddress(one[2]) ? outside(one[2], name) : name, h("span", { className: "when" }, condition(one)));
  }

  const fact = (name, label, ...what) => h("div", { className: name }, h("dt", {}, text(label)), h("dd", {}, ...what));

  /* Who the holders are in the places asked for: name, site, what else is known. */
  const spoken = (words) => (typeof words === "string" ? words : words[document.documentElement.lang] || Object.values(words)[0]);
  function placeCall(place) {
    const names = data.places.list[place][2];
    return typeof names === "string" ? names : (names[document.documentElement.lang] || Object.values(names)[0])[0];
  }
  function body(number) {
    const [, places, name, site, more = {}] = data.places.bodies[number];
    const own = (more.websites || {})[document.documentElement.lang] || site;
    const address = own || (more.host === undefined ? "" : data.places.bodies[more.host][3]);
    const words = name === 0 ? placeCall(places[0]) : spoken(name);
    return [address && isAddress(address) ? outside(address, words) : words, ...(more.note ? [`. ${spoken(more.note)}`] : [])];
  }
  function local(card, places, here) {
    return places.flatMap((place) => card.holders.flatMap(([actor]) => {
      const bodies = here(actor, place, card.n);
      if (!bodies) return [];
      const its = bodies.length ? bodies.flatMap((one, n) => [n ? "; " : "", ...body(one)]) : [say("no_body")];
      return [h("div", { className: "here" }, h("dt", {}, `${placeCall(place)} (${text(data.placesOn)})`), h("dd", {}, `${upper(nameOf([actor]))}: `, ...its))];
    }));
  }

  function facts(card, places, here) {
    const sites = [...new Set(card.holders.map(([, , address]) => address).filter(isAddress))];
    const linkedTo = {
      source: (words) => [card.place ? outside(card.place, words) : words],
      topics: () => listed(card.topics.map((id) => h("a", { href: `#/topic=${id}` }, text(data.topics[id][0])))),
    };
    const others = card.facts.map(([key, number]) => fact(key, data.labels[key], ...(linkedTo[key] || ((words) => [words]))(text(number))));
    return h("dl", { className: "facts" },
      ...local(card, places, here),
      card.holders.length > 0 && fact("website", data.labels.website, ...(sites.length ? listed(sites.map((site) => outside(site, host(site)))) : [say("no_site")])),
      ...others);
  }

  function events(card) {
    const items = (its) => its.map(([, words]) => h("li", {}, ...linked(text(words))));
    const [past, future] = [card.events.filter(([on]) => on <= day), card.events.filter(([on]) => on > day)];
    return [
      future.length > 0 && h("ul", { className: "steps future" }, ...items(future).map((item) => (item.prepend(h("span", { className: "label" }, say("coming")), " "), item))),
      past.length > 0 && h("details", { className: "history" }, h("summary", {}, say("history")), h("ul", { className: "steps" }, ...items(past))),
    ];
  }

  /* What is copied: text that says it all in a mail. */
  function copied(card) {
    const holders = card.holders.map((one) => `${upper(nameOf(one))}${condition(one)}${one[2] ? `: ${one[2]}` : ""}`);
    const place = [text(card.cite), card.place].filter(Boolean).join(" – ");
    const page = /^https?:$/.test(location.protocol) ? `${location.href.split("#")[0]}#${card.id}` : "";
    return [...(holders.length ? holders : [text(card.nobody)]), upper(text(card.statement)), text(card.since), place, page].filter(Boolean).join("\n");
  }

  /* The card; `forms` are the words met, `first` the holders that the question names. */
  function build(card, forms = new Set(), first = [], places = [], here = () => null) {
    const holders = [...card.holders].sort((a, b) => first.includes(b[0]) - first.includes(a[0])).map(holder);
    const article = h("article", { id: card.id, tabIndex: -1 },
      h("h3", {}, ...(holders.length ? listed(holders) : [h("span", { className: "holder nobody" }, text(card.nobody))]),
        " ", h("span", { className: "statement" }, ...marked(text(card.statement), forms))),
      card.since > 0 && h("p", { className: "since" }, ...linked(upper(text(card.since)))),
      facts(card, places, here),
      ...events(card),
      h("p", { className: "doing" },
        h("button", { type: "button", value: card.id }, say("copy"), h("span", { className: "sr" }, ` ${card.id}`)),
        h("a", { href: `#${card.id}` }, say("link"), h("span", { className: "sr" }, ` ${card.id}`))));
    Object.assign(article.dataset, { role: card.role[0], actors: card.actor.join(" "), levels: card.level.join(" "), topics: card.topics.join(" ") });
    return h("li", {}, article);
  }

  return { build, copied, h, upper, placeCall };
}
