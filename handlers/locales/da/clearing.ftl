# At rydde chatten på telefonen; det, vi selv har gemt, er noget andet.

button-clear-chat = Ryd chatten
button-clear-now = Ryd nu
command-ryd = Ryd chatten her på telefonen
clear-ask =
    Vil du rydde chatten? Så sletter vi beskederne her fra de sidste to døgn. Både dine og vores.

    Har du fået en kode, forsvinder den også. Skriv den ned først.

    Tryk på { button-clear-now }, når du er klar.
chat-cleared =
    Chatten er ryddet. Vi har slettet det, vi kan: beskeder fra de sidste to døgn.

    Ligger der mere? Gå tilbage til dine chats. Hold fingeren på denne chat, og vælg Slet.

    Det, vi selv har gemt, er noget andet. Se det med /data. Slet det med /slet.
clear-staff =
    Teamets chat kan ikke ryddes her. Den viser, hvad der venter.

    Ordene forsvinder fra et kort, når en kollega tager over. Du kan selv slette chatten i Telegram.

## Intet tilbage: for den, der ingen henvendelse har her

button-slate = Slet sprog og svar
button-slate-yes = Ja, slet sprog og svar
data-none =
    Vi kan ikke se en henvendelse fra dig her.

    Vi kan have gemt dit sprog og svar, du ikke har sendt. Det kan du slette.

    Har du en kode, så skriv den her. Så kan du se og slette det, den hører til.
slate-ask =
    Vil du slette dit sprog og de svar, du ikke har sendt?

    Har du en kode til noget, du har sendt? Så skriv først koden. Skriv så /slet.
slate-nothing =
    Vi har ikke gemt noget om dig her.

    Har du en kode til noget, du har sendt? Så skriv først koden. Skriv så /slet.
slate-wiped =
    Nu er dit sprog og dine svar slettet.

    Hvilke beskeder der kan ryddes her, husker vi i to dage. Så er der intet tilbage.
