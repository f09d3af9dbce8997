/// The engine as a WebAssembly module. As a program of this machine it does nothing.
@main
struct PremarkPage {
  static func main() {}
}
