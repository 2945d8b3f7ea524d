"""Distinctive people and words, played through the bot, of which no trace may be readable."""

from typing import Self

from tests.cast import Lead, Person, Relative, Worker
from tests.stage import Stage

SECRET_PERSON = {
    "last_name": "Øksenbjærg-Zebra",
    "username": "quagga_zebra_77",
    "language_code": "tlh-Qwlyx",
}
NAMES = {"reporter": "Æbleskivine", "worker": "Åsgerdbrunhild", "lead": "Skjoldulfrun"}
WORDS = (
    "Han råber på åen hver nat ved Kvægtorvets rødgrød",
    "Ring +45 20 98 76 54 til Ødegårdsnæsset",
    "Skuret bag Bjørnebærvænget 14",
    "Skuret bag Blåbærlyngen 15",
)
LATER = (
    "Nu ligger han ved Gråspurvestien",
    "Ja, jeg så ham ved Mågeklippen",
    "Det var Tranebakken, ikke stien",
)
QUESTION = "Har du set ham ved Strandskadesøen"
CPR = "Hans nummer er 010190-1234 Cprhemmeligheden"
CAPTION = "Stemmen fra Kærnemælksgyden"


class _FarAway(Person):
    """A person whose number needs five bytes: in four, chance alone would find it."""

    @classmethod
    async def arrives(cls, stage: Stage, name: str, **person: str) -> Self:
        while (phone := await stage.phone(name, **person)).person < 2**32:
            pass
        somebody = cls(stage, name, phone)
        stage.cast.append(somebody)
        return somebody


class SecretReporter(_FarAway, Relative):
    async def tells_everything(self) -> None:
        """Raise a concern with words of every kind: refused, edited and sent."""
        await self.says("Ny henvendelse")
        await self.walks("[Dansk]", "[Nej]", "[bekymret for]", "[Nabo]", "[Ja]", "[Ja]", "[Nej]")
        await self.walks("2, 4", "[Videre]", CPR)
        await self.phone.sends("voice", caption=CAPTION)
        await self.walks(WORDS[0])
        where = await self.says(WORDS[2])
        await self.phone.edits(where, WORDS[3])
        await self.walks(WORDS[1], "[Uger]", "[Ja]", "[Nej]", "[Ved ikke]", "[Spring over]")
        await self.walks("[Dansk]", "[Ja]")
        await self.taps("Send")
        await self.sees("senest")

    async def says_more(self) -> None:
        """Write more, answer the worker, and correct what was said."""
        await self.says(LATER[1])
        await self.walks("/mere", LATER[0], "/ret", LATER[2], "/data", "[Se det hele]")


class SecretWorker(_FarAway, Worker):
    async def takes_and_reacts(self) -> None:
        """Take the concern that was read, and react."""
        for button in ("Tag", "ringet", "Følg op"):
            await self.taps(button)
        await self.sees()

    async def asks(self) -> None:
        """Write to the reporter."""
        await self.taps("Skriv til henvender")
        await self.says(QUESTION)
        await self.taps("Send beskeden")


class SecretLead(_FarAway, Lead):
    pass


async def play(stage: Stage) -> list[str | int]:
    """Let everybody do what they do, and return every secret they have told."""
    worker = await SecretWorker.joins(stage, NAMES["worker"])
    await worker.goes_on_duty()
    lead = await SecretLead.joins(stage, NAMES["lead"])
    reporter = await SecretReporter.arrives(stage, NAMES["reporter"], **SECRET_PERSON)
    await reporter.tells_everything()
    assert WORDS[3] in await _read(worker)
    await worker.takes_and_reacts()
    await worker.asks()
    await reporter.says_more()
    assert LATER[2] in await _read(worker)
    await reporter.tells_everything()
    await stage.everyone_looks()
    return [*secrets(), *(each.phone.person for each in (worker, lead, reporter))]


def secrets() -> list[str | int]:
    """Return what no file may hold: whole sentences and their telling words."""
    told = [
        *WORDS,
        *LATER,
        QUESTION,
        *SECRET_PERSON.values(),
        *NAMES.values(),
        CPR,
        CAPTION,
        "010190-1234",
    ]
    return [*told, "20 98 76 54", *(word for each in told for word in each.split() if _odd(word))]


async def _read(worker: Worker) -> str:
    await worker.taps("Åbn")
    return (await worker.card()).text


def _odd(word: str) -> bool:
    return len(word) >= 9 and word.isalpha()
