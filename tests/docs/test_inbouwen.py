"""What the docs show of other software runs: an API, a reader in JavaScript, and the server for assistants."""

from __future__ import annotations

import asyncio
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx
import pytest

import leeruitkomsten as lu
from kijken import ontbreekt

DOCS = Path(__file__).parents[2] / "docs"


def block(page: str, language: str) -> str:
    """The one block of a page in a language, that is not a session with prompts."""
    (code,) = re.findall(rf"```{language}\n((?!>>> ).*?)```", (DOCS / page).read_text("utf-8"), re.DOTALL)
    return str(code)


@pytest.mark.usefixtures("eigen_lus")
def test_the_api_answers_and_says_what_it_answers() -> None:
    names: dict[str, Any] = {}
    exec(compile(block("inbouwen.md", "python"), "inbouwen.md", "exec", dont_inherit=True), names)

    async def ask() -> list[httpx.Response]:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(names["app"]), base_url="http://api") as client:
            return [
                await client.get("/criteria"),
                await client.post("/voortgang?niveau=1", json=["WP1.1a"]),
                await client.post("/voortgang", json=["WPl1.1a"]),
                await client.get("/openapi.json"),
            ]

    criteria, stand, wrong, schema = asyncio.run(ask())
    assert criteria.json() == lu.records()
    assert stand.json() == lu.voortgang(["WP1.1a"], niveau=1).als_dict()
    assert wrong.status_code == 404
    assert "WPI1.1a" in json.dumps(wrong.json())
    assert {"RaamwerkRegel", "VoortgangDict"} <= set(schema.json()["components"]["schemas"])


def test_javascript_reads_the_file(tmp_path: Path) -> None:
    node = shutil.which("node")
    if node is None:
        ontbreekt("Node.js is missing")
    (tmp_path / "lees.mjs").write_text(block("inbouwen.md", "js"), "utf-8")
    lu.schrijf(lu.laad(), tmp_path / "raamwerk.json")
    done = subprocess.run([node, "lees.mjs", "raamwerk.json", "WP", "4"], cwd=tmp_path, capture_output=True, check=True)
    expected = [f"{c.niveau} {c.code} {c.tekst}" for cel in lu.rij("WP.4").cellen for c in cel]
    assert done.stdout.decode().splitlines() == expected


def test_the_server_for_assistants_answers_and_keeps_the_sentence_of_an_error(tmp_path: Path) -> None:
    server = tmp_path / "server.py"
    server.write_text(block("assistenten.md", "python"), "utf-8")

    def call(number: int, name: str, *codes: str) -> dict[str, Any]:
        arguments = {"name": name, "arguments": {"codes": codes}}
        return {"jsonrpc": "2.0", "id": number, "method": "tools/call", "params": arguments}

    start = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "test", "version": "1"}}
    messages = [
        {"jsonrpc": "2.0", "id": 0, "method": "initialize", "params": start},
        {"jsonrpc": "2.0", "method": "notifications/initialized"},
        {"jsonrpc": "2.0", "id": 1, "method": "tools/list"},
        call(2, "verdieping", "WP2", "WP3"),
        call(3, "toon", "WPl2"),
        call(4, "verdieping", "WP2"),
    ]
    done = subprocess.run(
        [sys.executable, server], input="\n".join(map(json.dumps, messages)), capture_output=True, text=True, check=True
    )
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["id"] for answer in answers] == [0, 1, 2, 3, 4]
    hello, tools, deepening, unknown, too_few = (answer["result"] for answer in answers)
    assert (hello["protocolVersion"], hello["serverInfo"]["version"]) == ("2025-06-18", lu.__version__)
    assert [tool["name"] for tool in tools["tools"]] == ["toon", "verdieping", "opbouw", "verschil"]
    assert deepening["isError"] is False
    assert json.loads(deepening["content"][0]["text"]) == lu.verdieping("WP2", "WP3").als_dict()
    with pytest.raises(lu.OnbekendeCode) as fout:
        lu.laad()["WPl2"]
    assert unknown == {"content": [{"type": "text", "text": str(fout.value)}], "isError": True}
    assert too_few["isError"] is True


def test_every_command_of_the_skill_knows_json() -> None:
    commands = re.findall(r"^\| [^|]+ \| `(.+?)` \|$", (DOCS / "assistenten.md").read_text("utf-8"), re.MULTILINE)
    assert len(commands) > 5
    assert all(command.endswith(" --json") for command in commands)
