/// Some texts as the library takes them: zero-terminated, with a pointer to each.
struct TextBlock {
  private var bytes: [UInt8] = []
  private var starts: [Int] = []

  /// Collects `count` texts; `append` adds the UTF-8 bytes of one of them.
  init(count: Int, append: (Int, inout [UInt8]) -> Void) {
    starts.reserveCapacity(count)
    for position in 0..<count {
      starts.append(bytes.count)
      append(position, &bytes)
      bytes.append(0)
    }
  }

  /// Calls `body` with the pointers, which are valid during the call; their base is nil when there are no texts.
  func withPointers(
    _ body: (UnsafeBufferPointer<UnsafePointer<UInt8>>) throws(AnnDataError) -> Void
  ) throws(AnnDataError) {
    guard !starts.isEmpty else { return try body(UnsafeBufferPointer(start: nil, count: 0)) }
    try bytes.withUnsafeBufferPointer { (buffer) throws(AnnDataError) in
      guard let base = buffer.baseAddress else { return }
      let pointers = starts.map { base + $0 }
      try pointers.withUnsafeBufferPointer(body)
    }
  }
}
