"""Raising a concern: question after question, by tapping or typing, until it is sent."""
