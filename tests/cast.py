"""The cast: people who say, tap and expect what people would."""

from collections.abc import Sequence
from typing import Any, Self

from bot.sandbox.remote import RemotePhone, Seen
from domain.people import StaffRole
from storage.sealing import button_token
from tests.stage import Stage


class Person:
    """Somebody with a phone.

    Every message from the bot must be looked at with `sees`, or the story fails when the stage
    is cleared: nobody is ever told something a story did not expect.
    """

    def __init__(self, stage: Stage, name: str, phone: RemotePhone) -> None:
        self.stage = stage
        self.name = name
        self.phone = phone
        self._looked_at = 0
        self._looks = True

    @classmethod
    async def arrives(cls, stage: Stage, name: str, **person: str) -> Self:
        """Come on stage with a phone."""
        somebody = cls(stage, name, await stage.phone(name, **person))
        stage.cast.append(somebody)
        return somebody

    async def says(self, text: str, **more: Any) -> int:
        """Write a message, a few seconds after the last."""
        sent = await self.phone.says(text, **more)
        await self.stage.time_passes(seconds=5)
        return sent[-1]

    async def taps(self, button: str) -> None:
        """Press the newest button whose label holds these words."""
        message, label = await self._find(button)
        await self.phone.taps(message.message_id, label)
        await self.stage.time_passes(seconds=5)

    async def taps_twice(self, message_id: int, button: str) -> None:
        """Press a button twice before anything answers."""
        await self.phone.taps(message_id, button)
        await self.phone.taps(message_id, button)
        await self.stage.settles()

    async def forges(self, data: str) -> None:
        """Press a button that was never there, under the newest message."""
        await self.phone.forges((await self.screen()).message_id, data)
        await self.stage.settles()

    async def presses(self, action: str) -> None:
        """Press a button of one's own that carries this action, though no screen shows it."""
        key = self.stage.app.store.keyring.key("buttons", 64)
        await self.forges(button_token(key, self.phone.person, action))

    async def data_of(self, button: str) -> str:
        """Return what a button of one's own carries."""
        message, label = await self._find(button)
        return message.data[message.buttons.index(label)]

    async def edits(self, message_id: int, text: str) -> None:
        """Change one's own message."""
        await self.phone.edits(message_id, text)
        await self.stage.time_passes(seconds=5)

    async def starts(self, payload: str) -> None:
        """Open a deep link."""
        await self.phone.starts(payload)
        await self.stage.settles()

    async def sends(self, kind: str, **more: Any) -> int:
        """Send something else than text: with a caption, forwarded, from a place …"""
        sent = await self.phone.sends(kind, **more)
        await self.stage.time_passes(seconds=5)
        return sent

    async def sends_album(self, photos: int, **more: Any) -> None:
        """Send that many photos as one album."""
        await self.phone.sends_album(photos, **more)
        await self.stage.time_passes(seconds=5)

    async def has_on_the_phone(self) -> list[str]:
        """Return the words of every message that stands in the chat now, of both sides."""
        return [each.text for each in await self.phone.chat()]

    async def sees(self, *words: str) -> str:
        """Look at the new messages, all of them; the last ones must hold these words in order."""
        new = await self.new_messages()
        self._looked_at = max([self._looked_at, *(each.message_id for each in new)])
        whole = "\n".join(each.text for each in new)
        at = 0
        for word in words:
            found = whole.find(word, at)
            assert found >= 0, f"{self.name} does not see {word!r} in:\n{whole}"
            at = found
        return whole

    async def sees_nothing_new(self) -> None:
        """Look, and find that the bot has said nothing."""
        new = await self.new_messages()
        assert not new, f"{self.name} did not expect:\n" + "\n".join(each.text for each in new)

    def puts_the_phone_away(self) -> None:
        """Leave the story: what comes from now on is read another day."""
        self._looks = False

    async def has_seen_everything(self) -> None:
        """Fail for a message the story did not look at."""
        if self._looks:
            await self.sees_nothing_new()

    async def new_messages(self) -> list[Seen]:
        """Return the bot's messages not looked at yet."""
        return [each for each in await self.from_bot() if each.message_id > self._looked_at]

    async def from_bot(self) -> Sequence[Seen]:
        """Return everything the bot has said, as it stands now."""
        return [each for each in await self.phone.chat() if each.by_bot]

    async def message(self, message_id: int) -> Seen:
        """Return one of the bot's messages as it stands now."""
        return next(each for each in await self.from_bot() if each.message_id == message_id)

    async def screen(self) -> Seen:
        """Return the bot's newest message."""
        return (await self.from_bot())[-1]

    async def buttons(self) -> list[str]:
        """Return every label in the chat, oldest first."""
        return [label for each in await self.from_bot() for label in each.buttons]

    async def _find(self, button: str) -> tuple[Seen, str]:
        for message in reversed(await self.from_bot()):
            for label in message.buttons:
                if button.casefold() in label.casefold():
                    return message, label
        raise AssertionError(f"{self.name} has no button {button!r}: {await self.buttons()}")


