import MyelonQuantities
import MyelonStatistics

/// Why an efficacy design or the data of a trial cannot be used as given.
///
/// Every case names the cell: the field of the design, or the arm, person, visit or look of the data.
public indirect enum EfficacyError: Error, Equatable, Codable, CustomStringConvertible {
  /// A number lies outside of what is allowed.
  case outOfRange(cell: String, allowed: String, found: Double)
  /// A series has the wrong length.
  case wrongLength(cell: String, required: Int, found: Int)
  /// A series that must rise does not.
  case notIncreasing(cell: String, previous: Double, found: Double)
  /// More events than people.
  case moreEventsThanPeople(cell: String, what: String, events: Int, people: Int)
  /// A name that the design does not know.
  case unknownName(cell: String, known: [String], found: String)
  /// Two parts of a design that do not go together.
  case incompatible(cell: String, because: String)
  /// Nothing within reach meets the requirement.
  case unreachable(cell: String, required: String, searched: String)
  /// The data cannot be analysed.
  case analysis(cell: String, cause: StatisticsError)
  /// Several findings at once.
  case several([EfficacyError])

  /// What was required, what was found and what to do.
  public var description: String {
    switch self {
    case .outOfRange(let cell, let allowed, let found):
      "\(cell): must be \(allowed); found \(found.shortestText)"
    case .wrongLength(let cell, let required, let found):
      "\(cell): \(required) values are needed; found \(found): give one for each"
    case .notIncreasing(let cell, let previous, let found):
      "\(cell): must be above the one before, \(previous.shortestText); found \(found.shortestText): "
        + "sort or correct it"
    case .moreEventsThanPeople(let cell, let what, let events, let people):
      "\(cell): \(events) \(what) among \(people) people: correct one of the two"
    case .unknownName(let cell, let known, let found):
      "\(cell): must be one of \(known.joined(separator: ", ")); found '\(found)'"
    case .incompatible(let cell, let because):
      "\(cell): \(because)"
    case .unreachable(let cell, let required, let searched):
      "\(cell): nothing found with \(required); searched \(searched): ask for less or search farther"
    case .analysis(let cell, let cause):
      "\(cell): \(cause.description)"
    case .several(let findings):
      findings.map(\.description).joined(separator: "\n")
    }
  }
}

extension EfficacyError {
  /// Throws what was found: nothing, the one finding, or all of them together.
  static func require(_ findings: [EfficacyError]) throws(EfficacyError) {
    guard let first = findings.first else { return }
    throw findings.count == 1 ? first : .several(findings)
  }

  /// A finding if a number is not strictly between two others.
  static func between(_ value: Double, _ low: Double, _ high: Double, _ cell: String) -> [EfficacyError] {
    guard !(value > low && value < high) else { return [] }
    let allowed =
      high.isInfinite
      ? "above \(low.shortestText) and finite"
      : "between \(low.shortestText) and \(high.shortestText), both excluded"
    return [.outOfRange(cell: cell, allowed: allowed, found: value)]
  }

  /// A finding if a number is not strictly between 0 and 1.
  static func probability(_ value: Double, _ cell: String) -> [EfficacyError] { between(value, 0, 1, cell) }

  /// A finding if a number is not positive and finite.
  static func positive(_ value: Double, _ cell: String) -> [EfficacyError] {
    between(value, 0, .infinity, cell)
  }

  /// A finding if a number is not finite.
  static func finite(_ value: Double, _ cell: String) -> [EfficacyError] {
    value.isFinite ? [] : [.outOfRange(cell: cell, allowed: "a finite number", found: value)]
  }

  /// A finding if a whole number lies outside of a range.
  static func count(_ value: Int, _ range: ClosedRange<Int>, _ cell: String) -> [EfficacyError] {
    guard !range.contains(value) else { return [] }
    return [
      .outOfRange(
        cell: cell, allowed: "\(range.lowerBound) to \(range.upperBound)", found: Double(value))
    ]
  }

  /// Findings if events among people are impossible.
  static func events(_ events: Int, of people: Int, _ what: String, _ cell: String) -> [EfficacyError] {
    if people < 0 { return [.outOfRange(cell: cell, allowed: "not negative", found: Double(people))] }
    if events < 0 { return [.outOfRange(cell: cell, allowed: "not negative", found: Double(events))] }
    guard events > people else { return [] }
    return [.moreEventsThanPeople(cell: cell, what: what, events: events, people: people)]
  }

  /// Runs a computation of the statistics module, naming the cell in what it throws.
  static func naming<Value>(_ cell: String, _ body: () throws -> Value) throws(EfficacyError) -> Value {
    do {
      return try body()
    } catch let error as EfficacyError {
      throw error
    } catch let error as StatisticsError {
      throw .analysis(cell: cell, cause: error)
    } catch {
      throw .incompatible(cell: cell, because: String(describing: error))
    }
  }
}
