/// English words of seven letters and more that lie one edit from another English word of different meaning.
///
/// A correction may not touch them or their inflections, whatever the vocabulary of the rules is. Chosen from pairs in the Snowball
/// vocabulary that share the first and the last letter, as far as they occur in working life.
public enum Lookalikes {
  /// True where a folded word is such a word, or has its stem.
  public static func contains(_ word: [UInt8]) -> Bool {
    let stem = Porter2.stem(of: word)
    var low = 0
    var high = stems.count
    while low < high {
      let middle = low + (high - low) / 2
      if stems[middle].lexicographicallyPrecedes(stem) { low = middle + 1 } else { high = middle }
    }
    return low < stems.count && stems[low] == stem
  }

  private static let stems: [[UInt8]] = list.split(separator: 0x20).map { Porter2.stem(of: Array($0)) }
    .sorted { $0.lexicographicallyPrecedes($1) }

  private static var list: [UInt8] {
    // safe: a StaticString of the program, pointer and length its own.
    Array(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private static let text: StaticString = """
    accents accepts acquired adapted adapting addiction addition additions adopted adopting alteration \
    altercation alternation altitude ambitions ambitious appealed appealing appeals appeared appearing \
    appears aptitude assumed assuming assured assuring attached attacked attitude automation automaton \
    banging banking barking beaches breaches capital capitol caption carriers carries caution centred \
    certain changed changes changing chapter charged charges charging charity charter charters chatter \
    checked clarity cleaned cleaner cleaning cleared clearer clearing closing coaches coaching command \
    commanded commands commenced commencing commend commended commending comment commented commenting \
    comments compared compered compete competed competing compiled complained complains complaint \
    complaints complaisance complement complements complete completed completing compliant complied \
    compliment compliments concept concern concerned concerns concert concerted concerts conduct conduit \
    confided confined confirm confirmed confirming confirms conform conforming conforms connection consent \
    consents contact contacted contacting contacts contended content contents contest context contiguous \
    continuous contract contracted contracting contracts contrast contrasting contrasts convention converse \
    convert converted converts council counsel counted counter courier courses courted covered covering \
    dealing decades deceased decided decides decision decrease decreased defective defects defending \
    deferred defined depending depends deriving detached detailed detailing details detained detains \
    detected detection detective detention devices devises differed discharge discount dispatch displaced \
    displayed distinction distract district diverge diverse divided doubled doubted drafted drifted drivers \
    driving earnings employees employers enduring ensured ensures ensuring entirely entirety entries \
    eternal exceeds excepts expanded expanding expansive expedience expended expense expensive experience \
    expired explode exploding explore exploring exported exposed express extended extending extensive \
    external extremely factors failing falling farther feeling filling finding flooring following follows \
    formally formerly forward founding foundling funding further gathering generally genially graceful \
    granted grateful greeting growing grunted guarded handing handling hanging hardest harvest heading \
    headings healing hearing heating helping holding hosting hundred identify identity imparted imported \
    impression improper improvident incident inclining including indented infection inferior inflection \
    injection injured injuring inserted insight installed instance instilled insured insuring intends \
    intention intents interior internal interval invention inventor inventory inverted investor invited \
    judgment landing lasting lateness leaders leading leaning learning leasing leaving lenders lending \
    lessens lessons letters licence license linking listing litters loading locking lodging logging longing \
    looking loosing marched marches marking masking massage matched matches material maternal matters \
    meaning measure meeting melting mending mention message minding minister minutes missing mission \
    morning mourning natural neutral notices novices objection offence offense opening operate outline \
    outlines overhead overheard overnight oversight overtaking overtalking packing painted painting parents \
    parking parties passing passion patents patients pausing perfect persons perspective placing planned \
    planner planning planted planting playing pleased pointed pointing portable posting potable practice \
    practices practise practised practises praying precious precise premise premises prescribed presence \
    present presented presenting pretence prevent prevented preventing previous pricing principal principle \
    printed printing proceed process processed processes procession processor profess profession professor \
    project projected projecting projection projects promise promised promises promoted promoter promoting \
    prompted prompter prompting properly property propose proposed prosecute prospective protect protected \
    protecting protection protects provided provider providers provides purpose putting qualified qualifies \
    qualify qualities quality quarter quieter quietly raising ranging ranking ratings reached reaction \
    reading realised recorded recording recover recovered redaction reduction refection reference referred \
    refined reflection refunded regained regarding regards related relating relation relaxed relaxing \
    relying remainder remainders remained remaining remains reminder reminders repeated repeating replied \
    replying reported reporting reports request required resolution resolved resorted resorts respond \
    response retailers retained retaining retains retired revealed revenge revenue reverence reversed \
    reverted reviewed revised revising revolution revolved rewarded rewarding rewards ringing ruining \
    running sampling scanned scoring seating section secured selling sending serving setting settings \
    settling several severely shading shaping sharing shipped shipping shopping shorter showing signing \
    simulate simulation singing sitting situation skilled skipped skipping slightly smaller sorting \
    speaking specially specialty spelling spending spilling spotting staffed staffing standing started \
    starting stating statues statutes staying stepping stimulate stimulation stopped stopping strained \
    straining stranger streams striking striving stronger structure studies studios stuffing supplier \
    suppliers supplies suspicions suspicious talking teachers teaches telling testing thanking thinking \
    thorough thoroughly threads threats through throughly throughout throughput touches tracing tracked \
    tracking trading trailed trailer trailing trained trainer training transfers translate treated treating \
    tricked turning underline underlined undermine undermined unloaded uploaded vacation variance various \
    venture verified vocation waiting walking wandering wanting warning washing watches watching weather \
    welcome whenever wherever whether winning wishing without witness wondering wording working worried \
    writers writing
    """
}
