"""Finnish stems as version 1.0 found them, and those of verbs, written as functions: what `languages/fi.py` is compared with.

Snowball takes the ending off but leaves gradation (*lupa*, *luva-*), and loses whole words (*kunta* becomes *kun*). Here a
word gets every stem that its ending allows, written in the strong grade with the class of the stem's vowel, so that
*lupa*, *luvan* and *lupien* share `lup|a` and *kunta* and *kunto* share nothing. Rules: Iso suomen kielioppi (VISK),
§ 15 (vowel harmony), § 41 (gradation), § 55 (inflectional stems), § 81 (case endings).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_VOWELS = "aeiouyäö"
_CLITICS = ("kin", "kaan", "kään", "ko", "kö", "han", "hän")
_POSSESSIVES = ("nsa", "nsä", "mme", "nne", "ni", "si")
_SINGULAR = re.compile(r"^(.{2,})(?:ss[aä]|st[aä]|ll[aä]|lt[aä]|lle|n[aä]|ksi|tt[aä]|seen|n|t)$")
_ILLATIVE = re.compile(r"^(.+)([aeiouyäö])(?:\2|h\2)n$")
_ILLATIVE_OF_LONG = re.compile(r"^(.+([aeiouyäö])\2)seen$")
_ILLATIVE_PLURAL = re.compile(r"^(.+)isiin$")
_ADVERB = re.compile(r"^(.{3,})sti$")
_PARTITIVE = re.compile(r"^(.*[^aeiouyäö]|.*[aeiouyäö]{2})t[aä]$|^(.*[aeouyäöi])[aä]$")
_PLURAL = re.compile(
    r"^(.+?)(?:i(?:ss[aä]|st[aä]|ll[aä]|lt[aä]|lle|n[aä]|ksi|tt[aä]|hin|in|den|tten|en|t[aä]|[aä]|neen|n)|j(?:en|[aä]))$"
)
_PLURAL_OF_CONSONANT = re.compile(r"^(.+[sntrlh])ten$")
_PRESENT = re.compile(r"^(..+[aeiouyäö])v[aä]t$")
_HARMONIC = re.compile("[aouäöy]")
_END = 5
_GRADES = dict(pair.split(":") for pair in "kk:k pp:p tt:t mm:mp nn:nt ll:lt rr:rt ng:nk d:t v:p".split())
# The vowels that a dictionary form can have for a vowel before the plural's i: paikko-i (paikka), lup-i (lupa),
# viisume-i (viisumi).
_BEFORE_PLURAL = {"o": "oa", "ö": "öä", "e": "ei", "": "aäei"}
# The vowels of a word of one syllable for the one that is left before the plural's i: tö-i-tä (työ), ma-i-ta (maa).
_OF_ONE_SYLLABLE = {"o": ("uo", "oo"), "ö": ("yö",), "e": ("ie", "ee"), "a": ("aa",), "ä": ("ää",), "u": ("uu",), "y": ("yy",)}
_ENDS_OF_TWO_SYLLABLES = ("io", "iö", "ia", "iä", "ea", "eä", "oa", "ua", "yä")


def _strong(root: str) -> str:
    for weak in (root[-2:], root[-1:]):
        if weak in _GRADES:
            return root.removesuffix(weak) + _GRADES[weak]
    return root


def _key(root: str, vowel: str) -> str:
    """The canonical stem: *hakemukse-*, *oikeude-*, *pakolaise-* lose their vowel, as in *hakemus*, *oikeus*, *pakolais-*."""
    if vowel == "e":
        if root.endswith("ks") and root[-3:-2] in "aeiouyäö":
            return root[:-2] + "s"
        if root.endswith(("ud", "ut", "yd", "yt")):
            return root[:-1] + "s"
        if root.endswith("s"):
            return root
    return f"{_strong(root)}|{vowel}"


def _of_stem(stem: str) -> Iterator[str]:
    """Keys of a stem whose ending is off: it ends in its own vowel (*luva-*) or in a consonant (*hakemus-ta*)."""
    root = stem.rstrip(_VOWELS)
    if root == stem:
        yield root[:-1] + "s" if root.endswith(("ut", "yt")) else root
    elif len(root) >= 2:
        short = stem[:-1] if stem[-1] == stem[-2] else stem
        yield _key(root, short[-1]) if len(short) - len(root) == 1 else _long(short)
    elif len(stem) >= 3:
        yield stem


def _of_weak_stem(stem: str) -> Iterator[str]:
    """Keys of a stem before an ending that closes its syllable, where the weak grade of k is nothing (*lai-n*, *tue-n*,
    *alu-n*), a v between two u's (*luvu-n*), or a j after l or r (*kärje-n*)."""
    yield from _of_stem(stem)
    root, vowel = stem[:-1], stem[-1]
    if vowel not in _VOWELS or len(root) < 2:
        return
    if root[-1] in "lrh" or (root[-1] in _VOWELS and root[-1] != vowel and not stem.endswith(_ENDS_OF_TWO_SYLLABLES)):
        yield f"{root}k|{vowel}"
    elif stem.endswith(("uvu", "yvy", "lje", "rje")):
        yield f"{root[:-1]}k|{vowel}"


