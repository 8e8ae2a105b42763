import Foundation
import MyelonRandom

/// The noise of one image: which run and which exposure it belongs to.
///
/// Magnitude images have Rician noise: both channels carry normal noise and the image is the length of their sum
/// (Gudbjartsson & Patz 1995, doi:10.1002/mrm.1910340618). A voxel's noise depends on seed, voxel and exposure only.
public struct TrackingNoise: Sendable, Hashable {
  /// Seed of the run.
  public var seed: UInt64
  /// Number of the image in its series.
  public var exposure: UInt32

  /// Names the noise of an image.
  public init(seed: UInt64, exposure: UInt32) {
    self.seed = seed
    self.exposure = exposure
  }

  /// Keeps these draws apart from those of other entities of the run that have the same numbers.
  private static let domain: UInt64 = 0x7452_6163_6b49_6d67

  /// A signal with the noise of deviation `sigma` in each channel.
  func applied(to signal: Float, voxel: Int, sigma: Float) -> Float {
    var stream = RandomStream(
      seed: seed ^ Self.domain, entity: UInt32(truncatingIfNeeded: voxel), step: exposure)
    let real = Double(signal) + stream.normal(deviation: Double(sigma))
    let imaginary = stream.normal(deviation: Double(sigma))
    return Float((real * real + imaginary * imaginary).squareRoot())
  }
}
