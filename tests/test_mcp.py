"""`ansvar mcp`, asked by the client of the official SDK."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from datetime import date
from typing import Any

import pytest

import ansvar
from attacks import ERROR, environment
from conftest import COMMAND, WATER

sdk = pytest.importorskip("mcp", reason="the extra is not installed: pip install 'ansvar[mcp]'")
DAY = "2025-06-01"


def called(*calls: tuple[str, dict[str, Any]]) -> tuple[list[Any], list[Any]]:
    """The tools that the server has, and what calls of them give."""

    async def run() -> tuple[list[Any], list[Any]]:
        arguments = ["mcp", "--data", str(WATER), "--lang", "en", "--as-of", DAY]
        server = sdk.StdioServerParameters(command=str(COMMAND), args=arguments, env=dict(environment()))
        async with sdk.Client(sdk.stdio_client(server)) as client:
            tools = (await client.list_tools()).tools
            return tools, [await client.call_tool(name, given) for name, given in calls]

    return asyncio.run(run())


def test_the_tools_say_what_they_are_for_and_read_only() -> None:
    tools, _ = called()
    assert [tool.name for tool in tools] == ["who", "actor", "duty", "changes"]
    assert all(tool.description and tool.annotations.read_only_hint for tool in tools)
    assert tools[0].input_schema["required"] == ["question"]


def test_they_give_what_the_library_gives() -> None:
    calls: list[tuple[str, dict[str, Any]]] = [
        ("who", {"question": "fishing"}), ("who", {"question": "xyzzy"}), ("actor", {"name": "VV"}),
        ("duty", {"id": "deliver-water"}), ("changes", {"since": "2024-01-01"}),
    ]  # fmt: skip
    _, given = called(*calls)
    day = date.fromisoformat(DAY)
    with ansvar.open(str(WATER), language="en", as_of=day, cached=False) as dataset:
        since = day.replace(year=2024, month=1, day=1)
        answers = [
            dataset.ask("fishing", limit=10), dataset.ask("xyzzy", limit=10), dataset.actor("VV"), dataset.duty("deliver-water"),
            dataset.changes(since),
        ]  # fmt: skip
        assert [json.loads(one.content[0].text) for one in given] == [{"schema": 1, **answer.plain()} for answer in answers]


def test_what_is_wrong_is_told_and_the_server_stays() -> None:
    _, given = called(("actor", {"name": "nobody at all"}), ("changes", {"since": "soon"}), ("who", {"question": "fishing"}))
    assert [one.is_error for one in given] == [True, True, False]
    assert "no actor is called 'nobody at all'" in given[0].content[0].text
    assert "'soon' is no date" in given[1].content[0].text


def test_it_ends_with_its_input_and_needs_it_for_itself() -> None:
    done = subprocess.run([str(COMMAND), "mcp"], stdin=subprocess.DEVNULL, capture_output=True, check=False, env=environment())
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    refused = subprocess.run([str(COMMAND), "mcp", "--data", "-"], input=b"", capture_output=True, check=False, env=environment())
    assert refused.returncode == ERROR
    assert refused.stderr == b"ansvar: --data - and mcp cannot be used together\n"


def test_without_the_extra_it_says_what_to_install() -> None:
    script = "import sys; sys.modules['mcp'] = None; from ansvar.cli.app import run; run(['mcp'])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert "AnsvarError: this needs mcp 2, which is not installed" in done.stderr
