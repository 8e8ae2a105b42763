/// Sums over fields in an order that does not depend on threads.
enum FieldSums {
  /// Product of two fields, in eight interleaved sums.
  static func product(
    _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, _ count: Int
  ) -> Double {
    var sum = SIMD8<Double>()
    var i = 0
    let left = UnsafeRawPointer(a)
    let right = UnsafeRawPointer(b)
    while i &+ 8 <= count {
      let x = left.loadUnaligned(fromByteOffset: i &* 8, as: SIMD8<Double>.self)
      let y = right.loadUnaligned(fromByteOffset: i &* 8, as: SIMD8<Double>.self)
      sum += x * y
      i &+= 8
    }
    var tail = 0.0
    while i < count {
      tail += a[i] * b[i]
      i &+= 1
    }
    return sum.sum() + tail
  }

  /// Product of a field in `Double` with one in `Float`, in four interleaved sums.
  static func product(_ a: UnsafePointer<Double>, _ b: UnsafePointer<Float>, _ count: Int) -> Double {
    var (s0, s1, s2, s3) = (0.0, 0.0, 0.0, 0.0)
    var i = 0
    while i &+ 4 <= count {
      s0 += a[i] * Double(b[i])
      s1 += a[i &+ 1] * Double(b[i &+ 1])
      s2 += a[i &+ 2] * Double(b[i &+ 2])
      s3 += a[i &+ 3] * Double(b[i &+ 3])
      i &+= 4
    }
    while i < count {
      s0 += a[i] * Double(b[i])
      i &+= 1
    }
    return (s0 + s1) + (s2 + s3)
  }

  /// Sum of the partial sums, in their order.
  static func total(_ sums: UnsafePointer<Double>, _ count: Int) -> Double {
    var total = 0.0
    for k in 0..<count { total += sums[k] }
    return total
  }
}
