# Det første, alle møder: hvem vi er, fare, rolle og »bare spørge«.

# Sproget er ikke valgt endnu, så teksten står på begge sprog.
q-language =
    Hej. Du skriver til { $service } i { $municipality }. Du kan være anonym.
    Hello. You are writing to { $service } in { $municipality }. You can be anonymous.

    Hvilket sprog? / Which language?
title-language = Sprog
# Hvert sprog står under sit eget navn, på alle sprog.
o-language-da = Dansk
o-language-en = English
o-language-pl = Polski
o-language-ro = Română
o-language-ar = العربية
o-language-uk = Українська
o-language-kl = Kalaallisut

# Siges én gang til den, der vælger et sprog, som ikke er helt skrevet endnu.
texts-unreviewed = Teksterne på dit sprog er ikke læst igennem af et menneske endnu. Der kan være fejl i dem.
other-texts = Det, vi ikke har på dit sprog, kommer på dansk og engelsk.
interpreter-possible = Du kan få en tolk, når du taler med os. Skriv det, hvis du vil have en. Et barn skal aldrig tolke for dig.

q-danger = Er nogen i fare lige nu? Det kan også være dig selv.
title-danger = Fare lige nu

card-unsure =
    Er du i tvivl, så ring hellere en gang for meget. Her er numrene.

    Du kan også fortsætte her.

# Numrene står i opsætningen og bliver skrevet mellem disse to tekster.
acute-head =
    Er nogen i fare, så ring nu.

    Denne chat bliver ikke læst hele døgnet. Vi kan ikke sende nogen ud herfra.
acute-number = { $number }: { $purpose }
acute-foot =
    Kommer du ikke igennem? Ring igen, eller prøv et af de andre numre.

    Er der fare for liv? Så ring til det øverste nummer.

q-acute = Har du fået ringet? Du kan fortsætte her bagefter.
title-acute = Er der ringet
o-acute-called = Jeg har ringet
o-acute-cannot_call = Jeg kan ikke ringe
o-acute-not_acute = Det var ikke akut

cannot-call =
    Er du selv i fare? Gå et sikkert sted hen, hvis du kan.

    Bed en i nærheden om at ringe for dig. Gå ind i en butik, eller bank på hos en nabo.

    Har du alarm-appen, kan du ringe op fra den. Den viser også, hvor du er.
card-cannot-call =
    { cannot-call }

    Du kan stadig sende din henvendelse her. Men vi kan ikke love, at nogen ser den nu.

q-role =
    Du er anonym. Vi kan ikke se, hvem du er. Skriv ikke dit navn.
    Et menneske læser det, du skriver. Men ikke hele døgnet.
    Det er frivilligt. Du bestemmer selv.

    Hvem skriver du om?
title-role = Hvem det handler om
o-role-citizen = Mig selv
o-role-relative = En, jeg er bekymret for
o-role-partner = Jeg skriver i mit arbejde
o-role-ask = Jeg vil bare spørge

# Bruges inde i andre tekster. Koden giver »none«, når der ikke er et nummer eller en adresse.
call-us =
    { $phone ->
        [none] {""}
       *[other] Du kan også ringe til os på { $phone }.
    }

# Vises, før nogen har trykket Start.
bot-description =
    Her kan du skrive til { $service } i { $municipality }. Skriv om dig selv eller om en, du er bekymret for.

    Du kan være anonym. Vi kan ikke se, hvem du er. Telegram kan se, at du skriver her.

    Et menneske læser det, men ikke hele døgnet. Er nogen i fare, så ring i stedet. Skriv Akut, så får du numrene.
bot-short-description = { $service }, { $municipality }. Skriv om dig selv eller en, du er bekymret for. Du kan være anonym.

command-start = Skriv til os, eller fortsæt, hvor du slap
command-akut = Numre, du kan ringe til, hvis det haster
command-status = Se din henvendelse, skriv mere, eller ret noget
command-mere = Skriv mere til det, du har sendt
command-stop = Sig nej tak, eller træk det tilbage
command-data = Se, hent eller slet det, vi har gemt
