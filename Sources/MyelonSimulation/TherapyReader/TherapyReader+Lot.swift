import MyelonAnatomy
import MyelonQuantities
import MyelonTherapies

extension TherapyReader {
  private static let lotKeys = ["id", "use-although-failed"] + ReleaseTest.allCases.map(\.key)

  /// Reads a lot and holds it against the release criteria of the product.
  ///
  /// - Parameters:
  ///   - value: the value of `lot`.
  ///   - product: the product.
  ///   - route: how it is given.
  ///   - volume: volume given, mm3.
  /// - Returns: the lot, or nil with a finding for each wrong value and each failed test.
  func lot(
    _ value: ScenarioValue, of product: CellProduct, by route: CellTransplant.Route, volume: Double
  ) -> ProductLot? {
    guard let section = value.section(allowed: Self.lotKeys) else { return nil }
    let id = section.required("id", "the lot's number")?.text(longest: 80)
    let criteria = ReleaseCriteria.standard(
      for: product.kind,
      given: ReleaseCriteria.Administration(route: route, volume: volume, bodyWeight: bodyWeight))
    let isForced = section["use-although-failed"].map { $0.flag() } ?? false
    var results: [ReleaseTest: Double] = [:]
    var isFine = true
    for test in ReleaseTest.allCases {
      guard let value = section[test.key] else { continue }
      guard criteria.criterion(of: test) != nil else {
        value.add(
          .impossible, "this is no release test of the kind '\(product.kind.rawValue)'",
          found: ShownText.quoted(test.key),
          allowed: criteria.criteria.map(\.test.key).joined(separator: ", "))
        isFine = false
        continue
      }
      results[test] = result(value, of: test)
      if results[test] == nil { isFine = false }
    }
    guard isFine, let id, let isForced else { return nil }
    let lot = ProductLot(id: id, results: results, isUsedAlthoughFailed: isForced)
    guard !isForced else { return lot }
    let failures = criteria.check(lot)
    for failure in failures {
      section[failure.test.key]?.add(
        .impossible, "the lot '\(ShownText.plain(id))' fails its release test '\(failure.test.key)'",
        found: failure.test.text(of: failure.found),
        allowed: "\(failure.criterion.limitText) (\(failure.criterion.source)); "
          + "'use-although-failed: yes' studies it all the same")
    }
    return failures.isEmpty ? lot : nil
  }

  /// Weight of the subject, kg; assumed 70 kg for people and 250 g for rats when the file gives none.
  private var bodyWeight: Double {
    subject?.weight.map { $0 / 1000 } ?? (subject?.species == .rat ? 0.25 : 70)
  }

  private func result(_ value: ScenarioValue, of test: ReleaseTest) -> Double? {
    switch test {
    case .viability, .purity, .residualPluripotent, .normalKaryotype: return fraction(value)
    case .endotoxin: return value.quantity(as: .endotoxin, in: "EU/mL", .endotoxin)
    case .sterility: return value.word(of: ["sterile", "growth"]).map { $0 == "sterile" ? 1 : 0 }
    case .mycoplasma: return value.word(of: ["not-found", "found"]).map { $0 == "found" ? 1 : 0 }
    case .copyNumberVariants:
      guard let number = value.number(.copyNumberVariants) else { return nil }
      guard number == number.rounded() else {
        value.add(.wrongType, "a whole number is required", found: ShownText.quoted(value.scalarText))
        return nil
      }
      return number
    }
  }
}
