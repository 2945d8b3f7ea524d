"""The team itself: who is in it, what each may do, what they type, and what a lead looks at."""
