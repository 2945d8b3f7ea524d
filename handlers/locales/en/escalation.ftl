## When somebody is missing on duty

receipt-duty-out-of-reach = We cannot reach the person on duty right now. Others on the team have been told.
alert-unmanned = Nobody on duty can be reached right now. Please look at the roster.

## After the bot has been away

late-head = The bot was away, so these reminders are late:
late-past = { $nickname }: Was promised by { $date }.
late-past-untaken = { $nickname }: Nobody has taken it. Was promised by { $date }.
late-today = { $nickname }: Today is the last day.
late-today-untaken = { $nickname }: Nobody has taken it. Today is the last day.
late-ahead = { $nickname }: Respond by { $date }.
late-ahead-untaken = { $nickname }: Nobody has taken it. Respond by { $date }.
late-follow-up = { $nickname }: Time to follow up.
late-snoozed = { $nickname }: You asked to be reminded of it.
late-more = And { $number } more. You will find them in the lists below.
late-reacted = Have you or a colleague responded meanwhile? Open the concern and note it.
