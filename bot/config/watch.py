"""The section of the configuration about being watched: a heartbeat, and a port for figures."""

from typing import Annotated

from pydantic import Field, SecretStr
from pydantic import field_validator as check

from bot.config.values import Section


class Watch(Section):
    """Who is told that all is well, and where this machine can ask."""

    heartbeat_url: SecretStr | None = None  # whoever knows it can beat in our place
    port: Annotated[int, Field(ge=1, le=65535)] | None = None

    @check("heartbeat_url")
    @classmethod
    def _is_an_address(cls, value: SecretStr | None) -> SecretStr | None:
        if value and not value.get_secret_value().startswith(("http://", "https://")):
            raise ValueError("is not a web address; allowed is one that begins with https://")
        return value
