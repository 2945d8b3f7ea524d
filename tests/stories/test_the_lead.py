"""What a team lead sees: figures nobody can be known by, broken promises, and who did what."""

from datetime import UTC, datetime, timedelta

from domain.concern import Closing, Concern, State
from domain.people import Role
from storage.journal import Entry
from tests import many
from tests.cast import Lead, Worker, a_concern, a_taken_concern
from tests.stage import Stage

PNG = b"\x89PNG\r\n"


async def noted(stage: Stage, found: list[Concern], action: str, **later: float) -> None:
    """Let the same have been done with all of these, so long after they came."""
    journal = stage.app.store.journal
    for each in found:
        at = each.received_at + timedelta(**later)
        await stage.app.store.database.write(journal.note(Entry(at, "m", action, each.id)))


async def a_busy_month(stage: Stage) -> list[Concern]:
    """Let November have had 6 relatives answered the same day and 2 partners who waited."""
    quick = await many.concerns(stage, 6)
    slow = await many.concerns(stage, 2, role=Role.PARTNER)
    await noted(stage, quick, "reacted: call", hours=1)
    await noted(stage, quick, "closed: refused", hours=2)
    await noted(stage, slow, "reacted: call", days=9)
    return [*quick, *slow]


async def test_the_menu_is_for_leads_alone(stage: Stage) -> None:
    anna, lone = await Worker.joins(stage, "Anna"), await Lead.joins(stage, "Lone")
    await lone.says("/leder")
    await lone.sees("Overblik for en teamleder")
    for typed in ("/leder", "Teamleder", "Tal", "Logbog", "Over fristen", "Regneark oktober"):
        await anna.says(typed)
        await anna.sees("Det kan kun en teamleder")
    await lone.says("/start")
    await lone.sees()
    assert "Teamleder" in (await lone.screen()).buttons
    await anna.says("/start")
    await anna.sees()
    assert "Teamleder" not in (await anna.screen()).buttons


async def test_small_numbers_of_a_month_are_hidden_and_a_no_is_no_failure(stage: Stage) -> None:
    lone = await Lead.joins(stage, "Lone")
    await a_busy_month(stage)
    await lone.says("Tal")
    shown = await lone.sees(
        *("Tal for november 2026", "Pårørende og andre: cirka 10", "Samarbejdspartnere: under 5"),
        *("Modtaget i alt: skjult", "Samme dag: cirka 10", "Senere: under 5"),
        *("Borgeren sagde nej tak: 6", "Afsluttet i alt: 6", "ikke en fejl"),
    )
    assert "Borgeren selv: 0" in shown
    assert "Flyttet" not in shown


async def test_what_was_undone_is_not_counted(stage: Stage) -> None:
    lone = await Lead.joins(stage, "Lone")
    found = await a_busy_month(stage)
    await noted(stage, found[:6], "undone: closed", hours=2, minutes=1)
    await noted(stage, found[:6], "undone: reacted", hours=2, minutes=2)
    await lone.says("Tal")
    shown = await lone.sees("Afsluttet i alt: 0")
    assert "Samme dag: 0" in shown


async def test_earlier_months_are_reached_by_tapping_and_typing(stage: Stage) -> None:
    lone = await Lead.joins(stage, "Lone")
    await many.concerns(stage, 7)
    await stage.time_is(datetime(2026, 12, 31, 23, 30, tzinfo=UTC))  # January by Danish clocks
    await lone.says("Teamleder")
    await lone.taps("Tal")
    await lone.sees("Tal for januar 2027", "Modtaget i alt: 0")
    await lone.taps("Tal december 2026")
    await lone.taps("Tal november 2026")
    await lone.sees("Tal for november 2026", "Modtaget i alt: 7")
    for typed in ("Tal november", "tal november 2026", "Figures November"):
        await lone.says(typed)
        await lone.sees("Tal for november 2026", "Modtaget i alt: 7")


async def test_a_month_that_has_not_begun_or_is_none_is_asked_for_again(stage: Stage) -> None:
    lone = await Lead.joins(stage, "Lone")
    for typed in ("Tal sommer", "Tal december 2026", "Billede november 9999", "Tal maj 1"):
        await lone.says(typed)
        await lone.sees("Hvilken måned?")
    await lone.taps("Tal oktober 2026")
    await lone.sees("Tal for oktober 2026", "Modtaget i alt: 0")


async def test_a_picture_of_the_month_comes_to_the_phone(stage: Stage) -> None:
    lone = await Lead.joins(stage, "Lone")
    found = await a_busy_month(stage)
    await lone.says("Billede november")
    await lone.sees("Tal for november 2026 som billede")
    shown = await lone.screen()
    assert (shown.kind, shown.protected) == ("photo", True)
    assert (await lone.phone.picture(shown)).startswith(PNG)
    (call,) = [each for each in stage.sandbox.world.calls if each.method == "sendPhoto"]
    assert not [each for each in found if each.nickname in str(call.params)]


async def test_a_spreadsheet_has_the_same_numbers_and_no_names(stage: Stage) -> None:
    lone = await Lead.joins(stage, "Lone")
    found = await a_busy_month(stage)
    await lone.says("Regneark")
    await lone.sees("Tal for november 2026 til dit regneark")
    (sheet,) = [each.document for each in await lone.from_bot() if each.document]
    assert sheet.name == "brobygger-2026-11.csv"
    assert sheet.text.startswith("\ufeffGruppe;Hvad;Antal\r\n")
    assert "Hvem skrev;Samarbejdspartnere;under 5\r\n" in sheet.text
    assert "Sådan sluttede det;Borgeren sagde nej tak;6\r\n" in sheet.text
    for each in found:
        assert each.nickname not in sheet.text
        assert each.id not in sheet.text


