## When somebody is missing on duty

receipt-duty-out-of-reach = We cannot reach the person on duty right now. Others on the team have been told.
alert-unmanned = Nobody on duty can be reached right now. Please look at the roster.

## After we have been away

late-head = We were away, so these reminders come late:
late-past = { $nickname }: We promised to respond by { $date }.
late-past-untaken = { $nickname }: Nobody has taken it. We promised to respond by { $date }.
late-ahead = { $nickname }: We have promised to respond by { $date }.
late-ahead-untaken = { $nickname }: Nobody has taken it. We have promised to respond by { $date }.
late-follow-up = { $nickname }: Time to follow up.
late-snoozed = { $nickname }: You asked to be reminded of it.
late-more = And { $number } more. You find them in the lists below.
late-reacted = Has somebody responded meanwhile? Open the concern and note it.
