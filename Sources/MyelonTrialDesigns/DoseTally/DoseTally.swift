/// Patients, toxicities and efficacies at each dose, in a fixed small space.
///
/// At most 16 doses and 255 patients a dose, so that millions of them can be kept and compared.
public struct DoseTally: Sendable, Hashable {
  /// Largest number of doses.
  public static let maximumDoses = 16
  /// Largest number of patients at one dose.
  public static let maximumPatients = 255

  var treated = SIMD16<UInt8>()
  var toxic = SIMD16<UInt8>()
  var effective = SIMD16<UInt8>()

  /// Makes an empty tally.
  public init() {}

  /// Patients at a dose.
  ///
  /// - Parameter dose: dose level from 1.
  /// - Returns: their number.
  public func patients(at dose: Int) -> Int { Int(treated[dose - 1]) }

  /// Toxicities at a dose.
  ///
  /// - Parameter dose: dose level from 1.
  /// - Returns: their number.
  public func toxicities(at dose: Int) -> Int { Int(toxic[dose - 1]) }

  /// Efficacies at a dose.
  ///
  /// - Parameter dose: dose level from 1.
  /// - Returns: their number.
  public func efficacies(at dose: Int) -> Int { Int(effective[dose - 1]) }

  /// Number of patients at all doses.
  public var totalPatients: Int { Self.total(treated) }

  /// Number of toxicities at all doses.
  public var totalToxicities: Int { Self.total(toxic) }

  /// Adds patients at a dose.
  ///
  /// - Parameters:
  ///   - dose: dose level from 1.
  ///   - patients: number of patients.
  ///   - toxicities: how many of them had a toxicity.
  ///   - efficacies: how many of them had efficacy.
  public mutating func add(dose: Int, patients: Int, toxicities: Int, efficacies: Int = 0) {
    treated[dose - 1] += UInt8(patients)
    toxic[dose - 1] += UInt8(toxicities)
    effective[dose - 1] += UInt8(efficacies)
  }

  private static func total(_ counts: SIMD16<UInt8>) -> Int {
    let wide = SIMD16<UInt16>(truncatingIfNeeded: counts)
    return Int(wide.wrappedSum())
  }
}

extension DoseTally {
  /// Takes counts of each dose.
  ///
  /// - Parameters:
  ///   - patients: patients at each dose.
  ///   - toxicities: toxicities at each dose, as many.
  ///   - efficacies: efficacies at each dose, or nothing.
  /// - Throws: `TrialDesignError` naming the dose.
  public init(patients: [Int], toxicities: [Int], efficacies: [Int] = []) throws(TrialDesignError) {
    var findings = TrialDesignError.count(patients.count, 1...Self.maximumDoses, "patients, number of doses")
    for (name, events) in [("toxicities", toxicities), ("efficacies", efficacies)] {
      if name == "efficacies", events.isEmpty { continue }
      guard events.count == patients.count else {
        findings.append(.wrongLength(cell: name, required: patients.count, found: events.count))
        continue
      }
      for (index, count) in events.enumerated() where count < 0 || count > patients[index] {
        findings.append(
          .moreEventsThanPatients(
            cell: "dose \(index + 1)", what: name, events: count, patients: patients[index]))
      }
    }
    for (index, count) in patients.enumerated() {
      findings += TrialDesignError.count(count, 0...Self.maximumPatients, "patients, dose \(index + 1)")
    }
    try TrialDesignError.require(findings)
    for index in patients.indices {
      add(
        dose: index + 1, patients: patients[index], toxicities: toxicities[index],
        efficacies: efficacies.isEmpty ? 0 : efficacies[index])
    }
  }
}
