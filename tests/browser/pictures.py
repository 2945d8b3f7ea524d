"""The pictures of the README, taken of the page itself: `make pictures`."""

import asyncio
import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, async_playwright

from tests.browser.conftest import ARGUMENTS, CHROMIUM
from tests.browser.eyes import Eyes
from tests.demo.house import DemoStage, demo

DOCS = Path(__file__).parents[2] / "docs"
WIDE: dict[str, Any] = {"viewport": {"width": 1500, "height": 950}}
NARROW: dict[str, Any] = {"viewport": {"width": 400, "height": 850}, "color_scheme": "dark"}


async def main() -> None:
    """Tell two stories and take a picture in each, and one on a phone in the dark."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        with tempfile.TemporaryDirectory() as folder:
            async with demo(Path(folder)) as stage:
                await stage.is_ready()
                eyes = await _opened(browser, stage, "#tour=relative&step=6&language=da", WIDE)
                await eyes.sees("Anna", "Du har taget")
                await _taken(eyes, "demo.png")
                eyes = await _opened(browser, stage, "#tour=citizen&step=8&language=da", WIDE)
                await eyes.sees("Sami", "Sporet er væk")
                await eyes.panel("stored")
                await eyes.page.get_by_text("Nøglen er slettet.").first.wait_for()
                await _taken(eyes, "demo-stored.png")
                eyes = await _opened(browser, stage, "", NARROW)
                await eyes.sees("Sami", "Sporet er væk")
                await _taken(eyes, "demo-narrow.png")
        await browser.close()


async def _opened(browser: Browser, stage: DemoStage, link: str, screen: dict[str, Any]) -> Eyes:
    context = await browser.new_context(reduced_motion="reduce", **screen)
    return await Eyes.open(context, stage.url, link)


async def _taken(eyes: Eyes, name: str) -> None:
    await eyes.page.screenshot(path=DOCS / name)
    eyes.all_is_well()


if __name__ == "__main__":
    if CHROMIUM is None:
        sys.exit("There is no chromium here: apt-get install chromium.")
    asyncio.run(main())
