/// What acts on an injured cord from outside: therapies.
///
/// The cord knows no therapy. Before a step an influence sets what holds during it: the kinetics, the conditioning
/// fields (`protection`, `repairDrive`, `scaffold`, `graft`) and the sources of substances. After the step it
/// advances what it keeps itself, such as grafted cells, in the tissue as it then is. An influence is called from
/// one thread; it may use the cord's executor inside.
public protocol LesionInfluence: AnyObject {
  /// Does what is due at this moment, before the length of the next step is chosen.
  func begin(_ model: LesionModel)
  /// The next moment at which a step must end, seconds after the injury, or nil when nothing is planned.
  func nextEvent(after seconds: Int) -> Int?
  /// Sets what holds during the step that begins now and lasts `hours`.
  func prepare(_ model: LesionModel, hours: Double)
  /// Advances what the influence keeps over the step of `hours` that has just ended.
  func finish(_ model: LesionModel, hours: Double)
}
