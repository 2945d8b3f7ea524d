# Everything the team reads. A message about a concern holds only nickname and date.

button-open = Open
button-take = Take
button-turn-page = Next page
button-reaction-visit = Went out
button-reaction-call = Called
button-reaction-reply = Answered in writing
button-reaction-meeting = Arranged a meeting
button-reaction-asked = Asked for more
button-reaction-acute = Acted urgently
button-reaction-partner = Spoke with a work partner
button-follow-up = Follow up in 7 days
button-no-follow-up = No follow-up
button-duty-on = Go on duty
button-duty-off = Go off duty
button-duty = The duty
button-show-open = Open concerns

## Names

member-number = worker { $number }
somebody = a colleague

## A concern

alert =
    New concern: { $nickname }.
    Respond by { $date }.

    Press, or type “{ button-open } { $nickname }” or “{ button-take } { $nickname }”.
alert-acute = Marked urgent. We don't know whether help is on its way.
opened =
    { $nickname }. We have promised to respond by { $date }.

    The words are the reporter's own.
card-role = Who it is about: “{ $role }”
page = Page { $number } of { $of }
taken =
    You have taken { $nickname }. Respond by { $date }.

    Press when you have responded. You can also type “{ button-reaction-call } { $nickname }”.
taken-by = { $nickname } is taken by { $owner }. You need do nothing more.
too-late = { $nickname } is already taken by { $owner }. Thank you for being ready.
take-first = Take { $nickname } first. Then you can note that you have responded. Type “{ button-take } { $nickname }”.
reacted =
    Noted for { $nickname }: { $reaction }.

    Help is voluntary. The person can always say no thank you. Do you want to follow up?
follow-up-set = You will be reminded of { $nickname } on { $date }.
follow-up-none = No follow-up on { $nickname }. You can always get in touch again.
line-free = { $nickname } is free. Respond by { $date }.
line-taken = { $nickname } is taken by { $owner }. Respond by { $date }.
nothing-open = No concerns are waiting right now.
no-such-concern = That concern is no longer here, or it is not yours.

## Reminders

nudge-overdue-untaken =
    Nobody has taken { $nickname }. We promised to respond by { $date }.

    Press { button-open } and then { button-take }.
nudge-untaken = Nobody has taken { $nickname } yet. We have promised to respond by { $date }.
nudge-day = { $nickname } is still waiting. We have promised to respond by { $date }.
nudge-last-day = Last working day for { $nickname }: we have promised to respond by { $date }.
nudge-overdue =
    { $nickname } is still waiting. We promised to respond by { $date }.

    Have you responded? Press { button-open } and note it.
nudge-follow-up = Time to follow up on { $nickname }. You decide how.
member-unreachable = Messages do not reach { $name }. Talk about who takes over.
parked-lead = A message could not be handled. Ask a technical colleague to look. The content is not shown here.
many-codes-lead = Somebody is trying many codes with the bot. We do not know who. None of the codes fitted. Answers to codes come more slowly now.
no-backup-lead = No backup could be made today. Everything else works. Tell a technical colleague.
journal-broken-lead = Somebody may have changed the bot’s journal. The concerns are still there. Tell a technical colleague today. The log shows what is wrong.
audit-put-back-lead = Reminders were missing. The bot has put them back. Tell a technical colleague.
audit-stuck-lead = Something is stuck in the bot. Messages may come late. Look in “{ button-show-open }” yourself. Ask a technical colleague to look today.
telegram-back-minutes-lead =
    The bot could not reach Telegram for { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }. It works again now. What waited is being sent.
telegram-back-hours-lead =
    The bot could not reach Telegram for { $number ->
        [one] { $number } hour
       *[other] { $number } hours
    }. It works again now. What waited is being sent.
telegram-back-long-lead =
    The bot could not reach Telegram for { $number ->
        [one] { $number } hour
       *[other] { $number } hours
    }. It works again now. Telegram keeps messages for one day only. Some of what people wrote may be lost.

