# Buttons, stopping and the receipt; no person has read it yet. What is missing here is said in Danish and English.

button-next = Dalej
button-skip = Pomiń
button-back = Wstecz
button-acute = Pilna pomoc
button-stop = Stop
button-send = Wyślij
button-wipe = Usuń moje odpowiedzi
button-resume = Kontynuuj
button-fresh = Zacznij od nowa

hint-one = Naciśnij odpowiedź albo wpisz jej numer.
hint-many = Wybierz tyle odpowiedzi, ile chcesz. Możesz też wpisać numery. Potem naciśnij { button-next }.
hint-words = Napisz własnymi słowami albo naciśnij przycisk.
progress = Pytanie { $number } z { $of }
your-answer = Twoja odpowiedź:

really-stop = Czy chcesz zakończyć? Wtedy usuniemy twoje odpowiedzi. Nic jeszcze nie zostało wysłane.
stopped =
    Usunęliśmy u nas twoje odpowiedzi. Nikt ich nie czytał.

    Twoje wiadomości nadal są tutaj, w telefonie. Czat możesz usunąć na swoim telefonie.

    Zawsze możesz napisać ponownie. { call-us }

receipt =
    Dziękujemy. Otrzymaliśmy twoją wiadomość.

    Zajmiemy się nią najpóźniej w tym dniu: { $date }.
receipt-code =
    Twój kod: { $code }
    Zachowaj go. Widzisz go tylko ten jeden raz. Wpisz go tutaj, aby zobaczyć, do kiedy się tym zajmiemy.
receipt-acute-called = Dobrze, że udało się zadzwonić. Jeśli będzie gorzej, zadzwoń jeszcze raz.
receipt-acute-cannot_call =
    Poproś kogoś, żeby zadzwonił, jeśli to w ogóle możliwe. Ten czat nie jest czytany przez cały czas.

    Naciśnij /akut, aby znów zobaczyć numery.
receipt-nobody-on-duty = W tej chwili nikt nie ma dyżuru. Zespół dostał wiadomość.
