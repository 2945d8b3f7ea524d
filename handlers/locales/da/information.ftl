# Sider om os: hvem, hvad, loven, klage, kontakt og det, vi ved. Intet her bliver til en henvendelse.

# »fact« er et faktum fra opsætningen. Er det tomt, falder linjen væk.
pages =
    Hvad vil du gerne vide? Du kan læse alt her uden at sende noget.

    Tryk på en knap, eller skriv ordene på den.
page-source = Det bygger på { $fact }.
page-hours = Vi læser og tager telefonen: { $fact }.

button-page-about = Hvem er vi?
button-page-help = Hvad kan vi?
button-page-choice = Dit eget valg
button-page-law = Hvad siger loven?
button-page-complaint = Vil du klage?
button-page-contact = Kontakt
button-page-privacy = Hvad ser vi?
button-contact-both = Kontakt / Contact

command-about = Hvem vi er, og hvem der kommer
command-help = Hvad vi kan, og hvad vi ikke kan
command-choice = Frivilligt og anonymt: Du bestemmer
command-law = Hvad loven siger
command-complaint = Hvis du vil klage
command-contact = Andre veje til os: telefon og adresse
command-privacy = Hvad vi ser, og hvad Telegram ser

## Hvem er vi?

about-who = { $service } er en del af { $municipality }. Vi kommer ud og møder voksne, der har det svært.
about-purpose = Vi hjælper dig med at få kontakt til andre og holde den. Du bestemmer selv.
about-provider = Den, der kommer, er fra { $fact }.
about-workers =
    { $number ->
        [one] Der er en medarbejder.
       *[other] Vi er { $number } medarbejdere.
    }
about-human = Spørgsmålene her kommer fra en maskine. Men det er et menneske, der læser, hvad du skriver.
about-standard = Vi følger det her: { $fact }.
about-committee = Godkendt af: { $fact }.
about-approved = Godkendt den { $fact }. Der kan være kommet en nyere siden.

## Hvad kan vi?

help-can =
    Vi hjælper dig med at få kontakt til andre. Det kan være lægen, kommunen, et værested eller behandling.

    Det kan også være familie, venner eller en forening. Sammen finder vi ud af, hvad du har brug for.
help-short = Vi er der som regel kun i en kort tid. Men ingen har sat en dato for, hvornår det slutter.
help-cannot =
    Det kan vi ikke:
    Vi kan ikke give støtte i lang tid efter § 85. Men vi kan vise vej til den.
    Vi bestemmer ikke, hvad du har ret til. Det gør andre i kommunen.
    Vi kan ikke erstatte den hjælp, du får fra andre.
help-partner = Møder du borgere i dit arbejde? Vi tager gerne med til møder og besøg. Men vi overtager ikke kontakten alene.

## Dit eget valg

choice-free =
    Det er frivilligt. Du bestemmer selv, hvad du vil have hjælp til.

    Du kan sige nej tak. Du kan også sige ja nu og stoppe senere. Du skal ikke sige hvorfor.
choice-anonymous = Du har ret til at være anonym hele vejen. Fortæller du dit navn, er du ikke længere anonym over for os.
choice-other = Skriver du om en anden? Så kan vi komme forbi. Men personen bestemmer selv og kan altid sige nej tak.

## Hvad siger loven?

law-text = Her er det, loven siger:
law-sources = Her kan du læse mere:
law-newer = Loven bliver tit ændret. Derfor kan der være en nyere udgave.
law-newest = Den nyeste finder du her: { $fact }

## Vil du klage?

complaint-free =
    Er du ikke glad for det, vi gør, må du gerne klage. Det må alle. Du skal ikke sige hvorfor.

    Det kan også være måden, vi gør det på.
complaint-office = Tal eller skriv med en leder her: { $fact }.
complaint-adviser = Du kan også få råd om at klage her: { $fact }. Rådgiveren er neutral, men bestemmer ikke.
complaint-nowhere = Ring til { $municipality }, og sig, at du vil klage. { call-us }
complaint-apart = Skriv ikke din klage i denne chat. Her læser teamet selv med. Ingen ser, at du har læst denne side.

## Kontakt

