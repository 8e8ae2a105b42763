import MyelonQuantities
import MyelonSimulation
import MyelonTrialDesigns

extension ProtocolReader {
  /// Reads `expansion`.
  func expansion(_ value: ScenarioValue) -> ExpansionStage? {
    let keys = ["monitor", "two-stage", "response", "counts-dose-finding", "assumptions"]
    guard let section = value.section(allowed: keys) else { return nil }
    let given = ["monitor", "two-stage"].filter(section.has)
    guard given.count == 1 else {
      value.add(
        .impossible, "exactly one of monitor and two-stage is required",
        found: given.isEmpty ? "none" : given.joined(separator: ", "))
      return nil
    }
    let plan = section["monitor"].map(monitor) ?? section["two-stage"].map(twoStage) ?? nil
    let response = section["response"].map { outcome($0, usual: .responder) }
    if let response, let response, response.form != .responder {
      section["response"]?.add(
        .impossible, "a response is reached or not: 'as: responder'", found: response.form.rawValue)
    }
    let counts = section["counts-dose-finding"].map { $0.flag() } ?? false
    let assumptions = (section["assumptions"]?.list("a list of true rates") ?? []).enumerated()
      .compactMap {
        assumption($0.element, number: $0.offset + 1, needsResponse: plan?.needsResponses ?? false)
      }
    guard let plan, let counts else { return nil }
    return ExpansionStage(
      plan: plan, response: response ?? nil, countsDoseFinding: counts, assumptions: assumptions)
  }

  private func monitor(_ value: ScenarioValue) -> ExpansionPlan? {
    guard let monitor = DocumentDecoder.decode(BayesianMonitor.self, from: sided(value)) else { return nil }
    let wrong = monitor.findings()
    value.add(wrong)
    guard wrong.isEmpty else { return nil }
    do throws(EfficacyError) {
      return .monitor(try BayesianMonitorPlan(monitor))
    } catch {
      value.add([error])
      return nil
    }
  }

  /// The monitor with the side of its rule for futility, which nobody needs to write.
  private func sided(_ value: ScenarioValue) -> ScenarioValue {
    guard case .mapping(let entries) = value.node.content,
      let futility = entries.first(where: { $0.key == "futility" }),
      case .mapping(let inner) = futility.value.content, !inner.contains(where: { $0.key == "side" })
    else { return value }
    let rule = ScenarioValue(node: futility.value, path: "", findings: findings)
    let node = rule.keeping(inner.map(\.key), replacing: ["side": rule.scalarNode("below")]).node
    return value.keeping(entries.map(\.key), replacing: ["futility": node])
  }

  private func twoStage(_ value: ScenarioValue) -> ExpansionPlan? {
    guard let design = DocumentDecoder.decode(SimonDesign.self, from: value) else { return nil }
    do throws(EfficacyError) {
      return .twoStage(try design.solve())
    } catch {
      value.add([error])
      return nil
    }
  }

  private func assumption(_ value: ScenarioValue, number: Int, needsResponse: Bool)
    -> ExpansionStage.Assumption?
  {
    guard let section = value.section(allowed: ["name", "toxicity", "response"]) else { return nil }
    let name = section["name"].map { $0.text(longest: 80) } ?? "assumption \(number)"
    let toxicity = section["toxicity"].map { $0.share() } ?? 0
    if needsResponse { _ = section.required("response", "the true rate of response") }
    let response = section["response"].map { $0.share() } ?? 0
    guard let name, let toxicity, let response else { return nil }
    return ExpansionStage.Assumption(name: name, toxicity: toxicity, response: response)
  }

  /// Reads an outcome.
  ///
  /// - Parameters:
  ///   - value: the group.
  ///   - usual: the form where none is written.
  /// - Returns: the outcome, nil after a finding.
  func outcome(_ value: ScenarioValue, usual: ProtocolOutcome.Form) -> ProtocolOutcome? {
    let keys = ["measure", "day", "days", "baseline-day", "as", "responder-gain", "categories"]
    guard let section = value.section(allowed: keys) else { return nil }
    let measure = section.required("measure", "such as upper-extremity-motor-score")?.text(longest: 80)
    let days = days(section, value)
    let baseline = section["baseline-day"].map { $0.duration(0...36_525, "a century is long enough") }
    let form = section["as"].map { $0.choice(ProtocolOutcome.Form.self) } ?? usual
    let gain = section["responder-gain"].map { $0.number("a number") }
    let categories = section["categories"].map { DocumentDecoder.decode([String].self, from: $0) } ?? []
    if let baseline, baseline == nil { return nil }
    if let gain, gain == nil { return nil }
    guard let measure, let days, let form, let categories else { return nil }
    if section.has("responder-gain"), form != .responder {
      section["responder-gain"]?.add(.impossible, "only responders have a gain", found: form.rawValue)
    }
    if section.has("categories"), form != .ordinal {
      section["categories"]?.add(.impossible, "only ordered outcomes have categories", found: form.rawValue)
    }
    if Set(categories).count != categories.count {
      section["categories"]?.add(.impossible, "a category is named twice")
    }
    return ProtocolOutcome(
      measure: measure, days: days, baselineDay: baseline ?? nil, form: form, responderGain: gain ?? nil,
      categories: categories)
  }

  private func days(_ section: ScenarioSection, _ value: ScenarioValue) -> [Double]? {
    let range = 0.0...36_525.0
    let reason = "a century is long enough"
    guard let list = section["days"] else {
      return section.required("day", "of the visit after enrolment")?.duration(range, reason).map { [$0] }
    }
    section["day"]?.add(.impossible, "give either day or days")
    guard let items = list.list("a list of days") else { return nil }
    let days = items.compactMap { $0.duration(range, reason) }
    guard days.count == items.count, !days.isEmpty else {
      if items.isEmpty { list.add(.wrongType, "at least one day is required") }
      return nil
    }
    for index in days.indices.dropFirst() where days[index] <= days[index - 1] {
      items[index].add(.impossible, "days of visits must rise", found: days[index].shortestText)
    }
    return days
  }
}
