# Pages about us: who, what, the law, complaints, contact and what we know. Nothing here becomes a concern.

# "fact" is a fact from the settings. If it is empty, its line is left out.
pages =
    What would you like to know? You can read everything here without sending anything.

    Press a button, or write the words on it.
page-source = This is based on { $fact }.
page-hours = We read and answer the phone: { $fact }.

button-page-about = Who are we?
button-page-help = What can we do?
button-page-choice = Your own choice
button-page-law = What is the law?
button-page-complaint = Want to complain?
button-page-contact = Contact
button-page-privacy = What do we see?
button-contact-both = Kontakt / Contact

command-about = Who we are, and who comes
command-help = What we can do, and what we can't
command-choice = Voluntary and anonymous: you decide
command-law = What the law says
command-complaint = If you want to complain
command-contact = Other ways to reach us: phone and address
command-privacy = What we see, and what Telegram sees

## Who are we?

about-who = { $service } is part of { $municipality }. We go out and meet adults who are having a hard time.
about-purpose = We help you get in touch with others and stay in touch. You decide.
about-provider = The person who comes is from { $fact }.
about-workers =
    { $number ->
        [one] There is one worker.
       *[other] There are { $number } of us.
    }
about-human = The questions here come from a machine. But it is a person who reads what you write.
about-standard = We follow this: { $fact }.
about-committee = Approved by: { $fact }.
about-approved = Approved on { $fact }. There may be a newer one since.

## What can we do?

help-can =
    We help you get in touch with others. It can be a doctor, the council, a drop-in centre or treatment.

    It can also be family, friends or an association. Together we find out what you need.
help-short = As a rule we are there only for a short time. But nobody has set a date for when it ends.
help-cannot =
    This is what we can't do:
    We can't give long-term support under § 85. But we can show the way to it.
    We don't decide what you have a right to. Others in the council do.
    We can't replace the help you get from others.
help-partner = Do you meet people through your job? We gladly join meetings and visits. But we don't take over the contact alone.

## Your own choice

choice-free =
    It is voluntary. You decide what you want help with.

    You can say no thank you. You can also say yes now and stop later. You don't have to say why.
choice-anonymous = You have a right to be anonymous all the way. If you tell us your name, you are no longer anonymous to us.
choice-other = Are you writing about someone else? Then we may come by. But the person decides and can always say no thank you.

## What is the law?

law-text = This is what the law says, in Danish:
law-sources = You can read more here:
law-newer = The law is often changed. So there may be a newer version.
law-newest = You find the newest here: { $fact }

## Want to complain?

complaint-free =
    If you are not happy with what we do, you may complain. Anyone may. You don't have to say why.

    It can also be about the way we do it.
complaint-office = Talk or write to a manager here: { $fact }.
complaint-adviser = You can also get advice on complaining here: { $fact }. The adviser is neutral, but decides nothing.
complaint-nowhere = Call { $municipality } and say that you want to complain. { call-us }
complaint-apart = Don't write your complaint in this chat. The team itself reads here. Nobody sees that you have read this page.

## Contact

contact-us = You can also reach us without writing here:
contact-second = You can also turn to { $fact }:
contact-nowhere = You can also call { $municipality } and ask for { $service }.
contact-secure = Do you want to send a name, CPR number or papers? Then use secure mail: { $fact }
contact-telegram = Telegram is not secure mail. Don't write a CPR number here.

office-phone = Phone: { $fact }
office-address = Address: { $fact }
office-email = E-mail: { $fact }
office-web = On the web: { $fact }
office-hours = Open: { $fact }

## What do we see?

privacy-we = We see what you write. We don't see your name, your number or your picture. Everything is locked when we keep it.
privacy-telegram = Telegram knows who you are and that you write to us. Telegram can also read along. We can't change that.
privacy-limits =
    We can't promise everything. If you write who you are, then we know.

    The person you write about may get a right to read it. The messages are also on your phone.
privacy-team = Everyone in the team can read what you write until someone takes it. Then only that one and the leads can. They never see who you are.
privacy-relative = If anyone asks us whether you have written, we say nothing. That goes for your family too.
privacy-thief = If our computer or a copy is stolen, everything is locked. The key is somewhere else. Only someone who gets both can read it.
privacy-hacker = If someone breaks in while we run, they can read along. We can't promise that away. Then we tell you, if we can.
privacy-court = A court can demand what we have. It can also ask Telegram who you are. What we have deleted no one can get from us.
privacy-time = If you do not send, we soon delete your answers. If you do, we keep your message until we are done. We delete it { $days ->
        [one] one day
       *[other] { $days } days
    } later. What we note elsewhere you can't delete here.
privacy-member =
    You are in the team. We keep your first name, your chat and your duties. We also keep what you do here.

    It is locked. If you leave the team, we delete your chat. Your name stays, locked.
privacy-controller = Responsible for what we keep: { $fact }.
privacy-adviser = Ask about your data here: { $fact }.
privacy-authority = Complain about how we keep it: { $fact }.
privacy-web = Read all of it: { $fact }
privacy-yours =
    There are things you can do yourself:
    /data shows what we have from you. You can also take it with you.
    /slip cuts the way back to you.
    /slet deletes what you have sent, and everything about you here.
    /ryd helps you empty the chat.

## Children

children-office = You can tell it here: { $fact }.
children-nowhere = Call { $municipality } and ask for the department for children.
children-closed = If it is closed, call { $fact }.

## Urgent: answers on the card with the numbers

acute-marked-called = It is good that you have called. If it gets worse, call again. We note that it is urgent.
acute-marked-cannot_call =
    { cannot-call }

    We note that it is urgent. Send your message. But we cannot promise that anyone sees it now.
acute-marked-not_acute = It is good that it isn't urgent. Press /akut if that changes.
acute-alone-called = It is good that you have called. If it gets worse, call again. If you also want to write to us, press /start.
acute-alone-cannot_call =
    { cannot-call }

    You can also write to us. Press /start. But we cannot promise that anyone sees it now.
acute-alone-not_acute = It is good that it isn't urgent. Press /akut if that changes. If you want to write to us, press /start.
acute-team-told = The team has been told that it is urgent. But we cannot promise that anyone sees it now.
