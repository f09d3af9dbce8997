public import PremarkText

/// What a result says beside the file: the field `submission`.
public struct SubmissionOrigin: Sendable, Equatable {
  /// What tells the submission from every other of the run.
  public let id: String
  /// Who and what stands around it.
  public let circumstances: Circumstances

  /// Makes one.
  public init(id: String, circumstances: Circumstances) {
    self.id = id
    self.circumstances = circumstances
  }

  /// Writes the object: the id, then what is known.
  public func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("id", id)
      for field in circumstances.fields { json.field(field.name, field.value) }
    }
  }
}
