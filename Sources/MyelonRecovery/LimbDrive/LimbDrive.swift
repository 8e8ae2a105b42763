import MyelonAnatomy
import MyelonQuantities
import MyelonRegrowth

/// Reads the drive of a pair of a rat's limbs: weighted groups of tracts to some segments times the motoneurons there.
struct LimbDrive {
  /// Tracts that count as one, their weight in the drive, and the share of it that crosses below the lesion.
  typealias Group = (tracts: [Tract], weight: Double, crossing: Double)

  let segments: [String]
  let groups: [Group]
  /// Share of the drive that is lost when all input is misdirected.
  let disturbance: Double

  /// Drive of both limbs.
  struct Reading {
    /// Mean of both sides with its parts.
    var both = PathwayOutput()
    /// Each side, right first.
    var sides = [PathwayOutput](repeating: PathwayOutput(), count: 2)
    /// Both sides as they would be without new connections and undisturbed, and each side.
    var old = 0.0
    var oldSides = [0.0, 0.0]
    /// Both sides as they conduct, without training and stimulation, and each side: how much a lesion has left.
    var conducting = 0.0
    var conductingSides = [0.0, 0.0]
  }

  /// Drives of a cord, each 0 to 1.
  func read(_ reading: CordReading) -> Reading {
    let whole = groups.reduce(0.0) { $0 + $1.weight }
    let descending = groups.reduce(0.0) { $0 + ($1.tracts.allSatisfy(\.isAscending) ? 0 : $1.weight) }
    var sum = Reading()
    for segment in segments {
      for side in Side.allCases {
        let index = Int(side.rawValue)
        let input = input(segment, side, descending: descending, reading: reading)
        let modulation = reading.modulation(segment, side, disturbance: disturbance)
        let output = input.output(efficacy: 1, modulation: modulation, limit: whole)
        var undisturbed = modulation
        undisturbed.undisturbed = 1
        let old = input.withoutNew.output(efficacy: 1, modulation: undisturbed, limit: whole).total
        let targets = reading.motoneurons(segment, side)
        sum.both.add(output, weight: 1, targets: targets)
        sum.sides[index].add(output, weight: 1, targets: targets)
        sum.old += old * targets
        sum.oldSides[index] += old * targets
        sum.conducting += input.conducting * targets
        sum.conductingSides[index] += input.conducting * targets
      }
    }
    return sum.normalised(side: Double(segments.count) * whole)
  }

  /// What reaches a segment: conducting and regrown shares by group, relays and detours as a whole.
  ///
  /// Of a group with the crossing share x a side gets 1 - x from its own old fibres and x from those of the other side,
  /// whose collaterals and commissural cells cross at the segment; what has regrown is counted where it ends. Where both
  /// sides are alike this changes no bit.
  private func input(
    _ segment: String, _ side: Side, descending: Double, reading: CordReading
  ) -> PathwayInput {
    var input = PathwayInput()
    for group in groups {
      var own = reading.input(group.tracts, [side], to: segment)
      if group.crossing > 0 {
        let other = reading.input(group.tracts, [side.opposite], to: segment)
        own.conducting += group.crossing * (other.conducting - own.conducting)
        own.sparedConducting += group.crossing * (other.sparedConducting - own.sparedConducting)
      }
      input.add(own, weight: group.weight)
    }
    input.add(reading.relays(side, to: segment), weight: descending)
    return input
  }
}

extension LimbDrive.Reading {
  /// Sums over segments turned into shares of normal.
  fileprivate func normalised(side: Double) -> Self {
    func share(_ output: PathwayOutput, of normal: Double) -> PathwayOutput {
      PathwayOutput(total: output.total / normal, shares: output.shares * (1 / normal)).limited(to: 1)
    }
    return Self(
      both: share(both, of: 2 * side), sides: sides.map { share($0, of: side) },
      old: min(1, old / (2 * side)), oldSides: oldSides.map { min(1, $0 / side) },
      conducting: min(1, conducting / (2 * side)), conductingSides: conductingSides.map { min(1, $0 / side) })
  }
}
