"""Settings: every mistake is told at once, in words, and no secret is ever shown."""

from collections.abc import Callable
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from sqlalchemy import make_url

from bot.config.errors import ConfigError
from bot.config.settings import Settings, load
from domain.deadlines import Rung, Step
from domain.roster import DutyHours, Weekly, Weeks
from domain.service import said_in

TOKEN = "1234567890:nobody-may-read-this"
LINE = "{number = '70 201 201', da = 'Livslinien', en = 'Livslinien', checked_on = 2026-11-21}"

Reading = Callable[[str], Settings]
Mistakes = Callable[[str], list[str]]


@pytest.fixture
def reading(tmp_path: Path) -> Reading:
    """Read a configuration of these lines."""

    def read(toml: str) -> Settings:
        file = tmp_path / "config.toml"
        file.write_text(toml, encoding="utf-8")
        return load(file)

    return read


@pytest.fixture
def mistakes(reading: Reading, monkeypatch: pytest.MonkeyPatch) -> Mistakes:
    """Return what is wrong with these lines; a token is there."""
    monkeypatch.setenv("BROBYGGER_TELEGRAM__TOKEN", TOKEN)

    def found(toml: str) -> list[str]:
        with pytest.raises(ConfigError) as refused:
            reading(toml)
        return refused.value.mistakes

    return found


def test_all_mistakes_are_told_at_once_one_sentence_each(mistakes: Mistakes) -> None:
    told = mistakes(
        '[telegram]\nmode = "pull"\nwebhook_port = 70000\n'
        '[service]\nzone = "Mars"\npromise_days = "seven"\n'
        "[sevice]\nname = 1\n"
    )
    assert told == [
        "telegram.mode is not known; allowed is 'polling' or 'webhook'.",
        "telegram.webhook_port is too large; allowed is 65535 or less.",
        "service.zone is not a time zone; allowed is a name like Europe/Copenhagen.",
        "service.promise_days must be a whole number.",
        "sevice is not a known key; allowed here are about, abuse, acute, adviser, approval, "
        "backups, children, complaint, drafts, duty, escalation, keys, law, media, privacy, "
        "quiet, replies, retention, second_office, service, storage, team, telegram, watch.",
    ]


