import MyelonQuantities
import MyelonTherapies

/// Reads the numbers of a product definition.
struct ProductTermReader {
  /// Kind of the product.
  let kind: CellProduct.Kind
  /// The product that the definition starts from, or nil for a complete definition.
  let base: ProductRecord?

  /// A term with its number.
  struct Term {
    let term: CellProductTerm
    let parameter: Parameter
    let quality: TermQuality
  }

  private static let keys = [
    "value", "range", "unit", "basis", "source", "because", "provenance", "confidence", "note",
  ]
  private enum Basis: String, CaseIterable { case measured, derived, fitted, assumed }

  /// Reads the terms.
  ///
  /// - Parameters:
  ///   - value: the value of `terms`, or nil when not given.
  ///   - owner: the definition.
  /// - Returns: every term of the kind, or nil with findings when one is wrong or missing.
  func terms(_ value: ScenarioValue?, in owner: ScenarioSection) -> [Term]? {
    let required = CellProductTerm.required(for: kind)
    let names = required.map(\.rawValue)
    guard let value else { return base == nil ? nil : complete([:], of: required, at: nil) }
    guard let section = value.openSection("a group of terms") else { return nil }
    var given: [CellProductTerm: Term] = [:]
    var isFine = true
    for entry in section.entries {
      guard let term = CellProductTerm(rawValue: entry.key), required.contains(term) else {
        let isOther = CellProductTerm(rawValue: entry.key) != nil
        section.add(
          isOther ? .impossible : .unknownName, at: entry,
          isOther ? "this term does not belong to the kind '\(kind.rawValue)'" : "no term has this name",
          found: ShownText.quoted(entry.key), allowed: names.joined(separator: ", "),
          nearest: SuggestedName.of(entry.key, in: names))
        isFine = false
        continue
      }
      given[term] = read(section.value(of: entry), as: term)
      if given[term] == nil { isFine = false }
    }
    guard isFine, let terms = complete(given, of: required, at: section) else { return nil }
    let fates = terms.filter { CellProductTerm.fates.contains($0.term) }.map(\.parameter.value).reduce(0, +)
    guard fates <= 1 + 1e-9 else {
      value.add(
        .impossible, "the shares of the fates add up to more than one", found: fates.shortestText,
        allowed: "at most 1 for \(CellProductTerm.fates.map(\.rawValue).joined(separator: " + "))")
      return nil
    }
    return terms
  }

  /// The given terms with those of the base; a finding for each that neither has.
  private func complete(
    _ given: [CellProductTerm: Term], of required: [CellProductTerm], at section: ScenarioSection?
  ) -> [Term]? {
    let terms = required.compactMap { term -> Term? in
      if let own = given[term] { return own }
      if let parameter = base?.product.parameters.parameter(term.rawValue), let quality = base?.quality[term]
      {
        return Term(term: term, parameter: parameter, quality: quality)
      }
      _ = section?.required(term.rawValue, term.meaning)
      return nil
    }
    return terms.count == required.count ? terms : nil
  }

  private func read(_ value: ScenarioValue, as term: CellProductTerm) -> Term? {
    guard let section = value.section(allowed: Self.keys) else { return nil }
    let unit = term.unit(for: kind)
    let limit = Self.limit(of: term, unit: unit)
    let number = section.required("value")?.number(limit)
    let range = range(section, of: term, limit: limit)
    let isUnitRight = self.isUnitRight(section, unit)
    let confidence = section.required("confidence", "high, medium or low")?
      .choice(TermQuality.Confidence.self)
    guard let evidence = evidence(section) else { return nil }
    guard let number, let range, let confidence, isUnitRight else { return nil }
    guard range.contains(number) else {
      section["value"]?.add(
        .outOfRange, "the value is outside its own range", found: "\(number.shortestText) \(unit)",
        allowed: "\(QuantityText.range(range)) \(unit)")
      return nil
    }
    return Term(
      term: term,
      parameter: Parameter(
        term.rawValue, term.symbol, number, unit, range, term.meaning, evidence.evidence),
      quality: TermQuality(confidence: confidence, provenance: evidence.provenance))
  }

  private func isUnitRight(_ section: ScenarioSection, _ unit: String) -> Bool {
    guard let value = section.required("unit", unit), let (text, _) = value.scalar("a unit") else {
      return false
    }
    guard text != unit else { return true }
    value.add(
      .wrongUnit, "the term is given in another unit", found: ShownText.quoted(text), allowed: unit)
    return false
  }

  /// The plausible range: as given, or that of the product it is made from.
  private func range(
    _ section: ScenarioSection, of term: CellProductTerm, limit: ScenarioLimit
  ) -> ClosedRange<Double>? {
    if !section.has("range"), let inherited = base?.product.parameters.parameter(term.rawValue)?.plausible {
      return inherited
    }
    guard let value = section.required("range", "lowest and highest plausible value") else { return nil }
    let items = value.list("a list of the lowest and highest value") ?? []
    let ends = items.compactMap { $0.number(limit) }
    guard items.count == 2 else {
      if case .list = value.node.content {
        value.add(.wrongType, "a list of the lowest and highest value is required", found: value.node.shown)
      }
      return nil
    }
    guard ends.count == 2 else { return nil }
    guard ends[0] <= ends[1] else {
      value.add(
        .impossible, "the lowest value is above the highest",
        found: "\(ends[0].shortestText) and \(ends[1].shortestText)")
      return nil
    }
    return ends[0]...ends[1]
  }

  /// Where the number comes from: a new number without it is refused.
  private func evidence(
    _ section: ScenarioSection
  ) -> (evidence: Evidence, provenance: Scenario.Provenance?)? {
    guard let basis = section.required("basis", "measured, derived, fitted or assumed")?.choice(Basis.self)
    else { return nil }
    let key = basis == .assumed ? "because" : "source"
    let fitting = [key] + (basis == .measured ? ["provenance", "note"] : [])
    for entry in section.entries
    where ["source", "because", "provenance", "note"].contains(entry.key) && !fitting.contains(entry.key) {
      section.add(
        .impossible, at: entry, "this does not belong to a number that is \(basis.rawValue)",
        found: ShownText.quoted(entry.key), allowed: fitting.joined(separator: ", "))
    }
    let what = basis == .assumed ? "why this value was taken" : "where the number comes from"
    guard let text = section.required(key, what)?.text(longest: 2000, allowsLines: true) else { return nil }
    switch basis {
    case .derived: return (.derived(from: Self.line(text)), nil)
    case .fitted: return (.fitted(to: Self.line(text)), nil)
    case .assumed: return (.assumed(because: Self.line(text)), nil)
    case .measured:
      let provenance = section.required("provenance", "retrieved or recalled")?
        .choice(Scenario.Provenance.self)
      let note = Self.line(section["note"]?.text(longest: 2000, allowsLines: true) ?? "")
      guard let provenance else { return nil }
      let shown = note.isEmpty ? provenance.rawValue : "\(provenance.rawValue); \(note)"
      return (.measured(source: Self.line(text), note: shown), provenance)
    }
  }

  /// The text on one line.
  private static func line(_ text: String) -> String {
    text.split { $0.isWhitespace }.joined(separator: " ")
  }

  /// What a number of this unit can be at all; how plausible it is, its range says.
  private static func limit(of term: CellProductTerm, unit: String) -> ScenarioLimit {
    unit == "fraction"
      ? ScenarioLimit(0...1, "0 to 1", "a share of a whole")
      : ScenarioLimit(0...1e12, "0 to 1e12 \(unit)", "rates, times, densities and doses are not negative")
  }
}
