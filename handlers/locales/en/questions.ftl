# All questions, their answers and their short names.
# The short names (title-…) are read both by the one who writes and by the worker.

hint-one = Press an answer, or type its number.
hint-many = Choose as many as you like. You can also type the numbers. Then press { button-next }.
hint-words = Write in your own words, or press a button.

progress = Question { $number } of { $of }
chosen = Chosen:
so-far = Your answer so far:
your-answer = Your answer:
skipped = Not answered

yes-no-yes = Yes
yes-no-no = No
yes-no-unsure = Don't know

## Myself

q-wish = What would you like help with? You decide.
title-wish = Would like help with
o-wish-talk = Someone to talk to
o-wish-shelter = Somewhere to sleep
o-wish-treatment = Contact with a doctor or treatment
o-wish-substances = Alcohol or drugs
o-wish-letters = Letters, the council or money
o-wish-company = Getting out among people
o-wish-other = Something else
o-wish-unsure = Don't know

q-wish_words = Would you like to tell us a little more? Write what matters to you.
title-wish_words = In own words

q-meet_where =
    Where can we meet you? It will be someone from { $service } who comes.

    Please write the place, so that we can find you.
title-meet_where = Place
o-meet_where-not_yet = I don't want to say yet

q-meet_when = When suits you best?
title-meet_when = Best time
o-meet_when-morning = Early morning
o-meet_when-forenoon = Late morning
o-meet_when-afternoon = Afternoon
o-meet_when-evening = Evening
o-meet_when-any_time = Any time

q-reply =
    How may we answer you?

    If you want us to call, write your number. Then you are no longer anonymous to us.
title-reply = How we may answer
o-reply-visit = Come by without writing first
o-reply-trusted = Through someone I trust

q-alias = What shall we call you? Feel free to make up a name. Then you are still anonymous.
title-alias = Name to use

q-consider =
    Is there anything we should take into account?

    A dog, bad legs or another language, perhaps? Or would you rather meet a woman or a man?
title-consider = Take into account

## Someone I am worried about

q-relation = How do you know the person?
title-relation = Relation to the person
o-relation-family = Family
o-relation-friend = Friend
o-relation-neighbour = Neighbour
o-relation-caretaker = Caretaker or housing association
o-relation-shop = Shop or workplace
o-relation-passer_by = Passer-by
o-relation-other = Something else
o-relation-unsaid = I'd rather not say

q-adult = Is the person 18 or older?
title-adult = 18 or older

q-children = Do any children live with the person?
title-children = Children in the home

q-worries = What worries you?
title-worries = Worry
o-worries-homeless = Has nowhere to live, sleeps outside
o-worries-substances = Alcohol or drugs are a big problem
o-worries-mind = Is struggling mentally
o-worries-alone = Is alone a lot, does not go out
o-worries-different = Behaves so that others keep away
o-worries-angry = Is angry, threatens or crosses the line
o-worries-self_neglect = Eats too little, neglects themselves
o-worries-other = Something else

q-seen =
    What have you seen or heard? When was it?

    Write what you have experienced yourself. Don't write a CPR number.
title-seen = Seen or heard

q-how_long = How long has it been going on?
title-how_long = How long
o-how_long-now = It has just started
o-how_long-days = Some days
o-how_long-weeks = Some weeks
o-how_long-months = Some months
o-how_long-years = Several years

q-worse = Is it getting worse?
title-worse = Getting worse

q-where =
    Where and when is it easiest to meet the person?

    Write a place and, if you can, a time.
title-where = Where and when
o-where-unsure = I don't know

q-description =
    How can we recognise the person? By age, clothes, a dog or a first name, perhaps?

    Write only what we need to find the person.
title-description = How to recognise the person

q-knows = Does the person know that you are writing to us? Any answer is fine.
title-knows = Does the person know
o-knows-yes_wants = Yes, and would like contact
o-knows-yes_not = Yes, but does not want contact
o-knows-no = No
o-knows-unsure = Don't know

q-other_help = Does the person get help from others today?
title-other_help = Gets other help

q-safety =
    Is there anything we should watch out for if we come by?

    It could be a dog, threats, weapons or other people in the home.
title-safety = Watch out for
o-safety-none = Nothing that I know of

q-speaks = What language does the person speak?
title-speaks = The person's language
o-speaks-danish = Danish
o-speaks-unsure = Don't know

q-may_write = May we write to you here if we need to know more? You are still anonymous.
title-may_write = May we write here
o-may_write-yes = Yes
o-may_write-no = No

## I am writing as part of my job

q-workplace = Where do you work?
title-workplace = Workplace
o-workplace-psychiatry = Psychiatry or hospital
o-workplace-doctor = Doctor's practice
o-workplace-police = Police
o-workplace-job_centre = Job centre
o-workplace-municipality = Another part of the council
o-workplace-housing = Housing organisation
o-workplace-treatment = Drug or alcohol treatment
o-workplace-shelter = Hostel or drop-in centre
o-workplace-probation = Prison and probation service
o-workplace-voluntary = Voluntary organisation

q-purpose =
    What would you like?

    You can always share a concern. But you cannot pass the task on to us.
title-purpose = Wish
o-purpose-notice = Draw attention to someone
o-purpose-sparring = Talk it over without a name
o-purpose-meeting = A joint meeting
o-purpose-visit = A joint home visit

q-consent = Has the person agreed to you sharing their name and place?
title-consent = May share name and place
o-consent-yes = Yes
o-consent-no = No
o-consent-not_asked = Have not asked

q-contact_keeper = Who on your side stays in contact with the person?
title-contact_keeper = Stays in contact

q-not_take_over =
    We are happy to join meetings and visits. But we don't take over the contact alone.

    Your own help carries on. So do your duties.
title-not_take_over = We don't take over alone
o-not_take_over-understood = Understood

q-work_contact =
    How do we reach you at work? Write name and phone or e-mail.

    If you only want to talk it over, you can skip this.
title-work_contact = Contact at work

## What was written beside the answers

q-own_words = You have also written this to us. If you want to change it, write it again.
title-own_words = Also written