@pytest.mark.parametrize(
    ("toml", "sentence"),
    [
        ("service = 5", "service must be a section with keys of its own."),
        ("[telegram]\nurl = 5", "telegram.url is not a known key; allowed here are api_url, "),
        ('[telegram]\napi_url = "x"', "telegram.api_url is not a web address; allowed is one that"),
        ("[telegram]\napi_url = 5", "telegram.api_url must be text in quotes."),
        ("[telegram]\nwebhook_port = 0", "telegram.webhook_port is too small; allowed is 1 or"),
        (
            '[telegram]\ntoken_file = "/no"',
            "telegram.token_file names /no, from which no token can be read; allowed is a text",
        ),
        ("[telegram]\ntoken_file = 5", "telegram.token_file must be text in quotes, the path of"),
        ('[telegram]\nmode = "webhook"', "telegram.webhook_url is missing; with telegram.mode ="),
        ('[telegram]\nwebhook_url = "x.dk"', "telegram.webhook_url is not a web address; allowed"),
        ('[storage]\nurl = "mysql://x"', "storage.url is not a database this version knows; allow"),
        ('[storage]\nurl = "sqlite+aiosqlite://"', "storage.url is not a database this version"),
        ("[service]\npromise_days = 0", "service.promise_days is too small; allowed is 1 or more."),
        ("[service]\npromise_days = 1.5", "service.promise_days must be a whole number."),
        ('[service]\nlanguage = "de"', "service.language is not known; allowed is 'da' or 'en'."),
        ("[service]\nclosed_weekdays = 6", "service.closed_weekdays must be a list in square"),
        ("[service]\nclosed_weekdays = [0]", "service.closed_weekdays.0 is too small; allowed is"),
        ('[service]\nclosed_days = ["x"]', "service.closed_days.0 is not a day; allowed is one"),
        ("[service]\nclosed_days = [5]", "service.closed_days.0 is not a day; allowed is one like"),
        (
            '[quiet]\nstart = "25:00"',
            'quiet.start is not a time of day; allowed is one like "20:00',
        ),
        ("[quiet]\nend = 8", 'quiet.end is not a time of day; allowed is one like "20:00".'),
        ('[service]\nholidays = "some"', "service.holidays is not known; allowed is 'public', 'al"),
        ('[duty]\nend = "08:00"', "duty.end is not later than duty.start; allowed is later the s"),
        ('[duty]\ncalendar = "plan"', "duty.calendar is not a calendar; allowed is an .ics file"),
        ('[duty]\ncalendar = "http://x"', "duty.calendar is not a calendar; allowed is an .ics"),
        ("[duty]\nhandshake_minutes = 0", "duty.handshake_minutes is too small; allowed is 1 or"),
        ("[duty]\nweekly = 5", "duty.weekly must be a list in square brackets."),
        ('[duty]\nweekly = [{who = "", days = [1]}]', "duty.weekly.0.who is empty; it must be gi"),
        ('[duty]\nweekly = [{who = "A", days = []}]', "duty.weekly.0.days has too few entries; a"),
        ('[duty]\nweekly = [{who = "A", days = [8]}]', "duty.weekly.0.days.0 is too large; allow"),
        (
            '[duty]\nweekly = [{who = "A", days = [1], weeks = "some"}]',
            "duty.weekly.0.weeks is not known; allowed is 'every', 'odd' or 'even'.",
        ),
        (
            '[duty]\nweekly = [{who = "A", days = [1], end = "24:00"}]',
            "duty.weekly.0.end is not a time of day; allowed is one like",
        ),
        ("[drafts]\nremind_hours = 24", "drafts.wipe_hours is not longer than drafts.remind_hou"),
        (f"[drafts]\nwipe_hours = {2**62}", "drafts.wipe_hours is too large; allowed is 720 or"),
        ("[escalation]\nsteps = []", "escalation.steps has too few entries; allowed is 1 or more."),
        ("[escalation]\nsteps = 15", "escalation.steps must be a list in square brackets."),
        (
            "[escalation]\nsteps = [15]",
            "escalation.steps.0 must be a section with keys of its own.",
        ),
        (
            "[escalation]\nlead_minutes = 20",
            "escalation.lead_minutes is not a known key; allowed h",
        ),
        (
            '[escalation]\nsteps = [{ who = "boss", after_minutes = 15 }]',
            "escalation.steps.0.who is not known; allowed is 'second', 'workers', 'leads' or",
        ),
        (
            '[escalation]\nsteps = [{ who = "leads", after_minutes = 0 }]',
            "escalation.steps.0.after_minutes is too small; allowed is 1 or more.",
        ),
        (
            '[escalation]\nsteps = [{ who = "leads", after_minutes = "x" }]',
            "escalation.steps.0.after_minutes must be a whole number.",
        ),
        (
            f'[escalation]\nsteps = [{{ who = "leads", after_minutes = {2**62} }}]',
            "escalation.steps.0.after_minutes is too large; allowed is 86400 or less.",
        ),
        (
            '[escalation]\nsteps = [{ who = "leads" }]',
            "escalation.steps.0.after_minutes is missing; it must be given here.",
        ),
        (
            '[escalation]\nsteps = [{ who = "leads", after_minutes = 5, hours = "night" }]',
            "escalation.steps.0.hours is not known; allowed is 'open' or 'any'.",
        ),
        (
            '[escalation]\nsteps = [{ who = "leads", after_minutes = 5, when = "any" }]',
            "escalation.steps.0.when is not a known key; allowed here are those of config.example",
        ),
        (
            '[escalation]\nsteps = [{ who = "workers", after_minutes = 30 },'
            ' { who = "leads", after_minutes = 30 }]',
            "escalation.steps has leads at 30 minutes, after workers at 30; allowed is more minute",
        ),
        ("[acute]\nnumbers = []", "acute.numbers has too few entries; allowed is 2 or more."),
        (f"[acute]\nnumbers = [{LINE}]", "acute.numbers has too few entries; allowed is 2 or more"),
        (f"[acute]\nnumbers = [{LINE}, {LINE}]", "acute.numbers does not begin with 112; allowed"),
        ('[service]\npromise = "call"', "service.promise is not known; allowed is 'react' or 'vi"),
        ("[about]\nworkers = -1", "about.workers is too small; allowed is 0 or more."),
        ("[about]\nhours = { de = '9' }", "about.hours.de is not a known key; allowed here are da"),
        (
            '[complaint]\nemail = "x"',
            "complaint.email is not an e-mail address; allowed is one lik",
        ),
        ('[adviser]\nweb = "x"', "adviser.web is not a web address; allowed is one that begins wi"),
        (
            '[approval]\napproved_on = "x"',
            "approval.approved_on is not a day; allowed is one like 2",
        ),
        ('[law]\nsources = ["x"]', "law.sources.0 must be a section with keys of its own."),
        ("[acute]\nnumbers = 112", "acute.numbers must be a list in square brackets."),
        ('[keys]\npath = "brobygger.db"', "keys.path is the database of storage.url itself; allow"),
        (
            '[media]\nallow = ["document"]',
            "media.allow.0 is not known; allowed is 'photo', 'voice' or",
        ),
        ("[media]\nallow = 5", "media.allow must be a list in square brackets."),
        ("replies = 5", "replies must be a list in square brackets."),
        (
            "[[replies]]\ntitle = { da = 'Tak' }\ntext = {}",
            "replies.0.text is empty; allowed is words in da, en or both.",
        ),
        (
            f"[[replies]]\ntext = {{ da = 'Tak' }}\ntitle = {{ da = '{'x' * 29}' }}",
            "replies.0.title is too long; allowed are 28 characters.",
        ),
        (
            "[[replies]]\ntitle = { da = 'Tak' }\ntext = { da = '010203-1234' }",
            "replies.0.text holds something like a CPR number; allowed are words without one.",
        ),
        ("[keys]\npath = 5", "keys.path must be text in quotes, the path of a file."),
    ],
)
def test_a_mistake_is_one_sentence_with_the_key_and_what_is_allowed(
    mistakes: Mistakes, toml: str, sentence: str
) -> None:
    (told,) = mistakes(toml)
    assert told.startswith(sentence)
    assert told.endswith(".")


