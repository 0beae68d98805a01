/* A question → the duties that answer it, in the order in which `ansvar who` gives them: what search/ does, over the compiled
   form that the page carries. Lists, rules and weights come with it. tests/test_page_engine.py asks both the same. */
function searchEngine(data) {
  "use strict";

  const { constants, weights: W } = data;
  const { EXACT, STEM, COMPOUND, TOPIC, DIACRITICS, MISSPELLING } = constants.tiers;
  const { minPart: MIN_PART, minBeginning: MIN_BEGINNING, minVerb: MIN_VERB, joining: JOINING, fields: FIELDS } = constants;

  const unique = (values) => [...new Set(values)];
  const sum = (values) => values.reduce((total, value) => total + value, 0);
  const most = (values) => values.reduce((best, value) => Math.max(best, value), 0);
  const compare = (a, b) => (a < b ? -1 : Number(a > b));
  const range = (start, end) => Array.from({ length: Math.max(end - start, 0) }, (_, n) => start + n);
  const until = (values, isEnd) => (values.some(isEnd) ? values.slice(0, values.findIndex(isEnd)) : values);
  const put = (map, key, value) => (map.has(key) ? map.get(key).push(value) : map.set(key, [value]));
  const add = (map, key, value) => map.set(key, (map.get(key) || 0) + value);
  /* An id may be the name of something that every object has: `constructor`. */
  const own = (lists, key) => (Object.hasOwn(lists, key) ? lists[key] : []);
  function memo(make) {
    const made = new Map();
    return (key) => (made.has(key) ? made : made.set(key, make(key))).get(key);
  }

  /* Words (words.py). */
  const INVISIBLE = new RegExp(constants.invisible, "g");
  const [WORD, ENDING, GROUPED] = [constants.word, constants.ending, constants.grouped].map((one) => new RegExp(one, "gu"));
  const normalise = (text) =>
    text.normalize("NFC").toLowerCase().replace(/ß/g, "ss").replace(/ς/g, "σ").normalize("NFKC").replace(INVISIBLE, "");
  const isAlpha = (word) => /^\p{L}+$/u.test(word);
  const isAscii = (word) => /^[\x00-\x7f]*$/.test(word);
  const isUpper = (word) => word === word.toUpperCase() && word !== word.toLowerCase();
  const isLower = (word) => word === word.toLowerCase() && word !== word.toUpperCase();
  const fold = (word) => [...word].map((c) => constants.letters[c] || c).join("").normalize("NFD").replace(/\p{M}/gu, "");
  const writtenWithoutMarks = (typed, word) =>
    typed.length === word.length && [...typed].every((c, n) => c === word[n] || c === fold(word[n]));
  const editsAllowed = (word) => (isAlpha(word) ? constants.editLengths.filter((length) => word.length >= length).length : 0);
  const endsWith = (word, endings) => endings.some((ending) => word.endsWith(ending));

  function tokensApart(text) {
    text = text.normalize("NFC").replace(INVISIBLE, "").normalize("NFKC");
    text = text.replace(GROUPED, (number) => number.replace(/\P{Nd}/gu, "")).replace(ENDING, "$1");
    let end = 0;
    return [...text.matchAll(WORD)].map(({ 0: token, index }) => {
      const gap = text.slice(end, index);
      end = index + token.length;
      return [token, gap];
    });
  }
  const tokens = (text) => tokensApart(text).map(([token]) => token);

  /* The compiled form (index.py), opened. */
  const forms = data.words.split(" ");
  const numbers = new Map(forms.map((form, n) => [form, n]));
  const spoken = forms.map((_, n) => data.languages.filter((_, bit) => Number(data.spoken[n]) & (1 << bit)));
  const ordered = forms.map((_, n) => n).sort((a, b) => compare(forms[a], forms[b]));
  const stemmers = Object.fromEntries(Object.entries(constants.stems).map(([language, rules]) => [language, ruleStemmer(rules)]));
  const stems = (word, language) => (word.length < 3 || !isAlpha(word) ? [word] : stemmers[language](word));
  const keysIn = (form, languages) => languages.flatMap((language) => [...stems(form, language)].sort().map((stem) => `${language}:${stem}`));
  const stemKeys = memo((form) => keysIn(form, data.languages));
  const lexicon = new Set(data.lexicon.split(" "));
  const asides = Object.fromEntries(Object.entries(data.asides).map(([kind, keys]) => [kind, new Set(keys)]));
  const [stemmed, folded, joined, nameTokens] = [new Map(), new Map(), new Map(), new Map()];
  forms.forEach((form, n) => {
    const keys = keysIn(form, spoken[n]);
    keys.forEach((key) => put(stemmed, key, n));
    if (!isAscii(form)) unique([form, ...keys].map(fold)).forEach((key) => put(folded, key, n));
  });
  for (const [key, listed] of Object.entries(data.parts)) {
    for (const one of listed) {
      put(joined, key, one);
      if (!isAscii(key)) put(joined, `~${fold(key)}`, one);
    }
  }
  const joinedNames = new Set(data.joinedNames);
  const names = data.names.flatMap(([kind, owner, ...its]) => its.map(([language, ...words]) => ({ kind, owner, language, words })));
  /* Of each name: a word, its share; a word, its share; … */
  names.forEach(({ words }, number) => words.forEach((word, at) => at % 2 || put(nameTokens, word, [number, at / 2])));

  const any = (map, keys) => unique(unique(keys).sort(compare).flatMap((key) => map.get(key) || []));
  const byStem = (keys) => any(stemmed, keys);
  const byFolded = (form, keys) => any(folded, [fold(form), ...keys]);
  function byPart(keys) {
    const last = new Map();
    any(joined, keys).forEach((one) => last.set(one >> 1, last.get(one >> 1) || one & 1));
    return [...last].sort(([a], [b]) => a - b);
  }
  const inLexicon = (keys) => keys.some((key) => lexicon.has(key));
  const tokensOf = (listed) => unique(listed).sort((a, b) => a - b).flatMap((n) => (nameTokens.get(n) || []).map(([name, place]) => [n, name, place]));
  const beginning = (first) => ordered.filter((n) => forms[n] !== first && forms[n].startsWith(first)).slice(0, 200);
  const ending = (last) => range(0, forms.length).filter((n) =>
    forms[n].length > last.length && forms[n].endsWith(last) && spoken[n].some((language) => JOINING.includes(language))).slice(0, 200);
  const related = (actor, relations) => relations.flatMap((relation) => own(data.related[relation] || {}, actor).map((n) => [n, relation]));
  function* postings(listed) {
    for (const word of unique(listed).sort((a, b) => a - b)) {
      const its = data.postings[word] || [];
      for (let at = 0; at < its.length; at += 3) yield [word, its[at], its[at + 1], its[at + 2]];
    }
  }

  /* Places: the forms of their names (places.py), and those that a question names (whereabouts.py). */
  const gazetteer = data.places;
  const placeNames = ([, , names]) =>
    typeof names === "string" ? data.languages.map((language) => [language, [names]]) : Object.entries(names);
  const placeKeys = gazetteer ? keysOfPlaces() : null;
  const isTitle = (word) => /^\P{Cased}*[\p{Lu}\p{Lt}]\p{Ll}*(?:\P{Cased}+[\p{Lu}\p{Lt}]\p{Ll}*)*\P{Cased}*$/u.test(word);

  function keysOfPlaces() {
    const keys = new Map();
    const changed = (name, list) => list.split(",").filter(Boolean).map((one) => {
      const [, cut, instead] = /^(\d+)(.*)$/u.exec(one);
      return name.slice(0, name.length - cut) + instead;
    });
    gazetteer.list.forEach((place, n) => {
      let inflected = 0;
      for (const [language, names] of placeNames(place)) {
        for (const name of names.map((one) => tokens(one).map(normalise).join(" "))) {
          let [stems, forms] = [gazetteer.endings[language].length ? [name] : [], [name]];
          if (gazetteer.inflected.includes(language)) {
            [stems, forms] = gazetteer.patterns[place[3][inflected++]].split("|").map((list) => changed(name, list));
          }
          const its = [...forms, ...stems.map((stem) => `${language}:${stem}`)];
          unique([...its, ...its.map(fold)]).forEach((key) => put(keys, key, n));
        }
      }
      for (const [language, words] of Object.entries(place[4] || {})) {
        words.forEach((word) => keys.set(`${language}!${normalise(word)}`, []));
      }
    });
    return keys;
  }

  function* placeForms(asked) {
    yield asked;
    for (const [language, endings] of Object.entries(gazetteer.endings)) {
      for (const ending of endings) if (asked.endsWith(ending)) yield `${language}:${asked.slice(0, asked.length - ending.length)}`;
    }
  }

  /* The places that words name, as [number, start, end]. */
  function findPlaces(written, isTerm) {
    const isCapitalised = (start) =>
      start > 0 && isTitle(written[start]) && ![start - 1, start + 1].some((n) => n > 0 && n < written.length && isTitle(written[n]));
    const isAskedFor = (start, elsewhere) => start > 0 && Object.entries(gazetteer.before).some(([language, words]) =>
      !elsewhere.includes(language) && words.includes(normalise(written[start - 1])));

    function named(start, end) {
      const asked = written.slice(start, end).map(normalise).join(" ");
      const place = [...placeForms(asked)].flatMap((key) => placeKeys.get(key) || [])[0];
      if (place === undefined) return null;
      const isSubject = end - start === 1 && isTerm(asked);
      const elsewhere = Object.keys(gazetteer.endings).filter((language) => isSubject || placeKeys.has(`${language}!${asked}`));
      return elsewhere.length && !(isCapitalised(start) || isAskedFor(start, elsewhere)) ? null : [place, start, end];
    }

    const found = [];
    for (let start = 0; start < written.length; ) {
      const ends = range(start + 1, Math.min(start + gazetteer.maxWords, written.length) + 1).reverse();
      const one = ends.reduce((best, end) => best || named(start, end), null);
      if (one) found.push(one);
      start = one ? one[2] : start + 1;
    }
    return found;
  }

  const lineage = (place) => unique([place, ...gazetteer.list[place][1].flatMap(lineage)]);

  /* Numbers of the bodies of an actor that have a duty in a place (gazetteer.py). */
  function bodiesFor(actor, place, duty) {
    const around = lineage(place);
    const its = range(0, gazetteer.bodies.length).filter((n) => gazetteer.actors[gazetteer.bodies[n][0]] === actor);
    const assigned = (n) => ((gazetteer.bodies[n][4] || {}).assigned || []).filter(([duties]) => duties.includes(duty)).map((one) => one[1]);
    const isAssigned = its.some((n) => assigned(n).length);
    const placesOf = (n) => (isAssigned ? assigned(n).flat() : gazetteer.bodies[n][1]);
    return its.filter((n) => placesOf(n).some((one) => around.includes(one)));
  }

  /* Whether a duty is one for any of some places: one that is divided otherwise has to be assigned for it there. */
  const assignedIn = memo((duty) => unique(gazetteer.bodies.flatMap(([, , , , more]) =>
    ((more || {}).assigned || []).filter(([duties]) => duties.includes(duty)).flatMap(([, its]) => its))));
  const isHere = (duty, places) => !places.length || !assignedIn(duty).length
    || places.some((place) => lineage(place).some((one) => assignedIn(duty).includes(one)));

  function apart(tokens) {
    if (!gazetteer) return { kept: tokens, places: [] };
    const written = tokens.map((token) => token.written);
    const inNames = memo((word) =>
      unique([...byStem(stemKeys(word)), ...(numbers.has(word) ? [numbers.get(word)] : [])]).flatMap((n) => nameTokens.get(n) || []));
    const lengthOf = (name) => names[name].words.length / 2;
    const isTerm = (word) => inNames(word).some(([name]) => names[name].kind === "topic" && lengthOf(name) === 1);

    function covers(start, end) {
      const asked = unique(range(start, end).flatMap((n) => inNames(tokens[n].word).map(([name]) => name)));
      return asked.some((name) => {
        const length = lengthOf(name);
        const window = range(Math.max(start - length, 0), Math.min(end + length, tokens.length));
        const met = window.flatMap((n) => inNames(tokens[n].word).filter(([one]) => one === name).map(([, place]) => place));
        return unique(met).length === length && (length > end - start || names[name].kind === "topic");
      });
    }

    const found = findPlaces(written, isTerm).filter(([, start, end]) => ![tokens[start], tokens[end]].some((one) => one && one.gap === "-"));
    const gone = new Set(found.filter(([, start, end]) => !covers(start, end)).flatMap(([, start, end]) => range(start, end)));
    [...gone].forEach((n) => n && !gone.has(n - 1) && data.asking.place_words.includes(tokens[n - 1].word) && gone.add(n - 1));
    const kept = [];
    let gap = "";
    tokens.forEach((token, n) => {
      gap += token.gap;
      if (gone.has(n)) return;
      kept.push({ ...token, gap });
      gap = "";
    });
    return { kept, places: unique(found.map(([place]) => place)) };
  }

  /* What each word of a question does in it (kinds.py). */
  const [MATTER, VERB, PROCEDURE, ASIDE, PLACE, GUESS] = ["matter", "verb", "procedure", "aside", "place", "guess"];
  const asking = Object.fromEntries(Object.entries(data.asking).map(([name, words]) => [name, new Set(words)]));
  const BREAK = new RegExp(constants.break, "u");
  const verbGroup = new Map(Object.entries(data.verbGroup));
  const roleOfVerb = new Map(Object.entries(data.roleOfVerb));
  const among = (kind, word) => stemKeys(word).some((key) => asides[kind].has(key));
  const isVerbForm = (word) => word.length >= MIN_VERB && endsWith(word, data.asking.verb_endings);
  const isAction = (word) => word.length >= MIN_VERB && endsWith(word, data.asking.action_endings) && among("verb", word);
  const inDataset = (word) => numbers.has(word) || byStem(stemKeys(word)).length > 0;

  function kindsOf(tokens, shouted) {
    const word = (n) => tokens[n].word;

    function ofClause(clause, asks) {
      const skipped = holderWords(clause);
      const kinds = new Map(clause.filter((n) => !skipped.has(n) && means(n)).map((n) => [n, kindOf(n, clause)]));
      const verbs = [...kinds.keys()].filter((n) => isVerb(n, clause, kinds, skipped, asks));
      verbs.forEach((n) => kinds.set(n, VERB));
      guess(clause, kinds);
      return kinds;
    }

    function isPlaceWord(n) {
      const pronoun = word(n) === "i" && (tokens[n].written === "I" || (n > 0 && asking.yes_or_no_words.has(word(n - 1))));
      return asking.place_words.has(word(n)) && !pronoun;
    }

    function means(n) {
      if (!asking.function_words.has(word(n)) && !asking.question_words.has(word(n))) return true;
      const large = isUpper(tokens[n].written) && tokens[n].written.length > 1 && !shouted;
      return (large || tokens.length === 1) && numbers.has(word(n));
    }

    function kindOf(n, clause) {
      const unknown = !numbers.has(word(n)) && (word(n).length === 1 || /^\p{Nd}+$/u.test(word(n)) || isVerbForm(word(n)));
      if (unknown || isOwn(n, clause) || among("aside", word(n))) return ASIDE;
      if (among("procedure", word(n))) return PROCEDURE;
      return isPlace(n) ? PLACE : MATTER;
    }

    function isOwn(n, clause) {
      const before = range(Math.max(n - 2, clause[0]), n).map(word);
      const said = before.length > 1 && asking.own_words.has(before[1]) && (asking.place_words.has(before[0]) || asking.for_words.has(before[0]));
      return said || endsWith(word(n), data.asking.own_endings);
    }

    const isPlace = (n) => n > 0 && (asking.place_words.has(word(n - 1)) || endsWith(word(n), data.asking.place_endings)) && isUpper(tokens[n].written[0]);

    function holderWords(clause) {
      const first = Math.max(clause.findIndex((n) => !asking.and_words.has(word(n))), 0);
      if (!asking.which_words.has(word(clause[first]))) return new Set();
      const listed = clause.slice(first + 1, -1).slice(0, 3);
      const rest = until(listed, (n) => asking.function_words.has(word(n)));
      const kinds = rest.map((n) => among("holder", word(n)));
      let end = kinds.slice(0, 2).some(Boolean) ? kinds.indexOf(true) + 1 : 0;
      while (end && end < kinds.length && kinds[end]) end++;
      return new Set(rest.slice(0, end));
    }

    function isVerb(n, clause, kinds, skipped, asks) {
      const known = verbGroup.has(word(n));
      const before = wordBefore(n, clause, skipped);
      if (asking.which_words.has(before)) return known && !asking.nouns_too.has(word(n));
      if (asking.question_words.has(before) && !BREAK.test(tokens[n].gap)) return true;
      if (asking.before_verb.has(before)) return known || !inDataset(word(n));
      if (kinds.size < 2) return known && asks && !asking.nouns_too.has(word(n));
      if (isGerund(n, clause, before) || isAction(word(n))) return true;
      const last = n === clause[clause.length - 1] && asks && !asking.function_words.has(before) && kinds.get(n) !== ASIDE;
      return known && (last || !asking.nouns_too.has(word(n)));
    }

    function wordBefore(n, clause, skipped) {
      const previous = range(clause[0], n).reverse().find((k) => !skipped.has(k));
      return previous === undefined ? "" : word(previous);
    }

    function isGerund(n, clause, before) {
      const language = constants.gerundLanguage;
      const begins = n === clause[0] || asking.and_words.has(before);
      if (!(word(n).endsWith(constants.gerund) && begins && n !== clause[clause.length - 1] && data.languages.includes(language))) return false;
      const following = word(n + 1);
      const isFunction = following !== "i" && data.functionWords[language].includes(following);
      const its = numbers.has(word(n)) ? spoken[numbers.get(word(n))] : [];
      return its.every((one) => one === language) && (isFunction || (following.endsWith("s") && !inDataset(word(n))));
    }

    function guess(clause, kinds) {
      const first = clause[0];
      const verb = verbGroup.has(word(first)) && !asking.nouns_too.has(word(first));
      const particle = word(first).length >= MIN_VERB && endsWith(word(first), constants.askedIf) && !numbers.has(word(first));
      if (!(asking.yes_or_no_words.has(word(first)) || verb || particle) || clause.length < 3) return;
      if (kinds.has(first) && isUpper(tokens[first].written)) return;
      if (kinds.has(first)) kinds.set(first, VERB);
      if (kinds.get(clause[1]) === MATTER) kinds.set(clause[1], GUESS);
    }

    return { ofClause, isPlaceWord };
  }

  /* What is asked (question.py). */
  const JOINED = new RegExp(`^(?:${constants.joined})$`, "u");
  const PROMOTED = [MATTER, PROCEDURE, PLACE, GUESS, ASIDE, VERB];

  function plain(written) {
    const words = written.map(([token]) => normalise(token));
    const found = [];
    for (let n = 0, length; n < words.length; n += length) {
      const known = own(data.idioms, words[n]).find(([said]) => said.every((word, k) => words[n + k] === word));
      const [said, meant] = known || [[words[n]], [written[n][0]]];
      found.push(...meant.map((word, k) => [word, k ? " " : written[n][1]]));
      length = said.length;
    }
    return found;
  }

  function understand(text) {
    const written = tokensApart(text);
    const early = written.slice(0, constants.maxWords);
    const isLong = ([token]) => token.length > constants.maxLetters;
    const leftOut = unique([...written.slice(constants.maxWords), ...early.filter(isLong)].map(([token]) => token));
    const typed = plain(early.filter((one) => !isLong(one))).map(([token, gap]) => ({ written: token, word: normalise(token), gap }));
    const { kept: tokens, places } = apart(typed);
    const kinds = kindsOf(tokens, tokens.length > 1 && isUpper(text));
    const units = [];
    const isAsking = (word) => asking.question_words.has(word) || asking.where_words.has(word);
    const hasMatter = (groups) => groups.some((group) => group.some((n) => units[n].kind === MATTER));

    function begins(n, { word, gap }) {
      if (asking.situation_words.has(word)) return true;
      if (BREAK.test(gap)) return !gap.includes(",") || isAsking(word) || !asking.function_words.has(word);
      if (!asking.question_words.has(word) || asking.which_words.has(word)) return false;
      return !constants.relatives.includes(word) || asking.function_words.has(tokens[n - 1].word);
    }

    function groupsOf(clause, asks) {
      const groups = [[]];
      let chunk = units.length ? units[units.length - 1].chunk + 1 : 0;
      const its = kinds.ofClause(clause, asks);
      const seen = new Set();
      let [place, of] = [false, false];
      for (const n of clause) {
        const { written: token, word, gap } = tokens[n];
        const last = groups[groups.length - 1];
        if (!its.has(n)) {
          chunk++;
          of = asking.of_words.has(word);
          place = kinds.isPlaceWord(n) || (place && !of);
          if (asking.and_words.has(word) && !gap.includes("-")) {
            groups.push([]);
            place = false;
          }
        } else if (!seen.has(word) || !last.length) {
          seen.add(word);
          chunk += Number(gap.trim() !== "" && !JOINED.test(gap.trim()));
          const adjunct = place && hasMatter([last]);
          last.push(units.length);
          units.push({ text: token, word, kind: its.get(n), chunk, adjunct, of });
        }
      }
      return merged(groups);
    }

    function merged(groups) {
      if (groups.length > 1) {
        for (const n of groups.flatMap((group) => (hasMatter([group]) ? [] : group))) {
          if (units[n].kind === PROCEDURE) units[n].kind = MATTER;
        }
      }
      const kept = [];
      for (const group of groups) {
        const last = kept[kept.length - 1];
        if (last && !(hasMatter([group]) && hasMatter([last]))) last.push(...group);
        else kept.push([...group]);
      }
      return kept;
    }

    function withMatter(n) {
      const before = stated.slice(0, n).reverse().find(hasMatter) || [];
      if (hasMatter(stated[n]) || !stated[n].some((group) => group.length)) return stated[n];
      const named = before.map((group) => group.filter((unit) => units[unit].kind !== VERB)).filter((group) => group.length);
      return named.length ? named.map((group) => [...group, ...stated[n][0]]) : stated[n];
    }

    const clauses = [];
    tokens.forEach((token, n) => (n && !begins(n, token) ? clauses[clauses.length - 1].push(n) : clauses.push([n])));
    const asks = clauses.map((clause) => clause.map((n) => tokens[n].word).filter((word) => !asking.and_words.has(word)).slice(0, 3).some(isAsking));
    const stated = clauses.map((clause, n) => groupsOf(clause, asks[n]));
    const groups = stated.map((its, n) => (asks[n] ? withMatter(n) : its));
    const all = range(0, groups.length);
    let core = all.filter((n) => asks[n] && hasMatter(groups[n]));
    const isApart = core.length > 0;
    if (!isApart) core = all.filter((n) => hasMatter(groups[n]));
    if (!core.length) core = all;
    let subjects = core.flatMap((n) => groups[n]);
    const joins = core.some((c) => clauses[c].some((n) => asking.and_words.has(tokens[n].word)));
    if (!isApart && core.length > 1 && !joins) subjects = [subjects.flat()];
    const matter = PROMOTED.find((kind) => units.some((unit) => unit.kind === kind)) || MATTER;
    units.forEach((unit) => (unit.kind = unit.kind === matter ? MATTER : unit.kind));
    const verbs = units.filter((unit) => unit.kind === VERB).map((unit) => unit.word);
    const role = verbs.filter((verb) => roleOfVerb.has(verb)).map((verb) => roleOfVerb.get(verb))[0] || null;
    const who = tokens.map((token) => asking.question_words.has(token.word));
    const said = typed.map((token) => token.word).filter((word) => !units.some((unit) => unit.word === word));
    const languages = Object.entries(data.functionWords).map(([code, words]) => [code, said.filter((word) => words.includes(word)).length]);
    return {
      units, role, leftOut, places,
      languages: languages.filter(([, count]) => count),
      subjects: subjects.filter((subject) => subject.length),
      about: role !== null && who.slice(0, 2).some(Boolean),
      asksWho: who.some(Boolean),
    };
  }

  /* Compounds (compounds.py). */
  const firstParts = Object.fromEntries(Object.entries(constants.firstParts).map(([language, listed]) =>
    [language, listed.flatMap(([pairs, kind]) => pairs.split(" ").map((pair) => [...pair.split(":"), ""].slice(0, 2).concat(kind)))]));
  const joiningLanguages = data.languages.filter((language) => JOINING.includes(language));
  const stripped = (word, ending) => word.slice(0, word.length - ending.length);
  const firstForms = (part, language) => [part, ...firstParts[language]
    .filter(([ending, , kind]) => part.endsWith(ending) && part.length > ending.length && (part.length > MIN_PART || !["long word", "inflected"].includes(kind)))
    .map(([ending, instead]) => stripped(part, ending) + instead)];
  const asFirstPart = (word, language) => firstParts[language]
    .filter(([, instead]) => instead && word.endsWith(instead)).map(([ending, instead]) => stripped(word, instead) + ending);

  /* The words of the dataset that a word may be (match.py). */
  const reading = (number, quality, tier) => ({ number, form: forms[number], quality, tier });
  const firstOfEach = (readings) => [...readings.reduce((found, one) => (found.has(one.number) ? found : found.set(one.number, one)), new Map()).values()];
  let readAs = new Map();

  const readings = memo((word) => {
    const found = direct(word);
    return found.length ? found : unmarked(word);
  });

  function direct(word) {
    const keys = stemKeys(word);
    return firstOfEach([
      ...(numbers.has(word) ? [reading(numbers.get(word), W.exact, EXACT)] : []),
      ...byStem(keys).map((n) => reading(n, W.stem, STEM)),
      ...byPart(keys).map(([n, last]) => reading(n, last ? W.last_part : W.first_part, COMPOUND)),
    ]);
  }

  function aboutCore(its) {
    const whole = its.find((one) => one.tier <= STEM);
    const core = whole && data.cores[whole.number];
    if (!core || tokensOf(its.map((one) => one.number)).length) return its;
    const known = new Set(its.map((one) => one.number));
    const more = readings(core).map((one) => ({ ...one, quality: one.quality * W.first_part, tier: COMPOUND }));
    return [...its, ...more.filter((one) => !known.has(one.number))];
  }

  function begunWith(word) {
    const starts = [word, ...stemKeys(word).map((key) => key.slice(3).replaceAll("|", "")), ...joiningLanguages.flatMap((language) => asFirstPart(word, language))];
    return unique(starts).sort(compare).filter((start) => start.length >= MIN_BEGINNING && isAlpha(word)).flatMap((start) =>
      beginning(start).filter((n) => forms[n].length - start.length >= MIN_BEGINNING).map((n) => reading(n, W.beginning, COMPOUND)));
  }

  const endedWith = memo((word) => (word.length >= MIN_BEGINNING ? ending(word) : []).map((n) => reading(n, W.last_part, COMPOUND)));

  function unmarked(word) {
    const isPlain = word === fold(word);
    const keys = isPlain ? stemKeys(word).map(fold) : [];
    const found = byFolded(word, keys).filter((n) => isPlain || writtenWithoutMarks(word, forms[n]));
    return unique([...found, ...byPart(keys.map((key) => `~${key}`)).map(([n]) => n)]).map((n) => reading(n, W.without_marks, DIACRITICS));
  }

  function respelled(word, edits = 2) {
    const found = nearestSpellings(word, edits);
    if (found.length) readAs.set(word, found[0]);
    return firstOfEach(found.flatMap(direct)).map((one) => ({ ...one, quality: one.quality * W.respelled, tier: MISSPELLING }));
  }

  const joinedWith = (first, second) => unique([first + second, (first + second).replace(/s$/, "")])
    .filter((form) => numbers.has(form)).map((form) => reading(numbers.get(form), W.joined, COMPOUND));

  function sameMeaning(verb) {
    const others = [...verbGroup].filter(([other, meaning]) => meaning === verbGroup.get(verb) && other !== verb && numbers.has(other));
    return others.map(([other]) => reading(numbers.get(other), W.same_meaning, TOPIC));
  }

  function split(word) {
    if (!isAlpha(word)) return null;
    const found = (joiningLanguages.length ? joiningLanguages : [""]).flatMap((language) => ways(word, language));
    if (!found.length) return null;
    const order = (a, b) => a.reduce((before, value, k) => before || compare(value, b[k]), 0);
    const [known, , , first, last] = found.reduce((best, way) => (order(way, best) > 0 ? way : best));
    return { first, last, both: known === 3 };
  }

  function ways(word, language) {
    const joins = JOINING.includes(language);
    const particles = joins ? data.particles[language].split(/\s+/) : [];
    return range(MIN_PART, word.length - MIN_PART + 1).flatMap((cut) => {
      const [start, last] = [word.slice(0, cut), word.slice(cut)];
      const its = joins ? firstForms(start, language) : [start];
      const first = its.find((form) => !particles.includes(start) && form.length >= MIN_PART && isPart(form, language));
      const known = isPart(last, language) && (last.length > MIN_PART || numbers.has(last));
      if (first && (known || (joins && last.length > MIN_BEGINNING + 1 && endedWith(last).length))) return [[3, numbers.has(first), cut, first, last]];
      if (joins && known && last.length > MIN_PART + 1) return [[2, true, last.length, start, last]];
      return joins && first && cut > MIN_PART + 1 && last.length > MIN_PART ? [[1, true, cut, first, last]] : [];
    });
  }

  const isPart = (part, language) =>
    JOINING.includes(language) ? inLexicon(stemKeys(part).filter((key) => key.startsWith(language))) : numbers.has(part);

  /* Misspellings (spelling.py). The matrix of distances: with `swaps`, two neighbours that changed places are one edit. */
  function distances(a, b, swaps, other = 1) {
    const rows = [range(0, a.length + 1)];
    for (let j = 1; j <= b.length; j++) {
      const row = [j];
      for (let i = 1; i <= a.length; i++) {
        row[i] = Math.min(rows[j - 1][i] + 1, row[i - 1] + 1, rows[j - 1][i - 1] + other * (a[i - 1] !== b[j - 1]));
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
    const both = (letters) => letters.includes(typed) && letters.includes(meant);
    const near = constants.keyboard.some((row) => both(row) && Math.abs(row.indexOf(typed) - row.indexOf(meant)) === 1);
    return near || constants.alike.some(both) || (length >= constants.long && both(constants.vowels)) || length > constants.long + 1;
  }

  function isLikely(word, form, far) {
    const { pairs, edits } = replaced(word, form);
    return edits > far || pairs.every((pair) => isSlip(pair, word.length));
  }

  /* As in the index, one part of the word must be unharmed, or two neighbours have changed places. */
  function isFound(form, typed, edits) {
    const count = editsAllowed(form) + 1;
    const cuts = range(0, count + 1).map((n) => Math.floor((form.length * n) / count));
    return range(0, count).some((n) => range(Math.max(cuts[n] - edits, 0), Math.min(cuts[n] + edits, typed.length) + 1)
      .some((start) => typed.slice(start, start + cuts[n + 1] - cuts[n]) === form.slice(cuts[n], cuts[n + 1])))
      || range(0, typed.length - 1).some((n) => form === typed.slice(0, n) + typed[n + 1] + typed[n] + typed.slice(n + 2));
  }

  function nearestSpellings(word, atMost) {
    const edits = Math.min(editsAllowed(word), atMost);
    if (!edits) return [];
    const near = forms.filter((form) =>
      Math.abs(form.length - word.length) <= edits && fold(form[0]) === fold(word[0]) && editsAllowed(form) && isFound(form, word, edits));
    const measured = near.map((form) => [distance(word, form), form])
      .filter(([far, form]) => far > 0 && far <= edits && isLikely(word, form, far));
    const best = Math.min(...measured.map(([far]) => far));
    return measured.filter(([far]) => far === best).map(([, form]) => form).sort(compare);
  }

  /* The dataset's words that an unfinished word begins; only while somebody types. */
  function started(word) {
    const isPlain = fold(word) === word;
    const found = range(0, forms.length).filter((n) => forms[n].startsWith(word) || (isPlain && fold(forms[n]).startsWith(word)));
    return found.map((n) => reading(n, W.beginning, DIACRITICS));
  }

  /* Where the words of a subject stand (evidence.py). */
  const RELATIONS = Object.keys(data.related);

  /* Whether a duty has begun on a day, and no later one says what it said. */
  const answersOn = (n, day) => !day || (data.answersFrom[n] <= day && (!data.answersUntil[n] || day < data.answersUntil[n]));

  function lookUp(question, isOpen, day) {
    let begun = "";
    const isStanding = (n) => answersOn(n, day);
    const size = data.ids.filter((_, n) => isStanding(n)).length;
    const { units } = question;

    function partsOf(number, unit) {
      const part = (word, kind, its) => ({ unit, number, word, kind, readings: its });
      let its = readings(unit.word);
      if (unit.kind === VERB) its = firstOfEach([...its.filter((one) => one.tier !== COMPOUND), ...sameMeaning(unit.word)]);
      if (its.length || [ASIDE, PLACE, VERB].includes(unit.kind)) return [part(unit.word, unit.kind, aboutCore(its))];
      if (isOpen && number === units.length - 1) its = started(unit.word);
      if (its.length) begun = unit.text;
      const two = split(unit.word);
      if (!its.length) its = otherwise(unit.word, Boolean(two && two.both));
      if (its.length || !two) return [part(unit.word, unit.kind, its)];
      const isProcedure = stemKeys(two.last).some((key) => JOINING.includes(key.slice(0, 2)) && asides.procedure.has(key));
      const [first, last] = [somehow(two.first), somehow(two.last).filter((one) => one.tier !== COMPOUND || one.quality >= W.last_part)];
      return [part(two.first, unit.kind, first), part(two.last, isProcedure ? PROCEDURE : unit.kind, last)];
    }

    function otherwise(word, both) {
      if (both) return word.length > constants.longWord ? respelled(word, 1) : [];
      const found = respelled(word);
      return found.length ? found : begunWith(word);
    }

    const somehow = (part) => [readings, endedWith, (word) => respelled(word)].reduce((found, way) => (found.length ? found : way(part)), []);

    const parts = units.map((unit, n) => partsOf(n, unit));
    for (let n = 0; n + 1 < units.length; n++) {
      const its = units[n].chunk === units[n + 1].chunk ? joinedWith(units[n].word, units[n + 1].word) : [];
      for (const k of its.length ? [n, n + 1] : []) parts[k] = [{ ...parts[k][0], readings: [...parts[k][0].readings, ...its] }];
    }

    function statements(part) {
      const byNumber = new Map(part.readings.map((one) => [one.number, one]));
      const met = new Map();
      for (const [word, field, n, place] of postings(byNumber.keys())) {
        if (!isStanding(n)) continue;
        const { quality, tier, form } = byNumber.get(word);
        const sure = quality < W.beginning ? W.unsure : 1;
        put(met, n, { strength: quality * W[FIELDS[field].split(".")[0]], tier, form, field: FIELDS[field], place, sure });
      }
      return met;
    }

    function duties(name) {
      if (name.kind === "topic") return own(data.topical, name.owner).filter(isStanding).map((n) => [n, "topic"]);
      const found = about(name.owner);
      return found.length ? found : related(name.owner, RELATIONS).filter(([n]) => isStanding(n));
    }

    function about(actor) {
      if (!question.about) return [];
      const [targeted, shared] = ["target", "partner"].map((relation) => related(actor, [relation]).filter(([n]) => isStanding(n)));
      const found = targeted.length ? targeted : shared;
      const inRole = found.filter(([n]) => data.roles[n] === question.role);
      return inRole.length ? inRole : found;
    }

    function isAbout(part) {
      const its = part.readings.filter((one) => one.tier !== COMPOUND || one.quality === W.beginning).map((one) => one.form);
      return [part.word, ...its].slice(0, 3).some((word) => among("about", word));
    }

    // Logarithms differ in their last digit from one machine to the next, which would decide ties.
    const rarity = (count) => (size > 1 ? Number(Math.min(1, Math.log(1 + size / Math.max(count, 1)) / Math.log(1 + size)).toFixed(6)) : 1);
    return { question, parts, statements, duties, about, isAbout, rarity, begun };
  }

  function share(name, places) {
    const its = sum([...places.keys()].map((place) => name.words[2 * place + 1])) / sum(name.words.filter((_, at) => at % 2));
    const once = new Set([...places.values()].map(([part]) => part)).size === places.size;
    return once || [...places.values()].every(([, one]) => one.tier === COMPOUND) ? its : its / 2;
  }

  function evidenceOf(lookup, parts) {
    const { question } = lookup;
    const meets = parts.map(lookup.statements);
    const found = { parts, meets, terms: new Set(), named: new Map(), actors: new Map(), wholeNames: [], wholeTerms: [], alone: false, idle: false, termed: false };
    const acted = parts.some((part) => part.kind === VERB);

    function namesMet() {
      const best = new Map();
      parts.forEach((part, k) => {
        const byNumber = new Map([VERB, ASIDE].includes(part.kind) ? [] : part.readings.map((one) => [one.number, one]));
        for (const [word, number, place] of tokensOf(byNumber.keys())) {
          if (!best.has(number)) best.set(number, new Map());
          const held = best.get(number).get(place);
          if (!held || byNumber.get(word).quality > held[1].quality) best.get(number).set(place, [k, byNumber.get(word)]);
        }
      });
      const listed = [...best.keys()].sort((a, b) => (names[a].kind === "actor") - (names[b].kind === "actor") || a - b);
      return listed.map((number) => {
        const [name, places] = [names[number], best.get(number)];
        const its = [...places.values()];
        return { number, name, places, its, share: share(name, places), inside: new Set(its.map(([k]) => k)), quality: Math.min(...its.map(([, one]) => one.quality)) };
      }).filter((one) => one.share >= W.part_of_name_enough && isSure(one));
    }

    function isSure(one) {
      if (one.name.kind === "topic") return true;
      return one.quality > W.last_part && !(one.share <= constants.all && [...one.inside].every((k) => lookup.isAbout(parts[k])));
    }

    function take(one) {
      const { name, inside } = one;
      const isActor = name.kind === "actor";
      const others = parts.filter((part, k) => !inside.has(k) && part.kind === MATTER && !lookup.isAbout(part));
      const complete = one.share > constants.all && one.its.every(([, its]) => its.tier !== COMPOUND || its.quality >= W.joined);
      const strength = one.quality * one.share * W[complete ? name.kind : `part_of_${name.kind}`];
      const thing = isActor && isThing(inside, others);
      if (isActor) {
        found.actors.set(name.owner, Math.max(found.actors.get(name.owner) || 0, strength));
        if (complete && lookup.about(name.owner).some(([n]) => data.roles[n] === question.role)) inside.forEach((k) => meets[k].clear());
      }
      meet(one, strength, complete, thing);
      if (complete) takeWhole(one, others, thing);
    }

    function isThing(inside, others) {
      if (!others.length && !acted) return false;
      const [first, last] = [parts[Math.min(...inside)].unit, parts[Math.max(...inside)]];
      const followed = others.some((part) => part.unit.chunk === last.unit.chunk && part.number > last.number);
      return question.asksWho || first.of || (isLower(first.text) && followed);
    }

    function meet(one, strength, whole, thing) {
      const where = one.name.language ? `.${one.name.language}` : "";
      for (const k of one.inside) {
        const tier = Math.max(...one.its.filter(([part]) => part === k).map(([, its]) => its.tier));
        const shown = one.name.kind === "topic" && tier < TOPIC ? TOPIC : tier;
        const sure = whole ? 1 : partlySure(one.name, k);
        for (const [n, field] of lookup.duties(one.name)) {
          const factor = thing && field === "actor" ? W.named_holder : (W[`of_${field}`] ?? 1);
          put(meets[k], n, { strength: strength * factor, tier: shown, form: "", field: field + where, place: -1, sure });
        }
      }
    }

    function partlySure(name, k) {
      if (name.kind === "topic") return W.unsure;
      return [...meets[k].values()].some((hits) => hits.some((hit) => hit.field.startsWith("topic"))) ? W.part_of_name : 1;
    }

    function takeWhole(one, others, thing) {
      const its = new Set([...one.inside].map((k) => parts[k].number));
      if (joinedNames.has(one.number)) found.wholeNames.push(its);
      const duties = lookup.duties(one.name);
      if (one.name.kind === "actor") {
        found.alone ||= !others.length && !thing;
        found.idle ||= !others.length && !duties.length;
      }
      if (one.name.kind === "topic") {
        found.termed ||= !others.length;
        found.wholeTerms.push(one);
      } else if (!thing && !acted && beside(one).every((k) => meets[k].size)) count(one, one.quality);
    }

    function count(one, strength) {
      for (const [n, field] of lookup.duties(one.name)) {
        if (["actor", "successor"].includes(field)) found.named.set(n, Math.max(found.named.get(n) || 0, strength * (W[`of_${field}`] ?? 1)));
      }
    }

    function beside(one) {
      const chunks = new Set([...one.inside].map((k) => parts[k].unit.chunk));
      return range(0, parts.length).filter((k) => !one.inside.has(k) && chunks.has(parts[k].unit.chunk) && parts[k].kind === MATTER);
    }

    namesMet().forEach(take);
    for (const one of found.wholeTerms) {
      const others = beside(one);
      lookup.duties(one.name).forEach(([n]) => others.every((k) => meets[k].has(n)) && found.terms.add(n));
    }
    return found;
  }

  /* The duties that answer to a subject (rank.py). */
  function together(hits) {
    const best = new Map();
    for (const hit of hits) {
      const field = hit.field.split(".")[0];
      best.set(field, Math.max(best.get(field) || 0, hit.strength));
    }
    return sum([...best.values()].sort((a, b) => b - a).map((strength, n) => strength * W.second_field ** n));
  }

  function ranker(lookup, day) {
    const { question } = lookup;
    const asked = question.subjects.flat();
    const situated = question.units.some((unit, n) => unit.kind === MATTER && !asked.includes(n));

    function subject(units) {
      const evidence = evidenceOf(lookup, units.flatMap((n) => lookup.parts[n]));
      const all = evidence.idle && !evidence.named.size && !evidence.termed ? [] : ranked(evidence, units);
      const answers = enough(all, evidence);
      const met = new Set(evidence.parts.filter((_, k) => evidence.meets[k].size).map((part) => part.number));
      const top = most([...evidence.actors.values()]);
      const actors = [...evidence.actors].filter(([, strength]) => strength >= top).map(([actor]) => actor);
      const of = new Map(question.subjects.flatMap((its, n) => its.map((unit) => [unit, n])));
      const joined = evidence.wholeNames.some((its) => new Set([...its].filter((unit) => of.has(unit)).map((unit) => of.get(unit))).size > 1);
      return { units, answers, partial: answers.length ? [] : all.slice(0, constants.partial), met, actors, joined, widest: isWidest(evidence) };
    }

    function ranked(evidence, units) {
      const weights = weightsOf(evidence);
      const counted = evidence.parts.map((part, k) => weights[k] * counts(part));
      const coverage = coverageOf(evidence, asTold(evidence, counted));
      const scores = scoresOf(evidence, counted);
      phrases(scores, evidence, weights);
      const met = new Map(scores);
      besides(met, asked);
      sameVerbs(met, evidence, weights);
      scoresOf(evidence, weights.map((weight, k) => weight - counted[k])).forEach((score, n) => scores.has(n) && add(scores, n, score));
      evidence.named.forEach((strength, n) => scores.has(n) && add(scores, n, W.whole_name * strength));
      besides(scores, units);
      entries(scores, evidence, units);
      widest(scores, evidence);
      for (const [n, score] of scores) {
        scores.set(n, score * (data.roles[n] === question.role ? W.role_asked : 1 - W.role_step * data.roleSteps[n]));
      }
      persons(scores, evidence);
      const rounded = new Map([...scores].map(([n, score]) => [n, Number(score.toFixed(6))]));
      return [...scores.keys()].sort((a, b) => rounded.get(b) - rounded.get(a) || a - b).map((n) =>
        ({ n, score: scores.get(n), byWords: met.get(n), coverage: coverage.get(n) || 0, hits: evidence.meets.flatMap((meet) => meet.get(n) || []),
          evidence,
          units: new Set(evidence.parts.filter((_, k) => evidence.meets[k].has(n)).map((part) => part.number)) }));
    }

    function weightsOf({ parts, meets }) {
      const matter = parts.find((part) => part.kind === MATTER);
      return parts.map((part, k) => weightOf(part, meets[k], matter ? matter.unit.chunk : -1));
    }

    function weightOf(part, meet, first) {
      if (part.kind === ASIDE || (part.kind === PLACE && !meet.size)) return 0;
      let weight = lookup.rarity(meet.size) * (W[sortOf(part, meet)] ?? 1);
      if (lookup.isAbout(part)) weight *= part.kind === PLACE || part.unit.adjunct ? 0 : W.about;
      if (part.unit.adjunct) return weight * W.adjunct;
      return part.unit.chunk === first ? weight : weight * W.complement;
    }

    function sortOf(part, meet) {
      if (part.kind === VERB && !meet.size && part.word.endsWith(constants.gerund) && !verbGroup.has(part.word)) return "gerund_unmet";
      if (part.kind === VERB && meet.size && counts(part)) return "action_met";
      return `${part.kind}_${meet.size ? "met" : "unmet"}`;
    }

    function scoresOf({ meets }, weights) {
      const scores = new Map();
      meets.forEach((meet, k) => weights[k] && meet.forEach((hits, n) => add(scores, n, weights[k] * together(hits))));
      return scores;
    }

    function coverageOf(evidence, counted) {
      const { parts, meets } = evidence;
      const total = sum(counted) || 1;
      const covered = new Map();
      const heads = headsOf(parts);
      meets.forEach((meet, k) => {
        const head = meets[heads.get(parts[k].unit.chunk) ?? k];
        if (counted[k]) meet.forEach((hits, n) =>
          add(covered, n, (counted[k] / total) * most(hits.map((hit) => hit.sure)) * (head.has(n) ? 1 : W.other_head)));
      });
      const matters = meets.filter((_, k) => parts[k].kind === MATTER && !lookup.isAbout(parts[k]));
      const named = [...evidence.named.keys()].filter((n) => matters.filter((meet) => meet.has(n)).length > 1);
      [...(isStrange(evidence) ? [] : evidence.terms), ...named].forEach((n) => covered.set(n, Math.max(covered.get(n) || 0, W.strong)));
      return covered;
    }

    function asTold({ parts }, counted) {
      const rarest = new Map();
      parts.forEach((part, k) => rarest.set(part.number, Math.max(rarest.get(part.number) || 0, counted[k])));
      return counted.map((weight, k) => (parts[k].kind === MATTER ? rarest.get(parts[k].number) : weight));
    }

    function counts(part) {
      return part.kind !== PLACE && (part.kind !== VERB || !among("verb", part.word));
    }

    function isStrange({ parts, meets }) {
      if (!question.asksWho) return false;
      const matters = range(0, parts.length).filter((k) => parts[k].kind === MATTER);
      const first = matters.filter((k) => parts[k].unit.chunk === parts[matters[0]].unit.chunk);
      return first.length > 1 && first.every((k) => !meets[k].size && !readings(parts[k].unit.word).length);
    }

    function headsOf(parts) {
      const matters = parts.map((_, k) => k).filter((k) => parts[k].kind === MATTER);
      const count = new Map();
      matters.forEach((k) => add(count, parts[k].unit.chunk, 1));
      return new Map(matters.filter((k) => count.get(parts[k].unit.chunk) <= constants.phrase).map((k) => [parts[k].unit.chunk, k]));
    }

    function besides(scores, units) {
      const others = lookup.parts.flatMap((parts, n) => (units.includes(n) ? [] : parts.filter((part) => part.kind === MATTER)));
      for (const meet of others.map(lookup.statements)) {
        const weight = W.situation * lookup.rarity(meet.size);
        meet.forEach((hits, n) => scores.has(n) && add(scores, n, weight * together(hits)));
      }
    }

    function sameVerbs(scores, { parts, meets }, weights) {
      meets.forEach((meet, k) => parts[k].kind === VERB && !counts(parts[k]) && meet.forEach((hits, n) =>
        scores.has(n) && add(scores, n, weights[k] * together(hits.filter((hit) => hit.tier <= STEM)))));
    }

    function phrases(scores, { meets, wholeTerms }, weights) {
      for (let k = 0; k + 1 < meets.length; k++) {
        const terms = wholeTerms.filter((one) => one.inside.has(k) && one.inside.has(k + 1));
        const termed = new Set(terms.flatMap((one) => lookup.duties(one.name).map(([n]) => n)));
        for (const [n, hits] of meets[k]) {
          const follows = (hit) => hits.some((one) => one.place >= 0 && one.field === hit.field && one.place + 1 === hit.place);
          if (!scores.has(n) || !meets[k + 1].has(n)) continue;
          const weight = meets[k + 1].get(n).some(follows) ? W.phrase : termed.has(n) ? W.phrase_of_term : 0;
          if (weight) add(scores, n, (weight * (weights[k] + weights[k + 1])) / 2);
        }
      }
    }

    function entries(scores, { parts, meets }, units) {
      const stated = new Set();
      meets.forEach((meet, k) => parts[k].kind !== ASIDE && meet.forEach((hits, n) => hits.some((hit) => hit.place >= 0) && stated.add(n)));
      const asked = units.map((n) => question.units[n]).filter((unit) => unit.kind === MATTER).map((unit) => unit.word).join("-");
      for (const n of scores.keys()) {
        add(scores, n, W.entry * (data.ids[n].replace(/[_.]/g, "-") === asked));
        scores.set(n, scores.get(n) / (1 + W.length_step * Math.max(data.lengths[n] - 1, 0) * stated.has(n)));
      }
    }

    function isWidest({ parts }) {
      return parts.every((part) => part.kind !== MATTER || lookup.isAbout(part));
    }

    function widest(scores, evidence) {
      if (!isWidest(evidence)) return;
      const overall = unique([...postings(byStem(data.asides.overall))].map(([, , n]) => n));
      overall.forEach((n) => scores.has(n) && add(scores, n, W.overall));
    }

    function persons(scores, { actors }) {
      const named = data.persons.some((person) => actors.has(person));
      for (const [n] of named ? [] : data.persons.flatMap((person) => related(person, ["actor"]))) {
        if (scores.has(n)) scores.set(n, scores.get(n) * W.person);
      }
    }

    function enough(all, evidence) {
      const held = evidence.alone ? all.filter((one) => evidence.named.has(one.n) && one.coverage > W.enough) : [];
      const likely = held.length ? held : all;
      const covered = most(likely.map((one) => one.coverage)) * W.near_best;
      const its = likely.filter((one) => one.coverage > W.enough && one.coverage >= covered);
      const matters = evidence.parts.filter((part) => part.kind === MATTER).length;
      const several = (matters + situated > 1 && !evidence.alone) || question.subjects.length > 1;
      const score = (one) => (evidence.alone ? one.score : one.byWords);
      const least = most(its.map(score)) * (several ? W.score_near_best : W.score_near_best_of_one);
      return its.filter((one, k) => score(one) >= least || !k);
    }

    return subject;
  }

  /* The answers (ask.py). */
  function oneOrSeveral(subject, { subjects }) {
    const every = subjects.map(subject);
    const narrow = every.filter((one) => !one.widest);
    const apart = narrow.some((one) => one.answers.length) ? narrow : every;
    if (apart.length < 2) return [apart, []];
    const whole = subject(subjects.flat());
    const shared = whole.answers.length > 0 && subjects.every((its) => its.some((n) => whole.answers[0].units.has(n)));
    if (whole.answers.length && (whole.joined || (shared && !apart.every((one) => one.answers.length)))) return [[whole], []];
    return [apart, whole.answers.slice(0, 1).filter((one) => one.coverage > constants.allOfSeveral)];
  }

  /* The language whose words a question has most of, else that of its function words. */
  function languageOf(question, found) {
    const score = new Map(question.languages);
    const hits = new Map();
    const plain = (hit) => (hit.tier === TOPIC ? EXACT : hit.tier);
    for (const { n, evidence } of found.flatMap((subject) => [...subject.answers, ...subject.partial])) {
      evidence.parts.forEach((part, k) => evidence.meets[k].has(n) && put(hits, part.number, evidence.meets[k].get(n)));
    }
    for (const listed of hits.values()) {
      const its = listed.flat();
      const best = Math.min(...its.map(plain));
      unique(its.filter((hit) => plain(hit) === best).map((hit) => hit.field.split(".")[1])).forEach((language) => language && add(score, language, 1));
    }
    const [first, second] = [...score].sort((a, b) => b[1] - a[1]);
    if (first && !(second && second[1] === first[1])) return first[0];
    return question.languages.reduce((best, one) => (one[1] > best[1] ? one : best), [null, 0])[0];
  }

  /* `unfinished`: the last word is still being typed; `day`: only duties that answer on it. Gives the duties, best first, the words
     met in each, those not met, what each of several subjects found, and the duties that meet only some of it. */
  function search(text, { unfinished = false, day = "", place = null } = {}) {
    const isOpen = unfinished && /[\p{L}\p{N}]$/u.test(text);
    if (isOpen) text = text.replace(/(?<![\p{L}\p{N}])[\p{L}\p{N}]$/u, "");
    readAs = new Map();
    const question = understand(text);
    const { units } = question;
    const lookup = lookUp(question, isOpen, day);
    const [found, first] = oneOrSeveral(ranker(lookup, day), question);
    const places = question.places.length || place === null ? question.places : [place];
    const here = (ranked) => ranked.filter((one) => isHere(one.n, places));
    const subjects = found.map((subject) => here(subject.answers));
    const turns = range(0, most(subjects.map((its) => its.length))).flatMap((k) => subjects.flatMap((its) => its.slice(k, k + 1)));
    const kept = new Map();
    [...here(first), ...turns].forEach((one) => kept.has(one.n) || kept.set(one.n, one));
    const duties = [...kept.keys()];
    const stated = (hits) => hits.filter((hit) => /^(statement|change)/.test(hit.field)).map((hit) => hit.form);
    const met = new Set(found.flatMap((subject) => [...subject.met]));
    const unmet = units.filter((unit, n) => !met.has(n) && ![ASIDE, VERB, PROCEDURE].includes(unit.kind) && !readings(unit.word).length);
    return {
      duties,
      marks: new Map([...kept].map(([n, one]) => [n, new Set(stated(one.hits))])),
      asked: units.length > 0,
      unmatched: unique([...unmet.filter((unit) => !readAs.has(unit.word)).map((unit) => unit.text), ...question.leftOut]),
      actors: unique(found.flatMap((subject) => subject.actors)),
      partial: duties.length ? [] : found.flatMap((subject) => here(subject.partial).slice(0, 3)).slice(0, 3).map((one) => one.n),
      subjects: found.length < 2 ? [] : found.map((subject, k) => ({
        text: subject.units.map((n) => units[n].text).join(" "),
        duties: subjects[k].map((one) => one.n),
        unmatched: subject.units.filter((n) => !subject.met.has(n)).map((n) => units[n].text),
      })),
      begun: lookup.begun,
      places,
      readAs: units.filter((unit) => readAs.has(unit.word)).map((unit) => [unit.text, readAs.get(unit.word)]),
      language: languageOf(question, found),
      suggestions: duties.length ? [] : unique(units.filter((unit) => unit.kind === MATTER).slice(0, 3).flatMap((unit) => suggestions(unit.word))),
    };
  }

  /* Whose name has a word most like this one: the share of their letters that both have in this order. */
  function suggestions(word) {
    const like = (form) => {
      const edits = distances(word, form, false, 2)[form.length][word.length];
      return 1 - edits / (word.length + form.length);
    };
    const near = word.length < constants.minSuggested ? [] : [...nameTokens.keys()]
      .filter((n) => forms[n][0] === word[0]).map((n) => [like(forms[n]), n]).filter(([share]) => share >= constants.near / 100);
    const nearest = near.sort(([a, n], [b, m]) => b - a || n - m).slice(0, 3);
    return nearest.flatMap(([, n]) => nameTokens.get(n).slice(0, 1).map(([name]) => names[name].owner));
  }

  /* Signposts (signposts.py): where to go with a question that no duty answers, as numbers among the page's signposts. */
  function signposts(text) {
    const { units } = understand(text);
    const asked = new Map(units.map(({ word }) => [word, new Set([`=${fold(word)}`, ...keysIn(word, data.languages)])]));
    const matter = unique(units.filter(({ kind }) => kind === MATTER || kind === GUESS).map(({ word }) => word));
    const meets = (word, [first, ...others], near) =>
      (first.length > constants.minSignpost && fold(word).startsWith(first.slice(1))) || near.get(word) === first.slice(1) ||
      [first, ...others].some((key) => asked.get(word).has(key));
    const listed = new Map(data.signposts.flatMap((terms) => terms.flatMap((term) => term.map((keys) => [keys[0], keys]))));
    const near = new Map();
    for (const word of asked.keys()) {
      const allowed = editsAllowed(word);
      if (!allowed || [...listed.values()].some((keys) => meets(word, keys, new Map()))) continue;
      const likely = [...listed.keys()].map((key) => key.slice(1)).filter((form) => form[0] === fold(word)[0])
        .map((form) => [distance(fold(word), form), form]).filter(([edits]) => edits <= allowed);
      likely.sort(([a, form], [b, other]) => a - b || compare(form, other));
      if (likely.length) near.set(word, likely[0][1]);
    }
    const scored = data.signposts.map((terms) => {
      const fitting = terms.map((term) => [term, term.map((keys) => [...asked.keys()].find((word) => meets(word, keys, near)))])
        .filter(([, met]) => met.every(Boolean) && 2 * matter.filter((word) => !met.includes(word)).length <= matter.length)
        .map(([term, met]) => [new Set(met).size, sum(term.map(([first]) => first.length))]);
      return fitting.sort(([a, x], [b, y]) => b - a || y - x)[0] || [0, 0];
    });
    const [best] = [...scored].sort(([a, x], [b, y]) => b - a || y - x);
    if (!best || !best[0]) return [];
    return range(0, scored.length).filter((n) => scored[n][0] === best[0] && scored[n][1] === best[1]).slice(0, constants.mostSignposts);
  }

  return { search, tokens, normalise, stems, bodiesFor, signposts };
}
