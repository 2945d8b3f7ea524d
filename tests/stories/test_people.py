"""Who is in the team: invited by a lead in chat, put on pause and let in again, made a lead."""

import asyncio

from domain.people import StaffRole
from tests.cast import Lead, Person, Relative, Worker, a_concern, a_taken_concern
from tests.postgres import on_both_engines
from tests.stage import Stage


def the_payload(link_message: str) -> str:
    """Return what the link in a message starts the bot with."""
    return link_message.split("?start=")[1].split()[0]


async def test_a_lead_invites_a_worker_with_a_link_and_hears_that_it_was_used(
    stage: Stage,
) -> None:
    lone, bo = await Lead.joins(stage, "Lone"), await Worker.arrives(stage, "Bo")
    await lone.says("Inviter medarbejder")
    link = await lone.sees("https://t.me/brobygger_test_bot?start=inv_", "15 minutter")
    shown = await lone.screen()
    await bo.starts(the_payload(link))
    await bo.sees("Velkommen i teamet")
    await lone.sees("En ny medarbejder er kommet med")
    assert "inv_" not in (await lone.message(shown.message_id)).text
    assert not shown.protected


async def test_a_link_for_a_lead_makes_a_lead(stage: Stage) -> None:
    lone, bo = await Lead.joins(stage, "Lone"), await Worker.arrives(stage, "Bo")
    await lone.says("Teamet")
    await lone.sees("Lone: teamleder")
    await lone.taps("Inviter teamleder")
    await bo.starts(the_payload(await lone.sees("ny teamleder")))
    await bo.sees("Velkommen som leder")
    await lone.sees("En ny teamleder")


async def test_a_link_taken_back_lets_nobody_in(stage: Stage) -> None:
    lone, bo = await Lead.joins(stage, "Lone"), await Worker.arrives(stage, "Bo")
    payloads = []
    for cancel in (lone.taps, lone.says):
        await lone.says("Inviter medarbejder")
        payloads.append(the_payload(await lone.sees("https://")))
        await cancel("Fortryd invitationen")
        await lone.sees("virker ikke mere")
    for payload in payloads:
        await bo.starts(payload)
        await bo.sees("Bed om en ny")
    assert not [each for each in await lone.has_on_the_phone() if "https://" in each]


async def test_a_link_in_chat_lasts_fifteen_minutes(stage: Stage) -> None:
    lone, bo = await Lead.joins(stage, "Lone"), await Worker.arrives(stage, "Bo")
    await lone.says("Inviter medarbejder")
    payload = the_payload(await lone.sees("https://"))
    await stage.time_passes(minutes=15)
    await bo.starts(payload)
    await bo.sees("Bed om en ny")
    await lone.taps("Fortryd invitationen")
    await lone.sees("brugt eller for gammel")


async def test_a_link_falls_with_the_lead_who_made_it(stage: Stage) -> None:
    lone, maj = await Lead.joins(stage, "Lone"), await Lead.joins(stage, "Maj")
    bo = await Worker.arrives(stage, "Bo")
    await maj.says("Inviter teamleder")
    payload = the_payload(await maj.sees("https://"))
    await lone.says("Sæt på pause Maj")
    await maj.sees("Du er på pause")
    await bo.starts(payload)
    await bo.sees("Bed om en ny")
    await lone.sees("Maj: teamleder, på pause")


