import MyelonTherapies

/// A simpler way to predict the effect of a treatment, which the model must beat.
public enum Baseline: String, Sendable, Hashable, CaseIterable {
  /// No treatment changes anything.
  case noChange = "no change"
  /// Every class of therapy brings its mean effect of the meta-analyses of the fit half, and classes add up.
  case classEffects = "adding class effects"
  /// Function follows the white matter that is left, and nothing else.
  case sparing = "white-matter sparing alone"
  /// Axons cross, and function returns, where the ratio of inhibitors to promoters is below 1.5.
  case threshold = "inhibitor/promoter below 1.5"

  /// What a baseline says of a finding.
  public struct Prediction: Sendable, Hashable {
    /// Sign of the effect.
    public let sign: ValidationRow.Direction
    /// The effect in BBB points; nil where the baseline gives no number, or for another measure.
    public let points: Double?
  }

  /// The prediction for a finding; nil where the baseline has nothing to say.
  ///
  /// - Parameter result: a finding that compares arms.
  /// - Returns: sign and number; nil for measures that the baseline does not know.
  public func prediction(_ result: ValidationResult) -> Prediction? {
    guard result.row.isEffect, let inputs = result.inputs else { return nil }
    switch self {
    case .noChange: return Prediction(sign: .unchanged, points: result.row.measure == "BBB" ? 0 : nil)
    case .classEffects:
      guard result.row.isFunction else { return nil }
      let points = Self.classPoints(inputs.arm.therapies) - Self.classPoints(inputs.reference.therapies)
      return Self.locomotion(points, result.row)
    case .sparing:
      guard result.row.isFunction, let own = inputs.arm.sparing, let other = inputs.reference.sparing else {
        return nil
      }
      return Self.locomotion(Self.pointsPerPercent * (own - other), result.row)
    case .threshold:
      guard result.row.isFunction || Self.isGrowth(result.row) else { return nil }
      guard let own = Self.inhibition(inputs.arm, inputs.reference),
        let other = Self.inhibition(inputs.reference, inputs.reference)
      else { return nil }
      let crosses = (own < Self.passing, other < Self.passing)
      let sign: ValidationRow.Direction =
        crosses.0 == crosses.1 ? .unchanged : crosses.0 ? .up : .down
      return Prediction(sign: sign, points: nil)
    }
  }

  private static func locomotion(_ points: Double, _ row: ValidationRow) -> Prediction {
    let sign: ValidationRow.Direction =
      abs(points) < EffectThreshold.locomotion ? .unchanged : points > 0 ? .up : .down
    return Prediction(sign: sign, points: row.measure == "BBB" ? points : nil)
  }

  // MARK: - Class effects

  /// Difference in BBB of rats with stromal cells: Oliveri et al 2014, doi:10.1016/j.nbd.2013.10.014.
  static let stromalPoints = 3.9
  /// Difference in BBB of rats with vesicles: Ye et al 2024, doi:10.3389/fnmol.2024.1448777.
  static let vesiclePoints = 3.47
  /// Standardised difference with neural stem cells: Qian et al 2020, doi:10.4103/1673-5374.266915 (recalled).
  static let neuralEffect = 1.45
  /// Standardised difference with chondroitinase: Yousefifard et al 2022, doi:10.32598/bcn.2021.1422.1.
  static let chondroitinaseEffect = 0.9
  /// Points of BBB of a treatment: each class once, whatever its dose, time or place.
  ///
  /// Drugs, materials, factors and training have no meta-analysis in the fit half and bring nothing.
  static func classPoints(_ therapies: TreatmentProtocol) -> Double {
    var found: [String: Double] = [:]
    for intervention in therapies.interventions {
      switch intervention {
      case .cells(let cells):
        switch cells.product.kind {
        case .mesenchymal: found["stromal"] = stromalPoints
        case .vesicles: found["vesicles"] = vesiclePoints
        case .neural, .pluripotentNeural, .inducedNeural, .oligodendrocyteProgenitor, .schwann:
          found["neural"] = neuralEffect * EffectThreshold.locomotionDeviation
        }
      case .drug(let course) where course.drug == .chondroitinase:
        found["chondroitinase"] = chondroitinaseEffect * EffectThreshold.locomotionDeviation
      case .release(let release) where release.factor == .chondroitinase:
        found["chondroitinase"] = chondroitinaseEffect * EffectThreshold.locomotionDeviation
      default: break
      }
    }
    // In a fixed order, so that sums have the same bits.
    return found.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
  }

  // MARK: - White matter

  /// Points of BBB for each per cent of white matter: least squares over the four heights of Basso, Beattie & Bresnahan 1996
  /// (recalled): 55, 25, 15, 6 % and 17, 12.5, 10.5, 8 points.
  static let pointsPerPercent = 0.1771

  // MARK: - Inhibitors and promoters

  /// Ratio of inhibitors to promoters below which axons pass: Zhu et al 2012 Neural Regen Res.
  static let passing = 1.5
  /// Concentration of a factor, ng/mL, that promotes as much as untreated tissue does; assumed because growth cones
  /// respond between 1 and 100 ng/mL.
  static let promotingConcentration = 10.0

  /// Whether a measure counts grown axons.
  static func isGrowth(_ row: ValidationRow) -> Bool {
    ["axons_", "longest_", "graft_axons_"].contains { row.measure.hasPrefix($0) }
  }

  /// Inhibitors over promoters of an arm: proteoglycans and debris each count one in the arm that is compared with, and so does
  /// the tissue's own support.
  ///
  ///     R = (C / C_reference + D / D_reference) / (1 + F / K)
  static func inhibition(_ arm: BaselineInput.Arm, _ reference: BaselineInput.Arm) -> Double? {
    guard let proteoglycans = arm.proteoglycans, let debris = arm.debris,
      let usualProteoglycans = reference.proteoglycans, let usualDebris = reference.debris,
      usualProteoglycans > 0, usualDebris > 0
    else { return nil }
    let inhibitors = proteoglycans / usualProteoglycans + debris / usualDebris
    return inhibitors / (1 + arm.factors / promotingConcentration)
  }
}
