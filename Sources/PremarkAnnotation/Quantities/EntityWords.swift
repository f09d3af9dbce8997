/// The closed classes of English words that dates and quantities are made of.
enum EntityWords {
  /// Enters all of them.
  static func enter(into builder: inout MeaningBuilder) {
    enterCalendar(&builder)
    enterNumbers(&builder)
    enterUnits(&builder)
    enterGrammar(&builder)
    enterFunctionWords(&builder)
    for (name, _, _) in Feast.names {
      let first = Array(name.utf8.prefix { $0 != 0x20 })
      builder.mark(String(decoding: first, as: UTF8.self), .feast)
      // "Valentine's" and "valentines" are two words to the table.
      if first.count > 3, first.last == 0x73 {
        builder.mark(String(decoding: first.dropLast() + [0x27, 0x73], as: UTF8.self), .feast)
      }
    }
    builder.mark("hallowe'en", .feast)
  }

  private static func enterCalendar(_ builder: inout MeaningBuilder) {
    builder.number(
      "january february march april may june july august september october november december", from: 1
    ) { $0.month = UInt8($1) }
    builder.number("jan feb mar apr may jun jul aug sep oct nov dec", from: 1) { meaning, month in
      meaning.month = UInt8(month)
      if month != 5 { meaning.traits.insert(.short) }
    }
    for (word, month) in [
      ("sept", 9), ("janu", 1), ("febr", 2), ("febuary", 2), ("feburary", 2), ("januray", 1), ("augest", 8),
      ("septemeber", 9), ("setember", 9), ("octomber", 10), ("novemeber", 11), ("decemeber", 12),
      ("arpil", 4),
    ] {
      builder.mark(word) {
        $0.month = UInt8(month)
        $0.traits.insert(.short)
      }
    }
    builder.mark(all: "may march mar sat sun mon", .doubtful)
    builder.number("monday tuesday wednesday thursday friday saturday sunday", from: 1) {
      $0.weekday = UInt8($1)
    }
    builder.number("mon tues weds thurs fri sat sun", from: 1) { $0.weekday = UInt8($1) }
    builder.number("mon tue wed thur fri sat sun", from: 1) { $0.weekday = UInt8($1) }
    builder.mark("thu") { $0.weekday = 4 }
    builder.mark("wensday") { $0.weekday = 3 }
    builder.mark(all: "mon tue tues wed weds thu thur thurs fri sat sun", .short)
    builder.number("mondays tuesdays wednesdays thursdays fridays saturdays sundays", from: 1) {
      $0.weekday = UInt8($1)
      $0.traits.insert(.plural)
    }
  }

  private static func enterNumbers(_ builder: inout MeaningBuilder) {
    builder.number(
      """
      zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
      seventeen eighteen nineteen twenty
      """, from: 0
    ) { $0.cardinal = Int32($1) }
    builder.number("thirty forty fifty sixty seventy eighty ninety", from: 3) { $0.cardinal = Int32($1 * 10) }
    builder.mark("fourty") { $0.cardinal = 40 }
    builder.number(
      """
      first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
      fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
      """, from: 1
    ) { $0.ordinal = UInt8($1) }
    builder.mark("twelth") { $0.ordinal = 12 }
    builder.mark("thirtieth") { $0.ordinal = 30 }
    for (word, keyword) in [
      ("hundred", Keyword.hundred), ("thousand", .thousand), ("million", .million), ("dozen", .dozen),
      ("couple", .couple), ("half", .half),
    ] { builder.mark(word) { $0.keyword = keyword } }
  }

  private static func enterUnits(_ builder: inout MeaningBuilder) {
    let units: [(StaticString, StaticString, TimeUnit)] = [
      ("second sec s", "seconds secs", .second), ("minute min m", "minutes mins minuets", .minute),
      ("hour hr h", "hours hrs", .hour), ("day", "days", .day), ("week wk", "weeks wks", .week),
      ("fortnight", "fortnights", .fortnight), ("month mth", "months mths", .month),
      ("quarter", "quarters", .quarter), ("year yr", "years yrs", .year),
    ]
    for (singular, plural, unit) in units {
      for word in MeaningBuilder.words(of: singular) {
        builder.mark(word) { $0.unit = unit }
        builder.mark(word + "'s") { $0.unit = unit }
      }
      for word in MeaningBuilder.words(of: plural) {
        builder.mark(word) {
          $0.unit = unit
          $0.traits.insert(.plural)
        }
      }
    }
    builder.mark(all: "sec secs s min mins m hr hrs h wk wks mth mths yr yrs", .short)
  }

