"""Joining the team: one link, one tap, once."""

from dataclasses import replace

from domain.concern import Concern
from domain.languages import COMPLETE
from domain.people import Member, StaffRole, belongs
from handlers.screen import Button, Screen
from handlers.team import codes, said
from handlers.turn import Turn
from handlers.work import alerts
from storage.invites import Invite
from storage.staff import Colleague, new_id

PREFIX = "inv_"
_NAME_LIMIT = 30


async def accept(turn: Turn, code: str) -> None:
    """Let the holder of an invitation in; one that is used, too old or unknown is told kindly."""
    if turn.member is not None:
        return turn.reply(Screen(turn.voice("already-member")))
    if await turn.store.staff.paused_at(turn.person.chat_id) is not None:
        return turn.reply(Screen(turn.voice("you-are-paused")))
    invited = await turn.store.invites.invited(code, turn.now)
    if invited is None:
        turn.note("invite refused")
        return turn.reply(Screen(turn.voice("invite-refused")))
    turn.colleague = await _newcomer(turn, invited.role)
    turn.write(turn.store.invites.use_up(invited.id), turn.store.staff.join(turn.colleague))
    turn.keep(replace(turn.person, interview=None, awaits_edit=0))
    turn.note("joined")
    lead = invited.role is StaffRole.LEAD
    button = Button(turn.voice("button-duty-on"), "duty/on")
    turn.reply(Screen(turn.voice("joined-lead" if lead else "joined"), ((button,),)))
    codes.hand_out(turn)
    await _tell_who_invited(turn, invited)
    waiting: list[Concern] = await turn.store.concerns.open()
    return await alerts.show_open(turn) if waiting else None


def card_of(invited: Invite) -> str:
    """Return the card on which the lead who made an invitation sees its link."""
    return f"invite/{invited.id}"


async def _newcomer(turn: Turn, role: StaffRole) -> Colleague:
    """Return whoever speaks as the next in the team; with a secret, where codes are asked for."""
    number = await turn.store.staff.next_number()
    language = turn.voice.language
    if language not in COMPLETE:  # which the team's texts are not written in
        language = turn.house.service.language
    member = Member(id=new_id(), name="", role=role, number=number, language=language)
    new = Colleague(member, turn.person.chat_id)
    return codes.with_secret(new) if turn.house.service.unlocks_for else new


async def _tell_who_invited(turn: Turn, invited: Invite) -> None:
    """Tell the lead who made the link that it was used, and take it off their screen."""
    staff = await turn.store.staff.all()
    lead = next((each for each in staff if each.member.id == invited.member), None)
    if lead is None or not belongs(lead.member):
        return
    voice = turn.house.phrases.voice(lead.member.language)
    turn.redraw(lead, Screen(voice("invite-over")), card_of(invited))
    turn.tell(lead, Screen(voice(f"invite-used-{invited.role}")))


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
