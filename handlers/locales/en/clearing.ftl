# Clearing the chat on the phone; what we have kept ourselves is another thing.

button-clear-chat = Clear the chat
button-clear-now = Clear now
command-ryd = Clear the chat here on the phone
clear-ask =
    Do you want to clear the chat? Then we delete the messages here from the last two days. Both yours and ours.

    If you have been given a code, it goes too. Write it down first.

    Press { button-clear-now } when you are ready.
chat-cleared =
    The chat is cleared. We have deleted what we can: messages from the last two days.

    Is there more? Go back to your chats. Hold your finger on this chat, and choose Delete.

    What we have kept ourselves is another thing. See it with /data. Delete it with /slet.
clear-staff =
    The team's chat cannot be cleared here. It shows what is waiting.

    The words leave a card when a colleague takes over. You can delete the chat in Telegram yourself.

## Nothing left: for whoever has no message with us here

button-slate = Delete language and answers
button-slate-yes = Yes, delete it all
data-none =
    We can't see a message from you here.

    We may have kept your language and answers you have not sent. You can delete that.

    If you have a code, write it here. Then you can see and delete what it belongs to.
slate-ask =
    Do you want to delete your language and the answers you have not sent?

    Do you have a code for something you sent? Then write the code first. Then write /slet.
slate-nothing =
    We have kept nothing about you here.

    Do you have a code for something you sent? Then write the code first. Then write /slet.
slate-wiped =
    Your language and your answers are now deleted.

    For two days we remember which messages can be cleared here. Then nothing is left.
