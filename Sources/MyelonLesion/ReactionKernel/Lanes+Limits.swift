extension SIMD8<Float> {
  /// The larger of two vectors in each lane; compiles to one instruction, which the library function does not.
  @inline(__always)
  static func larger(_ first: SIMD8<Float>, _ second: SIMD8<Float>) -> SIMD8<Float> {
    first.replacing(with: second, where: first .< second)
  }

  /// The smaller of two vectors in each lane.
  @inline(__always)
  static func smaller(_ first: SIMD8<Float>, _ second: SIMD8<Float>) -> SIMD8<Float> {
    first.replacing(with: second, where: second .< first)
  }
}
