import Foundation
import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonQuantities

/// The images of labelled cells in an injured cord, and what is remembered for them.
///
/// Iron stays visible when its cell dies: macrophages take it up where the cell lay and lose it over months. Blood
/// leaves haemosiderin, which darkens the image as the label does. Both are kept here a voxel; living cells are the
/// graft's, which passes their iron and reporter when an image is taken. Uptake of a dead cell by macrophages
/// takes hours to days and is treated as immediate, because the iron is visible before and after it.
public final class CellTracking {
  let cord: CordModel
  let kinetics: TrackingKinetics
  /// Iron of dead cells held by macrophages, pg a voxel.
  ///
  /// Double, because a voxel may gather millions of small amounts.
  var iron: [Double]
  /// Haemosiderin, in units of the iron of a voxel full of blood.
  var haemosiderin: [Float]
  /// Hours of blood that have not been turned into haemosiderin yet.
  var pending = 0.0
  /// Where the iron of dead cells has gone.
  public internal(set) var ledger = IronLedger()

  /// Hours of blood that are turned into haemosiderin at once; blood changes over days.
  static let bloodInterval = 6.0

  /// Begins without dead cells and without haemosiderin.
  ///
  /// - Parameters:
  ///   - cord: the cord whose voxels are imaged.
  ///   - parameters: `TherapyParameters.table(for:)`, with replacements.
  public init(cord: CordModel, parameters: ParameterTable) {
    self.cord = cord
    kinetics = TrackingKinetics(parameters)
    iron = [Double](repeating: 0, count: cord.grid.count)
    haemosiderin = [Float](repeating: 0, count: cord.grid.count)
  }

  /// Iron of dead cells held by macrophages, pg a voxel in grid order.
  public var macrophageIron: [Float] { iron.map { Float($0) } }

  /// Takes over the iron of a labelled cell that has died.
  ///
  /// - Parameters:
  ///   - voxel: where it lay, index in grid order.
  ///   - ironPicograms: its iron, pg, at least 0.
  public func recordDeath(voxel: Int, ironPicograms: Float) {
    precondition(ironPicograms >= 0, "Iron must be at least 0 pg: \(ironPicograms)")
    iron[voxel] += Double(ironPicograms)
    ledger.received += Double(ironPicograms)
    ledger.held += Double(ironPicograms)
  }

  /// Advances the iron of dead cells and the haemosiderin over a step that has just ended.
  ///
  /// Iron falls exactly as `exp(-λ_Fe t)`. Haemosiderin follows `ds/dt = f_s h - λ_s s` with the blood as it is
  /// now, over six hours at a time.
  ///
  /// - Parameters:
  ///   - hours: length of the step.
  ///   - state: the cord after it.
  public func advance(hours: Double, state: TissueState) {
    if ledger.held > 0 {
      let kept = exp(-kinetics.clearance * hours)
      var held = 0.0
      iron.withUnsafeMutableBufferPointer { iron in
        for voxel in iron.indices {
          iron[voxel] *= kept
          held += iron[voxel]
        }
      }
      ledger.cleared += ledger.held - held
      ledger.held = held
    }
    pending += hours
    if pending >= Self.bloodInterval {
      formHaemosiderin(from: state, hours: pending)
      pending = 0
    }
  }

  private func formHaemosiderin(from state: TissueState, hours: Double) {
    let loss = kinetics.haemosiderinClearance
    let kept = exp(-loss * hours)
    let effectiveHours = loss > 0 ? (1 - kept) / loss : hours
    let formed = Float(kinetics.haemosiderinFormation * effectiveHours)
    let stay = Float(kept)
    let blood = state.values(.haemorrhage)
    haemosiderin.withUnsafeMutableBufferPointer { haemosiderin in
      for voxel in haemosiderin.indices {
        haemosiderin[voxel] = haemosiderin[voxel] * stay + blood[voxel] * formed
      }
    }
  }
}
