"""Leaving the team and being removed: nothing stays behind, and no concern is left alone."""

import asyncio

import pytest
from sqlalchemy import select

from domain.people import Status
from storage.schema import journal
from storage.team_schema import staff
from tests.cast import Lead, Worker, a_concern, a_taken_concern
from tests.stage import Stage
from tests.stories.test_swaps import a_team, asks, duties

GONE = "Du er ikke længere i teamet"


async def status_of(stage: Stage, name: str) -> Status:
    """Return whether somebody takes part."""
    team = await stage.app.store.staff.all()
    return next(each.member.status for each in team if each.member.name == name)


async def test_whoever_has_nothing_left_goes_at_once(stage: Stage) -> None:
    anna, _ = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
    await anna.goes_on_duty()
    await anna.says("/forlad")
    await anna.sees("Vil du forlade teamet?")
    await anna.taps("Nej, jeg bliver")
    await anna.sees("du bliver")
    await anna.says("Forlad teamet")
    await anna.taps("Ja, jeg forlader teamet")
    await anna.sees(GONE)
    assert await status_of(stage, "Anna") is Status.GONE
    await a_concern(stage)
    await anna.sees_nothing_new()
    await stage.everyone_looks()


async def test_what_is_theirs_is_offered_to_all_and_the_last_acceptance_lets_them_go(
    stage: Stage,
) -> None:
    anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
    await a_taken_concern(stage, anna)
    await a_concern(stage)
    await anna.taps("Tag")
    await anna.says("Forlad teamet")
    await anna.taps("Ja, jeg forlader")
    await anna.sees("tilbudt til alle: 2")
    await bo.taps("Tag imod")
    assert await status_of(stage, "Anna") is Status.LEAVING
    await bo.says("Tag imod")
    assert await status_of(stage, "Anna") is Status.GONE
    await anna.sees(GONE)
    assert not [each for each in await anna.has_on_the_phone() if "Bænken" in each]
    await stage.everyone_looks()


async def test_whoever_is_leaving_works_on_and_gets_nothing_new(stage: Stage) -> None:
    anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
    await a_taken_concern(stage, anna)
    nickname = await stage.nickname()
    await anna.says("Forlad teamet")
    await anna.taps("Ja, jeg forlader")
    await a_concern(stage)
    await bo.sees("Anna vil gerne give", "Ny henvendelse")
    assert "Ny henvendelse" not in await anna.sees("tilbudt til alle")
    await anna.says(f"Afslut {nickname}")
    await anna.taps("Klarer sig videre selv")
    await anna.sees(GONE)
    assert await status_of(stage, "Anna") is Status.GONE
    await stage.everyone_looks()


async def test_what_a_leaver_offers_is_brought_to_everybody_until_somebody_accepts(
    stage: Stage,
) -> None:
    anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
    lone = await Lead.joins(stage, "Lone")
    await a_taken_concern(stage, anna)
    await anna.taps("Har ringet")
    await anna.says("Ja, jeg forlader teamet")
    await anna.says(f"Giv videre {await stage.nickname()} til Bo")
    await stage.everyone_looks()
    for _ in range(3):
        await stage.time_passes(days=1)
        await anna.sees("er stadig din")
        for each in (bo, lone):
            await each.sees("Anna vil gerne give")
    await lone.taps("Tag imod")
    await anna.sees(GONE)
    await stage.everyone_looks()
    await stage.time_passes(days=3)


async def test_accepted_at_once_by_two_the_last_one_still_lets_them_go(stage: Stage) -> None:
    anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
    carla = await Worker.joins(stage, "Carla")
    for _ in range(2):
        await a_concern(stage)
        await anna.taps("Tag")
    await anna.says("Forlad teamet")
    await anna.taps("Ja, jeg forlader")
    offers = [each.message_id for each in await bo.from_bot() if "Tag imod" in each.buttons]
    others = [each.message_id for each in await carla.from_bot() if "Tag imod" in each.buttons]
    await asyncio.gather(
        bo.phone.taps(offers[0], "Tag imod"), carla.phone.taps(others[1], "Tag imod")
    )
    await stage.settles()
    assert await status_of(stage, "Anna") is Status.GONE
    await stage.everyone_looks()


