# Efter at en henvendelse er sendt: hvor langt den er, mere at sige, og at sige nej tak.

button-mine-show = Min henvendelse
button-mine-more = Skriv mere
button-mine-correct = Ret noget
button-mine-answer = Svar
button-mine-worried = Jeg er stadig bekymret
button-mine-wanting = Jeg vil gerne høre fra jer
button-mine-calm = Nej, ikke længere
button-mine-stop = Sig nej tak
button-mine-withdraw = Træk tilbage
button-mine-stop_yes = Ja, jeg siger stop
button-mine-cut = Slip sporet
button-mine-cut_yes = Ja, slip sporet
button-mine-erase = Slet henvendelsen
button-mine-erase_yes = Ja, slet det hele
button-mine-data = Hvad har I gemt?
button-mine-see = Se det hele
button-mine-export = Hent det som en fil
button-new-concern = Ny henvendelse
button-code-kept = Jeg har gemt koden

mine-none =
    Vi kan ikke se en henvendelse fra dig her. Har du en kode, så skriv den her.

    Vil du skrive til os, så tryk på /start. { call-us }
mine-which =
    Hvilken henvendelse er det? Tryk på en dag.

    Du kan også skrive det med et tal, for eksempel »/status 2«.

## Hvor langt den er

status-received = Din henvendelse kom til os { $date }.
status-unread = Den er ikke læst endnu.
status-read = En medarbejder har læst den.
status-worker = { $owner } har taget imod den.
status-quiet = Vi må ikke fortælle, hvad vi gør. Du kan altid skrive mere. { call-us }
status-promise = Vi reagerer senest { $date }.
status-promise-past = Vi lovede at reagere senest { $date }. { call-us }
status-closed = Vi slutter her for denne gang. Du er altid velkommen, og du kan altid skrive til os igen.
status-withdrawn-citizen = Du har sagt nej tak. Det er helt i orden. Du kan altid skrive til os igen.
status-withdrawn-other = Du har trukket den tilbage. Du kan altid skrive til os igen.
status-kept = Når vi er færdige, gemmer vi den i { $days ->
        [one] én dag
       *[other] { $days } dage
    }. Så sletter vi alt om den.
status-forgotten-on = Vi sletter alt om den { $date }.
told-read = En medarbejder har læst det, du skrev til os.
told-reacted =
    Vi har nu reageret på din henvendelse.

    Vi har tavshedspligt. Derfor må vi ikke fortælle mere. Du kan altid skrive til os.
told-visit = Vi har været ude for at møde dig.
told-call = Vi har ringet.
told-reply = Vi har svaret dig.
told-meeting = Vi har en aftale om at mødes.
told-asked = Vi har spurgt dig om noget.
told-acute = Vi har fået hjælp til at handle hurtigt.
told-partner = Vi har talt med andre, der kan hjælpe.
told-together-yes = Vi vil gerne være med. Vi vender tilbage om tid og sted.
told-together-no = Vi kan ikke være med denne gang. Du kan altid skrive til os igen.

## Mere at sige

add-more = Skriv, hvad du vil tilføje. Du må gerne sende flere beskeder.
add-correction =
    Skriv, hvad der skal rettes.

    Det, du skrev først, bliver stående. Din rettelse får dagens dato.
add-answer = Skriv dit svar her. Du er stadig anonym.
passed-on-added = Tak. Det er sendt videre til teamet. Du kan skrive mere.
passed-on-answered = Tak. Dit svar er sendt videre til teamet. Du kan skrive mere.
passed-on-corrected = Tak. Din rettelse er sendt videre til teamet.
words-unasked = Er det noget helt nyt? Så tryk på { button-new-concern }.
# Hvad folk skriver, når de bare hilser: en på hver linje.
only-greetings =
    hej
    hejsa
    hej igen
    hallo
    halløj
    goddag
    tak
    mange tak
    tusind tak
    tak for det
    ok
    okay
    ok tak
    fint
    ja
    nej
    start
    start forfra
    👍
