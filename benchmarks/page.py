"""How soon the demo's page is painted, and how soon a press on one phone is seen on another.

`make page-speed` prints medians and their spread beside the goals; nothing here is a test.
"""

import asyncio
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from playwright.async_api import Browser, async_playwright

from tests.browser.conftest import ARGUMENTS, CHROMIUM
from tests.browser.eyes import Eyes
from tests.demo.house import DemoStage, demo

ROUNDS, PRESSES = 7, 3  # before each press a story is told up to it
PAINTED = """new Promise((done) => new PerformanceObserver((list) => {
  const [paint] = list.getEntriesByName("first-contentful-paint");
  if (paint) done(paint.startTime);
}).observe({ type: "paint", buffered: true }))"""


async def main() -> None:
    """Measure both in turn, several times."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        with tempfile.TemporaryDirectory() as folder:
            async with demo(Path(folder), "--language", "en") as stage:
                await stage.is_ready()
                painted = [await _first_paint(browser, stage) for _ in range(ROUNDS)]
                _print("first paint", 200, painted)
                _print("a press, seen on the other phone", 300, await _presses(browser, stage))
        await browser.close()


async def _first_paint(browser: Browser, stage: DemoStage) -> float:
    page = await browser.new_page()
    await page.goto(stage.url)
    painted = await page.evaluate(PAINTED)
    await page.close()
    return float(painted)


async def _presses(browser: Browser, stage: DemoStage) -> list[float]:
    """Send a concern and let it be opened; its relative then hears that it was read."""
    found = []
    for _ in range(PRESSES):
        await stage.post("/demo/reset", on_duty=True)
        await stage.is_ready()
        context = await browser.new_context(reduced_motion="reduce")
        eyes = await Eyes.open(context, stage.url, "#tour=relative&step=4&language=en")
        open_it = eyes.phone("Anna").locator(".key", has_text="Open").last
        await open_it.wait_for()
        read = eyes.phone("Kim").locator("article.from-bot", has_text="has read what you wrote")
        began = time.perf_counter()
        await open_it.click()
        await read.last.wait_for()
        found.append((time.perf_counter() - began) * 1000)
        await context.close()
    return found


def _print(what: str, goal: int, found: list[float]) -> None:
    line = f"{what}: {median(found):.0f} ms ({min(found):.0f}–{max(found):.0f}), goal {goal} ms\n"
    sys.stdout.write(line)


if __name__ == "__main__":
    if CHROMIUM is None:
        sys.exit("There is no chromium here: apt-get install chromium.")
    asyncio.run(main())
