# At give videre, lægge tilbage, fortryde, genåbne og forlade teamet.

button-pass = Giv videre
button-pass-anyone = Alle
button-keep = Behold den selv
button-release = Læg tilbage
button-accept = Tag imod
button-decline = Nej tak
button-undo = Fortryd
button-reopen = Genåbn
button-leave = Forlad teamet
button-leave-yes = Ja, jeg forlader teamet
button-leave-no = Nej, jeg bliver
button-remove = Fjern
button-remove-yes = Ja, fjern
button-remove-no = Nej, behold

## Giv videre
# Ordet mellem kaldenavn og navn: »Giv videre Stille Bæk til Bo«.

pass-to = til
everybody = alle
pass-who =
    Hvem vil du give { $nickname } til? Den er din, til nogen siger ja.

    Du kan også skrive »{ button-pass } { $nickname } { pass-to } Bo«.
pass-nobody = Ingen kan nås lige nu, så { $nickname } er stadig din. Du kan skrive »{ button-release } { $nickname }«.
offered = Du vil give { $nickname } til { $name }. Den er din, til nogen siger ja.
offer =
    { $owner } vil gerne give { $nickname } til dig. Tal gerne sammen først.

    Tryk, eller skriv »{ button-accept } { $nickname }« eller »{ button-decline } { $nickname }«.
offer-date = Reager senest { $date }.
offer-over = Den er ikke til dig lige nu. Måske har en anden sagt ja.
offer-declined = { $nickname } er stadig din. Der er sagt nej tak til at tage den. Spørg gerne en anden.
offer-unanswered = { $nickname } er stadig din. Ingen har sagt ja til at tage den endnu.
declined = Du har sagt nej tak til { $nickname }. Den er stadig hos { $owner }.

## Læg tilbage, tag og genåbn

released-by-you = Du har lagt { $nickname } tilbage. Nu kan andre tage den.
free-reacted = { $nickname } er ledig. Der er reageret, men ingen følger op lige nu.
taken-reacted = Du har taget { $nickname }. Der er reageret, så nu følger du op.

## Fortryd

undone = Fortrudt. { $nickname } er, som den var før.
undone-yours = { $nickname } er din igen. En kollega har fortrudt.
undo-over = Det kan ikke fortrydes mere. Du kan fortryde i fem minutter, hvis ingen andre har rørt den.

## At forlade teamet

leave-ask = Vil du forlade teamet? Så ser du ikke mere herfra.
leave-ask-owned =
    Så mange er stadig dine: { $number }. De bliver tilbudt til alle. Du er med, til de er givet videre.
leave-stayed = Godt, du bliver. Vil du det senere, så skriv »{ button-leave }«.
leaving = Tak. Så mange er tilbudt til alle: { $number }. De er dine, til nogen siger ja. Du får ikke nye.
leaving-no-removing = Du er ved at forlade teamet. Bed en anden teamleder om at fjerne kollegaen.
leaving-no-new = Du er ved at forlade teamet. Derfor kan du ikke tage mere.
gone = Du er ikke længere i teamet.
gone-goodbye = Du er ikke længere i teamet. Tak for alt, du har gjort.
remove-ask = Vil du fjerne { $name } fra teamet? Det sker med det samme.
remove-ask-owned = Så mange tager du over: { $number }.
remove-not = Godt. Ingen er fjernet.
removed = { $name } er ikke længere i teamet. Så mange har du taget over: { $number }.
nobody-called-so = Ingen i teamet hedder det. Skriv »{ button-remove }« og navnet, eller »{ button-remove-yes }« og navnet.
