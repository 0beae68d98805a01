"""Which column of a table is what: given by whoever imports, else guessed from its heading and its cells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..errors import AnsvarError
from ..nearest import near_miss
from ..record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

HEADINGS: Mapping[str, str] = {
    "actor": "actor owner owners team responsible who holder assignee maintainer maintainers lead primary delegate department"
    " unit ansvarig ansvar ägare aktör delegat enhet vem vastuu vastuuhenkilö vastaa omistaja toimija tiimi yksikkö kuka"
    " zuständig verantwortlich amt expert experts",
    "statement": "duty task tasks activity deliverable responsibility what service repository repo component item process"
    " description integration module uppgift uppgifter vad ärende tjänst beskrivning aktivitet tehtävä tehtävät mitä palvelu"
    " kuvaus aufgabe aufgaben",
    "topic": "topic area category phase group section domain theme ämne område kategori fas aihe alue luokka vaihe ryhmä",
    "role": "role raci roll rooli",
    "paths": "path paths pattern patterns glob file files directory sökväg fil polku tiedosto",
    "email": "email e-mail mail e-post epost mejl sähköposti",
    "phone": "phone telephone tel mobile telefon mobil puhelin puhelinnumero",
    "chat": "chat slack channel irc teams matrix kanal kanava",
    "url": "url link website docs runbook länk webbplats linkki verkkosivu",
    "from": "from start since from/until starts från fr.o.m. alkaen alku",
    "until": "until end to ends till t.o.m. asti loppu päättyy",
    "basis": "basis law act decision policy lagrum grund beslut peruste säännös päätös",
    "note": "note notes comment comments remark anmärkning kommentar huomautus huomio",
    "when": "when shift hours condition villkor skift tid ehto vuoro aika",
    "id": "id key ref no nr number # nummer tunnus numero",
}
"""The headings that tell what a column is, in small letters, by field."""
ROLES: Mapping[str, str] = {
    "deputy": "deputy deputies backup secondary substitute alternate ersättare vikarie sijainen varahenkilö",
    "accountable": "accountable", "consulted": "consulted", "informed": "informed", "supports": "support supports",
    "approver": "approver approvers", "reviewer": "reviewer reviewers", "chair": "chair chairs", "tech-lead": "techlead",
    "alerts": "alerts",
}  # fmt: skip
"""The headings that name a role whose holders are in the column."""
ROLE = "role."
_LETTERS = re.compile(r"[RACISQV](?:\s*[/,;+&]?\s*[RACISQV]){0,3}\*?\Z", re.IGNORECASE)


class Columns(NamedTuple):
    """What the columns of a table are: by field the columns' numbers, and those in whose cells letters stand for roles."""

    fields: Mapping[str, tuple[int, ...]]
    letters: tuple[int, ...] = ()

    def first(self, field: str) -> int | None:
        """The first column of a field."""
        return next(iter(self.fields.get(field, ())), None)

    def told(self, heads: Sequence[str]) -> list[str]:
        """What each column was taken for, in words."""
        named = [(n, field) for field, numbers in self.fields.items() for n in numbers]
        named += [(n, "an actor, with letters for its roles") for n in self.letters]
        taken = {n for n, _ in named}
        named += [(n, "left out") for n in range(len(heads)) if n not in taken and heads[n]]
        return [f"column '{heads[n]}': {field}" for n, field in sorted(named)]


def columns_of(heads: Sequence[str], rows: Sequence[Sequence[str]], given: Mapping[str, tuple[str, ...]]) -> Columns:
    """What the columns are. Raises AnsvarError where one that is given is not there, or a needed one cannot be guessed."""
    fields = {field: tuple(_number(heads, one) for one in named) for field, named in _checked(given).items()}
    taken = {n for numbers in fields.values() for n in numbers}
    letters = [] if "actor" in fields else [n for n in range(len(heads)) if n not in taken and _has_letters(n, rows)]
    taken.update(letters)
    for n, head in enumerate(heads):
        if n not in taken and (field := _guess(head)) and (field not in fields or field.startswith(ROLE)):
            fields[field] = (n,)
            taken.add(n)
    if "statement" not in fields and (rest := [n for n, head in enumerate(heads) if n not in taken and head]):
        fields["statement"] = (rest[0],)
    _refuse_without(fields, letters, heads)
    return Columns(fields, tuple(letters))


def _checked(given: Mapping[str, tuple[str, ...]]) -> Mapping[str, tuple[str, ...]]:
    for field in given:
        if field not in HEADINGS and not (field.startswith(ROLE) and len(field) > len(ROLE)):
            raise AnsvarError(
                f"'{field}' is nothing that a column can be{near_miss(field, HEADINGS)}",
                f"Choose one: {', '.join(HEADINGS)}, or {ROLE}NAME for the holders of a role.",
            )
    return given


def _number(heads: Sequence[str], wanted: str) -> int:
    for n, head in enumerate(heads):
        if head.casefold() == wanted.casefold():
            return n
    raise AnsvarError(f"there is no column '{wanted}'", f"There are: {', '.join(filter(None, heads))}.")


def _has_letters(n: int, rows: Iterable[Sequence[str]]) -> bool:
    """Whether the cells of a column are letters of a RACI matrix, most of them at least."""
    cells = [row[n] for row in rows if row[n] and row[n] not in ("-", "–", "—", "x")]
    return bool(cells) and sum(bool(_LETTERS.match(cell)) for cell in cells) * 10 >= len(cells) * 8


def _guess(head: str) -> str:
    """The field whose headings have the heading, or its last word, or its first."""
    words = head.casefold().strip(" :*").split()
    for wanted in dict.fromkeys((" ".join(words), "".join(words), *words[-1:], *words[:1])):
        for field, listed in (*((ROLE + role, listed) for role, listed in ROLES.items()), *HEADINGS.items()):
            if wanted and wanted in listed.split():
                return field
    return ""


def _refuse_without(fields: Mapping[str, tuple[int, ...]], letters: Sequence[int], heads: Sequence[str]) -> None:
    for field, there in (("statement", "statement" in fields), ("actor", bool(letters) or "actor" in fields or _has_roles(fields))):
        if not there:
            raise AnsvarError(
                f"it cannot be told which column is the {field}",
                f"Name it: --column {field}=HEADING. There are: {', '.join(filter(None, heads)) or 'no headings'}.",
            )


def _has_roles(fields: Mapping[str, tuple[int, ...]]) -> bool:
    return any(field.startswith(ROLE) for field in fields)
