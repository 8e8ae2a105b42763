import Foundation
import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonQuantities

/// What growth cones meet in each voxel of a cord, worked out once a growth step and looked up by every agent.
///
/// A voxel's row holds eight levels (proteoglycan, myelin, matrix, grafted cells, grafted neurons, BDNF, NT-3, GDNF), eight
/// local numbers (substrate, alignment, targets, myelination, direction of denervated grey matter, implant) and what a
/// growth cone senses of the gradients of the eight levels. What differs between kinds of neuron are eight weights each,
/// so that a row serves all kinds. Two rows more stand for white matter beyond the rostral and the caudal end.
public final class GrowthEnvironment {
  /// The cord.
  public let cord: CordModel
  /// Traits of each kind of neuron, by `NeuronType.rawValue`.
  public let traits: [GrowthTraits]
  /// Day after injury of the last update.
  public internal(set) var day = 0.0
  /// Denervation, 0 to 1: share of the white matter's axons that are cut off, `[side][slice]`.
  public internal(set) var denervation: [[Float]]

  let numbers: GrowthNumbers
  let executor: SlabExecutor
  /// Row of each voxel, -1 where too little of it is cord.
  let rowOf: [Int32]
  /// Voxel of each row.
  let voxelOf: [Int32]
  /// Rows of five vectors, those of the ends last.
  let rows: UnsafeMutablePointer<SIMD8<Float>>
  /// Numbers of each kind of neuron in the present step.
  var cones: [ConeNumbers]
  /// Undigested share of the proteoglycan of intact tissue, one a row; empty while nothing was ever digested.
  var undigested: [Float] = []
  /// Direction of grey matter in each row, 0 to 1 in size.
  let greyDirection: [SIMD2<Float>]
  /// Rows that the present step works out.
  var need = GrowthNeed()
  /// Smoothed grafted neurons, one a voxel; empty without.
  var smoothedNeurons: [Float] = []

  /// Least share of a voxel that must be cord for axons to grow in it.
  public static let leastCordShare: Float = 0.25
  /// Rows of a slab.
  static let slabLength = 4096

  /// Prepares the environment of a cord.
  ///
  /// - Parameters:
  ///   - cord: the intact cord.
  ///   - parameters: a table that holds `RegrowthParameters`.
  ///   - executor: threads to use; the result does not depend on their number.
  public init(
    cord: CordModel, parameters: ParameterTable, executor: SlabExecutor = SlabExecutor(threads: 1)
  ) {
    self.cord = cord
    self.executor = executor
    traits = GrowthTraits.all(parameters)
    numbers = GrowthNumbers(parameters)
    var rowOf = [Int32](repeating: -1, count: cord.grid.count)
    var voxelOf: [Int32] = []
    for voxel in 0..<cord.grid.count where cord.cordFraction[voxel] >= Self.leastCordShare {
      rowOf[voxel] = Int32(voxelOf.count)
      voxelOf.append(Int32(voxel))
    }
    self.rowOf = rowOf
    self.voxelOf = voxelOf
    let vectors = (voxelOf.count + 2) * GrowthRow.length
    rows = UnsafeMutablePointer<SIMD8<Float>>.allocate(capacity: vectors)
    rows.initialize(repeating: .zero, count: vectors)
    let side = [Float](repeating: 0, count: cord.grid.nz)
    denervation = [side, side]
    greyDirection = Self.greyDirections(cord: cord, voxelOf: voxelOf, range: numbers.greyRange)
    cones = [ConeNumbers](repeating: ConeNumbers(), count: NeuronType.allCases.count)
    setWeights(parameters)
  }

  deinit { rows.deallocate() }

  /// Rows of voxels; the rows of the rostral and the caudal end follow.
  var rowCount: Int { voxelOf.count }

  /// First vector of a row.
  func row(_ index: Int) -> UnsafeMutablePointer<SIMD8<Float>> { rows + index * GrowthRow.length }

  /// The weights of each kind of neuron.
  private func setWeights(_ table: ParameterTable) {
    let matrix = Float(table["matrix_promotion"])
    let chemotaxis = Float(table["chemotaxis_weight"])
    let haptotaxis = Float(table["haptotaxis_weight"])
    let threshold = Float(table["advance_threshold"])
    for (index, trait) in traits.enumerated() {
      let proteoglycan = Float(trait.proteoglycanSensitivity)
      let myelin = Float(trait.myelinSensitivity)
      let cells = Float(trait.graftCellPromotion)
      let neurons = Float(trait.graftNeuronPromotion)
      let factors = SIMD3<Float>(
        Float(trait.responseBDNF), Float(trait.responseNT3), Float(trait.responseGDNF))
      cones[index].inhibition = SIMD8(proteoglycan, myelin, 0, 0, 0, 0, 0, 0)
      cones[index].promotion = SIMD8(0, 0, matrix, cells, neurons, factors.x, factors.y, factors.z)
      // Inhibitors repel the more, the more they inhibit, up to the weight of the substrate.
      cones[index].guidance = SIMD8(
        -haptotaxis * proteoglycan / (proteoglycan + threshold), -haptotaxis * myelin / (myelin + threshold),
        haptotaxis, haptotaxis * cells, haptotaxis * neurons, chemotaxis * factors.x, chemotaxis * factors.y,
        chemotaxis * factors.z)
      cones[index].hostContact = Float(trait.contactRate)
      cones[index].graftContact = trait.type == .graft ? 0 : Float(trait.contactRate)
      cones[index].fading = Float(1 / trait.fadingTime)
    }
  }
}

extension GrowthNumbers {
  /// Cosine of an angle in degrees.
  static func cosine(degrees: Double) -> Double { cos(degrees * .pi / 180) }
}