async def test_a_lead_who_removes_somebody_takes_over_and_every_card_agrees(stage: Stage) -> None:
    anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
    lone = await Lead.joins(stage, "Lone")
    await a_taken_concern(stage, anna)
    card = (await bo.from_bot())[-1].message_id
    await lone.says("Fjern Anna")
    await lone.sees("Vil du fjerne Anna", "tager du over: 1")
    await lone.taps("Ja, fjern")
    await lone.sees("Anna er ikke længere i teamet")
    assert await stage.owner() == "Lone"
    assert "taget af Lone" in (await bo.message(card)).text
    assert not [each for each in await anna.has_on_the_phone() if "Bænken" in each]
    await lone.taps("Har ringet")
    assert await stage.state() == "reacted"
    await stage.everyone_looks()


async def test_the_removed_see_nothing_and_can_do_nothing(stage: Stage) -> None:
    anna, lone = await Worker.joins(stage, "Anna"), await Lead.joins(stage, "Lone")
    await a_taken_concern(stage, anna)
    old = {what: await anna.data_of(what) for what in ("Åbn", "Har ringet", "Læg tilbage")}
    await lone.says("Ja, fjern Anna")
    await stage.everyone_looks()
    for button in old.values():
        await anna.forges(button)
        assert "kun for teamet" in await anna.sees()
    for said in ("/aabne", "/vagt", "/forlad", f"Tag {await stage.nickname()}"):
        await anna.says(said)
        seen = await anna.sees()
        assert "Bænken" not in seen
        assert await stage.nickname() not in seen.replace(said, "")
    assert (await stage.owner(), await stage.state()) == ("Lone", "taken")


async def test_nothing_but_id_name_and_number_is_kept_of_them(stage: Stage) -> None:
    anna, lone = await Worker.joins(stage, "Anna"), await Lead.joins(stage, "Lone")
    await lone.says("Ja, fjern Anna")
    (gone, _) = await stage.app.store.staff.all()
    assert (gone.member.name, gone.member.number, gone.chat_id) == ("Anna", 1, 0)
    assert await stage.app.store.staff.at(anna.phone.person) is None
    await stage.everyone_looks()
    await anna.starts(await stage.invitation(anna.role))
    await anna.sees("Velkommen")
    numbers = await stage.app.store.database.read(select(staff.c.number))
    assert sorted(each.number for each in numbers) == [1, 2, 3]


async def test_an_offer_to_somebody_who_leaves_goes_back_to_the_giver(stage: Stage) -> None:
    anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
    await a_taken_concern(stage, anna)
    await anna.says(f"Giv videre {await stage.nickname()} til Bo")
    await anna.sees()
    await bo.says("Forlad teamet")
    await bo.taps("Ja, jeg forlader")
    await anna.sees("er stadig din")
    (concern,) = await stage.app.store.concerns.open()
    assert concern.offered_to is None
    assert await stage.owner() == "Anna"
    await stage.everyone_looks()


async def test_the_last_lead_stays_and_only_a_lead_removes(stage: Stage) -> None:
    anna, lone = await Worker.joins(stage, "Anna"), await Lead.joins(stage, "Lone")
    for said in ("Forlad teamet", "Ja, jeg forlader teamet", "Fjern Lone"):
        await lone.says(said)
        await lone.sees("Teamet skal have en teamleder")
    await anna.says("Ja, fjern Lone")
    await anna.sees("kun en teamleder")
    assert await status_of(stage, "Lone") is Status.ACTIVE
    query = select(journal.c.action).where(journal.c.action == "refused: remove")
    assert len(await stage.app.store.database.read(query)) == 1


async def test_of_two_leads_who_leave_at_once_one_stays(stage: Stage) -> None:
    lone, mette = await Lead.joins(stage, "Lone"), await Lead.joins(stage, "Mette")
    await asyncio.gather(*(each.phone.says("Ja, jeg forlader teamet") for each in (lone, mette)))
    await stage.settles()
    left = [await status_of(stage, name) for name in ("Lone", "Mette")]
    assert sorted(left) == [Status.ACTIVE, Status.GONE]
    await stage.everyone_looks()


