/// Why an output has its value, in words a clinician can check against the worksheet.
public struct Reason: Hashable, Sendable, Codable, CustomStringConvertible {
  /// The stable key of the output, for example "motorLevelRight".
  public let output: String
  /// The possible values as printed: "C6", "C5,C6*", "NA".
  public let value: String
  /// The rule that decided, in one or two sentences.
  public let text: String

  init(_ output: Output, _ value: String, _ text: String) {
    self.output = output.key
    self.value = value
    self.text = text
  }

  /// The rule that decided, in one or two sentences.
  public var description: String { text }
}

extension Classification {
  /// The reasons for all eleven outputs, in the order of `Output.allCases`.
  ///
  /// - Parameter examination: The examination that this classification was made from.
  /// - Returns: One reason an output.
  public func reasons(for examination: Examination) -> [Reason] {
    Output.allCases.map { reason(for: $0, of: examination) }
  }

  /// The reason for one output.
  ///
  /// - Parameters:
  ///   - output: Which output.
  ///   - examination: The examination that this classification was made from.
  /// - Returns: The rule that decided, in words.
  public func reason(for output: Output, of examination: Examination) -> Reason {
    let narrator = Narrator(examination: examination, classification: self)
    let text =
      switch output {
      case .sensoryLevel(let side): narrator.sensoryLevel(side)
      case .motorLevel(let side): narrator.motorLevel(side)
      case .neurologicalLevel: narrator.neurologicalLevel()
      case .completeness: narrator.completenessReason()
      case .impairmentScale: narrator.impairmentScale()
      case .sensoryZone(let side): narrator.sensoryZone(side)
      case .motorZone(let side): narrator.motorZone(side)
      }
    return Reason(output, self[output], text)
  }
}
