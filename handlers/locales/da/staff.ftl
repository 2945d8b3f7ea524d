# Alt, hvad teamet læser. En besked om en henvendelse har kun kaldenavn og dato.

button-open = Åbn
button-take = Tag
button-turn-page = Næste side
button-reaction-visit = Har været ude
button-reaction-call = Har ringet
button-reaction-reply = Har svaret skriftligt
button-reaction-meeting = Har aftalt møde
button-reaction-asked = Har spurgt om mere
button-reaction-acute = Har handlet akut
button-reaction-partner = Talt med samarbejdspartner
button-follow-up = Følg op om 7 dage
button-no-follow-up = Ingen opfølgning
button-duty-on = Tag vagten
button-duty-off = Gå af vagt
button-duty = Vagten
button-show-open = Åbne henvendelser

## Navne

member-number = medarbejder { $number }
somebody = en kollega

## En henvendelse

alert =
    Ny henvendelse: { $nickname }.
    Reager senest { $date }.

    Tryk, eller skriv »{ button-open } { $nickname }« eller »{ button-take } { $nickname }«.
alert-acute = Markeret akut. Vi ved ikke, om der er hjælp på vej.
opened =
    { $nickname }. Vi har lovet at reagere senest { $date }.

    Ordene er henvenderens egne.
card-role = Hvem det handler om: »{ $role }«
page = Side { $number } af { $of }
taken =
    Du har taget { $nickname }. Reager senest { $date }.

    Tryk, når du har reageret. Du kan også skrive »{ button-reaction-call } { $nickname }«.
taken-by = { $nickname } er taget af { $owner }. Du skal ikke gøre mere.
too-late = { $nickname } er allerede taget af { $owner }. Tak, fordi du var klar.
take-first = Tag { $nickname } først. Så kan du notere, at du har reageret. Skriv »{ button-take } { $nickname }«.
reacted =
    Noteret for { $nickname }: { $reaction }.

    Det er frivilligt at få hjælp. Personen kan altid sige nej tak. Vil du følge op?
follow-up-set = Du bliver mindet om { $nickname } { $date }.
follow-up-none = Ingen opfølgning på { $nickname }. Du kan altid tage kontakt igen.
line-free = { $nickname } er ledig. Reager senest { $date }.
line-taken = { $nickname } er taget af { $owner }. Reager senest { $date }.
nothing-open = Ingen henvendelser venter lige nu.
no-such-concern = Den henvendelse er her ikke længere, eller den er ikke din.

## Påmindelser

nudge-overdue-untaken =
    Ingen har taget { $nickname }. Vi lovede at reagere senest { $date }.

    Tryk på { button-open } og så på { button-take }.
nudge-untaken = Ingen har taget { $nickname } endnu. Vi har lovet at reagere senest { $date }.
nudge-day = { $nickname } venter stadig. Vi har lovet at reagere senest { $date }.
nudge-last-day = Sidste arbejdsdag for { $nickname }: Vi har lovet at reagere senest { $date }.
nudge-overdue =
    { $nickname } venter endnu. Vi lovede at reagere senest { $date }.

    Har du reageret? Tryk på { button-open }, og notér det.
nudge-follow-up = Tid til at følge op på { $nickname }. Du bestemmer selv hvordan.
member-unreachable = Beskeder når ikke frem til { $name }. Tal sammen om, hvem der tager over.
parked-lead = En besked kunne ikke behandles. Bed en teknisk kollega om at se på det. Indholdet vises ikke her.
many-codes-lead = Nogen prøver mange koder hos botten. Vi ved ikke hvem. Ingen af koderne passede. Svar på koder kommer langsommere nu.
no-backup-lead = Der kunne ikke tages en sikkerhedskopi i dag. Alt andet virker. Sig det til en teknisk kollega.
journal-broken-lead = Nogen kan have ændret i bottens logbog. Henvendelserne er der stadig. Sig det til en teknisk kollega i dag. Loggen viser, hvad der er galt.
audit-put-back-lead = Der manglede påmindelser. Botten har lagt dem ind igen. Sig det til en teknisk kollega.
audit-stuck-lead = Noget sidder fast i botten. Beskeder kan komme for sent. Se selv i »{ button-show-open }«. Bed en teknisk kollega om at se på det i dag.
telegram-back-minutes-lead =
    Botten kunne ikke nå Telegram i { $minutes ->
        [one] { $minutes } minut
       *[other] { $minutes } minutter
    }. Nu virker det igen. Det, der ventede, bliver sendt nu.
telegram-back-hours-lead =
    Botten kunne ikke nå Telegram i { $number ->
        [one] { $number } time
       *[other] { $number } timer
    }. Nu virker det igen. Det, der ventede, bliver sendt nu.
telegram-back-long-lead =
    Botten kunne ikke nå Telegram i { $number ->
        [one] { $number } time
       *[other] { $number } timer
    }. Nu virker det igen. Telegram gemmer kun beskeder i et døgn. Noget af det, folk skrev, kan være tabt.

## Vagt

