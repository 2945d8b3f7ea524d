"""Two municipalities as their own papers describe them: all roles, and only facts there are."""

import re
import tomllib
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.config.settings import load
from tests.cast import Relative
from tests.hand_clock import HandClock
from tests.stage import Stage

MONDAY = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
EXAMPLES = Path(__file__).parents[2] / "examples"
FACTS = {
    "nyborg": {
        "/om": ["Nyborg Kommune", "Vi er 2 medarbejdere."],
        "/klage": ["Ring til Nyborg Kommune, og sig, at du vil klage."],
        "/lov": ["til personer med et stof- eller alkoholmisbrug samt", "Vejledning nr. 10284"],
        "/kontakt": ["ringe til Nyborg Kommune og bede om Opsøgende medarbejdere"],
        "/akut": ["112", "114", "70 11 07 07", "70 201 201", "1888"],
    },
    "lejre": {
        "/om": ["Lejre Kommune", "Huset Horseager", "8. september 2021"],
        "/klage": ["Team Social Service", "46 46 46 46", "Borgerrådgiveren", "Lejrevej 15"],
        "/lov": ["der ikke har eller ikke kan opholde sig", "Bekendtgørelse nr. 1287"],
        "/kontakt": ["Horseager 15 B", "Rådhuset i Hvalsø", "post@lejre.dk"],
        "/akut": ["112", "114", "1818", "70 201 201", "1888"],
    },
}
ROLES = ["Mig selv", "bekymret for", "i mit arbejde"]
EMPTY = re.compile(r"\bnone\b|\n\n\n|: *(?=\n\n|$)|\.\.|[{}]", re.IGNORECASE)


@pytest.fixture(params=FACTS)
def municipality(request: pytest.FixtureRequest) -> str:
    """The name of one municipality after the other."""
    return str(request.param)


@pytest.fixture
async def place(tmp_path: Path, municipality: str) -> AsyncIterator[Stage]:
    """A stage in that municipality."""
    own = tomllib.loads((EXAMPLES / f"{municipality}.toml").read_text(encoding="utf-8"))
    async with Stage(tmp_path, HandClock(MONDAY), **own).open() as opened:
        yield opened


def test_an_example_is_a_configuration_once_a_token_is_given(
    municipality: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BROBYGGER_TELEGRAM__TOKEN", "1:given")
    name = load(EXAMPLES / f"{municipality}.toml").service.municipality
    assert name.casefold().startswith(municipality)


@pytest.mark.parametrize("role", ROLES)
async def test_every_role_raises_a_concern_there(
    place: Stage, role: str, municipality: str
) -> None:
    kim = await Relative.arrives(place, "Kim")
    await kim.walks("/start", "[Dansk]", "[Nej]", f"[{role}]")
    await kim.answers_the_rest()
    await kim.taps("Send")
    await kim.sees("senest mandag den 7. december", "Din kode:")
    assert len(await place.app.store.concerns.open()) == 1
    for each in await kim.from_bot():
        assert not EMPTY.search(each.text), each.text


async def test_every_page_tells_its_own_facts_and_no_empty_ones(
    place: Stage, municipality: str
) -> None:
    kim = await Relative.arrives(place, "Kim")
    await kim.walks("/start", "[Dansk]")
    for page, facts in FACTS[municipality].items():
        await kim.says(page)
        await kim.sees(*facts)
    for each in await kim.from_bot():
        assert len(each.text) <= 400, each.text
        assert not EMPTY.search(each.text), each.text
        assert "" not in (line.strip("· »«") for line in re.split(r"\n+", each.text))


async def test_a_visit_is_promised_to_citizens_alone(tmp_path: Path) -> None:
    own = tomllib.loads((EXAMPLES / "lejre.toml").read_text(encoding="utf-8"))
    service = own["service"] | {"promise": "visit"}
    async with Stage(tmp_path, HandClock(), **own | {"service": service}).open() as stage:
        for role, promise in zip(ROLES, ["kommer ud til dig", "reagerer", "reagerer"], strict=True):
            kim = await Relative.arrives(stage, role)
            await kim.walks("/start", "[Dansk]", "[Nej]", f"[{role}]")
            await kim.answers_the_rest()
            await kim.taps("Send")
            await kim.sees(f"Vi {promise} senest mandag den 30. november")
