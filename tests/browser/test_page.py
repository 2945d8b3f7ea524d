"""The page itself: for every eye, by keyboard alone, in any language, and left open overnight."""

import re
from typing import Any

import pytest

from tests.browser.conftest import Opens
from tests.browser.eyes import Eyes
from tests.demo.house import DemoStage

pytestmark = pytest.mark.asyncio(loop_scope="module")

SCREENS: dict[str, dict[str, Any]] = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "narrow": {"viewport": {"width": 390, "height": 800}},
    "wide": {"viewport": {"width": 2400, "height": 1200}},
}
PANELS = ("stored", "timeline", "faults")
TOLD = (
    *("/start", "Dansk", "Nej", "En, jeg er bekymret for", "Nabo", "Ja", "Ja", "Nej"),
    *("2", "Videre", "Råber om natten", "Bænken ved stationen", "Spring over", "Nogle uger"),
    *("Spring over",) * 5,
    *("Ja", "Send"),
)


async def tabs_until(eyes: Eyes, there: str) -> None:
    """Press Tab until the cursor is where that expression is true."""
    for _ in range(60):
        await eyes.page.keyboard.press("Tab")
        if await eyes.page.evaluate(there):
            return
    raise AssertionError(f"Tab never comes to where {there}.")


async def goes_by_keys_to(eyes: Eyes, name: str) -> None:
    """Go to somebody's face and to their phone, and on it to where they write."""
    face = "document.activeElement.closest('.person')?.innerText ?? ''"
    await tabs_until(eyes, f"({face}).split(/\\s/).includes('{name}')")
    await eyes.page.keyboard.press("Enter")
    await tabs_until(eyes, "document.activeElement.matches('textarea')")
    assert await eyes.phone(name).locator("textarea:focus").count() == 1


async def types_by_keys(eyes: Eyes, name: str, words: str) -> None:
    """Type where the cursor is, and wait for the bot's answer."""
    written = eyes.phone(name).locator("article.from-person")
    mine = written.nth(await written.count())
    await eyes.page.keyboard.type(words)
    await eyes.page.keyboard.press("Enter")
    number = await mine.get_attribute("data-id")
    await (
        eyes.phone(name).locator(f'article[data-id="{number}"] ~ article.from-bot').first.wait_for()
    )


@pytest.mark.parametrize("screen", list(SCREENS))
async def test_axe_finds_nothing_on_the_page_nor_in_any_panel(opens: Opens, screen: str) -> None:
    eyes = await opens("#tour=relative&step=5&language=da", **SCREENS[screen])
    await eyes.page.get_by_text("Trin 5 af").wait_for()
    await eyes.is_clean()
    for panel in PANELS:
        await eyes.panel(panel)
        await eyes.is_clean()


async def test_a_whole_concern_is_raised_with_keys_alone(opens: Opens, stage: DemoStage) -> None:
    await stage.post("/demo/reset", on_duty=True)
    await stage.is_ready()
    eyes = await opens()
    await eyes.phone("Kim").wait_for()
    await goes_by_keys_to(eyes, "Kim")
    for words in TOLD:
        await types_by_keys(eyes, "Kim", words)
    await eyes.sees("Kim", "Din kode")
    await eyes.sees("Anna", "Ny henvendelse")


async def test_arabic_reads_from_right_to_left(opens: Opens) -> None:
    eyes = await opens(language="en")
    await eyes.page.locator("#add-person").click()
    await eyes.page.locator("[name=name]").fill("Noor")
    await eyes.page.locator("[name=language_code]").select_option("ar")
    await eyes.page.locator("#question-ok").click()
    await eyes.type("Noor", "/start")
    await eyes.press("Noor", "العربية")
    newest = eyes.phone("Noor").locator("article.from-bot p.text").last
    assert await newest.evaluate("(it) => getComputedStyle(it).direction") == "rtl"


async def test_what_was_cut_can_be_seen_to_be_unreadable(opens: Opens) -> None:
    eyes = await opens("#tour=citizen&step=8&language=da")
    await eyes.sees("Sami", "Sporet er væk")
    await eyes.panel("stored")
    await eyes.page.get_by_text("Nøglen er slettet.").first.wait_for()


async def test_the_bot_is_killed_and_started_on_the_page_and_nothing_is_lost(
    opens: Opens, stage: DemoStage
) -> None:
    await stage.post("/demo/reset", on_duty=True)
    await stage.is_ready()
    eyes = await opens()
    await eyes.panel("faults")
    await eyes.page.get_by_role("button", name="Slå den ihjel").click()
    await stage.becomes("stopped")
    await eyes.phone("Kim").get_by_role("textbox").fill("/start")
    await eyes.phone("Kim").get_by_role("textbox").press("Enter")
    await eyes.page.locator("#side-body [data-word=startBot]").click()
    await eyes.sees("Kim", "Hvilket sprog")


async def test_a_page_left_open_while_a_month_goes_by_is_well(
    opens: Opens, stage: DemoStage
) -> None:
    eyes = await opens()
    await eyes.panel("timeline")
    for _ in range(4):
        await stage.post("/sandbox/clock", seconds=7 * 86_400)
    # In the evening and at weekends the demo begins on the next working morning: ahead already.
    await eyes.page.get_by_text(re.compile(r"stillet (2[89]|3\d) dage")).wait_for()
    await eyes.page.reload()
    await eyes.phone("Lone").wait_for()


async def test_a_story_tells_itself_to_its_end(opens: Opens) -> None:
    eyes = await opens(language="en")
    await eyes.page.get_by_role("button", name="Nobody on duty").click()
    await eyes.page.get_by_role("button", name="Play").click()
    await eyes.sees("Bo", "er taget af Lone")
