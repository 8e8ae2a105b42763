import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonQuantities

/// A release in its place: adds to the cord's sources what a depot, a scaffold or the cerebrospinal fluid gives off.
///
/// Everything is a function of time, so nothing has to be stored: the amount of a step is the difference of two
/// values of the release curve (see `DepotCurve`), and steps of any length add up to the same total.
public struct Release: Sendable {
  /// The plan.
  public let plan: FactorRelease
  /// What the depot gives off.
  let curve: DepotCurve
  /// Where it goes.
  let target: Target
  let space: ExtracellularSpace
  let fluid: CerebrospinalFluid

  /// Where what is released arrives.
  enum Target: Sendable {
    /// Voxels, each with its share of the whole.
    case voxels([Int32], share: [Double])
    /// The cord's surface, through the cerebrospinal fluid.
    case surface(CordSurface)
  }

  /// Places a release.
  ///
  /// - Parameters:
  ///   - plan: what, how much and how.
  ///   - scaffold: the scaffold that the plan names; nil for a release from sites or into the fluid.
  ///   - model: the cord.
  ///   - epicentre: position of the injury, mm.
  ///   - table: holds `TherapyParameters`; nil for the species' own.
  /// - Throws: `TherapyError` when a number cannot be, a site lies outside the cord, or the scaffold is missing.
  public init(
    _ plan: FactorRelease, scaffold: Scaffold?, in model: LesionModel, epicentre: Double,
    table: ParameterTable? = nil
  ) throws(TherapyError) {
    try plan.validate()
    let table = table ?? TherapyParameters.table(for: model.cord.species)
    self.plan = plan
    fluid = CerebrospinalFluid(table)
    var space = ExtracellularSpace(tissueFraction: table["extracellular_fraction"])
    var material: ScaffoldImplant?
    switch plan.origin {
    case .sites(let sites):
      target = try Self.depots(
        sites, radius: table["depot_radius"], in: model.cord, epicentre: epicentre, name: plan.name)
    case .scaffold(let name):
      guard let scaffold, scaffold.implant.name == name, scaffold.implant.day <= plan.day else {
        throw .missingScaffold(release: plan.name, scaffold: name)
      }
      target = Self.throughout(scaffold, cord: model.cord)
      material = scaffold.implant
      space.porosity = scaffold.implant.openFraction
    case .intrathecal:
      target = .surface(CordSurface(model.cord))
    }
    self.space = space
    curve = DepotCurve(
      plan.kinetics, activityHalfLife: plan.depotHalfLife, material: material,
      materialAge: material.map { plan.day - $0.day } ?? 0)
  }

  /// Active amount released between two days after injury, in `plan.factor.amountUnit`.
  ///
  /// A burst belongs to the interval that begins on `plan.day` or before and ends after it.
  public func released(fromDay from: Double, toDay to: Double) -> Double {
    plan.amount * curve.released(from: from - plan.day, to: to - plan.day)
  }

  /// Mean concentration in the cerebrospinal fluid between two days after injury, per mL; 0 for other releases.
  public func fluidConcentration(fromDay from: Double, toDay to: Double) -> Double {
    guard case .surface = target, to > from else { return 0 }
    let loss = fluid.loss(of: plan.factor)
    let start = from - plan.day
    let end = to - plan.day
    let change = curve.mixed(at: end, loss: loss) - curve.mixed(at: start, loss: loss)
    let entered = curve.released(from: start, to: end)
    return plan.amount
      * fluid.meanConcentration(entered: entered, change: change, loss: loss, days: to - from)
  }

  /// Days after injury at which a time step should end: where release begins, sets in or stops.
  public var eventDays: [Double] { [plan.day] + curve.kinetics.kinks.map { plan.day + $0 } }

  /// Adds what is released during a step to `model.sources`, as constant rates whose integral is exact.
  ///
  /// - Parameters:
  ///   - model: the cord.
  ///   - from: day after injury on which the step begins.
  ///   - to: day after injury on which it ends.
  public func prepare(_ model: LesionModel, fromDay from: Double, toDay to: Double) {
    guard to > from, to > plan.day else { return }
    let hours = 24 * (to - from)
    switch target {
    case .surface(let surface):
      let concentration = fluidConcentration(fromDay: from, toDay: to)
      surface.addUptake(of: concentration, plan.factor, to: model, hours: hours)
    case .voxels(let voxels, let share):
      let rate = released(fromDay: from, toDay: to) / hours
      guard rate > 0 else { return }
      let rates = model.sources.rates(plan.factor.field)
      for (voxel, share) in zip(voxels, share) {
        let concentration = space.concentration(ofUnitIn: Int(voxel), of: model)
        rates[Int(voxel)] += Float(rate * share * concentration)
      }
    }
  }
}
