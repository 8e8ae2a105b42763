/// All faults of an input that is not an examination.
public struct InvalidExamination: Error, Hashable, Sendable, CustomStringConvertible {
  /// The faults in the order in which they were found; at least one.
  public let faults: [ExaminationError]

  init(faults: [ExaminationError]) { self.faults = faults }

  /// One fault a line; beyond ten only their number.
  public var description: String {
    var lines = faults.prefix(10).map(\.description)
    if faults.count > 10 { lines.append("... and \(faults.count - 10) more faults.") }
    return lines.joined(separator: "\n")
  }
}
