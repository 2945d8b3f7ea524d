"""The configuration: its sections, what may stand in them, and every mistake at once."""
