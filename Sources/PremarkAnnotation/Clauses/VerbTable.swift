/// Verbs by which clauses are told apart: forms that endings do not show, and bases from which endings are judged.
enum VerbTable {
  /// Bases that are hardly ever nouns.
  static let verbs: StaticString = """
    accept achieve acknowledge acquire adapt add adjust admit adopt advise afford agree aid allow amend analyse
    analyze announce apologise appear apply appoint appreciate approach argue arrange arrive assess assign assist
    assume assure attain attend avoid bake become begin behave believe belong bring browse build calculate calm
    cancel celebrate chase choose clarify clear collect come communicate compare compete compile complain complete
    concentrate conclude conduct confirm connect consider consolidate consult contain continue contribute convert
    convince cooperate correct create decide decrease delegate deliver demonstrate deny depend deputise describe
    deserve design determine develop differ discover discuss dislike distinguish divide earn eat educate eliminate
    embed emphasise employ enable encourage engage enhance enjoy enrol enroll ensure enter establish evaluate
    examine exceed exist expand expect explain explore express extend fail fall familiarise feel finish fit fix follow
    forget fulfil gain gather get give go grow handle happen hear hesitate hit identify ignore illustrate implement
    improve include increase indicate influence inform inquire insist inspire install integrate intend interact
    introduce investigate invite involve join keep know lack lead learn leave let lie listen lose maintain make
    manage master mean meet mention merge minimise motivate negotiate notice observe obtain occur offer organise
    overcome owe own participate pay perform persuade practise prefer prepare prevent prioritise proceed produce
    progress promise promote propose prove provide pull push put qualify react read realise receive recognise
    recommend reduce refer reflect refresh refuse regard register relate relax rely remain remember remind remove
    repeat replace reply represent require reschedule research resolve respond retain retake revisit revise ring
    run say schedule seek seem select sell send separate serve set shadow sit solve speak spend spread stand start
    stay step stick stop strengthen struggle study submit succeed suggest suit summarise supply suppose survive
    take talk teach tell tend thank think throw transfer translate treat try turn understand undertake update
    upload utilise validate vary visit volunteer wait walk want watch wear win write agree sign shall hope wish
    collaborate coach mentor facilitate chair present brief attempt bother cover liaise empathise reassure escalate
    """

  /// Bases that are nouns as often.
  static let nounVerbs: StaticString = """
    access act address aim answer approach ask attempt balance base benefit block book break buddy budget call care
    cause challenge change chart chat check claim close coach comment commit contact control cost cover debate deal delay
    demand detail document doubt draft dream drive drop email end escape estimate exercise experience face feature
    feedback feel figure file fill find focus force form function fund goal grade grasp guide hand head
    help highlight hold hope huddle impact influence interest interview issue job judge label lack lead level
    like limit line link list live log look love mark master match matter measure mind miss model monitor move name
    need network note object order outline pace part pass path phone pick place plan play point position post power
    practice praise present press process profile progress project purchase question race raise range rank rate reach repeat
    record refresh regard release report request research reserve rest result return review reward ring rise risk
    role run sale sample save schedule score search sense service shape share shift show sign sort sound
    stage standard start state step stop stress structure study support surprise survey swap switch talk target task team
    test time touch track trade train transfer travel trial trouble trust turn type update use value view visit voice
    volunteer vote wait walk warm watch welcome win wish work worry wrap benchmark shadow mentor chair brief
    """

  /// Base, past and participle where endings do not show them; one form for all three where alike.
  static let irregular: StaticString = """
    become/became/become begin/began/begun bring/brought/brought build/built/built buy/bought/bought
    catch/caught/caught choose/chose/chosen come/came/come cut/cut/cut deal/dealt/dealt
    draw/drew/drawn drive/drove/driven eat/ate/eaten fall/fell/fallen feel/felt/felt find/found/found
    forget/forgot/forgotten get/got/got give/gave/given go/went/gone grow/grew/grown hear/heard/heard
    hit/hit/hit hold/held/held keep/kept/kept know/knew/known lead/led/led learn/learnt/learnt leave/left/left
    lend/lent/lent let/let/let lie/lay/lain lose/lost/lost make/made/made mean/meant/meant meet/met/met
    pay/paid/paid put/put/put read/read/read ring/rang/rung rise/rose/risen run/ran/run say/said/said
    see/saw/seen sell/sold/sold send/sent/sent set/set/set show/showed/shown shut/shut/shut sing/sang/sung
    sit/sat/sat sleep/slept/slept speak/spoke/spoken spend/spent/spent split/split/split stand/stood/stood
    stick/stuck/stuck swear/swore/sworn take/took/taken teach/taught/taught tell/told/told think/thought/thought
    throw/threw/thrown understand/understood/understood undertake/undertook/undertaken wake/woke/woken
    wear/wore/worn win/won/won write/wrote/written overcome/overcame/overcome shrink/shrank/shrunk
    break/broke/broken bend/bent/bent beat/beat/beaten fly/flew/flown freeze/froze/frozen hang/hung/hung
    hide/hid/hidden hurt/hurt/hurt ride/rode/ridden seek/sought/sought shake/shook/shaken
    slide/slid/slid spring/sprang/sprung steal/stole/stolen strike/struck/struck sweep/swept/swept swim/swam/swum
    swing/swung/swung tear/tore/torn withdraw/withdrew/withdrawn feed/fed/fed fight/fought/fought
    spread/spread/spread cost/cost/cost quit/quit/quit redo/redid/redone rewrite/rewrote/rewritten retake/retook/retaken reset/reset/reset
    """

  /// What follows a verb's meaning, listed by form.
  static let meanings: [(WordClass, StaticString)] = [
    (
      .wish,
      "want wants wanted wanting wanna hope hopes hoped hoping wish wishes wished like love keen dream dreaming"
    ),
    (.wish, "aspire aspires aspiring interested eager"),
    (
      .intent,
      "plan plans planned planning intend intends intended intending aim aims aiming aimed mean going"
    ),
    (.intent, "propose target agreed"),
    (.arranged, "booked scheduled arranged enrolled registered due lined signed planned confirmed"),
    (
      .outcome,
      "improved passed achieved met fell rose dropped increased reduced gained exceeded hit beat beaten"
    ),
    (.outcome, "fallen risen grew grown decreased shortened halved doubled raised lowered won awarded"),
    (.outcome, "promoted qualified earned resolved succeeded mastered jumped climbed slipped rocketed"),
    (.outcome, "reached scored certified accredited commended praised"),
    (
      .saying,
      "say says said tell tells told think thinks thought believe believes believed feel feels felt know"
    ),
    (
      .saying,
      "knows knew realise realises realised realize realized notice notices noticed mean means meant hope"
    ),
    (
      .saying,
      "hopes hoped suggest suggests suggested explain explains explained show shows showed shown agree agrees"
    ),
    (
      .saying,
      "agreed ask asks asked reckon reckons reckoned find found see saw hear heard understand understood"
    ),
    (
      .saying,
      "learn learned learnt decide decided confirm confirmed report reported mention mentioned point pointed"
    ),
    (
      .saying,
      "guess assume assumed expect expected advise advised remind reminded wish sure glad pleased happy afraid"
    ),
  ]

  /// Words whose endings mislead.
  static let misleading: StaticString = """
    need speed indeed feed seed bed red shed hundred kindred thing things anything something nothing everything
    morning evening during bring string spring king ring building ceiling wing sing sibling sterling
    united based family early only reply apply supply ally july daily weekly monthly likely friendly lovely
    is was has does this its thus plus bus process business success access progress address less unless across
    always perhaps sometimes besides yes focus status series news goods
    """
}