duty-head = Hvem har vagten?
duty-taken = Du har vagten nu.
duty-left = Du er gået af vagt. Tak for indsatsen.
on-duty-now = På vagt: { $names }.
nobody-on-duty = Ingen er på vagt. Nye henvendelser går til hele teamet.

## At komme med i teamet

joined =
    Velkommen i teamet. Hvad skal de andre kalde dig? Skriv dit fornavn her.

    Tryk på { button-duty-on }, når du er klar.
joined-lead =
    Velkommen som leder af teamet. Hvad skal de andre kalde dig? Skriv dit fornavn her.

    Du får besked, når noget venter for længe. Tryk på { button-duty-on }, hvis du også tager vagt.
named =
    Tak. Teamet ser dig nu som { $name }.

    Vil du hedde noget andet, så skriv »{ button-call-me }« og navnet.
already-member = Du er allerede med i teamet.
invite-refused = Invitationen er brugt eller for gammel. Bed om en ny. Vil du skrive til os, så tryk på /start.

## Det, der ikke blev forstået

staff-menu =
    Vælg her, eller skriv det, der står på en knap.

    Du kan også skrive /mine, /aabne, /vagt, /dag, /find eller /team. Vil du ud af teamet, så skriv /forlad.
staff-not-understood =
    Det forstod botten ikke. Skriv kaldenavnet efter ordet på knappen.

    Du kan skrive »{ button-open } Stille Bæk« eller »{ button-take } Stille Bæk«.
staff-edit = En rettet besked ændrer ikke noget. Skriv det i en ny besked.
staff-only = Det her er kun for teamet. Vil du skrive til os, så tryk på /start.
leads-only = Det kan kun en teamleder.
old-button-staff = Den knap er gammel. Skriv »{ button-show-open }« for at se, hvad der venter.

button-call-me = Kald mig
card-moved = { $nickname }: Se længere nede i chatten.
old-numbers = Numrene på kortet »Akut hjælp« er ikke tjekket længe. Bed en teknisk kollega om at se efter, om de er rigtige. Loggen viser hvilke.

## At skrive til henvenderen og at afslutte

button-write = Skriv til henvender
button-write-send = Send beskeden
button-write-drop = Fortryd beskeden
button-close = Afslut
button-closing-manages = Klarer sig videre selv
button-closing-bridged = Bygget bro til andre
button-closing-refused = Borgeren sagde nej tak
button-closing-stopped = Borgeren stoppede støtten
button-closing-not_met = Kunne ikke træffes
button-closing-not_found = Kunne ikke findes
button-closing-known = Er allerede i kontakt
button-closing-duplicate = Handler om samme person
button-closing-outside = Uden for målgruppen
button-closing-elsewhere = Hører til anden kommune
button-closing-acute = Beredskab er kontaktet
button-closing-child = Underretning er sendt
button-closing-partner = Samarbejde gennemført
button-closing-withdrawn = Henvender trak tilbage
button-closing-other_support = Vejledt om anden støtte
button-closing-gone = Flyttet eller død
button-closing-mistake = Test eller fejl
close-how = Hvordan slutter { $nickname }? Intet af det er forkert, og hjælp er altid frivillig. Kun teamet ser dit valg.
closed = { $nickname } er slut: { $closing }. Personen kan altid henvende sig igen.
ended-no = { $nickname } har sagt nej tak til hjælpen. Du skal ikke gøre mere.
ended-withdrawn = { $nickname } er trukket tilbage af henvenderen. Du skal ikke gøre mere.
ended-erased = { $nickname } er slettet af henvenderen. Ordene findes ikke mere her.
news-words = Nyt i { $nickname }: Henvenderen har skrevet. Tryk på { button-open }.
news-again = Nyt i { $nickname }: Henvenderen har skrevet, og den er åbnet igen. Reager senest { $date }.
news-thanks = { $nickname }: Henvenderen har sagt tak. Du skal ikke gøre mere.
news-worried = Nyt i { $nickname }: Henvenderen vil stadig gerne høre fra os.
news-renewed = Nyt i { $nickname }: Henvenderen vil stadig gerne høre fra os. Reager senest { $date }.
write-no-cpr = Det ligner et CPR-nummer. Beskeden er ikke sendt. Skriv den igen uden.
write-now = Skriv din besked til { $nickname }. Du ser den, før den bliver sendt.
write-preview = Det her bliver sendt til { $nickname }:
write-sent = Beskeden er sendt til { $nickname }. Har du reageret, så notér det her.
write-dropped = Beskeden er ikke sendt.
write-shorter = Beskeden er for lang. Del den i to.
reporter-out-of-reach = Henvenderen i { $nickname } kan ikke nås her. Beskeder når ikke frem.
reporter-unasked = Henvenderen i { $nickname } vil helst ikke have beskeder her.
for-reporters = Det er for dem, der skriver til os. Skriv »{ button-show-open }« for at se, hvad der venter.
button-together-yes = Vi vil gerne være med
button-together-no = Vi kan ikke være med
news-acute = Nyt i { $nickname }: Henvenderen siger, at det haster nu.
