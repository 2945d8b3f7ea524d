"""The languages people can choose, and how much each of them can say."""

COMPLETE = ("da", "en")
# These speak some texts of their own; the rest is said in the complete ones, side by side.
PARTIAL = ("pl", "ro", "ar", "uk", "kl")
LANGUAGES = (*COMPLETE, *PARTIAL)

# Texts no person has read yet. Kalaallisut has none: a wrong word in a crisis is worse than Danish.
UNREVIEWED = ("pl", "ro", "ar", "uk")
