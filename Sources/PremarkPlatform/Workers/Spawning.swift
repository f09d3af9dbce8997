import Glibc

/// What starting another program needs.
enum Spawning {
  /// Starts `/bin/sh` with a script; `$0` and `$@` in it are the words. Nil where the system gives no process.
  ///
  /// - Parameters:
  ///   - script: sets the limits and then becomes the program.
  ///   - environment: all the program sees: nothing of this machine's settings may change what comes out.
  ///   - streams: its standard input, output and error; they stay open here.
  static func shell(
    _ script: String, _ words: [String], environment: [String] = [], streams: (Int32, Int32, Int32)
  ) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_adddup2(&actions, streams.0, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, streams.1, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, streams.2, STDERR_FILENO)
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    let arguments = list(["sh", "-c", script] + words)
    let variables = list(["LC_ALL=C", "PATH=" + path] + environment)
    var process: pid_t = 0
    let status = posix_spawn(&process, "/bin/sh", &actions, nil, arguments, variables)
    posix_spawn_file_actions_destroy(&actions)
    for word in arguments + variables { word?.deallocate() }
    return status == 0 ? process : nil
  }

  /// Words as C wants them, to be freed.
  private static func list(_ words: [String]) -> [UnsafeMutablePointer<CChar>?] {
    words.map { word in
      // safe: as long as the word with its NUL, filled at once, given back by the only caller.
      let copy = UnsafeMutableBufferPointer<CChar>.allocate(capacity: word.utf8CString.count)
      _ = copy.initialize(from: word.utf8CString)
      return copy.baseAddress
    } + [nil]
  }

  /// A stream that a program reads like a pipe, and that gives no signal where it stops reading.
  static func socket() -> [Int32]? {
    var ends: [Int32] = [-1, -1]
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return ends
  }

  /// A pipe that other programs started meanwhile do not inherit.
  static func pipe() -> [Int32]? {
    var ends: [Int32] = [-1, -1]
    guard Glibc.pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return ends
  }

  /// Milliseconds of a clock that nobody sets.
  static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