async def test_a_worker_cannot_invite(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    await anna.says("Inviter medarbejder")
    await anna.sees("Det kan kun en teamleder")


async def test_the_code_of_a_link_is_long_and_stands_nowhere(stage: Stage) -> None:
    lone = await Lead.joins(stage, "Lone")
    await lone.says("Inviter medarbejder")
    code = the_payload(await lone.sees("https://")).removeprefix("inv_")
    assert len(code) >= 22  # base 64 of 128 bits
    (row,) = await stage.app.store.database.read_all_of(
        "SELECT * FROM invites WHERE member IS NOT NULL"
    )
    assert code not in str(row)


async def test_a_worker_sees_names_and_who_has_the_duty(stage: Stage) -> None:
    anna, lone = await Worker.joins(stage, "Anna"), await Lead.joins(stage, "Lone")
    await anna.goes_on_duty()
    await anna.says("/team")
    assert await anna.sees() == "Teamet lige nu:\nAnna: på vagt\nLone"
    assert not (await anna.screen()).buttons
    await lone.says("/team")
    assert "Anna: medarbejder, på vagt\nLone: teamleder" in await lone.sees()


async def test_who_cannot_be_reached_stands_first_for_a_lead(stage: Stage) -> None:
    lone, anna = await Lead.joins(stage, "Lone"), await Worker.joins(stage, "Anna")
    await anna.phone.blocks()
    await stage.settles()
    await lone.sees("når ikke frem til Anna")
    await lone.says("Teamet")
    await lone.sees("Anna: medarbejder, kan ikke nås", "Lone")


async def test_a_long_team_stands_on_pages(stage: Stage) -> None:
    lone = await Lead.joins(stage, "Lone")
    for _ in range(21):
        nameless = await Worker.arrives(stage, "Ny")
        await nameless.starts(await stage.invitation(StaffRole.WORKER))
    await stage.everyone_looks()
    await lone.says("Teamet")
    await lone.sees("Lone", "medarbejder 20:", "Side 1 af 2")
    await lone.taps("Næste side")
    assert "medarbejder 22:" in (await lone.screen()).text
    await lone.says("Teamet 2")
    await lone.sees("medarbejder 22:")


async def test_whoever_is_on_pause_sees_nothing_and_can_do_nothing(stage: Stage) -> None:
    lone, anna = await Lead.joins(stage, "Lone"), await Worker.joins(stage, "Anna")
    await anna.goes_on_duty()
    await a_concern(stage)
    card = await anna.sees_alert()
    await anna.taps("Åbn")
    assert "Bænken" in (await anna.message(card)).text
    await lone.says("Sæt på pause Anna")
    await anna.sees("Du er på pause")
    assert not [each for each in await anna.has_on_the_phone() if "Bænken" in each]
    for button in ("Åbn", "Tag vagten"):
        await anna.taps(button)
        await anna.sees("Du er på pause")
    await anna.says("/aabne")
    await anna.sees("Du er på pause")
    assert await stage.state() == "seen"
    await stage.everyone_looks()


async def test_no_alert_and_no_reminder_reaches_a_pause(stage: Stage) -> None:
    lone, anna = await Lead.joins(stage, "Lone"), await Worker.joins(stage, "Anna")
    await anna.goes_on_duty()
    await a_taken_concern(stage, anna)
    await lone.says("Sæt på pause Anna")
    await anna.sees("Du er på pause")
    await lone.sees("Ny henvendelse")
    await a_concern(stage)
    await stage.everyone_looks()
    await stage.time_passes(days=8)
    await anna.sees_nothing_new()
    await lone.sees("Fristen var")


async def test_what_is_theirs_can_be_taken_over_by_whoever_is_on_duty(stage: Stage) -> None:
    lone, anna = await Lead.joins(stage, "Lone"), await Worker.joins(stage, "Anna")
    bo = await Worker.joins(stage, "Bo")
    await anna.goes_on_duty()
    await a_taken_concern(stage, anna)
    await bo.goes_on_duty()
    await lone.says("Anna")
    await lone.sees("Anna: medarbejder, på vagt", "hos Anna: 1")
    await lone.taps("Sæt på pause")
    await bo.sees("Ny henvendelse")
    await bo.taps("Tag")
    assert await stage.owner() == "Bo"
    await stage.everyone_looks()
    assert "taget af" not in "".join(await anna.has_on_the_phone())


async def test_who_knew_that_it_was_taken_hears_that_it_is_free_again(stage: Stage) -> None:
    lone, anna = await Lead.joins(stage, "Lone"), await Worker.joins(stage, "Anna")
    bo = await Worker.joins(stage, "Bo")
    await a_taken_concern(stage, anna)
    await lone.says("Sæt på pause Anna")
    await bo.sees("mangler en, der tager over", "30. november")
    await bo.taps("Åbn")
    await bo.taps("Tag")
    assert await stage.owner() == "Bo"
    await stage.everyone_looks()


async def test_let_in_again_everything_is_as_before(stage: Stage) -> None:
    lone, anna = await Lead.joins(stage, "Lone"), await Worker.joins(stage, "Anna")
    await a_concern(stage)
    await lone.says("Sæt på pause Anna")
    await lone.taps("Luk ind igen")
    await anna.sees("Du er på pause", "Velkommen tilbage")
    await anna.taps("Åbne henvendelser")
    await anna.taps("Åbn")
    assert "Bænken" in (await anna.card()).text
    await stage.everyone_looks()


async def test_a_pause_on_duty_is_told_and_asks_another_to_take_it(stage: Stage) -> None:
    anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
    lone = await Lead.joins(stage, "Lone")
    await anna.goes_on_duty()
    await lone.says("Sæt på pause Anna")
    assert "Ingen har vagten" not in await anna.sees("Du er på pause")
    for other in (bo, lone):
        await other.sees("Ingen har vagten nu. Kan du tage den?")
    await bo.taps("Tag vagten")
    await bo.sees("Du har vagten nu")


async def test_a_pause_ends_no_invitation_anew(stage: Stage) -> None:
    lone, anna = await Lead.joins(stage, "Lone"), await Worker.joins(stage, "Anna")
    await lone.says("Sæt på pause Anna")
    await anna.sees("Du er på pause")
    await anna.starts(await stage.invitation(StaffRole.LEAD))
    await anna.sees("Du er på pause")
    await lone.sees("på pause")


async def test_words_begun_before_a_pause_go_nowhere(stage: Stage) -> None:
    lone, anna = await Lead.joins(stage, "Lone"), await Worker.joins(stage, "Anna")
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await anna.taps("Tag")
    await anna.says("Skriv til henvender")
    await lone.says("Sæt på pause Anna")
    await anna.says("Hvor er bænken?")
    await lone.says("Luk ind igen Anna")
    await anna.says("Send beskeden")
    await stage.everyone_looks()
    assert not [each for each in await kim.has_on_the_phone() if "Hvor er bænken" in each]


async def test_a_worker_is_made_a_lead_and_a_lead_a_worker(stage: Stage) -> None:
    lone, anna = await Lead.joins(stage, "Lone"), await Worker.joins(stage, "Anna")
    await lone.says("Gør til teamleder Anna")
    await lone.sees("Anna: teamleder")
    await anna.sees("Du er nu teamleder")
    await anna.says("Gør til medarbejder Lone")
    await anna.sees("Lone: medarbejder")
    await lone.sees("Du er nu medarbejder")
    await lone.says("Sæt på pause Anna")
    await lone.sees("Det kan kun en teamleder")


async def test_the_last_lead_stays(stage: Stage) -> None:
    lone = await Lead.joins(stage, "Lone")
    for words in ("Gør til medarbejder Lone", "Sæt på pause Lone"):
        await lone.says(words)
        await lone.sees("skal have en teamleder")
    await lone.says("Lone")
    await lone.sees("Lone: teamleder")


@on_both_engines
async def test_two_leads_cannot_both_step_down_at_once(stage: Stage) -> None:
    lone, maj = await Lead.joins(stage, "Lone"), await Lead.joins(stage, "Maj")
    await asyncio.gather(
        lone.phone.says("Gør til medarbejder Lone"), maj.phone.says("Gør til medarbejder Maj")
    )
    await stage.settles()
    roles = [each.member.role for each in await stage.app.store.staff.all()]
    assert sorted(roles) == ["lead", "worker"]
    assert "skal have en teamleder" in await lone.sees() + await maj.sees()


async def test_of_two_with_the_same_name_a_button_chooses(stage: Stage) -> None:
    lone, anna = await Lead.joins(stage, "Lone"), await Worker.joins(stage, "Anna")
    other = await Worker.joins(stage, "Anna")
    await lone.says("Sæt på pause Anna")
    await lone.sees("Anna: medarbejder\nAnna: medarbejder")
    for each in (anna, other):
        await each.sees_nothing_new()


async def words_on_the_phone(person: Person) -> bool:
    """Whether words of the concern stand in somebody's chat."""
    return any("Bænken" in each for each in await person.has_on_the_phone())


async def test_a_lead_made_a_worker_does_not_keep_a_colleagues_words(stage: Stage) -> None:
    anna, lone = await Worker.joins(stage, "Anna"), await Lead.joins(stage, "Lone")
    maj = await Lead.joins(stage, "Maj")
    await a_taken_concern(stage, anna)
    await lone.types(f"Åbn {await stage.nickname()}")
    assert await words_on_the_phone(lone)
    await maj.types("Gør til medarbejder Lone")
    await lone.sees("medarbejder")
    assert not await words_on_the_phone(lone)
    assert await words_on_the_phone(anna)


async def test_what_was_offered_to_somebody_on_pause_goes_back_to_its_giver(stage: Stage) -> None:
    anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
    lone = await Lead.joins(stage, "Lone")
    await a_taken_concern(stage, anna)
    await anna.types(f"Giv videre {await stage.nickname()} til Bo")
    await bo.sees("vil gerne give")
    await stage.everyone_looks()
    await lone.types("Sæt på pause Bo")
    await bo.sees("på pause")
    await anna.sees("stadig din")
    assert all(each.offered_to is None for each in await stage.app.store.concerns.open())


async def test_whoever_is_leaving_is_not_paused(stage: Stage) -> None:
    anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
    lone = await Lead.joins(stage, "Lone")
    await a_taken_concern(stage, anna)
    await anna.types("Ja, jeg forlader teamet")
    await stage.everyone_looks()
    await lone.types("Anna")
    assert "Sæt på pause" not in (await lone.screen()).buttons
    await lone.says("Sæt på pause Anna")
    await lone.sees("Den knap er gammel")
    await bo.taps("Tag imod")
    await anna.sees("ikke længere i teamet")
    await stage.everyone_looks()


async def test_what_somebody_on_pause_writes_is_nobodys_own_words(stage: Stage) -> None:
    anna, lone = await Worker.joins(stage, "Anna"), await Lead.joins(stage, "Lone")
    await lone.types("Sæt på pause Anna")
    await anna.sees("på pause")
    for words in ("Han sidder stadig på bænken", "Hej"):
        await anna.says(words)
        assert "bænken" not in await anna.sees("på pause")
    await anna.sends("photo", caption="Bænken")
    await anna.sees("på pause")
    door = await stage.app.store.doors.at(anna.phone.person)
    assert (door.interview, door.concerns) == (None, ())
    await anna.says("/akut")
    await anna.sees("112")
    await anna.types("/start", "Dansk")