def test_a_number_of_the_acute_card_lacks_three_things_and_all_are_named(
    mistakes: Mistakes,
) -> None:
    told = mistakes('[acute]\nnumbers = [{number = "112"}, 5]')
    missing = [f"acute.numbers.0.{key} is missing; it must be given here." for key in ("da", "en")]
    assert told[:2] == missing
    assert told[-1] == "acute.numbers.1 must be a section with keys of its own."


def test_a_missing_token_says_where_it_may_stand(
    mistakes: Mistakes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("BROBYGGER_TELEGRAM__TOKEN")
    (told,) = mistakes("")
    assert told.startswith("telegram.token is missing; ")
    assert "BROBYGGER_TELEGRAM__TOKEN" in told
    assert "telegram.token_file" in told
    assert mistakes("telegram = 5") == ["telegram must be a section with keys of its own."]


def test_a_slip_in_the_toml_is_told_with_its_line(mistakes: Mistakes) -> None:
    (told,) = mistakes('[telegram]\nmode = "polling"\n[service\n')
    assert "config.toml is not valid TOML: " in told
    assert "line 3" in told


def test_a_missing_file_is_told_with_what_to_copy(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"none\.toml cannot be read .*config\.example\.toml"):
        load(tmp_path / "none.toml")


def test_keys_in_the_folder_of_the_database_file_of_that_name_are_refused(
    mistakes: Mistakes, tmp_path: Path
) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path}/keyring.db"
    (told,) = mistakes(f'[storage]\nurl = "{url}"\n[keys]\npath = "{tmp_path}"')
    assert told == "keys.path is the database of storage.url itself; allowed is another file."


