// The stories of the guided tour: who does what, in the bot's own words, and why it matters.
//
// A step's acts are done on the phone of `who`: press a button, type words, move the clock or open
// a panel. Each pair of words is [Danish, English]. A step ends when all in `reaches` were told.

const press = (da, en) => ({ press: [da, en] });
const type = (da, en = da) => ({ type: [da, en] });
const clock = (to) => ({ clock: to }); // "next": to the next reminder
const show = (panel) => ({ show: panel });
const skip = press("Spring over", "Skip");
const skips = (times) => Array(times).fill(skip);

const begins = [type("/start"), press("Dansk", "English"), press("Nej", "No")];
const worried = press("En, jeg er bekymret for", "Someone I am worried about");

// A relative's answers, from who it is about to the summary.
const tells = [
  press("Nabo", "Neighbour"),
  press("Ja", "Yes"),
  press("Ja", "Yes"),
  press("Nej", "No"),
  press("Er meget alene, går ikke ud", "Is alone a lot, does not go out"),
  press("Videre", "Next"),
  type(
    "Han råber om natten og åbner ikke længere sin dør.",
    "He shouts at night and no longer opens his door.",
  ),
  type("Bænken ved stationen, om aftenen", "The bench by the station, in the evening"),
  skip,
  press("Nogle uger", "Some weeks"),
  ...skips(5),
  press("Ja", "Yes"),
];

const step = (who, acts, why, reaches = []) => ({ who, acts, why, reaches });