@pytest.mark.parametrize("typed", ["Tag {}", "Tag imod", "Tag imod {}", ""])
async def test_whoever_is_leaving_cannot_go_by_taking_what_is_theirs(
    stage: Stage, typed: str
) -> None:
    anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
    await a_concern(stage)
    old = await anna.data_of("Tag")
    await anna.taps("Tag")
    await anna.says("Ja, jeg forlader teamet")
    await stage.everyone_looks()
    await (anna.says(typed.format(await stage.nickname())) if typed else anna.forges(old))
    assert await status_of(stage, "Anna") is Status.LEAVING
    await bo.taps("Tag imod")
    assert (await stage.owner(), await status_of(stage, "Anna")) == ("Bo", Status.GONE)
    await stage.everyone_looks()


async def test_whoever_is_leaving_is_put_on_no_duty(stage: Stage) -> None:
    anna, bo = await a_team(stage)
    await a_concern(stage)
    await bo.says(f"Tag {await stage.nickname()}")
    await stage.everyone_looks()
    await asks(anna, "tirs. 24/11", "Bo")
    await bo.says("Ja, jeg forlader teamet")
    await bo.sees()
    await bo.taps("Ja")
    await bo.sees("Du er ved at forlade teamet")
    await bo.says("Tag ons. 25/11 kl. 8–16")
    assert "Du er ved at forlade teamet" in await bo.sees()
    assert "tirsdag den 24. november" in await duties(anna)
    await stage.everyone_looks()


async def test_a_swap_with_somebody_who_leaves_is_undone_and_the_leads_hear_of_gaps(
    stage: Stage,
) -> None:
    anna, bo = await a_team(stage)
    lone = await Lead.joins(stage, "Lone")
    await asks(anna, "tirs. 24/11", "Bo: ons. 25/11")
    await bo.taps("Ja")
    await stage.everyone_looks()
    await bo.says("Ja, jeg forlader teamet")
    await bo.sees(GONE)
    await anna.sees("Bo kan ikke tage vagten", "din igen: tirsdag den 24. november kl. 8–16")
    await lone.sees("Planen for Bo er ændret", "mangler der nogen")
    assert "onsdag den 25. november" not in (mine := await duties(anna))
    assert "tirsdag den 24. november" in mine
    await bo.says("Fortryd byttet")
    await stage.everyone_looks()


async def test_removed_on_duty_it_is_told_and_the_lead_can_take_it(stage: Stage) -> None:
    anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
    lone = await Lead.joins(stage, "Lone")
    await anna.goes_on_duty()
    await lone.says("Ja, fjern Anna")
    await lone.sees("Ingen har vagten nu")
    assert "Ingen har vagten" not in await anna.sees(GONE)
    await bo.taps("Tag vagten")
    await bo.sees("Ingen har vagten nu", "Du har vagten nu")
    await stage.everyone_looks()


async def test_of_two_with_one_name_none_is_guessed(stage: Stage) -> None:
    anna, lone = await Worker.joins(stage, "Anna"), await Lead.joins(stage, "Lone")
    for _ in range(2):
        (await Worker.joins(stage, "Bo")).puts_the_phone_away()
    for said in ("Fjern Bo!", "Ja, fjern Bo"):
        await lone.says(said)
        assert (await lone.sees("Bo: medarbejder")).count("Bo: medarbejder") == 2
    await a_taken_concern(stage, anna)
    await anna.says(f"Giv videre {await stage.nickname()} til bo.")
    assert [each.owner for each in await stage.app.store.concerns.offered()] == []
    await anna.taps("Bo")
    assert len(await stage.app.store.concerns.offered()) == 1
    await stage.everyone_looks()


async def test_a_lead_who_is_leaving_removes_nobody(stage: Stage) -> None:
    anna, lone = await Worker.joins(stage, "Anna"), await Lead.joins(stage, "Lone")
    await Lead.joins(stage, "Maj")
    await a_taken_concern(stage, lone)
    await lone.types("Ja, jeg forlader teamet")
    await stage.everyone_looks()
    await lone.says("Ja, fjern Anna")
    await lone.sees("Bed en anden teamleder")
    assert await status_of(stage, "Anna") is Status.ACTIVE
    await anna.sees_nothing_new()
