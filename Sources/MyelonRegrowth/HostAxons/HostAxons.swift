import MyelonAnatomy
import MyelonRandom

/// A sample of the host's long axons, each standing for many, that tells which are cut, and where.
///
/// An axon is a bundle and a rank u in (0, 1): within a bundle the same axons are the vulnerable ones at every level
/// (see `ConnectionSweep`), so the axon of rank u is cut in the first slice, counted from its cell body, whose uncut
/// share is below u. Ranks and bundles are spread evenly (golden-ratio sequence), so that counts follow the uncut
/// share with an error of one sample.
public struct HostAxons: Sendable {
  /// One sampled axon.
  public struct Sample: Sendable, Hashable {
    /// Tract and side.
    public let origin: AxonOrigin
    /// Bundle that it runs in.
    public let bundle: Int
    /// Rank of vulnerability: cut where the uncut share falls below it.
    public let rank: Float
    /// Axons that it stands for.
    public let axons: Float
  }

  /// The samples, tract by tract and side by side.
  public let samples: [Sample]
  /// Axons of a tract and side that enter the window, by `AxonOrigin.code`.
  public let total: [Double]

  /// Draws a sample.
  ///
  /// Every tract and side gets at least `least` samples, so that small tracts are seen, and beyond that a share in
  /// proportion to the axons that could regrow.
  ///
  /// - Parameters:
  ///   - cord: the voxel model.
  ///   - anatomy: the species' cord, for how far corticospinal axons reach.
  ///   - budget: samples in all, about.
  ///   - least: samples of the smallest tract.
  ///   - share: share of the cut axons of a neuron type that send out a growth cone.
  public init(
    cord: CordModel, anatomy: CordAnatomy, budget: Int, least: Int = 40, share: (NeuronType) -> Double
  ) {
    let census = AxonCensus.standard(cord.species)
    let first = cord.segmentOfSlice.first ?? 0
    var total = [Double](repeating: 0, count: 2 * Tract.count)
    var groups: [(origin: AxonOrigin, bundles: [Int], axons: Double, able: Double)] = []
    for tract in Tract.allCases {
      for side in Side.allCases {
        let bundles = cord.bundles.indices(of: tract, side)
        var axons = census.axonsPerSide(of: tract)
        if tract.isCorticospinal {
          axons *= AxonCensus.corticospinalFractionReaching(segment: first, of: anatomy.segments)
        }
        guard !bundles.isEmpty, axons > 0 else { continue }
        let origin = AxonOrigin.tract(tract, side)
        total[Int(origin.code)] = axons
        groups.append((origin, bundles, axons, axons * share(origin.neuron)))
      }
    }
    let able = groups.reduce(0) { $0 + $1.able }
    let spare = Double(max(0, budget - least * groups.count))
    samples = groups.flatMap { group in
      let count = least + Int((able > 0 ? spare * group.able / able : 0).rounded())
      return Self.spread(group.origin, group.bundles, count: count, axons: group.able, cord: cord)
    }
    self.total = total
  }

  /// Evenly spread samples of one tract and side.
  private static func spread(
    _ origin: AxonOrigin, _ bundles: [Int], count: Int, axons: Double, cord: CordModel
  ) -> [Sample] {
    var passed: Float = 0
    var position = 0
    // The golden ratio's fraction spreads ranks evenly over any run of bundles (Weyl's sequence).
    let golden = 0.618_033_988_749_894_9
    return (0..<count).map { index in
      let place = (Float(index) + 0.5) / Float(count)
      while position < bundles.count - 1, passed + cord.bundles.axonShare[bundles[position]] < place {
        passed += cord.bundles.axonShare[bundles[position]]
        position += 1
      }
      let sequence = (Double(index) + 0.5) * golden
      return Sample(
        origin: origin, bundle: bundles[position], rank: Float(sequence - sequence.rounded(.down)),
        axons: Float(axons / Double(count)))
    }
  }

  /// The slice in which an axon is cut, the first one from its cell body, or nil while it is whole.
  ///
  /// - Parameters:
  ///   - sample: the axon.
  ///   - uncut: share of axons uncut in each voxel.
  ///   - bundles: the bundles of the cord.
  /// - Returns: the slice of the cut.
  public static func cutSlice(
    _ sample: Sample, uncut: UnsafeBufferPointer<Float>, bundles: FibreBundles
  ) -> Int? {
    let slices = bundles.sliceCount
    for step in 0..<slices {
      let slice = sample.origin.isAscending ? slices - 1 - step : step
      if uncut[bundles.voxel(of: sample.bundle, inSlice: slice)] < sample.rank { return slice }
    }
    return nil
  }
}
