"""What a person at the page sees and does: phones, panels, the tour; and whether all is well."""

import re
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

from playwright.async_api import BrowserContext, ConsoleMessage, Locator, Page, Request

PATIENCE = 60_000  # milliseconds, after which something waited for is a failure
AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}
NAMES = {
    "citizen": "Sami",
    "relative": "Kim",
    "partner": "Mette",
    "worker": "Anna",
    "second": "Bo",
    "lead": "Lone",
}

Json = dict[str, Any]


class Eyes:
    """One person at the page, who notices whatever goes wrong with it."""

    def __init__(self, page: Page, url: str) -> None:
        self.page, self.url = page, url
        self.wrong: list[str] = []
        page.set_default_timeout(PATIENCE)
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on("request", self._watch)

    @classmethod
    async def open(cls, context: BrowserContext, url: str, hash_: str = "") -> "Eyes":
        """Open the page, and wait until the whole cast is there."""
        eyes = cls(await context.new_page(), url)
        await eyes.page.goto(f"{url}/{hash_}")
        for name in NAMES.values():
            await eyes.phone(name).wait_for()
        return eyes

    def phone(self, name: str) -> Locator:
        """Return somebody's phone."""
        return self.page.get_by_role("region", name=name, exact=True)

    async def press(self, name: str, label: str) -> None:
        """Press the newest button with that label, and wait until it was answered."""
        phone = self.phone(name)
        shown = re.compile(rf"^(\d+\. )?{re.escape(label)}$")
        key = phone.locator(".message .key").filter(has_text=shown).last
        await key.wait_for()
        words = (await key.inner_text()).strip()
        number = await key.locator("xpath=ancestor::article").get_attribute("data-id")
        await key.click()
        message = f'article[data-id="{number}"]'
        same = self.page.locator(".key", has_text=re.compile(f"^{re.escape(words)}$"))
        newer = phone.locator(f"{message} ~ article.from-bot")
        await newer.or_(phone.locator(message, has_not=same)).first.wait_for()

    async def type(self, name: str, words: str) -> None:
        """Write something on a phone, and wait for the bot's answer."""
        phone = self.phone(name)
        await phone.get_by_role("textbox").fill(words)
        await phone.get_by_role("textbox").press("Enter")
        mine = phone.locator("article.from-person", has_text=words).last
        await mine.wait_for()
        number = await mine.get_attribute("data-id")
        await phone.locator(f'article[data-id="{number}"] ~ article.from-bot').first.wait_for()

    async def newest(self, name: str) -> str:
        """Return the words of the newest message on a phone."""
        return await self.phone(name).locator(".message .body").last.inner_text()

    async def sees(self, name: str, words: str) -> None:
        """Wait until a message on a phone holds these words."""
        await self.phone(name).locator(".message", has_text=words).last.wait_for()

    async def panel(self, name: str) -> None:
        """Let that panel be open, by its button."""
        button = self.page.locator(f'[data-panel="{name}"]')
        if await button.get_attribute("aria-expanded") != "true":
            await button.click()

    async def stories(self) -> list[Json]:
        """Return the stories of the tour, as the page tells them."""
        told = await self.page.evaluate("import('/page/stories.js').then((it) => it.STORIES)")
        return list(told)

    async def is_clean(self) -> None:
        """Fail for whatever axe finds on the page as it is now."""
        await self.page.evaluate(f"{AXE};0")
        found = await self.page.evaluate("(rules) => axe.run(document, rules)", RULES)
        bad = [
            f"{each['id']}: {node['html']}"
            for each in found["violations"]
            for node in each["nodes"]
        ]
        assert bad == [], "\n".join(bad)

    def all_is_well(self) -> None:
        """Fail for an error on the console, or a request to elsewhere."""
        assert self.wrong == [], self.wrong

    def _hear(self, message: ConsoleMessage) -> None:
        # After a reset the page may ask once for somebody who is gone, and Chromium says so.
        gone = "404" in message.text and "/sandbox/people/" in message.location["url"]
        if message.type in ("error", "warning") and not gone:
            self.wrong.append(message.text)

    def _watch(self, request: Request) -> None:
        if not request.url.startswith((f"{self.url}/", "data:")):
            self.wrong.append(f"asked {urlsplit(request.url).hostname} for something")
