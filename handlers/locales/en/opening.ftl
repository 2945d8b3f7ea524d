# What everyone meets first: who we are, danger, role and "just asking".

# No language is chosen yet, so the text is in both.
q-language =
    Hej. Du skriver til { $service } i { $municipality }. Du kan være anonym.
    Hello. You are writing to { $service } in { $municipality }. You can be anonymous.

    Hvilket sprog? / Which language?
title-language = Language
# Each language goes by its own name, in all of them.
o-language-da = Dansk
o-language-en = English
o-language-pl = Polski
o-language-ro = Română
o-language-ar = العربية
o-language-uk = Українська
o-language-kl = Kalaallisut

# Said once to whoever chooses a language that is not wholly written yet.
texts-unreviewed = No person has read the texts in your language yet. There may be mistakes in them.
other-texts = What we don't have in your language comes in Danish and English.
interpreter-possible = You can have an interpreter when you talk with us. Write it if you want one. A child must never interpret for you.

q-danger = Is anyone in danger right now? That includes you.
title-danger = Danger right now

card-unsure =
    If you are not sure, it is better to call. Here are the numbers.

    You can also carry on here.

# The numbers are in the settings and are printed between these two texts.
acute-head =
    If anyone is in danger, call now.

    This chat is not read around the clock. We cannot send anyone out from here.
acute-number = { $number }: { $purpose }
acute-foot =
    Can't get through? Call again, or try one of the other numbers.

    Is a life in danger? Then call the number at the top.

q-acute = Have you been able to call? You can carry on here afterwards.
title-acute = Has anyone called
o-acute-called = I have called
o-acute-cannot_call = I can't call
o-acute-not_acute = It wasn't urgent

cannot-call =
    If you are in danger yourself, go somewhere safe if you can.

    Ask someone nearby to call for you. Go into a shop, or knock on a neighbour's door.

    If you have the alarm app, you can call from it. It also shows where you are.
card-cannot-call =
    { cannot-call }

    You can still send your message here. But we cannot promise that anyone sees it now.

q-role =
    You are anonymous. We can't see who you are. Don't write your name.
    A person reads what you write. But not around the clock.
    It is voluntary. You decide.

    Who are you writing about?
title-role = Who it is about
o-role-citizen = Myself
o-role-relative = Someone I am worried about
o-role-partner = I am writing as part of my job
o-role-ask = I just want to ask

# Used inside other texts. The code gives "none" when there is no number or address.
call-us =
    { $phone ->
        [none] {""}
       *[other] You can also call us on { $phone }.
    }

# Shown before anyone has pressed Start.
bot-description =
    Here you can write to { $service } in { $municipality }. Write about yourself or about someone you are worried about.

    You can be anonymous. We can't see who you are. Telegram can see that you write here.

    A person reads it, but not around the clock. If anyone is in danger, call instead. Write Acute to see the numbers.
bot-short-description = { $service }, { $municipality }. Write about yourself or someone you worry about. You can be anonymous.

command-start = Write to us, or carry on where you left off
command-akut = Numbers you can call if it is urgent
command-status = See your concern, write more or correct it
command-mere = Write more about what you sent
command-stop = Say no thank you, or take it back
command-data = See, get or delete what we have kept
