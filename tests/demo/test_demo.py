"""The demo from its start to its end: whoever is there, what it is told, and that nothing stays."""

import os
import signal
import socket
from pathlib import Path

import pytest

from tests.bot.command import Operator
from tests.bot.test_cli import one_sentence
from tests.cast import Relative, Worker
from tests.demo.house import DemoStage, bots, demo, left_in

CAST = ["Sami", "Kim", "Mette", "Anna", "Bo", "Lone"]


async def names(stage: DemoStage) -> list[str]:
    return [each["name"] for each in (await stage.get("/sandbox/people"))["people"]]


async def plays(stage: DemoStage, part: str) -> Worker:
    return Worker(stage, part, await stage.phone_of(part))


async def test_six_people_are_there_and_three_of_them_join(tmp_path: Path) -> None:
    async with demo(tmp_path) as stage:
        assert await names(stage) == CAST
        async with stage.http.get(f"{stage.url}/") as page:
            assert (page.status, page.content_type) == (200, "text/html")
        await stage.is_ready()
        shown = await stage.get("/demo")
        assert list(shown["cast"]) == ["citizen", "relative", "partner", "worker", "second", "lead"]
        assert (shown["language"], shown["profile"], shown["run"]) == ("da", None, 1)
        assert (shown["bot"], shown["kills"], shown["telegram"]) == ("running", 0, "well")
        await (await plays(stage, "worker")).sees("Anna", "Du har vagten")
        await (await plays(stage, "second")).sees("Bo")
        await (await plays(stage, "lead")).sees("leder", "Lone")
        await (await plays(stage, "relative")).sees_nothing_new()
        ended = await stage.running.ends(signal.SIGTERM)
    assert (ended.code, ended.err) == (0, "")


@pytest.mark.parametrize("profile", ["nyborg", "lejre"])
async def test_a_municipality_of_the_examples_can_be_shown_in_english(
    tmp_path: Path, profile: str
) -> None:
    async with demo(tmp_path, "--language", "en", "--profile", profile) as stage:
        await stage.is_ready()
        shown = await stage.get("/demo")
        assert (shown["language"], shown["profile"]) == ("en", profile)
        anna = await plays(stage, "worker")
        await anna.sees("Welcome to the team", "You are on duty")
        kim = Relative(stage, "Kim", await stage.phone_of("relative"))
        await kim.says("/start")
        await kim.taps("English")
        assert f"{profile.capitalize()} Kommune" in await kim.sees()
        people = (await stage.get("/sandbox/people"))["people"]
        assert people[0]["note"] == "sleeps outside"


@pytest.mark.parametrize(
    ("option", "value"), [("--profile", "odense"), ("--language", "pl"), ("--port", "99999")]
)
async def test_what_cannot_be_shown_is_refused_with_what_can(
    tmp_path: Path, option: str, value: str
) -> None:
    ended = await Operator(tmp_path, "http://127.0.0.1:9").runs("demo", option, value)
    assert ended.code == 2
    assert option in ended.err
    assert "Traceback" not in ended.err


async def test_a_busy_port_is_one_sentence_and_ends_with_1(tmp_path: Path) -> None:
    operator = Operator(tmp_path, "http://127.0.0.1:9")
    with socket.create_server(("127.0.0.1", 0)) as busy:
        port = busy.getsockname()[1]
        ended = await operator.runs("demo", "--port", str(port))
    assert (ended.code, ended.out) == (1, "")
    assert one_sentence(ended.err).startswith(f"Port {port} cannot be used")


async def test_a_second_demo_is_told_where_the_first_one_is(tmp_path: Path) -> None:
    async with demo(tmp_path) as stage:
        port = stage.url.rpartition(":")[2]
        ended = await Operator(tmp_path, stage.url).runs("demo", "--port", port)
        assert (ended.code, ended.out) == (1, "")
        assert f"Perhaps a demo runs already: look at {stage.url}." in one_sentence(ended.err)
        assert await names(stage) == CAST


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
async def test_the_end_leaves_no_folder_and_no_process(tmp_path: Path, end: signal.Signals) -> None:
    async with demo(tmp_path) as stage:
        await stage.is_ready()
        assert len(bots(tmp_path)) == 2
        assert len(left_in(tmp_path)) == 1
        ended = await stage.running.ends(end)
    assert (ended.code, ended.err) == (0, "")
    assert (left_in(tmp_path), bots(tmp_path)) == ([], [])


async def test_an_end_during_the_start_leaves_nothing_either(tmp_path: Path) -> None:
    async with demo(tmp_path) as stage:
        ended = await stage.running.ends(signal.SIGINT)
    assert (ended.code, ended.err) == (0, "")
    assert (left_in(tmp_path), bots(tmp_path)) == ([], [])