def test_the_environment_comes_before_the_file(
    reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BROBYGGER_TELEGRAM__TOKEN", TOKEN)
    monkeypatch.setenv("BROBYGGER_SERVICE__PROMISE_DAYS", "5")
    monkeypatch.setenv("BROBYGGER_SERVICE__CLOSED_WEEKDAYS", "[7]")
    settings = reading('[telegram]\ntoken = "1:other"\n[service]\npromise_days = 9\nname = "Vi"')
    assert settings.token == TOKEN
    assert (settings.service.promise_days, settings.service.name) == (5, "Vi")
    assert settings.service.closed_weekdays == {7}


@pytest.mark.parametrize(
    ("variable", "sentence"),
    [
        ("SERVICE__PROMISE_DAYS", "service.promise_days must be a whole number."),
        ("SERVICE__NAMES", "service.names is not a known key; allowed here are address, "),
        ("SERVISE__NAME", "BROBYGGER_SERVISE__NAME names no known section; allowed here are "),
        ("SERVICE__CLOSED_DAYS", "service has a value in BROBYGGER_SERVICE… that cannot be read; "),
    ],
)
def test_a_mistake_in_the_environment_is_one_sentence_too(
    mistakes: Mistakes, monkeypatch: pytest.MonkeyPatch, variable: str, sentence: str
) -> None:
    monkeypatch.setenv(f"BROBYGGER_{variable}", "x")
    (told,) = mistakes("")
    assert told.startswith(sentence)


def test_the_token_may_stand_in_a_file_of_its_own(reading: Reading, tmp_path: Path) -> None:
    (tmp_path / "token").write_text(f"{TOKEN}\n", encoding="utf-8")
    assert reading(f'[telegram]\ntoken_file = "{tmp_path}/token"').token == TOKEN


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"two words"])
def test_a_token_file_without_a_token_is_told_without_its_content(
    reading: Reading, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "token").write_bytes(content)
    with pytest.raises(ConfigError) as refused:
        reading(f'[telegram]\ntoken_file = "{tmp_path}/token"')
    (told,) = refused.value.mistakes
    assert "from which no token can be read" in told
    assert "words" not in told


def test_printed_settings_do_not_show_the_token(reading: Reading) -> None:
    settings = reading(f'[telegram]\ntoken = "{TOKEN}"')
    assert settings.token == TOKEN
    assert TOKEN not in f"{settings!r} {settings} {settings.model_dump()} {settings.telegram!r}"


def test_a_mistake_does_not_show_the_token(reading: Reading) -> None:
    toml = f'[telegram]\ntoken = "{TOKEN} {TOKEN}"\nmode = "pull"\ntoken_fil = "{TOKEN}"'
    with pytest.raises(ConfigError) as refused:
        reading(toml)
    assert len(refused.value.mistakes) == 3
    assert TOKEN not in repr(refused.value)
    assert refused.value.__cause__ is None
    assert refused.value.__context__ is None


def test_a_bot_api_address_may_end_in_bot_as_many_programs_want_it(reading: Reading) -> None:
    settings = reading('[telegram]\ntoken = "1:a"\napi_url = "http://127.0.0.1:8081/bot"')
    assert settings.telegram.api_url == "http://127.0.0.1:8081"


