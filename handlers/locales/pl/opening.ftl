# Danger, anonymity and what we can say in this language; no person has read it yet.

texts-unreviewed = Tekstów w twoim języku nie sprawdził jeszcze żaden człowiek. Mogą w nich być błędy.
other-texts = To, czego nie mamy w twoim języku, piszemy po duńsku i po angielsku.
interpreter-possible = Możesz mieć tłumacza, gdy z nami rozmawiasz. Napisz, jeśli go potrzebujesz. Dziecko nigdy nie powinno dla ciebie tłumaczyć.

title-language = Język

q-danger = Czy ktoś jest teraz w niebezpieczeństwie? To możesz być także ty.
title-danger = Niebezpieczeństwo teraz
yes-no-yes = Tak
yes-no-no = Nie
yes-no-unsure = Nie wiem

card-unsure =
    Jeśli nie masz pewności, lepiej zadzwoń. Oto numery.

    Możesz też pisać dalej tutaj.

acute-head =
    Jeśli ktoś jest w niebezpieczeństwie, zadzwoń teraz.

    Ten czat nie jest czytany przez całą dobę. Nie możemy stąd nikogo wysłać.
acute-number = { $number }: { $purpose }
acute-foot =
    Nie możesz się dodzwonić? Zadzwoń jeszcze raz albo spróbuj innego numeru z listy.

    Czy czyjeś życie jest zagrożone? Zadzwoń pod numer na górze listy.

q-acute = Czy udało się zadzwonić? Potem możesz pisać dalej tutaj.
title-acute = Czy ktoś zadzwonił
o-acute-called = Zadzwoniłem lub zadzwoniłam
o-acute-cannot_call = Nie mogę zadzwonić
o-acute-not_acute = To nie było pilne

card-cannot-call =
    Jeśli to ty jesteś w niebezpieczeństwie, idź w bezpieczne miejsce, jeśli możesz.

    Poproś kogoś w pobliżu, żeby zadzwonił za ciebie. Wejdź do sklepu albo zapukaj do sąsiada.

    Jeśli masz duńską aplikację alarmową, możesz zadzwonić z niej. Pokazuje też, gdzie jesteś.

    Nadal możesz wysłać swoją wiadomość tutaj. Ale nie możemy obiecać, że ktoś zobaczy ją teraz.

q-role =
    Piszesz anonimowo. Nie widzimy, kim jesteś. Nie podawaj swojego imienia ani nazwiska.
    To, co piszesz, czyta człowiek. Ale nie przez całą dobę.
    To jest dobrowolne. Ty decydujesz.

    O kim piszesz?
title-role = O kogo chodzi
o-role-citizen = O sobie
o-role-relative = O kimś, o kogo się martwię
o-role-partner = Piszę w ramach mojej pracy
o-role-ask = Chcę tylko zapytać

about-who = Jesteśmy: { $service }, { $municipality }. Wychodzimy do dorosłych, którym jest ciężko.
choice-free = To jest dobrowolne i możesz pozostać osobą anonimową. Zawsze możesz odmówić. Nie decydujemy, do czego masz prawo. Nie zastępujemy pomocy, którą dostajesz od innych.

call-us =
    { $phone ->
        [none] {""}
       *[other] Możesz też do nas zadzwonić: { $phone }.
    }
