public import PremarkDocument
public import PremarkText

/// What annotation is told from outside; nothing else can change its result.
public struct AnnotationOptions: Sendable {
  /// The day the work was handed in (`--submitted`): the reference for "by the end of next month".
  public var submitted: CalendarDate?
  /// The learner's name (`--learner`), where the document does not say it.
  public var learner: String?

  /// Makes options.
  public init(submitted: CalendarDate? = nil, learner: String? = nil) {
    self.submitted = submitted
    self.learner = learner
  }
}
