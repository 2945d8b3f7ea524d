# Danger, anonymity and what we can say in this language; no person has read it yet.

texts-unreviewed = Niciun om nu a verificat încă textele în limba ta. Pot conține greșeli.
other-texts = Ce nu avem în limba ta apare în daneză și engleză.
interpreter-possible = Poți avea un interpret când vorbești cu noi. Scrie dacă vrei unul. Un copil nu trebuie niciodată să traducă pentru tine.

title-language = Limba

q-danger = Este cineva în pericol chiar acum? Poți fi și tu.
title-danger = Pericol chiar acum
yes-no-yes = Da
yes-no-no = Nu
yes-no-unsure = Nu știu

card-unsure =
    Dacă ai îndoieli, e mai bine să suni. Iată numerele.

    Poți și să continui aici.

acute-head =
    Dacă cineva este în pericol, sună acum.

    Acest chat nu este citit zi și noapte. De aici nu putem trimite pe nimeni.
acute-number = { $number }: { $purpose }
acute-foot =
    Nu răspunde nimeni? Sună din nou sau încearcă alt număr din listă.

    Este viața cuiva în pericol? Atunci sună la numărul de sus.

q-acute = Ai reușit să suni? Poți continua aici după aceea.
title-acute = A sunat cineva
o-acute-called = Am sunat
o-acute-cannot_call = Nu pot să sun
o-acute-not_acute = Nu era urgent

card-cannot-call =
    Dacă tu ești în pericol, mergi într-un loc sigur, dacă poți.

    Roagă pe cineva din apropiere să sune pentru tine. Intră într-un magazin sau bate la ușa unui vecin.

    Dacă ai aplicația daneză de alarmă, poți suna din ea. Ea arată și unde ești.

    Poți trimite în continuare mesajul tău aici. Dar nu putem promite că îl vede cineva acum.

q-role =
    Scrii anonim. Nu vedem cine ești. Nu scrie numele tău.
    Un om citește ce scrii. Dar nu zi și noapte.
    Este voluntar. Tu hotărăști.

    Despre cine scrii?
title-role = Despre cine este vorba
o-role-citizen = Despre mine
o-role-relative = Cineva pentru care îmi fac griji
o-role-partner = Scriu ca parte a muncii mele
o-role-ask = Vreau doar să întreb

about-who = Suntem { $service }, { $municipality }. Mergem la adulții cărora le este greu.
choice-free = Este voluntar și poți rămâne anonim. Poți oricând să spui nu. Nu hotărâm la ce ai dreptul. Nu înlocuim ajutorul pe care îl primești de la alții.

call-us =
    { $phone ->
        [none] {""}
       *[other] Poți și să ne suni la { $phone }.
    }
