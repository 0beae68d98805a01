"""Write `data/places-2026.yaml`, the places and bodies of the dataset, from `data/places.tsv` and `data/place-bodies.tsv`.

`python tools/places.py` writes the file; with `--check` it writes nothing and ends with 1 where the file is stale. Next year's
file is made by changing the tables, YEAR here, and `include` and `places_on` in `data/responsibilities.yaml`. Nothing is worked
out from another column: what a table does not say, the file does not say either, or it says that it is not known.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from pathlib import Path
from typing import Any

YEAR = 2026
"""The tables tell how things are on 1 January of this year."""
DATA = Path(__file__).resolve().parents[1] / "data"
OUTPUT = DATA / f"places-{YEAR}.yaml"
LANGUAGES = ("sv", "fi", "en")

Row = dict[str, str]
Plain = dict[str, Any]

COLUMN_OF_ACTOR = {
    "wellbeing-services-counties": "county",
    "employment-authorities": "area",
    "economic-development-centres": "centre",
}
"""The actors whose bodies are in place-bodies.tsv: the kind of their rows there, and the column that names them in places.tsv."""

WHOLE_COUNTRY = [
    "preparedness-reimbursement-decision", "special-costs-decision", "trafficking-victim-check", "trafficking-costs-decision",
    "preparedness-cost-decisions", "special-cost-decisions", "trafficking-victim-cost-decisions",
    "entrepreneur-residence-permit-tasks",
]  # fmt: skip
"""Duties that Uusimaa's centre has for the whole country: Decree 935/2025 § 3, and §§ 64, 65 and 68 of Act 681/2023."""
UNACCOMPANIED_MINORS = [
    "representatives-steering", "representatives-planning", "representatives-supervision", "family-group-home-agreement",
    "family-group-home-supervision-by-centre", "unaccompanied-minors-costs-decision",
]  # fmt: skip
"""Duties of Act 681/2023 §§ 36, 55 and 69 that three centres have for all (Decree 935/2025 §§ 3, 5, 11): the column `minors`."""
OF_ONE_CENTRE = {
    "edc-sisa-suomi": (["centre-for-pirkanmaa-and-kanta-hame"], ["kanta-hame", "pirkanmaa"]),
    "edc-lounais-suomi": (["state-tasks-in-aland"], ["aland"]),
}
"""Duties that Decree 935/2025 § 1 gives to one centre, and where."""

ALAND = {
    "sv": "Åland har en egen lag om främjande av integration (ÅFS 2012:74), inget välfärdsområde och inget sysselsättningsområde. "
    "Livskraftscentralen sköter där bara sådant som inte hör till Ålands egen lagstiftningsbehörighet.",
    "fi": "Ahvenanmaalla on oma lakinsa kotoutumisen edistämisestä (ÅFS 2012:74); hyvinvointialuetta ja työllisyysaluetta ei ole. "
    "Elinvoimakeskus hoitaa siellä vain sellaista, mikä ei kuulu Ahvenanmaan omaan lainsäädäntövaltaan.",
    "en": "Åland has an act of its own on integration (ÅFS 2012:74), no wellbeing services county and no employment area. The "
    "Economic Development Centre has only those tasks there that are not within Åland's own legislative power.",
}
HELSINKI = {
    "sv": "Helsingfors hör inte till något välfärdsområde; staden har välfärdsområdets uppgifter.",
    "fi": "Helsinki ei kuulu mihinkään hyvinvointialueeseen; kaupungilla on hyvinvointialueen tehtävät.",
    "en": "Helsinki belongs to no wellbeing services county; the City has the county's tasks.",
}
HOST_UNKNOWN = {
    "sv": "Vem som ordnar tjänsterna i sysselsättningsområdet framgår inte av källorna.",
    "fi": "Lähteistä ei selviä, kuka järjestää työllisyysalueen palvelut.",
    "en": "The sources do not say who arranges the employment area's services.",
}
HOST = {
    "stated": {
        "sv": "{host} ordnar tjänsterna (uppgift från {year}).",
        "fi": "Palvelut järjestää {host} (tieto vuodelta {year}).",
        "en": "{host} arranges the services (as of {year}).",
    },
    "undated": {
        "sv": "{host} ordnar tjänsterna (uppgift utan datum).",
        "fi": "Palvelut järjestää {host} (päiväämätön tieto).",
        "en": "{host} arranges the services (undated).",
    },
    "planned": {
        "sv": "{host} ordnar tjänsterna enligt planen från {year}; senare uppgift saknas.",
        "fi": "Palvelut järjestää {host} vuoden {year} suunnitelman mukaan; myöhempää tietoa ei ole.",
        "en": "{host} arranges the services according to the plan of {year}; nothing later is known.",
    },
}


