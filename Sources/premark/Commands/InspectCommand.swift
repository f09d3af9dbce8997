import PremarkAnnotation
import PremarkReporting
import PremarkText

/// `premark inspect FILE`
struct InspectCommand {
  private let invocation: Invocation
  private let options: MarkingOptions

  init(_ invocation: Invocation) throws(CommandError) {
    self.invocation = invocation
    options = try MarkingOptions(invocation)
  }

  func run(on console: inout Console) throws(CommandError) {
    let library = try RuleLibrary(invocation, on: &console)
    let isJSON = invocation.value(.format) == "json"
    guard let lexicon = library.lexicon(on: &console) else { return }
    switch Submission.read(invocation.operands[0], on: &console) {
    case .failure(let error):
      if isJSON { try console.put(InspectionJSON.report(Failure(invocation.operands[0], error))) }
    case .success(let submission):
      var words = WordTable()
      let annotator = Annotator(lexicon: lexicon, words: &words)
      let text = annotator.annotate(submission.document, options: options.annotation, words: words)
      let inspection = Inspection(
        name: submission.name, digest: submission.digest, words: text.visibleWords, text: text)
      let style = Console.style(isPlain: invocation.has(.plain))
      try console.put(
        isJSON ? InspectionJSON.report(inspection) : TerminalInspection(style: style).report(inspection))
    }
  }
}
