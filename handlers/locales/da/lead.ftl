# Det, en teamleder ser: tal, frister, hvem der ikke kan nås, og hvem der gjorde hvad.

button-lead = Teamleder
button-lead-figures = Tal
button-lead-overdue = Over fristen
button-lead-reach = Kan ikke nås
button-lead-audit = Logbog
button-figures-picture = Billede
button-figures-sheet = Regneark
lead-menu = Overblik for en teamleder. Du kan også skrive »{ button-lead-figures } oktober« eller »{ button-lead-audit }«.

## Tal

figures-head = Tal for { $month }
figures-roles = Hvem skrev
figures-role-citizen = Borgeren selv
figures-role-relative = Pårørende og andre
figures-role-partner = Samarbejdspartnere
figures-received = Modtaget i alt
figures-days = Dage til en reaktion
figures-waited-same_day = Samme dag
figures-waited-one = Næste dag
figures-waited-three = Dag 2 til 3
figures-waited-promised = Dag 4 til { $of }
figures-waited-later = Senere
figures-waited-none = Ingen endnu
figures-limit = Løfte: Dag { $of }
figures-endings = Sådan sluttede det
figures-closed = Afsluttet i alt
figures-more = Også
figures-reopened = Åbnet igen
figures-withdrawn = Trukket tilbage
figures-line = { $what }: { $number }
figures-under = under 5
figures-hidden = skjult
figures-about = cirka { $number }
figures-rest = Resten er nul.
figures-note = Små tal er skjult, så ingen kan kendes på dem. Det er frivilligt at få hjælp. Et nej er derfor ikke en fejl.
figures-picture = Tal for { $month } som billede.
figures-sheet = Tal for { $month } til dit regneark.
figures-which = Hvilken måned? Skriv »{ button-lead-figures } oktober«, eller tryk her.
sheet-group = Gruppe
sheet-number = Antal
sheet-what = Hvad

## Over fristen, og hvem der ikke kan nås

overdue-none = Ingen henvendelser er over fristen.
overdue-free = { $nickname } er ledig. Fristen var { $date }.
overdue-taken = { $nickname } er hos { $owner }. Fristen var { $date }.
reach-none = Alle i teamet kan nås.
reach-unreachable = Kan ikke nås: { $names }
reach-paused = På pause: { $names }

## Logbog

audit-head = Logbog, de nyeste øverst
audit-line = { $time ->
    [none] { $name }: { $what } ({ $nickname })
   *[other] Kl. { $time } { $name }: { $what } ({ $nickname })
}

button-block = Bloker afsender
button-block-yes = Ja, bloker
button-unblock = Ophæv blokering
block-ask = Vil du blokere den, der skrev { $nickname }? Vi tager så ikke imod noget herfra før { $date }. Akut hjælp virker stadig. Du får ikke at vide, hvem det er. Her kan du også ophæve en blokering.
block-holds = Den, der skrev { $nickname }, er blokeret til { $date }.
block-no-way = Den, der skrev { $nickname }, har fjernet sporet til sig. Derfor kan vi hverken blokere eller ophæve.
block-lifted = Den, der skrev { $nickname }, kan skrive til os igen.
