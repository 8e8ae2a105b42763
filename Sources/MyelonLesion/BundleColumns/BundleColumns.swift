import MyelonAnatomy
import MyelonFields
import MyelonStimulation

/// Reads, bundle by bundle, what conducts in every slice; valid as long as the cord lives and does not advance.
public struct BundleColumns {
  /// What conducts in the slices of one bundle: shares of its axons, 0 to 1.
  public struct Column {
    /// Uncut.
    public var uncut: [Float]
    /// Uncut, awake and not blocked.
    public var working: [Float]
    /// The same if every remyelinated axon were bare; never above `working`.
    public var workingWithoutRepair: [Float]
  }

  private let bundles: FibreBundles
  private let slices: Int
  private let conduction: BundleConduction
  private let awake: [Float]?
  private let axons: UnsafeMutablePointer<Float>
  private let myelin: UnsafeMutablePointer<Float>
  private let remyelination: UnsafeMutablePointer<Float>

  /// Prepares to read a cord.
  ///
  /// - Parameters:
  ///   - model: the cord.
  ///   - block: what bare stretches block.
  ///   - silenced: false to leave out the silence of axons without blood or under oxidative load.
  public init(_ model: LesionModel, block: AxonBlock, silenced: Bool = true) {
    bundles = model.cord.bundles
    slices = model.cord.grid.nz
    conduction = BundleConduction(
      block: block, thickness: model.cord.grid.spacing.z, slices: model.cord.grid.nz)
    awake = silenced ? model.awakeAxons() : nil
    axons = model.state.pointer(.axons)
    myelin = model.state.pointer(.myelin)
    remyelination = model.state.pointer(.remyelination)
  }

  /// The slices of a bundle, rostral first.
  public func read(_ bundle: Int) -> Column {
    let tract = bundles.tract[bundle]
    let voxels = (0..<slices).map { bundles.voxel(of: bundle, inSlice: $0) }
    let uncut = voxels.map { axons[$0] }
    let awake = self.awake.map { shares in voxels.map { shares[$0] } } ?? uncut
    let working = zip(awake, blocked(voxels, tract) { max(1 - myelin[$0] - remyelination[$0], 0) }).map {
      $0 * (1 - $1)
    }
    guard voxels.contains(where: { remyelination[$0] > 0 }) else {
      return Column(uncut: uncut, working: working, workingWithoutRepair: working)
    }
    let bare = zip(awake, blocked(voxels, tract) { max(1 - myelin[$0], 0) }).map { $0 * (1 - $1) }
    return Column(uncut: uncut, working: working, workingWithoutRepair: zip(bare, working).map(min))
  }

  /// Blocked share by slice of a bundle whose voxels are bare by `bareShare`.
  private func blocked(_ voxels: [Int], _ tract: Tract, _ bareShare: (Int) -> Float) -> [Float] {
    let bare = voxels.map(bareShare)
    guard bare.contains(where: { $0 > 0 }) else { return [Float](repeating: 0, count: slices) }
    return [Float](unsafeUninitializedCapacity: slices) { buffer, initialized in
      if let target = buffer.baseAddress {
        bare.withUnsafeBufferPointer { source in
          if let first = source.baseAddress { conduction.blocked(bare: first, tract: tract, into: target) }
        }
      }
      initialized = slices
    }
  }
}
