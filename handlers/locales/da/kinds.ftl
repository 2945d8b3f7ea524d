# Det, der ikke er skrevet: billeder, lyd, steder på kortet og videresendte beskeder.

refuse-audio = Vi kan ikke lytte til lyd her. Vi har ikke gemt filen. Skriv gerne, hvad den handler om. { call-us }
refuse-story = Vi kan ikke se historier her. De kan vise, hvem nogen er. Vi har ikke gemt den. Beskriv det gerne med ord.
caption-taken = Du skrev også noget til. Det tager vi med som en besked fra dig.

# Stedet er rundet af til cirka hundrede meter, før det bliver gemt.
pin-live =
    Tak. Vi gemmer kun det første sted, og kun cirka. Vi følger dig ikke.

    Telegram deler stedet videre her, til du selv stopper det.

forwarded = Du har videresendt en besked. Telegram kan vise, hvem der skrev den først. Det gemmer vi ikke.

## Når kommunen har sagt ja til billeder, lyd eller video

media-photo = Billede { $number }
media-voice = Talebesked { $number }
media-video = Video { $number }
media-kept = Tak, den har vi fået. Den ligger sammen med dine svar.
media-enough = Der er ikke plads til flere billeder eller mere lyd. Skriv gerne resten med ord.
button-media = Se billeder og lyd
no-media = Der er ingen billeder eller lyd til { $nickname }.
