# Hvad en medarbejder ser på et øjeblik: egne henvendelser, dagen, søgning og forløb.

button-my-work = Mine henvendelser
button-order = Ret rækkefølge
button-order-first = Øverst
button-order-down = Ned
button-order-age = Efter alder
button-day = Min dag
button-find = Find
button-timeline = Forløb

## Mine henvendelser

my-work-head = Dine henvendelser
my-work-none = Du har ingen henvendelser i gang.
my-work-taken = { $nickname }: Taget. Reager senest { $date }.
my-work-reacted = { $nickname }: Der er reageret.
my-work-follow-up = Følg op { $date }.
mark-acute = AKUT.
order-how = Tryk på { button-order-first } eller { button-order-down }. Du kan også skrive »{ button-order-first } Stille Bæk«. Kun du ser din rækkefølge.

## Åbne henvendelser

line-reacted = { $nickname } er ledig. Der er reageret.

## Min dag

day-head = Din dag, { $date }
day-unowned = Ledige henvendelser: { $number }
day-due = Frist i dag eller før: { $names }
day-follow-up = Følg op i dag: { $names }
day-added = Nyt fra henvendere siden i går: { $number }
day-calm = Du har ingen frister i dag.

## Søgning

find-how = Skriv »{ button-find }« og en del af kaldenavnet, for eksempel »{ button-find } bæk«.
find-none = Det kaldenavn er ikke her. Prøv med en mindre del af det.
find-free = { $nickname } er ledig. Modtaget { $date }.
find-taken = { $nickname } er hos { $owner }. Modtaget { $date }.
find-ended = { $nickname } er slut. Modtaget { $date }.

## Forløb

timeline-head = Forløbet for { $nickname }
timeline-forgotten = Alt om den slettes { $date }.
timeline-line = { $time ->
    [none] { $name }: { $what }
   *[other] Kl. { $time } { $name }: { $what }
}
who-reporter = henvender
who-clock = botten
