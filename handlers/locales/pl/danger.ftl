# Danger in the words people type; see the Danish file for how the lists are read.
danger-call =
    pomocy
    pomoc
    pomocy pomocy
    pomóż mi
    pomóżcie
    pomóżcie mi
    ratunku
    ratujcie
    na pomoc
    nagły wypadek
    potrzebuję pomocy teraz
    pilna pomoc
    pogotowie
    karetka
    sos

danger-words =
    samobój*
    odebrać/odbiera/odebrał/odebrała … sobie życie
    odbiorę sobie życie
    zabić się
    zabiję się
    chce/chcę/chciał/chciała … się zabić
    zabić siebie
    nie chcę/chce … żyć
    nie mam … po co żyć
    nie warto żyć
    chcę/chce … umrzeć
    wolałbym/wolałabym nie żyć
    skończyć ze sobą
    skończę ze sobą
    powiesić się
    powieszę się
    powiesił/powiesiła się
    skoczyć z … mostu/okna/dachu/balkonu
    skoczę z … mostu/okna/dachu/balkonu
    rzucić się pod … pociąg/samochód
    tnę/tnie się
    okalecza*
    samookalecz*
    za dużo tabletek/leków
    przedawkow*
    list pożegnalny
    zabije/zabiję mnie/go/ją/nas/ich/was
    zabić mnie/go/ją/nas/ich
    chce … mnie zabić
    grozi/groził … że … zabije
    grozi/groził … nożem/bronią/pistoletem/siekierą
    z nożem/pistoletem/siekierą
    dźgnął/dźgnęła/dźgnięt*
    postrzel*
    bije/pobił/kopie/dusi mnie/go/ją/nas/ich/dzieci/dziecko/żonę
    mnie … bije/pobił/kopie/dusi
    jestem bity/bita
    został/została/zostałem/zostałam pobit*
    gwałt*
    zgwałc*
    zgwałcon*
    molestow*
    zamknął/zamknęła/zamknęli mnie/ją/go/nas
    więzi/przetrzymuj* mnie/ją/go/nas
    nieprzytomn*
    stracił/straciła przytomność
    nie oddycha
    przestał/przestała oddychać
    nie mogę/może … oddychać
    duszę/dusi się
    nie mogę … obudzić
    nie budzi się
    nie reaguje na dotyk/głos
    zawał
    zatrzymanie krążenia
    udar mózgu
    ból/bóle … klatce piersiowej
    mocno/bardzo/silnie krwawi
    krwawi/krwawię … mocno/bardzo/silnie
    wykrwawi*
    dużo krwi
    zatruł/zatruła/zatruci* się
    zatruci*
    drgawki
    napad padaczki
    w niebezpieczeństwie
    zagrożenie życia
    zamarza*
    zamarzn*
    pali się
    pożar
    wezwij/wezwijcie/wezwać/zadzwoń … karetkę/pogotowie/policję
    potrzebna/potrzebuję … karetka/karetki