async def test_what_was_opened_again_or_taken_back_is_counted(stage: Stage) -> None:
    lone = await Lead.joins(stage, "Lone")
    found = await many.concerns(stage, 6)
    await noted(stage, found, "reopened", hours=1)
    await noted(stage, found[:2], "withdrawn", hours=1)
    await lone.says("Tal")
    await lone.sees("Åbnet igen: 6", "Trukket tilbage: under 5")


async def test_broken_promises_are_listed_with_who_has_them(stage: Stage) -> None:
    anna, lone = await Worker.joins(stage, "Anna"), await Lead.joins(stage, "Lone")
    await a_taken_concern(stage, anna)
    nickname = await stage.nickname()
    await lone.says("Over fristen")
    await lone.sees("Ingen henvendelser er over fristen")
    await stage.time_passes(days=8)
    await many.concerns(stage, 1, promised_on=stage.clock.now().date() - timedelta(days=1))
    await stage.everyone_looks()
    await lone.says("Over fristen")
    await lone.sees(f"{nickname} er hos Anna. Fristen var mandag den 30. november", "er ledig")
    await lone.phone.taps((await lone.screen()).message_id, f"Åbn {nickname}")
    await stage.settles()
    assert "Ordene er henvenderens egne" in (await lone.card()).text
    await stage.everyone_looks()


async def test_a_lead_takes_over_from_the_list_of_broken_promises(stage: Stage) -> None:
    anna, lone = await Worker.joins(stage, "Anna"), await Lead.joins(stage, "Lone")
    await a_taken_concern(stage, anna)
    await stage.time_passes(days=8)
    await stage.everyone_looks()
    await lone.says("Over fristen")
    await lone.sees("er hos Anna")
    await lone.taps("Tag")
    assert await stage.owner() == "Lone"
    await stage.everyone_looks()


async def test_two_that_are_taken_from_one_list_have_a_card_each(stage: Stage) -> None:
    """Both buttons are tapped before the list has become the first one's card."""
    lone = await Lead.joins(stage, "Lone")
    for _ in range(2):
        await a_concern(stage)
    await stage.time_passes(days=8)
    await stage.everyone_looks()
    await lone.says("Over fristen")
    listed = await lone.screen()
    for place in (1, 3):  # each concern has two buttons
        await lone.phone.forges(listed.message_id, listed.data[place])
    await stage.settles()
    first, second = [each for each in await lone.from_bot() if each.text.startswith("Du har taget")]
    assert second.message_id > first.message_id == listed.message_id
    for card in (first, second):
        nickname = card.text.split("taget ")[1].split(".")[0]
        await lone.says("Hvor er det?", reply_to=card.message_id)
        await lone.sees(f"Det her bliver sendt til {nickname}")


async def test_whoever_cannot_be_reached_is_named(stage: Stage) -> None:
    anna, lone = await Worker.joins(stage, "Anna"), await Lead.joins(stage, "Lone")
    await lone.says("Kan ikke nås")
    await lone.sees("Alle i teamet kan nås")
    await anna.phone.blocks()
    await stage.settles()
    await lone.says("Teamleder")
    await lone.taps("Kan ikke nås")
    await lone.sees("Kan ikke nås: Anna")


async def test_the_log_says_who_did_what_with_which_concern(stage: Stage) -> None:
    anna, lone = await Worker.joins(stage, "Anna"), await Lead.joins(stage, "Lone")
    await a_taken_concern(stage, anna)
    nickname = await stage.nickname()
    await anna.says("/leder")
    await anna.says("Borgeren sagde nej tak")
    await lone.says("Logbog")
    shown = await lone.sees(
        *("Logbog, de nyeste øverst", f"Anna: afsluttede ({nickname})"),
        *("Anna: fik nej til en knap eller et ord", f"Anna: tog henvendelsen ({nickname})"),
        *(f"henvender: sendte henvendelsen ({nickname})", "Lone: kom med i teamet"),
    )
    assert "nej tak" not in shown
    await lone.says("Logbog")
    await lone.sees("Lone: læste logbogen")
    await stage.everyone_looks()


async def test_the_log_has_pages_and_ends(stage: Stage) -> None:
    lone = await Lead.joins(stage, "Lone")
    await noted(stage, await many.concerns(stage, 10), "opened", minutes=1)
    await lone.says("Logbog")
    assert (await lone.sees("Side 1 af 2")).count(":") == 12
    await lone.taps("Næste side")
    assert "Side 2 af 2" in (await lone.card()).text
    assert "kom med i teamet" in (await lone.card()).text
    await lone.says("Logbog 99")
    await lone.sees("kom med i teamet", "Side 2 af 2")


async def test_an_erased_concern_keeps_only_its_nickname_in_the_log(stage: Stage) -> None:
    lone = await Lead.joins(stage, "Lone")
    await a_concern(stage)
    nickname = await stage.nickname()
    kim = stage.cast[-1]
    await kim.walks("/slet", "Ja")
    await stage.everyone_looks()
    assert await stage.state() == State.WITHDRAWN
    await lone.says("Logbog")
    await lone.sees(f"henvender: slettede ordene ({nickname})")
    assert Closing.WITHDRAWN not in (await lone.card()).text


async def test_every_button_of_the_menu_is_answered(stage: Stage) -> None:
    lone = await Lead.joins(stage, "Lone")
    await lone.says("/leder")
    buttons = (await lone.screen()).buttons
    assert len(buttons) == 6
    for button in buttons:
        await lone.says("/leder")
        menu = await lone.screen()
        await lone.taps(button)
        assert (await lone.screen()).text != menu.text, button
        assert "gammel" not in await lone.sees()
