"""Old buttons: none does anything to a concern that is not as its presser saw it."""

import pytest

from tests.cast import Relative, Worker
from tests.stage import Stage


async def a_promise_that_is_not_the_first(stage: Stage, anna: Worker, kim: Relative) -> None:
    """React, and let the reporter be worried anew a few days later."""
    await anna.taps("Har ringet")
    await stage.time_passes(days=3)
    await kim.says("/status")
    await kim.taps("stadig bekymret")
    await stage.everyone_looks()
    assert await stage.state() == "taken"


@pytest.mark.parametrize("button", ["Har ringet", "Afslut"])
async def test_a_button_of_an_earlier_promise_neither_keeps_nor_ends_a_new_one(
    stage: Stage, button: str
) -> None:
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await anna.taps("Tag")
    old = await anna.data_of(button)
    await a_promise_that_is_not_the_first(stage, anna, kim)
    await anna.forges(old)
    await anna.sees("Den knap er gammel")
    assert await stage.state() == "taken"
    await anna.taps(button)  # the one on her card now is as good as ever
    assert "Den knap er gammel" not in await anna.sees()


async def test_the_last_step_of_closing_is_as_old_as_its_promise(stage: Stage) -> None:
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await anna.taps("Tag")
    await anna.taps("Afslut")
    old = await anna.data_of("Klarer sig videre")
    await anna.taps("Åbn")
    await a_promise_that_is_not_the_first(stage, anna, kim)
    await anna.forges(old)
    await anna.sees("Den knap er gammel")
    assert await stage.state() == "taken"


async def test_undoing_takes_back_the_step_it_was_drawn_for_and_no_later_one(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await anna.taps("Tag")
    old = await anna.data_of("Fortryd")
    await anna.taps("Har ringet")
    await anna.forges(old)
    await anna.sees("Det kan ikke fortrydes")
    assert await stage.state() == "reacted"
    await anna.taps("Fortryd")
    assert await stage.state() == "taken"
    await stage.everyone_looks()
