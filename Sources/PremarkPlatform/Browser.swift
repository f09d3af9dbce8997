import Glibc

/// The program that shows pages on this machine.
public enum Browser {
  /// Has a file shown by `xdg-open` (freedesktop.org xdg-utils), without waiting for it.
  ///
  /// - Returns: nil where the program was started, else the system's words for why not.
  public static func open(_ path: String) -> String? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_RDWR, 0)
    }
    // A name that begins with "-" is no option.
    let file = path.hasPrefix("-") ? "./" + path : path
    // safe: copies of our own, freed once the program has been started.
    let words = ["xdg-open", file].map { (word: String) -> UnsafeMutablePointer<CChar>? in strdup(word) }
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    let status = posix_spawnp(&process, "xdg-open", &actions, nil, words + [nil], environ)
    return status == 0 ? nil : String(cString: strerror(status))
  }
}
