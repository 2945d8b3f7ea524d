"""Telegram is down, busy or slow and nothing is lost; the clock moves to what is due."""

import signal
from pathlib import Path

import pytest

from tests.cast import Relative, Worker
from tests.demo.house import demo


@pytest.mark.parametrize("state", ["down", "busy", "slow"])
async def test_what_is_said_meanwhile_is_answered_once_telegram_is_well(
    tmp_path: Path, state: str
) -> None:
    async with demo(tmp_path) as stage:
        await stage.is_ready()
        assert (await stage.post("/demo/telegram", state=state))["telegram"] == state
        kim = Relative(stage, "Kim", await stage.phone_of("relative"))
        await kim.phone.says("/start")
        assert (await stage.post("/demo/telegram", state="well"))["telegram"] == "well"
        await stage.settles()
        await kim.sees("Hvilket sprog")
        calls = (await stage.get("/sandbox/calls"))["calls"]
        answered = [each for each in calls if each["status"] == 200]
        assert [each["method"] for each in answered].count("sendMessage") == 8
        ended = await stage.running.ends(signal.SIGTERM)
    assert (ended.code, ended.err) == (0, "")


async def test_the_clock_moves_to_what_is_due_and_it_happens(tmp_path: Path) -> None:
    async with demo(tmp_path) as stage:
        await stage.is_ready()
        anna = Worker(stage, "Anna", await stage.phone_of("worker"))
        kim = Relative(stage, "Kim", await stage.phone_of("relative"))
        await kim.raises_a_concern()
        await anna.sees("Ny henvendelse")
        moments = (await stage.get("/demo/timeline"))["moments"]
        assert moments == sorted(moments, key=lambda each: each["at"])
        kinds = {each["what"] for each in moments if each["state"] == "waiting"}
        assert {"escalation", "reminder", "deadline", "late"} <= kinds
        following = next(each for each in moments if each["state"] == "waiting")
        moved = await stage.post("/demo/clock", to="next")
        assert moved["now"] == following["at"]

        async def fired() -> bool:
            await stage.get("/demo")
            now = (await stage.get("/demo/timeline"))["moments"]
            return {**following, "state": "done"} in now

        await stage.until(fired)


async def test_where_nothing_is_due_the_clock_stays(tmp_path: Path) -> None:
    async with demo(tmp_path) as stage:
        refused = await stage.post("/demo/clock", to="next")
        assert refused == {"error": "Nothing is due: raise a concern first."}
