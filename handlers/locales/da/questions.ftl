# Alle spørgsmål, deres svar og deres korte navne.
# De korte navne (title-…) læses både af den, der skriver, og af medarbejderen.

hint-one = Tryk på et svar, eller skriv dets nummer.
hint-many = Vælg så mange, du vil. Du kan også skrive numrene. Tryk så på { button-next }.
hint-words = Skriv med dine egne ord, eller tryk på en knap.

progress = Spørgsmål { $number } af { $of }
changing = Du retter svar { $number }. Bagefter ser du alle dine svar igen.
chosen = Valgt:
so-far = Dit svar indtil nu:
your-answer = Dit svar:
skipped = Ikke besvaret

yes-no-yes = Ja
yes-no-no = Nej
yes-no-unsure = Ved ikke

## Mig selv

q-wish = Hvad vil du gerne have hjælp til? Du bestemmer selv.
title-wish = Vil gerne have hjælp til
o-wish-talk = Nogen at snakke med
o-wish-shelter = Et sted at sove
o-wish-treatment = Kontakt til læge eller behandling
o-wish-substances = Alkohol eller stoffer
o-wish-letters = Breve, kommunen eller penge
o-wish-company = At komme ud blandt andre
o-wish-other = Noget andet
o-wish-unsure = Ved ikke

q-wish_words = Vil du fortælle lidt mere? Skriv det, der er vigtigt for dig.
title-wish_words = Med egne ord

q-meet_where =
    Hvor kan vi møde dig? Det er en medarbejder fra { $service }, der kommer.

    Du kan også sende et sted på kortet. Vi gemmer det kun cirka.
title-meet_where = Her kan vi mødes
o-meet_where-home = Hjemme
o-meet_where-outside = Udenfor
o-meet_where-cafe = På en café eller et værested
o-meet_where-write_first = Skriv først til mig her
o-meet_where-not_yet = Det vil jeg ikke sige endnu

q-address_home =
    Hvor bor du?

    Skriv vejen og nummeret, eller send et sted på kortet. Du kan også springe over.
q-address =
    Hvilket sted er det? Hvor plejer du at være?

    Skriv det, så vi kan finde dig. Du kan også sende et sted på kortet.
title-address = Stedet

q-meet_when = Hvornår passer det dig bedst?
title-meet_when = Bedste tid
o-meet_when-morning = Morgen
o-meet_when-forenoon = Formiddag
o-meet_when-afternoon = Eftermiddag
o-meet_when-evening = Aften
o-meet_when-weekdays = Hverdage
o-meet_when-weekend = Weekend
o-meet_when-any_time = Lige meget

q-reply = Hvordan må vi svare dig?
title-reply = Sådan må vi svare
o-reply-chat = Skriv her, så er jeg anonym
o-reply-call = Ring til mig
o-reply-visit = Kom forbi uden at skrive først
o-reply-trusted = Gennem en, jeg stoler på

q-reply_number =
    Hvilket nummer skal vi ringe til?

    Har vi dit nummer, er du ikke længere anonym over for os.

    Fortryder du, så spring over. Så skriver vi til dig her.
title-reply_number = Nummer at ringe til

q-reply_trusted =
    Hvem stoler du på? Og hvordan får vi fat i dem?

    Sig det gerne til dem først.
title-reply_trusted = En, du stoler på

q-alias = Hvad skal vi kalde dig? Du må gerne finde på et navn.
title-alias = Kaldenavn

q-my_language =
    Hvilket sprog taler du helst?

    Har du brug for en tolk, så finder vi en voksen. Et barn skal ikke være tolk.
title-my_language = Sprog, når vi mødes
o-my_language-danish = Dansk
o-my_language-english = Engelsk

q-consider =
    Er der noget, vi skal tage hensyn til?

    Har du en hund, eller er det svært at gå? Vil du helst møde en kvinde eller en mand?
title-consider = Tag hensyn til

## En, jeg er bekymret for