# Hvad folk skriver, når de bare siger tak.
only-thanks =
    tak
    mange tak
    tusind tak
    ok tak
    tak for det
    tak for hjælpen
    tak skal I have
    👍
entry-added = Tilføjet { $date }:
entry-corrected = Rettet { $date }:
entry-answered = Svar { $date }:
entry-worried = Vil stadig gerne høre fra os, { $date }.
entry-calm = Er ikke længere bekymret, { $date }.
entry-asked = Vi skrev { $date }:
from-worker = Du har fået en besked. Den er fra { $owner } hos os:
from-worker-foot = Du kan svare lige her. Du er stadig anonym, og du behøver ikke svare.
from-worker-foot-busy = Tryk på { button-mine-answer }, hvis du vil svare. Du er stadig anonym.
somebody-here = En medarbejder

## Koden

code-ask =
    Har du gemt din kode? Skriv de sidste fem tegn af den her.

    Så er du sikker på, at du har den.
code-right = Det er rigtigt. Gem koden et sikkert sted.
code-wrong =
    Det er ikke slutningen på din kode. Se efter i beskeden ovenfor, og prøv igen.

    Du kan også trykke på »{ button-code-kept }«.
code-kept = Godt. Med koden kan du altid finde tilbage. Også fra en anden telefon.

## Dagen, vi lovede at reagere

ask-worried = Er du stadig bekymret? Du bestemmer selv, om du vil svare.
ask-wanting = Vil du stadig gerne høre fra os? Du bestemmer selv.
told-late =
    Vi lovede at reagere på din henvendelse. Det har vi ikke nået. Det er vores fejl, ikke din.

    Teamet bliver mindet om det, hver dag det er på arbejde. { call-us }

    Haster det, så tryk på /akut.
worried-passed-on = Tak. Teamet har fået besked.
calm-noted = Tak, fordi du svarede. Du kan altid skrive til os igen.

## At sige nej tak

really-say-no = Vil du sige nej tak til hjælpen? Det er helt i orden. Du skal ikke sige hvorfor.
really-withdraw = Vil du trække din henvendelse tilbage? Du skal ikke sige hvorfor.
said-no =
    Det er helt i orden. Teamet har fået besked, og vi skriver ikke mere om det.

    Du kan altid skrive til os igen. Vil du have det slettet, så tryk her.
taken-back =
    Din henvendelse er trukket tilbage. Teamet har fået besked.

    Du kan altid skrive til os igen. Vil du have den slettet, så tryk her.

## Det, vi har gemt

data-menu = Her kan du se, hente og slette det, vi har gemt. Du kan også slippe sporet til dig.
data-head = Det her har vi gemt:
export-sent = Her er en fil med det, vi har gemt. Pas på, hvem der kan se den.
really-cut =
    Vil du slippe sporet? Så glemmer vi vejen fra henvendelsen til dig. Teamet kan stadig læse den.

    Vi kan ikke svare dig bagefter. Kun din kode fører tilbage. Har du gemt den?
trace-cut =
    Sporet er væk. Vi kan ikke længere se, at henvendelsen er din.

    Vil du finde den igen, så skriv din kode her.
really-erase = Vil du slette din henvendelse? Så kan ingen læse den mere, heller ikke teamet. Det kan ikke laves om.
erased =
    Din henvendelse er slettet hos os.

    En medarbejder kan have noter et andet sted. Spørg os om dem. { call-us }

    Dine beskeder ligger stadig her på telefonen. Skriv /ryd, så rydder vi chatten.

## Ikke sendt endnu

draft-waits =
    Du begyndte at skrive til os. Det er ikke sendt endnu.

    Vi gemmer det til { $date } klokken { $time }. Så sletter vi det.
draft-held = Du har svar her, som ikke er sendt. Ingen har læst dem. Skriv »{ button-stop }«, hvis du vil slette dem.
blocked =
    Vi tager ikke imod beskeder herfra før { $date }. { call-us }

    Er nogen i fare, så tryk på /akut.
