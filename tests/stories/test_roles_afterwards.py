"""What only a citizen, and what only a partner, hears and can do afterwards."""

import pytest

from tests.cast import Citizen, Partner, Worker
from tests.stage import Stage


async def test_a_citizen_hears_who_takes_it_how_we_reacted_and_that_it_is_over(
    stage: Stage,
) -> None:
    anna, mia = await Worker.joins(stage, "Anna"), await Citizen.arrives(stage, "Mia")
    await mia.raises_a_concern()
    await anna.taps("Tag")
    await mia.says("/status")
    await mia.sees("har læst", "Anna har taget imod den")
    await anna.taps("Har været ude")
    await stage.time_passes(minutes=5)
    await mia.sees("Vi har været ude for at møde dig")
    await anna.taps("Afslut")
    await anna.taps("Klarer sig videre selv")
    await stage.time_passes(minutes=5)
    await mia.sees("du kan altid skrive til os igen")
    await mia.taps("Jeg vil gerne høre fra jer")
    await mia.sees("Vi reagerer senest")
    await anna.sees("stadig gerne høre fra os")


async def test_a_citizen_who_says_no_is_asked_nothing_more(stage: Stage) -> None:
    anna, mia = await Worker.joins(stage, "Anna"), await Citizen.arrives(stage, "Mia")
    await mia.raises_a_concern()
    await anna.taps("Tag")
    await mia.says("Sig nej tak")
    await mia.sees("Det er helt i orden. Du skal ikke sige hvorfor")
    await mia.taps("Ja, jeg siger stop")
    await mia.sees("Det er helt i orden")
    await anna.sees("har sagt nej tak til hjælpen")
    await stage.time_passes(days=30)
    await mia.sees_nothing_new()


async def test_no_can_be_said_after_it_was_closed_too(stage: Stage) -> None:
    anna, mia = await Worker.joins(stage, "Anna"), await Citizen.arrives(stage, "Mia")
    await mia.raises_a_concern()
    await anna.taps("Tag")
    await anna.taps("Afslut")
    await anna.taps("Klarer sig videre")
    await mia.walks("/stop", "[Ja, jeg siger stop]")
    assert "Det er helt i orden" in (await mia.screen()).text
    assert await stage.state() == "withdrawn"
    await anna.sees("har sagt nej tak")


async def test_whoever_wants_no_messages_gets_none_by_themselves(stage: Stage) -> None:
    anna, mia = await Worker.joins(stage, "Anna"), await Citizen.arrives(stage, "Mia")
    await mia.begins()
    await mia.skips_until("Hvordan må vi svare dig?")
    await mia.taps("Kom forbi")
    await mia.answers_the_rest()
    await mia.taps("Send")
    await mia.sees("senest")
    await anna.taps("Tag")
    await anna.taps("Har været ude")
    await stage.time_passes(days=9)
    await mia.sees_nothing_new()
    await stage.everyone_looks()


@pytest.mark.parametrize(
    ("button", "told"), [("Vi vil gerne være med", "tid og sted"), ("Vi kan ikke", "ikke være med")]
)
async def test_a_wish_to_meet_is_answered_and_nothing_is_booked(
    stage: Stage, button: str, told: str
) -> None:
    anna, pia = await Worker.joins(stage, "Anna"), await Partner.arrives(stage, "Pia")
    await pia.wishes("hjemmebesøg", consent="[Ja]")
    await pia.answers_the_rest()
    await pia.taps("Send")
    await pia.sees("senest")
    await anna.taps("Tag")
    await anna.taps("Åbn")
    await anna.taps(button)
    await anna.sees(f"Det her bliver sendt til {await stage.nickname()}", told)
    assert told not in await pia.sees("læst")
    await anna.taps("Fortryd beskeden")
    await anna.taps(button)
    await anna.taps("Send beskeden")
    await pia.sees("Anna", told)
    await anna.taps("Åbn")
    assert told in (await anna.card()).text
    await stage.everyone_looks()


async def test_a_partner_hears_who_took_it_and_never_how_it_ended(stage: Stage) -> None:
    anna, pia = await Worker.joins(stage, "Anna"), await Partner.arrives(stage, "Pia")
    await pia.raises_a_concern()
    await anna.taps("Tag")
    await anna.taps("Afslut")
    await anna.taps("Borgeren sagde nej tak")
    await stage.time_passes(minutes=5)
    await pia.says("/status")
    seen = await pia.sees("læst", "Anna har taget imod den", "Vi har nu reageret")
    assert "nej tak" not in seen
    await stage.everyone_looks()


async def test_whoever_asked_for_a_call_is_promised_no_visit(stage: Stage) -> None:
    mia = await Citizen.arrives(stage, "Mia")
    await mia.begins()
    await mia.skips_until("Hvordan må vi svare dig?")
    await mia.walks("[Ring til mig]", "20 11 22 33")
    await mia.answers_the_rest()
    await mia.taps("Send")
    assert "ud til dig" not in await mia.sees("Vi reagerer senest")