q-relation = Hvordan kender du personen?
title-relation = Forhold til personen
o-relation-family = Familie
o-relation-friend = Ven
o-relation-neighbour = Nabo
o-relation-caretaker = Vicevært eller boligforening
o-relation-shop = Butik eller arbejdsplads
o-relation-passer_by = Forbipasserende
o-relation-other = Andet
o-relation-unsaid = Vil ikke sige det

q-adult = Er personen fyldt 18 år?
title-adult = Fyldt 18 år

q-here = Er personen i { $municipality }?
title-here = Er i kommunen

q-children = Bor der børn hos personen?
q-children_partner = Bor der børn hos borgeren?
title-children = Børn i hjemmet

q-worries = Hvad bekymrer dig?
title-worries = Bekymring
o-worries-homeless = Har ikke et sted at bo, sover ude
o-worries-substances = Alkohol eller stoffer fylder meget
o-worries-mind = Har det psykisk svært
o-worries-alone = Er meget alene, går ikke ud
o-worries-different = Opfører sig, så andre holder afstand
o-worries-angry = Er vred, truer eller går over grænser
o-worries-self_neglect = Spiser ikke nok, passer ikke på sig selv
o-worries-other = Noget andet

q-seen =
    Hvad har du set eller hørt? Hvornår var det?

    Skriv det, du selv har oplevet. Skriv ikke CPR-nummer.
q-seen_nameless =
    Hvad vil du gerne tale med os om?

    Skriv uden navn, sted og andet, der viser, hvem borgeren er.
title-seen = Set eller hørt

q-how_long = Hvor længe har det stået på?
title-how_long = Hvor længe
o-how_long-now = Det er lige begyndt
o-how_long-days = Nogle dage
o-how_long-weeks = Nogle uger
o-how_long-months = Nogle måneder
o-how_long-years = Flere år

q-worse = Bliver det værre?
title-worse = Bliver værre

q-where =
    Hvor og hvornår er det nemmest at møde personen?

    Skriv et sted og gerne et tidspunkt. Du kan også sende et sted på kortet.
q-where_homeless =
    Hvor sover personen, eller hvor går personen rundt? Og hvornår?

    Sted og tid er det vigtigste. Ellers kan vi ikke finde personen. Du kan også sende et sted på kortet.
q-where_partner =
    Hvor og hvornår er det nemmest at møde borgeren?

    Skriv kun det, du må dele. Du kan også sende et sted på kortet.
q-where_partner_homeless =
    Hvor sover borgeren, eller hvor går borgeren rundt? Og hvornår?

    Sted og tid er det vigtigste. Ellers kan vi ikke finde borgeren. Skriv kun det, du må dele.
q-where_meeting = Hvor kan mødet være? Du kan også sende et sted på kortet.
q-where_visit =
    Hvor skal besøget være?

    Skriv kun det, du må dele. Du kan også sende et sted på kortet.
title-where = Hvor og hvornår
o-where-unsure = Det ved jeg ikke
o-where-may_not_say = Det må jeg ikke sige

q-description =
    Hvordan kan vi genkende personen? Måske på alder, tøj, hund eller fornavn?

    Skriv kun det, vi skal bruge for at finde personen.
title-description = Kendetegn

q-knows = Ved personen, at du skriver til os? Det er i orden, uanset hvad du svarer.
title-knows = Ved personen det
o-knows-yes_wants = Ja, og vil gerne have kontakt
o-knows-yes_not = Ja, men vil ikke have kontakt
o-knows-no = Nej
o-knows-unsure = Ved ikke

q-other_help = Får personen hjælp fra andre i dag?
title-other_help = Får anden hjælp

q-safety =
    Er der noget, vi skal passe på, hvis vi kommer forbi?

    Det kan være en hund, trusler, våben eller andre i boligen.
q-safety_angry =
    Du har svaret, at nogen er vred eller truer. Hvad skal vi passe på, hvis vi kommer forbi?

    Det er vigtigt for vores sikkerhed. Det kan være våben, en hund eller andre i boligen.
title-safety = Pas på
o-safety-none = Ikke noget, jeg kender til

q-speaks = Hvilket sprog taler personen?
q-speaks_partner =
    Hvilket sprog taler borgeren? Er der brug for en tolk?

    Et barn skal ikke være tolk.
