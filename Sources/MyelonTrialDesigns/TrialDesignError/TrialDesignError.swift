import MyelonQuantities

/// Why a design or the data of a trial cannot be used as given.
///
/// Every case names the cell: the field of the design, or the patient, dose, cohort, row and column of the data.
public indirect enum TrialDesignError: Error, Equatable, Codable, CustomStringConvertible {
  /// A number lies outside of what is allowed.
  case outOfRange(cell: String, allowed: String, found: Double)
  /// A series that must rise does not.
  case notIncreasing(cell: String, previous: Double, found: Double)
  /// More events than patients.
  case moreEventsThanPatients(cell: String, what: String, events: Int, patients: Int)
  /// A dose that the design does not have.
  case unknownDose(cell: String, found: Int, doses: Int)
  /// A series has the wrong length.
  case wrongLength(cell: String, required: Int, found: Int)
  /// A text cannot be read.
  case unreadable(cell: String, required: String, found: String)
  /// Data that cannot have come from this design.
  case notFollowed(cell: String, required: String, found: String)
  /// A computation would be too large.
  case tooLarge(cell: String, limit: Int, found: Int)
  /// Several findings at once.
  case several([TrialDesignError])

  /// What was required, what was found and what to do.
  public var description: String {
    switch self {
    case .outOfRange(let cell, let allowed, let found):
      "\(cell): must be \(allowed); found \(found.shortestText)"
    case .notIncreasing(let cell, let previous, let found):
      "\(cell): must be above the one before, \(previous.shortestText); found \(found.shortestText): sort or correct it"
    case .moreEventsThanPatients(let cell, let what, let events, let patients):
      "\(cell): \(events) \(what) among \(patients) patients: correct one of the two"
    case .unknownDose(let cell, let found, let doses):
      "\(cell): the design has doses 1 to \(doses); found dose \(found)"
    case .wrongLength(let cell, let required, let found):
      "\(cell): \(required) values are needed; found \(found): give one for each"
    case .unreadable(let cell, let required, let found):
      "\(cell): must be \(required); found \"\(found)\""
    case .notFollowed(let cell, let required, let found):
      "\(cell): \(required); found \(found): check the data or choose another design"
    case .tooLarge(let cell, let limit, let found):
      "\(cell): at most \(limit) can be handled; found \(found): simulate, or make the design smaller"
    case .several(let findings):
      findings.map(\.description).joined(separator: "\n")
    }
  }
}

extension TrialDesignError {
  /// Throws what was found: nothing, the one finding, or all of them together.
  static func require(_ findings: [TrialDesignError]) throws(TrialDesignError) {
    guard let first = findings.first else { return }
    throw findings.count == 1 ? first : .several(findings)
  }

  /// A finding if a number is not strictly between 0 and 1.
  static func probability(_ value: Double, _ cell: String) -> [TrialDesignError] {
    value > 0 && value < 1
      ? [] : [.outOfRange(cell: cell, allowed: "between 0 and 1, both excluded", found: value)]
  }

  /// A finding if a whole number lies outside of a range.
  static func count(_ value: Int, _ range: ClosedRange<Int>, _ cell: String) -> [TrialDesignError] {
    range.contains(value)
      ? []
      : [.outOfRange(cell: cell, allowed: "\(range.lowerBound) to \(range.upperBound)", found: Double(value))]
  }

  /// Findings if probabilities of doses have the wrong number or lie outside of (0, 1).
  ///
  /// - Parameters:
  ///   - values: one for each dose.
  ///   - doses: number of doses.
  ///   - cell: name of the series.
  ///   - ends: whether 0 and 1 themselves are allowed.
  /// - Returns: the findings.
  static func perDose(_ values: [Double], doses: Int, _ cell: String, ends: Bool = false)
    -> [TrialDesignError]
  {
    guard values.count == doses else {
      return [.wrongLength(cell: cell, required: doses, found: values.count)]
    }
    return values.enumerated().flatMap { index, value in
      ends && (value == 0 || value == 1) ? [] : probability(value, "\(cell), dose \(index + 1)")
    }
  }
}
