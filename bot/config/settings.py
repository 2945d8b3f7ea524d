"""Settings: config.toml and the environment, read into types, with every mistake told at once."""

import os
import tomllib
from datetime import timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import Field, ValidationError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    SettingsError,
    TomlConfigSettingsSource,
)

from bot.config import public_holidays
from bot.config.duty import DutySettings
from bot.config.errors import ConfigError, not_json, sentences, unknown_variables
from bot.config.escalation import Escalation
from bot.config.facts import Municipality
from bot.config.keeping import Abuse, Backups, Keys, Retention, Storage
from bot.config.sections import (
    Acute,
    DraftTimes,
    Media,
    Quiet,
    ServiceFacts,
    Team,
    Telegram,
)
from bot.config.watch import Watch
from domain.deadlines import Ladder, OpeningTimes
from domain.drafts import Drafts
from domain.service import CrisisNumber, Promise, Service
from handlers import overlay
from storage.engines import file_of

_PREFIX = "BROBYGGER_"
_NO_TOKEN = "0:none"  # noqa: S105 - a made-up one
_NOTHING: Any = {}  # checked like a section that is there, so that what it lacks is told


class Settings(BaseSettings, Municipality):
    """Everything an operator decides; no secret is shown when printed."""

    model_config = SettingsConfigDict(
        env_prefix=_PREFIX,
        env_nested_delimiter="__",
        extra="forbid",
        hide_input_in_errors=True,
    )

    telegram: Telegram = _NOTHING
    storage: Storage = Storage()
    keys: Keys = Keys()
    backups: Backups = Backups()
    retention: Retention = Retention()
    abuse: Abuse = Abuse()
    service: ServiceFacts = ServiceFacts()
    quiet: Quiet = Quiet()
    escalation: Escalation = Escalation()
    duty: DutySettings = DutySettings()
    drafts: DraftTimes = DraftTimes()
    acute: Acute = Field(default_factory=Acute)
    media: Media = Media()
    team: Team = Team()
    watch: Watch = Watch()

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Let the environment come before the file."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)

    @property
    def token(self) -> str:
        """Return the bot's token."""
        return self.telegram.token.get_secret_value() if self.telegram.token else ""

    def to_service(self) -> Service:
        """Return the municipality's facts as the rules know them."""
        facts = self.service
        times = OpeningTimes(
            zone=ZoneInfo(facts.zone),
            quiet_from=self.quiet.start,
            quiet_until=self.quiet.end,
            closed_weekdays=frozenset(day - 1 for day in facts.closed_weekdays),
            closed_days=facts.closed_days | public_holidays.days(facts.holidays),
        )
        steps = tuple(each.known() for each in self.escalation.steps)
        crisis = tuple(
            CrisisNumber(each.number, each.purposes(), each.checked_on)
            for each in self.acute.numbers
        )
        return Service(
            name=facts.name,
            municipality=facts.municipality,
            phone=facts.phone,
            address=facts.address,
            language=facts.language,
            times=times,
            ladder=Ladder(steps, facts.promise_days),
            crisis=crisis,
            drafts=Drafts(
                remind_after=timedelta(hours=self.drafts.remind_hours),
                wipe_after=timedelta(hours=self.drafts.wipe_hours),
            ),
            tells_reaction=facts.tell_reaction,
            promise=Promise(facts.promise),
            facts=self.to_facts(),
            duty=self.duty.to_duty(),
            unlocks_for=self.team.unlocks_for,
            retention_days=self.retention.days,
            block_days=self.abuse.block_days,
        )


def load(path: Path) -> Settings:
    """Read the file at `path` and the environment over it.

    Relative places (the data, the keys, the texts) begin at the file's own folder, so that every
    command finds the same ones from wherever it is started.

    Raises ConfigError with one sentence for every mistake found.
    """
    _check_toml(path)
    return _read(path)


def load_to_show(path: Path | None) -> Settings:
    """Read what shall only be looked at, like `load`: never the token, so it may be missing.

    Without a path the defaults are returned, and the environment over them.
    """
    if path is not None:
        _check_toml(path)
    return _read(path, telegram={"token": _NO_TOKEN, "token_file": None})


def _check_toml(path: Path) -> None:
    try:
        tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(
            [f"{path} cannot be read ({error.strerror}); copy config.example.toml to begin."]
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError([f"{path} is not valid TOML: {error}."]) from None


def _read(path: Path | None, **given: Any) -> Settings:
    file = type("Settings", (Settings,), {"model_config": SettingsConfigDict(toml_file=path)})
    mistakes = unknown_variables(os.environ, _PREFIX, Settings)
    try:
        settings: Settings = file(**given)
        settings = _placed(settings, path.resolve().parent if path else Path.cwd())
        mistakes += _not_apart(settings)
        mistakes += overlay.mistakes(settings.service.texts) if settings.service.texts else []
    except ValidationError as error:
        mistakes += sentences(error, Settings)
    except SettingsError as error:
        mistakes.append(not_json(error, _PREFIX))
    if mistakes:
        raise ConfigError(mistakes)
    return settings


def _placed(settings: Settings, folder: Path) -> Settings:
    placed: dict[str, Any] = {
        "storage": settings.storage.placed(folder),
        "keys": settings.keys.placed(folder),
        "backups": settings.backups.placed(folder),
        "duty": settings.duty.placed(folder),
    }
    if settings.service.texts:
        texts = {"texts": folder / settings.service.texts}
        placed["service"] = settings.service.model_copy(update=texts)
    return settings.model_copy(update=placed)


def _not_apart(settings: Settings) -> list[str]:
    """Return a sentence for everything that would lie where something else must be alone."""
    keys, master = settings.keys.path.resolve(), settings.keys.to_master().file.resolve()
    file = file_of(settings.storage.url)
    database = file.resolve() if file else None  # a server's files are never ours
    keyrings, told = (keys, keys / "keyring.db"), []
    if database in keyrings:
        told.append("keys.path is the database of storage.url itself; allowed is another file.")
    if master in (database, *keyrings):
        told.append("keys.master_file is the database or the keyring; allowed is another file.")
    if settings.keys.master_file and database and master.parent == database.parent:
        told.append(
            "keys.master_file lies in the folder of the data, and would be copied with it; "
            "allowed is another folder."
        )
    return told
