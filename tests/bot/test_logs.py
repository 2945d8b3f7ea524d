"""The log: no token, no key and no word of anybody, whatever goes wrong and however it is told."""

import asyncio
import io
import logging
import subprocess
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import logs
from bot.config.errors import ConfigError
from bot.config.settings import load
from bot.telegram.client import TelegramBot

ROOT = Path(__file__).parents[2]
TOKEN = "123456:AAmade-up_made-up_made-up_made-up"
WORDS = "Rødgrødsvænget på Æ"
KEY = "ab" * 32
_SILENCED = ("telegram", "apscheduler", "alembic")


@pytest.fixture
def heard() -> Iterator[io.StringIO]:
    """What stands in the log, set up as the bot does at its loudest, with every library heard."""
    root = logging.getLogger()
    before = root.handlers[:], root.level, sys.excepthook, sys.unraisablehook
    known = [logging.getLogger(name) for name in ("bot", "handlers", "storage", *_SILENCED)]
    levels = [(each, each.level) for each in known]
    logs.set_up("DEBUG", TOKEN, KEY)
    stream = io.StringIO()
    root.handlers[0].setStream(stream)  # type: ignore[attr-defined]
    root.setLevel(logging.DEBUG)
    yield stream
    logging.captureWarnings(capture=False)
    root.handlers[:], level, sys.excepthook, sys.unraisablehook = before
    root.setLevel(level)
    for each, former in levels:
        each.setLevel(former)


def told(heard: io.StringIO) -> str:
    """Return the log, which must say something, and nothing it must not."""
    said = heard.getvalue()
    assert said
    for secret in (TOKEN, TOKEN.replace(":", "%3A"), KEY, WORDS):
        assert secret not in said
    return said


def test_a_token_is_hidden_in_every_part_of_a_record(heard: io.StringIO) -> None:
    log = logging.getLogger("bot.anything")
    log.info("HTTP Request: POST https://api.telegram.org/bot%s/getMe", TOKEN)
    log.debug({"url": f"/bot{TOKEN}/"})
    log.warning(f"https://example.org/?t={TOKEN.replace(':', '%3A')}")
    log.error("key %s", KEY, stack_info=True)
    assert told(heard).count("[secret]") == 4


@given(before=st.text(max_size=9), after=st.text("/ ?&\n", max_size=9))
def test_whatever_stands_around_it_a_token_is_hidden(before: str, after: str) -> None:
    shown = logs._Discreet().format(
        logging.LogRecord("any", 20, "", 1, f"{before}/bot{TOKEN}{after}", (), None)
    )
    assert TOKEN not in shown


@given(st.sampled_from(["{}", "{:.8}", "{}\n"]), st.sampled_from([" ", "", "\n"]), st.binary())
def test_a_master_key_is_hidden_in_every_grouping(form: str, between: str, start: bytes) -> None:
    key = (start + bytes(range(32)))[:32].hex()
    shown = logs.discreet("key: " + between.join(key[at : at + 8] for at in range(0, 64, 8)))
    assert shown == "key: [secret]"


def test_neither_half_of_a_token_nor_a_password_is_told(heard: io.StringIO) -> None:
    logs.set_up("DEBUG", TOKEN, "", "pass/word:1")
    root = logging.getLogger()
    root.handlers[0].setStream(heard)  # type: ignore[attr-defined]
    twice = TOKEN.replace(":", "%253A")
    half = TOKEN.partition(":")[2]
    logging.getLogger("bot").info("%s %s %s %s", half, twice, "pass/word:1", "pass/word%3A1")
    said = told(heard)
    assert half not in said
    assert "word" not in said


@pytest.mark.parametrize("library", ["telegram.Bot", "httpx", "aiosqlite", "asyncio", "new"])
def test_what_a_library_speaks_of_is_not_told(heard: io.StringIO, library: str) -> None:
    logging.getLogger(library).critical("Read %r.\n%s", {"text": WORDS}, WORDS)
    logging.getLogger("bot").info("after")
    assert told(heard).count("Read %r.") == (library != "telegram.Bot")


def test_an_error_that_is_its_own_cause_is_told_once(heard: io.StringIO) -> None:
    error = ValueError(WORDS)
    error.__cause__ = error
    logging.getLogger("bot").error("It failed.", exc_info=error)
    assert told(heard).count("ValueError") == 1


def test_what_an_exception_says_is_not_told_but_where_it_was(heard: io.StringIO) -> None:
    def fails() -> None:
        try:
            int(WORDS)
        except ValueError as error:
            raise RuntimeError(f"{WORDS} {TOKEN}") from error

    try:
        fails()
    except RuntimeError:
        logging.getLogger("bot").exception("It failed.")
    said = told(heard)
    assert "RuntimeError\nbecause of:\n" in said
    assert "ValueError" in said
    assert "test_logs.py" in said


