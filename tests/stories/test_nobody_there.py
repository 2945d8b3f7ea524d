"""What happens while the one who owns a concern is away, or nobody can be reached at all."""

from tests.cast import Relative, Worker
from tests.stage import Stage


async def test_news_for_an_owner_who_is_away_reaches_those_at_work_who_may_read_it(
    stage: Stage,
) -> None:
    anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern("Bænken ved stationen")
    await anna.taps("Tag")
    await anna.says("Fravær")
    await anna.taps("I dag")
    await stage.everyone_looks()
    await kim.says("Nu ligger han ned")
    await bo.sees("Nyt i", "Henvenderen har skrevet")
    await bo.says(f"Åbn {await stage.nickname()}")
    assert "Nu ligger han ned" in (await bo.card()).text
    await bo.taps("Tag")
    assert await stage.owner() == "Bo"
    await stage.everyone_looks()


async def test_whoever_writes_more_hears_when_nobody_can_be_reached(stage: Stage) -> None:
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await anna.taps("Tag")
    await kim.sees("læst")
    await anna.phone.blocks()
    await stage.settles()
    await kim.says("Er der slet ingen hjemme?")
    said = await kim.sees("Lige nu kan vi ikke få fat i teamet")
    assert "sendt videre" not in said
    await anna.phone.unblocks()
    await stage.settles()
    await anna.sees("taget af Anna")
