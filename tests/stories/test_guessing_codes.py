"""Somebody guesses codes: they are slowed, nobody learns anything, and all else works as ever."""

import os
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event

from domain.rates import CODES_OF_ALL, CODES_OF_ONE
from domain.receipt import issue
from handlers.tries import Tries
from tests.cast import Citizen, Lead, Person, Relative, the_code
from tests.hand_clock import HandClock
from tests.stage import Stage

UNKNOWN = "Vi kender ikke den kode"
ENOUGH = "Du har prøvet flere koder"


def a_code() -> str:
    """A code of the right shape that nobody has."""
    return issue(os.urandom(10))


def mistyped(code: str) -> str:
    """The code with a wrong last symbol."""
    return code[:-1] + ("A" if code[-1] != "A" else "B")


async def test_wrong_unknown_and_mistyped_codes_get_the_same_words(stage: Stage) -> None:
    kim, sam = await Relative.arrives(stage, "Kim"), await Relative.arrives(stage, "Sam")
    code = the_code(await kim.raises_a_concern())
    answers = set()
    for wrong in (a_code(), mistyped(code), mistyped(a_code())):
        await sam.says(wrong)
        answers.add((await sam.screen()).text)
    assert len(answers) == 1
    await sam.sees(UNKNOWN)
    await stage.everyone_looks()


@pytest.mark.parametrize("kind", ["unknown", "mistyped"])
async def test_unknown_and_mistyped_codes_are_looked_up_alike(stage: Stage, kind: str) -> None:
    sam = await Relative.arrives(stage, "Sam")
    await sam.says("/start")
    reads: list[str] = []

    def count(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        reads.append(statement)

    engine = stage.app.store.database._reader.sync_engine
    event.listen(engine, "before_cursor_execute", count)
    await sam.says(a_code() if kind == "unknown" else mistyped(a_code()))
    assert sum("concerns.receipt =" in each for each in reads) == 1
    await stage.everyone_looks()


async def test_after_five_codes_one_account_must_wait_an_hour(stage: Stage) -> None:
    sam = await Person.arrives(stage, "Sam")
    kim = await Relative.arrives(stage, "Kim")
    code = the_code(await kim.raises_a_concern())
    for _ in range(CODES_OF_ONE):
        await sam.says(a_code())
        await sam.sees(UNKNOWN)
    await sam.says(code)
    await sam.sees(ENOUGH)
    await kim.says(code)
    await kim.sees("Din henvendelse")
    await stage.time_passes(hours=1)
    await sam.says(code)
    await sam.sees("Din henvendelse")
    await stage.everyone_looks()


async def test_honest_typos_cost_nothing(stage: Stage) -> None:
    kim, sam = await Relative.arrives(stage, "Kim"), await Person.arrives(stage, "Sam")
    code = the_code(await kim.raises_a_concern())
    for _ in range(CODES_OF_ONE * 2):
        await sam.says(mistyped(code))
        await sam.sees(UNKNOWN)
    await sam.says(code)
    await sam.sees("Din henvendelse")
    await stage.everyone_looks()


async def test_when_many_guess_codes_wait_their_turn_and_the_leads_hear_it_once(
    stage: Stage,
) -> None:
    lone, kim = await Lead.joins(stage, "Lone"), await Relative.arrives(stage, "Kim")
    code = the_code(await kim.raises_a_concern())
    await stage.everyone_looks()
    for _ in range(CODES_OF_ALL):
        stage.app.house.tries.reserve(stage.clock.now(), stage.clock.now())
    sam = await Person.arrives(stage, "Sam")
    await sam.says(code)
    await sam.sees("Du får svar kl.")
    await lone.sees("Nogen prøver mange koder", "Ingen er kommet ind")
    await sam.says("/akut")
    await sam.sees("112")
    other = await Person.arrives(stage, "Bo")
    await other.says(a_code())
    await other.sees("Du får svar kl.")
    await lone.sees_nothing_new()
    await stage.time_passes(hours=1, minutes=1)
    await sam.sees("Din henvendelse")
    await other.sees(UNKNOWN)
    await stage.everyone_looks()


async def test_a_code_that_waits_survives_a_restart(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    code = the_code(await kim.raises_a_concern())
    for _ in range(CODES_OF_ALL):
        stage.app.house.tries.reserve(stage.clock.now(), stage.clock.now())
    sam = await Person.arrives(stage, "Sam")
    await sam.says(code)
    await stage.bot_stops()
    await stage.bot_starts()
    await sam.sees("Du får svar kl.")
    await stage.time_passes(hours=1, minutes=1)
    await sam.sees("Din henvendelse")
    await stage.everyone_looks()


async def test_whoever_guesses_can_still_call_for_help_and_raise_a_concern(stage: Stage) -> None:
    sam = await Citizen.arrives(stage, "Sam")
    for _ in range(CODES_OF_ONE + 1):
        await sam.says(a_code())
    await sam.says("/akut")
    await sam.sees("112")
    await sam.raises_a_concern()
    assert len(await stage.app.store.concerns.open()) == 1
    await stage.everyone_looks()


def test_tries_are_counted_across_midnight_and_under_names_that_rotate() -> None:
    tries, now = Tries(), HandClock().now().replace(hour=23, minute=40)
    for _ in range(CODES_OF_ONE):
        tries.missed(7, now, reserved=False)
    assert not tries.may_try(7, now + timedelta(minutes=30))
    assert tries.may_try(8, now + timedelta(minutes=30))
    assert tries.may_try(7, now + timedelta(minutes=61))
    today, tomorrow = tries._name(7, now.date()), tries._name(7, now.date() + timedelta(days=1))
    assert today != tomorrow
    tries._name(7, now.date() + timedelta(days=2))
    assert len(tries._keys) == 2
