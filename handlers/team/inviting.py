"""Inviting: a lead makes a link that lets one person into the team, once."""

from telegram import Update

from domain.people import INVITATION_LASTS, StaffRole
from handlers.screen import Button, Screen, action
from handlers.team.access import May, allowed, outdated
from handlers.team.joining import PREFIX, card_of
from handlers.turn import Context, Turn
from storage.invites import Invite, new_code
from storage.staff import new_id


async def tapped(update: Update, context: Context) -> None:
    """Make a link from a button: `invite/<worker or lead>`."""
    turn, (_, role) = context.turn, action(update)
    if role not in list(StaffRole):
        return outdated(turn)
    return invite(turn, StaffRole(role))


async def cancel_tapped(update: Update, context: Context) -> None:
    """Take one's own link back from a button: `uninvite/<invitation>`."""
    turn, (_, invited) = context.turn, action(update)
    await _cancel(turn, invited)


async def typed(turn: Turn, text: str) -> bool:
    """Make a link, or take the newest back, if a lead typed so; False when it was something else.

    Anybody else is told who may.
    """
    means = turn.house.phrases.means
    meant = [each for each in StaffRole if means(text, f"button-invite-{each}")]
    cancels = means(text, "button-uninvite")
    if not meant and not cancels:
        return False
    if not await allowed(turn, May.LEAD, "invite"):
        return True
    if meant:
        invite(turn, meant[0])
    else:
        await _cancel(turn)
    return True


def invite(turn: Turn, role: StaffRole) -> None:
    """Make a link for somebody who will be that, and show it to the lead who speaks."""
    if turn.member is None:
        return
    code, invited = new_code(), Invite(new_id(), role, turn.member.id)
    turn.write(turn.store.invites.invite(invited, code, turn.now + INVITATION_LASTS))
    turn.note(f"invited: {role}")
    minutes = int(INVITATION_LASTS.total_seconds() // 60)
    link = turn.house.start_link(f"{PREFIX}{code}")
    text = turn.voice(f"invite-{role}", link=link, minutes=minutes)
    button = Button(turn.voice("button-uninvite"), f"uninvite/{invited.id}")
    turn.reply(Screen(text, ((button,),)), card=card_of(invited))


def buttons(turn: Turn) -> tuple[Button, ...]:
    """Return a button for each kind of invitation."""
    return tuple(
        Button(turn.voice(f"button-invite-{each}"), f"invite/{each}") for each in StaffRole
    )


async def _cancel(turn: Turn, which: str = "") -> None:
    """Take back one of the speaker's links; which one is "" for the newest."""
    colleague = turn.colleague
    if colleague is None:
        return None
    made = await turn.store.invites.invited_by(colleague.member.id, turn.now)
    meant = [each for each in made if which in ("", each.id)]
    if not meant:
        return turn.reply(Screen(turn.voice("invite-over")))
    turn.write(turn.store.invites.use_up(meant[-1].id))
    turn.note("invitation taken back")
    screen = Screen(turn.voice("invite-cancelled"))
    turn.redraw(colleague, screen, card_of(meant[-1]))
    return turn.reply(screen)