def test_places_begin_at_the_configurations_own_folder(
    reading: Reading, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("BROBYGGER_TELEGRAM__TOKEN", TOKEN)
    settings = reading('[keys]\npath = "k.db"\n[storage]\nurl = "sqlite+aiosqlite:///d.db"\n')
    assert settings.keys.path == tmp_path / "k.db"
    assert str(settings.storage.url) == f"sqlite+aiosqlite:///{tmp_path}/d.db"


POSTGRES = "postgresql+asyncpg"


@pytest.mark.parametrize(
    "address",
    [
        f"{POSTGRES}://brobygger:hemmelig@db.example.dk:5433/brobygger",
        f"{POSTGRES}://brobygger:hemmelig%40%2F@10.0.0.7/bro-bygger?ssl=verify-full",
        f"{POSTGRES}:///brobygger?host=/var/run/postgresql",
    ],
)
def test_a_server_of_databases_keeps_its_address_and_shows_no_password(
    reading: Reading, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv("BROBYGGER_TELEGRAM__TOKEN", TOKEN)
    monkeypatch.setenv("BROBYGGER_STORAGE__URL", address)
    settings = reading("")
    assert settings.storage.url == make_url(address)
    shown = f"{settings!r} {settings} {settings.model_dump()} {settings.model_dump_json()}"
    assert "hemmelig" not in shown + str(settings.storage.url)


@pytest.mark.parametrize(
    "address",
    [
        f"{POSTGRES}://u:hemm@elig@server/data",
        f"{POSTGRES}://u:x@hemm/elig@server/data",
        f"{POSTGRES}://u@server:hemmelig/data",
        f"{POSTGRES}://u:hemmelig@server",
        f"{POSTGRES}://u:hemmelig@/data",
        f"{POSTGRES}://u@server/data?password=hemmelig",
        "postgresql://u:hemmelig@server/data",
    ],
)
def test_an_address_with_a_slip_is_told_without_any_of_its_password(
    mistakes: Mistakes, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv("BROBYGGER_TELEGRAM__TOKEN", TOKEN)
    (told,) = mistakes(f'[storage]\nurl = "{address}"')
    assert told.startswith("storage.url is not a database this version knows; allowed is sqlite")
    assert not any(part in told for part in ("hemm", "elig", "u:"))


def test_the_steps_of_the_search_come_in_the_order_and_as_often_as_given(reading: Reading) -> None:
    settings = reading(
        f'[telegram]\ntoken = "{TOKEN}"\n[escalation]\nsteps = ['
        '{ who = "everyone", after_minutes = 5, hours = "any" },'
        '{ who = "leads", after_minutes = 60 }, { who = "leads", after_minutes = 240 }]'
    )
    assert settings.to_service().ladder.steps == (
        Step(Rung.EVERYONE, timedelta(minutes=5), any_hour=True),
        Step(Rung.LEAD, timedelta(minutes=60)),
        Step(Rung.LEAD, timedelta(minutes=240)),
    )


def test_texts_of_ones_own_are_looked_through_before_anything_starts(
    mistakes: Mistakes, tmp_path: Path
) -> None:
    (tmp_path / "texts" / "da").mkdir(parents=True)
    (tmp_path / "texts" / "da" / "own.ftl").write_text("stop-now = Stop\n", encoding="utf-8")
    (told,) = mistakes('[service]\ntexts = "texts"')
    assert told.startswith(
        "service.texts: da/own.ftl has stop-now, which is no text of ours; allow"
    )
    assert mistakes('[service]\ntexts = "txt"')[0].startswith(f"service.texts names {tmp_path}/txt")
    assert mistakes("[service]\ntexts = 5") == [
        "service.texts must be text in quotes, the path of a file."
    ]


def test_a_number_says_what_it_is_for_in_the_languages_it_is_given(reading: Reading) -> None:
    settings = reading(
        f'[telegram]\ntoken = "{TOKEN}"\n[acute]\nnumbers = ['
        '{number = "112", da = "fare", en = "danger", uk = "небезпека", checked_on = 2026-11-21},'
        '{number = "2", da = "læge", en = "doctor", checked_on = 2026-11-21}]'
    )
    first, second = settings.to_service().crisis
    assert first.purpose == {"da": "fare", "en": "danger", "uk": "небезпека"}
    assert second.purpose == {"da": "læge", "en": "doctor"}


def test_the_duty_is_read_from_names_and_days_from_one(reading: Reading, tmp_path: Path) -> None:
    settings = reading(
        f'[telegram]\ntoken = "{TOKEN}"\n[duty]\nend = "15:30"\ncalendar = "plan.ics"\n'
        'weekly = [{who = "Anna", days = [1, 7], start = "22:00", end = "06:00", weeks = "odd"}]'
    )
    duty = settings.to_service().duty
    assert duty.hours == DutyHours(time(8), time(15, 30))
    night = Weekly("Anna", frozenset({0, 6}), time(22), time(6), Weeks.ODD)
    assert duty.weekly == (night,)
    assert settings.duty.calendar == str(tmp_path / "plan.ics")


@pytest.mark.parametrize(
    ("which", "closed", "opened"),
    [
        ("public", ["2026-04-06", "2031-12-26"], ["2026-05-01", "2026-12-24"]),
        ("all", ["2026-04-06", "2026-05-01", "2026-06-05", "2026-12-24", "2040-12-31"], []),
        ("none", ["2026-02-02"], ["2026-04-06", "2026-12-25"]),
    ],
)
def test_holidays_are_closed_days_too(
    reading: Reading, which: str, closed: list[str], opened: list[str]
) -> None:
    times = (
        reading(
            f'[telegram]\ntoken = "{TOKEN}"\n[service]\nholidays = "{which}"\n'
            "closed_days = [2026-02-02]\nclosed_weekdays = []"
        )
        .to_service()
        .times
    )
    assert not any(times.is_open_day(date.fromisoformat(day)) for day in closed)
    assert all(times.is_open_day(date.fromisoformat(day)) for day in opened)


def test_replies_may_stand_in_one_language_only(reading: Reading) -> None:
    table = "[[replies]]\ntitle = { en = 'Thanks' }\ntext = { en = 'Thank you' }\n"
    (reply,) = reading(f"[telegram]\ntoken = '{TOKEN}'\n{table}").to_service().facts.replies
    assert said_in(reply.text, "da") == said_in(reply.text, "pl") == "Thank you"
    assert reply.titles() == ("Thanks",)
