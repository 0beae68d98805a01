"""How Finnish names are inflected: the stems that a name may have before an ending, and its forms that have no such stem.

Nothing is known of a name but its letters, so every way that names of its ending are inflected is given: *Tampere* is *Tamperee-*,
*Raahe* is *Raahe-*, and both get both; a form that nobody uses does no harm. Rules: Iso suomen kielioppi (VISK) § 41 (consonant
gradation), § 55 (stems), § 81 (cases). Only a dataset that is compiled needs this.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

VOWELS = "aeiouyäö"
_WEAK = dict(pair.split(":") for pair in "kk:k pp:p tt:t nk:ng nt:nn mp:mm lt:ll rt:rr ht:hd lk:l rk:r".split())
_WEAK_AFTER_VOWEL = {"k": "", "t": "d", "p": "v"}
_STRONG = dict(pair.split(":") for pair in "ng:nk nn:nt mm:mp ll:lt rr:rt d:t v:p".split())
_FIRST_PARTS = {"uusi": ("uude", "uuteen"), "iso": ("iso", "isoon"), "vähä": ("vähä", "vähään")}
"""Adjectives that names begin with, and that are inflected with them: Uusikaupunki, Uudenkaupungin, Uuteenkaupunkiin."""
_IRREGULAR = {"kangasala": ["kangasa"], "geta": ["geta"]}
"""Stems that no rule gives: Kangasalla; and of names that are not Finnish: Getassa."""


def forms(name: str, endings: tuple[str, ...]) -> tuple[set[str], set[str]]:
    """The stems of a normalised name before these endings, and its other forms, the name itself among them."""
    if len(name) == 1:  # Å, as a place in its own right
        return set(), {name}
    stems, others = set(_stems(name)), {name, *_others(name)}
    for first, (stem, illative) in _FIRST_PARTS.items():
        rest = name.removeprefix(first)
        if rest != name and len(rest) > 2:
            pairs = [(a, b) for a in endings for b in endings if a.replace("ä", "a") == b.replace("ä", "a")]
            others |= {f"{stem}{a}{one}{b}" for a, b in pairs for one in _stems(rest)}
            others |= {illative + one for one in _others(rest) if one.endswith("n")}
    return stems, others


def _stems(name: str) -> Iterator[str]:
    """Before -n, -ssa, -sta, -lla, -lta, -lle, -ksi."""
    root, last = name[:-1], name[-1]
    yield from _IRREGULAR.get(name, ())
    if name.endswith("nen"):  # Kaustinen, Kaustisella; Jokioinen, Jokioisissa
        yield from (f"{name[:-3]}se", f"{name[:-3]}si")
    elif last == "t":  # Virrat, Virroilla
        yield from (f"{root[:-1]}oi", f"{root[:-1]}i")
    elif last not in VOWELS:
        yield from (f"{name}i", *_of_consonant(root, last))
    elif root[-1:] in VOWELS:  # Kuopio, Vantaalla
        yield name
    elif last == "i":  # Pori, Porissa; Lahti, Lahdessa; Kiuruvesi, Kiuruvedellä
        yield from (weak(root) + "i", weak(root) + "e")
        if root.endswith("s"):
            yield f"{root[:-1]}de"
    elif last == "e":  # Raahe, Raahessa; Tampere, Tampereella
        yield from (name, f"{name}e")
    else:
        yield weak(root) + last


def _of_consonant(root: str, last: str) -> Iterator[str]:
    if last == "s":  # Nurmes, Nurmeksessa; Varkaus, Varkaudessa; Pihtipudas, Pihtiputaalla
        yield from (f"{root}kse", f"{root}de" if root[-1] in "uy" else f"{strong(root[:-1])}{root[-1] * 2}")
    elif last == "n":  # Punkalaidun, Punkalaitumella
        yield f"{strong(root[:-1])}{root[-1]}me"


def _others(name: str) -> Iterator[str]:
    """The illative, the partitive, and the genitive of plurals."""
    root, last = name[:-1], name[-1]
    if name.endswith("nen"):
        yield from (name[:-3] + ending for ending in ("seen", "sta", "stä", "siin", "sten", "sien", "sia", "siä"))
    elif last == "t":  # Virrat, Virtain, Virtoihin
        yield from (strong(root[:-1]) + ending for ending in (f"{root[-1]}in", "ojen", "oihin", "oja"))
    elif last not in VOWELS:
        yield from (name + ending for ending in ("iin", "ia", "iä", "ta", "tä"))
        yield from (stem + ("seen" if stem[-2:-1] == stem[-1] else f"{stem[-1]}n") for stem in _of_consonant(root, last))
        yield f"{root}teen"  # Varkauteen
    elif root[-1:] in VOWELS:  # Vantaaseen, Iihin; Kuopioon
        yield from (name + ending for ending in ("ta", "tä", "a", "ä", f"h{last}n", "seen" if root[-1] == last else f"{last}n"))
    else:
        yield from (name + ending for ending in ("a", "ä", f"{last}n"))
        yield from _of_e_stem(root, last)


def _of_e_stem(root: str, last: str) -> Iterator[str]:
    if last == "e":
        yield from (root + ending for ending in ("eeseen", "etta", "että"))
    elif last == "i":  # Lahteen, Saarta, Kiuruvettä
        yield from (root + ending for ending in ("een", "ea", "eä"))
        if root[-1:] in "lnr" and root[-2:-1] in VOWELS and root[-3:-2] in VOWELS:
            yield from (f"{root}ta", f"{root}tä")
        elif root.endswith("s"):
            yield from (root[:-1] + ending for ending in ("teen", "tta", "ttä"))


def weak(root: str) -> str:
    """A stem without its last vowel, in the weak grade: *turk-*, *tur-*."""
    if root[-2:] in _WEAK:
        return root[:-2] + _WEAK[root[-2:]]
    if root[-1:] in _WEAK_AFTER_VOWEL and root[-2:-1] in VOWELS:
        return root[:-1] + _WEAK_AFTER_VOWEL[root[-1]]
    return root


def strong(root: str) -> str:
    """A stem without its last vowel, in the strong grade: *pihtipud-*, *pihtiput-*."""
    ending = next((one for one in (root[-2:], root[-1:]) if one in _STRONG), "")
    return root.removesuffix(ending) + _STRONG.get(ending, "")
