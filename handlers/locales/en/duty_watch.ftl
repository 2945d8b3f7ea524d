# The duty watches itself: the question when it begins, the calendar and days without a duty.

## When a duty begins

button-hand-yes = I am on duty
hand-ask = You are on duty now until { $time }. Press “{ button-hand-yes }”.
hand-ask-until-day = You are on duty now until { $date } at { $time }. Press “{ button-hand-yes }”.
hand-digest =
    Concerns that wait: { $number }.
    Yours to follow up today: { $of }.
hand-thanks = Thank you. Now the team knows that you are on duty.
hand-not-yours = You are not on duty right now. Do you want to take the duty?
hand-missed = We asked { $names } about the duty and got no answer. Can you take it?
hand-after-all = { $name } is on duty after all. You need do nothing more.
hand-empty = Nobody on duty can be reached right now. Can you take the duty?

## Days without a duty

roster-gaps = Somebody on duty is missing here:
roster-gaps-more = More days: { $number }.
roster-unknown-names =
    The duty plan names { $names }, but nobody in the team is called that. So nobody has those duties.

    Mend the plan, or let them join the team.

## The calendar

calendar-unreadable = The calendar could not be read. The old duty plan holds.
calendar-unknown =
    Duties in the calendar without a name from the team: { $number }. They do not count.

    Write the first name in the title, as the team knows it.
calendar-lost =
    The calendar has changed. Duties before: { $of }. Duties now: { $number }.

    If that is not meant so, please correct it.
calendar-lost-who = No duties any more: { $names }.
button-export-roster = Get the duty plan
roster-exported =
    Here are the duties in a file. A calendar can open it.

    If you want a new one, type “{ button-export-roster }”.
