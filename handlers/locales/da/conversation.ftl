# Knapper, opsummering, venlige afvisninger og kvitteringer.

button-next = Videre
button-skip = Spring over
button-clear = Slet svaret
button-back = Tilbage
button-acute = Akut hjælp
button-acute-both = Akut hjælp / Urgent help
button-stop = Stop
button-send = Send
button-edit = Ret { $number }
button-wipe = Slet mine svar
button-resume = Fortsæt
button-fresh = Begynd forfra

## Undervejs

welcome-back = Velkommen tilbage. Vi har gemt dine svar. Du kan fortsætte her eller begynde forfra.
back-after-outage = Vi var væk et øjeblik. Her er spørgsmålet igen.
trouble =
    Noget gik galt hos os. Dine svar er gemt. Skriv din sidste besked igen om lidt.

    Er nogen i fare, så tryk på /akut. { call-us }
required = Her har vi brug for et svar, før vi kan gå videre. Det må gerne være kort.
not-understood = Det forstod vi ikke. Tryk på et svar, eller skriv dets nummer.
kept-words = Tak, det er skrevet ned. Her er spørgsmålet igen.
kept-before-start = Tak, det er skrevet ned. Først har vi et par spørgsmål.
kept-at-summary = Tak, det er skrevet ned. Din henvendelse er ikke sendt endnu.
summary-waits = Din henvendelse er ikke sendt endnu. Tryk på { button-send }, eller ret et svar.
more-may-follow = Det har vi fået. Skriv bare videre, eller tryk på { button-next }.
cleared = Svaret er slettet. Du kan svare igen eller springe over.
# Grader er tal: de afrundes til omkring hundrede meter.
pin = Sted på kortet, cirka: { $latitude }, { $longitude }
pin-kept = Tak, stedet er skrevet ned, men kun cirka. Du kan rette det, før du sender.
pin-not-kept = Her skal vi ikke vide, hvor borgeren er. Derfor har vi ikke gemt stedet.
edit-done = Dit svar er rettet.
edit-too-late = Den besked kan ikke rettes længere. Skriv det i en ny besked i stedet.
old-button = Den knap er gammel. Her er du nået til:
old-button-idle =
    Den knap er gammel. Har du trykket på { button-send }, så har vi din henvendelse.

    Vil du skrive til os, så tryk på /start.
unknown-command =
    Den kommando findes ikke her. Tryk på en knap, eller skriv med dine egne ord.

    Haster det, så tryk på /akut.

## Kort efter et svar

card-under-18 =
    Vi kommer ud til voksne. Er personen under 18, hjælper kommunens afdeling for børn og unge.

    Har et barn det svært, skal vi alle sige det til kommunen. Den ser på det inden for et døgn.

    Du kan stadig sende din henvendelse her.
card-elsewhere =
    Det er kommunen, hvor personen er, der kan komme ud. Vi hjælper dig gerne med at finde den rigtige. { call-us }

    Du kan stadig sende din henvendelse her.
card-children =
    Er du bekymret for et barn, skal du sige det til kommunen. Det skal vi alle. Afdelingen for børn og unge ser på det inden for et døgn.

    Arbejder du med borgere? Din egen pligt til at underrette gælder stadig.

    Du kan stadig sende din henvendelse her.
card-no-name =
    Så skriv uden navn, adresse og andet, der viser, hvem det er.

    Din tavshedspligt gælder også her. Du kan stadig få sparring.

## Stop

really-stop = Vil du stoppe? Så sletter vi dine svar. Intet er sendt endnu.
stopped =
    Dine svar er slettet hos os. Ingen har læst dem.

    Dine beskeder ligger stadig her på telefonen. Du kan selv slette chatten.

    Du kan altid skrive igen. { call-us }

## Opsummering

summary-head = Din henvendelse er ikke sendt endnu. Læs dine svar igennem.
# Tallene er de samme som i »Spørgsmål 3 af 12«.
summary-foot-citizen = Vil du være anonym? Se efter, om noget viser, hvem du er.
summary-foot-relative =
    Har du skrevet noget, der viser, hvem du er? Tryk på Ret og nummeret ud for svaret.

    Personen kan få at vide, at nogen var bekymret – ikke hvem.
