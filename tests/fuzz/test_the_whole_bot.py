"""Somebody hostile sends anything: others' data stay as they are, and nothing is told or logged."""

import asyncio
import re
from collections.abc import Iterator
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from handlers.after_sending.mine import ACTS, COMMANDS
from handlers.team.buttons import PRESSES
from storage.sealing import button_token
from tests.faults.scanning import everything_logged
from tests.fuzz.inputs import Counted, altered, amount, fuzzed
from tests.fuzz.scene import Scene
from tests.fuzz.shapes import message, updates
from tests.hand_clock import HandClock
from tests.stage import Stage

SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
BATCH = 5  # inputs between two looks at everything
PARTS = 3
WORDS = ("1", "yes", "0", "worker", "call", "note", "2026-11")
TYPED = (
    *(f"/{each}" for each in (*COMMANDS, "leder", "team", "mine", "find Bænken", "dag", "forlad")),
    *("Tag vagten", "Inviter medarbejder", "Nøgletal", "Mine henvendelser", "Skriv til Anna"),
    *("Anna", "Kim", "1", "ja", "/start inv_worker-0", "Ryd chatten", "akut"),
)


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[tuple[asyncio.Runner, Scene]]:
    """A scene, and the loop it is played in."""
    with asyncio.Runner() as runner, everything_logged() as log:
        stack, stage = AsyncExitStack(), Stage(tmp_path, HandClock())
        runner.run(stack.enter_async_context(stage.open()))
        opened = Scene(stage, log)
        runner.run(opened.opens())
        yield runner, opened
        runner.run(opened.keeps_its_secrets())
        runner.run(stack.aclose())


def tap(who: int, data: str) -> dict[str, Any]:
    """Return a press of a button that carries this."""
    query = updates(who)["tap"]["callback_query"]
    return {"callback_query": query | {"data": data}}


@st.composite
def presses(draw: st.DrawFn, scene: Scene) -> dict[str, Any]:
    """Return a press of somebody's real button, of a spoilt one, or of one made with our key."""
    who, how = scene.mallory.phone.person, draw(st.sampled_from(["real", "spoilt", "made"]))
    if how == "made":
        actions = (*(each.action for each in PRESSES), *(f"mine/{{concern}}/{a}" for a in ACTS))
        filled = re.sub(r"\{(\w+)\}", lambda each: _named(scene, each[1]), draw(_one(actions)))
        filled = re.sub("§", lambda _: draw(_one(WORDS)), filled)[:32]
        return tap(who, button_token(scene.stage.app.store.keyring.key("buttons", 64), who, filled))
    token = draw(_one(tuple(scene.tokens)))
    if how == "spoilt":
        at = draw(st.integers(0, len(token) - 1))
        token = draw(_one((token[:at], token[:at] + "x" + token[at + 1 :], token + "=", "")))
    return tap(who, token)


def texts(scene: Scene) -> st.SearchStrategy[dict[str, Any]]:
    """Return messages: commands and names of others' things, codes with a slip, anything."""
    code = scene.receipt.replace("-", "")
    slips = st.tuples(st.integers(0, len(code) - 1), _one(SYMBOLS)).map(
        lambda slip: code[: slip[0]] + slip[1] + code[slip[0] + 1 :]
    )
    words = st.one_of(_one(TYPED), slips.filter(lambda each: each != code), st.text(max_size=40))
    return words.filter(bool).map(
        lambda text: {"message": message(scene.mallory.phone.person, text=text) | _entities(text)}
    )


@pytest.mark.parametrize("what", ["updates", "buttons", "words"])
def test_nothing_of_others_is_changed_shown_or_logged(
    what: str, scene: tuple[asyncio.Runner, Scene], capsys: pytest.CaptureFixture[str]
) -> None:
    (runner, opened), counted, answered = scene, Counted(), Counted()
    who = opened.mallory.phone.person
    given_ = {
        "updates": _one(tuple(updates(who).values())).flatmap(altered).filter(_has_shape),
        "buttons": presses(opened),
        "words": texts(opened),
    }[what]

    @settings(
        fuzzed("the whole bot", parts=PARTS),
        max_examples=-(-amount("the whole bot", PARTS) // BATCH),
        phases=[Phase.generate],
    )
    @given(st.lists(given_, min_size=BATCH, max_size=BATCH))
    def holds(batch: list[dict[str, Any]]) -> None:
        answered.number += runner.run(opened.sends(batch))
        counted.number += len(batch)

    holds()
    counted.says(capsys, f"{what} of a stranger, {answered.number} of them answered")
    # Whoever writes or presses is answered, whatever it is, and no handler falls over.
    if what != "updates":
        assert (answered.number, opened.failed) == (counted.number, 0)
    assert answered.number > counted.number // 10


def _one(among: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(among)


def _named(scene: Scene, place: str) -> str:
    return {"concern": scene.concern, "member": scene.member}.get(place, "§")


def _has_shape(update: Any) -> bool:
    return isinstance(update, dict)


def _entities(text: str) -> dict[str, Any]:
    length = len(text.split()[0]) if text.split() else 0
    command = {"type": "bot_command", "offset": 0, "length": length}
    return {"entities": [command]} if text.startswith("/") and length > 1 else {}
