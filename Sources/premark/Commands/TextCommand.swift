import PremarkDocument

/// `premark text FILE`
struct TextCommand {
  private let path: String

  init(_ invocation: Invocation) { path = invocation.operands[0] }

  func run(on console: inout Console) throws(CommandError) {
    if case .success(let submission) = Submission.read(path, on: &console) {
      try console.put(submission.document.readableText())
    }
  }
}
