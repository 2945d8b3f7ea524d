# Buttons, stopping and the receipt; no person has read it yet. What is missing here is said in Danish and English.

button-next = Mai departe
button-skip = Sari peste
button-back = Înapoi
button-acute = Ajutor urgent
button-stop = Stop
button-send = Trimite
button-wipe = Șterge răspunsurile mele
button-resume = Continuă
button-fresh = Ia-o de la început

hint-one = Apasă pe un răspuns sau scrie numărul lui.
hint-many = Alege câte vrei. Poți și să scrii numerele. Apoi apasă pe { button-next }.
hint-words = Scrie cu cuvintele tale sau apasă pe un buton.
progress = Întrebarea { $number } din { $of }
your-answer = Răspunsul tău:

really-stop = Vrei să te oprești? Atunci ștergem răspunsurile tale. Nimic nu a fost trimis încă.
stopped =
    Răspunsurile tale sunt șterse la noi. Nimeni nu le-a citit.

    Mesajele tale sunt încă aici, pe telefon. Poți șterge tu conversația.

    Poți oricând să scrii din nou. { call-us }

receipt =
    Mulțumim. Am primit mesajul tău.

    Reacționăm cel târziu în această zi: { $date }.
receipt-code =
    Codul tău: { $code }
    Păstrează-l. Îl vezi doar o singură dată. Scrie-l aici ca să vezi până când reacționăm.
receipt-acute-called = E bine că ai sunat. Dacă se înrăutățește, sună din nou.
receipt-acute-cannot_call =
    Cere altcuiva să sune, dacă este cât de cât posibil. Acest chat nu este citit tot timpul.

    Apasă pe /akut ca să vezi din nou numerele.
receipt-nobody-on-duty = Acum nu este nimeni de serviciu. Echipa a fost anunțată.
