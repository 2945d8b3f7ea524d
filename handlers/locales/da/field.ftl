# Det, en medarbejder gør med sin egen henvendelse. Kun teamet læser det her.

## Forsøg på at mødes

button-met-yes = Truffet
button-met-no = Ikke truffet
button-again = Var ude igen
button-spot-home = Hjemme
button-spot-outside = Ude
button-spot-cafe = Værested eller café
button-spot-other = Et andet sted
met-ask = Traf du personen?
met-where = Hvor var det? Vælg kun slags sted for { $nickname }.
met-noted = Noteret for { $nickname }. Tak, fordi du tog ud.
attempts = Forsøg: { $tried }, truffet { $met }
entry-met = Truffet { $date }:
entry-not_met = Ikke truffet { $date }:

## Bro til andre

button-consent-yes = Ja, borgeren har sagt ja
button-consent-no = Nej, ikke endnu
button-bridge-municipality = Kommunal myndighed
button-bridge-drop_in = Et værested
button-bridge-treatment = Rusmiddelbehandling
button-bridge-psychiatry = Psykiatri
button-bridge-health = Læge, sygehus, tandlæge
button-bridge-housing = Herberg eller bolig
button-bridge-work = Job eller økonomi
button-bridge-family = Familie eller netværk
button-bridge-association = Forening
button-bridge-other = Andet
button-finish = Gem og afslut
bridge-consent = Har borgeren selv sagt ja? Vi bygger kun bro i { $nickname }, når borgeren vil.
bridge-not-yet = Det er helt i orden. Intet er noteret. Vælg en anden afslutning.
bridge-to =
    Hvem er der bygget bro til i { $nickname }? Vælg en eller flere.

    Du kan også skrive »1 og 3« og så »{ button-finish }«.
entry-bridged = Bygget bro { $date } til:

## Notater

button-note = Notat
button-note-drop = Fortryd notatet
note-now = Skriv dit notat om { $nickname }. Kun teamet kan læse det.
note-kept = Dit notat om { $nickname } er gemt. Kun teamet kan læse det.
note-dropped = Intet er noteret.
note-no-cpr = Det ligner et CPR-nummer i { $nickname }. Intet er gemt. Skriv det igen uden.
note-shorter = Dit notat om { $nickname } er for langt. Del det i to.
entry-note = Notat { $date }:

## Opfølgning

button-pick-day = Vælg en dato
button-tomorrow = I morgen
button-three-days = Om 3 dage
button-two-weeks = Om 14 dage
pick-day =
    Hvilken dag vil du følge op på { $nickname }?

    Tryk, eller skriv dagen. Det kan være »{ $date }«, »om 5 dage« eller »mandag«.
not-a-day = Den dag forstod botten ikke. Skriv for eksempel »{ $date }«, »om 5 dage« eller »mandag«.
day-out-of-reach = Vælg en dag fra i morgen og et år frem. Skriv for eksempel »{ $date }«.

## Mind mig senere

button-snooze = Mind mig senere
button-snooze-hour = Om 1 time
button-snooze-tomorrow = I morgen
snooze-when = Hvornår vil du mindes om { $nickname } igen? En frist bliver, hvor den er.
snoozed = { $nickname }: Du bliver mindet { $date } kl. { $time }. En frist bliver, hvor den er.
nudge-snoozed = Du bad om at blive mindet om { $nickname }.

## Måske samme person

alike = Måske samme person: { $names }
alike-place = { $nickname } (samme sted)
alike-place_and_time = { $nickname } (samme sted og tid)
button-link-none = Slut uden at koble
link-which =
    Hvilken henvendelse handler om samme person som { $nickname }?

    Tryk, eller skriv det andet kaldenavn. Henvendere får det ikke at vide.
entry-linked = Samme person, noteret { $date }:

## At svare på en besked

take-first-to-write = Ingen har taget { $nickname } endnu. Tag den først, så kan du skrive.