async def test_the_bot_ends_and_tidies_up_when_whoever_started_it_is_killed(
    tmp_path: Path,
) -> None:
    async with demo(tmp_path) as stage:
        await stage.is_ready()
        # Standard error is closed only when the last process that writes to it has ended.
        ended = await stage.running.ends(signal.SIGKILL)
    assert (ended.code, ended.err) == (-signal.SIGKILL, "")
    assert (left_in(tmp_path), bots(tmp_path)) == ([], [])


async def test_what_a_demo_killed_together_with_its_bot_left_goes_with_the_next_one(
    tmp_path: Path,
) -> None:
    async with demo(tmp_path) as stage, demo(tmp_path) as other:
        await stage.is_ready()
        await stage.post("/demo/bot", do="kill")
        await stage.running.ends(signal.SIGKILL)
        assert len(left_in(tmp_path)) == 2
        async with demo(tmp_path) as following:
            await following.is_ready()
            assert len(left_in(tmp_path)) == 2
            await following.running.ends(signal.SIGTERM)
        assert (await other.get("/demo"))["run"] == 1
        assert len(left_in(tmp_path)) == 1


async def test_a_killed_bot_starts_again_and_has_lost_nothing(tmp_path: Path) -> None:
    async with demo(tmp_path) as stage:
        await stage.is_ready()
        kim = Relative(stage, "Kim", await stage.phone_of("relative"))
        anna = await plays(stage, "worker")
        await kim.comes_to_the_summary()
        await anna.sees("Du har vagten")
        assert (await stage.post("/demo/bot", do="kill"))["bot"] == "stopped"
        label = next(each for each in (await kim.screen()).buttons if "Send" in each)
        await kim.phone.taps((await kim.screen()).message_id, label)
        await kim.sees_nothing_new()
        assert (await stage.get("/sandbox/pending"))["updates"] == 1
        assert (await stage.post("/demo/bot", do="start"))["bot"] == "starting"
        await stage.becomes("running")
        await stage.settles()
        await kim.sees("senest")
        await anna.sees("Ny henvendelse")
        shown = await stage.get("/demo")
        assert (shown["kills"], shown["counts"]["open"]) == (1, 1)
        ended = await stage.running.ends(signal.SIGTERM)
    assert (ended.code, ended.err) == (0, "")


async def test_a_bot_that_died_by_itself_is_shown_as_stopped(tmp_path: Path) -> None:
    async with demo(tmp_path) as stage:
        await stage.is_ready()
        (bot,) = set(bots(tmp_path)) - {stage.running.number}
        os.kill(bot, signal.SIGKILL)
        await stage.becomes("stopped")
        await stage.post("/demo/bot", do="start")
        await stage.becomes("running")
        assert (await stage.get("/demo"))["kills"] == 0


async def test_a_reset_begins_with_new_people_and_nothing_stored(tmp_path: Path) -> None:
    async with demo(tmp_path) as stage:
        await stage.is_ready()
        before = await stage.get("/demo")
        last = (await stage.stored())[-1]["number"]
        await stage.post("/demo/telegram", state="busy")
        await stage.post("/sandbox/clock", seconds=90_000)
        after = await stage.post("/demo/reset", on_duty=False)
        assert (after["run"], after["ready"], after["telegram"]) == (2, False, "well")
        assert not set(after["cast"].values()) & set(before["cast"].values())
        await stage.is_ready()
        assert await names(stage) == CAST
        assert len(left_in(tmp_path)) == 1
        assert (await stage.stored(last))[0]["how"] == "new"
        assert len(await stage.rows("staff")) == 3
        assert await stage.rows("duty_changes") == []
        assert "vagten nu" not in await (await plays(stage, "worker")).sees("Anna")


async def test_what_the_demo_cannot_do_is_told(tmp_path: Path) -> None:
    async with demo(tmp_path) as stage:
        told = [
            await stage.post("/demo/bot", do="dance"),
            await stage.post("/demo/telegram", state="tired"),
            await stage.post("/demo/clock", to="yesterday"),
            await stage.post("/demo/reset", folder="/"),
        ]
        assert [each["error"].partition(":")[0] for each in told] == [
            "Cannot use do",
            "Cannot use state",
            "Cannot use to",
            "Cannot use folder",
        ]
        assert "still joining" in (await stage.post("/demo/bot", do="kill"))["error"]
        async with stage.http.get(f"{stage.url}/demo/stored?after=x") as answer:
            assert answer.status == 400
        assert (await stage.get("/demo"))["run"] == 1
