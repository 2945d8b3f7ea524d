"""A real browser without a window, and a demo for it to look at; skipped where there is none."""

import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, async_playwright

from tests.browser.eyes import Eyes
from tests.demo.house import DemoStage, demo

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ARGUMENTS = ["--no-sandbox", "--disable-gpu"]  # root may not have the first; no screen is there
Opens = Callable[..., Awaitable[Eyes]]


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def browser() -> AsyncIterator[Browser]:
    """Chromium as Debian packs it."""
    if CHROMIUM is None:
        pytest.skip("there is no chromium here: apt-get install chromium")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def stage(
    request: pytest.FixtureRequest, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[DemoStage]:
    """A demo whose team has joined, in the language that the test asks for."""
    language = getattr(request, "param", "da")
    folder = tmp_path_factory.mktemp(f"demo-{language}")
    async with demo(folder, "--language", language) as running:
        await running.is_ready()
        yield running


@pytest_asyncio.fixture(loop_scope="module")
async def opens(stage: DemoStage, browser: Browser) -> AsyncIterator[Opens]:
    """Opens the page as somebody with that screen would; in the end all must have been well."""
    contexts, everyone = [], []

    async def opens(hash_: str = "", language: str = "da", **screen: Any) -> Eyes:
        screen.setdefault("viewport", {"width": 1440, "height": 900})
        context = await browser.new_context(reduced_motion="reduce", **screen)
        contexts.append(context)
        kept = f"localStorage.setItem('brobygger-demo-language', '{language}')"
        await context.add_init_script(f"if (!localStorage.length) {kept}")
        everyone.append(await Eyes.open(context, stage.url, hash_))
        return everyone[-1]

    yield opens
    for context in contexts:
        await context.close()
    for eyes in everyone:
        eyes.all_is_well()
