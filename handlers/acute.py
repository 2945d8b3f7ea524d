"""Danger: the card with the numbers to call, within reach of every screen (S56)."""

from telegram import Update

from domain.interview import marked
from domain.people import leads
from domain.questionnaire import ACUTE
from domain.typed import says
from handlers import asking, team
from handlers.crisis import show_numbers
from handlers.screen import Screen, action
from handlers.turn import Context, Turn


async def card(update: Update, context: Context) -> None:
    """Show the card in any state, then the question that was being asked."""
    show_numbers(context.turn, context.turn.person.interview)
    asking.show_again(context.turn)


async def tapped(update: Update, context: Context) -> None:
    """Take what somebody answers on the card: `acute/<option>`."""
    answer(context.turn, action(update)[1])


def is_call(turn: Turn, text: str) -> bool:
    """Whether a whole message is a cry for help in any language, or a number of the card."""
    typed = "".join(text.split()).strip(".!?/")
    numbers = {"".join(each.number.split()) for each in turn.house.service.crisis}
    phrases = turn.house.phrases
    labels = (*phrases.labels("button-acute"), *phrases.labels("button-acute-both"))
    return typed in numbers or phrases.danger.is_call(text) or says(text, *labels)


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
        if says(text, *turn.house.phrases.labels(f"o-acute-{option}")):
            return option
    return None


def answer(turn: Turn, option: str) -> None:
    """Mark an interview under way as acute, or take the mark back, and go on with it.

    Without an interview a kind answer is all: nothing is stored.
    """
    interview = turn.person.interview
    if interview is None:
        for voice in turn.voices:
            turn.reply(Screen(voice(f"acute-alone-{option}")))
        return
    for voice in turn.voices:
        turn.reply(Screen(voice(f"acute-marked-{option}")))
    turn.unbutton_card(asking.prompt(turn))
    asking.ask(turn, marked(interview, option))


async def remind_to_check(turn: Turn) -> None:
    """Ask the leads to see that the card's numbers are tried again."""
    staff = await team.colleagues(turn)
    for lead in leads(team.members(staff)):
        voice = turn.house.phrases.voice(lead.language)
        turn.tell(staff[lead.id], Screen(voice("old-numbers")))
