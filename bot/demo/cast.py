"""The demo's cast: six people with phones, three of whom are let into the team and join it."""

from dataclasses import dataclass

from bot.clock import Clock
from bot.inviting import invitation
from bot.sandbox.chat import Person
from bot.sandbox.phone import Circumstances, Phone
from bot.sandbox.world import World
from domain.people import StaffRole
from storage.store import Store

_PATIENCE = 120.0  # seconds


@dataclass(frozen=True)
class Part:
    """Who somebody is in the demo; `notes` say it by language, `joins_as` is for the team."""

    key: str
    name: str
    notes: dict[str, str]
    joins_as: StaffRole | None = None


PARTS = (
    Part("citizen", "Sami", {"da": "sover ude", "en": "sleeps outside"}),
    Part(
        "relative",
        "Kim",
        {"da": "er bekymret for sin nabo", "en": "is worried about a neighbour"},
    ),
    Part("partner", "Mette", {"da": "sygeplejerske", "en": "nurse"}),
    Part("worker", "Anna", {"da": "har vagten", "en": "is on duty"}, StaffRole.WORKER),
    Part("second", "Bo", {"da": "medarbejder", "en": "worker"}, StaffRole.WORKER),
    Part("lead", "Lone", {"da": "teamleder", "en": "team lead"}, StaffRole.LEAD),
)
_ON_DUTY = "worker"
_OFF_DUTY_NOTES = {"da": "medarbejder", "en": "worker"}
_TAKES_DUTY = {"da": "Tag vagten", "en": "Go on duty"}


class Cast:
    """The six people of one run, who exist before the bot does."""

    def __init__(self, world: World, language: str, *, on_duty: bool) -> None:
        self._world = world
        self._language = language
        self._on_duty = on_duty
        self.people = {each.key: self._arrive(each) for each in PARTS}

    def ids(self) -> dict[str, int]:
        """Return everybody's id, by who they are in the demo."""
        return {key: person.id for key, person in self.people.items()}

    async def join(self, store: Store, clock: Clock) -> None:
        """Let the team open their invitations, one after the other, and one of them take duty.

        Raises TimeoutError when the bot does not answer.
        """
        for part in PARTS:
            if part.joins_as is not None:
                chat = self._world.chat(self.people[part.key].id)
                phone = Phone(self._world, chat)
                phone.start(await invitation(store, part.joins_as, clock.now()))
                await self._answered(phone, 1)
                phone.say(part.name, False, Circumstances())
                await self._answered(phone, 2)
                if part.key == _ON_DUTY and self._on_duty:
                    phone.say(_TAKES_DUTY[self._language], False, Circumstances())
                    await self._answered(phone, 3)

    def _arrive(self, part: Part) -> Person:
        idle = part.key == _ON_DUTY and not self._on_duty
        notes = _OFF_DUTY_NOTES if idle else part.notes
        return self._world.add_person(part.name, note=notes[self._language])

    async def _answered(self, phone: Phone, messages: int) -> None:
        chat = phone.chat
        await self._world.until(
            lambda _: sum(each.by_bot for each in chat.visible()) >= messages, _PATIENCE
        )
