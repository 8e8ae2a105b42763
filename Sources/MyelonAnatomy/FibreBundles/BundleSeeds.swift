/// The bundles of a window before they are traced through its slices.
struct BundleSeeds {
  var tract: [Tract] = []
  var side: [Side] = []
  var u: [Float] = []
  var v: [Float] = []
  var share: [Float] = []
  var meanDiameter: [Float] = []
  var somatotopy: [Float] = []
  let segmentCount: Int

  /// Bundles of a parametric section: one half is made and mirrored.
  init(section: CrossSection, pitch: Double, anatomy: CordAnatomy) {
    // A quarter of the pitch: 16 samples a bundle.
    segmentCount = anatomy.segments.count
    let samples = section.whiteSamples(step: pitch / 4)
    for side in Side.allCases {
      append(
        samples, side: side, pitch: Float(pitch), species: anatomy.species, segment: section.segmentIndex,
        names: anatomy.segments.map(\.name))
    }
  }

  /// Bundles of a section given as samples of each side.
  init(
    samples: [Side: [BundleSample]], pitch: Double, species: Species, segment: Int, names: [String]
  ) {
    segmentCount = names.count
    for side in Side.allCases {
      append(
        samples[side] ?? [], side: side, pitch: Float(pitch), species: species, segment: segment,
        names: names)
    }
  }

  private mutating func append(
    _ samples: [BundleSample], side: Side, pitch: Float, species: Species, segment: Int, names: [String]
  ) {
    let census = AxonCensus.standard(species)
    let order = SomatotopicMap(species: species, segment: segment, names: names)
    var bundles: [BundleCluster] = []
    for tract in Tract.allCases {
      let own = samples.filter { $0.tract == Int(tract.rawValue) }
      bundles += BundleCluster.clusters(of: own, tract: tract, pitch: pitch)
    }
    let levels = order.values(bundles)
    for (bundle, level) in zip(bundles, levels) {
      tract.append(bundle.tract)
      self.side.append(side)
      u.append(bundle.centre.u * side.sign)
      v.append(bundle.centre.v)
      share.append(bundle.share)
      meanDiameter.append(census.meanDiameter(of: bundle.tract))
      somatotopy.append(level)
    }
  }
}
