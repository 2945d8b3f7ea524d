## Når der mangler nogen på vagt

receipt-duty-out-of-reach = Vi kan ikke få fat i vagten lige nu. Andre i teamet har fået besked.
alert-unmanned = Lige nu kan ingen på vagt nås. Se på vagtplanen.

## Efter at botten har været væk

late-head = Botten var væk. Derfor kommer de her påmindelser sent:
late-past = { $nickname }: Fristen var { $date }.
late-past-untaken = { $nickname }: Ingen har taget den. Fristen var { $date }.
late-today = { $nickname }: Sidste dag er i dag.
late-today-untaken = { $nickname }: Ingen har taget den. Sidste dag er i dag.
late-ahead = { $nickname }: Reager senest { $date }.
late-ahead-untaken = { $nickname }: Ingen har taget den. Reager senest { $date }.
late-follow-up = { $nickname }: Tid til at følge op.
late-snoozed = { $nickname }: Du bad om at blive mindet om den.
late-more = Og { $number } flere. Du finder dem på listerne herunder.
late-reacted = Har du eller en kollega reageret imens? Åbn henvendelsen, og notér det.
