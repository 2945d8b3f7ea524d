"""The team of a preview: a worker and a lead, on duty or off, and out of reach."""

from dataclasses import dataclass, replace

from bot.preview.album import Act, Album, Person
from domain.languages import COMPLETE
from domain.people import Member, StaffRole, Status
from domain.roster import Change
from handlers.turn import Turn
from storage.staff import Colleague


@dataclass
class Team:
    """A worker and a lead, who speak the language that is looked at."""

    worker: Colleague
    lead: Colleague
    worker_at: Person
    lead_at: Person

    @classmethod
    async def gathered(cls, album: Album) -> "Team":
        """Let a worker and a lead join."""
        found = []
        for number, (name, role) in enumerate(
            (("Anna", StaffRole.WORKER), ("Lone", StaffRole.LEAD)), 1
        ):
            door = await album.house.store.doors.at(album.next_chat())
            colleague = Colleague(Member(name, name, role, number), door.chat_id)
            person = Person(door, colleague)
            await album.happens(person, _joins(colleague))
            found.append((colleague, person))
        (worker, worker_at), (lead, lead_at) = found
        return cls(worker, lead, worker_at, lead_at)

    async def speaks(self, album: Album, language: str) -> None:
        """Let the team speak a language; of one it cannot, the service's own."""
        spoken = language if language in COMPLETE else album.house.service.language
        self.worker, self.lead = (
            replace(each, member=replace(each.member, language=spoken))
            for each in (self.worker, self.lead)
        )
        await self.reachable(album)

    async def reachable(self, album: Album) -> None:
        """Put the worker on duty."""
        await self._are(album, on_duty=True)

    async def off_duty(self, album: Album) -> None:
        """Take everybody off duty."""
        await self._are(album)

    async def out_of_reach(self, album: Album) -> None:
        """Let nobody of the team be reached."""
        await self._are(album, reachable=False)

    async def paused(self, album: Album) -> None:
        """Put the worker on pause."""
        await self._are(album, status=Status.PAUSED)

    async def _are(
        self,
        album: Album,
        *,
        on_duty: bool = False,
        reachable: bool = True,
        status: Status = Status.ACTIVE,
    ) -> None:
        worker = replace(self.worker.member, reachable=reachable, status=status)
        self.worker = replace(self.worker, member=worker)
        self.lead = _changed(self.lead, reachable=reachable)
        await album.happens(self.worker_at, _saves(self.worker, self.lead))
        self.worker, self.lead = map(_saved, (self.worker, self.lead))
        self.worker_at = replace(self.worker_at, colleague=self.worker)
        self.lead_at = replace(self.lead_at, colleague=self.lead)
        await album.happens(self.worker_at, _has_duty(self.worker, on_duty))

    def looking_at(self, other: Person, *, nameless: bool = False) -> Person:
        """Return the worker at work, while somebody else's chat is looked at."""
        member = replace(self.worker.member, name="") if nameless else self.worker.member
        colleague = replace(self.worker, member=member)
        return replace(self.worker_at, colleague=colleague, looks_at=other.door.chat_id)


def _joins(colleague: Colleague) -> Act:
    return lambda turn: turn.write(turn.store.staff.join(colleague))


def _saves(*colleagues: Colleague) -> Act:
    return lambda turn: turn.write(*map(turn.store.staff.save, colleagues))


def _has_duty(colleague: Colleague, on_duty: bool) -> Act:
    async def act(turn: Turn) -> None:
        turn.write(turn.store.roster.end_duty(colleague.member.id, turn.now))
        if on_duty:
            turn.write(turn.store.roster.change(Change(turn.now, comes=colleague.member.id)))

    return act


def _saved(colleague: Colleague) -> Colleague:
    return replace(colleague, version=colleague.version + 1)


def _changed(colleague: Colleague, *, reachable: bool) -> Colleague:
    return replace(colleague, member=replace(colleague.member, reachable=reachable))
