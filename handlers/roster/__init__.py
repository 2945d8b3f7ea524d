"""The duty roster in chat: who has the duty, the plan behind it, and what changes it."""
