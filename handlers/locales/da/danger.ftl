# Danger in the words people type. It shows the card with the numbers, and stops nothing.
# danger-call are whole messages, danger-words stand inside any text; one on each line.
# "a/b" is either word, "selvmord*" any word that begins so, "…" up to two words between.
# Case, accents and punctuation do not matter. The numbers to call are known without a list.
danger-call =
    akut
    akut hjælp
    hjælp
    hjaelp
    hjælp hjælp
    hjælp nu
    hjælp mig
    hjælp os
    hjælp mig nu
    jeg har brug for hjælp nu
    ring efter hjælp
    ambulance
    politiet
    politi nu
    sos
    nødhjælp
    nødsituation

danger-words =
    selvmord*
    tage/tager/tog/taget/tar mit/sit/dit/hans/hendes/deres eget liv
    tage/tager/tog/taget/tar … livet af
    tage/tager/tog/taget/tar mit/sit liv
    vil/ville/gider/orker/magter/ønsker … ikke … leve
    kan ikke leve mere/længere
    ikke … leve mere/længere
    ikke … være her mere/længere
    orker ikke … være her
    gør/gøre noget ved sig/mig selv
    har … kniv/pistol/våben i hånden
    har en kniv/pistol
    ligger på gulvet/jorden
    taget alle … piller
    ikke/ingen/mistet … lyst/lysten … at leve
    ingen grund … at leve
    ikke … værd at leve
    slippe for at leve
    vil/ville/ønsker … dø
    lov/lyst/klar … at dø
    ønske/ønsker/ønskede … var død
    hellere være død
    bedre/bedst … var død
    bedre … uden mig
    tror/føler jeg … dør
    en ende på livet/mit/det
    ende på det hele
    hænge/hænger/hængt … mig/sig/dig selv
    vil/ville hænge mig/sig
    har/havde hængt sig/mig
    springe/springer/sprang/hoppe/hopper/kaste/kaster … foran … tog/toget/bil/bilen/bussen
    springe/springer/hoppe/hopper … fra/af … bro/broen/altan/altanen/tag/taget/vindue/vinduet
    skære/skærer/skåret/cutter … mig/sig/dig selv
    skære/skærer/skåret mig/sig i armen/armene/håndleddet/håndleddene
    gøre/gør/gjort/gjorde … skade på mig/sig/dig
    skade/skader mig/sig/dig selv
    selvskade*
    alt for mange piller/tabletter/pillerne
    for mange piller/tabletter
    slugt/tog/taget alle … piller/pillerne/tabletter/tabletterne
    overdosis
    overdose*
    overdoser
    afskedsbrev*
    farvelbrev*
    slå/slår/slog/slået … mig/dig/ham/hende/os/jer/dem/sig/nogen/barnet/børnene … ihjel
    slå/slår/slog/slået … mor/far/kone/konen/mand/manden/kæreste/kæresten/nabo/naboen/bror/søster/søn/datter/barn/børn … ihjel
    dræbe/dræber/dræbt/myrde/myrder/myrdet … mig/dig/ham/hende/os/jer/dem/sig/nogen
    vil/ville/truer/truede/truet … at dræbe/myrde/skyde/stikke/slå
    vil dræbe/myrde/skyde
    truer/true/truet/truede … med … kniv/kniven/pistol/pistolen/våben/økse/gevær/hammer
    går/løber/står/kommer … med … kniv/pistol/gevær/økse
    knivstuk*
    stukket … ned
    stukket … med … kniv
    er/blev/blevet/bliver skudt
    skudt … mig/sig/ham/hende
    slår/slog/banker/bankede/tæver/tævede/sparker/sparkede mig/ham/hende/os/dem/børnene/barnet hver/igen/nu/altid/når/hårdt/gul/ofte/tit/og
    han/hun/de/far/mor/mand/manden/kone/konen/kæreste/kæresten/eks/ekskæreste/søn/datter/bror … slår/slog/banker/tæver/tævede/sparker/kvæler mig/ham/hende/os/dem/børnene/barnet/sin/sine
    bliver/blev/blevet … slået/banket/tævet/sparket/gennembanket
    kvælertag
    kvæler mig/hende/ham
    voldtag*
    voldtog
    voldtægt*
    seksuelt/seksuelle overgreb
    misbrugt/misbruger … seksuelt
    holdt/holder … fanget
    låst/låser/spærret/spærrer/lukket/lukker mig/ham/hende/os/dem/børnene/barnet inde
    bevidstløs*
    trækker … ikke … vejret
    ikke … trækker … vejret
    kan/får … ikke … vejret
    kan/får … ikke … luft
    ikke trække … vejret
    kan/kunne … ikke ånde
    ånder … ikke
    kan/kunne … ikke … vække/vækkes
    vågner … ikke
    reagerer … ikke på … tiltale
    livløs*
    hjertestop
    hjerteanfald
    slagtilfælde
    smerter/ondt … brystet
    bløder … meget/voldsomt/kraftigt/ud
    blod over det hele
    blod over alt
    mister/mistet … blod
    forgiftet
    forgiftning*
    krampeanfald
    har/får kramper
    livsfare
    livstruende
    i akut fare
    fare for … liv
    i fare nu/lige
    liv … i fare
    fryse/fryser/frosset/frøs ihjel
    der er brand/ild
    brand/ild/brænder i … huset/lejligheden/bygningen/opgangen
    huset/lejligheden brænder
    hjælp mig/os/ham/hende nu
    hjælp nu
    brug for akut hjælp
    brug for hjælp nu
    ring/ringe/tilkald/tilkalde/send/kald … ambulance/ambulancen/politiet/politi
    skynd jer