export const STORIES = [
  {
    name: "relative",
    onDuty: true,
    title: ["En pårørendes bekymring", "A relative’s worry"],
    about: [
      "Kim er bekymret for en nabo. Anna har vagten, tager den og reagerer.",
      "Kim is worried about a neighbour. Anna is on duty, takes it and responds.",
    ],
    steps: [
      step("relative", begins, [
        "Kim skriver til botten, vælger sprog og bliver først spurgt, om nogen er i fare lige nu.",
        "Kim writes to the bot, picks a language and is first asked whether anyone is in danger right now.",
      ]),
      step("relative", [worried], [
        "Ingen skal sige sit navn. Det står der fra begyndelsen.",
        "Nobody has to give a name. The bot says so from the start.",
      ]),
      step("relative", tells, [
        "Få og lette spørgsmål. Alt det, der ikke er nødvendigt, kan springes over.",
        "Few and easy questions. Whatever is not needed can be skipped.",
      ]),
      step("relative", [press("Send", "Send")], [
        "Kim får en frist på højst 7 dage og en kode. Annas telefon siger til – uden et ord om hvad.",
        "Kim gets a deadline of at most 7 days and a code. Anna’s phone rings – without a word of what it is about.",
      ], ["worker"]),
      step("worker", [press("Åbn", "Open")], [
        "Først når Anna åbner den, kan hun læse den. Kim ser, at et menneske har læst den.",
        "Only when Anna opens it can she read it. Kim sees that a human being has read it.",
      ], ["relative"]),
      step("worker", [press("Tag", "Take")], [
        "Nu er den Annas. Præcis én medarbejder har den, så ingen falder mellem to stole.",
        "Now it is Anna’s. Exactly one worker has it, so nobody falls between two chairs.",
      ]),
      step("relative", [press("Jeg har gemt koden", "I have kept the code")], [
        "Koden er Kims eneste bevis. Kommunen gemmer kun et fingeraftryk af den.",
        "The code is Kim’s only proof. The municipality keeps no more than a fingerprint of it.",
      ]),
      step("worker", [press("Har ringet", "Called")], [
        "Ét tryk siger, at Anna har reageret. Løftet om 7 dage er holdt.",
        "One press says that Anna has responded. The 7-day promise is kept.",
      ]),
      step("worker", [press("Følg op om 7 dage", "Follow up in 7 days"), clock("next")], [
        "Kim får at vide, at der er reageret. Mere må kommunen ikke sige: den har tavshedspligt.",
        "Kim hears that there was a response. The municipality may say no more: it must keep confidence.",
      ], ["relative"]),
    ],
  },
  {
    name: "citizen",
    onDuty: true,
    title: ["Anonym til det sidste", "Anonymous to the end"],
    about: [
      "Sami sover ude, taler med Anna uden navn og slipper så sporet til sig.",
      "Sami sleeps outside, talks to Anna without a name, then cuts the trace.",
    ],
    steps: [
      step("citizen", [show("stored"), ...begins, press("Mig selv", "Myself")], [
        "Sami skriver om sig selv. Panelet viser, hvad kommunen gemmer imens: kun forseglede felter.",
        "Sami writes for himself. The panel shows what the municipality stores meanwhile: only sealed fields.",
      ]),
      step(
        "citizen",
        [
          press("Et sted at sove", "Somewhere to sleep"),
          press("Videre", "Next"),
          type("Jeg sover ude og fryser om natten.", "I sleep outside and freeze at night."),
          press("Udenfor", "Outside"),
          type("Bænken ved søen", "The bench by the lake"),
          press("Aften", "Evening"),
          press("Videre", "Next"),
          press("Skriv her, så er jeg anonym", "Write here, then I stay anonymous"),
          ...skips(3),
        ],
        [
          "Sami bestemmer selv: hvilken hjælp, hvor, hvornår – og hvordan vi må svare.",
          "Sami decides: what help, where, when – and how we may answer.",
        ],
      ),
      step("citizen", [press("Send", "Send"), press("Jeg har gemt koden", "I have kept the code")], [
        "Henvendelsen står nu i databasen. Svarene og vejen tilbage til Sami er forseglet.",
        "The concern is now in the database. The answers and the way back to Sami are sealed.",
      ], ["worker"]),
      step("worker", [press("Åbn", "Open"), press("Tag", "Take")], [
        "Anna ser et kaldenavn og Samis ord. Hun ser ikke, hvem Sami er.",
        "Anna sees a nickname and Sami’s words. She does not see who Sami is.",
      ], ["citizen"]),
      step(
        "worker",
        [
          press("Skriv til henvender", "Write to the reporter"),
          type("Skal vi mødes ved bænken klokken 19?", "Shall we meet at the bench at 7 pm?"),
          press("Send beskeden", "Send the message"),
        ],
        [
          "De kan tale sammen gennem botten, uden at nogen får den andens nummer.",
          "They can talk through the bot, and neither gets the other’s number.",
        ],
        ["citizen"],
      ),
      step("citizen", [press("Svar", "Answer"), type("Ja. Jeg er der.", "Yes. I’ll be there.")], [
        "Sami er stadig anonym – og behøver ikke svare.",
        "Sami is still anonymous – and need not answer.",
      ], ["worker"]),
      step("citizen", [type("/slip"), press("Ja, slip sporet", "Yes, cut the trace")], [
        "Sami slipper sporet: nøglen til vejen tilbage slettes. Se den knækkede nøgle i panelet.",
        "Sami cuts the trace: the key to the way back is deleted. See the broken key in the panel.",
      ]),
      step("worker", [press("Åbn", "Open")], [
        "Anna kan stadig læse ordene og komme forbi. Men ingen kan finde ud af, hvem der skrev.",
        "Anna can still read the words and come by. But nobody can find out who wrote them.",
      ]),
    ],
  },
  {
    name: "partner",
    onDuty: true,
    title: ["Et fælles hjemmebesøg", "A joint home visit"],
    about: [
      "Mette er sygeplejerske og beder om følgeskab til et besøg.",
      "Mette is a nurse and asks for company on a visit.",
    ],
    steps: [
      step("partner", [...begins, press("Jeg skriver i mit arbejde", "I am writing as part of my job")], [
        "Fagfolk har deres egen vej ind, med andre spørgsmål end en nabo.",
        "Professionals have their own way in, with other questions than a neighbour.",
      ]),
      step("partner", [press("Psykiatri eller sygehus", "Psychiatry or hospital"), press("Et fælles hjemmebesøg", "A joint home visit")], [
        "Mette vælger, hvad hun vil. Hun kan ikke lægge opgaven fra sig her.",
        "Mette picks what she wants. She cannot hand the task over here.",
      ]),
      step("partner", [press("Ja", "Yes")], [
        "Det første spørgsmål er, om borgeren har sagt ja. Uden det deles intet navn.",
        "The first question is whether the citizen has agreed. Without that, no name is shared.",
      ]),
      step(
        "partner",
        [
          press("Har det psykisk svært", "Is struggling mentally"),
          press("Videre", "Next"),
          skip,
          type("Han tør ikke åbne, når vi kommer alene.", "He dares not open when we come alone."),
          type("Torsdag eller fredag formiddag", "Thursday or Friday morning"),
          type("Hjemme hos ham", "At his home"),
        ],
        [
          "Hvorfor, hvornår og hvor: nok til, at Anna kan sige ja eller nej.",
          "Why, when and where: enough for Anna to say yes or no.",
        ],
      ),
      step(
        "partner",
        [
          skip,
          type("Distriktssygeplejen", "The district nurses"),
          press("Det er forstået", "Understood"),
          press("Nej", "No"),
          ...skips(2),
          type("Mette, telefon på afdelingen", "Mette, the ward’s telephone"),
        ],
        [
          "Botten siger det ligeud: teamet går med, men Mettes egen hjælp og egne pligter fortsætter.",
          "The bot says it plainly: the team goes along, but Mette’s own help and duties carry on.",
        ],
      ),
      step("partner", [press("Send", "Send")], [
        "Mette får sin frist. Vagten får besked med det samme.",
        "Mette gets her deadline. Whoever is on duty is told at once.",
      ], ["worker"]),
      step("worker", [press("Tag", "Take")], [
        "Anna tager den og ser, hvorfor de skal gå sammen. Mette får at vide, at den er læst.",
        "Anna takes it and sees why they should go together. Mette hears that it has been read.",
      ], ["partner"]),
      step(
        "worker",
        [
          press("Åbn", "Open"),
          press("Vi vil gerne være med", "We would like to join"),
          press("Send beskeden", "Send the message"),
        ],
        [
          "Et svar med to tryk. Botten aftaler ikke besøget – det gør mennesker.",
          "An answer in two presses. The bot does not book the visit – people do.",
        ],
        ["partner"],
      ),
    ],
  },
  {
    name: "nobody",
    onDuty: false,
    title: ["Ingen har vagten", "Nobody on duty"],
    about: [
      "Ingen har vagten i dag. Uret sørger for, at den alligevel ikke bliver glemt.",
      "Nobody is on duty today. The clock sees to it that the concern is not forgotten.",
    ],
    steps: [
      step("relative", [show("timeline"), ...begins, worried, ...tells], [
        "Kim skriver som altid. Kim skal ikke vide, om nogen har vagten.",
        "Kim writes as always. Kim need not know whether anyone is on duty.",
      ]),
      step("relative", [press("Send", "Send")], [
        "Ingen har vagten, så hele teamet og lederen får besked med det samme.",
        "Nobody is on duty, so the whole team and the lead are told at once.",
      ], ["worker", "second", "lead"]),
      step("second", [clock("next"), clock("next")], [
        "En halv time går, og ingen har taget den. Teamet får besked igen.",
        "Half an hour passes and nobody has taken it. The team is told again.",
      ], ["worker", "second"]),
      step("lead", [clock("next")], [
        "En time er gået. Nu får lederen besked – af sig selv, uden at nogen skal huske det.",
        "An hour has passed. Now the lead is told – by itself, nobody has to remember.",
      ], ["lead"]),
      step("lead", [press("Tag", "Take")], [
        "Lone tager den. De andre ser, at de ikke skal gøre mere.",
        "Lone takes it. The others see that they need do no more.",
      ]),
      step("lead", [press("Har været ude", "Went out")], [
        "Fristen er holdt. Tidslinjen viser, at resten af påmindelserne ikke længere er nødvendige.",
        "The deadline is kept. The timeline shows that the other reminders are no longer needed.",
      ]),
    ],
  },
];
