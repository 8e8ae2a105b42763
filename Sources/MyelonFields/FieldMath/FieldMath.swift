/// Sums and checks over whole fields, with the same bits for any number of threads.
///
/// A sum is taken in `Double` over fixed slabs of `slabLength` voxels, eight partial sums a slab, and the slabs
/// are added in ascending order; both depend on the length of the field alone.
public enum FieldMath {
  /// Voxels in one slab of a sum.
  public static let slabLength = 32_768

  /// Sum of all values.
  ///
  /// - Parameters:
  ///   - field: the values.
  ///   - executor: the threads to use.
  /// - Returns: the sum.
  public static func sum(_ field: UnsafeBufferPointer<Float>, executor: SlabExecutor) -> Double {
    guard let values = field.baseAddress else { return 0 }
    return slabSum(count: field.count, executor) { start, count in
      plainSum(values + start, count)
    }
  }

  /// Sum of values times weights, for example of a concentration over the cord fractions of its voxels.
  ///
  /// - Parameters:
  ///   - field: the values.
  ///   - weights: as many weights; voxels outside the mask have weight 0.
  ///   - executor: the threads to use.
  /// - Returns: the weighted sum; times the voxel volume it is an amount.
  public static func sum(
    _ field: UnsafeBufferPointer<Float>, weights: UnsafeBufferPointer<Float>, executor: SlabExecutor
  ) -> Double {
    precondition(
      weights.count == field.count, "\(field.count) values need as many weights, found \(weights.count)")
    guard let values = field.baseAddress, let factors = weights.baseAddress else { return 0 }
    return slabSum(count: field.count, executor) { start, count in
      weightedSum(values + start, factors + start, count)
    }
  }

  /// Sum of all values of an array.
  ///
  /// - Parameters:
  ///   - field: the values.
  ///   - executor: the threads to use.
  /// - Returns: the sum.
  public static func sum(_ field: [Float], executor: SlabExecutor) -> Double {
    field.withUnsafeBufferPointer { sum($0, executor: executor) }
  }

  /// Sum of the values of an array times weights.
  ///
  /// - Parameters:
  ///   - field: the values.
  ///   - weights: as many weights.
  ///   - executor: the threads to use.
  /// - Returns: the weighted sum.
  public static func sum(_ field: [Float], weights: [Float], executor: SlabExecutor) -> Double {
    field.withUnsafeBufferPointer { values in
      weights.withUnsafeBufferPointer { sum(values, weights: $0, executor: executor) }
    }
  }

  /// Smallest and largest value.
  ///
  /// - Parameter field: the values, at least one.
  /// - Returns: the extremes; both not-a-number when any value is.
  public static func extremes(_ field: UnsafeBufferPointer<Float>) -> (lowest: Float, highest: Float) {
    precondition(!field.isEmpty, "Extremes need at least one value")
    var lowest = Float.infinity
    var highest = -Float.infinity
    for value in field {
      if value.isNaN { return (.nan, .nan) }
      if value < lowest { lowest = value }
      if value > highest { highest = value }
    }
    return (lowest, highest)
  }

  /// Index of the first value that is infinite or not a number, or `nil` when all are finite.
  ///
  /// - Parameter field: the values.
  /// - Returns: the flat voxel index.
  public static func firstNonFinite(_ field: UnsafeBufferPointer<Float>) -> Int? {
    field.firstIndex { !$0.isFinite }
  }

  private static func slabSum(
    count: Int, _ executor: SlabExecutor, _ partial: (_ start: Int, _ count: Int) -> Double
  ) -> Double {
    let slabs = (count + slabLength - 1) / slabLength
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: max(slabs, 1)) { partials in
      partials.initialize(repeating: 0)
      nonisolated(unsafe) let results = partials
      executor.run(slabs: slabs) { slab in
        let start = slab * slabLength
        results[slab] = partial(start, min(slabLength, count - start))
      }
      return partials.reduce(0, +)
    }
  }

  private static func plainSum(_ values: UnsafePointer<Float>, _ count: Int) -> Double {
    var even = SIMD4<Double>()
    var odd = SIMD4<Double>()
    var i = 0
    while i &+ 8 <= count {
      even += four(values + i)
      odd += four(values + (i &+ 4))
      i &+= 8
    }
    var total = (even + odd).sum()
    while i < count {
      total += Double(values[i])
      i &+= 1
    }
    return total
  }

  private static func weightedSum(
    _ values: UnsafePointer<Float>, _ weights: UnsafePointer<Float>, _ count: Int
  ) -> Double {
    var even = SIMD4<Double>()
    var odd = SIMD4<Double>()
    var i = 0
    while i &+ 8 <= count {
      even += four(values + i) * four(weights + i)
      odd += four(values + (i &+ 4)) * four(weights + (i &+ 4))
      i &+= 8
    }
    var total = (even + odd).sum()
    while i < count {
      total += Double(values[i]) * Double(weights[i])
      i &+= 1
    }
    return total
  }

  @inline(__always) private static func four(_ pointer: UnsafePointer<Float>) -> SIMD4<Double> {
    SIMD4(Double(pointer[0]), Double(pointer[1]), Double(pointer[2]), Double(pointer[3]))
  }
}
