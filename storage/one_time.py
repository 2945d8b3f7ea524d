"""One-time codes as code apps make them (RFC 6238), and a store that is shut until one has come."""

import base64
import os
from dataclasses import replace
from datetime import datetime

from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor import InvalidToken
from cryptography.hazmat.primitives.twofactor.totp import TOTP

from domain.concern import Concern
from domain.entry import Entry
from domain.interview import Media
from domain.questionnaire import Answers
from storage.concern_media import ConcernMedia
from storage.concerns import Concerns
from storage.database import Write
from storage.store import Store

_DIGITS, _STEP = 6, 30  # what every code app understands; a step is seconds
_DRIFT = (0, -1, 1)  # steps that a telephone's clock may be away from ours


class CodeNeeded(Exception):
    """Words of a concern were asked for in a chat that no one-time code has opened."""


def new_secret() -> str:
    """Return a random secret of 160 bits, base 32."""
    return base64.b32encode(os.urandom(20)).decode()


def address(secret: str, service: str) -> str:
    """Return the otpauth address that a code app takes a secret from."""
    return _app(secret).get_provisioning_uri("team", service)


def step_of(secret: str, code: str, now: datetime) -> int | None:
    """Return the time step whose code this is, at most one away from now; None for a wrong one."""
    app, step = _app(secret), int(now.timestamp()) // _STEP
    for each in (step + drift for drift in _DRIFT):
        try:
            app.verify(code.encode(), each * _STEP)
        except InvalidToken:
            continue
        return each
    return None


def code_at(secret: str, now: datetime) -> str:
    """Return the code that the app shows at that moment."""
    return _app(secret).generate(int(now.timestamp())).decode()


def shut(store: Store) -> Store:
    """Return the store with which no word of a concern can be read or written."""
    return replace(
        store,
        concerns=_ShutConcerns(store.database, store.keyring),
        concern_media=_ShutMedia(store.database, store.keyring),
    )


class _ShutConcerns(Concerns):
    async def recent(self, number: int) -> list[tuple[Concern, Answers]]:
        raise CodeNeeded

    async def words(self, concern: str) -> Answers:
        raise CodeNeeded

    async def entries(self, concern: str) -> list[Entry]:
        raise CodeNeeded

    async def enter(self, concern: str, entry: Entry) -> Write:
        raise CodeNeeded


class _ShutMedia(ConcernMedia):
    async def of(self, concern: str) -> list[Media]:
        raise CodeNeeded


def _app(secret: str) -> TOTP:
    # SHA-1 is what code apps use; as a keyed hash it is not broken.
    return TOTP(base64.b32decode(secret), _DIGITS, SHA1(), _STEP)  # noqa: S303 - see above
