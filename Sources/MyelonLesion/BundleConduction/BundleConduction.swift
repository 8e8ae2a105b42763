import MyelonAnatomy
import MyelonStimulation

/// What conducts in every slice of every bundle, for want of cuts, of myelin and of blood.
///
/// Within a bundle the same axons are taken to lose their myelin in neighbouring slices (as they are taken to be cut,
/// `ConnectionSweep`), so the bare axons of a slice belong to stretches that run through several: ordered by how readily they
/// are stripped, the axons are put in `bins` classes; class j is bare in slice s by `β = clamp(bins · bare - j, 0, 1)`; its
/// stretch reaches over the neighbouring slices with `β > 0` and is as long as the sum of `β h` over them. What the stretch blocks is
/// `AxonBlock.share` of that length.
struct BundleConduction {
  /// Classes of axons by how readily they lose their myelin; with sixteen, the blocked share of a bundle is within 1/16 of a class of what many more give.
  static let bins = 16

  private let block: AxonBlock
  private let thickness: Float
  private let slices: Int

  /// Prepares for a cord.
  ///
  /// - Parameters:
  ///   - block: what a bare stretch blocks.
  ///   - thickness: thickness of a slice, mm.
  ///   - slices: number of slices.
  init(block: AxonBlock, thickness: Double, slices: Int) {
    self.block = block
    self.thickness = Float(thickness)
    self.slices = slices
  }

  /// Share of the axons of a bundle that a bare stretch through each slice blocks.
  ///
  /// - Parameters:
  ///   - bare: bare share of the axons by slice, 0 to 1.
  ///   - tract: the bundle's tract.
  ///   - blocked: receives the shares; 0 wherever nothing is bare.
  func blocked(
    bare: UnsafePointer<Float>, tract: Tract, into blocked: UnsafeMutablePointer<Float>
  ) {
    blocked.update(repeating: 0, count: slices)
    var first = 0
    while first < slices {
      guard bare[first] > 0 else {
        first &+= 1
        continue
      }
      var end = first
      while end < slices, bare[end] > 0 { end &+= 1 }
      for bin in 0..<Self.bins { add(bin, first, end, bare, tract, blocked) }
      first = end
    }
  }

  /// Adds one class's blocked axons in a run of slices that all hold bare ones.
  @inline(__always)
  private func add(
    _ bin: Int, _ first: Int, _ end: Int, _ bare: UnsafePointer<Float>, _ tract: Tract,
    _ blocked: UnsafeMutablePointer<Float>
  ) {
    func share(_ slice: Int) -> Float { min(max(Float(Self.bins) * bare[slice] - Float(bin), 0), 1) }
    var start = first
    while start < end {
      guard share(start) > 0 else {
        start &+= 1
        continue
      }
      var stop = start
      var length: Float = 0
      while stop < end {
        let part = share(stop)
        guard part > 0 else { break }
        length += part * thickness
        stop &+= 1
      }
      let blocking = block.share(tract, length: length) / Float(Self.bins)
      for slice in start..<stop { blocked[slice] += share(slice) * blocking }
      start = stop
    }
  }
}