async def test_a_task_nobody_waited_for_shows_nothing_it_held(heard: io.StringIO) -> None:
    async def fails(words: str) -> None:
        raise ValueError(words)

    loop = asyncio.get_running_loop()
    task = asyncio.create_task(fails(WORDS))
    await asyncio.wait([task])
    loop.call_exception_handler({"message": "Task failed", "exception": task.exception()})
    del task
    assert "Task failed" in told(heard)


def test_a_warning_is_told_like_anything_else(heard: io.StringIO) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.captureWarnings(capture=True)
        warnings.warn(f"unclosed {TOKEN}", ResourceWarning, stacklevel=1)
    assert "[secret]" in told(heard)


@pytest.mark.parametrize(
    "ends",
    [
        "raise ValueError(words)",
        "import threading; t = threading.Thread(target=lambda: int(words)); t.start(); t.join()",
        "import asyncio\nasync def a(): raise ValueError(words)\nasyncio.run(a())",
        "type('A', (), {'__del__': lambda self: int(words)})()",
    ],
)
def test_what_ends_a_process_is_told_without_a_word(ends: str) -> None:
    program = f"from bot import logs\nlogs.set_up('DEBUG')\nwords = {WORDS!r}\n{ends}"
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", program], cwd=ROOT, capture_output=True, text=True
    )
    assert WORDS not in done.stderr
    assert "This is a defect; please report it." in done.stderr
    assert "ValueError" in done.stderr


def test_no_core_file_is_ever_written() -> None:
    program = "from bot import logs\nimport resource\nlogs.set_up('INFO')\n"
    program += "print(resource.getrlimit(resource.RLIMIT_CORE))"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "(0, 0)\n"


def test_settings_show_no_secret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROBYGGER_TELEGRAM__TOKEN", TOKEN)
    monkeypatch.setenv("BROBYGGER_KEYS__MASTER", KEY)
    (tmp_path / "config.toml").touch()
    settings = load(tmp_path / "config.toml")
    shown = [repr(settings), str(settings), settings.model_dump_json(), repr(settings.keys)]
    shown += [repr(settings.keys.to_master()), str(settings.model_dump()), f"{settings.telegram}"]
    for each in shown:
        assert TOKEN not in each
        assert KEY not in each
    assert settings.token == TOKEN
    assert settings.keys.to_master().read().hex() == KEY


def test_a_bot_shows_no_token() -> None:
    bot = TelegramBot(TOKEN, "http://127.0.0.1:9")
    assert TOKEN not in repr(bot)
    assert TOKEN not in str(bot)


def test_a_level_there_is_not_is_one_sentence() -> None:
    with pytest.raises(ConfigError) as refused:
        logs.set_up("LOUD")
    assert refused.value.mistakes == [
        "BROBYGGER_LOG is not known; allowed is DEBUG, INFO, WARNING, ERROR."
    ]


def test_what_ends_the_process_is_told_without_its_words(heard: io.StringIO) -> None:
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert heard.getvalue() == ""
    sys.excepthook(ValueError, ValueError(WORDS), None)
    assert "This is a defect; please report it." in told(heard)
    assert "ValueError" in told(heard)


def test_libraries_are_heard_only_when_something_is_wrong(heard: io.StringIO) -> None:
    logs.set_up("INFO")
    levels = {name: logging.getLogger(name).level for name in ("bot", "handlers", "storage")}
    assert set(levels.values()) == {logging.INFO}
    assert logging.getLogger().level == logging.WARNING
    assert logging.getLogger("apscheduler").level == logging.ERROR
    assert logging.getLogger("alembic").level == logging.WARNING
    assert not logging.getLogger("telegram.ext").isEnabledFor(logging.CRITICAL)


def test_a_word_of_eight_characters_is_a_secret_and_a_shorter_one_is_not() -> None:
    shown = logs._Discreet("otte1234", "kort123").format(
        logging.LogRecord("bot", 20, "", 1, "otte1234 kort123", (), None)
    )
    assert shown.endswith("[secret] kort123")


def test_of_two_secrets_the_longer_is_hidden_whole() -> None:
    shown = logs._Discreet("abcdefgh", "abcdefgh-ijklmnop").format(
        logging.LogRecord("bot", 20, "", 1, "abcdefgh-ijklmnop", (), None)
    )
    assert shown.endswith(": [secret]")


def test_a_cause_that_was_hidden_on_purpose_is_not_told(heard: io.StringIO) -> None:
    def fails(hidden: bool) -> None:
        try:
            int(WORDS)
        except ValueError:
            if hidden:
                raise RuntimeError from None
            raise RuntimeError  # noqa: B904 - its context is what is looked at

    for hidden in (True, False):
        try:
            fails(hidden)
        except RuntimeError:
            logging.getLogger("bot").exception("It failed.")
        assert ("ValueError" in told(heard)) is not hidden


def test_an_end_without_an_error_is_told_by_its_kind(heard: io.StringIO) -> None:
    logs._ended(ValueError, None, None)
    assert told(heard).rstrip().endswith("ValueError")