summary-foot-partner =
    Viser noget, hvem borgeren er? Det må kun stå her, hvis borgeren har sagt ja.

    Borgeren kan få at vide, at nogen var bekymret – ikke hvem.
summary-send = Vil du rette noget, så tryk på Ret. Er det rigtigt, så tryk på { button-send }.

## Kvittering

receipt =
    Tak. Vi har fået din henvendelse.

    Vi reagerer senest { $date }.
receipt-react =
    { receipt }

    Som regel kommer vi ud til dig.
receipt-visit =
    Tak. Vi har fået din henvendelse.

    Vi kommer ud til dig senest { $date }. Vi kommer kun, hvis du vil have det.
# Last, so that no lock screen shows it.
receipt-code =
    Din kode: { $code }
    Gem den. Du ser den kun denne ene gang. Skriv den her, så ser du, hvornår vi senest reagerer.
receipt-acute-called = Godt, at du har ringet. Bliver det værre, så ring igen.
receipt-acute-cannot_call =
    Få en anden til at ringe, hvis du overhovedet kan. Vent ikke på os. Denne chat bliver ikke læst hele tiden.

    Tryk på /akut, så får du numrene igen.
receipt-nobody-on-duty = Lige nu er ingen på vagt. Teamet har fået besked.
receipt-nobody-reached =
    Lige nu kan vi ikke få fat i teamet. Vi prøver igen.

    { $phone ->
        [none] Haster det, så tryk på /akut.
       *[other] Ring gerne til os på { $phone }.
    }
receipt-unknown =
    Vi kender ikke den kode. Se efter, om hvert tegn er rigtigt, og skriv den igen.

    Du kan også begynde en ny henvendelse med /start.
receipt-enough-tries = Du har prøvet mange koder. Vent en time, og prøv så igen. { call-us }
receipt-waits = Lige nu prøver mange at skrive koder. Du får svar { $when }. Alt andet virker som før.
receipt-citizen =
    Vi gør det på den måde, du har valgt.

    Du bestemmer, hvad du vil have hjælp til. Du kan altid sige nej tak.
receipt-relative =
    Det er godt, at du gjorde os opmærksom på det. Vi kan komme forbi hos personen, men vi kan ikke love det.

    Personen kan altid sige nej tak. Vi har tavshedspligt. Derfor må vi ikke fortælle dig, hvordan det går.

    Du kan altid skrive igen.
receipt-partner =
    Det er godt, at du gjorde os opmærksom på det. I holder stadig selv kontakten. Vi erstatter ikke jeres hjælp.

    Borgeren kan altid sige nej tak. Din egen pligt til at underrette gælder stadig.

## Det, vi ikke kan tage imod

refuse-cpr =
    Det ligner et CPR-nummer. Vi har ikke gemt noget af din besked.

    Ret beskeden, og fjern nummeret. Eller skriv den igen uden.
refuse-voice = Vi kan ikke lytte til talebeskeder her. Vi har ikke gemt beskeden. Skriv det gerne i stedet. { call-us }
refuse-photo = Vi tager ikke imod billeder. De kan vise, hvem nogen er. Vi har ikke gemt billedet. Beskriv det gerne med ord.
refuse-video = Vi tager ikke imod video. Den kan vise, hvem nogen er. Vi har ikke gemt videoen. Beskriv det gerne med ord.
refuse-document = Vi tager ikke imod filer her. Vi har ikke gemt filen. Skriv gerne, hvad den handler om.
refuse-contact = En kontakt viser et navn og et telefonnummer. Derfor har vi ikke gemt den. Skriv hellere uden navn og nummer.
refuse-sticker = Det kan vi ikke forstå her. Skriv gerne med ord, eller tryk på en knap.
refuse-other = Den slags kan vi ikke tage imod her. Vi har ikke gemt det. Skriv gerne med ord.

receipt-alone = Der står en kode i din besked. Vi har ikke gemt beskeden. Skriv koden for sig selv.
no-more-room = Nu er der ikke plads til mere. Det, du har skrevet, er gemt. Send det, og ring til os om resten.
# What somebody types who does not know.
not-known =
    ved ikke
    ved det ikke
    jeg ved ikke
    jeg ved det ikke
    det ved jeg ikke
    aner det ikke
    ingen anelse
    ikke sikker
