# All questions, their answers and their short names.
# The short names (title-…) are read both by the one who writes and by the worker.

hint-one = Press an answer, or type its number.
hint-many = Choose as many as you like. You can also type the numbers. Then press { button-next }.
hint-words = Write in your own words, or press a button.

progress = Question { $number } of { $of }
changing = You are changing answer { $number }. After that you see all your answers again.
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

    You can also send a place on the map. We only keep it roughly.
title-meet_where = We can meet
o-meet_where-home = At home
o-meet_where-outside = Outside
o-meet_where-cafe = In a café or drop-in centre
o-meet_where-write_first = Write to me here first
o-meet_where-not_yet = I don't want to say yet

q-address_home =
    Where do you live?

    Write the street and the number, or send a place on the map. You can also skip this.
q-address =
    Which place is it? Where are you usually?

    Write it so that we can find you. You can also send a place on the map.
title-address = The place

q-meet_when = When suits you best?
title-meet_when = Best time
o-meet_when-morning = Early morning
o-meet_when-forenoon = Late morning
o-meet_when-afternoon = Afternoon
o-meet_when-evening = Evening
o-meet_when-weekdays = Weekdays
o-meet_when-weekend = Weekend
o-meet_when-any_time = Any time

q-reply = How may we answer you?
title-reply = How we may answer
o-reply-chat = Write here, then I stay anonymous
o-reply-call = Call me
o-reply-visit = Come by without writing first
o-reply-trusted = Through someone I trust

q-reply_number =
    Which number shall we call?

    Once we have your number, you are no longer anonymous to us.

    If you change your mind, skip this. Then we write to you here.
title-reply_number = Number to call

q-reply_trusted =
    Who do you trust? And how do we reach them?

    Please tell them first.
title-reply_trusted = Someone you trust

q-alias = What shall we call you? Feel free to make up a name.
title-alias = Name to use

q-my_language =
    Which language would you rather speak?

    If you need an interpreter, we find an adult. A child should not interpret.
title-my_language = Language when we meet
o-my_language-danish = Danish
o-my_language-english = English

q-consider =
    Is there anything we should take into account?

    Do you have a dog, or is it hard to walk? Would you rather meet a woman or a man?
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

q-here = Is the person in { $municipality }?
title-here = Is in the municipality

q-children = Do any children live with the person?
q-children_partner = Do any children live with the citizen?
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
q-seen_nameless =
    What would you like to talk over with us?

    Write without name, place or anything else that shows who the citizen is.
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

    Write a place and, if you can, a time. You can also send a place on the map.
q-where_homeless =
    Where does the person sleep or walk about? And when?

    Place and time matter most. Without them we cannot find the person. You can also send a place on the map.
q-where_partner =
    Where and when is it easiest to meet the citizen?

    Write only what you may share. You can also send a place on the map.
q-where_partner_homeless =
    Where does the citizen sleep or walk about? And when?

    Place and time matter most. Without them we cannot find the citizen. Write only what you may share.
q-where_meeting = Where could the meeting be? You can also send a place on the map.
q-where_visit =
    Where would the visit be?

    Write only what you may share. You can also send a place on the map.
title-where = Where and when
o-where-unsure = I don't know
o-where-may_not_say = I may not say that

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
q-safety_angry =
    You answered that someone is angry or threatens. What should we watch out for if we come by?

    It matters for our safety. It could be weapons, a dog or other people in the home.
title-safety = Watch out for
o-safety-none = Nothing that I know of

q-speaks = What language does the person speak?
q-speaks_partner =
    What language does the citizen speak? Is an interpreter needed?

    A child should not interpret.
title-speaks = Speaks
o-speaks-danish = Danish
o-speaks-unsure = Don't know

q-may_write = May we write to you here if we need to know more? You are still anonymous.
title-may_write = May we write here
o-may_write-yes = Yes
o-may_write-no = No

## I am writing as part of my job

q-workplace =
    Where do you work?

    At the end we ask how to reach you at work. Write who the citizen is only if they have said yes.
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
o-purpose-notice = Draw attention to a citizen
o-purpose-sparring = Talk it over without a name
o-purpose-meeting = A joint meeting
o-purpose-visit = A joint home visit

q-consent = Has the citizen agreed to you sharing their name and place?
title-consent = May share name and place
o-consent-yes = Yes
o-consent-no = No
o-consent-not_asked = Have not asked

q-relevance_meeting = Why does it matter that we join the meeting? It may be for the citizen or for you.
q-relevance_visit = Why does it matter that we come along on the visit? It may be for the citizen or for you.
title-relevance = Why we should join

q-joint_time_meeting =
    When could the meeting be? A few suggestions are welcome.

    Someone from the team answers you. It is only agreed once we have said yes.
q-joint_time_visit =
    When could the visit be? A few suggestions are welcome.

    Someone from the team answers you. It is only agreed once we have said yes.
title-joint_time = Suggested times

q-under_way = What is already under way? It may be on your side or elsewhere.
title-under_way = Already under way

q-contact_keeper = Who on your side stays in contact with the citizen?
title-contact_keeper = Stays in contact

q-not_take_over =
    We are happy to join meetings and visits. But we don't take over the contact alone.

    Your own help carries on. So do your duties.
title-not_take_over = We don't take over alone
o-not_take_over-understood = Understood

q-work_contact =
    How do we reach you at work? Write name and phone or e-mail.

    We only use it to make plans with you. Write only your contact at work.
q-work_contact_notice =
    How do we reach you at work if we need to know more?

    Write name and phone or e-mail. If you would rather not, skip this.
q-work_contact_nameless =
    How can we answer you at work?

    It need not be your name. Skip this if you want to be anonymous. Then we can answer you here.
title-work_contact = Contact at work

## What was written beside the answers

q-own_words = You have also written this to us. If you want to change it, write it again.
title-own_words = Also written

## The drawing of the conversation

drawing-title = The conversation as it is led
drawing-legend = ★ must be answered. The rest can be skipped. What opens a question stands under it.
drawing-else = Otherwise here
drawing-summary = Read all answers through
