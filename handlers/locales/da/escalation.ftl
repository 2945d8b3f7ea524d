## Når der mangler nogen på vagt

receipt-duty-out-of-reach = Vi kan ikke få fat i vagten lige nu. Andre i teamet har fået besked.
alert-unmanned = Lige nu kan ingen på vagt nås. Se på vagtplanen.

## Efter at vi har været væk

late-head = Vi var væk, så de her påmindelser kommer for sent:
late-past = { $nickname }: Vi lovede at reagere senest { $date }.
late-past-untaken = { $nickname }: Ingen har taget den. Vi lovede at reagere senest { $date }.
late-ahead = { $nickname }: Vi har lovet at reagere senest { $date }.
late-ahead-untaken = { $nickname }: Ingen har taget den. Vi har lovet at reagere senest { $date }.
late-follow-up = { $nickname }: Tid til at følge op.
late-snoozed = { $nickname }: Du bad om at blive mindet om den.
late-more = Og { $number } flere. Du finder dem på listerne herunder.
late-reacted = Er der reageret imens? Åbn henvendelsen, og notér det.
