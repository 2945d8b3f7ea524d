"""Sealing: AES-GCM around JSON, padded to buckets and bound to the place it is stored in."""

import base64
import hashlib
import hmac
import json
import os
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM, AESSIV

_FORMAT = b"\x01"
_NONCE = 12
_BUCKET = 256
_LENGTH = 4
_BUTTONS = b"1"  # rises when buttons come to mean something else: those drawn before mean nothing
TOKEN_LIMIT = 32  # bytes of plain token that fit a button's 64 bytes of callback data


class SealBroken(Exception):
    """A sealed value cannot be opened: wrong key, wrong place or changed bytes."""


def seal(key: bytes, place: str, value: Any) -> bytes:
    """Seal a JSON value under a 32-byte key.

    `place` names table, row and column; a value moved elsewhere cannot be opened. The plain
    text is padded to a multiple of 256 bytes, so that its size tells little.
    """
    plain = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    framed = len(plain).to_bytes(_LENGTH) + plain
    padded = framed + bytes(-len(framed) % _BUCKET)
    nonce = os.urandom(_NONCE)
    return _FORMAT + nonce + AESGCM(key).encrypt(nonce, padded, place.encode())


def unseal(key: bytes, place: str, blob: bytes) -> Any:
    """Open what `seal` closed for the same key and place; raises SealBroken otherwise."""
    nonce, sealed = blob[1 : 1 + _NONCE], blob[1 + _NONCE :]
    if blob[:1] != _FORMAT or len(nonce) != _NONCE:
        raise SealBroken(f"The sealed value at {place} has an unknown format.")
    try:
        padded = AESGCM(key).decrypt(nonce, sealed, place.encode())
    except InvalidTag:
        raise SealBroken(f"The sealed value at {place} cannot be opened with this key.") from None
    length = int.from_bytes(padded[:_LENGTH])
    return json.loads(padded[_LENGTH : _LENGTH + length])


def tag(key: bytes, value: str) -> str:
    """Return a keyed hash of `value`, 32 hex digits: findable with the key, meaningless without."""
    return hmac.new(key, value.encode(), hashlib.sha256).hexdigest()[:32]


def button_token(key: bytes, chat_id: int, plain: str) -> str:
    """Return what a button carries: `plain`, unreadable and bound to one chat, ≤ 64 characters.

    It is bound, too, to what buttons mean in this version. `key` has 64 bytes. Raises ValueError
    when `plain` has more than 32 bytes.
    """
    if len(plain.encode()) > TOKEN_LIMIT:
        raise ValueError(f"A button can carry at most {TOKEN_LIMIT} bytes: {plain!r}.")
    sealed = AESSIV(key).encrypt(plain.encode(), _bound_to(chat_id))
    return base64.urlsafe_b64encode(sealed).rstrip(b"=").decode()


def read_button(key: bytes, chat_id: int, token: str) -> str | None:
    """Return the plain text of a button's token, or None: forged, another chat's or outdated."""
    try:
        sealed = base64.b64decode(token + "=" * (-len(token) % 4), altchars=b"-_", validate=True)
        return AESSIV(key).decrypt(sealed, _bound_to(chat_id)).decode()
    except (InvalidTag, ValueError):
        return None


def _bound_to(chat_id: int) -> list[bytes]:
    return [str(chat_id).encode(), _BUTTONS]
