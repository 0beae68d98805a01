/* The stems of a word, as text.py and finnish.py find them: Snowball for Swedish and English, our own rules for Finnish. */
const stemmer = (() => {
  "use strict";

  const ends = (word, listed) => listed.filter((end) => word.endsWith(end)).sort((a, b) => b.length - a.length)[0];
  const list = (text) => text.trim().split(/\s+/);

  /* Snowball, English (Porter 2). */
  const EN = {
    begun: list("arsen commun emerg gener inter later organ past univers"),
    whole: {
      andes: "andes", atlas: "atlas", bias: "bias", cosmos: "cosmos", early: "earli", gently: "gentl", howe: "howe", idly: "idl",
      news: "news", only: "onli", singly: "singl", skies: "sky", skis: "ski", sky: "sky", ugly: "ugli",
    },
    step2: {
      anci: "ance", enci: "ence", ogi: "og", li: "", bli: "ble", abli: "able", alli: "al", fulli: "ful", lessli: "less", ousli: "ous",
      entli: "ent", aliti: "al", biliti: "ble", iviti: "ive", tional: "tion", ational: "ate", alism: "al", ation: "ate",
      ization: "ize", izer: "ize", ator: "ate", iveness: "ive", fulness: "ful", ousness: "ous", ogist: "og",
    },
    step3: { icate: "ic", ative: "", alize: "al", iciti: "ic", ical: "ic", tional: "tion", ational: "ate", ful: "", ness: "" },
    step4: list("ic ance ence able ible ate ive ize iti al ism ion er ous ant ent ment ement"),
  };
  const vowel = (c) => c !== undefined && "aeiouy".includes(c);
  const consonant = (c) => c !== undefined && !"aeiouy".includes(c);

  function region(word, from, isVowel) {
    let at = from;
    while (at < word.length && !isVowel(word[at])) at++;
    while (at < word.length && isVowel(word[at])) at++;
    return at < word.length ? at + 1 : word.length;
  }

  function isShort(word) {
    const n = word.length;
    if (word.endsWith("past")) return true;
    if (n === 2) return consonant(word[1]) && vowel(word[0]);
    return n > 2 && consonant(word[n - 1]) && !"wxY".includes(word[n - 1]) && vowel(word[n - 2]) && consonant(word[n - 3]);
  }

  function plural(word) {
    const end = ends(word, ["ied", "s", "ies", "sses", "ss", "us"]);
    if (end === "sses") return word.slice(0, -2);
    if (end === "ied" || end === "ies") return word.slice(0, -3) + (word.length > 4 ? "i" : "ie");
    return end === "s" && [...word.slice(0, -2)].some(vowel) ? word.slice(0, -1) : word;
  }

  function past(word, r1) {
    const end = ends(word, ["ed", "eed", "ing", "edly", "eedly", "ingly"]);
    if (!end) return word;
    let stem = word.slice(0, -end.length);
    if (end.startsWith("eed")) return r1 <= stem.length && !["succ", "proc", "exc"].includes(stem) ? stem + "ee" : word;
    if (end === "ing") {
      if (["even", "cann", "inn", "earr", "herr", "out"].includes(stem)) return word;
      if (stem.length === 2 && consonant(stem[0]) && stem[1] === "y") return stem[0] + "ie";
    }
    if (![...stem].some(vowel)) return word;
    if (ends(stem, ["at", "bl", "iz"])) return stem + "e";
    if (ends(stem, ["bb", "dd", "ff", "gg", "mm", "nn", "pp", "rr", "tt"])) {
      return stem.length === 3 && "aeo".includes(stem[0]) ? stem : stem.slice(0, -1);
    }
    return stem.length === r1 && isShort(stem) ? stem + "e" : stem;
  }

  function derived(word, r1, r2) {
    let end = ends(word, Object.keys(EN.step2));
    let at = word.length - (end || "").length;
    if (end && r1 <= at && (end !== "ogi" || word[at - 1] === "l") && (end !== "li" || "cdeghkmnrt".includes(word[at - 1] || "?"))) {
      word = word.slice(0, at) + EN.step2[end];
    }
    end = ends(word, Object.keys(EN.step3));
    at = word.length - (end || "").length;
    if (end && r1 <= at && (end !== "ative" || r2 <= at)) word = word.slice(0, at) + EN.step3[end];
    end = ends(word, EN.step4);
    at = word.length - (end || "").length;
    if (end && r2 <= at && (end !== "ion" || "st".includes(word[at - 1] || "?"))) word = word.slice(0, at);
    at = word.length - 1;
    if (word.endsWith("e") && (r2 <= at || (r1 <= at && !isShort(word.slice(0, at))))) return word.slice(0, at);
    return word.endsWith("ll") && r2 <= at ? word.slice(0, at) : word;
  }

  function snowballEnglish(word) {
    if (Object.hasOwn(EN.whole, word)) return EN.whole[word];
    if (word.length < 3) return word;
    if (word[0] === "y") word = "Y" + word.slice(1);
    for (let n = 1; n < word.length; n++) if (word[n] === "y" && vowel(word[n - 1])) word = word.slice(0, n) + "Y" + word.slice(n + 1);
    const begun = EN.begun.find((start) => word.startsWith(start));
    const r1 = begun ? begun.length : region(word, 0, vowel);
    const r2 = region(word, r1, vowel);
    word = past(plural(word), r1);
    if (/[yY]$/.test(word) && word.length > 2 && consonant(word[word.length - 2])) word = word.slice(0, -1) + "i";
    return derived(word, r1, r2).replace(/Y/g, "y");
  }

  /* Snowball, Swedish. */
  const SV = {
    main: list(`a arna erna heterna orna ad e ade ande arne are aste en anden aren heten ern ar er heter or s as arnas ernas ornas es
      ades andes ens arens hetens erns at et andet het ast`),
    notEt: list("fab h pak rak stak kom iet cit dit alit ilit mit nit pit rit sit tit uit ivit kvit xit"),
  };
  const svVowel = (c) => c !== undefined && "aeiouyäåö".includes(c);

  function mayLoseEt(stem) {
    const n = stem.length;
    return n > 2 && !svVowel(stem[n - 1]) && svVowel(stem[n - 2]) && !ends(stem, SV.notEt);
  }

  function svMain(word, r1) {
    const end = ends(word.slice(r1), SV.main);
    if (!end) return word;
    const stem = word.slice(0, -end.length);
    if (end === "s") {
      if (stem.endsWith("et") && mayLoseEt(stem.slice(0, -2))) return stem.slice(0, -2);
      return "bcdfghjklmnoprtvy".includes(stem[stem.length - 1] || "?") ? stem : word;
    }
    return end === "et" && !mayLoseEt(stem) ? word : stem;
  }

  function snowballSwedish(word) {
    if (word.length < 3) return word;
    const r1 = Math.max(region(word, 0, svVowel), 3);
    if (r1 > word.length) return word;
    word = svMain(word, r1);
    if (ends(word.slice(r1), ["dd", "gd", "nn", "dt", "gt", "kt", "tt"])) word = word.slice(0, -1);
    const end = ends(word.slice(r1), ["ig", "lig", "els", "fullt", "öst"]);
    if (!end) return word;
    if (end === "fullt") return word.slice(0, -1);
    if (end === "öst") return "iklnprtuv".includes(word[word.length - 4] || "?") ? word.slice(0, -1) : word;
    return word.slice(0, -end.length);
  }

  function swedish(word) {
    const stem = snowballSwedish(word);
    const ending = [["ering", "er"], ["ning", ""], ["an", ""]].find(([end]) => stem.endsWith(end) && stem.length - end.length >= 4);
    return [ending ? stem.slice(0, -ending[0].length) + ending[1] : stem];
  }

  const SPELLINGS = { center: "centre", centers: "centres", labor: "labour", program: "programme", programs: "programmes" };

  function english(word) {
    word = Object.hasOwn(SPELLINGS, word) ? SPELLINGS[word] : word;
    if (/isms?$/.test(word)) return [word.replace(/s$/, "")];
    return [snowballEnglish(word.replace(/iz(?=e|ing|ation)/g, "is"))];
  }

  /* Finnish: every stem that the ending allows, in the strong grade, with the class of the stem's vowel. See finnish.py. */
  const VOWELS = "aeiouyäö";
  const FI = {
    clitic: /(?:k(?:in|aan|ään)|k[oö]|h[aä]n)$/,
    possessive: /(?:ns[aä]|mme|nne|ni|si)$/,
    singular: /^(.{2,})(?:ss[aä]|st[aä]|ll[aä]|lt[aä]|lle|n[aä]|ksi|tt[aä]|seen|n|t)$/,
    illative: /^(.+)([aeiouyäö])(?:\2|h\2)n$/,
    illativeOfLong: /^(.+([aeiouyäö])\2)seen$/,
    illativePlural: /^(.+)isiin$/,
    adverb: /^(.{3,})sti$/,
    partitive: /^(.*[^aeiouyäö]|.*[aeiouyäö]{2})t[aä]$|^(.*[aeouyäöi])[aä]$/,
    plural: /^(.+?)(?:i(?:ss[aä]|st[aä]|ll[aä]|lt[aä]|lle|n[aä]|ksi|tt[aä]|hin|in|den|tten|en|t[aä]|[aä]|neen|n)|j(?:en|[aä]))$/,
    consonant: /^(.+[sntrlh])ten$/,
    grades: [["kk", "k"], ["pp", "p"], ["tt", "t"], ["mm", "mp"], ["nn", "nt"], ["ll", "lt"], ["rr", "rt"], ["ng", "nk"], ["d", "t"], ["v", "p"]],
    before: { o: "oa", ö: "öä", e: "ei", "": "aäei" },
    syllable: { o: ["uo", "oo"], ö: ["yö"], e: ["ie", "ee"], a: ["aa"], ä: ["ää"], u: ["uu"], y: ["yy"] },
    twoSyllables: ["io", "iö", "ia", "iä", "ea", "eä", "oa", "ua", "yä"],
  };
  const isVowel = (c) => c !== undefined && c !== "" && VOWELS.includes(c);

  function strong(root) {
    const grade = FI.grades.find(([weak]) => root.endsWith(weak));
    return grade ? root.slice(0, -grade[0].length) + grade[1] : root;
  }

  function key(root, last) {
    if (last === "e") {
      if (root.endsWith("ks") && isVowel(root[root.length - 3])) return root.slice(0, -2) + "s";
      if (/(?:ud|ut|yd|yt)$/.test(root)) return root.slice(0, -1) + "s";
      if (root.endsWith("s")) return root;
    }
    return `${strong(root)}|${last}`;
  }

  const long = (stem) => `${stem.slice(0, -1)}|${stem[stem.length - 1]}`;

  function ofStem(stem) {
    const root = stem.replace(/[aeiouyäö]+$/, "");
    const n = stem.length;
    if (root === stem) return [/(?:ut|yt)$/.test(root) ? root.slice(0, -1) + "s" : root];
    if (root.length < 2) return n >= 3 ? [stem] : [];
    const short = stem[n - 1] === stem[n - 2] ? stem.slice(0, -1) : stem;
    return [short.length - root.length === 1 ? key(root, short[short.length - 1]) : long(short)];
  }

  function ofWeakStem(stem) {
    const found = ofStem(stem);
    const root = stem.slice(0, -1);
    const [before, last] = [root[root.length - 1], stem[stem.length - 1]];
    if (!isVowel(last) || root.length < 2) return found;
    if ("lrh".includes(before) || (isVowel(before) && before !== last && !FI.twoSyllables.some((end) => stem.endsWith(end)))) {
      found.push(`${root}k|${last}`);
    } else if (/(?:uvu|yvy|lje|rje)$/.test(stem)) found.push(`${root.slice(0, -1)}k|${last}`);
    return found;
  }

  function ofPlural(stem) {
    const last = stem[stem.length - 1];
    const [root, end] = isVowel(last) ? [stem.slice(0, -1), last] : [stem, ""];
    const vowels = [...(end in FI.before ? FI.before[end] : end)];
    const found = stem.length <= 2 ? (FI.syllable[end] || []).map((syllable) => root + syllable) : [];
    if (isVowel(root[root.length - 1])) found.push(...vowels.map((v) => long(root + v)));
    else if (root.length >= 2) found.push(...vowels.map((v) => key(root, v)));
    return found;
  }

  function ofOldI(root) {
    const found = [key(root, "e")];
    if (/(?:l|r|n|ps|ks)$/.test(root)) found.push(root);
    if (root.endsWith("ps")) found.push(root.slice(0, -2) + "s");
    else if (root.endsWith("s") && root[root.length - 2] !== "s") found.push(`${root.slice(0, -1)}t|e`, `${root.slice(0, -1)}t`);
    return found;
  }

  function ofDictionaryForm(word) {
    const found = ofStem(word);
    const n = word.length;
    if (word.endsWith("nen")) found.push(word.slice(0, -3) + "s");
    else if (/(?:tön|ton)$/.test(word)) found.push(`${word.slice(0, -2)}t${word[n - 2]}m|${word[n - 2] === "ö" ? "ä" : "a"}`);
    else if (word.endsWith("mies")) found.push(`${word.slice(0, -1)}h|e`);
    else if (/[aäi]s$/.test(word)) found.push(...ofStem(word.slice(0, -1)));
    else if (/[iä]n$/.test(word)) found.push(`${word.slice(0, -1)}m|e`);
    else if (word.endsWith("i") && !isVowel(word[n - 2])) found.push(...ofOldI(word.slice(0, -1)));
    if (/[uy]t$/.test(word)) found.push(key(word.slice(0, -2), "e"));
    if (/[lnr]$/.test(word)) found.push(`${word}|e`);
    if (!isVowel(word[n - 1])) found.push(`${word}|i`);
    return found;
  }

  function isHarmonic(word, stem) {
    const last = /([aouäöy])[^aouäöy]*$/.exec(stem.slice(-5));
    return !last || !word.slice(stem.length).includes("aou".includes(last[1]) ? "ä" : "a");
  }

  function ofInflected(word) {
    const found = [];
    let at;
    if ((at = FI.singular.exec(word)) && isHarmonic(word, at[1])) found.push(...ofWeakStem(at[1]));
    if ((at = FI.consonant.exec(word)) && isHarmonic(word, at[1])) found.push(...ofStem(at[1]));
    if ((at = FI.illative.exec(word))) found.push(...ofStem(at[1] + at[2]));
    if ((at = FI.illativeOfLong.exec(word))) found.push(...ofStem(at[1]));
    if ((at = FI.illativePlural.exec(word))) found.push(...ofPlural(at[1]));
    if ((at = FI.adverb.exec(word))) found.push(...ofWeakStem(at[1]));
    if ((at = FI.partitive.exec(word)) && isHarmonic(word, at[1] || at[2])) found.push(...ofStem(at[1] || at[2]));
    if ((at = FI.plural.exec(word)) && isHarmonic(word, at[1])) found.push(...ofPlural(at[1]));
    return found;
  }

  function finnish(word) {
    const forms = new Set([word]);
    if (word.length > 7) {
      forms.add(word.replace(FI.clitic, "")).add(word.replace(FI.possessive, "")).add(word.replace(FI.possessive, "n"));
    }
    const found = new Set();
    for (const form of forms) {
      for (const one of [...ofDictionaryForm(form), ...ofInflected(form)]) if (one.length >= 3 + one.includes("|")) found.add(one);
    }
    return found.size ? [...found] : [word];
  }

  const BY_LANGUAGE = { sv: swedish, fi: finnish, en: english };
  const isAlpha = (word) => /^\p{L}+$/u.test(word);

  function stems(word, language) {
    return word.length < 3 || !isAlpha(word) ? [word] : BY_LANGUAGE[language](word);
  }

  return { stems, isAlpha };
})();
