## Når der mangler nogen på vagt

receipt-duty-out-of-reach = Vi kan ikke få fat i vagten lige nu. Andre i teamet har fået besked.
alert-unmanned = Lige nu kan ingen på vagt nås. Se på vagtplanen.
