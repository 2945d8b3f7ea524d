"""Settings: config.toml and the environment, read into types, with every mistake told at once."""

import tomllib
from datetime import date, time, timedelta
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, available_timezones

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError, ValidationInfo
from pydantic import field_validator as check
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from bot.config_errors import ConfigError, sentences
from domain.deadlines import Ladder, OpeningTimes
from domain.service import CrisisNumber, Service

_HINT = " Copy config.example.toml to begin."


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True)


class Telegram(_Section):
    """How to reach Telegram, and how it reaches us."""

    token_file: Path | None = None
    token: SecretStr | None = Field(default=None, validate_default=True)
    api_url: str = "https://api.telegram.org"
    mode: Literal["polling", "webhook"] = "polling"
    webhook_url: str | None = Field(default=None, validate_default=True)
    webhook_host: str = "127.0.0.1"
    webhook_port: Annotated[int, Field(ge=1, le=65535)] = 8080

    @check("token_file")
    @classmethod
    def _token_file_is_there(cls, value: Path | None) -> Path | None:
        if value is not None and not value.is_file():
            raise ValueError(f"there is no file {value}; allowed is a file that holds the token")
        return value

    @check("token")
    @classmethod
    def _token_is_given(cls, value: SecretStr | None, info: ValidationInfo) -> SecretStr | None:
        if value is None and info.data.get("token_file"):
            value = SecretStr(info.data["token_file"].read_text(encoding="utf-8").strip())
        if value is None and "token_file" in info.data:
            raise ValueError(
                "is missing; give the bot's token here, in BROBYGGER_TELEGRAM__TOKEN, "
                "or name a file in telegram.token_file"
            )
        if value is not None and (not value.get_secret_value() or _odd(value.get_secret_value())):
            raise ValueError("has spaces or slashes or is empty; allowed is a token from BotFather")
        return value

    @check("api_url")
    @classmethod
    def _url_is_http(cls, value: str) -> str:
        if not value.startswith(("http://", "https://")):
            raise ValueError("must begin with http:// or https://")
        return value.rstrip("/").removesuffix("/bot")

    @check("webhook_url")
    @classmethod
    def _webhook_has_url(cls, value: str | None, info: ValidationInfo) -> str | None:
        if info.data.get("mode") == "webhook" and not value:
            raise ValueError(
                'is missing; telegram.mode = "webhook" needs the address Telegram calls'
            )
        return value


class Storage(_Section):
    """Where the data lies."""

    url: str = "sqlite+aiosqlite:///brobygger.db"

    @check("url")
    @classmethod
    def _engine_is_known(cls, value: str) -> str:
        try:
            known = make_url(value).drivername == "sqlite+aiosqlite"
        except ArgumentError:
            known = False
        if not known:
            raise ValueError(
                "is not a database this version knows; allowed is sqlite+aiosqlite:///…"
            )
        return value


class Keys(_Section):
    """Where the keys lie: apart from the data."""

    path: Path = Path("keys/keyring.db")


class Quiet(_Section):
    """When the team is not nudged."""

    start: time = time(20)
    end: time = time(8)


class Escalation(_Section):
    """Minutes until the next hear of a concern nobody has taken."""

    second_minutes: Annotated[int, Field(ge=1)] = 15
    team_minutes: Annotated[int, Field(ge=1)] = 30
    lead_minutes: Annotated[int, Field(ge=1)] = 60

    @check("team_minutes", "lead_minutes")
    @classmethod
    def _later_than_before(cls, value: int, info: ValidationInfo) -> int:
        if any(value < before for before in info.data.values()):
            raise ValueError("is shorter than the step before it; allowed is the same or longer")
        return value


class ServiceFacts(_Section):
    """What the municipality decides."""

    name: str = "Opsøgende team"
    municipality: str = "kommunen"
    phone: str = ""
    address: str = ""
    language: Literal["da", "en"] = "da"
    zone: str = "Europe/Copenhagen"
    promise_days: Annotated[int, Field(ge=1, le=60)] = 7
    closed_weekdays: frozenset[Annotated[int, Field(ge=1, le=7)]] = frozenset({6, 7})
    closed_days: frozenset[date] = frozenset()

    @check("zone")
    @classmethod
    def _zone_exists(cls, value: str) -> str:
        if value not in available_timezones():
            raise ValueError("is not a time zone; allowed is a name like Europe/Copenhagen")
        return value


class Number(_Section):
    """One telephone number of the acute card."""

    number: str
    da: str
    en: str
    checked_on: date


def _national_numbers() -> list[Number]:
    checked = date(2026, 11, 21)
    return [
        Number(number="112", da="fare for liv", en="danger to life", checked_on=checked),
        Number(number="114", da="politi, når det haster", en="police, urgent", checked_on=checked),
        Number(number="70 201 201", da="Livslinien", en="suicide help line", checked_on=checked),
        Number(
            number="1888", da="vold, hele døgnet", en="violence, day and night", checked_on=checked
        ),
    ]


class Acute(_Section):
    """The numbers of the acute card, in the order shown (S56)."""

    numbers: list[Number] = Field(default_factory=_national_numbers, min_length=2)


class Settings(BaseSettings):
    """Everything an operator decides; no secret is shown when printed."""

    model_config = SettingsConfigDict(
        env_prefix="BROBYGGER_",
        env_nested_delimiter="__",
        extra="forbid",
        hide_input_in_errors=True,
    )

    telegram: Telegram = Field(default_factory=lambda: Telegram.model_validate({}))
    storage: Storage = Storage()
    keys: Keys = Keys()
    service: ServiceFacts = ServiceFacts()
    quiet: Quiet = Quiet()
    escalation: Escalation = Escalation()
    acute: Acute = Field(default_factory=Acute)

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
        facts, steps = self.service, self.escalation
        times = OpeningTimes(
            zone=ZoneInfo(facts.zone),
            quiet_from=self.quiet.start,
            quiet_until=self.quiet.end,
            closed_weekdays=frozenset(day - 1 for day in facts.closed_weekdays),
            closed_days=facts.closed_days,
        )
        ladder = Ladder(
            second_after=timedelta(minutes=steps.second_minutes),
            team_after=timedelta(minutes=steps.team_minutes),
            lead_after=timedelta(minutes=steps.lead_minutes),
            days=facts.promise_days,
        )
        crisis = tuple(
            CrisisNumber(each.number, {"da": each.da, "en": each.en}, each.checked_on)
            for each in self.acute.numbers
        )
        return Service(
            name=facts.name,
            municipality=facts.municipality,
            phone=facts.phone,
            address=facts.address,
            language=facts.language,
            times=times,
            ladder=ladder,
            crisis=crisis,
        )


def load(path: Path) -> Settings:
    """Read the file at `path` and the environment over it.

    Raises ConfigError with one sentence for every mistake found.
    """
    try:
        tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError([f"{path}: cannot be read ({error.strerror}).{_HINT}"]) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError([f"{path}: is not valid TOML: {error}."]) from error
    file = type("FromFile", (Settings,), {"model_config": SettingsConfigDict(toml_file=path)})
    try:
        settings: Settings = file()
    except ValidationError as error:
        raise ConfigError(sentences(error, Settings)) from None
    _apart(settings)
    return settings


def _apart(settings: Settings) -> None:
    database = make_url(settings.storage.url).database
    if database and Path(database).absolute() == settings.keys.path.absolute():
        raise ConfigError(["keys.path: is the database itself; allowed is another file."])


def _odd(token: str) -> bool:
    return any(each.isspace() or each in "/?#" for each in token)
