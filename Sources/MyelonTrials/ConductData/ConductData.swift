import MyelonTrialDesigns

/// The data of a running trial, checked against its protocol.
public struct ConductData: Sendable, Hashable {
  /// Name of the file.
  public let file: String
  /// People in the order of enrolment; of the file where days are not given.
  public let people: [ConductPerson]
  /// Counts of whole cohorts, where the file gives one row a cohort instead of one a person.
  public let cohorts: [DoseCohort]
  /// Whether the file says itself in which stage each person is.
  public let namesStages: Bool
  /// The day up to which is observed; nil if it was not given.
  public let today: ConductDay?

  /// Puts data together.
  ///
  /// - Parameters:
  ///   - file: name of the file.
  ///   - people: people in the order of enrolment.
  ///   - cohorts: counts of whole cohorts instead of people.
  ///   - namesStages: whether the file names stages.
  ///   - today: the day up to which is observed.
  public init(
    file: String = "data", people: [ConductPerson], cohorts: [DoseCohort] = [], namesStages: Bool = false,
    today: ConductDay? = nil
  ) {
    self.file = file
    self.people = people
    self.cohorts = cohorts
    self.namesStages = namesStages
    self.today = today
  }

  /// Reads a file of comma-separated values.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - trial: the protocol.
  ///   - today: the day up to which is observed.
  /// - Returns: the data.
  /// - Throws: `ConductError.data` with everything that is wrong, each with row and column.
  public static func read(path: String, for trial: TrialProtocol, today: ConductDay? = nil)
    throws(ConductError) -> ConductData
  {
    try ConductData(DataTable.read(path: path), for: trial, today: today)
  }

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - table: the table.
  ///   - trial: the protocol.
  ///   - today: the day up to which is observed.
  /// - Throws: `ConductError.data` with everything that is wrong, each with row and column.
  public init(_ table: DataTable, for trial: TrialProtocol, today: ConductDay? = nil) throws(ConductError) {
    var reader = ConductReader(table: table, trial: trial, today: today)
    self = try reader.data()
  }

  /// People of a stage.
  ///
  /// - Parameter stage: the stage.
  /// - Returns: its people in the order of enrolment.
  public func people(in stage: TrialStage) -> [ConductPerson] { people.filter { $0.stage == stage } }
}