  private static func enterGrammar(_ builder: inout MeaningBuilder) {
    let keywords: [(StaticString, Keyword)] = [
      ("a an", .a), ("the ye", .the), ("of", .of), ("and n", .and), ("or", .or), ("to", .to), ("from", .from),
      ("by", .by), ("within", .within), ("in", .in), ("on", .on), ("at", .at),
      ("until till til untill", .until),
      ("before", .before), ("after", .after), ("since", .since), ("between", .between), ("for", .for),
      ("per", .per), ("over during throughout", .over), ("than", .than), ("no", .no), ("not", .not),
      ("later", .later), ("end", .end), ("start beginning", .start), ("middle mid", .middle),
      ("early", .early),
      ("late", .late), ("next", .next), ("last", .last), ("this current", .this),
      ("coming following", .coming),
      ("every", .every), ("each", .each), ("other", .other), ("alternate", .alternate), ("once", .once),
      ("twice", .twice), ("times", .times), ("time", .time), ("commencing", .commencing), ("ending", .ending),
      ("cent", .cent), ("percent pct", .percent), ("points point pts", .points),
      ("pounds pound quid gbp", .pounds),
      ("pence", .pence), ("p", .p), ("euros euro", .euros), ("dollars dollar", .dollars), ("k", .k),
      ("out", .out),
      ("up", .up), ("down", .down), ("was were", .was), ("now", .now),
      ("my our your his her their its", .possessive), ("spring", .spring), ("summer", .summer),
      ("autumn", .autumn), ("winter", .winter), ("financial fiscal tax fy", .financial),
      ("academic", .academic),
      ("st nd rd th", .suffix), ("am", .am), ("pm", .pm), ("o'clock oclock", .oclock),
      ("past", .past), ("x", .x), ("w", .w), ("c", .c), ("e", .e), ("weekly", .weekly),
      ("fortnightly biweekly", .fortnightly), ("monthly", .monthly), ("quarterly", .quarterly),
      ("yearly annually annual", .yearly), ("daily nightly", .daily), ("halved halve halving", .halved),
      ("doubled double doubling", .doubled), ("trebled treble tripled triple", .trebled), ("used", .used),
      ("working calendar full whole", .working), ("eom", .endOfMonth), ("eoy", .endOfYear),
      ("no. number numbers nos nr", .number),
      ("review meeting appraisal supervision session huddle catch catchup coaching pdr assessment", .meeting),
      ("scale", .scale), ("http https www", .web), ("who which", .who), ("then", .then),
      ("through thru", .through),
      ("moved move moving extended extend changed pushed postponed brought deferred rescheduled", .moved),
    ]
    for (words, keyword) in keywords { builder.mark(all: words, keyword) }
  }

  private static func enterFunctionWords(_ builder: inout MeaningBuilder) {
    builder.mark(
      all:
        """
        i we he she they it you me us him her them who myself i'm i've i'd i'll we've we're he's she's they're
        it's that's there's im ive
        """, .pronoun)
    builder.mark(
      all: """
        i we he she they it you me us him her them who myself i'm i've i'd i'll we've we're he's she's they're it's \
        that's there's im ive a an the this that these those my our your his their its some any no none all both \
        each every either neither such same other another much many more most less few fewer several own of in on at \
        by for with from to into onto over under up down out off about above below between across through during \
        before after since until till within without against along among around near past per as than like via and \
        or but nor so yet if when while because although though whether where why how what which whose whom am is \
        are was were be been being have has had having do does did done doing will would shall should can could may \
        might must not never always also just only still now then there here very too quite rather really even ever \
        already again soon perhaps maybe yes well instead however therefore once twice isn't aren't wasn't weren't \
        don't doesn't didn't haven't hasn't hadn't won't wouldn't can't couldn't shouldn't us plus minus less across \
        unless does goes says takes makes gets gives comes helps shows means everybody everyone \
        anybody anyone somebody someone nobody needs works starts ends looks tells asks
        """, .function)
    builder.mark(
      all: """
        about around approximately approx roughly nearly almost just over under below above least most only well \
        exactly circa round currently still average another towards
        """, .hedge)
    builder.mark(
      all: "will would shall should can could may might must i'll we'll they'll he'll she'll not", .modal)
    builder.mark(all: "mr mrs ms miss mx dr", .title)
    builder.mark(
      all: """
        who whom person people owner name names member members adviser advisor advisers agent agents colleague \
        operator buddy lead
        """, .personHead)
    builder.mark(all: "in at near around outside", .beforePlace)
    builder.mark(all: "with told asked thanked from shadowed shadowing met", .beforePerson)
  }
}
