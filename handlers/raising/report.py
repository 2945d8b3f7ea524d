"""Raising a concern by tapping: every button of an interview under way."""

from telegram import Update

from domain.interview import Interview, NotAnswerable, asked, edit
from domain.questionnaire import Kind
from handlers.raising import asking, questions
from handlers.screen import action, tapped_message
from handlers.turn import Context, Turn


async def option(update: Update, context: Context) -> None:
    """Answer with a tapped option: `a/<interview>/<question>/<number>`."""
    turn, (_, interview_id, question_id, number) = context.turn, action(update)
    interview = _under_way(turn, interview_id)
    current = asked(interview) if interview else None
    if interview is None or current is None or current.id != question_id:
        return stale(turn)
    chosen = current.options[int(number)]
    if current.kind is Kind.MANY:
        return _toggle(update, turn, interview, chosen)
    asking.pick(turn, interview, [chosen])
    after = turn.person.interview
    if after is not None and after != interview:
        turn.rewrite(questions.echo(turn.voice, after, current), tapped_message(update))
    return None


async def control(update: Update, context: Context) -> None:
    """Go on, skip, clear, go back, stop or send: `c/<interview>/<question>/<control>`."""
    turn, (_, interview_id, question_id, name) = context.turn, action(update)
    interview = _under_way(turn, interview_id)
    if interview is None or (interview.at != question_id and name not in asking.ANY_TIME):
        return stale(turn)
    current = asked(interview)
    # What comes next leaves before the old question is changed: one waits for it.
    await asking.control(turn, interview, name)
    if name in ("next", "skip") and current is not None:
        turn.rewrite(questions.echo(turn.voice, interview, current), tapped_message(update))
    elif name != "stop":
        turn.unbutton(tapped_message(update))
    return None


async def change(update: Update, context: Context) -> None:
    """Change one answer from the summary: `e/<interview>/<question>`."""
    turn, (_, interview_id, question_id) = context.turn, action(update)
    interview = _under_way(turn, interview_id)
    if interview is None or asked(interview) is not None:
        return stale(turn)
    try:
        asking.ask(turn, edit(interview, question_id))
    except NotAnswerable:
        stale(turn)
    turn.unbutton(tapped_message(update))
    return None


def stale(turn: Turn) -> None:
    """Say kindly that a button is old, and show where the person is now."""
    known = turn.person.interview is not None
    asking.show_again(turn, turn.voice("old-button" if known else "old-button-idle"))


def _toggle(update: Update, turn: Turn, interview: Interview, chosen: str) -> None:
    after = asking.toggled(turn, interview, chosen)
    turn.rewrite(questions.screen(turn.voice, after), tapped_message(update))


def _under_way(turn: Turn, interview_id: str) -> Interview | None:
    interview = turn.person.interview
    return interview if interview is not None and interview.id == interview_id else None
