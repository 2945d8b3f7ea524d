# Vagtplanen i chatten: hvem har vagten, huller, ugeplan, fravær og bytte.

button-swap = Byt vagt
button-away = Fravær
button-gaps = Huller
button-plan = Ugeplan

## Hvem har vagten

duty-at = { $date } kl. { $time }
duty-at-time = kl. { $time }
duty-from-to = { $first } til { $last }
name-until = { $name } til { $until }
duty-next = Næste: { $names }, { $span }.
duty-own = Dine næste vagter:
duty-emptied = Ingen har vagten nu. Kan du tage den?
for-whom = Hvem gælder det?

## Huller

gaps-count = Huller de næste to uger: { $number }.
gaps-head = Her mangler der nogen på vagt. Tryk, så har du vagten.
gaps-none = Der er ingen huller de næste to uger.
gaps-no-plan = Der er ingen ugeplan endnu. Derfor kan botten ikke se huller. Tryk på { button-plan } og lav en.
gaps-new = Planen for { $name } er ændret. Nu mangler der nogen på vagt:
gap-which = Hvilket hul skal en kollega tage?
gap-who = Hvem skal have vagten { $span }?
gap-taken = { $name } har vagten { $span }.
gap-filled = Det hul findes ikke mere. Tak, fordi du var klar.
gap-away = { $name } har fravær på den tid.
button-gap-take = Tag { $span }
button-gap-give = Sæt en kollega på

## Ugeplan

plan-head = Ugeplan
plan-none = Her står ingen vagter endnu.
plan-fixed = { $rule } (fra opsætningen)
plan-added = Vagten står nu på planen.
plan-added-you = Du har fået en fast vagt:
plan-removed = Vagten er taget af planen.
plan-removed-you = En fast vagt er taget af din plan:
plan-remove = Hvilken vagt skal af planen?
plan-nothing-to-remove = Der er ingen vagter, du kan tage af planen.
plan-gone = Den vagt står ikke på planen mere.
button-week-add = Tilføj min faste vagt
button-week-for = Tilføj for en kollega
button-week-remove = Fjern en fast vagt
week-days = Hvilke dage? Tryk på flere, eller skriv »tirs, tors«.
week-hours = Hvornår på dagen? Tryk, eller skriv »kl. 8.30 til 15«.
week-weeks = Hvilke uger?
button-workdays = Alle hverdage
button-week-on = Dagene er valgt
button-weeks-every = Hver uge
button-weeks-odd = Ulige uger
button-weeks-even = Lige uger
weeks-odd = ulige uger
weeks-even = lige uger

## Fravær

away-head = Hvornår er der fravær? Vi spørger ikke hvorfor. Du kan også skrive »1/6 til 9/6«.
away-noted = Noteret: { $absence }.
away-which-day = Til og med hvilken dag? Tryk, eller skriv for eksempel »1/6«.
away-today = i dag
away-open = fra nu af og indtil videre
away-until = til og med { $date }
away-from-to = fra { $first } til og med { $last }
away-past = Den dag er forbi. Skriv en anden.
away-set = Fravær er noteret: { $absence }.
away-over = Fraværet er slut. Velkommen tilbage.
away-cancelled = Fraværet er slettet: { $absence }.
away-gone = Det fravær findes ikke mere.
away-by = { $owner } har ændret dit fravær.
button-away-today = I dag
button-away-open = Fra i dag indtil videre
button-away-till = Til og med en dato
button-away-back = Jeg er tilbage
button-away-cancel = Slet { $span }
button-away-for = Noter for en kollega

## At bytte

swap-which = Hvilken vagt skal byttes?
swap-no-duty = Der er ingen vagter at bytte de næste to uger.
swap-with = Hvem skal tage vagten { $span }? Tryk på et navn. Eller på en vagt, som I så bytter.
swap-nobody = Der er ingen kollega, det kan være lige nu.
swap-sent = Spørgsmålet er sendt. Intet er ændret, før der er svaret ja.
swap-asks = { $name } spørger, om vagterne må byttes sådan:
swap-agreed = Aftalt. Sådan er vagterne nu. I kan fortryde i fem minutter.
swap-declined = { $name } kan ikke denne gang. Vagten er stadig din.
swap-no-thanks = Tak for svaret. Intet er ændret.
swap-changed = Det kan ikke lade sig gøre mere. Vagten er begyndt eller ændret.
swap-settled = Det er allerede afgjort. Se vagterne under { button-duty }.
swap-was-withdrawn = Spørgsmålet om at bytte er trukket tilbage. Intet er ændret.
swap-was-undone = Byttet er fortrudt. I har jeres egne vagter igen.
swap-yours-again = { $name } kan ikke tage vagten alligevel. Den er din igen: { $span }.
swap-not-yours = Det er kun for dem, der bytter.
button-swap-anybody = Hvem som helst
button-swap-for = Byt for en kollega
button-swap-withdraw = Træk spørgsmålet tilbage
button-swap-undo = Fortryd byttet
