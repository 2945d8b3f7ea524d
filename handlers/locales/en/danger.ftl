# Danger in the words people type; see the Danish file for how the lists are read.
danger-call =
    acute
    emergency
    help
    help help
    help now
    help me
    help us
    help me now
    help me please
    please help me
    urgent help
    i need help now
    call for help
    ambulance
    police now
    mayday
    sos

danger-words =
    suicid*
    kill/killing/killed myself/himself/herself/themselves/yourself
    kill/killing/killed … my/him/her/them self
    take/taking/took/taken my/his/her/their own life/lives
    take/taking/took/taken my/his/her/their life
    end/ending/ended my/his/her/their/it life
    end it all
    ending it all
    dont/doesnt/didnt/not … want/wants/wanted … to live
    dont/doesnt wanna … live
    cant/cannot/not go on living
    no reason to live
    nothing to live for
    not worth living
    want/wants/wanted/wish/wishes … to die
    wanna die
    going to die
    wish/wishes/wished … was/were dead
    rather be dead
    better off dead
    better off without me
    better without me
    hang/hanging/hanged myself/himself/herself
    jump/jumping/jumped … in front of
    jump/jumping/jumped off/from … bridge/roof/balcony/building/window
    jump/jumping/jumped out … window
    cut/cuts/cutting myself/himself/herself
    hurt/hurts/hurting/harm/harms/harming myself/himself/herself
    self harm*
    selfharm*
    too many pills/tablets
    all … pills/tablets
    overdos*
    suicide note
    goodbye letter
    kill/killed/kills/killing/murder/murdered/stab/stabbed/shoot/shot … me/him/her/us/them/someone/somebody
    kill/killed/kills/stab/stabbed/shoot … mother/father/wife/husband/partner/neighbour/neighbor/brother/sister/son/daughter/child/children/kids
    threatens/threatened/threatening … to kill/stab/shoot/hit/beat
    threatens/threatened/threatening … with … knife/gun/weapon/axe
    has/have/got/with a knife/gun
    been/was/got/were stabbed/shot/strangled
    hits/hit/hitting/beats/beat/beating/kicks/kicked/strangles/strangled/choked/choking me
    hits/hit/beats/beating/kicks/kicked/strangled/choked … her/him/us/them/kids/children/wife/husband
    being/been/gets/getting/was … beaten
    raped
    rape
    raping
    sexual/sexually abuse/assault/abused/assaulted
    held … captive/hostage/prisoner
    locked me/us/her/him/them in
    unconscious
    passed out
    not/isnt/cant/cannot/stopped/hardly … breathe/breathing
    doesnt breathe
    wont/not/doesnt/cant … wake/waking … up
    unresponsive
    lifeless
    heart attack
    cardiac arrest
    having/had a stroke
    chest pain/pains
    pain in … chest
    bleeding … badly/heavily/out/lots/lot/much
    blood everywhere
    losing … blood
    poisoned
    poisoning
    having/has … seizure/seizures
    in danger now/right
    life/lives … in danger
    in great/serious danger
    life threatening
    freezing to death
    freeze/froze/frozen to death
    house/flat/apartment/building/room is on fire
    there is a fire
    theres a fire
    help me/us/him/her now
    need/needs help now
    need/needs urgent help
    call/send … ambulance/police
