import Foundation

/// The amplitudes that recruitment is read at.
public struct StudyAmplitudes: Sendable, Hashable, Codable {
  /// Lowest amplitude, mA.
  public var lowest: Double
  /// Highest amplitude, mA; thresholds above it are not looked for, and safety is judged at it.
  public var highest: Double
  /// Number of amplitudes, ends included.
  public var count: Int

  /// Makes a range of amplitudes, mA.
  public init(lowest: Double, highest: Double, count: Int = 60) {
    self.lowest = lowest
    self.highest = highest
    self.count = count
  }

  /// The amplitudes, mA: steps of equal ratio, because thresholds of one population spread by a factor.
  public var values: [Double] {
    (0..<count).map { index in
      switch index {
      case 0: lowest
      case count - 1: highest
      default: lowest * pow(highest / lowest, Double(index) / Double(count - 1))
      }
    }
  }
}
