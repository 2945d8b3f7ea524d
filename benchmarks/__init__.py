"""Measurements: what is timed and not tested, because a time is never the same twice."""
