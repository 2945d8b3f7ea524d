"""At DEBUG, with every library heard and everything failing, the log holds nothing of anybody."""

from pathlib import Path

import aiohttp

from bot.clock import SystemClock
from bot.sandbox.server import Sandbox
from tests.faults.killing import bot_process
from tests.faults.loudest import BUG
from tests.faults.persistent import VOICE, Reporter
from tests.faults.scanning import readable
from tests.faults.secretive import SECRET_PERSON, WORDS

TOKEN = "765:made-up-for-the-loudest"
LOUD = {"BROBYGGER_LOG": "DEBUG", "PYTHONASYNCIODEBUG": "1", "PYTHONDEVMODE": "1"}


async def test_the_loudest_log_of_everything_that_fails_tells_nothing(tmp_path: Path) -> None:
    loud = LOUD | {"BROBYGGER_TELEGRAM__TOKEN": TOKEN, "program": "tests.faults.loudest"}
    async with (
        Sandbox(TOKEN, "brobygger_test_bot", SystemClock()) as sandbox,
        bot_process(tmp_path, sandbox, **loud) as process,
    ):
        kim = Reporter(sandbox, 77, **SECRET_PERSON)
        await kim.raises_a_concern()
        async with aiohttp.ClientSession(sandbox.url) as control:
            for kind in ("429", "500", "cut_before", "cut_after"):
                fault = {"kind": kind, "method": "sendMessage", "retry_after": 1}
                await control.post("/sandbox/faults", json=fault)
                kim.says(WORDS[0])
                await kim.is_still_answered()
        kim.says(f"{WORDS[1]} {BUG}")
        await kim.waits_for(VOICE("trouble").splitlines()[0])
        await process.kill()
    log = process.log.read_text()
    secrets: list[str | int] = [
        *SECRET_PERSON.values(),
        *WORDS,
        *kim.told(),
        kim.name,
        kim.chat.person.id,
    ]
    key = "".join((tmp_path / "keys" / "master.key").read_text().split())
    token = [TOKEN, TOKEN.partition(":")[2]]
    for failed in ("ValueError", "Calling Bot API endpoint", "executing"):
        assert failed in log
    assert readable([*secrets, *token, key], tmp_path / "none", log) == []
