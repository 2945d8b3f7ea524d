"""A citizen, a relative and a partner are each asked what fits them, and nothing else."""

import pytest

from tests.cast import Citizen, Partner, Relative, Worker
from tests.stage import Stage


async def test_a_citizen_says_where_to_meet_and_how_to_answer(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    mia = await Citizen.arrives(stage, "Mia")
    receipt = await mia.raises_a_concern()
    assert "Du bestemmer" in receipt
    mia.puts_the_phone_away()
    card = await anna.reads()
    told = ("Et sted at sove", "Jeg sover dårligt", "Udenfor", "Bænken ved søen", "Skriv her")
    assert sorted(told, key=card.index) == list(told)


async def test_only_who_wants_a_call_is_asked_for_a_number(stage: Stage) -> None:
    mia = await Citizen.arrives(stage, "Mia")
    await mia.begins()
    await mia.skips_until("Hvordan må vi svare dig?")
    await mia.taps("Ring til mig")
    await mia.sees("Hvilket nummer", "ikke længere anonym")
    await mia.taps("Tilbage")
    await mia.sees("Hvordan må vi svare dig?", "Ring til mig")
    await mia.taps("Gennem en")
    await mia.sees("Hvem stoler du på?")
    await mia.says("Min søster Bente")
    await mia.sees("Hvad skal vi kalde dig?")


async def test_a_citizen_who_will_not_say_where_is_not_asked_again(stage: Stage) -> None:
    mia = await Citizen.arrives(stage, "Mia")
    await mia.begins()
    await mia.skips_until("Hvor kan vi møde dig?")
    await mia.taps("ikke sige endnu")
    await mia.sees("Hvornår passer det")
    await mia.says("tilbage")
    await mia.sees("Hvor kan vi møde dig?")
    await mia.taps("Hjemme")
    await mia.sees("Hvor bor du?", "springe over")


async def test_no_child_is_to_interpret(stage: Stage) -> None:
    mia = await Citizen.arrives(stage, "Mia")
    await mia.begins()
    await mia.skips_until("Hvilket sprog taler du helst?")
    await mia.says("Arabisk, gerne med tolk")
    await mia.sees("tage hensyn til")


async def test_an_angry_person_makes_safety_the_next_question(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to("Hvad bekymrer dig?")
    await kim.walks("2, 6", "[Videre]")
    await kim.says("Han har en kniv")
    await kim.sees("Hvad har du set")
    await kim.skips_until("ikke sendt endnu")
    assert (await kim.screen()).text.count("Pas på: Han har en kniv") == 1


async def test_a_person_without_a_home_makes_the_place_the_next_question(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to("Hvad bekymrer dig?")
    await kim.says("1")
    await kim.sees("Valgt: Har ikke et sted at bo")
    await kim.taps("Videre")
    await kim.sees("Hvor sover personen", "Sted og tid er det vigtigste")


async def test_what_is_required_is_asked_for_until_it_is_there(stage: Stage) -> None:
    pia = await Partner.arrives(stage, "Pia")
    await pia.wishes("Gøre opmærksom")
    await pia.skips_until("Hvor og hvornår er det nemmest at møde borgeren?")
    await pia.says("spring over")
    await pia.sees("brug for et svar", "Hvor og hvornår er det nemmest at møde borgeren?")
    await pia.taps("må jeg ikke sige")
    await pia.sees("allerede sat i gang")


async def test_a_partner_draws_attention_and_the_worker_sees_who_keeps_contact(
    stage: Stage,
) -> None:
    anna = await Worker.joins(stage, "Anna")
    pia = await Partner.arrives(stage, "Pia")
    assert "I holder stadig selv kontakten" in await pia.raises_a_concern()
    pia.puts_the_phone_away()
    card = await anna.reads()
    told = ("Ønske: Gøre opmærksom", "Har ikke spurgt", "stationen", "Holder kontakten: Sygepl")
    assert sorted(told, key=card.index) == list(told)


async def test_a_partner_hears_at_once_what_is_asked_about_them(stage: Stage) -> None:
    pia = await Partner.arrives(stage, "Pia")
    await pia.walks("/start", "[Dansk]", "[Nej]")
    await pia.taps("arbejde")
    await pia.sees("Hvor arbejder du?", "på dit job", "hvis borgeren har sagt ja")


@pytest.mark.parametrize(
    ("wish", "why", "when", "where"),
    [
        ("Et fælles møde", "med til mødet", "Hvornår kan mødet være", "Hvor kan mødet være"),
        ("hjemmebesøg", "tager med på besøg", "Hvornår kan besøget", "Hvor skal besøget være"),
    ],
)
async def test_a_meeting_and_a_visit_are_asked_for_in_their_own_words(
    stage: Stage, wish: str, why: str, when: str, where: str
) -> None:
    pia = await Partner.arrives(stage, "Pia")
    await pia.wishes(wish, consent="[Ja]")
    await pia.skips_until(why)
    await pia.says("Borgeren vil gerne møde jer")
    await pia.sees(when, "først aftalt")
    await pia.says("Torsdag formiddag")
    await pia.sees(where)
    await pia.skips_until("Hvordan får vi fat i dig")
    assert "Spring over" not in (await pia.screen()).buttons


async def test_a_sparring_asks_nothing_that_shows_who_it_is_about(stage: Stage) -> None:
    pia = await Partner.arrives(stage, "Pia")
    await pia.wishes("Sparring")
    while "ikke sendt endnu" not in (asked := (await pia.screen()).text):
        assert not any(words in asked for words in ("Hvor og", "genkende", "deler navn", "sprog"))
        await pia.answers_one()
    assert "Kontakt på arbejdet: Ikke besvaret" in (await pia.screen()).text


async def test_changing_the_wish_asks_what_it_needs_and_sends_nothing_else(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    pia = await Partner.arrives(stage, "Pia")
    await pia.wishes("Sparring")
    await pia.skips_until("ikke sendt endnu")
    await pia.walks(f"[{await pia.change_of('Ønske')}]", "[Et fælles møde]", "[Ja]")
    assert "med til mødet" in (await pia.screen()).text
    await pia.skips_until("ikke sendt endnu")
    await pia.walks(f"[{await pia.change_of('Ønske')}]", "[Sparring]", "[Send]")
    pia.puts_the_phone_away()
    assert "Derfor skal vi med" not in await anna.reads()


async def test_who_comes_is_said_before_the_place_is_asked_for(stage: Stage) -> None:
    mia = await Citizen.arrives(stage, "Mia")
    await mia.begins()
    await mia.skips_until("Hvor kan vi møde dig?")
    assert "en medarbejder fra Opsøgende Team, der kommer" in (await mia.screen()).text
    await mia.taps("Skriv først til mig her")
    await mia.sees("Hvornår passer det dig bedst?")


async def test_a_need_nobody_thought_of_reaches_the_worker(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    mia = await Citizen.arrives(stage, "Mia")
    await mia.begins()
    assert "Hvad vil du gerne have hjælp til? Du bestemmer selv." in (await mia.screen()).text
    await mia.walks("[Noget andet]", "[Videre]", "Nogen skal passe min kat")
    await mia.answers_the_rest()
    await mia.taps("Send")
    await mia.sees("senest")
    mia.puts_the_phone_away()
    card = await anna.reads()
    assert "Vil gerne have hjælp til: Noget andet" in card
    assert "Nogen skal passe min kat" in card


async def test_several_worries_reach_the_worker_as_the_tellers_own_words(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    kim.puts_the_phone_away()
    card = await anna.reads()
    assert "Ordene er henvenderens egne." in card
    (worries,) = [line for line in card.splitlines() if line.startswith("Bekymring: ")]
    assert "Alkohol eller stoffer fylder meget" in worries
    assert "Er meget alene, går ikke ud" in worries
    assert "Set eller hørt: Han råber om natten" in card
    assert "hjælp til" not in card


async def test_a_workplace_that_is_not_on_the_list_can_be_written(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    pia = await Partner.arrives(stage, "Pia")
    await pia.begins()
    await pia.walks("Varmestuen ved havnen", "[Sparring]")
    await pia.answers_the_rest()
    await pia.taps("Send")
    await pia.sees("senest")
    pia.puts_the_phone_away()
    assert "Arbejdssted: Varmestuen ved havnen" in await anna.reads()


async def test_no_partner_hands_a_task_over(stage: Stage) -> None:
    pia = await Partner.arrives(stage, "Pia")
    await pia.begins()
    await pia.taps("Psykiatri")
    await pia.sees("Men du kan ikke give opgaven videre til os.")
    await pia.taps("Gøre opmærksom")
    await pia.sees()
    await pia.skips_until("Men vi overtager ikke kontakten alene.")
    await pia.says("spring over")
    await pia.sees("brug for et svar", "Jeres egen hjælp fortsætter.")
    await pia.taps("Det er forstået")
    await pia.sees("Bor der børn")


async def test_a_partners_receipt_leaves_them_their_own_help_and_duties(stage: Stage) -> None:
    pia = await Partner.arrives(stage, "Pia")
    receipt = await pia.raises_a_concern()
    assert "I holder stadig selv kontakten. Vi erstatter ikke jeres hjælp." in receipt
    assert "Din egen pligt til at underrette gælder stadig." in receipt


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("Vi vil gerne være med", "Vi vender tilbage om tid og sted."),
        ("Vi kan ikke være med", "Vi kan ikke være med denne gang."),
    ],
)
@pytest.mark.parametrize("wish", ["Et fælles møde", "Et fælles hjemmebesøg"])
async def test_a_worker_reads_why_and_says_yes_or_no_to_going_along(
    stage: Stage, wish: str, answer: str, told: str
) -> None:
    anna, pia = await Worker.joins(stage, "Anna"), await Partner.arrives(stage, "Pia")
    await pia.wishes(wish, consent="[Ja]")
    await pia.answers_the_rest()
    await pia.taps("Send")
    await anna.taps("Tag")
    await anna.taps("Åbn")
    assert "Derfor skal vi med: Noget" in (await anna.card()).text
    await pia.sees("har læst")
    await anna.taps(answer)
    await anna.taps("Send beskeden")
    await pia.sees(told)
    await stage.everyone_looks()
