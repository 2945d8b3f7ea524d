"""docs/sandbox.md names every path there is, and none that is not."""

import re
from pathlib import Path
from typing import get_args

from bot.clock import MovableClock
from bot.demo.api import DemoApi
from bot.demo.facts import TOKEN, Facts
from bot.demo.show import Show
from bot.sandbox.controls import Controls
from bot.sandbox.faults import EVERY_METHOD, Faults, Kind
from bot.sandbox.people_api import PeopleApi
from bot.sandbox.server import Sandbox

PAGE = (Path(__file__).parents[2] / "docs" / "sandbox.md").read_text(encoding="utf-8")


def test_the_page_names_every_path_and_none_that_is_not_there() -> None:
    world = Sandbox(TOKEN, "bot", MovableClock()).world
    apis = PeopleApi(world), Controls(world, Faults()), DemoApi(Show(Facts.of("da", None)))
    served = {
        f"{method} {re.sub(r':int', '', route.path)}"
        for api in apis
        for route in api.routes()
        for method in (route.methods or set()) - {"HEAD"}
    }
    named = re.findall(r"^\| `((?:GET|POST|DELETE) /[^`]+)` \|", PAGE, re.MULTILINE)
    assert sorted(named) == sorted(served)


def test_the_page_names_every_fault() -> None:
    rows = PAGE.split("| kind |")[1].split("\n\n")[0]
    assert set(
        re.findall(r"`(\w+)`", rows.replace("`seconds`", "").replace("`retry_after`", ""))
    ) == (set(get_args(Kind)))
    assert f'`"method": "{EVERY_METHOD}"`' in PAGE
