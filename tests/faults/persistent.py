"""People who act on what their phone shows, and go on however often the bot falls over."""

from collections.abc import Callable, Iterator
from functools import cache

from bot.sandbox.chat import Chat, Message
from bot.sandbox.phone import Circumstances, Phone
from bot.sandbox.server import Sandbox
from domain.receipt import read
from handlers.phrases import Phrases, Voice
from tests.faults.killing import PATIENCE

VOICE: Voice = Phrases(
    {
        "service": "Opsøgende Team",
        "municipality": "Prøve Kommune",
        "phone": "none",
        "address": "none",
    },
    "da",
).voice("da")

# What a relative answers: a catalogue key is a button, anything else is typed.
ANSWERS = {
    "language": "o-language-da",
    "danger": "yes-no-no",
    "role": "o-role-relative",
    "relation": "o-relation-neighbour",
    "adult": "yes-no-yes",
    "here": "yes-no-yes",
    "children": "yes-no-no",
    "worries": "2, 4",
    "seen": "{mark} råber om natten",
    "how_long": "o-how_long-weeks",
    "worse": "yes-no-yes",
    "where": "Bænken ved stationen",
    "description": "button-skip",
    "knows": "o-knows-no",
    "other_help": "yes-no-unsure",
    "safety": "button-skip",
    "speaks": "o-speaks-danish",
    "own_words": "Det er alt",
    "may_write": "o-may_write-yes",
}
_ALERT = VOICE("alert", nickname="|", date="").partition("|")[0]
_GIVEN_UP_ON = 45.0  # seconds; then a person answers once more
_STEPS = 60  # far more than the questions there are


class Somebody:
    """A person in the sandbox who looks at their own phone."""

    def __init__(self, sandbox: Sandbox, name: str, **details: str) -> None:
        while (person := sandbox.world.add_person(name, **details)).id < 2**32:
            pass  # a number of four bytes would be found in any file by chance
        self.name = name
        self.world = sandbox.world
        self.chat: Chat = sandbox.world.chat(person.id)
        self.phone = Phone(self.world, self.chat)

    def says(self, text: str) -> None:
        """Write a message."""
        self.phone.say(text, whole=False, how=Circumstances())

    def sees(self, words: str) -> list[Message]:
        """Return the bot's messages that hold these words."""
        return [each for each in self._from_bot() if words in each.text]

    async def waits_for(self, words: str) -> None:
        """Wait until the phone shows these words."""
        await self.world.until(lambda _: bool(self.sees(words)), PATIENCE)

    async def is_still_answered(self) -> None:
        """Ask for the numbers: the answer comes after everything that came before it."""
        answered = len(self.sees(VOICE("acute-foot")))
        self.says("/akut")
        await self.world.until(lambda _: len(self.sees(VOICE("acute-foot"))) > answered, PATIENCE)

    def _from_bot(self) -> Iterator[Message]:
        return (each for each in reversed(list(self.chat.visible())) if each.by_bot)


class Reporter(Somebody):
    """A relative who walks to the end, whatever happens to the bot on the way."""

    def __init__(self, sandbox: Sandbox, number: int, **person: str) -> None:
        super().__init__(sandbox, f"Reporter {number}", **person)
        self.mark = f"Mærke {number}:"
        self.answered_again = 0

    def receipts(self) -> set[str]:
        """Return the codes the phone shows."""
        words = (word for each in self._from_bot() for word in each.text.split())
        return {code for word in words if (code := read(word)) is not None}

    def told(self) -> list[str]:
        """Return what this person types in their own words."""
        return [ANSWERS["where"], ANSWERS["seen"].format(mark=self.mark)]

    async def raises_a_concern(self) -> None:
        """Answer the question on the screen until a receipt comes."""
        self.says("/start")
        await self._leaves(None, again=lambda: self.says("/start"))
        for _ in range(_STEPS):
            if self.receipts():
                return
            shown = self._asked()
            self._answer()
            await self._leaves(shown, again=self._answer)
        raise AssertionError(f"{self.name} was asked {_STEPS} questions.")

    async def _leaves(self, shown: tuple[str, bool] | None, again: Callable[[], None]) -> None:
        """Wait until something else is asked; after a long while do it once more."""
        while True:
            try:
                return await self.world.until(
                    lambda _: self._asked() not in (None, shown) or bool(self.receipts()),
                    _GIVEN_UP_ON,
                )
            except TimeoutError:
                self.answered_again += 1
                assert self.answered_again < 5, f"{self.name} is not answered: {shown}"
                again()

    def _answer(self) -> None:
        message, shown = self._screen(), self._asked()
        if shown is None:  # the buttons are gone already: what was done is under way
            return
        asked, can_go_on = shown
        if asked == "summary":
            answer = "button-send"
        else:
            answer = "button-next" if can_go_on else ANSWERS[asked]
        label = next((each for each in _labels(message) if _is(each, answer)), None)
        if label is None:
            self.says(answer.format(mark=self.mark))
        else:
            self.phone.tap_label(message.id, label)

    def _asked(self) -> tuple[str, bool] | None:
        """Return what the screen asks now, and whether it can be left with what is chosen."""
        message = self._screen()
        found = [each for each, words in _asking().items() if words in message.text]
        return (found[0], VOICE("button-next") in _labels(message)) if message.buttons else None

    def _screen(self) -> Message:
        """Return the newest question; it has no buttons any more once it is answered."""
        questions = _asking().values()
        none = Message(0, True, self.world.now(), "text", {})
        return next(
            (each for each in self._from_bot() if any(words in each.text for words in questions)),
            none,
        )


class Taker(Somebody):
    """A worker who takes every second concern the team is alerted to, on every card they get."""

    def __init__(self, sandbox: Sandbox, name: str, heard_of: list[str]) -> None:
        super().__init__(sandbox, name)
        self._heard_of = heard_of  # by the whole team, which shares this list

    async def joins(self, invitation: str) -> None:
        """Open the invitation and take the duty."""
        self.phone.start(invitation)
        await self.waits_for(VOICE("joined"))
        self.says(self.name)
        await self.waits_for(VOICE("named", name=self.name))
        self.says(VOICE("button-duty-on"))
        await self.waits_for(VOICE("duty-taken"))

    async def takes_concerns(self) -> None:
        """Tap on each new card for as long as this runs."""
        tapped: set[int] = set()
        while True:
            await self.world.until(lambda _: bool(self._free(tapped)), timeout=10 * PATIENCE)
            for card in self._free(tapped):
                tapped.add(card.id)
                self.phone.tap_label(card.id, VOICE("button-take"))

    def _free(self, tapped: set[int]) -> list[Message]:
        alerts = (each for each in self._from_bot() if each.text.startswith(_ALERT))
        cards = (each for each in alerts if VOICE("button-take") in _labels(each))
        return [each for each in cards if each.id not in tapped and self._is_second(each.text)]

    def _is_second(self, alert: str) -> bool:
        nickname = alert.removeprefix(_ALERT).partition(".")[0]
        if nickname not in self._heard_of:
            self._heard_of.append(nickname)
        return self._heard_of.index(nickname) % 2 == 1


@cache
def _asking() -> dict[str, str]:
    return {**{each: VOICE(f"q-{each}") for each in ANSWERS}, "summary": VOICE("summary-head")}


def _labels(message: Message) -> list[str]:
    return [button["text"] for row in message.buttons for button in row]


def _is(label: str, key: str) -> bool:
    if "-" not in key:
        return False
    words = VOICE(key)
    return label == words or label.partition(". ")[2] == words
