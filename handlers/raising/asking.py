"""Asking: what follows when an interview moves on, whether by a tap or by typing."""

import os
from dataclasses import replace

from domain.entry import Expected, Next
from domain.interview import (
    Interview,
    NotAnswerable,
    asked,
    back,
    choose,
    clear,
    edit,
    go_on,
    missing,
    skip,
)
from domain.languages import COMPLETE, UNREVIEWED
from domain.own_words import write
from domain.questionnaire import CARDS, Answer, Kind, Question
from handlers.help import information, pages
from handlers.help.crisis import show_numbers
from handlers.raising import questions, sending
from handlers.screen import Button, Screen, in_rows
from handlers.turn import Turn
from storage.doors import prompt_of

# Controls that fit whatever is being asked.
ANY_TIME = ("wipe", "resume", "fresh", "stop")
MOVES = {"next": go_on, "skip": skip, "clear": clear, "back": back}


def prompt(turn: Turn) -> str:
    """Return the name of the card that asks the speaker the current question."""
    return prompt_of(turn.person)


def begin(turn: Turn, kept: str = "", message_id: int = 0) -> None:
    """Start a new interview with the question of language, keeping words already written."""
    interview = Interview(id=os.urandom(2).hex())
    if kept:
        turn.reply(Screen(turn.voice("kept-before-start")))
    ask(turn, write(interview, kept, message_id) if kept else interview)


def ask(turn: Turn, interview: Interview) -> None:
    """Keep the interview and ask what comes next in it."""
    language = interview.answers.get("language", Answer()).option or turn.person.language
    person = replace(turn.person, interview=interview, awaits_edit=0, expected=None)
    turn.keep(replace(person, language=language))
    turn.reply(questions.screen(turn.voice, interview), card=prompt(turn))


def show_again(turn: Turn, preface: str = "") -> None:
    """Show the question being asked once more, under a sentence that says why."""
    if preface:
        turn.reply(Screen(preface))
    if turn.person.interview is not None:
        if turn.person.expected is not None:  # what is typed now answers the question shown
            turn.keep(replace(turn.person, expected=None))
        turn.reply(questions.screen(turn.voice, turn.person.interview), card=prompt(turn))


def pick(turn: Turn, interview: Interview, options: list[str]) -> None:
    """Answer the question being asked with options, show its card if it has one, and go on.

    Of many options these are added to those chosen before.
    """
    current = asked(interview)
    if current is None:
        return
    if options == ["ask"]:
        information.menu(turn)
        return
    for option in options:
        given = interview.answers.get(current.id, Answer()).options
        if current.kind is not Kind.MANY or option not in given:
            interview = choose(interview, option)
    if current.id == "language":  # the card and the next question already speak it
        _speak(turn, options[0])
    if current.kind is not Kind.MANY:
        _card(turn, current, interview)
    ask(turn, interview)


def toggled(turn: Turn, interview: Interview, option: str) -> Interview:
    """Turn one of many options on or off and keep it; the caller redraws the question."""
    after = choose(interview, option)
    turn.keep(replace(turn.person, interview=after))
    return after


async def control(turn: Turn, interview: Interview, name: str) -> None:
    """Do what a control says: next, skip, clear, back, send, stop, wipe, resume or fresh."""
    if name == "send":
        await _send(turn, interview)
    elif name == "stop":
        turn.keep(replace(turn.person, expected=Expected(Next.DECIDE, words="wipe/resume")))
        turn.reply(_really_stop(turn, interview))
    elif name == "wipe":
        turn.keep(replace(turn.person, interview=None, awaits_edit=0))
        turn.reply(Screen(turn.voice("stopped")))
    elif name == "fresh":
        begin(turn)
    elif name == "resume":
        show_again(turn)
    else:
        _move(turn, interview, name)


def welcome_back(turn: Turn) -> None:
    """Show an interview under way again, with a way to start over."""
    interview = turn.person.interview
    if interview is None:
        return
    fresh = Button(turn.voice("button-fresh"), f"c/{interview.id}/{interview.at}/fresh")
    turn.reply(Screen(turn.voice("welcome-back"), ((fresh,),)))
    show_again(turn)


def _move(turn: Turn, interview: Interview, name: str) -> None:
    try:
        after = MOVES[name](interview)
    except NotAnswerable:
        show_again(turn, turn.voice("required"))
        return
    if name == "clear":
        turn.reply(Screen(turn.voice("cleared")))
    ask(turn, after)


async def _send(turn: Turn, interview: Interview) -> None:
    gap = missing(interview)
    if gap is None:
        await sending.submit(turn, interview)
    else:
        turn.reply(Screen(turn.voice("required")))
        ask(turn, edit(interview, gap.id))


def _speak(turn: Turn, language: str) -> None:
    """Change to a language, and say once what it can and cannot do if it is not complete."""
    known = turn.person.language
    turn.keep(replace(turn.person, language=language))
    if language == known or language in COMPLETE:
        return
    keys = [
        *(("texts-unreviewed",) if language in UNREVIEWED else ()),
        "other-texts",
        "interpreter-possible",
    ]
    voices = (turn.voice, *(turn.house.phrases.voice(each) for each in COMPLETE))
    said = [" ".join(voice(key) for key in keys if voice.has(key)) for voice in voices]
    turn.reply(Screen("\n\n".join(filter(None, said))))


def _card(turn: Turn, answered: Question, following: Interview) -> None:
    option = following.answers[answered.id].option
    if card := CARDS.get((answered.id, option)):
        for text in pages.card(turn.voice, turn.house.service, card):
            turn.reply(Screen(text))
    if answered.id == "danger" and option != "no":
        show_numbers(turn, following)


def _really_stop(turn: Turn, interview: Interview) -> Screen:
    buttons = [
        Button(turn.voice(f"button-{name}"), f"c/{interview.id}/{interview.at}/{name}")
        for name in ("wipe", "resume")
    ]
    buttons.append(Button(turn.voice("button-acute"), "acute"))
    return Screen(turn.voice("really-stop"), in_rows(buttons, 1))
