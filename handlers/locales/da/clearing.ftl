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
