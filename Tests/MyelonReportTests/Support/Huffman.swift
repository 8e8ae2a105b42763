/// Codes by length and value.
struct Huffman {
  private var symbols: [[Int]: Int] = [:]

  /// Canonical codes of the given lengths.
  init(_ lengths: [Int]) {
    var code = 0
    for length in 1...15 {
      code <<= 1
      for (symbol, own) in lengths.enumerated() where own == length {
        symbols[[length, code]] = symbol
        code += 1
      }
    }
  }

  func symbol(length: Int, code: Int) -> Int? { symbols[[length, code]] }
}
