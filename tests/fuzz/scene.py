"""A bot with something to steal in it, and somebody hostile who sends it anything at all."""

import io
from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from storage.columns import metadata
from tests.cast import Person, Relative, Worker, the_code
from tests.fuzz.shapes import CANARIES
from tests.stage import Stage

SECRETS = ("Bænken ved stationen", "Han råber om natten")
_COMES_AND_GOES = ("inbox", "outbox", "marks", "chat_messages")
_ANSWERS = ("sendMessage", "editMessageText", "sendDocument", "deleteMessages")


class Scene:
    """Kim's concern, Anna who took it, and Mallory, who has to do with neither."""

    def __init__(self, stage: Stage, log: io.StringIO) -> None:
        self.stage, self._log = stage, log
        self.mallory: Person
        self.receipt = ""
        self.concern = ""
        self.member = ""
        self.tokens: list[str] = []
        self.failed = 0  # updates that no handler could handle, and that were set aside
        self._number = 10**6
        self._door = ""

    async def opens(self) -> None:
        """Let everybody do what they do, until there is something to steal."""
        anna = await Worker.joins(self.stage, "Anna")
        await anna.goes_on_duty()
        kim = await Relative.arrives(self.stage, "Kim")
        self.receipt = the_code(await kim.raises_a_concern())
        await anna.taps("Tag")
        self.mallory = await Person.arrives(self.stage, "Mallory")
        await self.mallory.says("/start")
        store = self.stage.app.store
        self._door = store.doors.tag(self.mallory.phone.person)
        kims = await store.doors.at(kim.phone.person)
        (self.concern,), self.member = kims.concerns, (await store.staff.all())[0].member.id
        for each in self.stage.cast:
            self.tokens += [data for seen in await each.from_bot() for data in seen.data if data]
            each.puts_the_phone_away()
        self._forget_log()

    async def sends(self, given: Sequence[dict[str, Any]]) -> int:
        """Let Telegram bring what Mallory sends; return how many of them were answered.

        Fails when anything of others is changed, or anything of anybody is logged.
        """
        known, answered = await self._of_others(), 0
        for each in given:
            self._number += 1
            calls = self._calls()
            await self.stage.app.gateway.receive([{**each, "update_id": self._number}])
            await self.stage.settles()
            answered += self._calls() > calls
        after = await self._of_others()
        changed = [name for name, each in known.items() if after.get(name) != each]
        assert not changed, changed
        self._looks_at_the_log()
        return answered

    async def keeps_its_secrets(self) -> None:
        """Fail when Mallory was shown a word of Kim's, or of what Anna sees."""
        shown = "\n".join(each.text for each in await self.mallory.from_bot())
        assert not [each for each in SECRETS if each in shown], shown

    async def _of_others(self) -> dict[str, Any]:
        """Return every row that is not Mallory's own, as it stands in the database."""
        rows, store = {}, self.stage.app.store
        for table in metadata.sorted_tables:
            if table.name in _COMES_AND_GOES:
                continue
            for row in await store.database.read(select(table)):
                key = tuple(row._mapping[each.name] for each in table.primary_key)
                if self._door not in str(key):
                    rows[f"{table.name} {key}"] = tuple(row)
        return rows

    def _looks_at_the_log(self) -> None:
        people = [str(each.phone.person) for each in self.stage.cast]
        told = (*CANARIES, *SECRETS, *people)
        lines = self._log.getvalue().splitlines()
        self.failed += sum("failed (try 1)" in line for line in lines)
        leaking = [line for line in lines if any(each in line for each in told)]
        assert not leaking, leaking
        self._forget_log()

    def _forget_log(self) -> None:
        self._log.seek(0)
        self._log.truncate()

    def _calls(self) -> int:
        return sum(each.method in _ANSWERS for each in self.stage.sandbox.world.calls)
