"""Play a whole year with 50,000 concerns, print the figures, and fail when one is not kept."""

import sys

from tests.year.whole import play_year

if __name__ == "__main__":
    year = play_year(50_000, cores=2)
    sys.stdout.write(f"{year.figures()}\n")
    sys.exit(1 if year.verdict.faults else 0)
