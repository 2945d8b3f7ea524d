"""The heartbeat: a call to somebody else's watch, which raises the alarm when it stays away."""

import logging

import aiohttp
from pydantic import SecretStr

_log = logging.getLogger(__name__)

_TIMEOUT = aiohttp.ClientTimeout(total=5)


class Heartbeat:
    """Calls the address, if there is one; whoever knows it could beat in our place."""

    def __init__(self, address: SecretStr | None) -> None:
        self._address = address
        self._failed = False

    async def beat(self) -> None:
        """Call once; that it fails is said in the log, once until it works again."""
        if not self._address:
            return
        try:
            failure = await _call(self._address.get_secret_value())
        except (aiohttp.ClientError, OSError, ValueError) as error:
            failure = type(error).__name__
        if failure and not self._failed:
            _log.warning("The heartbeat to watch.heartbeat_url does not arrive: %s", failure)
        self._failed = bool(failure)


async def _call(address: str) -> str:
    """Return what is wrong with the answer, or "" when it was taken."""
    async with (
        aiohttp.ClientSession(timeout=_TIMEOUT) as web,
        web.get(address, allow_redirects=False) as answer,
    ):
        return "" if answer.status < 300 else f"status {answer.status}"