title-speaks = Taler
o-speaks-danish = Dansk
o-speaks-unsure = Ved ikke

q-may_write = Må vi skrive til dig her, hvis vi mangler at vide noget? Du er stadig anonym.
title-may_write = Må vi skrive her
o-may_write-yes = Ja
o-may_write-no = Nej

## Jeg skriver i mit arbejde

q-workplace =
    Hvor arbejder du?

    Til sidst spørger vi, hvordan vi når dig på dit job. Skriv kun, hvem borgeren er, hvis borgeren har sagt ja.
title-workplace = Arbejdssted
o-workplace-psychiatry = Psykiatri eller sygehus
o-workplace-doctor = Lægepraksis
o-workplace-police = Politi
o-workplace-job_centre = Jobcenter
o-workplace-municipality = En anden del af kommunen
o-workplace-housing = Boligorganisation
o-workplace-treatment = Rusmiddelbehandling
o-workplace-shelter = Herberg eller værested
o-workplace-probation = Kriminalforsorgen
o-workplace-voluntary = Frivillig organisation

q-purpose =
    Hvad vil du gerne?

    Du kan altid dele en bekymring. Men du kan ikke give opgaven videre til os.
title-purpose = Ønske
o-purpose-notice = Gøre opmærksom på en borger
o-purpose-sparring = Sparring uden navn
o-purpose-meeting = Et fælles møde
o-purpose-visit = Et fælles hjemmebesøg

q-consent = Har borgeren sagt ja til, at du deler navn og sted?
title-consent = Må dele navn og sted
o-consent-yes = Ja
o-consent-no = Nej
o-consent-not_asked = Har ikke spurgt

q-relevance_meeting = Hvorfor er det vigtigt, at vi er med til mødet? Det kan være for borgeren eller for jer.
q-relevance_visit = Hvorfor er det vigtigt, at vi tager med på besøg? Det kan være for borgeren eller for jer.
title-relevance = Derfor skal vi med

q-joint_time_meeting =
    Hvornår kan mødet være? Skriv gerne et par forslag.

    En medarbejder svarer dig. Mødet er først aftalt, når vi har sagt ja.
q-joint_time_visit =
    Hvornår kan besøget være? Skriv gerne et par forslag.

    En medarbejder svarer dig. Besøget er først aftalt, når vi har sagt ja.
title-joint_time = Forslag til tid

q-under_way = Hvad er der allerede sat i gang? Det kan være hos jer eller hos andre.
title-under_way = Allerede i gang

q-contact_keeper = Hvem hos jer holder kontakten til borgeren?
title-contact_keeper = Holder kontakten

q-not_take_over =
    Vi tager gerne med til møder og besøg. Men vi overtager ikke kontakten alene.

    Jeres egen hjælp fortsætter. Det gør jeres pligter også.
title-not_take_over = Vi overtager ikke alene
o-not_take_over-understood = Det er forstået

q-work_contact =
    Hvordan får vi fat i dig på dit arbejde? Skriv navn og telefon eller mail.

    Vi bruger det kun til at aftale med dig. Skriv kun din kontakt på arbejdet.
q-work_contact_notice =
    Hvordan når vi dig på arbejdet, hvis vi mangler noget?

    Skriv navn og telefon eller mail. Vil du ikke, så spring over.
q-work_contact_nameless =
    Hvordan kan vi svare dig på dit arbejde?

    Det behøver ikke være dit navn. Spring over, hvis du vil være anonym. Så kan vi svare dig her.
title-work_contact = Kontakt på arbejdet

## Det, der er skrevet ved siden af svarene

q-own_words = Det her har du også skrevet til os. Vil du ændre det, så skriv det igen.
title-own_words = Også skrevet

## Tegningen af samtalen

drawing-title = Samtalen, som den bliver ført
drawing-legend = ★ skal besvares. Resten kan springes over. Under spørgsmålet står, hvad der åbner det.
drawing-else = Ellers her
drawing-summary = Læs alle svar igennem