contact-us = Du kan også få fat i os uden at skrive her:
contact-second = Du kan også gå til { $fact }:
contact-nowhere = Du kan også ringe til { $municipality } og bede om { $service }.
contact-secure = Vil du sende navn, CPR-nummer eller papirer? Så brug sikker mail: { $fact }
contact-telegram = Telegram er ikke sikker mail. Skriv ikke CPR-nummer her.

office-phone = Telefon: { $fact }
office-address = Adresse: { $fact }
office-email = Mail: { $fact }
office-web = På nettet: { $fact }
office-hours = Åbent: { $fact }

## Hvad ser vi?

privacy-we = Vi ser det, du skriver. Vi ser ikke dit navn, dit nummer eller dit billede. Alt er låst, når vi gemmer det.
privacy-telegram = Telegram ved, hvem du er, og at du skriver til os. Telegram kan også læse med. Det kan vi ikke ændre.
privacy-limits =
    Vi kan ikke love alt. Skriver du, hvem du er, så ved vi det.

    Personen, du skriver om, kan få ret til at læse det. Beskederne ligger også på din telefon.
privacy-team = Alle i teamet kan læse, hvad du skriver, til en tager imod. Så kan kun den ene og lederne. De ser aldrig, hvem du er.
privacy-relative = Spørger nogen os, om du har skrevet, siger vi intet. Det gælder også din familie.
privacy-thief = Bliver vores computer eller en kopi stjålet, er alt låst. Nøglen ligger et andet sted. Kun den, der får begge dele, kan læse.
privacy-hacker = Bryder nogen ind, mens vi er i gang, kan de læse med. Det kan vi ikke love os fra. Så siger vi det til dig, hvis vi kan.
privacy-court = En domstol kan kræve det, vi har. Den kan også spørge Telegram, hvem du er. Det, vi har slettet, kan ingen få af os.
privacy-time = Sender du ikke, sletter vi snart dine svar. Sender du, gemmer vi henvendelsen, til vi er færdige. Så går der { $days ->
        [one] én dag
       *[other] { $days } dage
    }, før vi sletter den. Det, vi noterer andre steder, kan du ikke slette her.
privacy-member =
    Du er i teamet. Vi gemmer dit fornavn, din chat og dine vagter. Vi gemmer også, hvad du gør her.

    Alt er låst. Forlader du teamet, sletter vi din chat. Dit navn bliver stående, låst.
privacy-controller = Den, der har ansvaret for det, vi gemmer: { $fact }.
privacy-adviser = Spørg om dine oplysninger her: { $fact }.
privacy-authority = Klag over, hvordan vi gemmer: { $fact }.
privacy-web = Læs det hele: { $fact }
privacy-yours =
    Du kan selv gøre noget:
    /data viser, hvad vi har fra dig. Du kan også få det med.
    /slip klipper vejen tilbage til dig over.
    /slet sletter det, du har sendt, og alt om dig her.
    /ryd hjælper dig med at tømme chatten.

## Børn

children-office = Her kan du sige det: { $fact }.
children-nowhere = Ring til { $municipality }, og spørg efter afdelingen for børn og unge.
children-closed = Er der lukket, så ring til { $fact }.

## Akut: svar på kortet med numre

acute-marked-called = Godt, at du har ringet. Bliver det værre, så ring igen. Vi skriver på, at det haster.
acute-marked-cannot_call =
    { cannot-call }

    Vi skriver på, at det haster. Send din henvendelse. Men vi kan ikke love, at nogen ser den nu.
acute-marked-not_acute = Godt, at det ikke er akut. Tryk på /akut, hvis det ændrer sig.
acute-alone-called = Godt, at du har ringet. Bliver det værre, så ring igen. Vil du også skrive til os, så tryk på /start.
acute-alone-cannot_call =
    { cannot-call }

    Du kan også skrive til os. Tryk på /start. Men vi kan ikke love, at nogen ser det nu.
acute-alone-not_acute = Godt, at det ikke er akut. Tryk på /akut, hvis det ændrer sig. Vil du skrive til os, så tryk på /start.
acute-team-told = Teamet har fået besked om, at det haster. Men vi kan ikke love, at nogen ser det nu.
