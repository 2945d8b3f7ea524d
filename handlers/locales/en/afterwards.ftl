# After a concern was sent: how far it has come, more to say, and saying no.

button-mine-show = My concern
button-mine-more = Write more
button-mine-correct = Correct something
button-mine-answer = Answer
button-mine-worried = I am still worried
button-mine-wanting = I want to hear from you
button-mine-calm = No, not any more
button-mine-stop = Say no thank you
button-mine-withdraw = Take it back
button-mine-stop_yes = Yes, I say stop
button-mine-cut = Cut the trace
button-mine-cut_yes = Yes, cut the trace
button-mine-erase = Delete the concern
button-mine-erase_yes = Yes, delete it all
button-mine-data = What have you kept?
button-mine-see = See it all
button-mine-export = Get it as a file
button-new-concern = New concern
button-code-kept = I have kept the code

mine-none =
    We cannot see a concern from you here. If you have a code, write it here.

    To write to us, press /start. { call-us }
mine-which =
    Which concern is it? Press a day.

    You can also write it with a number, for example “/status 2”.

## How far it has come

status-received = Your concern came to us on { $date }.
status-unread = It has not been read yet.
status-read = A worker has read it.
status-worker = { $owner } has taken it on.
status-quiet = We may not tell you what we do. You can always write more. { call-us }
status-promise = We respond by { $date } at the latest.
status-promise-past = We promised to respond by { $date }. { call-us }
status-closed = We end here for now. You are always welcome, and you can always write to us again.
status-withdrawn-citizen = You have said no thank you. That is quite all right. You can always write to us again.
status-withdrawn-other = You have taken it back. You can always write to us again.
status-kept = When we are done, we keep it for { $days ->
        [one] one day
       *[other] { $days } days
    }. Then we delete everything about it.
status-forgotten-on = We delete everything about it on { $date }.
told-read = A worker has read what you wrote to us.
told-reacted =
    We have now responded to your concern.

    We have a duty of confidentiality. So we may not tell you more. You can always write to us.
told-visit = We have been out to meet you.
told-call = We have called.
told-reply = We have answered you.
told-meeting = We have agreed to meet.
told-asked = We have asked you something.
told-acute = We have got help to act quickly.
told-partner = We have talked to others who can help.
told-together-yes = We would like to join. We will come back about time and place.
told-together-no = We cannot join this time. You can always write to us again.

## More to say

add-more = Write what you want to add. You may send several messages.
add-correction =
    Write what should be corrected.

    What you wrote first stays. Your correction gets today's date.
add-answer = Write your answer here. You are still anonymous.
passed-on-added = Thank you. It was passed on to the team. You can write more.
passed-on-answered = Thank you. Your answer was passed on to the team. You can write more.
passed-on-corrected = Thank you. Your correction was passed on to the team.
words-unasked = Is it something quite new? Then press { button-new-concern }.
# What people write when they only greet: one on each line.
only-greetings =
    hello
    hello again
    hi
    hey
    good morning
    thanks
    thank you
    many thanks
    ok
    okay
    fine
    yes
    no
    start
    start over
# What people write who only say thanks.
only-thanks =
    thanks
    thank you
    many thanks
    thanks a lot
    ok thanks
    thanks for your help
    👍
entry-added = Added { $date }:
entry-corrected = Corrected { $date }:
entry-answered = Answer { $date }:
entry-worried = Still wants to hear from us, { $date }.
entry-calm = Is no longer worried, { $date }.
entry-asked = We wrote { $date }:
from-worker = You have a message. It is from { $owner } here with us:
from-worker-foot = You can answer right here. You are still anonymous, and you need not answer.
from-worker-foot-busy = Press { button-mine-answer } if you want to answer. You are still anonymous.
somebody-here = A worker

## The code

code-ask =
    Have you kept your code? Write its last five characters here.

    Then you can be sure that you have it.
code-right = That is right. Keep the code in a safe place.
code-wrong =
    That is not the end of your code. Look in the message above, and try again.

    You can also press “{ button-code-kept }”.
code-kept = Good. With the code you can always find your way back. Also from another phone.

## The day we promised to respond

ask-worried = Are you still worried? It is up to you whether you answer.
ask-wanting = Do you still want to hear from us? You decide.
told-late =
    We promised to respond to your concern. We have not managed it. That is our mistake, not yours.

    The team is reminded of it every day it works. { call-us }

    If it is urgent, press /akut.
worried-passed-on = Thank you. The team has been told.
calm-noted = Thank you for answering. You can always write to us again.

## Saying no

really-say-no = Do you want to say no to the help? That is quite all right. You need not say why.
really-withdraw = Do you want to take your concern back? You need not say why.
said-no =
    That is quite all right. The team has been told, and we write no more about it.

    You can always write to us again. If you want it deleted, press here.
taken-back =
    Your concern has been taken back. The team has been told.

    You can always write to us again. If you want it deleted, press here.

## What we have kept

data-menu = Here you can see, get and delete what we have kept. You can also cut the trace to you.
data-head = This is what we have kept:
export-sent = Here is a file with what we have kept. Mind who can see it.
really-cut =
    Do you want to cut the trace? Then we forget the way from the concern to you. The team can still read it.

    We cannot answer you afterwards. Only your code leads back. Have you kept it?
trace-cut =
    The trace is gone. We can no longer see that the concern is yours.

    To find it again, write your code here.
really-erase = Do you want to delete your concern? Then nobody can read it any more, not even the team. It cannot be undone.
erased =
    Your concern has been deleted with us.

    A worker may have notes elsewhere. Ask us about them. { call-us }

    Your messages are still here on the phone. Write /clear, and we clear the chat.

## Not sent yet

draft-waits =
    You began to write to us. It has not been sent yet.

    We keep it until { $date } at { $time }. Then we delete it.
draft-held = You have answers here that were not sent. Nobody has read them. Write “{ button-stop }” to delete them.
blocked =
    We take in no messages from here before { $date }. { call-us }

    If somebody is in danger, press /akut.
