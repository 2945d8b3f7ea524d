"""The floor: the intake on aiohttp and sqlite3 alone, with a commit for each step."""

import asyncio
import json
import secrets
import sqlite3
from pathlib import Path

import aiohttp
import intake

_MOST = 64  # chats under way at once


class Bare:
    """Chats side by side, each one's updates in order; every step is committed before its calls."""

    def __init__(self, session: aiohttp.ClientSession) -> None:
        self._session = session
        self._chats: dict[int, asyncio.Queue] = {}
        self._tasks: set[asyncio.Task] = set()
        self._room = asyncio.Semaphore(_MOST)
        self._database = sqlite3.connect(Path(intake.FOLDER) / "bare.db", isolation_level=None)
        for line in (
            "PRAGMA journal_mode=WAL",
            "PRAGMA synchronous=FULL",
            "CREATE TABLE chats(chat INTEGER PRIMARY KEY, at INTEGER, answers TEXT, shown INTEGER)",
            "CREATE TABLE concerns(code TEXT PRIMARY KEY, answers TEXT)",
        ):
            self._database.execute(line)

    async def poll(self) -> None:
        """Ask for updates until killed."""
        offset = 0
        while True:
            asked = {"offset": offset, "timeout": 50}
            for update in await self._call("getUpdates", **asked):
                offset = update["update_id"] + 1
                content = update.get("message") or update["callback_query"]["message"]
                chat = content["chat"]["id"]
                if chat not in self._chats:
                    self._chats[chat] = asyncio.Queue()
                    self._tasks.add(task := asyncio.create_task(self._work(chat)))
                    task.add_done_callback(self._tasks.discard)
                self._chats[chat].put_nowait(update)

    async def _work(self, chat: int) -> None:
        queue = self._chats[chat]
        while not queue.empty():
            async with self._room:
                await self._step(chat, queue.get_nowait())
        del self._chats[chat]

    async def _step(self, chat: int, update: dict) -> None:
        query = update.get("callback_query")
        if query is not None:
            answering = asyncio.create_task(
                self._call("answerCallbackQuery", callback_query_id=query["id"])
            )
            await self._tapped(chat, query)
            await answering
        elif update["message"]["text"] == intake.START:
            await self._ask(chat, 0, [])
        else:
            _, at, answers, shown = self._read(chat)
            answers = [*json.loads(answers), update["message"]["text"]]
            self._save(chat, at + 1, answers, shown)
            await self._call("editMessageReplyMarkup", chat_id=chat, message_id=shown)
            await self._ask(chat, at + 1, answers)

    async def _tapped(self, chat: int, query: dict) -> None:
        step, message_id = int(query["data"].split("/")[1]), query["message"]["message_id"]
        answer = intake.STEPS[step][0] or intake.SKIP
        _, _, answers, shown = self._read(chat)
        answers = [*json.loads(answers), answer]
        if step == len(intake.STEPS) - 1:
            code = secrets.token_hex(4)
            self._database.execute("INSERT INTO concerns VALUES(?, ?)", (code, json.dumps(answers)))
            await self._call("editMessageReplyMarkup", chat_id=chat, message_id=message_id)
            await self._call("sendMessage", chat_id=chat, text=intake.RECEIPT)
            await self._call("sendMessage", chat_id=chat, text=intake.CODE.format(code=code))
            alert = intake.ALERT.format(code=code)
            await self._call("sendMessage", chat_id=intake.WORKER, text=alert)
            return
        self._save(chat, step + 1, answers, shown)
        echo = intake.ECHO.format(number=step + 1, answer=answer)
        await self._call("editMessageText", chat_id=chat, message_id=message_id, text=echo)
        await self._ask(chat, step + 1, answers)

    async def _ask(self, chat: int, step: int, answers: list[str]) -> None:
        rows = [
            [{"text": label, "callback_data": data} for label, data in row]
            for row in intake.buttons(step)
        ]
        message = await self._call(
            "sendMessage",
            chat_id=chat,
            text=intake.question(step, answers),
            reply_markup=json.dumps({"inline_keyboard": rows}),
        )
        # The number of the question on the screen goes with the next step's commit, if it can.
        if intake.STEPS[step][0] is None or step == 0:
            self._save(chat, step, answers, message["message_id"])

    def _read(self, chat: int) -> tuple:
        found = self._database.execute("SELECT * FROM chats WHERE chat = ?", (chat,))
        return found.fetchone()

    def _save(self, chat: int, at: int, answers: list[str], shown: int) -> None:
        row = (chat, at, json.dumps(answers), shown)
        self._database.execute("INSERT OR REPLACE INTO chats VALUES(?, ?, ?, ?)", row)

    async def _call(self, method: str, **params: object) -> object:
        url = f"{intake.SERVER}/bot{intake.TOKEN}/{method}"
        async with self._session.post(url, data=params) as response:
            return json.loads(await response.read())["result"]


async def main() -> None:
    """Poll until killed."""
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=_MOST)) as session:
        await Bare(session).poll()


if __name__ == "__main__":
    asyncio.run(main())
