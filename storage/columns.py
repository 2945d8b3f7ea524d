"""What every table is made of: moments, numbers and texts that both engines treat alike."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import BigInteger, DateTime, Dialect, Integer, MetaData, TypeDecorator
from sqlalchemy import Text as AnyText

metadata = MetaData()
Number = BigInteger().with_variant(Integer, "sqlite")
# In the order of its bytes, as SQLite has it, whatever language a PostgreSQL server sorts in.
Text = AnyText().with_variant(AnyText(collation="C"), "postgresql")


class Instant(TypeDecorator[datetime]):
    """A moment: aware UTC in Python, UTC without a zone in the row, on both engines alike."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn an aware moment into UTC; a naive one is a ValueError."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("A moment without a time zone cannot be stored.")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """Return the stored moment as aware UTC."""
        return None if value is None else value.replace(tzinfo=UTC)


# Not before what need not wait: a clock that is set back must not make it wait either.
AT_ONCE = datetime(2000, 1, 1, tzinfo=UTC)
