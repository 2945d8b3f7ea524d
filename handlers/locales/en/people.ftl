# Who is in the team, and what they may see. Only the team reads this.

button-team = The team
button-invite-worker = Invite a worker
button-invite-lead = Invite a team lead
button-uninvite = Take the invitation back
button-person-pause = Put on pause
button-person-resume = Let in again
button-person-lead = Make team lead
button-person-worker = Make worker
button-person-key = New code app

team-head = The team right now:
team-line = { $name }: { $state }
person =
    { $name }: { $state }

    Open concerns with { $name }: { $number }
state-worker = worker
state-lead = team lead
state-duty = on duty
state-away = not at work
state-paused = on pause
state-leaving = leaving soon
state-unreachable = cannot be reached
no-such-member = That worker is not here any more.
last-lead = The team must have a lead. Make somebody else one first.

## Invitations

invite-worker =
    Here is a link for a new worker. Send it only to the one it is for.

    { $link }

    { $minutes ->
        [one] It works once, for one minute.
       *[other] It works once, for { $minutes } minutes.
    }
invite-lead =
    Here is a link for a new team lead. Send it only to the one it is for.

    { $link }

    { $minutes ->
        [one] It works once, for one minute.
       *[other] It works once, for { $minutes } minutes.
    }
invite-over = That invitation is used or too old. Make a new one if you need it.
invite-cancelled = The invitation is taken back. The link does not work any more.
invite-used-worker = A new worker has joined the team.
invite-used-lead = A new lead has joined the team.

## Pause and roles

you-are-paused = You are on pause in the team. You see no concerns meanwhile. Ask your team lead if you are in doubt.
you-are-back = You are in the team again. Welcome back.
you-are-lead = You are a team lead now. Write “{ button-team }” to see everyone.
you-are-worker = You are a worker in the team now. Thank you for leading it.
card-hidden = { $nickname } is hidden while you are on pause.
needs-owner = { $nickname } needs somebody who takes over. We have promised to react by { $date }.

## One-time codes

one-time-needed = Write the code from your code app. Then we open, and you can tap again.
one-time-right = Thank you. It is open now. Tap again on what you wanted.
one-time-wrong = That code does not fit. Wait for a new one in the app, and write it here.
one-time-shut = Too many codes came that do not fit. Try again at { $time }.
one-time-wrong-lead = { $name } has written too many wrong codes. It is shut until { $time }. Call and hear if all is well.
secret-coming = Your key for the code app comes here. Show it to nobody else.
secret =
    Your key for the code app. Show it to nobody else.

    { $secret }

    { $uri }

    Put it into your code app. Then write the code from the app here. The key is erased afterwards.
secret-kept = The key is erased here. It is in your code app now.
secret-renewed = Your team lead has given you a new key. You get it the next time you open a concern.
