/* The stems of a word by the rules that the data carry: the twin of languages/stemming.py. languages/rules.py describes them. */
function ruleStemmer(rules) {
  "use strict";

  const own = (table, key) => (Object.hasOwn(table, key) ? table[key] : undefined);
  const before = rules.before.map(([letters, pattern, now]) => [letters, new RegExp(pattern, "g"), now]);
  const regions = rules.regions.map((pattern) => new RegExp(pattern, "y"));
  const steps = new Map(Object.entries(rules.steps).map(([name, table]) => [name, opened(table)]));

  function opened(table) {
    const endings = new Map();
    for (const [pairs, then, when, region = 0] of table.rules) {
      for (const pair of pairs.split(" ")) {
        const [ending, instead = ""] = pair.split(":");
        if (!endings.has(ending)) endings.set(ending, []);
        endings.get(ending).push({ instead: instead.split(","), then, when: when ? new RegExp(when) : null, region });
      }
    }
    const longest = Math.max(0, ...[...endings.keys()].map((ending) => ending.length));
    return { endings, longest, every: table.every || false, within: table.within || 0, otherwise: table.otherwise };
  }

  /* What becomes of a word in a step: pairs of the next step and the word as it goes there. */
  function results(step, word, marks) {
    const made = [];
    for (let length = Math.min(step.longest, word.length - marks[step.within]); length >= 0; length--) {
      const rest = word.slice(0, word.length - length);
      const listed = step.endings.get(word.slice(rest.length)) || [];
      const held = listed.filter(({ when, region }) => reaches(region, rest, marks) && (!when || when.test(rest)));
      for (const rule of step.every ? held : held.slice(0, 1)) made.push(...rule.instead.map((now) => [rule.then, rest + now]));
      if (listed.length && !step.every) break;
    }
    return made.length || step.every || step.otherwise === undefined ? made : [[step.otherwise, word]];
  }

  const reaches = (region, rest, marks) => (region >= 0 ? rest.length >= marks[region] : rest.length <= marks[-region]);

  function marksOf(word) {
    const marks = [0];
    for (const region of regions) {
      region.lastIndex = marks[marks.length - 1];
      marks.push(region.test(word) ? region.lastIndex : word.length);
    }
    return marks;
  }

  return (word) => {
    word = own(rules.spellings, word) || word;
    if (own(rules.exceptions, word)) return [rules.exceptions[word]];
    for (const [letters, pattern, now] of before) if (word.includes(letters)) word = word.replace(pattern, now);
    const marks = marksOf(word);
    const found = [];
    const waiting = [["start", word]];
    for (const [name, text] of waiting) {
      if (name) waiting.push(...results(steps.get(name), text, marks));
      else found.push(text);
    }
    const kept = found.filter((stem) => stem.length >= rules.shortest + stem.includes("|"));
    return [...new Set(kept.length ? kept : [word])].map((stem) => rules.after.reduce((now, [a, b]) => now.replaceAll(a, b), stem));
  };
}
