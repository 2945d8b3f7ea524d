# Vagten holder øje med sig selv: spørgsmålet ved vagtens start, kalenderen og dage uden vagt.

## Når en vagt begynder

button-hand-yes = Jeg har vagten
hand-ask = Du har vagten nu til kl. { $time }. Tryk på »{ button-hand-yes }«.
hand-ask-until-day = Du har vagten nu til { $date } kl. { $time }. Tryk på »{ button-hand-yes }«.
hand-digest =
    Henvendelser, der venter: { $number }.
    Dine til opfølgning i dag: { $of }.
hand-thanks = Tak. Nu ved teamet, at du har vagten.
hand-not-yours = Du har ikke vagten lige nu. Vil du tage den?
hand-missed = Vi har spurgt { $names } om vagten, men ikke fået svar. Kan du tage den?
hand-after-all = { $name } har vagten alligevel. Du skal ikke gøre mere.
hand-empty = Ingen på vagt kan nås lige nu. Kan du tage vagten?

## Dage uden vagt

roster-gaps = Her mangler der nogen på vagt:
roster-gaps-more = Flere dage: { $number }.
roster-unknown-names =
    Vagtplanen nævner { $names }, men det hedder ingen i teamet. Derfor har ingen de vagter.

    Ret planen, eller få dem med i teamet.

## Kalenderen

calendar-unreadable = Kalenderen kunne ikke læses. Den gamle vagtplan gælder.
calendar-unknown =
    Vagter i kalenderen uden et navn fra teamet: { $number }. De tæller ikke med.

    Skriv fornavnet i titlen, som teamet kender det.
calendar-lost =
    Kalenderen er ændret. Vagter før: { $of }. Vagter nu: { $number }.

    Er det ikke meningen, så ret den.
calendar-lost-who = Har ingen vagter mere: { $names }.
button-export-roster = Hent vagtplan
roster-exported =
    Her er vagterne i en fil. Den kan åbnes i en kalender.

    Vil du have en ny, så skriv »{ button-export-roster }«.
