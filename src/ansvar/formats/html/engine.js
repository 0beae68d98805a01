/* A question → the duties that answer it, in the order in which `ansvar who` gives them: what search/ does, over the compiled
   form that the page carries. Lists, rules and thresholds come with it. tests/test_page_engine.py asks both the same. */
function searchEngine(data) {
  "use strict";

  const constants = data.constants;
  const { EXACT, STEM, COMPOUND, TOPIC, DIACRITICS, MISSPELLING } = constants.tiers;
  const [HOLDER, LATER_HOLDER, PARTNER, TARGET, ONE_OF_SEVERAL] = ["holder", "later", "partner", "target", "several"];
  const MIN_PART = constants.minPart;

  /* Words (words.py). */
  const INVISIBLE = new RegExp(constants.invisible, "g");
  const WORD = new RegExp(constants.word, "gu");
  const ENDING = new RegExp(constants.ending, "gu");
  const normalise = (text) =>
    text.normalize("NFC").toLowerCase().replace(/ß/g, "ss").replace(/ς/g, "σ").normalize("NFKC").replace(INVISIBLE, "");
  const composed = (text) => text.normalize("NFC").replace(INVISIBLE, "").normalize("NFKC");
  const tokens = (text) => composed(text).replace(ENDING, "$1").match(WORD) || [];
  const isAlpha = (word) => /^\p{L}+$/u.test(word);
  const fold = (word) => [...word].map((c) => constants.letters[c] || c).join("").normalize("NFD").replace(/\p{M}/gu, "");
  const isAscii = (word) => /^[\x00-\x7f]*$/.test(word);
  const writtenWithoutMarks = (typed, word) =>
    typed.length === word.length && [...typed].every((c, n) => c === word[n] || c === fold(word[n]));
  const editsAllowed = (word) => (isAlpha(word) ? constants.editLengths.filter((length) => word.length >= length).length : 0);

  /* The compiled form (index.py), opened. */
  const forms = data.words.split(" ");
  const numbers = new Map(forms.map((form, n) => [form, n]));
  const put = (map, key, value) => (map.has(key) ? map.get(key).add(value) : map.set(key, new Set([value])));
  const stemmers = Object.fromEntries(Object.entries(constants.stems).map(([language, rules]) => [language, ruleStemmer(rules)]));
  const stems = (word, language) => (word.length < 3 || !isAlpha(word) ? [word] : stemmers[language](word));
  const stemKeys = memo((form) => data.languages.flatMap((language) => stems(form, language).map((stem) => `${language}:${stem}`)));
  const lexicon = new Set(data.lexicon.split(" "));
  const unfindable = new Set(data.unfindable);
  const functions = new Set(constants.functions.split(" "));
  const verbGroup = new Map(Object.entries(constants.verbGroup));
  const roleOfVerb = new Map(Object.entries(constants.roleOfVerb));
  const subjects = new Set(constants.subjects.split(" "));
  const kindNouns = new Set(constants.kinds.split(" "));
  const byStem = new Map();
  const byFolded = new Map();
  forms.forEach((form, n) => {
    const spoken = data.languages.filter((_, bit) => Number(data.spoken[n]) & (1 << bit));
    const keys = stemKeys(form).filter((key) => spoken.includes(key.slice(0, 2)));
    keys.forEach((key) => put(byStem, key, n));
    if (!isAscii(form)) [form, ...keys].forEach((key) => put(byFolded, fold(key), n));
  });
  const byPart = new Map();
  for (const [key, listed] of Object.entries(data.parts)) {
    for (const n of listed) {
      put(byPart, key, n);
      if (!isAscii(key)) put(byPart, `~${key.slice(0, 3)}${fold(key.slice(3))}`, n);
    }
  }
  const oneWordNames = new Map();
  const longNames = new Map();
  data.names.forEach(([kind, owner, language, text]) => {
    const spoken = language || data.languages[0];
    const words = text.split(" ").map((form) => ({ form, stems: new Set(stems(form, spoken)) }));
    const name = { kind, owner, language, words };
    if (words.length === 1) return put(oneWordNames, numbers.get(text), name);
    const longest = words.reduce((best, word) => (word.form.length > best.form.length ? word : best));
    longest.stems.forEach((stem) => put(longNames, `${spoken}:${stem}`, name));
  });

  function memo(make) {
    const made = new Map();
    return (key) => {
      if (!made.has(key)) made.set(key, make(key));
      return made.get(key);
    };
  }

  const any = (map, keys) => [...new Set([...keys].flatMap((key) => [...(map.get(key) || [])]))];
  /* An id may be the name of something that every object has: `constructor`. */
  const own = (lists, key) => (Object.prototype.hasOwnProperty.call(lists, key) ? lists[key] : []);
  const related = (actor, relations) =>
    relations.flatMap((relation) => own(data.related[relation] || {}, actor).map((duty) => [relation, duty]));
  const inLexicon = (keys) => keys.some((key) => lexicon.has(key));

  /* What is asked (question.py). */
  const namesOf = memo((word) => {
    const found = new Map(any(byStem, stemKeys(word)).filter((n) => forms[n].length > 2).map((n) => [n, forms[n]]));
    const number = numbers.get(word);
    if (number !== undefined) found.set(number, word);
    else {
      const base = constants.nameEndings.some((ending) => word.endsWith(ending)) ? word.slice(0, -1) : "";
      if (base.length > 2 && numbers.has(base)) found.set(numbers.get(base), base);
    }
    return [...found].flatMap(([n, form]) =>
      [...(oneWordNames.get(n) || [])].filter((name) => name.kind === "actor").map((name) => ({ name, exact: form === word })),
    );
  });

  function understand(text) {
    text = composed(text);
    const all = [...new Set(tokens(text))];
    const written = all.slice(0, constants.maxWords).filter((token) => token.length <= constants.maxLetters);
    const leftOut = [...all.slice(constants.maxWords), ...all.slice(0, constants.maxWords).filter((token) => token.length > constants.maxLetters)];
    const isUpper = (one) => one === one.toUpperCase() && one !== one.toLowerCase();
    const shouted = written.length > 1 && isUpper(text);
    const means = (token) => {
      const word = normalise(token);
      if (!functions.has(word)) return true;
      return ((isUpper(token) && !shouted) || written.length === 1) && namesOf(word).some((hit) => !hit.name.language);
    };
    const asked = written.map(normalise);
    const ofKind = asked.length > 2 && subjects.has(asked[0]) && kindNouns.has(asked[1]);
    const content = written.slice(ofKind ? 2 : 0).filter(means).map((token) => {
      const at = text.indexOf(token);
      return { written: token, word: normalise(token), joined: at > 0 && constants.hyphens.includes(text[at - 1]), keys: new Set(stemKeys(normalise(token))) };
    });
    const [actorSpans, topicSpans] = nameSpans(content);
    const inNames = new Set([...actorSpans, ...topicSpans].flatMap((span) => range(span.start, span.end)));
    const finite = content.length && subjects.has(asked[0]) && content[0].word === asked[1] ? 0 : -1;
    const isVerb = (n) => (!inNames.has(n) || n === finite) && verbGroup.has(content[n].word);
    let said = range(0, content.length).filter(isVerb);
    if (said.length === content.length) said = [];
    const { units, places } = unitsOf(content, actorSpans, new Set(said));
    const role = said.map((n) => roleOfVerb.get(content[n].word)).find(Boolean) || null;
    return {
      units, leftOut, role,
      spans: topicSpans.filter((s) => places.has(s.start) && places.has(s.end - 1))
        .map((s) => ({ start: places.get(s.start), end: places.get(s.end - 1) + 1, name: s.name })),
      verbs: new Set(said.map((n) => verbGroup.get(content[n].word))),
      about: asked.slice(0, 2).some((word) => subjects.has(word)) ? role : null,
    };
  }

  const range = (start, end) => Array.from({ length: Math.max(end - start, 0) }, (_, n) => start + n);

  function nameSpans(content) {
    const found = [];
    for (const name of any(longNames, new Set(content.flatMap((token) => [...token.keys])))) {
      for (let n = 0; n + name.words.length <= content.length; n++) {
        if (stands(name, content.slice(n, n + name.words.length))) found.push({ start: n, end: n + name.words.length, name });
      }
    }
    found.sort((a, b) => a.start - a.end - (b.start - b.end) || a.start - b.start);
    return [apart(found.filter((span) => span.name.kind === "actor")), found.filter((span) => span.name.kind === "topic")];
  }

  function stands(name, content) {
    const language = name.language || data.languages[0];
    return name.words.every(({ form, stems: stemmed }, n) =>
      form === content[n].word || [...content[n].keys].some((key) => key.startsWith(`${language}:`) && stemmed.has(key.slice(3))));
  }

  function apart(spans) {
    const taken = new Set();
    const kept = [];
    for (const span of spans) {
      const places = range(span.start, span.end);
      if (kept.some((k) => k.start === span.start && k.end === span.end) || places.every((n) => !taken.has(n))) {
        kept.push(span);
        places.forEach((n) => taken.add(n));
      }
    }
    return kept;
  }

  function unitsOf(content, names, said) {
    const units = [];
    const places = new Map();
    let n = 0;
    while (n < content.length) {
      const here = names.filter((span) => span.start === n);
      if (here.length) {
        const tokensHere = content.slice(n, here[0].end);
        const words = tokensHere.map((token) => token.word);
        const actors = here.map(({ name }) => ({ name, exact: name.words.every((word, k) => word.form === words[k]) }));
        units.push({ text: tokensHere.map((token) => token.written).join(" "), word: words.join(" "), actors, isName: true });
        n = here[0].end;
        continue;
      }
      const token = content[n];
      n++;
      if (said.has(n - 1)) continue;
      const actors = namesOf(token.word);
      while (actors.some((hit) => !hit.name.language) && n < content.length && content[n].joined) n++;
      places.set(n - 1, units.length);
      units.push({ text: token.written, word: token.word, actors, isName: false });
    }
    return { units, places };
  }

  /* Where it is met (finder.py): for a unit, the duties that meet it and the places in each. */
  const add = (met, duty, hit) => (met.has(duty) ? met.get(duty).push(hit) : met.set(duty, [hit]));
  const merge = (met, more) => more.forEach((hits, duty) => hits.forEach((hit) => add(met, duty, hit)));
  const retiered = (met, tier) => new Map([...met].map(([duty, hits]) => [duty, hits.map((hit) => ({ ...hit, tier }))]));

  function read(met, number, tier) {
    const listed = data.postings[number] || [];
    for (let at = 0; at < listed.length; at += 3) {
      const [field, duty, place] = listed.slice(at, at + 3);
      add(met, duty, { tier, rank: constants.fieldRanks[field < data.statementFields ? "statement" : "change"], form: forms[number], field, place });
    }
  }

  const joiningKeys = (word) => stemKeys(word).filter((key) => constants.joining.includes(key.split(":")[0]));
  const isKnown = (part) => part.length >= MIN_PART && (numbers.has(part) || inLexicon(joiningKeys(part)));

  function begunWith(word) {
    if (!isAlpha(word)) return [];
    return forms.flatMap((form, n) => {
      const rest = form.slice(word.length);
      if (rest.length <= MIN_PART || !form.startsWith(word)) return [];
      const linked = Object.entries(constants.links).flatMap(([language, link]) =>
        rest.startsWith(link) ? joiningKeys(rest.slice(link.length)).filter((key) => key.startsWith(`${language}:`)) : []);
      return inLexicon([...joiningKeys(rest), ...linked]) ? [n] : [];
    });
  }

  const wordsMet = memo((word) => {
    const met = new Map();
    const seen = new Set();
    const number = numbers.get(word);
    const tiers = [[STEM, any(byStem, stemKeys(word))], [COMPOUND, any(byPart, stemKeys(word))]];
    if (number !== undefined) tiers.unshift([EXACT, [number]]);
    else if (word.length > MIN_PART) tiers.push([COMPOUND, begunWith(word)]);
    for (const [tier, found] of tiers) {
      for (const one of found) {
        if (!seen.has(one)) read(met, one, tier);
        seen.add(one);
      }
    }
    return met;
  });

  function ofActor(hit, aboutRole) {
    const met = new Map();
    const owner = hit.name.owner;
    const several = new Set(related(owner, [ONE_OF_SEVERAL]).map(([, duty]) => duty));
    const narrowed = aboutThe(owner, aboutRole);
    const found = narrowed.length ? narrowed : related(owner, [HOLDER, LATER_HOLDER, TARGET, PARTNER]);
    for (const [relation, duty] of found) {
      const rank = data.relationRanks[relation] + Number(several.has(duty));
      add(met, duty, { tier: hit.exact ? EXACT : STEM, rank, form: "", field: -1, place: -1 });
    }
    return met;
  }

  function aboutThe(actor, aboutRole) {
    if (!aboutRole) return [];
    const targeted = related(actor, [TARGET]);
    const found = targeted.length ? targeted : related(actor, [PARTNER]);
    const inRole = found.filter(([, duty]) => data.roles[duty] === aboutRole);
    return inRole.length ? inRole : found;
  }

  function split(word) {
    const met = new Map();
    if (numbers.has(word) || !isAlpha(word)) return met;
    for (let cut = MIN_PART; cut <= word.length - MIN_PART; cut++) {
      const last = isKnown(word.slice(cut)) ? wordsMet(word.slice(cut)) : new Map();
      if (!last.size) continue;
      const start = word.slice(0, cut);
      const unlinked = Object.values(constants.links).filter((link) => start.endsWith(link)).map((link) => start.slice(0, -link.length));
      for (const first of new Set([start, ...unlinked])) {
        const firsts = isKnown(first) ? wordsMet(first) : new Map();
        const both = new Map([...firsts].filter(([duty]) => last.has(duty)).map(([duty, hits]) => [duty, [...hits, ...last.get(duty)]]));
        merge(met, retiered(both, COMPOUND));
      }
    }
    return met;
  }

  function directly(unit, about) {
    const met = new Map();
    if (!unit.isName) merge(met, wordsMet(unit.word));
    unit.actors.forEach((hit) => merge(met, ofActor(hit, about)));
    return met.size || unit.isName ? met : split(unit.word);
  }

  function ofTopic(topic) {
    return new Map(own(data.topical, topic).map((duty) => [duty, [{ tier: TOPIC, rank: constants.fieldRanks.topic, form: "", field: -1, place: -1 }]]));
  }

  function topics(word) {
    const tiers = [any(byStem, stemKeys(word)), any(byPart, stemKeys(word))];
    if (numbers.has(word)) tiers.unshift([numbers.get(word)]);
    for (const found of tiers) {
      const met = new Map();
      for (const name of any(oneWordNames, found)) if (name.kind === "topic") merge(met, ofTopic(name.owner));
      if (met.size) return met;
    }
    return new Map();
  }

  function asIf(likely, tier, about) {
    const met = new Map();
    for (const form of likely) {
      const names = [...(oneWordNames.get(numbers.get(form)) || [])].filter((name) => name.kind === "actor" && name.language);
      const unit = { word: form, actors: names.map((name) => ({ name, exact: true })), isName: false };
      const found = directly(unit, about);
      merge(met, retiered(found.size ? found : topics(form), tier));
    }
    return met;
  }

  function withMarks(word, about) {
    const plain = word === fold(word);
    const keys = plain ? stemKeys(word).map(fold) : [];
    const likely = any(byFolded, [fold(word), ...keys]).map((n) => forms[n]).filter((form) => plain || writtenWithoutMarks(word, form));
    const met = asIf(likely, DIACRITICS, about);
    any(byPart, keys.map((key) => `~${key}`)).forEach((n) => read(met, n, DIACRITICS));
    return met;
  }

  /* Misspellings (spelling.py). As in the index, one part of the word must be unharmed. */
  /* The matrix of distances: with `swaps`, two neighbours that changed places are one edit. */
  function distances(a, b, swaps) {
    const rows = [range(0, a.length + 1)];
    for (let j = 1; j <= b.length; j++) {
      const row = [j];
      for (let i = 1; i <= a.length; i++) {
        row[i] = Math.min(rows[j - 1][i] + 1, row[i - 1] + 1, rows[j - 1][i - 1] + (a[i - 1] !== b[j - 1]));
        const swapped = swaps && i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
        if (swapped) row[i] = Math.min(row[i], rows[j - 2][i - 2] + 1);
      }
      rows.push(row);
    }
    return rows;
  }

  const distance = (a, b) => distances(a, b, true)[b.length][a.length];

  /* The letters that stand for others on one shortest way from `a` to `b`, and how long that is without swaps. */
  function replaced(a, b) {
    const rows = distances(a, b, false);
    const pairs = [];
    let [i, j] = [a.length, b.length];
    while (i && j) {
      if (rows[j][i] - rows[j][i - 1] === 1) i--;
      else {
        j--;
        if (j && rows[j][i] - rows[j][i - 1] === -1) continue;
        i--;
        if (a[i] !== b[j]) pairs.push([a[i], b[j]]);
      }
    }
    return { pairs, edits: rows[b.length][a.length] };
  }

  function isSlip([typed, meant], length) {
    const near = constants.keyboard.some((row) => row.includes(typed) && row.includes(meant) && Math.abs(row.indexOf(typed) - row.indexOf(meant)) === 1);
    const alike = constants.alike.some((sound) => sound.includes(typed) && sound.includes(meant));
    return near || alike || (length >= constants.long && constants.vowels.includes(typed) && constants.vowels.includes(meant));
  }

  function isLikely(word, form, far) {
    const { pairs, edits } = replaced(word, form);
    return edits > far || pairs.every((pair) => isSlip(pair, word.length));
  }

  function partUnharmed(form, typed, edits) {
    const count = editsAllowed(form) + 1;
    const cuts = range(0, count + 1).map((n) => Math.floor((form.length * n) / count));
    return range(0, count).some((n) => range(Math.max(cuts[n] - edits, 0), Math.min(cuts[n] + edits, typed.length) + 1)
      .some((start) => typed.slice(start, start + cuts[n + 1] - cuts[n]) === form.slice(cuts[n], cuts[n + 1])));
  }

  function nearest(word) {
    const edits = editsAllowed(word);
    if (!edits) return [];
    const near = forms.filter((form, n) =>
      !unfindable.has(n) && Math.abs(form.length - word.length) <= edits && fold(form[0]) === fold(word[0])
      && editsAllowed(form) && partUnharmed(form, word, edits));
    const measured = near.map((form) => [distance(word, form), form])
      .filter(([far, form]) => far > 0 && far <= edits && isLikely(word, form, far));
    const best = Math.min(...measured.map(([far]) => far));
    return measured.filter(([far]) => far === best).map(([, form]) => form);
  }

  /* The dataset's words that an unfinished word begins; only while somebody types. */
  function begun(word) {
    const start = fold(word);
    return forms.filter((form, n) => !unfindable.has(n) && (form.startsWith(word) || (start === word && fold(form).startsWith(word))));
  }

  /* A compound met by its first part alone, where that is a term of a topic and the rest a word. */
  function begunWithTerm(word) {
    for (let cut = word.length - MIN_PART - 1; isAlpha(word) && cut > MIN_PART; cut--) {
      const [first, rest] = [word.slice(0, cut), word.slice(cut)];
      const isTerm = (name) => name.kind === "topic" && constants.joining.includes(name.language);
      if (isKnown(rest) && any(oneWordNames, any(byStem, joiningKeys(first))).some(isTerm)) {
        const met = wordsMet(first);
        return { met: retiered(met.size ? met : topics(first), COMPOUND), rest };
      }
    }
    return { met: new Map() };
  }

  function meet(unit, about, unfinished) {
    const met = directly(unit, about);
    if (met.size || unit.isName) return { met };
    const found = [topics, withMarks].reduce((before, way) => (before.size ? before : way(unit.word, about)), met);
    if (found.size) return { met: found };
    if (unfinished && unit.word.length > 1) {
      const started = asIf(begun(unit.word), DIACRITICS, about);
      if (started.size) return { met: started, begun: unit.text };
    }
    const respelled = asIf(nearest(unit.word), MISSPELLING, about);
    return respelled.size ? { met: respelled } : begunWithTerm(unit.word);
  }

  const isDirect = (hits) => hits.some((hit) => hit.tier <= COMPOUND);

  function isPhrase(hits) {
    if (hits.length < 2) return false;
    const at = (hit, shift) => `${hit.field} ${hit.place + shift}`;
    let ends = new Set(hits[0].filter((hit) => hit.place >= 0 && hit.tier <= STEM).map((hit) => at(hit, 0)));
    for (const unit of hits.slice(1)) {
      ends = new Set(unit.filter((hit) => hit.tier <= STEM && ends.has(at(hit, -1))).map((hit) => at(hit, 0)));
    }
    return ends.size > 0;
  }

  /* The order (ranking.py). */
  function rank(duty, question, hits, said) {
    const best = hits.map((unit) => unit.reduce((a, b) => ((b.tier - a.tier || b.rank - a.rank) < 0 ? b : a)));
    const sum = (of) => best.reduce((total, hit) => total + hit[of], 0);
    return [
      Number(question.role !== null && data.roles[duty] !== question.role),
      -Number(question.units.length > 1 && isPhrase(hits)),
      -(said.get(duty) || 0),
      sum("tier"),
      sum("rank"),
      duty,
    ];
  }

  /* How many of the question's verbs each duty has. */
  function verbsSaid(groups) {
    const said = new Map();
    for (const group of groups) {
      const found = new Set();
      for (const [verb, its] of verbGroup) {
        const listed = (its === group && data.postings[numbers.get(verb)]) || [];
        for (let at = 1; at < listed.length; at += 3) found.add(listed[at]);
      }
      found.forEach((duty) => said.set(duty, (said.get(duty) || 0) + 1));
    }
    return said;
  }

  /* Of the duties that meet some units, those that meet a rare one. */
  function withoutNoise(chosen, mets) {
    const rarest = new Map(chosen.map((duty) => [duty, Math.min(...mets.filter((met) => met.has(duty)).map((met) => met.size))]));
    const bound = constants.common * Math.min(...rarest.values());
    return chosen.filter((duty) => rarest.get(duty) <= bound);
  }

  /* Whether a duty has begun on a day, and no later one says what it said. */
  const answersOn = (duty, day) => data.answersFrom[duty] <= day && (!data.answersUntil[duty] || day < data.answersUntil[duty]);

  /* `unfinished`: the last word is still being typed; `day`: only duties that answer on it. Gives the duties by rank, best first, the words met and those not met. */
  function search(text, { unfinished = false, day = "" } = {}) {
    const question = understand(text);
    const lastIsOpen = unfinished && /[\p{L}\p{N}]$/u.test(text);
    if (lastIsOpen && question.units.length && question.units[question.units.length - 1].word.length === 1) question.units.pop();
    const last = question.units.length - 1;
    const looked = question.units.map((unit, n) => meet(unit, question.about, lastIsOpen && n === last));
    const mets = looked.map(({ met }) => met);
    for (const span of question.spans) {
      const units = range(span.start, Math.min(span.end, mets.length));
      const direct = units.map((n) => new Map([...mets[n]].filter(([, hits]) => isDirect(hits))));
      if (units.length && ![...direct[0].keys()].some((duty) => direct.every((met) => met.has(duty)))) {
        units.forEach((n) => (mets[n] = ofTopic(span.name.owner)));
      }
    }
    const count = new Map();
    mets.forEach((met) => met.forEach((_, duty) => count.set(duty, (count.get(duty) || 0) + 1)));
    const most = Math.max(0, ...count.values());
    const best = [...count].filter(([, met]) => met === most).map(([duty]) => duty);
    const chosen = most < mets.length ? withoutNoise(best, mets) : best;
    const said = verbsSaid(question.verbs);
    const ranks = chosen.map((duty) => rank(duty, question, mets.flatMap((met) => (met.has(duty) ? [met.get(duty)] : [])), said));
    ranks.sort((a, b) => a.reduce((order, value, n) => order || value - b[n], 0));
    const duties = ranks.map((one) => one[one.length - 1]).filter((duty) => !day || answersOn(duty, day));
    const marks = new Map(duties.map((duty) => [duty, new Set(mets.flatMap((met) => (met.get(duty) || []).map((hit) => hit.form)).filter(Boolean))]));
    return {
      duties, marks,
      asked: question.units.length > 0,
      unmatched: [
        ...question.units.flatMap((unit, n) => looked[n].rest || (duties.some((duty) => mets[n].has(duty)) ? [] : unit.text)),
        ...question.leftOut,
      ],
      actors: [...new Set(question.units.flatMap((unit) => unit.actors.map((hit) => hit.name.owner)))],
      begun: looked.map((one) => one.begun).find(Boolean) || "",
      suggestions: duties.length ? [] : question.units.filter((unit) => !unit.isName).flatMap((unit) => suggestions(unit.word)),
    };
  }

  function suggestions(word) {
    if (word.length < 4) return [];
    const near = forms.filter((form, n) => data.postings[n] && form[0] === word[0] && Math.abs(form.length - word.length) < 4);
    const scored = near.map((form) => [distance(word, form) / Math.max(form.length, word.length), form]).filter(([score]) => score <= 0.4);
    return scored.sort((a, b) => a[0] - b[0]).slice(0, 3).map(([, form]) => form);
  }

  return { search, tokens, normalise, stems };
}