class Reporter(Person):
    """Somebody who raises a concern."""

    role = ""  # words on the button that says who one is

    async def raises_a_concern(self) -> str:
        """Walk the whole way with short answers, and return what the receipt says."""
        raise NotImplementedError

    async def walks(self, *answers: str) -> None:
        """Give answers one after the other, looking at each question; `[x]` taps, else types."""
        for answer in answers:
            if answer.startswith("["):
                await self.taps(answer[1:-1])
            else:
                await self.says(answer)
            await self.sees()

    async def begins(self) -> None:
        """Come to the role's first question."""
        await self.walks("/start", "[Dansk]", "[Nej]", f"[{self.role}]")

    async def comes_to(self, question: str) -> None:
        """Walk on with short answers until this is asked."""
        await self.begins()
        await self._answers_until(question)

    async def comes_to_the_summary(self) -> None:
        """Walk the whole way with short answers, up to Send."""
        await self.comes_to("ikke sendt endnu")

    async def answers_the_rest(self, onward: str = "Videre", send: str = "Send") -> None:
        """Answer whatever is still asked, until the summary."""
        await self._answers_until(send, onward)

    async def change_of(self, title: str) -> str:
        """Return the label on the summary that changes the answer with this title."""
        lines = (await self.screen()).text.splitlines()
        return next(f"Ret {each.split('. ')[0]}" for each in lines if title in each)

    async def skips_until(self, question: str) -> None:
        """Skip what may be skipped and take the first answer of the rest, until this is asked."""
        for _ in range(30):
            if question in (await self.screen()).text:
                return
            await self.answers_one()
        raise AssertionError(f"{self.name} never came to {question!r}")

    async def answers_one(self) -> None:
        """Skip the question, or give the shortest answer it takes."""
        shown = await self.screen()
        onward = next((each for each in ("Videre", "Spring over") if each in shown.buttons), "")
        if onward or any(label.startswith("1. ") for label in shown.buttons):
            await self.walks(f"[{onward or '1. '}]")
        else:
            await self.walks("Noget")

    async def _answers_until(self, words: str, onward: str = "Videre") -> None:
        """Take the first option of each question, or write something, until words are shown."""
        for _ in range(30):
            shown = await self.screen()
            if words in shown.text or words in shown.buttons:
                return
            numbered = [label for label in shown.buttons if label.startswith("1. ")]
            if onward in shown.buttons:
                await self.taps(onward)
            elif numbered:
                await self.taps(numbered[0])
            else:
                await self.says("Noget")
            await self.sees()
        raise AssertionError(f"{self.name} never came to {words!r}: {(await self.screen()).text}")


class Citizen(Reporter):
    """Somebody who writes about themselves."""

    role = "Mig selv"

    async def raises_a_concern(self, where: str = "Bænken ved søen") -> str:
        """Walk the whole way with short answers, and return what the receipt says."""
        await self.begins()
        await self.walks("1, 2", "[Videre]", "Jeg sover dårligt", "[Udenfor]", where)
        await self.walks(
            "[Aften]", "[Videre]", "[Skriv her]", "Ræven", "[Dansk]", "Jeg har en hund"
        )
        await self.taps("Send")
        return await self.sees("senest")


