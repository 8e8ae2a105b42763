import MyelonTherapies
import MyelonAnatomy
import Foundation
import ISNCSCI
import MyelonQuantities
import MyelonSimulation

/// Reads a cohort file, collecting everything that is wrong with it.
struct CohortReader {
  /// Path of the file, from which the scenario's path is understood.
  let path: String
  /// Takes what is wrong.
  let findings: FindingList

  private static let keys = [
    "myelon-cohort", "name", "description", "people", "seed", "population", "enrolment", "scenario", "visits",
    "eligibility", "attrition", "parameters",
  ]

  /// Most people of a cohort.
  ///
  /// Assumed because a hundred thousand lives are a day of a small cluster.
  static let mostPeople = 100_000

  /// Reads the whole file; only valid when no finding was added.
  func plan(from node: ScenarioNode) -> CohortPlan? {
    let hints = ["myelon": "that key begins a scenario; a cohort begins with 'myelon-cohort: 1'"]
    let value = ScenarioValue(node: node, path: "", findings: findings)
    guard let root = value.section(allowed: Self.keys, hints: hints), isThisSchema(root) else { return nil }
    let name = root.required("name")?.name()
    let description = root["description"]?.text(longest: 4000, allowsLines: true) ?? ""
    let people = root.required("people", "how many are drawn").flatMap(count)
    let seed = root["seed"]?.wholeNumber() ?? 1
    let table = root["parameters"].map(parameters) ?? PopulationParameters.table
    let population = root["population"].flatMap(population) ?? Population()
    let enrolment = root.required(
      "enrolment", "such as {earliest: 14 days, median: 24 days, latest: 42 days}"
    )
    .flatMap(enrolment)
    let scenario = root.required("scenario", "a scenario file whose arms people live").flatMap(scenario)
    let visits = root["visits"].map(visits) ?? [0, 84, 182, 365]
    let rules = root["eligibility"].map(EligibilityReader.content)?.eligibility ?? Eligibility()
    let attrition = root["attrition"].flatMap(AttritionReader.attrition) ?? Attrition.none
    guard let name, let people, let enrolment, let scenario, let visits else { return nil }
    let plan = CohortPlan(
      name: name, description: description, people: people, seed: seed, population: population,
      enrolment: enrolment, scenario: scenario.scenario, scenarioPath: scenario.path, visits: visits,
      eligibility: rules, attrition: attrition, table: table)
    check(plan, root)
    return plan
  }

  private func isThisSchema(_ root: ScenarioSection) -> Bool {
    guard let version = root.required("myelon-cohort", "the version of the file, 1") else { return false }
    guard version.wholeNumber() == UInt64(CohortPlan.currentSchema) else {
      version.add(.unknownName, "this version of cohort files is not read", allowed: "1")
      return false
    }
    return true
  }

  private func count(_ value: ScenarioValue) -> Int? {
    guard let number = value.wholeNumber() else { return nil }
    guard (1...UInt64(Self.mostPeople)).contains(number) else {
      value.add(.outOfRange, "out of range", found: "\(number)", allowed: "1 to \(Self.mostPeople) people")
      return nil
    }
    return Int(number)
  }

  private func enrolment(_ value: ScenarioValue) -> EnrolmentTime? {
    guard let section = value.section(allowed: ["earliest", "median", "latest"]) else { return nil }
    let earliest = section.required("earliest")?.days()
    let latest = section.required("latest")?.days()
    guard let earliest, let latest else { return nil }
    let median = section["median"].map { $0.days() } ?? (max(1, earliest) * latest).squareRoot()
    guard let median else { return nil }
    guard earliest >= 1, latest >= earliest, median > 0 else {
      value.add(
        .impossible, "the earliest day must be at least 1 and none later than the latest, the median above 0",
        found: "\(earliest), \(median), \(latest) days")
      return nil
    }
    return EnrolmentTime(earliest: earliest, median: median, latest: latest)
  }

  private func scenario(_ value: ScenarioValue) -> (scenario: Scenario, path: String)? {
    guard let text = value.text(longest: 1000) else { return nil }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    let file =
      text.hasPrefix("/") ? text : folder.appendingPathComponent(text).standardizedFileURL.relativePath
    do {
      let scenario = try Scenario.read(path: file)
      guard scenario.subject.species == .human else {
        value.add(
          .impossible, "people are required; the scenario is about a \(scenario.subject.species.rawValue)")
        return nil
      }
      if let arm = scenario.arms.first(where: { $0.injury != nil }) {
        value.add(.impossible, "no arm may have an injury of its own", found: ShownText.quoted(arm.name))
        return nil
      }
      return (scenario, file)
    } catch {
      value.add(.file, "the scenario cannot be read: \(error.findings.first?.description ?? "\(error)")")
      return nil
    }
  }

  private func visits(_ value: ScenarioValue) -> [Double]? {
    guard let items = value.list("a list of days after enrolment") else { return nil }
    let days = items.compactMap { $0.days() }
    guard days.count == items.count else { return nil }
    let all = days.first == 0 ? days : [0] + days
    guard all.count > 1, zip(all, all.dropFirst()).allSatisfy({ $0 < $1 }), all.count <= 60 else {
      value.add(.impossible, "1 to 60 ascending days above 0 are required", found: "\(days)")
      return nil
    }
    return all
  }

  private func parameters(_ value: ScenarioValue) -> ParameterTable {
    var table = PopulationParameters.table
    guard let section = value.openSection("parameters by identifier") else { return table }
    for entry in section.entries {
      guard let known = table.parameter(entry.key) else {
        section.add(
          .unknownName, at: entry, "this parameter of the population is not known",
          found: ShownText.quoted(entry.key),
          nearest: SuggestedName.of(entry.key, in: table.parameters.map(\.id)))
        continue
      }
      let value = section.value(of: entry)
      guard let number = value.number("a number in \(known.unit)") else { continue }
      guard known.plausible.contains(number) else {
        value.add(
          .outOfRange, "out of the plausible range", found: "\(number) \(known.unit)",
          allowed: "\(known.plausible.lowerBound) to \(known.plausible.upperBound) \(known.unit)")
        continue
      }
      do { try table.replace(entry.key, with: number) } catch { value.add(.impossible, "\(error)") }
    }
    return table
  }

  /// What the parts must be together.
  private func check(_ plan: CohortPlan, _ root: ScenarioSection) {
    let last = plan.enrolment.latest + (plan.visits.last ?? 0)
    if !ScenarioLimit.days.contains(last) {
      root.owner.add(
        .outOfRange, "latest enrolment and last visit together", found: "\(last) days",
        allowed: ScenarioLimit.days.text)
    }
    if let first = plan.scenario.arms.first, !first.therapies.isEmpty {
      root["scenario"]?.add(
        .impossible,
        "the first arm must be without treatment: the first examination, before enrolment, is found in it",
        found: ShownText.quoted(first.name))
    }
    do { _ = try plan.sampler() } catch { root["population"]?.add(.impossible, error.description) }
  }
}
