"""The team: joining, duty, alerts without a word of the concern, and who takes it."""

import asyncio

from domain.people import StaffRole
from tests.cast import Lead, Partner, Relative, Worker, a_concern, a_taken_concern
from tests.stage import Stage


async def test_an_invitation_works_once(stage: Stage) -> None:
    payload = await stage.invitation(StaffRole.WORKER)
    anna, eve = await Worker.arrives(stage, "Anna"), await Worker.arrives(stage, "Eve")
    await anna.starts(payload)
    await anna.sees("Velkommen")
    await eve.starts(payload)
    await eve.sees("Bed om en ny")
    assert len(await stage.app.store.staff.all()) == 1


async def test_an_invitation_lasts_fifteen_minutes(stage: Stage) -> None:
    payload = await stage.invitation(StaffRole.WORKER)
    await stage.time_passes(minutes=16)
    anna = await Worker.arrives(stage, "Anna")
    await anna.starts(payload)
    await anna.sees("Bed om en ny")


async def test_two_opening_one_invitation_at_once_let_one_in(stage: Stage) -> None:
    payload = await stage.invitation(StaffRole.WORKER)
    anna, eve = await Worker.arrives(stage, "Anna"), await Worker.arrives(stage, "Eve")
    await asyncio.gather(anna.phone.starts(payload), eve.phone.starts(payload))
    await stage.settles()
    told = await anna.sees() + await eve.sees()
    assert told.count("Velkommen") == 1
    assert len(await stage.app.store.staff.all()) == 1


async def test_a_guessed_invitation_is_refused(stage: Stage) -> None:
    eve = await Worker.arrives(stage, "Eve")
    await eve.starts("inv_abc")
    await eve.sees("Bed om en ny")


