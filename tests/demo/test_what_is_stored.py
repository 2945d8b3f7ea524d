"""What the demo shows of what is stored: no clear word, and nothing that its keys outlive."""

import json
import signal
from pathlib import Path

from tests.cast import Relative, Worker
from tests.demo.house import DemoStage, cell, demo

SAID = ("råber om natten", "Bænken ved stationen", "bænken", "Kim")


async def a_concern(stage: DemoStage) -> tuple[Relative, Worker]:
    await stage.is_ready()
    kim = Relative(stage, "Kim", await stage.phone_of("relative"))
    anna = Worker(stage, "Anna", await stage.phone_of("worker"))
    await kim.raises_a_concern("Bænken ved stationen")
    return kim, anna


async def everything_next_happens(stage: DemoStage) -> None:
    now = (await stage.post("/demo/clock", to="next"))["now"]

    async def happened() -> bool:
        await stage.get("/demo")
        moments = (await stage.get("/demo/timeline"))["moments"]
        return all(each["at"] > now or each["state"] != "waiting" for each in moments)

    await stage.until(happened)


async def test_the_rows_beside_a_message_hold_no_word_of_it(tmp_path: Path) -> None:
    async with demo(tmp_path) as stage:
        kim, _ = await a_concern(stage)
        changes = await stage.stored()
        tables = (await stage.get("/demo/rows"))["tables"]
        rows = [*changes, *(row for each in tables for row in each["rows"])]
        stored = [[each["key"], each["cells"]] for each in rows]
        everything = json.dumps(stored, ensure_ascii=False)
        assert [word for word in (*SAID, str(kim.phone.person)) if word in everything] == []
        (new,) = [each for each in changes if (each["table"], each["how"]) == ("concerns", "new")]
        words, receipt, state = (cell(new, each) for each in ("words", "receipt", "state"))
        assert (words["kind"], words["readable"], len(words["value"])) == ("sealed", True, 32)
        assert words["size"] > 256
        assert (receipt["kind"], receipt["readable"]) == ("hash", None)
        assert (state["kind"], state["value"]) == ("plain", "received")
        assert new["person"] in (await stage.get("/demo"))["cast"].values()
        assert [each["number"] for each in changes] == sorted(each["number"] for each in changes)
        last = (await stage.get("/demo/stored"))["last"]
        assert (await stage.get(f"/demo/stored?after={last}"))["changes"] == []


async def test_after_the_trace_is_cut_no_key_opens_the_way_back(tmp_path: Path) -> None:
    async with demo(tmp_path) as stage:
        kim, _ = await a_concern(stage)
        (row,) = await stage.rows("concerns")
        assert cell(row, "route")["readable"]
        await kim.walks("/slip", "[Ja, slip sporet]")
        new = next(each for each in await stage.stored() if each["table"] == "concerns")
        assert [cell(new, each)["readable"] for each in ("route", "words")] == [False, True]
        (row,) = await stage.rows("concerns")
        assert "route" not in [each["column"] for each in row["cells"]]


async def test_after_forgetting_no_key_opens_the_words(tmp_path: Path) -> None:
    async with demo(tmp_path) as stage:
        _, anna = await a_concern(stage)
        for button in ("Tag", "Har ringet", "Åbn", "Afslut", "Klarer sig videre selv"):
            await anna.taps(button)
        while await stage.rows("concerns"):
            await everything_next_happens(stage)
        changes = [each for each in await stage.stored() if each["table"] == "concerns"]
        assert (changes[0]["how"], changes[-1]["how"]) == ("new", "gone")
        opened = [cell(each, "words")["readable"] for each in (changes[0], changes[-1])]
        assert opened == [False, False]
        moments = (await stage.get("/demo/timeline"))["moments"]
        assert [each for each in moments if each["nickname"]] == []
        ended = await stage.running.ends(signal.SIGTERM)
    assert (ended.code, ended.err) == (0, "")
