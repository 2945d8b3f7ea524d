"""A concern travels the whole way: reporter, worker, reaction."""

from tests.cast import Relative, Worker
from tests.faults import wire
from tests.postgres import on_both_engines
from tests.stage import Stage


@on_both_engines
async def test_a_relatives_worry_is_taken_and_reacted_to(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    await anna.goes_on_duty()
    kim = await Relative.arrives(stage, "Kim")
    receipt = await kim.raises_a_concern()
    assert "mandag den 30. november" in receipt
    await anna.sees("mandag den 30. november")
    await anna.taps("Åbn")
    assert "Bænken ved stationen" in (await anna.card()).text
    await anna.taps("Tag")
    await kim.sees("En medarbejder har læst det")
    await anna.taps("Har ringet")
    await stage.time_passes(minutes=5)
    await kim.sees("Vi har nu reageret")
    assert "Følg op om 7 dage" in (await anna.card()).buttons


async def test_every_button_that_is_tapped_stops_turning(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.walks("/start", "[Dansk]", "[Nej]")
    await stage.sandbox.world.until(
        lambda _: wire.statuses(stage, "answerCallbackQuery") == [200, 200]
    )
    await stage.everyone_looks()
