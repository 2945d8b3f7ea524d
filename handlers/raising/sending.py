"""Sending: an interview becomes a concern, with its alerts and reminders, in one transaction."""

import os
from dataclasses import replace

from domain.asking_back import moments
from domain.concern import Concern
from domain.deadlines import Reminder, promised_day
from domain.disclosure import may_be_written_to
from domain.entry import Expected, Next
from domain.interview import Interview, submission
from domain.nickname import nickname
from domain.obligations import obligations
from domain.people import Role, first_to_alert
from domain.questionnaire import Answer, Answers
from domain.receipt import issue, read
from domain.service import Promise
from domain.telling import Heard, hear_of_gap, heard
from domain.urgency import Urgency
from handlers.help.pages import contact_button
from handlers.screen import Button, Screen
from handlers.team import colleagues
from handlers.turn import Turn
from storage.doors import Door
from storage.routes import Route
from storage.staff import new_id

_TRIES = 20
# What a reporter is told when it was not those on duty who heard.
_WHO_HEARD = {
    Heard.NOBODY_ON_DUTY: "receipt-nobody-on-duty",
    Heard.DUTY_OUT_OF_REACH: "receipt-duty-out-of-reach",
    Heard.NOBODY: "receipt-nobody-reached",
}


async def submit(turn: Turn, interview: Interview) -> None:
    """Store the concern, give its receipt, alert who is on duty and start the 7-day clock.

    Whoever sends, at whatever hour (S2): nobody approves it and nobody can turn it away (S1).
    """
    concern = await _new(turn, interview)
    code = issue(os.urandom(10))
    given = submission(interview)
    route = Route(turn.person.chat_id, turn.voice.language, may_be_written_to(concern.role, given))
    turn.write(await turn.store.concerns.add(concern, given, route, code))
    if interview.media:
        turn.write(await turn.store.concern_media.add(concern.id, interview.media))
    turn.write(*turn.store.reminders.schedule(concern.id, _ladder(turn, concern, given)))
    turn.note("received", concern.id)
    receipt = _receipt(turn, concern, code, await _alert(turn, concern))
    turn.reply(receipt, urgency=Urgency.RECEIPT)
    _ask_for_the_code(turn)
    turn.keep(_with_concern(turn.person, concern, interview, code))


async def _alert(turn: Turn, concern: Concern) -> Heard:
    """Alert those who hear of it first, and the lead to nobody being on duty; return who heard."""
    staff, service = await colleagues.by_id(turn), turn.house.service
    members = colleagues.members(staff)
    told = first_to_alert(members, acute=concern.acute)
    unmanned = hear_of_gap(told, turn.now, service.duty.hours, service.times)
    if unmanned:
        turn.note("nobody on duty", concern.id)
    colleagues.alert(turn, concern, (staff[each.id] for each in told), unmanned)
    return heard(members, told)


def _with_concern(person: Door, concern: Concern, interview: Interview, code: str) -> Door:
    """Return the person's door with the concern in the place of its interview."""
    return replace(
        person.having_written(interview.sources, concern.id),
        interview=None,
        awaits_edit=0,
        expected=Expected(Next.CODE, concern.id, words=(read(code) or "")[-5:]),
        concerns=(*person.concerns, concern.id),
    )


def _ask_for_the_code(turn: Turn) -> None:
    """Ask for the receipt's end: a code typed once is a code that was kept."""
    kept = Button(turn.voice("button-code-kept"), "kept")
    turn.reply(Screen(turn.voice("code-ask"), ((kept,), (contact_button(turn.voice),))))


def _receipt(turn: Turn, concern: Concern, code: str, who: Heard) -> Screen:
    """Return the thanks for drawing attention: they order and replace nothing (S3, S47)."""
    voice = turn.voice
    interview = turn.person.interview
    called = interview.answers["acute"].option if interview and concern.acute else ""
    parts = [
        voice(f"receipt-acute-{called}") if called else "",
        _promised(turn, concern),
        voice(_WHO_HEARD[who]) if who in _WHO_HEARD else "",
        voice(f"receipt-{concern.role}"),
        voice("receipt-code", code=code),
    ]
    return Screen("\n\n".join(filter(None, parts)), ((contact_button(voice),),))


def _promised(turn: Turn, concern: Concern) -> str:
    """Return what is promised; only to a citizen can a visit be (S7, T1).

    Who asked for a call, or to be reached through somebody, is not told of a visit: it may be
    what they fear.
    """
    date, interview = concern.told_on, turn.person.interview
    reply = interview.answers.get("reply", Answer()).option if interview else ""
    if concern.role is not Role.CITIZEN or reply in ("call", "trusted"):
        return turn.voice("receipt", date=date)
    if turn.house.service.promise is Promise.VISIT:
        return turn.voice("receipt-visit", date=date)
    return turn.voice("receipt-react", date=date)


async def _new(turn: Turn, interview: Interview) -> Concern:
    if interview.role is None:
        raise LookupError("A concern cannot be sent without a role.")
    zone = turn.house.service.times.zone
    day = promised_day(turn.now, zone, turn.house.service.ladder.days)
    return Concern(
        id=new_id(),
        nickname=await _free_nickname(turn),
        role=interview.role,
        acute=interview.acute,
        received_at=turn.now,
        promised_on=day,
        told_on=day,
    )


async def _free_nickname(turn: Turn) -> str:
    """Return a nickname no other concern has; if one takes it meanwhile, the turn runs again."""
    drawn = [nickname(os.urandom(4)) for _ in range(_TRIES)]
    used = await turn.store.concerns.nicknames_among(drawn)
    free = (name for name in drawn if name not in used)
    # So many concerns that nearly all names are taken: never shall one be lost for want of a name.
    return next(free, f"{drawn[0]} {int.from_bytes(os.urandom(4), 'big')}")


def _ladder(turn: Turn, concern: Concern, given: Answers) -> list[Reminder]:
    service, received = turn.house.service, concern.received_at
    nameless = given.get("purpose", Answer()).option == "sparring"  # nobody to be worried about
    own = () if nameless else moments(received, service.ladder, service.times)
    return [*obligations(concern, received, service.ladder, service.times), *own]
