# What a worker does with a concern of their own. Only the team reads this.

## Attempts to meet

button-met-yes = Met them
button-met-no = Did not meet them
button-again = Was out again
button-spot-home = At home
button-spot-outside = Out of doors
button-spot-cafe = Drop-in or café
button-spot-other = Somewhere else
met-ask = Did you meet the person?
met-where = Where was it? Choose only the kind of place for { $nickname }.
met-noted = Noted for { $nickname }. Thank you for going out.
attempts = Attempts: { $tried }, met { $met }
entry-met = Met { $date }:
entry-not_met = Did not meet { $date }:

## A bridge to others

button-consent-yes = Yes, they said yes
button-consent-no = No, not yet
button-bridge-municipality = Municipal office
button-bridge-drop_in = Drop-in centre
button-bridge-treatment = Substance treatment
button-bridge-psychiatry = Psychiatry
button-bridge-health = Doctor, hospital, dentist
button-bridge-housing = Shelter or housing
button-bridge-work = Work or money
button-bridge-family = Family or network
button-bridge-association = Association
button-bridge-other = Something else
button-finish = Save and close
bridge-consent = Did the citizen say yes themselves? We build a bridge in { $nickname } only if they wish.
bridge-not-yet = That is quite all right. Nothing is noted. Choose another ending.
bridge-to =
    To whom was a bridge built in { $nickname }? Choose one or more.

    You can also type “1 and 3” and then “{ button-finish }”.
entry-bridged = Bridged { $date } to:

## Notes

button-note = Note
button-note-drop = Drop the note
note-now = Write your note on { $nickname }. Only the team can read it.
note-kept = Your note on { $nickname } is kept. Only the team can read it.
note-dropped = Nothing is noted.
note-no-cpr = That looks like a CPR number in { $nickname }. Nothing is kept. Write it again without.
note-shorter = Your note on { $nickname } is too long. Split it in two.
entry-note = Note { $date }:

## Following up

button-pick-day = Choose a date
button-tomorrow = Tomorrow
button-three-days = In 3 days
button-two-weeks = In 14 days
pick-day =
    On which day will you follow up on { $nickname }?

    Tap, or type the day. It can be “{ $date }”, “in 5 days” or “Monday”.
not-a-day = The bot did not understand that day. Type for example “{ $date }”, “in 5 days” or “Monday”.
day-out-of-reach = Choose a day from tomorrow and up to a year ahead. Type for example “{ $date }”.

## Remind me later

button-snooze = Remind me later
button-snooze-hour = In 1 hour
button-snooze-tomorrow = Tomorrow
snooze-when = When will you be reminded of { $nickname } again? A deadline stays where it is.
snoozed = { $nickname }: You will be reminded { $date } at { $time }. A deadline stays where it is.
nudge-snoozed = You asked to be reminded of { $nickname }.

## Perhaps the same person

alike = Perhaps the same person: { $names }
alike-place = { $nickname } (same place)
alike-place_and_time = { $nickname } (same place and time)
button-link-none = End without a link
link-which =
    Which concern is about the same person as { $nickname }?

    Tap, or type the other nickname. Reporters are not told.
entry-linked = Same person, noted { $date }:

## Answering a message

take-first-to-write = Nobody has taken { $nickname } yet. Take it first, then you can write.
