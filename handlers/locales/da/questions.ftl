# Alle spørgsmål, deres svar og deres korte navne.
# De korte navne (title-…) læses både af den, der skriver, og af medarbejderen.

hint-one = Tryk på et svar, eller skriv dets nummer.
hint-many = Vælg så mange, du vil. Du kan også skrive numrene. Tryk så på { button-next }.
hint-words = Skriv med dine egne ord, eller tryk på en knap.

progress = Spørgsmål { $number } af { $of }
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

    Skriv gerne stedet, så vi kan finde dig.
title-meet_where = Sted
o-meet_where-not_yet = Det vil jeg ikke sige endnu

q-meet_when = Hvornår passer det dig bedst?
title-meet_when = Bedste tid
o-meet_when-morning = Morgen
o-meet_when-forenoon = Formiddag
o-meet_when-afternoon = Eftermiddag
o-meet_when-evening = Aften
o-meet_when-any_time = Lige meget

q-reply =
    Hvordan må vi svare dig?

    Skal vi ringe, så skriv dit nummer. Så er du ikke længere anonym over for os.
title-reply = Sådan må vi svare
o-reply-visit = Kom forbi uden at skrive først
o-reply-trusted = Gennem en, jeg stoler på

q-alias = Hvad skal vi kalde dig? Find gerne på et navn. Så er du stadig anonym.
title-alias = Kaldenavn

q-consider =
    Er der noget, vi skal tage hensyn til?

    Måske en hund, dårlige ben eller et andet sprog? Eller vil du helst møde en kvinde eller en mand?
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

q-children = Bor der børn hos personen?
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

    Skriv et sted og gerne et tidspunkt.
title-where = Hvor og hvornår
o-where-unsure = Det ved jeg ikke

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
title-safety = Pas på
o-safety-none = Ikke noget, jeg kender til

q-speaks = Hvilket sprog taler personen?
title-speaks = Personens sprog
o-speaks-danish = Dansk
o-speaks-unsure = Ved ikke

q-may_write = Må vi skrive til dig her, hvis vi mangler at vide noget? Du er stadig anonym.
title-may_write = Må vi skrive her
o-may_write-yes = Ja
o-may_write-no = Nej

## Jeg skriver i mit arbejde

q-workplace = Hvor arbejder du?
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

q-contact_keeper = Hvem hos jer holder kontakten til borgeren?
title-contact_keeper = Holder kontakten

q-not_take_over =
    Vi tager gerne med til møder og besøg. Men vi overtager ikke kontakten alene.

    Jeres egen hjælp fortsætter. Det gør jeres pligter også.
title-not_take_over = Vi overtager ikke alene
o-not_take_over-understood = Det er forstået

q-work_contact =
    Hvordan får vi fat i dig på dit arbejde? Skriv navn og telefon eller mail.

    Vil du kun have sparring, kan du springe over.
title-work_contact = Kontakt på arbejdet

## Det, der er skrevet ved siden af svarene

q-own_words = Det her har du også skrevet til os. Vil du ændre det, så skriv det igen.
title-own_words = Også skrevet
