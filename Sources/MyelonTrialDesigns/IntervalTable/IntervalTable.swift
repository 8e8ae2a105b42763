/// A verdict for each number of patients and toxicities at the current dose: a dose-finding rule as a table.
public struct IntervalTable: Codable, Sendable, Hashable {
  /// Largest number of patients at a dose that the table knows.
  public let maximumPatients: Int
  /// Verdicts for all n from 0 and all y from 0 to n: row n begins at n (n + 1) / 2.
  let verdicts: [IntervalVerdict]
  /// Whether y toxicities among n patients at the lowest dose stop the trial although it is not eliminated.
  let stopsAtLowest: [Bool]

  /// Fills a table.
  ///
  /// - Parameters:
  ///   - maximumPatients: largest number of patients at a dose.
  ///   - stopsAtLowest: whether y among n patients at the lowest dose stop the trial by the stricter rule.
  ///   - verdict: what y among n patients mean; not asked for n = 0.
  init(
    maximumPatients: Int, stopsAtLowest: (_ n: Int, _ y: Int) -> Bool = { _, _ in false },
    verdict: (_ n: Int, _ y: Int) -> IntervalVerdict
  ) {
    self.maximumPatients = maximumPatients
    var verdicts: [IntervalVerdict] = [.stay]
    var stops = [false]
    for n in stride(from: 1, through: maximumPatients, by: 1) {
      for y in 0...n {
        verdicts.append(verdict(n, y))
        stops.append(stopsAtLowest(n, y))
      }
    }
    self.verdicts = verdicts
    self.stopsAtLowest = stops
  }

  @inline(__always) static func index(_ patients: Int, _ toxicities: Int) -> Int {
    patients &* (patients &+ 1) / 2 &+ toxicities
  }

  /// The verdict for toxicities among patients at the current dose.
  ///
  /// - Parameters:
  ///   - patients: patients at the dose, at most `maximumPatients`.
  ///   - toxicities: toxicities among them.
  /// - Returns: the verdict; to stay where nobody was treated.
  public subscript(patients patients: Int, toxicities toxicities: Int) -> IntervalVerdict {
    verdicts[Self.index(patients, toxicities)]
  }

  /// Largest number of toxicities that leads up.
  ///
  /// - Parameter patients: patients at the dose.
  /// - Returns: the number; nil if none does.
  public func escalateAtMost(_ patients: Int) -> Int? {
    (0...patients).last { self[patients: patients, toxicities: $0] == .escalate }
  }

  /// Smallest number of toxicities that leads down.
  ///
  /// - Parameter patients: patients at the dose.
  /// - Returns: the number; nil if none does.
  public func deEscalateAtLeast(_ patients: Int) -> Int? {
    (0...patients).first {
      self[patients: patients, toxicities: $0].rawValue >= IntervalVerdict.deEscalate.rawValue
    }
  }

  /// Smallest number of toxicities that eliminates the dose.
  ///
  /// - Parameter patients: patients at the dose.
  /// - Returns: the number; nil if none does.
  public func eliminateAtLeast(_ patients: Int) -> Int? {
    (0...patients).first { self[patients: patients, toxicities: $0] == .eliminate }
  }

  /// Smallest number of toxicities at the lowest dose that stops the trial, by elimination or by the stricter rule.
  ///
  /// - Parameter patients: patients at the lowest dose.
  /// - Returns: the number; nil if none does.
  public func stopAtLowestAtLeast(_ patients: Int) -> Int? {
    (0...patients).first {
      stopsAtLowest[Self.index(patients, $0)] || self[patients: patients, toxicities: $0] == .eliminate
    }
  }
}