async def test_an_alert_carries_no_word_of_the_concern(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    await anna.goes_on_duty()
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern("Bænken ved stationen")
    alert = await anna.card()
    assert alert.protected
    for word in ("Bænken", "råber", "Nabo", "alene", "Kim"):
        assert word not in alert.text
    await anna.sees("Ny henvendelse")


async def test_only_those_on_duty_hear_of_it_first(stage: Stage) -> None:
    anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
    await anna.goes_on_duty()
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await anna.sees("Ny henvendelse")
    await bo.sees_nothing_new()


async def test_with_nobody_on_duty_everyone_hears_of_it(stage: Stage) -> None:
    anna, lone = await Worker.joins(stage, "Anna"), await Lead.joins(stage, "Lone")
    kim = await Relative.arrives(stage, "Kim")
    assert "ingen på vagt" in await kim.raises_a_concern()
    await anna.sees("Ny henvendelse")
    await lone.sees("Ny henvendelse")


async def test_an_acute_mark_alerts_everyone(stage: Stage) -> None:
    anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
    await anna.goes_on_duty()
    kim = await Relative.arrives(stage, "Kim")
    await kim.walks("/start", "[Dansk]", "[Ja]", "[ringet]", "[bekymret for]")
    await kim.answers_the_rest()
    await kim.taps("Send")
    await kim.sees("senest")
    for worker in (anna, bo):
        assert "AKUT" in (await worker.sees("Ny henvendelse")).upper()


async def test_the_worker_reads_that_nobody_could_call(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    kim = await Relative.arrives(stage, "Kim")
    await kim.walks("/start", "[Dansk]", "[Ja]", "[kan ikke ringe]", "[bekymret for]")
    await kim.answers_the_rest()
    await kim.taps("Send")
    await kim.sees("Få en anden til at ringe", "senest")
    kim.puts_the_phone_away()
    await anna.sees_alert()
    await anna.taps("Åbn")
    assert "kan ikke ringe" in (await anna.card()).text


async def test_two_taking_at_once_make_one_owner_and_the_other_is_told_who(stage: Stage) -> None:
    anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    kim.puts_the_phone_away()
    cards = {anna: await anna.sees_alert(), bo: await bo.sees_alert()}
    await asyncio.gather(*(who.phone.taps(card, "Tag") for who, card in cards.items()))
    await stage.settles()
    owner = await stage.owner()
    winner, loser = (anna, bo) if owner == "Anna" else (bo, anna)
    await loser.sees(f"taget af {winner.name}")
    assert "Har ringet" in (await winner.message(cards[winner])).buttons
    assert winner.name in (await loser.message(cards[loser])).text


async def test_a_taken_concern_leaves_no_words_on_other_cards(stage: Stage) -> None:
    anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern("Bænken ved stationen")
    kim.puts_the_phone_away()
    await anna.sees_alert()
    card = await bo.sees_alert()
    await bo.taps("Åbn")
    assert "Bænken" in (await bo.message(card)).text
    await anna.taps("Tag")
    assert "Bænken" not in (await bo.message(card)).text


async def test_a_worker_can_do_everything_by_typing(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    await anna.goes_on_duty()
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern("Bænken ved stationen")
    kim.puts_the_phone_away()
    await anna.sees_alert()
    nickname = await stage.nickname()
    await anna.says(f"åbn {nickname}")
    assert "Bænken" in (await anna.card()).text
    await anna.says(f"tag {nickname}")
    await anna.says("Har ringet")
    await anna.says("Følg op om 7 dage")
    assert "30. november" in await anna.sees()


async def test_there_is_one_card_and_the_older_ones_are_emptied(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern("Bænken ved stationen")
    kim.puts_the_phone_away()
    first = await anna.sees_alert()
    await anna.taps("Åbn")
    await anna.says(f"åbn {await stage.nickname()}")
    await anna.sees()
    assert "Bænken" not in (await anna.message(first)).text
    assert "Bænken" in (await anna.card()).text


async def test_no_push_ever_carries_a_word_of_the_concern(stage: Stage) -> None:
    anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
    await anna.goes_on_duty()
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern("Bænken ved stationen")
    await anna.taps("Åbn")
    await bo.says("Åbne henvendelser")
    await bo.taps("Åbn")
    assert "Bænken" in (await bo.card()).text
    sent = [each for each in stage.sandbox.world.calls if each.method == "sendMessage"]
    assert not [
        each
        for each in sent
        if "Bænken" in str(each.params) and each.params["chat_id"] != kim.phone.person
    ]
    await stage.everyone_looks()


async def test_opening_is_not_taking_and_taking_is_not_reacting(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    kim.puts_the_phone_away()
    await anna.sees_alert()
    states = [await stage.state()]
    for button in ("Åbn", "Tag", "Har ringet"):
        await anna.taps(button)
        states.append(await stage.state())
    assert states == ["received", "seen", "taken", "reacted"]


async def test_only_the_owner_logs_a_reaction(stage: Stage) -> None:
    anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    kim.puts_the_phone_away()
    await anna.sees_alert()
    await bo.sees_alert()
    await anna.taps("Tag")
    await bo.says("Har ringet")
    await bo.sees()
    assert await stage.state() == "taken"


async def test_somebody_joining_later_sees_what_is_waiting(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    assert "ikke få fat i" in await kim.raises_a_concern()
    kim.puts_the_phone_away()
    anna = await Worker.arrives(stage, "Anna")
    await anna.starts(await stage.invitation(StaffRole.WORKER))
    await anna.sees("Velkommen", await stage.nickname())
    await anna.taps("Åbn")
    await anna.taps("Tag")
    assert await stage.state() == "taken"
    assert "Har ringet" in (await anna.card()).buttons
    await anna.sees()


async def test_an_owner_who_is_gone_can_be_followed_by_somebody_else(stage: Stage) -> None:
    anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
    await anna.goes_on_duty()
    await a_taken_concern(stage, anna)
    await anna.phone.blocks()
    await stage.settles()
    await bo.sees("Beskeder når ikke frem til Anna", "Ny henvendelse")
    await bo.taps("Tag")
    assert await stage.owner() == "Bo"


async def test_a_lead_can_take_over_and_a_worker_cannot(stage: Stage) -> None:
    anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
    lone = await Lead.joins(stage, "Lone")
    await a_taken_concern(stage, anna)
    nickname = await stage.nickname()
    await bo.says(f"tag {nickname}")
    await bo.sees("taget af Anna")
    await lone.says(f"tag {nickname}")
    assert await stage.owner() == "Lone"
    await anna.sees("taget af Lone")
    await stage.everyone_looks()


async def test_letting_the_bot_in_again_shows_what_is_waiting(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    await anna.phone.blocks()
    await stage.settles()
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await anna.phone.unblocks()
    await stage.settles()
    await anna.sees(await stage.nickname())


async def test_a_name_is_only_what_sounds_like_one_and_can_be_changed(stage: Stage) -> None:
    anna = await Worker.arrives(stage, "Anna")
    await anna.starts(await stage.invitation(StaffRole.WORKER))
    await anna.sees("Velkommen")
    await anna.says("Hvem har talt med Karl i Storegade?")
    await anna.sees("forstod")
    await anna.says("Ann")
    await anna.sees("som Ann.")
    await anna.says("Kald mig Anna")
    await anna.sees("som Anna.")


async def test_going_off_duty_says_who_is_left(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    await anna.goes_on_duty()
    await anna.taps("Gå af vagt")
    await anna.sees("Ingen er på vagt")


async def test_a_blocked_bot_is_noticed_and_others_are_alerted(stage: Stage) -> None:
    anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
    await anna.goes_on_duty()
    await anna.phone.blocks()
    await stage.settles()
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await bo.sees("Ny henvendelse")


async def test_what_is_open_is_listed_by_age_whatever_it_is_about(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    await a_concern(stage)
    older = await stage.nickname()
    pia = await Partner.arrives(stage, "Pia")
    await pia.walks("/start", "[Dansk]", "[Ja]", "[ringet]", "[arbejde]")
    await pia.answers_the_rest()
    await pia.taps("Send")
    await stage.everyone_looks()
    await anna.says("Åbne henvendelser")
    listed = await anna.sees("Reager senest", "Reager senest")
    assert listed.startswith(older)
    assert f"Åbn {older}" in (await anna.screen()).buttons[0]


async def test_an_adviser_of_the_municipality_reads_no_concern(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    await a_concern(stage)
    pia = await Partner.arrives(stage, "Pia")
    await pia.begins()
    await pia.walks("[anden del af kommunen]", "Åbne henvendelser", f"Åbn {await stage.nickname()}")
    await pia.forges(await anna.data_of("Åbn"))
    await pia.sees("knap")
    assert not [each for each in await pia.from_bot() if "stationen" in each.text]
    await stage.everyone_looks()


async def test_a_nickname_alone_or_a_part_of_it_is_enough(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    await a_concern(stage)
    await anna.sees_alert()
    nickname = await stage.nickname()
    await anna.says(nickname)
    assert "Bænken" in (await anna.card()).text
    await anna.says(f"tag {nickname.split()[1]}")
    await anna.says(f"har ringet til {nickname}")
    assert await stage.state() == "reacted"
    await stage.everyone_looks()
