"""The intake that every bot here asks: what moves it on, and what is said; no other code in it."""

import os

# Each step: the button that is tapped (None: something is typed), and what was typed.
START = "/start"
STEPS: tuple[tuple[str | None, str], ...] = (
    ("Dansk", ""),
    ("Nej", ""),
    ("Mig selv", ""),
    ("Spring over", ""),
    (None, "Jeg vil gerne tale med nogen om mit brev"),
    ("Det vil jeg ikke sige endnu", ""),
    ("Spring over", ""),
    ("Skriv her, så er jeg anonym", ""),
    ("Spring over", ""),
    ("Dansk", ""),
    ("Spring over", ""),
    ("Send", ""),
)
SKIP = "Spring over"

QUESTIONS = tuple(
    f"Spørgsmål {number} af {len(STEPS)}.\n\n"
    "Her står, hvad der spørges om, og hvorfor; du kan altid springe over eller stoppe."
    for number in range(1, len(STEPS) + 1)
)
ECHO = "Spørgsmål {number}.\n\nDit svar: {answer}"
SUMMARY = "Det har du svaret:\n\n{answers}\n\nEr det rigtigt, så tryk på Send."
RECEIPT = "Tak. Vi har din henvendelse. Du hører fra os inden syv dage."
CODE = "Din kvittering er {code}. Gem den, hvis du vil vende tilbage."
ALERT = "Ny henvendelse fra {code}. Åbn den for at læse den."

TOKEN = "1:sandbox"  # noqa: S105 - a made-up one
SERVER = os.environ.get("BENCH_TELEGRAM", "")
WORKER = int(os.environ.get("BENCH_WORKER", "0"))
FOLDER = os.environ.get("BENCH_FOLDER", ".")


def buttons(step: int) -> list[list[tuple[str, str]]]:
    """Return the rows of buttons under a question: labels and what they carry."""
    label = STEPS[step][0] or SKIP
    rows = [[(label, f"a/{step}/0")]]
    if label != SKIP:
        rows.append([(f"{label} {other}", f"a/{step}/{other}") for other in (1, 2)])
    rows.append([("Tilbage", f"c/{step}/back"), ("Stop", f"c/{step}/stop")])
    return rows


def question(step: int, answers: list[str]) -> str:
    """Return what is asked at a step; at the last one, what was answered."""
    if step == len(STEPS) - 1:
        return SUMMARY.format(answers="\n".join(answers))
    return QUESTIONS[step]
