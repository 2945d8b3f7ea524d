# The duty roster in chat: who is on duty, gaps, weekly plan, absence and swaps.

button-swap = Swap a duty
button-away = Absence
button-gaps = Gaps
button-plan = Weekly plan

## Who is on duty

duty-at = { $date } { $time }
duty-at-time = { $time }
duty-from-to = { $first } to { $last }
name-until = { $name } until { $until }
duty-next = Next: { $names }, { $span }.
duty-own = Your next duties:
duty-emptied = Nobody is on duty now. Can you take it?
for-whom = Who is it about?

## Gaps

gaps-count = Gaps in the next two weeks: { $number }.
gaps-head = Somebody is missing here. Press, and you have the duty.
gaps-none = There are no gaps in the next two weeks.
gaps-no-plan = There is no weekly plan yet, so the bot cannot see gaps. Press { button-plan } and make one.
gaps-new = The plan of { $name } has changed. Now somebody is missing:
gap-which = Which gap shall a colleague take?
gap-who = Who shall have the duty { $span }?
gap-taken = { $name } is on duty { $span }.
gap-filled = That gap is no longer there. Thank you for being ready.
gap-away = { $name } is absent at that time.
button-gap-take = Take { $span }
button-gap-give = Put a colleague on

## Weekly plan

plan-head = Weekly plan
plan-none = No duties stand here yet.
plan-fixed = { $rule } (from the settings)
plan-added = The duty is on the plan now.
plan-added-you = You have been given a weekly duty:
plan-removed = The duty is off the plan.
plan-removed-you = A weekly duty is off your plan:
plan-remove = Which duty shall come off the plan?
plan-nothing-to-remove = There are no duties that you can take off the plan.
plan-gone = That duty is no longer on the plan.
button-week-add = Add my weekly duty
button-week-for = Add for a colleague
button-week-remove = Remove a weekly duty
week-days = Which days? Press several, or type “Tue, Thu”.
week-hours = At what time? Press, or type “8:30 to 15”.
week-weeks = Which weeks?
button-workdays = All weekdays
button-week-on = The days are chosen
button-weeks-every = Every week
button-weeks-odd = Odd weeks
button-weeks-even = Even weeks
weeks-odd = odd weeks
weeks-even = even weeks

## Absence

away-head = When is the absence? We do not ask why. You can also type “1/6 to 9/6”.
away-noted = Noted: { $absence }.
away-which-day = Up to and including which day? Press, or type for example “1/6”.
away-today = today
away-open = from now on, until further notice
away-until = up to and including { $date }
away-from-to = from { $first } up to and including { $last }
away-past = That day has passed. Type another.
away-set = Absence is noted: { $absence }.
away-over = The absence has ended. Welcome back.
away-cancelled = The absence is deleted: { $absence }.
away-gone = That absence is no longer there.
away-by = { $owner } has changed your absence.
button-away-today = Today
button-away-open = From today, open end
button-away-till = Until a date
button-away-back = I am back
button-away-cancel = Delete { $span }
button-away-for = Note for a colleague

## Swapping

swap-which = Which duty shall be swapped?
swap-no-duty = There are no duties to swap in the next two weeks.
swap-with = Who shall take the duty { $span }? Press a name. Or a duty, which you then exchange.
swap-nobody = There is no colleague it could be right now.
swap-sent = The question is sent. Nothing changes before somebody says yes.
swap-asks = { $name } asks if the duties may be swapped like this:
swap-agreed = Agreed. These are the duties now. You can undo it for five minutes.
swap-declined = { $name } cannot this time. The duty is still yours.
swap-no-thanks = Thank you for answering. Nothing has changed.
swap-changed = That is no longer possible. The duty has begun or changed.
swap-settled = That is settled already. See the duties under { button-duty }.
swap-was-withdrawn = The question about swapping is withdrawn. Nothing has changed.
swap-was-undone = The swap is undone. You have your own duties again.
swap-yours-again = { $name } cannot have the duty after all. It is yours again: { $span }.
swap-not-yours = That is only for those who swap.
button-swap-anybody = Anybody
button-swap-for = Swap for a colleague
button-swap-withdraw = Withdraw the question
button-swap-undo = Undo the swap
