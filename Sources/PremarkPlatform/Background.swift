import Glibc

/// Work on a second thread while the first goes on.
///
/// The processor's other core reads a submission while this one loads the rules: neither needs anything of the other.
public final class Background<Value: Sendable>: @unchecked Sendable {
  // safe: written by the thread before it ends and read after it was waited for, so never by both at once.
  private var value: Value?
  private let work: @Sendable () -> Value
  private var thread: Thread?

  private init(_ work: @escaping @Sendable () -> Value) { self.work = work }

  /// Begins. Where the system gives no thread, the work is done when it is asked for.
  public static func begin(_ work: @escaping @Sendable () -> Value) -> Background {
    let background = Background(work)
    background.thread = Thread { background.value = background.work() }
    return background
  }

  /// What came of it, once it is done. To be asked from one thread only.
  public func result() -> Value {
    thread?.join()
    thread = nil
    let result = value ?? work()
    value = result
    return result
  }
}

/// A thread of the system.
private struct Thread {
  private final class Body: Sendable {
    let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  private var id = pthread_t()

  /// Nil where the system gives none.
  init?(_ run: @escaping @Sendable () -> Void) {
    // safe: retained once here and released once, by the thread or, where there is none, below.
    let body = Unmanaged.passRetained(Body(run))
    let answer = pthread_create(
      &id, nil,
      { body in
        if let body { Unmanaged<Body>.fromOpaque(body).takeRetainedValue().run() }
        return nil
      }, body.toOpaque())
    if answer == 0 { return }
    body.release()
    return nil
  }

  func join() { pthread_join(id, nil) }
}
