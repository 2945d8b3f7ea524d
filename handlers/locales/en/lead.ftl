# What a team lead sees: figures, promises, who cannot be reached, and who did what.

button-lead = Team lead
button-lead-figures = Figures
button-lead-overdue = Past the promise
button-lead-reach = Out of reach
button-lead-audit = Logbook
button-figures-picture = Picture
button-figures-sheet = Spreadsheet
lead-menu = What a team lead sees. You can also type “{ button-lead-figures } October” or “{ button-lead-audit }”.

## Figures

figures-head = Figures for { $month }
figures-roles = Who wrote
figures-role-citizen = The citizen
figures-role-relative = Relatives and others
figures-role-partner = Partners
figures-received = Received in all
figures-days = Days until a reaction
figures-waited-same_day = The same day
figures-waited-one = The next day
figures-waited-three = Day 2 to 3
figures-waited-promised = Day 4 to { $of }
figures-waited-later = Later
figures-waited-none = None yet
figures-limit = Promise: Day { $of }
figures-endings = How it ended
figures-closed = Closed in all
figures-more = Also
figures-reopened = Opened again
figures-withdrawn = Taken back
figures-line = { $what }: { $number }
figures-under = under 5
figures-hidden = hidden
figures-about = about { $number }
figures-rest = The rest are zero.
figures-note = Small numbers are hidden, so that nobody can be known by them. Help is voluntary. A no is therefore no failure.
figures-picture = Figures for { $month } as a picture.
figures-sheet = Figures for { $month } for your spreadsheet.
figures-which = Which month? Type “{ button-lead-figures } October”, or press here.
sheet-group = Group
sheet-number = Number
sheet-what = What

## Past the promise, and who cannot be reached

overdue-none = No concern is past its promise.
overdue-free = { $nickname } is free. Promised by { $date }.
overdue-taken = { $nickname } is with { $owner }. Promised by { $date }.
reach-none = Everybody in the team can be reached.
reach-unreachable = Out of reach: { $names }
reach-paused = Paused: { $names }

## Logbook

audit-head = Logbook, the newest first
audit-line = { $time ->
    [none] { $name }: { $what } ({ $nickname })
   *[other] { $time } { $name }: { $what } ({ $nickname })
}

button-block = Block the sender
button-block-yes = Yes, block
button-unblock = Lift the block
block-ask = Do you want to block whoever wrote { $nickname }? We then take in nothing from there before { $date }. Urgent help still works. You are not told who it is. Here you can also lift a block.
block-holds = Whoever wrote { $nickname } is blocked until { $date }.
block-no-way = Whoever wrote { $nickname } has cut the trace to themselves. So we can neither block nor lift a block.
block-lifted = Whoever wrote { $nickname } can write to us again.
