# Buttons, summary, kind refusals and receipts.

button-next = Next
button-skip = Skip
button-clear = Clear the answer
button-back = Back
button-acute = Urgent help
button-acute-both = Akut hjælp / Urgent help
button-stop = Stop
button-send = Send
button-edit = Change { $number }
button-wipe = Delete my answers
button-resume = Carry on
button-fresh = Start over

## On the way

welcome-back = Welcome back. We have kept your answers. You can carry on here or start over.
back-after-outage = We were away for a moment. Here is the question again.
trouble =
    Something went wrong at our end. Your answers are kept. Write your last message again in a little while.

    If anyone is in danger, press /akut. { call-us }
required = We need an answer here before we can go on. It can be short.
not-understood = We did not understand that. Press an answer, or write its number.
kept-before-start = Thank you, that is written down. First we have a few questions.
kept-at-summary = Thank you, that is written down. Your message is not sent yet.
summary-waits = Your message is not sent yet. Press { button-send }, or change an answer.
kept-words = Thank you, that is written down. Here is the question again.
more-may-follow = We have got that. Just keep writing, or press { button-next }.
cleared = The answer is deleted. You can answer again or skip.
# Degrees are numbers: they are rounded to about a hundred metres.
pin = Place on the map, roughly: { $latitude }, { $longitude }
pin-kept = Thank you, the place is written down, roughly. You can change it before you send.
pin-not-kept = We need not know where the citizen is for this. So we have not kept the place.
edit-done = Your answer has been changed.
edit-too-late = That message can no longer be changed. Write it in a new message instead.
old-button = That button is old. This is where you are:
old-button-idle =
    That button is old. If you have pressed { button-send }, we have your message.

    If you want to write to us, press /start.
unknown-command =
    There is no such command here. Press a button, or write in your own words.

    If it is urgent, press /akut.

## Cards after an answer

card-under-18 =
    We meet adults. If the person is under 18, the council's department for children helps.

    If a child is having a hard time, we must all tell the council. It looks into it within a day.

    You can still send your message here.
card-elsewhere =
    It is the municipality where the person is that can come out. We gladly help you find the right one. { call-us }

    You can still send your message here.
card-children =
    If you are worried about a child, you must tell the council. We all must. Its department for children looks into it within a day.

    Is this part of your job? Your own duty to notify still applies.

    You can still send your message here.
card-no-name =
    Then write without name, address or anything else that shows who it is.

    Your duty of confidentiality applies here too. You can still talk it over with us.

## Stopping

really-stop = Do you want to stop? Then we delete your answers. Nothing has been sent yet.
stopped =
    Your answers are deleted at our end. Nobody has read them.

    Your messages are still here on the phone. You can delete the chat yourself.

    You can always write again. { call-us }

## Summary

summary-head = Your message is not sent yet. Read your answers through.
# The numbers are the same as in “Question 3 of 12”.
summary-foot-citizen = Do you want to be anonymous? See whether anything shows who you are.
summary-foot-relative =
    Have you written anything that shows who you are? Press Change and the number beside the answer.

    The person may be told that someone was worried – not who.
summary-foot-partner =
    Does anything show who the citizen is? It may only stand here if the citizen has said yes.

    The citizen may be told that someone was worried – not who.
summary-send = If you want to change something, press Change. If it is right, press { button-send }.

## Receipt

receipt =
    Thank you. We have received your message.

    We will respond by { $date } at the latest.
receipt-react =
    { receipt }

    We usually come out to you.
receipt-visit =
    Thank you. We have received your message.

    We will come out to you by { $date } at the latest. We only come if you want it.
# Last, so that no lock screen shows it.
receipt-code =
    Your code: { $code }
    Keep it. You only see it this once. Type it here to see by when we respond.
receipt-acute-called = It is good that you have called. If it gets worse, call again.
receipt-acute-cannot_call =
    Get someone else to call if you possibly can. Don't wait for us. This chat is not read all the time.

    Press /akut to see the numbers again.
receipt-nobody-on-duty = Nobody is on duty right now. The team has been told.
receipt-nobody-reached =
    We cannot reach the team right now. We keep trying.

    { $phone ->
        [none] If it is urgent, press /akut.
       *[other] Please call us on { $phone }.
    }
receipt-unknown =
    We do not know that code. Check every character, and write it again.

    You can also begin anew with /start.
receipt-enough-tries = You have tried many codes. Wait an hour, and try again. { call-us }
receipt-waits = Many codes are being tried right now. You get an answer { $when }. Everything else works as before.
receipt-citizen =
    We do it in the way you have chosen.

    You decide what you want help with. You can always say no thank you.
receipt-relative =
    It is good that you told us. We may come by and see the person, but we cannot promise it.

    The person can always say no thank you. We have a duty of confidentiality. So we may not tell you how it goes.

    You can always write again.
receipt-partner =
    It is good that you told us. You still keep the contact yourselves. We don't replace your help.

    The person can always say no thank you. Your own duty to notify still applies.

## What we cannot receive

refuse-cpr =
    That looks like a CPR number. We have kept nothing of your message.

    Edit the message and remove the number. Or write it again without.
refuse-voice = We can't listen to voice messages here. We have not kept it. Please write it instead. { call-us }
refuse-photo = We don't accept pictures. They can show who someone is. We have not kept it. Please describe it in words.
refuse-video = We don't accept video. It can show who someone is. We have not kept it. Please describe it in words.
refuse-document = We don't accept files here. We have not kept it. Please write what it is about.
refuse-contact = A contact shows a name and a phone number. So we have not kept it. Please write without name and number.
refuse-sticker = We can't understand that here. Please use words, or press a button.
refuse-other = We can't receive that kind of thing here. We have not kept it. Please use words.

receipt-alone = There is a code in your message. We have not kept the message. Write the code by itself.
no-more-room = There is no room for more now. What you have written is kept. Send it, and call us about the rest.
# What somebody types who does not know.
not-known =
    don't know
    do not know
    I don't know
    I do not know
    no idea
    not sure
