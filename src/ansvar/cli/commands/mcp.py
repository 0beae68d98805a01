"""`ansvar mcp`: the dataset for assistants, by the Model Context Protocol over standard input and output. Nothing is written."""

import json
from collections.abc import Awaitable, Callable
from typing import Any

from ... import OpenDataset
from ...answers.answer import Answer
from ...dataset.errors import AnsvarError, UsageError
from ..options import AsOf, Data, Lang, NoCache, Version
from ..session import opened
from ..words import told


def mcp(data: Data = None, lang: Lang = None, as_of: AsOf = None, no_cache: NoCache = False, version: Version = False) -> None:
    """The dataset for assistants."""
    if data == "-":
        raise UsageError(told("not_together", one="--data -", other="mcp"))
    with opened(data, cached=not no_cache, language=lang, as_of=as_of) as dataset:
        _server(dataset).run()


def _server(dataset: OpenDataset) -> Any:
    try:
        from mcp.server import MCPServer
        from mcp_types import ToolAnnotations
    except ImportError as error:
        raise AnsvarError("this needs mcp 2, which is not installed", "pip install 'ansvar[mcp]'") from error
    from ... import __version__

    title = next(iter(dataset.index.title.values()))
    server = MCPServer("ansvar", version=__version__, instructions=f"Who is responsible for what, by this dataset: {title}")
    for tool in _tools(dataset):
        hints = ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)
        server.add_tool(tool, annotations=hints, structured_output=False)
    return server


def _tools(dataset: OpenDataset) -> list[Callable[..., Awaitable[str]]]:
    """The tools; their docstrings are what an assistant reads. Coroutines: what SQLite opened stays in its thread."""

    async def who(question: str, place: str | None = None, limit: int = 10) -> str:
        """Who is responsible for something: the duties that answer a question or some words, with holders, dates and sources.

        `place` names where, `limit` is the most answers. The JSON is that of `ansvar who --format json`.
        """
        return _told(lambda: dataset.ask(question, place=place, limit=max(limit, 1)))

    async def actor(name: str) -> str:
        """One actor by its id, name or short form: what it is, its duties, and what became of it, as JSON."""
        return _told(lambda: dataset.actor(name))

    async def duty(id: str) -> str:  # noqa: A002 (as assistants read it)
        """One duty by its id, in full, with its history and a citation, as JSON."""
        return _told(lambda: dataset.duty(id))

    async def changes(since: str | None = None, until: str | None = None) -> str:
        """What has moved from a day (2026-01-31) up to a day, both included, by date: from whom, to whom, by which act."""
        from ..values import first_day, last_day

        return _told(lambda: dataset.changes(first_day(since) if since else None, last_day(until) if until else None))

    return [who, actor, duty, changes]


def _told(asked: Callable[[], Answer]) -> str:
    """The JSON of an answer; an assistant is told what is wrong with a question."""
    from mcp.server.mcpserver.exceptions import ToolError

    try:
        return json.dumps({"schema": 1, **asked().plain()}, ensure_ascii=False)
    except (AnsvarError, ValueError) as error:
        raise ToolError(f"{error}. {getattr(error, 'hint', '')}".strip()) from error