class Relative(Reporter):
    """Somebody worried about another."""

    role = "bekymret for"

    async def raises_a_concern(
        self, where: str = "Bænken ved stationen, om aftenen", may_write: str = "Ja"
    ) -> str:
        """Walk the whole way with short answers, and return what the receipt says."""
        await self.begins()
        await self.walks("[Nabo]", "[Ja]", "[Ja]", "[Nej]", "2, 4", "[Videre]")
        await self.walks("Han råber om natten", where, "[Spring over]", "[Uger]", "[Ja]", "[Nej]")
        await self.walks("[Ved ikke]", "[Spring over]", "[Dansk]", f"[{may_write}]")
        await self.taps("Send")
        return await self.sees("senest")


class Partner(Reporter):
    """Somebody who writes as a part of their job."""

    role = "arbejde"

    async def wishes(self, wish: str, consent: str = "[Har ikke spurgt]") -> None:
        """Come to the first question after what they wish."""
        await self.begins()
        await self.walks("[Psykiatri]", f"[{wish}]", *([] if "Sparring" in wish else [consent]))

    async def raises_a_concern(self, where: str = "Bænken ved stationen") -> str:
        """Draw attention to somebody with short answers, and return what the receipt says."""
        await self.wishes("Gøre opmærksom")
        await self.walks("2, 4", "[Videre]", "Han råber om natten", where, "Vi ringer hver uge")
        await self.walks("Sygeplejersken", "[forstået]", "[Nej]", "[Spring over]", "[Dansk]")
        await self.walks("Bo, telefon på afdelingen")
        await self.taps("Send")
        return await self.sees("senest")


class Worker(Person):
    """One of the team."""

    role = StaffRole.WORKER

    @classmethod
    async def joins(cls, stage: Stage, name: str) -> Self:
        """Come on stage, open a one-time link and say what colleagues shall call them."""
        somebody = await cls.arrives(stage, name)
        await somebody.starts(await stage.invitation(cls.role))
        await somebody.says(name)
        await somebody.sees(name)
        return somebody

    async def types(self, *texts: str) -> None:
        """Type one thing after the other, looking at each answer."""
        for text in texts:
            await self.says(text)
            await self.sees()

    async def goes_on_duty(self) -> None:
        """Take the duty in chat."""
        await self.says("Tag vagten")
        await self.sees("vagt")

    async def reads(self) -> str:
        """Open the newest alert, and return its card."""
        await self.sees_alert()
        await self.taps("Åbn")
        return (await self.card()).text

    async def reads_every_page(self, *words: str) -> bool:
        """Open the newest alert and turn its pages; whether all words stand on them."""
        await self.taps("Åbn")
        pages = {(await self.card()).text}
        while len(pages) < 20:
            await self.taps("Næste side")
            text = (await self.card()).text
            if text in pages:
                break
            pages.add(text)
        return all(any(word in page for page in pages) for word in words)

    async def sees_alert(self) -> int:
        """Look at the one new alert, and return its message's id."""
        (alert,) = await self.new_messages()
        await self.sees("Ny henvendelse")
        return alert.message_id

    async def card(self) -> Seen:
        """Return the newest message that has to do with a concern."""
        return (await self.from_bot())[-1]


class Lead(Worker):
    """The one who leads the team."""

    role = StaffRole.LEAD


def the_code(receipt: str) -> str:
    """Return the code in a receipt."""
    return receipt.split("Din kode: ")[1].split("\n")[0]


async def a_concern(stage: Stage) -> str:
    """Let a relative raise a concern and go; return what the receipt says."""
    kim = await Relative.arrives(stage, "Kim")
    receipt = await kim.raises_a_concern()
    kim.puts_the_phone_away()
    return receipt


async def a_taken_concern(stage: Stage, owner: Worker) -> str:
    """Let a relative raise a concern and the owner take it; return the receipt."""
    receipt = await a_concern(stage)
    await owner.taps("Tag")
    await stage.everyone_looks()
    return receipt
