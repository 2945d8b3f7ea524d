# Danger in the words people type; see the Danish file for how the lists are read.
danger-call =
    ajutor
    ajutor ajutor
    ajutați-mă
    ajutați mă
    ajută-mă
    ajutor acum
    ajutor urgent
    am nevoie de ajutor acum
    urgență
    urgent
    salvați-mă
    ambulanța
    ambulanță
    salvarea
    sos

danger-words =
    sinucid*
    sinucis
    mă omor
    mă sinucid
    să mă omor
    să se omoare
    vreau/vrea … să mor
    vreau/vrea … să moară
    să îmi/își iau/ia viața
    să mi/și iau/ia viața
    mi-aș lua viața
    nu mai vreau/vrea să trăiesc/trăiască
    nu vreau/vrea să mai trăiesc/trăiască
    nu vreau/vrea să trăiesc/trăiască
    nu mai am pentru ce trăi/trăiesc
    mai bine mort/moartă/mor
    să mă spânzur
    s-a spânzurat
    mă spânzur
    să mă arunc
    să se arunce
    se taie/tai … singur/singură
    mă tai
    îmi tai venele
    își taie venele
    prea multe pastile/medicamente
    supradoz*
    scrisoare de adio
    mă omoară
    mă va omorî
    vrea să mă/îl/o/ne/îi omoare
    o/îl/ne/îi omoară
    amenință/amenințat/amenințați/amenințată … cuțit/cuțitul/pistol/pistolul/armă/toporul/topor
    amenință/amenințat … moartea
    amenință … omoară
    cu cuțitul/toporul/pistolul
    înjunghi*
    împușc*
    mă/îl/o/ne/îi bate
    m-a/l-a/ne-a/i-a bătut
    a bătut-o
    mă/o/îl/ne strânge de gât
    mă lovește
    o lovește
    violul
    violat/violată
    violează
    abuz* sexual*
    mă/ne/o/îl ține închis/închisă/încuiat/încuiată/sechestrat/sechestrată
    m-a/ne-a/a închis/încuiat în
    inconștient/inconștientă
    și-a pierdut cunoștința
    nu respiră
    nu mai respiră
    nu pot/poate … respira
    nu pot/poate să respir/respire
    nu se trezește
    nu mai se trezește
    nu pot să îl/o trezesc
    nu reacționează la atingere
    infarct
    stop cardiac
    accident vascular
    dureri/durere … în piept
    sângerează … tare/mult/puternic
    mult sânge
    pierde/pierd … sânge
    otrăvit/otrăvită
    intoxicat/intoxicată
    convulsii
    în pericol acum
    viața … în pericol
    pericol de moarte
    pericol de viață
    îngheață/îngheț de frig
    moare/mor de frig
    incendiu
    a luat foc
    arde casa/apartamentul/blocul
    chemați/cheamă/sunați/sună … ambulanța/ambulanță/salvarea/poliția
