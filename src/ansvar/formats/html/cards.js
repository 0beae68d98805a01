/* A duty as a card: who has it on the day, what it is, since when and by which act, where one turns to, where it is written.
   Everything is set as text, never as HTML. */
function cardMaker(data, normalise, day, speech) {
  "use strict";

  const { text, say, places, bodiesOf } = speech;
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
  function holder(one, card) {
    const name = nameOf(one);
    return h("span", { className: "holder" }, isAddress(one[2]) ? outside(one[2], name) : name, h("span", { className: "when" }, condition(one)),
      ...bodies(one, card).flatMap((body) => [": ", body.address ? outside(body.address, body.name) : body.name]));
  }

  /* Who that is in the places asked for. */
  const bodies = ([actor], card) => places().flatMap((place) => bodiesOf(actor, place, card.n));

  const fact = (name, label, ...what) => h("div", { className: name }, h("dt", {}, text(label)), h("dd", {}, ...what));

  function facts(card) {
    /* Where a body is known, its site is the site. */
    const sitesOf = (one) => {
      const own = bodies(one, card).map((body) => body.address).filter(isAddress);
      return own.length ? own : [one[2]].filter(isAddress);
    };
    const sites = [...new Set(card.holders.flatMap(sitesOf))];
    const linkedTo = {
      source: (words) => [card.place ? outside(card.place, words) : words],
      topics: () => listed(card.topics.map((id) => h("a", { href: `#/topic=${id}` }, text(data.topics[id][0])))),
    };
    const others = card.facts.map(([key, number]) => fact(key, data.labels[key], ...(linkedTo[key] || ((words) => [words]))(text(number))));
    return h("dl", { className: "facts" },
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
    const holders = card.holders.map((one) => [nameOf(one) + condition(one), one[2], ...bodies(one, card).flatMap((body) => [body.name, body.address])].filter(Boolean).join(" – "));
    const cite = text(card.cite);
    const place = card.place && !cite.includes(card.place) ? `${cite} – ${card.place}` : cite;
    const page = /^https?:$/.test(location.protocol) ? `${location.href.split("#")[0]}#${card.id}` : "";
    return [...(holders.length ? holders : [text(card.nobody)]), upper(text(card.statement)), text(card.since), place, page].filter(Boolean).join("\n");
  }

  /* The card; `forms` are the words met, `first` the holders that the question names. */
  function build(card, forms = new Set(), first = []) {
    const holders = [...card.holders].sort((a, b) => first.includes(b[0]) - first.includes(a[0])).map((one) => holder(one, card));
    const article = h("article", { id: card.id, tabIndex: -1 },
      h("h3", {}, ...(holders.length ? listed(holders) : [h("span", { className: "holder nobody" }, text(card.nobody))]),
        " ", h("span", { className: "statement" }, ...marked(text(card.statement), forms))),
      card.since > 0 && h("p", { className: "since" }, ...linked(upper(text(card.since)))),
      facts(card),
      ...events(card),
      h("p", { className: "doing" },
        h("button", { type: "button", value: card.id }, say("copy"), h("span", { className: "sr" }, ` ${card.id}`)),
        h("a", { href: `#${card.id}` }, say("link"), h("span", { className: "sr" }, ` ${card.id}`))));
    Object.assign(article.dataset, { role: card.role[0], actors: card.actor.join(" "), levels: card.level.join(" "), topics: card.topics.join(" ") });
    return h("li", {}, article);
  }

  return { build, copied, h };
}
