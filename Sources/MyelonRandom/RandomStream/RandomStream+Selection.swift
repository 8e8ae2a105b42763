import Foundation

extension RandomStream {
  /// An index drawn uniformly from 0 up to but not including `count`.
  ///
  /// Without bias: Lemire 2019, "Fast random integer generation in an interval", doi:10.1145/3230636. The result
  /// does not hang on the standard library's way, which may change between its versions.
  public mutating func index(below count: Int) -> Int {
    precondition(count >= 1, "An index below \(count)")
    let range = UInt64(count)
    var product = next().multipliedFullWidth(by: range)
    if product.low < range {
      let threshold = (0 &- range) % range
      while product.low < threshold { product = next().multipliedFullWidth(by: range) }
    }
    return Int(product.high)
  }

  /// A uniformly random order of the numbers 0 up to but not including `count` (Fisher and Yates).
  public mutating func permutation(count: Int) -> [Int] {
    var order = Array(0..<max(0, count))
    for last in stride(from: order.count - 1, to: 0, by: -1) {
      order.swapAt(last, index(below: last + 1))
    }
    return order
  }

  /// A draw from the exponential distribution with mean 1.
  public mutating func exponential() -> Double {
    -log(uniform())
  }
}