def table(name: str) -> list[Row]:
    """The rows of a table in `data/`; lines that begin with # are remarks."""
    lines = [line for line in (DATA / name).read_text("utf-8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def made() -> str:
    """The text of the file."""
    municipalities, others = table("places.tsv"), table("place-bodies.tsv")
    regions = [row for row in others if row["kind"] == "region"]
    places = [_region(row) for row in regions] + [_municipality(row) for row in municipalities]
    bodies = [_municipal_body(row) for row in municipalities]
    for actor, column in COLUMN_OF_ACTOR.items():
        bodies += (_body(actor, row, municipalities) for row in others if row["kind"] == column)
    head = "# Made by tools/places.py: change the tables places.tsv and place-bodies.tsv. README.md names their sources.\n\n"
    return f"{head}{_listed('places', places)}\n{_listed('bodies', bodies)}"


def _listed(name: str, records: list[Plain]) -> str:
    return f"{name}:\n" + "".join(f"  - {_flow(record)}\n" for record in records)


def _region(row: Row) -> Plain:
    note = {"note": ALAND} if row["id"] == "aland" else {}
    return {"id": row["id"], "name": _name(row), **_other_names(row), **note}


def _municipality(row: Row) -> Plain:
    return {"id": row["id"], "name": _name(row), **_other_names(row), **_words(row), "parents": [row["region"]]}


def _municipal_body(row: Row) -> Plain:
    websites = {language: row[f"site_{language}"] for language in ("sv", "en") if row[f"site_{language}"]}
    site = {"website": row["site"]} if row["site"] else {}
    more = {"websites": websites} if websites else {}
    return {"id": row["id"], "actor": "municipalities", "name": _name(row), **site, **more, "places": [row["id"]]}


def _body(actor: str, row: Row, municipalities: list[Row]) -> Plain:
    column = COLUMN_OF_ACTOR[actor]
    made: Plain = {"id": row["id"], "actor": actor, "name": _name(row), **_other_names(row)}
    if row["site"]:
        made["website"] = row["site"]
    made |= _host(row, municipalities) if column == "area" else {}
    made["places"] = _served(row["id"], column, municipalities)
    if column == "centre" and (assigned := _assignments(row["id"], municipalities)):
        made["assignments"] = assigned
    return made | ({"note": HELSINKI} if row["id"] == "helsinki-county" else {})


def _assignments(centre: str, municipalities: list[Row]) -> list[Plain]:
    found = []
    if centre == "edc-uusimaa":
        found.append((WHOLE_COUNTRY, sorted({row["region"] for row in municipalities})))
    if places := _served(centre, "minors", municipalities):
        tasks = f"unaccompanied-minors-tasks-{centre.removeprefix('edc-')}"
        found.append(([*UNACCOMPANIED_MINORS, tasks], places))
    if centre in OF_ONE_CENTRE:
        found.append(OF_ONE_CENTRE[centre])
    return [{"duties": duties, "places": places} for duties, places in found]


def _served(body: str, column: str, municipalities: list[Row]) -> list[str]:
    """The places that a column gives to a body: regions all of whose municipalities it gives to it, and other municipalities."""
    served = {row["id"]: row["region"] for row in municipalities if row[column] == body}
    whole = {region for region in served.values() if all(row["id"] in served for row in municipalities if row["region"] == region)}
    return sorted(whole) + sorted(place for place, region in served.items() if region not in whole)


def _host(row: Row, municipalities: list[Row]) -> Plain:
    """Who runs an employment area: the municipality, where it is one, and in words how that is known."""
    if not row["host"]:
        return {"note": HOST_UNKNOWN}
    municipality = next((one for one in municipalities if one["id"] == row["host"]), None)
    texts = HOST[row["host_said"] if row["host_year"] else "undated"]
    named = {language: municipality[language] if municipality else row["host"] for language in LANGUAGES}
    note = {language: texts[language].format(host=named[language], year=row["host_year"]) for language in LANGUAGES}
    return {"host": row["host"], "note": note} if municipality else {"note": note}


def _name(row: Row) -> Plain:
    return {language: row[language] for language in LANGUAGES}


def _other_names(row: Row) -> Plain:
    named = {language: row[f"other_{language}"].split("; ") for language in LANGUAGES if row[f"other_{language}"]}
    return {"other_names": named} if named else {}


def _words(row: Row) -> Plain:
    words: dict[str, list[str]] = {}
    for part in row["words"].split("; ") if row["words"] else ():
        language, _, word = part.partition(":")
        words.setdefault(language, []).append(word)
    return {"words": words} if words else {}


def _flow(value: Any) -> str:
    """A value on one line of YAML."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return value if re.fullmatch(r"\w[\w ()./-]*\w|\w+|https?://[\w./-]+", value) else json.dumps(value, ensure_ascii=False)


def main() -> int:
    """Write the file, or tell whether it is stale."""
    text = made()
    if sys.argv[1:] == ["--check"]:
        stale = not OUTPUT.exists() or OUTPUT.read_text("utf-8") != text
        if stale:
            print(f"stale: {OUTPUT.relative_to(DATA.parent)}; run python tools/places.py")
        return int(stale)
    OUTPUT.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
