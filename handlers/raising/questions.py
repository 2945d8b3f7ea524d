"""How an interview looks: the screen for each question and for the summary."""

from domain.interview import Interview, asked, progress
from domain.questionnaire import Answer, Kind, Question, path, question, role_questions
from handlers.help.pages import contact_button
from handlers.phrases import LABEL, Voice
from handlers.screen import Button, Screen, fitting, in_rows

# As Telegram counts, so that the summary of any answers fits one message.
_CLIP = 100  # units of one answer in the summary; the whole answer is kept
_ECHO = 500  # units of it under its question
_LONG_LABEL = 16


def screen(voice: Voice, interview: Interview) -> Screen:
    """Return what asks the next thing, or the summary when everything is asked."""
    current = asked(interview)
    return summary(voice, interview) if current is None else _question(voice, interview, current)


def labels(voice: Voice, current: Question) -> list[str]:
    """Return the words of a question's options, in order."""
    return [voice(key) for key in label_keys(current)]


def label_keys(current: Question) -> list[str]:
    """Return the keys of a question's options in the catalogues, in order."""
    return [f"{_words_of(current)}-{each}" for each in current.options]


def title(voice: Voice, question_id: str) -> str:
    """Return a question's short name, as the summary and the worker's card show it."""
    return voice(f"title-{question_id}")


def spoken(voice: Voice, question_id: str, answer: Answer) -> str:
    """Return an answer in words: the labels of its options, then the person's own."""
    current = question(question_id)
    base = _words_of(current)
    chosen = [voice(f"{base}-{each}") for each in answer.options]
    return "\n".join(filter(None, ["; ".join(chosen), answer.words])) or voice("skipped")


def summary(voice: Voice, interview: Interview) -> Screen:
    """Return every answer so far with a way to change it, and the button that sends.

    The answers carry the numbers their questions had, those of the opening come last.
    """
    listed = _editable(interview)
    lines = [
        f"{number}. {title(voice, each)}: "
        f"{clipped(spoken(voice, each, interview.answers.get(each, Answer())), _CLIP)}"
        for number, each in enumerate(listed, 1)
    ]
    edits = [
        Button(voice("button-edit", number=number), f"e/{interview.id}/{each}")
        for number, each in enumerate(listed, 1)
    ]
    foot = [voice(f"summary-foot-{interview.role}"), "", voice("summary-send")]
    text = "\n".join([voice("summary-head"), "", *lines, "", *foot])
    rows = (
        (Button(voice("button-send"), _control(interview, "send")),),
        *in_rows(edits, 4),
        (
            Button(voice("button-acute"), "acute"),
            contact_button(voice),
            Button(voice("button-stop"), _control(interview, "stop")),
        ),
    )
    return Screen(text, rows)


def edit_target(interview: Interview, number: int) -> str | None:
    """Return the question that has this number in the summary, or None."""
    listed = _editable(interview)
    return listed[number - 1] if 1 <= number <= len(listed) else None


def echo(voice: Voice, interview: Interview, answered: Question) -> Screen:
    """Return an answered question, with its answer in words and without buttons."""
    answer = interview.answers.get(answered.id, Answer())
    given = clipped(spoken(voice, answered.id, answer), _ECHO)
    return Screen(f"{voice(f'q-{answered.asks}')}\n\n{voice('your-answer')} {given}")


def _question(voice: Voice, interview: Interview, current: Question) -> Screen:
    chosen = interview.answers.get(current.id, Answer())
    parts = [
        _how_far(voice, interview, current),
        voice(f"q-{current.asks}"),
        _every_choice(voice, current),
        voice(f"hint-{current.kind}") if current.id != "language" else "",
    ]
    if current.kind is Kind.MANY and chosen.options:
        parts.append(f"{voice('chosen')} {clipped(spoken(voice, current.id, chosen), _ECHO)}")
    elif chosen != Answer():
        parts.append(f"{voice('so-far')} {clipped(spoken(voice, current.id, chosen), _CLIP)}")
    text = "\n\n".join(filter(None, parts))
    return Screen(text, (*_options(voice, interview, current), *_controls(voice, interview)))


def _how_far(voice: Voice, interview: Interview, current: Question) -> str:
    """Return how far the person is: on the way, or changing one answer of the summary."""
    if interview.editing and current.id in interview.answers:
        number = _editable(interview).index(current.id) + 1
        return voice("changing", number=number)
    step = progress(interview)
    return voice("progress", number=step[0], of=step[1]) if step else ""


def _every_choice(voice: Voice, current: Question) -> str:
    """Return the choices as a list if some are too wide for a button on a small screen."""
    found = labels(voice, current)
    wide = any(len(label) > LABEL for label in found)
    return "\n".join(f"{at}. {label}" for at, label in enumerate(found, 1)) if wide else ""


def _options(
    voice: Voice, interview: Interview, current: Question
) -> tuple[tuple[Button, ...], ...]:
    chosen = interview.answers.get(current.id, Answer()).options
    buttons = []
    for number, (option, label) in enumerate(
        zip(current.options, labels(voice, current), strict=True), 1
    ):
        mark = "✓ " if current.kind is Kind.MANY and option in chosen else ""
        action = f"a/{interview.id}/{current.id}/{number - 1}"
        buttons.append(Button(f"{mark}{number}. {label}", action))
    short = all(len(button.label) <= _LONG_LABEL for button in buttons)
    return in_rows(buttons, 3 if short else 1)


def _controls(voice: Voice, interview: Interview) -> tuple[tuple[Button, ...], ...]:
    current = asked(interview)
    if current is None:
        return ()
    if current.id == "language":
        both = Button(voice("button-contact-both"), "page/contact")
        return ((Button(voice("button-acute-both"), "acute"), both),)
    answered = interview.answers.get(current.id, Answer()) != Answer()
    names = ["next"] if answered else []
    if not current.required:
        names.append("clear" if answered else "skip")
    first = [
        Button(voice(f"button-{name}"), _control(interview, name)) for name in (*names, "back")
    ]
    last = (
        Button(voice("button-acute"), "acute"),
        contact_button(voice),
        Button(voice("button-stop"), _control(interview, "stop")),
    )
    return (tuple(first), last)


def _control(interview: Interview, control: str) -> str:
    return f"c/{interview.id}/{interview.at}/{control}"


def _editable(interview: Interview) -> list[str]:
    first = [each.id for each in role_questions(interview.answers)]
    return first + [each.id for each in path(interview.answers) if each.id not in first]


def _words_of(current: Question) -> str:
    """Return the catalogue's base key for a question's options: alike ones share their words."""
    return "yes-no" if current.options == ("yes", "no", "unsure") else f"o-{current.id}"


def clipped(text: str, units: int) -> str:
    """Return a text in one line and at most that long; the whole is kept elsewhere."""
    plain = " ".join(text.split())
    return plain if fitting(plain, units) == plain else fitting(plain, units - 1) + "…"
