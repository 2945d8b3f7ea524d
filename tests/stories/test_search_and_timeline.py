"""Finding a concern by its nickname, and reading what happened with it, without a word of it."""

from domain.concern import Closing, State
from tests import many
from tests.cast import Lead, Relative, Worker, a_taken_concern
from tests.stage import Stage


async def test_a_part_of_the_nickname_finds_it_on_any_keyboard(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    await many.concerns(stage, 1, nickname="Stille Bæk")
    await many.concerns(stage, 1, nickname="Grøn Ært")
    for typed in ("/find bæk", "Find stil", "find BAEK", "find bæk stille"):
        await anna.says(typed)
        assert "Grøn" not in await anna.sees(
            "Stille Bæk er ledig. Modtaget mandag den 23. november"
        )
    await anna.taps("Åbn Stille Bæk")
    await anna.sees()
    assert "Ordene er henvenderens egne" in (await anna.card()).text


async def test_nothing_found_and_nothing_asked_for_are_answered_kindly(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    await anna.says("Find kanin")
    await anna.sees("Prøv med en mindre del")
    for typed in ("/find", "Find", "find …"):
        await anna.says(typed)
        await anna.sees("en del af kaldenavnet")


async def test_whoever_has_it_is_named_and_the_newest_stands_first(stage: Stage) -> None:
    anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
    await many.taken_by(stage, bo, 1, nickname="Stille Bæk")
    await stage.time_passes(minutes=5)
    await many.concerns(stage, 1, nickname="Klar Bæk")
    await anna.says("Find bæk")
    await anna.sees("Klar Bæk er ledig", "Stille Bæk er hos Bo")


async def test_what_has_ended_is_found_by_its_owner_and_by_a_lead(stage: Stage) -> None:
    anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
    lone = await Lead.joins(stage, "Lone")
    over = {"state": State.CLOSED, "closing": Closing.BRIDGED, "nickname": "Stille Bæk"}
    await many.taken_by(stage, anna, 1, **over)
    for who in (anna, lone):
        await who.says("Find bæk")
        assert "bro" not in await who.sees("Stille Bæk er slut")
    await bo.says("Find bæk")
    await bo.sees("er ikke her")


async def test_what_was_taken_back_is_found_and_cannot_be_opened(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    await many.taken_by(stage, anna, 1, state=State.WITHDRAWN, nickname="Stille Bæk")
    await anna.says("Find bæk")
    await anna.sees("Stille Bæk er slut")
    assert (await anna.screen()).buttons == ()


async def test_much_that_is_found_stands_on_pages(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    await many.concerns(stage, 10, nickname="Stille Bæk")
    await anna.says("Find stille bæk")
    assert (await anna.sees("Side 1 af 2")).count("er ledig") == 8
    await anna.taps("Næste side")
    turned = (await anna.card()).text
    assert "Side 2 af 2" in turned
    assert turned.count("er ledig") == 2


async def test_the_owner_reads_who_did_what_when(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    await a_taken_concern(stage, anna)
    await stage.time_passes(hours=25)
    await anna.says("Har ringet")
    await anna.taps("Åbn")
    await anna.taps("Forløb")
    await stage.everyone_looks()
    read = (await anna.card()).text
    assert "mandag den 23. november\nhenvender: sendte henvendelsen" in read
    assert "henvender: sendte henvendelsen" in read
    assert "Anna: tog henvendelsen" in read
    assert "tirsdag den 24. november\nKl. 11." in read
    assert "Anna: reagerede (Har ringet)" in read


async def test_a_timeline_holds_no_word_and_no_push_carries_it(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern("Bænken ved stationen")
    await anna.taps("Tag")
    await kim.walks("/mere", "Han var ved Gråspurvestien")
    await anna.says("Borgeren sagde nej tak")
    await anna.says(f"Forløb {await stage.nickname()}")
    await stage.everyone_looks()
    read = (await anna.card()).text
    assert "henvender: skrev mere" in read
    assert "Anna: afsluttede (Borgeren sagde nej tak)" in read
    assert "Bænken" not in read
    assert "Gråspurve" not in read
    sent = [each for each in stage.sandbox.world.calls if each.method == "sendMessage"]
    assert not [each for each in sent if "afsluttede" in str(each.params)]


async def test_a_lead_reads_any_timeline_and_other_workers_none(stage: Stage) -> None:
    anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
    lone = await Lead.joins(stage, "Lone")
    await a_taken_concern(stage, anna)
    nickname = await stage.nickname()
    await lone.says(f"Forløb {nickname}")
    await lone.sees("Anna: tog henvendelsen")
    await lone.taps("Åbn")
    assert "Forløb" in (await lone.card()).buttons
    await bo.says(f"Forløb {nickname}")
    assert "tog" not in await bo.sees("ikke din")
    await lone.says(f"Forløb {nickname}")
    await lone.sees("Bo: fik nej til en knap eller et ord")
    await stage.everyone_looks()


async def test_a_long_timeline_has_pages(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    await a_taken_concern(stage, anna)
    nickname = await stage.nickname()
    for _ in range(12):
        await anna.says(f"Åbn {nickname}")
    await anna.says(f"Forløb {nickname}")
    await anna.sees("sendte henvendelsen", "Side 1 af 2")
    await anna.taps("Næste side")
    assert "Side 2 af 2" in (await anna.card()).text
    await anna.says(f"Forløb {nickname} 2")
    await anna.sees("læste forløbet", "Side 2 af 2")
