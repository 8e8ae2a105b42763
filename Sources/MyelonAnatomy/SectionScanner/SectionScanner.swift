/// Reads the regions of one cross-section row by row, without allocating.
public struct SectionScanner {
  private let section: CrossSection
  private var kernel: SectionKernel
  private var numbers: [UInt8]

  /// Makes a scanner.
  ///
  /// - Parameters:
  ///   - section: the cross-section.
  ///   - capacity: largest number of samples of a row.
  public init(_ section: CrossSection, capacity: Int) {
    self.section = section
    kernel = SectionKernel(section.partition)
    numbers = [UInt8](repeating: 0, count: SectionKernel.padded(capacity))
  }

  /// Calls `body` with whether each of `count` samples of a row of one half is grey matter.
  ///
  /// Sample j lies at lateral position `first + j * pitch`, in half-diameters; samples outside the outline
  /// are not told apart.
  /// - Parameters:
  ///   - dorsal: dorsal position of the row, half-diameters.
  ///   - first: lateral position of the first sample, at least 0, half-diameters.
  ///   - pitch: distance between samples, half-diameters.
  ///   - count: number of samples, at most the capacity.
  ///   - body: called once for each sample.
  public mutating func scanGrey(
    dorsal: Double, first: Double, pitch: Double, count: Int, _ body: (_ sample: Int, _ isGrey: Bool) -> Void
  ) {
    numbers.withUnsafeMutableBufferPointer { numbers in
      kernel.labelRow(
        dorsal: Float(dorsal), first: Float(first), pitch: Float(pitch), count: count, into: numbers)
      for sample in 0..<count { body(sample, Int(numbers[sample]) >= RegionKey.firstGrey) }
    }
  }
}
