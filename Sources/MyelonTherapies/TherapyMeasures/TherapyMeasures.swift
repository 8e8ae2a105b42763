import MyelonFields
import MyelonLesion

/// What can be measured of a treatment at one time.
public struct TherapyMeasures: Sendable, Hashable, Codable {
  /// Living grafted cells, clones included.
  public var graftCells = 0.0
  /// Living over placed cells of all transplants, %; 0 before the first is placed.
  public var graftSurvival = 0.0
  /// Living grafted cells that are neurons.
  public var graftNeurons = 0.0
  /// Living grafted cells that are astrocytes.
  public var graftAstrocytes = 0.0
  /// Living grafted cells that form myelin.
  public var graftOligodendrocytes = 0.0
  /// Living grafted cells that have not chosen a fate.
  public var graftUndifferentiated = 0.0
  /// Volume of the living grafted cells without clones, mm3.
  public var graftVolume = 0.0
  /// Volume of clones of undifferentiated cells, mm3.
  public var tumourVolume = 0.0
  /// Strongest response of the host's adaptive immunity to a transplant, 0 to 1.
  public var immuneResponse = 0.0
  /// Scaffold that is left, mm3 with its pores.
  public var scaffoldVolume = 0.0
  /// Share of the adaptive immune response that drugs prevent, 0 to 1.
  public var immunosuppression = 0.0
  /// Probability of a severe infection caused by drugs so far, 0 to 1.
  public var infectionRisk = 0.0
  /// Risk of allodynia or spasticity from aberrant sprouting, 0 to 1; the highest of the transplants.
  public var sproutingRisk = 0.0
  /// Highest BDNF in the cord, ng/mL.
  public var peakBDNF = 0.0
  /// Highest NT-3 in the cord, ng/mL.
  public var peakNT3 = 0.0
  /// Highest activity of chondroitinase in the cord, U/mL.
  public var peakChondroitinase = 0.0

  /// Measures a treatment.
  ///
  /// - Parameters:
  ///   - course: the treatment, or nil for none.
  ///   - model: the cord it is given to.
  public init(_ course: TherapyCourse?, on model: LesionModel) {
    guard let course else { return }
    let summaries = course.graft.summaries(model)
    var placed = 0.0
    for summary in summaries {
      placed += summary.placed
      graftCells += summary.alive.reduce(0, +) + summary.cloneCells
      graftNeurons += summary.alive[Int(GraftFate.neuron.rawValue)]
      graftAstrocytes += summary.alive[Int(GraftFate.astrocyte.rawValue)]
      graftOligodendrocytes += summary.alive[Int(GraftFate.myelinating.rawValue)]
      graftUndifferentiated += summary.alive[Int(GraftFate.progenitor.rawValue)]
      graftVolume += summary.volume
      tumourVolume += summary.tumourVolume
      immuneResponse = max(immuneResponse, summary.response)
      sproutingRisk = max(sproutingRisk, summary.sproutingRisk)
    }
    let living = summaries.reduce(0) { $0 + $1.alive.reduce(0, +) }
    graftSurvival = placed > 0 ? 100 * living / placed : 0
    let day = model.clock.days
    scaffoldVolume = course.scaffolds.reduce(0) { $0 + $1.volume * $1.remaining(onDay: day) }
    immunosuppression = course.immunosuppression(onDay: day)
    infectionRisk = course.infectionRisk(byDay: day)
    peakBDNF = Self.highest(.bdnf, model)
    peakNT3 = Self.highest(.nt3, model)
    peakChondroitinase = Self.highest(.chondroitinase, model)
  }

  private static func highest(_ field: TissueField, _ model: LesionModel) -> Double {
    Double(model.state.values(field).max() ?? 0)
  }
}
