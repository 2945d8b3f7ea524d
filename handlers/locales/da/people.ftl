# Hvem der er i teamet, og hvad de må se. Kun teamet læser det her.

button-team = Teamet
button-invite-worker = Inviter medarbejder
button-invite-lead = Inviter teamleder
button-uninvite = Fortryd invitationen
button-person-pause = Sæt på pause
button-person-resume = Luk ind igen
button-person-lead = Gør til teamleder
button-person-worker = Gør til medarbejder
button-person-key = Ny kode-app

team-head = Teamet lige nu:
team-line = { $name }: { $state }
person =
    { $name }: { $state }

    Åbne henvendelser hos { $name }: { $number }
state-worker = medarbejder
state-lead = teamleder
state-duty = på vagt
state-away = ikke på arbejde
state-paused = på pause
state-leaving = stopper snart
state-unreachable = kan ikke nås
no-such-member = Den medarbejder er her ikke længere.
last-lead = Teamet skal have en teamleder. Gør først en anden til det.

## Invitationer

invite-worker =
    Her er et link til en ny medarbejder. Send det kun til den, det er til.

    { $link }

    { $minutes ->
        [one] Det virker én gang, i ét minut.
       *[other] Det virker én gang, i { $minutes } minutter.
    }
invite-lead =
    Her er et link til en ny teamleder. Send det kun til den, det er til.

    { $link }

    { $minutes ->
        [one] Det virker én gang, i ét minut.
       *[other] Det virker én gang, i { $minutes } minutter.
    }
invite-over = Den invitation er brugt eller for gammel. Lav en ny, hvis du mangler en.
invite-cancelled = Invitationen er trukket tilbage. Linket virker ikke mere.
invite-used-worker = En ny medarbejder er kommet med i teamet.
invite-used-lead = En ny teamleder er kommet med i teamet.

## Pause og roller

you-are-paused = Du er på pause i teamet. Du ser ikke henvendelser så længe. Spørg din teamleder, hvis du er i tvivl.
you-are-back = Du er med i teamet igen. Velkommen tilbage.
you-are-lead = Du er nu teamleder. Skriv »{ button-team }« for at se alle.
you-are-worker = Du er nu medarbejder i teamet. Tak for tiden som leder.
card-hidden = { $nickname } er skjult, mens du er på pause.
needs-owner = { $nickname } mangler en, der tager over. Vi har lovet at reagere senest { $date }.

## Engangskoder

one-time-needed = Skriv koden fra din kode-app. Så åbner vi, og du kan trykke igen.
one-time-right = Tak. Nu er der åbnet. Tryk igen på det, du ville.
one-time-wrong = Den kode passer ikke. Vent på en ny i appen, og skriv den her.
one-time-shut = Der kom for mange koder, som ikke passer. Prøv igen klokken { $time }.
one-time-wrong-lead = { $name } har skrevet for mange forkerte koder. Der er lukket til klokken { $time }. Ring og hør, om alt er i orden.
secret-coming = Din nøgle til kode-appen kommer her. Vis den ikke til andre.
secret =
    Din nøgle til kode-appen. Vis den ikke til andre.

    { $secret }

    { $uri }

    Læg den i din kode-app. Skriv så koden fra appen her. Nøglen bliver slettet bagefter.
secret-kept = Nøglen er slettet her. Den ligger nu i din kode-app.
secret-renewed = Din teamleder har givet dig en ny nøgle. Du får den, næste gang du åbner en henvendelse.
