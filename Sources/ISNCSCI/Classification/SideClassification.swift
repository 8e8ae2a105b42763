/// Levels and zones of one side.
public struct SideClassification: Hashable, Sendable, Codable {
  /// The most caudal dermatome with normal light touch and pin prick, everything above normal.
  public let sensoryLevel: PossibleValues<SpinalLevel>
  /// The most caudal key muscle of grade 3 or better, everything above at grade 5.
  public let motorLevel: PossibleValues<SpinalLevel>
  /// The most caudal dermatome with some sensation, where the zone is applicable.
  public let sensoryZone: PossibleValues<PreservationZone>
  /// The most caudal segment with some motor function, where the zone is applicable.
  public let motorZone: PossibleValues<PreservationZone>

  init(
    sensoryLevel: PossibleValues<SpinalLevel>, motorLevel: PossibleValues<SpinalLevel>,
    sensoryZone: PossibleValues<PreservationZone>, motorZone: PossibleValues<PreservationZone>
  ) {
    self.sensoryLevel = sensoryLevel
    self.motorLevel = motorLevel
    self.sensoryZone = sensoryZone
    self.motorZone = motorZone
  }
}
