/// A binary heap of unfinished ways, strongest first; of equals, the one whose edges come first.
struct WayHeap {
  struct Entry {
    var bound: Double
    var transmission: Double
    var node: Int
    var edges: [Int]
  }

  private var entries: [Entry] = []

  private func precedes(_ first: Int, _ second: Int) -> Bool {
    let one = entries[first]
    let other = entries[second]
    if one.bound != other.bound { return one.bound > other.bound }
    if one.edges != other.edges { return one.edges.lexicographicallyPrecedes(other.edges) }
    return one.node < other.node
  }

  mutating func push(_ entry: Entry) {
    entries.append(entry)
    var child = entries.count - 1
    while child > 0, precedes(child, (child - 1) / 2) {
      entries.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func pop() -> Entry? {
    guard !entries.isEmpty else { return nil }
    entries.swapAt(0, entries.count - 1)
    let top = entries.removeLast()
    var parent = 0
    while true {
      var first = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < entries.count && precedes(child, first) {
        first = child
      }
      guard first != parent else { return top }
      entries.swapAt(first, parent)
      parent = first
    }
  }
}
