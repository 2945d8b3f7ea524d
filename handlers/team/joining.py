"""Joining the team: one link, one tap, once."""

from dataclasses import replace

from domain.concern import Concern
from domain.languages import COMPLETE
from domain.people import Member, StaffRole
from handlers.screen import Button, Screen
from handlers.team import alerts, said
from handlers.turn import Turn
from storage.staff import Colleague, new_id

PREFIX = "inv_"
_NAME_LIMIT = 30


async def accept(turn: Turn, code: str) -> None:
    """Let the holder of an invitation in; one that is used, too old or unknown is told kindly."""
    if turn.member is not None:
        return turn.reply(Screen(turn.voice("already-member")))
    role = await turn.store.staff.invited(code, turn.now)
    if role is None:
        turn.note("invite refused")
        return turn.reply(Screen(turn.voice("invite-refused")))
    number = await turn.store.staff.next_number()
    language = turn.voice.language
    if language not in COMPLETE:  # which the team's texts are not written in
        language = turn.house.service.language
    member = Member(id=new_id(), name="", role=role, number=number, language=language)
    turn.colleague = Colleague(member, turn.person.chat_id)
    turn.write(turn.store.staff.use(code), turn.store.staff.join(turn.colleague))
    turn.keep(replace(turn.person, interview=None, awaits_edit=0))
    turn.note("joined")
    lead = role is StaffRole.LEAD
    button = Button(turn.voice("button-duty-on"), "duty/on")
    turn.reply(Screen(turn.voice("joined-lead" if lead else "joined"), ((button,),)))
    waiting: list[Concern] = await turn.store.concerns.open()
    return await alerts.show_open(turn) if waiting else None


async def typed(turn: Turn, text: str) -> bool:
    """Take what sounds like a name from a member without one, or behind "call me"."""
    name = said.words_behind(turn, text, "button-call-me")
    if name is None and turn.member and not turn.member.name:
        name = text
    if not name or not sounds_like_a_name(name):
        return False
    call_me(turn, name)
    return True


def sounds_like_a_name(text: str) -> bool:
    """Whether a text can be somebody's name: one to three words of letters."""
    words = text.replace("-", " ").split()
    return 0 < len(words) <= 3 and all(word.strip(".,!").isalpha() for word in words)


def call_me(turn: Turn, name: str) -> None:
    """Keep the name the team shall see; at most 30 characters of it."""
    if turn.colleague is None:
        return
    plain = " ".join(name.split())[:_NAME_LIMIT].strip(" .!,")
    turn.colleague = replace(turn.colleague, member=replace(turn.colleague.member, name=plain))
    turn.write(turn.store.staff.save(turn.colleague))
    turn.reply(Screen(turn.voice("named", name=plain)))
