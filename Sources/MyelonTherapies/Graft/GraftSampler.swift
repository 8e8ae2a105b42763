import MyelonAnatomy
import MyelonFields
import MyelonLesion

/// Where the cells of a transplant may come to lie: voxels with weights.
struct GraftSampler {
  private(set) var voxels: [Int32] = []
  /// Sum of the weights up to and including each voxel.
  private var cumulated: [Double] = []

  /// Sum of all weights.
  var total: Double { cumulated.last ?? 0 }

  mutating func add(_ voxel: Int, weight: Double) {
    guard weight > 0 else { return }
    voxels.append(Int32(voxel))
    cumulated.append(total + weight)
  }

  /// The voxel at a uniform number in 0 ..< 1; there must be one.
  func voxel(at uniform: Double) -> Int32 {
    let target = uniform * total
    var low = 0
    var high = cumulated.count - 1
    while low < high {
      let middle = (low + high) / 2
      if cumulated[middle] > target { high = middle } else { low = middle + 1 }
    }
    return voxels[low]
  }

  /// Every voxel with its weight.
  func forEach(_ body: (_ voxel: Int, _ weight: Double) -> Void) {
    var before = 0.0
    for index in voxels.indices {
      body(Int(voxels[index]), cumulated[index] - before)
      before = cumulated[index]
    }
  }
}

extension Graft {
  /// True where grafted cells may lie.
  func isOpen(_ voxel: Int) -> Bool { cord.cordFraction[voxel] >= Self.leastCordShare }

  /// The voxels that a transplant reaches, by its route.
  func sampler(for plan: CellTransplant, in model: LesionModel) -> GraftSampler {
    switch plan.route {
    case .intraparenchymal:
      if plan.scaffold != nil {
        let held = sampler { Double(model.state.values(.scaffold)[$0]) }
        if held.total > 0 { return held }
      }
      return injected(plan)
    case .intrathecal: return sampler { _ in 1 }
    case .intravenous: return lesionSampler(model)
    }
  }

  /// Open voxels weighted by volume times a share.
  private func sampler(_ share: (Int) -> Double) -> GraftSampler {
    var sampler = GraftSampler()
    for voxel in cord.cordFraction.indices where isOpen(voxel) {
      sampler.add(voxel, weight: share(voxel) * volume(voxel))
    }
    return sampler
  }

  /// The injured cord, as cells and vesicles in blood find it; empty when it is intact.
  ///
  /// Weights are lost tissue, blood and macrophages (Lankford et al 2018, PLoS ONE 13:e0190358: vesicles gather in
  /// injured, not in intact cord, in macrophages).
  func lesionSampler(_ model: LesionModel) -> GraftSampler {
    let state = model.state
    let tissue = state.values(.tissue)
    let blood = state.values(.haemorrhage)
    let inflammatory = state.values(.inflammatoryMacrophages)
    let repair = state.values(.repairMacrophages)
    return sampler { voxel in
      let lost = max(1 - tissue[voxel], 0)
      return Double(lost + blood[voxel] + inflammatory[voxel] + repair[voxel])
    }
  }

  /// For each site the nearest open voxels until their cord holds the site's part of the injected volume: a ball,
  /// clipped to the cord; what does not fit into the section spreads along it, as an injection does.
  private func injected(_ plan: CellTransplant) -> GraftSampler {
    let frame = SectionFrame(cord)
    let sites = plan.sites.filter { $0.share > 0 && $0.share.isFinite }
    let shares = sites.reduce(0) { $0 + $1.share }
    var sampler = GraftSampler()
    for site in sites {
      let part = site.share / shares
      var left = max(plan.volume * part, 0)
      var taken: [(voxel: Int, volume: Double)] = []
      for voxel in nearest(to: centre(of: site, frame: frame)) {
        taken.append((voxel, volume(voxel)))
        left -= volume(voxel)
        if left <= 0 { break }
      }
      let whole = taken.reduce(0) { $0 + $1.volume }
      for entry in taken { sampler.add(entry.voxel, weight: part * entry.volume / whole) }
    }
    return sampler
  }

  /// Position of a site, held to the window.
  private func centre(of site: InjectionSite, frame: SectionFrame) -> SIMD3<Double> {
    let grid = cord.grid
    let end = cord.position(ofSlice: grid.nz - 1)
    let along = epicentre + (site.axial.isFinite ? site.axial : 0)
    let z = min(max(along, grid.origin.z), end)
    let slice = cord.slice(atZ: z)
    let x = grid.origin.x + grid.spacing.x * frame.centreX[slice]
    let y = grid.origin.y + grid.spacing.y * frame.centreY[slice]
    return SIMD3(x + site.lateral, y + site.dorsal, z)
  }

  /// Open voxels in order of distance, ties by index.
  private func nearest(to centre: SIMD3<Double>) -> [Int] {
    let grid = cord.grid
    var found: [(distance: Double, voxel: Int)] = []
    for z in 0..<grid.nz {
      for y in 0..<grid.ny {
        for x in 0..<grid.nx where isOpen(grid.index(x, y, z)) {
          let offset = grid.centre(x, y, z) - centre
          let distance = (offset * offset).sum()
          found.append((distance.isFinite ? distance : 0, grid.index(x, y, z)))
        }
      }
    }
    found.sort { $0.distance != $1.distance ? $0.distance < $1.distance : $0.voxel < $1.voxel }
    return found.map(\.voxel)
  }
}
