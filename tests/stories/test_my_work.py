"""A worker's own concerns, the open ones and the day: in pages, by age or in their own order."""

from domain.concern import Reaction, State
from tests import many
from tests.cast import Lead, Partner, Relative, Worker, a_concern, a_taken_concern
from tests.stage import Stage


async def test_my_concerns_say_how_far_each_is_and_which_days_count(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    await a_taken_concern(stage, anna)
    nickname = await stage.nickname()
    await anna.says("/mine")
    await anna.sees(f"{nickname}: Taget. Reager senest mandag den 30. november")
    await anna.says("Har ringet")
    await anna.says("Følg op om 7 dage")
    await anna.sees()
    await anna.says("Mine henvendelser")
    shown = await anna.sees(f"{nickname}: Der er reageret. Følg op mandag den 30. november")
    assert "senest" not in shown
    await anna.taps(f"Åbn {nickname}")
    await anna.sees()
    assert "Ordene er henvenderens egne" in (await anna.card()).text


async def test_what_is_mine_and_not_over_is_all_that_is_shown(stage: Stage) -> None:
    anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
    (one,) = await many.taken_by(stage, bo, 1)
    (over,) = await many.taken_by(stage, anna, 1, state=State.CLOSED)
    await anna.says("/mine")
    shown = await anna.sees("Du har ingen henvendelser i gang")
    assert one.nickname not in shown
    assert over.nickname not in shown


async def test_my_concerns_stand_by_age_until_i_put_them_in_order(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    first, second, third = [each.nickname for each in await many.taken_by(stage, anna, 3)]
    await anna.says("/mine")
    await anna.sees(first, second, third)
    await anna.taps("Ret rækkefølge")
    await anna.taps(f"Øverst {third}")
    await anna.taps("Mine henvendelser")
    lines = (await anna.card()).text.split("\n\n")
    assert [each.split(":")[0] for each in lines[1:]] == [third, first, second]
    await anna.says(f"Ned {third}")
    await anna.sees(first, third, second)
    await anna.says("Efter alder")
    await anna.sees(first, second, third)
    await anna.says("Mine henvendelser")
    await anna.sees("Dine henvendelser", first, second, third)


async def test_my_order_is_mine_alone_and_lasts(stage: Stage) -> None:
    anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
    first, second = [each.nickname for each in await many.taken_by(stage, anna, 2)]
    third, fourth = [each.nickname for each in await many.taken_by(stage, bo, 2)]
    await anna.says(f"Øverst {second}")
    await anna.sees()
    await stage.bot_stops()
    await stage.bot_starts()
    await anna.says("/mine")
    await anna.sees("Dine henvendelser", second, first)
    await bo.says("/mine")
    await bo.sees("Dine henvendelser", third, fourth)


async def test_an_acute_mark_is_shown_and_moves_nothing(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    (first,) = await many.taken_by(stage, anna, 1)
    await stage.time_passes(minutes=5)
    (second,) = await many.taken_by(stage, anna, 1, acute=True, nickname="Rask Ræv")
    await anna.says("/mine")
    await anna.sees(first.nickname, f"AKUT. {second.nickname}")


async def test_nobody_puts_the_concerns_of_another_in_order(stage: Stage) -> None:
    anna, lone = await Worker.joins(stage, "Anna"), await Lead.joins(stage, "Lone")
    first, second = await many.taken_by(stage, anna, 2)
    await anna.says("Ret rækkefølge")
    await anna.sees()
    await lone.says("/mine")
    await lone.sees("ingen henvendelser")
    await lone.forges(await anna.data_of(f"Øverst {second.nickname}"))
    await lone.sees("knap er gammel")
    await anna.says("/mine")
    await anna.sees(first.nickname, second.nickname)


async def test_many_of_mine_stand_on_pages(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    mine = [each.nickname for each in await many.taken_by(stage, anna, 10)]
    await anna.says("/mine")
    shown = await anna.sees(*mine[:8], "Side 1 af 2")
    assert mine[8] not in shown
    await anna.taps("Næste side")
    assert mine[9] in (await anna.card()).text
    await anna.says("Mine henvendelser 2")
    await anna.sees(*mine[8:])


async def test_every_open_concern_is_listed_on_some_page(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    free = [each.nickname for each in await many.concerns(stage, 25)]
    seen = ""
    await anna.says("/aabne")
    for _ in range(4):
        seen += (await anna.screen()).text
        await anna.taps("Næste side")
    await anna.sees(free[0])
    assert [each for each in free if f"{each} er ledig" not in seen] == []
    await anna.says("Åbne henvendelser 4")
    await anna.sees(free[24], "Side 4 af 4")


async def test_one_reacted_to_that_nobody_owns_is_listed_too(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    (one,) = await many.concerns(stage, 1, state=State.REACTED, reaction=Reaction.CALL)
    await anna.says("/aabne")
    await anna.sees(f"{one.nickname} er ledig. Der er reageret.")


async def test_the_day_says_what_counts_today(stage: Stage) -> None:
    anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
    await bo.goes_on_duty()
    today = stage.clock.now().date()
    (due,) = await many.taken_by(stage, anna, 1, promised_on=today)
    await many.taken_by(stage, anna, 1, nickname="Rask Ræv")
    await many.concerns(stage, 2, nickname="Ledig Lærke")
    await anna.says("/dag")
    shown = await anna.sees(
        "Din dag, mandag den 23. november", "På vagt: Bo", "Ledige henvendelser: 2", due.nickname
    )
    assert "Rask Ræv" not in shown
    assert "Følg op" not in shown
    assert f"Åbn {due.nickname}" in (await anna.screen()).buttons


async def test_the_day_counts_follow_ups_and_what_reporters_wrote(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    nickname = await stage.nickname()
    await anna.taps("Tag")
    await anna.says("Har ringet")
    await anna.says("Følg op om 7 dage")
    await stage.everyone_looks()
    await stage.time_passes(days=7)
    await kim.walks("/mere", "Han var der igen i nat")
    await stage.everyone_looks()
    await anna.says("Min dag")
    shown = await anna.sees(f"Følg op i dag: {nickname}", "Nyt fra henvendere siden i går: 1")
    assert "i nat" not in shown


async def test_a_calm_day_is_said_to_be_calm(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    await anna.says("Min dag")
    await anna.sees("Ingen er på vagt", "Ledige henvendelser: 0", "ingen frister i dag")


async def test_the_lists_are_not_for_reporters(stage: Stage) -> None:
    pia = await Partner.arrives(stage, "Pia")
    await a_concern(stage)
    for command in ("/mine", "/dag", "/find bæk"):
        await pia.says(command)
        await pia.sees("kun for teamet")