## Duty

duty-head = Who is on duty?
duty-taken = You are on duty now.
duty-left = You have gone off duty. Thank you for your work.
on-duty-now = On duty: { $names }.
nobody-on-duty = Nobody is on duty. New concerns go to the whole team.

## Joining the team

joined =
    Welcome to the team. What shall the others call you? Type your first name here.

    Press { button-duty-on } when you are ready.
joined-lead =
    Welcome as lead of the team. What shall the others call you? Type your first name here.

    You are told when something waits too long. Press { button-duty-on } if you also take a turn on duty.
named =
    Thank you. The team now sees you as { $name }.

    To be called something else, write “{ button-call-me }” and the name.
already-member = You are already in the team.
invite-refused = The invitation is used or too old. Ask for a new one. To write to us, press /start.

## What was not understood

staff-menu =
    Choose here, or type what stands on a button.

    You can also type /mine, /open, /duty, /day, /find or /team. To leave the team, type /leave.
staff-not-understood =
    The bot did not understand that. Type the nickname after the word on the button.

    You can type “{ button-open } Stille Bæk” or “{ button-take } Stille Bæk”.
staff-edit = An edited message changes nothing. Type it in a new message.
staff-only = This is only for the team. To write to us, press /start.
leads-only = Only a lead can do that.
old-button-staff = That button is old. Type “{ button-show-open }” to see what is waiting.

button-call-me = Call me
card-moved = { $nickname }: See further down in the chat.
old-numbers = The numbers on the “Urgent help” card have not been checked for long. Ask a technical colleague to see whether they are right. The log shows which.

## Writing to the reporter, and closing

button-write = Write to the reporter
button-write-send = Send the message
button-write-drop = Drop the message
button-close = Close
button-closing-manages = Manages on their own
button-closing-bridged = Bridged to others
button-closing-refused = Said no thank you
button-closing-stopped = Stopped the support
button-closing-not_met = Could not be met
button-closing-not_found = Could not be found
button-closing-known = Already in contact
button-closing-duplicate = About the same person
button-closing-outside = Outside the target group
button-closing-elsewhere = Another municipality's
button-closing-acute = Emergency services called
button-closing-child = Child services notified
button-closing-partner = Worked with a partner
button-closing-withdrawn = Reporter took it back
button-closing-other_support = Guided to other support
button-closing-gone = Moved or died
button-closing-mistake = Test or mistake
close-how = How does { $nickname } end? None of it is wrong, and help is always voluntary. Only the team sees your choice.
closed = { $nickname } has ended: { $closing }. The person can always get in touch again.
ended-no = { $nickname } has said no to the help. You need not do more.
ended-withdrawn = { $nickname } was taken back by the reporter. You need not do more.
ended-erased = { $nickname } was deleted by the reporter. The words are no longer here.
news-words = News in { $nickname }: the reporter has written. Press { button-open }.
news-again = News in { $nickname }: the reporter has written, and it is open again. Respond by { $date }.
news-thanks = { $nickname }: the reporter has said thanks. There is nothing more for you to do.
news-worried = News in { $nickname }: the reporter still wants to hear from us.
news-renewed = News in { $nickname }: the reporter still wants to hear from us. Respond by { $date }.
write-no-cpr = That looks like a CPR number. The message was not sent. Write it again without.
write-now = Write your message to { $nickname }. You see it before it is sent.
write-preview = This will be sent to { $nickname }:
write-sent = The message was sent to { $nickname }. If you have responded, note it here.
write-dropped = The message was not sent.
write-shorter = The message is too long. Split it in two.
reporter-out-of-reach = The reporter in { $nickname } cannot be reached here. Messages do not arrive.
reporter-unasked = The reporter in { $nickname } would rather not get messages here.
for-reporters = That is for those who write to us. Write “{ button-show-open }” to see what is waiting.
button-together-yes = We would like to join
button-together-no = We cannot join
news-acute = News in { $nickname }: the reporter says that it is urgent now.