def _long(stem: str) -> str:
    """A stem that ends in a diphthong or two vowels of two syllables (*valtio*) has no gradation at its end."""
    return f"{stem[:-1]}|{stem[-1]}"


def _of_plural(stem: str) -> Iterator[str]:
    root, vowel = (stem[:-1], stem[-1]) if stem[-1] in _VOWELS else (stem, "")
    if len(stem) <= 2:
        yield from (root + vowels for vowels in _OF_ONE_SYLLABLE.get(vowel, ()))
    if root[-1:] and root[-1] in _VOWELS:
        yield from (_long(root + v) for v in _BEFORE_PLURAL.get(vowel, vowel))
    elif len(root) >= 2:
        yield from (_key(root, v) for v in _BEFORE_PLURAL.get(vowel, vowel))


def _of_dictionary_form(word: str) -> Iterator[str]:
    yield from _of_stem(word)
    if word.endswith("nen"):
        yield word[:-3] + "s"
    elif word.endswith(("tön", "ton")):
        yield f"{word[:-2]}t{word[-2]}m|{'ä' if word[-2] == 'ö' else 'a'}"
    elif word.endswith("mies"):
        yield f"{word[:-1]}h|e"
    elif word.endswith(("as", "äs", "is")):
        yield from _of_stem(word[:-1])
    elif word.endswith(("in", "än")):
        yield f"{word[:-1]}m|e"
    elif word.endswith("i") and word[-2] not in _VOWELS:
        yield from _of_old_i(word[:-1])
    if word.endswith(("ut", "yt")):
        yield _key(word[:-2], "e")
    if word[-1] in "lnr":
        yield f"{word}|e"
    if word[-1] not in _VOWELS:
        yield f"{word}|i"


def _of_old_i(root: str) -> Iterator[str]:
    """*kieli, kielen, kieltä*; *lapsi, lapsen, lasten*; *vuosi, vuoden, vuotta*."""
    yield _key(root, "e")
    if root.endswith(("l", "r", "n", "ps", "ks")):
        yield root
    if root.endswith("ps"):
        yield root.removesuffix("ps") + "s"
    elif root.endswith("s") and root[-2:-1] != "s":
        yield from (f"{root[:-1]}t|e", f"{root[:-1]}t")


def _of_inflected(word: str) -> Iterator[str]:
    last = word[-1]  # most words of other languages have none of these endings, which one look at this letter tells
    if last in "aäeint" and (found := _SINGULAR.match(word)) and _harmonic(word, found[1]):
        yield from _of_weak_stem(found[1])
    if last == "n":
        if (found := _PLURAL_OF_CONSONANT.match(word)) and _harmonic(word, found[1]):
            yield from _of_stem(found[1])
        if found := _ILLATIVE.match(word):
            yield from _of_stem(found[1] + found[2])
        if found := _ILLATIVE_OF_LONG.match(word):
            yield from _of_stem(found[1])
        if found := _ILLATIVE_PLURAL.match(word):
            yield from _of_plural(found[1])
    if last == "i" and (found := _ADVERB.match(word)):
        yield from _of_weak_stem(found[1])
    if last in "aä" and (found := _PARTITIVE.match(word)):
        stem = found[1] or found[2]
        yield from _of_stem(stem) if _harmonic(word, stem) else ()
    if last in "aäein" and (found := _PLURAL.match(word)) and _harmonic(word, found[1]):
        yield from _of_plural(found[1])


def _of_verb(word: str) -> Iterator[str]:
    if found := _PRESENT.match(word):
        yield from _of_stem(found[1])


def _harmonic(word: str, stem: str) -> bool:
    """Whether the ending has the vowels that the stem wants (VISK § 15): *syrjin-tä*, never *syrjin-ta*.

    Only the stem's end is asked, since the last part of a compound decides: *toimen|pite-itä*.
    """
    vowels = _HARMONIC.findall(stem[-_END:])
    return not vowels or ("ä" if vowels[-1] in "aou" else "a") not in word[len(stem) :]


def _without(word: str, endings: tuple[str, ...], instead: str = "") -> str:
    ending = next((ending for ending in endings if word.endswith(ending)), None) if word.endswith(endings) else None
    return word.removesuffix(ending) + instead if ending else word


def stems(word: str) -> frozenset[str]:
    """Every stem that a normalised Finnish word of three letters or more may have; never empty."""
    forms = {word}
    if len(word) > 7:
        forms |= {_without(word, _CLITICS), _without(word, _POSSESSIVES), _without(word, _POSSESSIVES, "n")}
    found = {
        key
        for form in forms
        for key in (*_of_dictionary_form(form), *_of_inflected(form), *_of_verb(form))
        if len(key) >= 3 + ("|" in key)
    }
    return frozenset(found or {word})
