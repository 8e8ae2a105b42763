import MyelonAnatomy
import MyelonQuantities

/// The dural sac round the cord and, below it, round the cauda equina.
///
/// At every level an ellipse whose middle lies dorsal or ventral to the cord's: the cord hangs eccentrically,
/// and posture moves it. The inside of the sac less the cord is cerebrospinal fluid; the roots that run in it
/// are not counted as tissue.
public struct DuralSac: Sendable {
  /// The sac at one level.
  public struct Section: Sendable, Hashable {
    /// Dorsal position of the ellipse's middle, mm from the cord's.
    public let middle: Double
    /// Half the lateral diameter, mm.
    public let halfWidth: Double
    /// Half the anteroposterior diameter, mm.
    public let halfDepth: Double

    /// Dorsal end, mm.
    public var dorsal: Double { middle + halfDepth }
    /// Ventral end, mm.
    public var ventral: Double { middle - halfDepth }
    /// Area inside the dura, mm2.
    public var area: Double { Double.pi * halfWidth * halfDepth }

    /// Half-width at a dorsal position, mm; 0 beyond the ends.
    @inlinable public func halfWidth(at y: Double) -> Double {
      let t = (y - middle) / halfDepth
      return t * t < 1 ? halfWidth * (1 - t * t).squareRoot() : 0
    }
  }

  /// Caudal end of the sac, mm: the middle of the vertebra S2 in people (textbook).
  public let end: Double
  /// Least depth of fluid between cord and dura, mm.
  let least: Double
  let anatomy: CordAnatomy
  let dorsalDepth: MonotoneCurve
  let ventralDepth: MonotoneCurve
  let fluidArea: MonotoneCurve
  let factor: MonotoneCurve
  let shift: MonotoneCurve

  /// Makes the sac round a cord.
  ///
  /// - Parameters:
  ///   - anatomy: the cord.
  ///   - column: its vertebrae.
  ///   - parameters: table of `StimulationParameters` for the species.
  ///   - posture: how the body lies.
  public init(
    anatomy: CordAnatomy, column: VertebralColumn, parameters: ParameterTable, posture: SpinePosture
  ) {
    self.anatomy = anatomy
    least = parameters["csf_least"]
    let template = SacTemplate(anatomy: anatomy, column: column, parameters: parameters)
    end = template.end
    dorsalDepth = MonotoneCurve(positions: template.positions, values: template.dorsal)
    ventralDepth = MonotoneCurve(positions: template.positions, values: template.ventral)
    fluidArea = MonotoneCurve(positions: template.positions, values: template.area)
    factor = template.factor(dorsalDepth, parameters: parameters)
    shift = template.shift(parameters: parameters, posture: posture)
  }

  /// Depth of fluid dorsal to the cord at position `z`, mm.
  public func dorsalFluid(atZ z: Double) -> Double { depths(atZ: z).dorsal }

  /// The sac at position `z`; nil caudal to its end.
  public func section(atZ z: Double) -> Section? {
    z < end ? section(atZ: z, cord: anatomy.crossSection(atZ: z)) : nil
  }

  func section(atZ z: Double, cord: CrossSection) -> Section {
    let (dorsal, ventral) = depths(atZ: z)
    let templateDepth = cord.anteroposterior + dorsalDepth.value(at: z) + ventralDepth.value(at: z)
    // The template's area gives the width; a deeper sac than the template's keeps that width.
    let width = (fluidArea.value(at: z) + cord.area) / (Double.pi / 4 * templateDepth)
    let depth = cord.anteroposterior + dorsal + ventral
    return Section(middle: 0.5 * (dorsal - ventral), halfWidth: 0.5 * width, halfDepth: 0.5 * depth)
  }

  private func depths(atZ z: Double) -> (dorsal: Double, ventral: Double) {
    let template = dorsalDepth.value(at: z)
    let wanted = template * factor.value(at: z)
    let total = max(template + ventralDepth.value(at: z), wanted + least)
    let dorsal = min(wanted + shift.value(at: z), total - least)
    return (dorsal, total - dorsal)
  }
}
