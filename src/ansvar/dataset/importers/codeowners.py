"""CODEOWNERS (GitHub, GitLab, Bitbucket): each rule a duty with its paths; sections and comments are where it stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...languages import language_data
from ..errors import AnsvarError
from ..paths import fault
from . import Imported, Importer
from ._made import Ids, Named, text_of, without_empty

if TYPE_CHECKING:
    from collections.abc import Iterator

    from . import Plain, Wish

_SECTION = re.compile(r"\^?\[([^\]\s][^\]]*)\](?:\[\d+\])?\s*(.*)\Z")
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+\Z")
_COMMENT = re.compile(r"(?:^|\s)#.*")
_NO_TOPIC = re.compile(r"^[/*.!]|(?:^|\s)@|://")
"""A rule that is left out for now, or a link, and no heading."""
_BLANK = re.compile(r"(?<!\\)\s+")


def _read(content: bytes, wish: Wish) -> Imported:
    reading = _Reading(wish)
    lines = text_of(content, wish.file).split("\n")
    for number, line in enumerate(lines, 1):
        reading.line(number, line.strip())
    if not reading.actors.records:
        raise AnsvarError(f"{wish.file} names no owner", "A rule of CODEOWNERS is a pattern and its owners: /docs/ @org/writers")
    return Imported(reading.dataset(len(lines)), tuple(reading.remarks()))


class _Reading:
    def __init__(self, wish: Wish) -> None:
        self.wish, self.language = wish, wish.language
        self.words = language_data(wish.language).IMPORTED
        self.actors, self.topics = Named(wish.language, small=False), Named(wish.language)
        self.ids, self.section_ids = Ids(), Ids()
        self.sections: dict[str, str] = {"rules": wish.file}
        self.section = "rules"
        self.otherwise: list[str] = []
        self.comment: str | None = None
        self.after_comment = False
        self.duties: list[Plain] = []
        self.left_out: list[int] = []

    def line(self, number: int, line: str) -> None:
        """Read a line: a comment begins a topic, an empty one ends it, a section has owners for its rules."""
        if not line:
            self.comment = None
        elif line.startswith("#"):
            self._comment(line.strip("#-=* \t"))
        elif section := _SECTION.match(line):
            self._section(section[1].strip(), _COMMENT.sub("", section[2]).split())
        elif line.startswith("!"):
            self.left_out.append(number)
        else:
            self._rule(number, line)
        self.after_comment = line.startswith("#")

    def _comment(self, text: str) -> None:
        """The first of several lines of comment is what the rules below are about."""
        if not self.after_comment:
            self.comment = text if text and not _NO_TOPIC.search(text) else None

    def _section(self, title: str, owners: list[str]) -> None:
        known = next((id_ for id_, name in self.sections.items() if name.casefold() == title.casefold()), None)
        self.section = known or self.section_ids.new(title)
        self.sections.setdefault(self.section, title)
        self.otherwise, self.comment = owners, None

    def _rule(self, number: int, line: str) -> None:
        pattern, *owners = _BLANK.split(_COMMENT.sub("", line).strip())
        if any(map(fault, as_gitignore(pattern))):
            self.left_out.append(number)
            return
        holders = [self._owner(owner) for owner in owners or self.otherwise]
        topics = list(dict.fromkeys(self.topics.id(name) for name in (self._section_name(), self.comment) if name))
        shown = pattern.replace("\\ ", " ")
        named = self.words["all_files"] if pattern == "*" else shown
        self.duties.append(
            {
                "id": self.ids.new(shown if pattern != "*" else "all-files", small=False),
                "actors": list(dict.fromkeys(holders)),
                "statement": {self.language: self.words["owns"].format(files=named)},
                **without_empty({"topics": topics}),
                "paths": as_gitignore(pattern),
                "source": {"section": self.section, "lines": [number]},
            }
        )

    def _section_name(self) -> str:
        return "" if self.section == "rules" else self.sections[self.section]

    def _owner(self, owner: str) -> str:
        """A team (@org/team), a person (@name), an address; the key is the id."""
        if _EMAIL.match(owner):
            return self.actors.id(owner, email=owner)
        _, _, team = owner.partition("/")
        record_id = self.actors.id(owner, kind="team" if team else "person")
        if team:
            self.actors.records[owner.casefold()] |= {"name": {self.language: team}, "short": [owner]}
        return record_id

    def dataset(self, lines: int) -> Plain:
        """The dataset."""
        kinds = {one["kind"] for one in self.actors if "kind" in one}
        used = dict.fromkeys(duty["source"]["section"] for duty in self.duties)
        sections = [{"id": id_, "title": {self.language: self.sections[id_]}, "lines": lines} for id_ in used]
        title = self.wish.title or f"CODEOWNERS: {self.wish.file}"
        source = {"id": "codeowners", "title": {self.language: self.wish.file}, "language": self.language, "unit": "lines"}
        return without_empty(
            {
                "title": {self.language: title},
                "languages": [self.language],
                "kinds": {kind: {self.language: self.words[kind]} for kind in sorted(kinds)},
                "sources": [{**source, "sections": sections}],
                "actors": list(self.actors),
                "topics": list(self.topics),
                "duties": self.duties,
            }
        )

    def remarks(self) -> Iterator[str]:
        """What whoever imports should know."""
        nobody = sum(not duty["actors"] for duty in self.duties)
        yield f"{len(self.duties)} rules, {len(self.actors.records)} owners, {len(self.topics.records)} topics (sections, comments)"
        if nobody:
            yield f"rules without an owner: {nobody} (ansvar gaps)"
        for number in self.left_out:
            yield f"line {number} is left out: it has no pattern of CODEOWNERS"


def as_gitignore(pattern: str) -> list[str]:
    """A rule's pattern as those of a .gitignore. In CODEOWNERS, `src/*` takes in what lies in src and nothing deeper, and a bracket
    is a bracket (`/app/[id]/`)."""
    pattern = pattern.replace("[", "\\[").replace("]", "\\]")
    if pattern.endswith("/*") and pattern != "/*":
        return [pattern, f"!{pattern}/"]
    return ["/*", "!/*/"] if pattern == "/*" else [pattern]


IMPORTER = Importer("codeowners", _read, "CODEOWNERS of GitHub, GitLab or Bitbucket", columns=False)
