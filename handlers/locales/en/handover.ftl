# Passing on, putting back, undoing, reopening and leaving the team.

button-pass = Pass on
button-pass-anyone = Everybody
button-keep = Keep it myself
button-release = Put back
button-accept = Accept
button-decline = No thank you
button-undo = Undo
button-reopen = Reopen
button-leave = Leave the team
button-leave-yes = Yes, I leave the team
button-leave-no = No, I stay
button-remove = Remove
button-remove-yes = Yes, remove
button-remove-no = No, keep

## Passing on
# The word between nickname and name: “Pass on Stille Bæk to Bo”.

pass-to = to
everybody = everybody
pass-who =
    Who do you want to give { $nickname } to? It is yours until somebody says yes.

    You can also type “{ button-pass } { $nickname } { pass-to } Bo”.
pass-nobody = Nobody can be reached right now, so { $nickname } is still yours. You can type “{ button-release } { $nickname }”.
offered = You want to give { $nickname } to { $name }. It is yours until somebody says yes.
offer =
    { $owner } would like to give { $nickname } to you. Do talk first.

    Press, or type “{ button-accept } { $nickname }” or “{ button-decline } { $nickname }”.
offer-date = Respond by { $date }.
offer-over = It is not for you right now. Perhaps somebody else has said yes.
offer-declined = { $nickname } is still yours. The answer was no thank you. You can ask somebody else.
offer-unanswered = { $nickname } is still yours. Nobody has said yes to taking it yet.
declined = You have said no thank you to { $nickname }. It stays with { $owner }.

## Put back, take and reopen

released-by-you = You have put { $nickname } back. Now others can take it.
free-reacted = { $nickname } is free. Somebody has responded, but nobody follows up right now.
taken-reacted = You have taken { $nickname }. Somebody has responded, so now you follow up.

## Undo

undone = Undone. { $nickname } is as it was before.
undone-yours = { $nickname } is yours again. A colleague changed their mind.
undo-over = That can no longer be undone. You can undo for five minutes, if nobody else has touched it.

## Leaving the team

leave-ask = Do you want to leave the team? Then you see no more from here.
leave-ask-owned =
    So many are still yours: { $number }. They are offered to everybody. You stay until they are passed on.
leave-stayed = Good, you stay. If you want to later, type “{ button-leave }”.
leaving = Thank you. So many are offered to everybody: { $number }. They are yours until somebody says yes. You get no new ones.
leaving-no-removing = You are leaving the team. Ask another team lead to remove the colleague.
leaving-no-new = You are leaving the team. So you cannot take more.
gone = You are no longer in the team.
gone-goodbye = You are no longer in the team. Thank you for all you have done.
remove-ask = Do you want to remove { $name } from the team? It happens at once.
remove-ask-owned = So many you take over: { $number }.
remove-not = Good. Nobody is removed.
removed = { $name } is no longer in the team. So many you have taken over: { $number }.
nobody-called-so = Nobody in the team is called that. Type “{ button-remove }” and the name, or “{ button-remove-yes }” and the name.
