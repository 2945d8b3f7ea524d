"""Danger: the card with the numbers to call, within reach of every screen (S56)."""

from dataclasses import replace

from telegram import Update

from domain.interview import marked
from domain.people import everyone, leads
from domain.questionnaire import ACUTE
from domain.receipt import looks_like_receipt, meant_as_receipt
from domain.redaction import contains_cpr
from handlers.after_sending import asking_back, own
from handlers.help.crisis import show_numbers
from handlers.house import House
from handlers.raising import asking
from handlers.screen import Screen, action
from handlers.team import colleagues
from handlers.turn import Context, Turn
from handlers.work import cards


async def card(update: Update, context: Context) -> None:
    """Show the card in any state, then the question that was being asked."""
    show_numbers(context.turn, context.turn.person.interview)
    asking.show_again(context.turn)


async def tapped(update: Update, context: Context) -> None:
    """Take what somebody answers on the card: `acute/<option>`."""
    await answer(context.turn, action(update)[1])


def stands_alone(house: House, text: str) -> bool:
    """Whether a text is never taken together with others: for itself it means something."""
    return (
        calls(house, text)
        or house.phrases.is_label(text)
        or house.phrases.danger.catches(text)
        or contains_cpr(text)
        or meant_as_receipt(text)
        or looks_like_receipt(text)
    )


def is_call(turn: Turn, text: str) -> bool:
    """Whether a whole message is a cry for help in any language, or a number of the card."""
    return calls(turn.house, text)


def calls(house: House, text: str) -> bool:
    """Whether a text is a cry for help, or a number of the card."""
    typed = "".join(text.split()).strip(".!?/")
    numbers = {"".join(each.number.split()) for each in house.service.crisis}
    phrases = house.phrases
    named = phrases.means(text, "button-acute", "button-acute-both")
    return named or typed in numbers or phrases.danger.is_call(text)


def watch(turn: Turn, text: str) -> None:
    """Show the card when what a reporter typed tells of danger; the text goes its way as ever.

    Nothing about it is stored, logged or shown to anybody else.
    """
    if is_call(turn, text) or turn.house.phrases.danger.catches(text):
        show_numbers(turn, turn.person.interview)


def said(turn: Turn, text: str) -> str | None:
    """Return the card's option that is typed, in any language.

    None where it is being asked as a question, and for a member, who may mean a reaction.
    """
    interview = turn.person.interview
    asked = interview is not None and interview.at == ACUTE.id
    if asked or turn.member is not None:
        return None
    for option in ACUTE.options:
        if turn.house.phrases.means(text, f"o-acute-{option}"):
            return option
    return None


async def answer(turn: Turn, option: str) -> None:
    """Mark an interview under way as acute, or take the mark back, and go on with it.

    Without an interview what was sent last is marked, and everyone on the team hears it. If
    nothing was sent a kind answer is all: nothing is stored.
    """
    interview = turn.person.interview
    if interview is None:
        told = option != "not_acute" and await _tell_everyone(turn)
        for voice in turn.voices:
            more = f"\n\n{voice('acute-team-told')}" if told else ""
            turn.reply(Screen(voice(f"acute-alone-{option}") + more))
        return
    for voice in turn.voices:
        turn.reply(Screen(voice(f"acute-marked-{option}")))
    turn.unbutton_card(asking.prompt(turn))
    asking.ask(turn, marked(interview, option))


async def _tell_everyone(turn: Turn) -> bool:
    """Mark what the speaker sent last as acute, for everyone; False when they sent nothing.

    That takes it up again like any words would: a relative cannot tell if it was closed.
    """
    newest = await own.going_on(turn)
    if newest is None:
        return False
    marked_acute = replace(newest, acute=True)
    concern = await asking_back.hear(turn, marked_acute)
    if concern == marked_acute:  # otherwise it was saved as it was taken up
        turn.write(turn.store.concerns.save(newest, concern))
    turn.note("marked acute", concern.id)
    staff = await colleagues.by_id(turn)
    for each in everyone(colleagues.members(staff)):
        voice = turn.house.phrases.voice(each.language)
        turn.bring(staff[each.id], cards.nudge(voice, concern, "news-acute"), concern.id)
    return True


async def remind_to_check(turn: Turn) -> None:
    """Ask the leads to see that the card's numbers are looked up again."""
    staff = await colleagues.by_id(turn)
    for lead in leads(colleagues.members(staff)):
        voice = turn.house.phrases.voice(lead.language)
        turn.tell(staff[lead.id], Screen(voice("old-numbers")))
