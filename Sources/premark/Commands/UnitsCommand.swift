import PremarkDocument
import PremarkPlatform
import PremarkReporting
import PremarkRules

/// `premark units`
struct UnitsCommand {
  private let invocation: Invocation

  init(_ invocation: Invocation) { self.invocation = invocation }

  func run(on console: inout Console) throws(CommandError) {
    let library = try RuleLibrary(invocation, on: &console)
    if let format = invocation.value(.export).flatMap(UnitExport.init(rawValue:)) {
      return try export(library, as: format, on: &console)
    }
    for name in [OptionName.unit, .output] where invocation.value(name) != nil {
      throw .usage("'--\(name.rawValue)' needs '--export FORMAT'")
    }
    var page = TerminalPage(style: Console.style(isPlain: invocation.has(.plain)))
    let column = (library.units.map { page.columns(of: $0) }.max() ?? 0) + 2
    for id in library.units {
      guard let unit = library.usable(id, on: &console)?.rules.ruleSet.unit else { continue }
      let awarded = unit.awardedBy.isEmpty ? "" : " (\(unit.awardedBy))"
      page.entry([Run(id, .strong)], [Run(unit.title + awarded)], column: column)
    }
    try console.put(page.bytes)
  }

  private func export(
    _ library: RuleLibrary, as format: UnitExport, on console: inout Console
  ) throws(CommandError) {
    let day = invocation.value(.changed) ?? UnitExport.standardDay
    guard isDay(day) else {
      throw .usage("'\(day)' is no value of '--changed'; it takes a day as 2026-04-30")
    }
    var base = invocation.value(.base) ?? UnitExport.standardBase
    while base.hasSuffix("/") { base.removeLast() }
    let output = invocation.value(.output)
    let named = try invocation.value(.unit).map { name throws(CommandError) in try library.unit(named: name) }
    guard let only = named ?? (library.units.count == 1 ? library.units.first : nil) else {
      guard let folder = output else {
        throw .usage(
          "a framework is of one unit: say which with '--unit', or name a folder for all with '--output'; there are: "
            + library.units.joined(separator: ", "))
      }
      for id in library.units {
        guard let unit = library.usable(id, on: &console) else { continue }
        write(
          format.report(unit, day: day, base: base), to: folder + "/" + id + format.ending, on: &console)
      }
      return
    }
    guard let unit = library.usable(only, on: &console) else { return }
    let bytes = format.report(unit, day: day, base: base)
    guard let output else { return try console.put(bytes) }
    write(bytes, to: output, on: &console)
  }

  private func isDay(_ written: String) -> Bool {
    written.utf8.count == 10 && (try? MarkingOptions(submitted: written, learner: nil)) != nil
  }

  private func write(_ bytes: [UInt8], to path: String, on console: inout Console) {
    if let why = RuleFolder.makeFolder(of: path) ?? FileBytes.write(bytes, to: path) {
      console.complain("\(path): it cannot be written (\(why)); name a place where you may write", .unread)
    }
  }
}
