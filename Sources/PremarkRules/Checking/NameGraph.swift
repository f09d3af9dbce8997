/// Which definition names which, to find circles.
struct NameGraph {
  /// A circle: the names along it, the first again at the end, and the place of its first step.
  struct Circle {
    let names: [String]
    let location: RuleLocation
  }

  private let names: [String]
  private var edges: [[(target: Int, location: RuleLocation)]]
  /// True for those on a circle that has been reported.
  private(set) var isInCircle: [Bool]

  init(names: [String]) {
    self.names = names
    edges = Array(repeating: [], count: names.count)
    isInCircle = Array(repeating: false, count: names.count)
  }

  mutating func connect(_ from: Int, _ target: Int, at location: RuleLocation) {
    edges[from].append((target, location))
  }

  /// One circle for each step that closes one, found in depth from the first name on. Linear in names and steps,
  /// apart from the length of the circles reported. Works without recursion: chains may be long.
  mutating func circles() -> [Circle] {
    var circles: [Circle] = []
    var state = [UInt8](repeating: 0, count: names.count)
    for root in names.indices where state[root] == 0 {
      var path: [(node: Int, next: Int)] = [(root, 0)]
      state[root] = 1
      while let last = path.last {
        guard last.next < edges[last.node].count else {
          state[last.node] = 2
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let target = edges[last.node][last.next].target
        if state[target] == 0 {
          state[target] = 1
          path.append((target, 0))
        } else if state[target] == 1, !isInCircle[target] {
          circles.append(circle(to: target, along: path))
        }
      }
    }
    return circles
  }

  private mutating func circle(to target: Int, along path: [(node: Int, next: Int)]) -> Circle {
    let start = path.lastIndex { $0.node == target } ?? 0
    var chain: [String] = []
    for step in path[start...] {
      isInCircle[step.node] = true
      chain.append(names[step.node])
    }
    let first = path[start]
    return Circle(names: chain + [names[target]], location: edges[first.node][first.next - 1].location)
  }
}
