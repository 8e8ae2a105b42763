import MyelonAnatomy
import MyelonFields
import MyelonSimulation

/// The section "how it was made": everything needed to make the run again.
struct Provenance {
  let context: ReportContext

  /// The section's body.
  func html() -> String {
    let record = context.record
    let grid = record.grid
    let total = record.timings.values.filter(\.isFinite).reduce(0, +)
    let size =
      "\(grid.nx) × \(grid.ny) × \(grid.nz) voxels (\(NumberText.short(Double(grid.count), digits: 7)))"
    let edges = [grid.spacing.x, grid.spacing.y, grid.spacing.z].map { NumberText.short($0) }
    let items: [(name: String, value: String)] = [
      ("Program", "Myelon \(Markup.escape(record.version))"),
      ("Scenario", "<code>\(Markup.escape(record.scenarioPath))</code>"),
      ("Anatomy", Markup.escape(record.anatomySource)), ("Seed", "\(context.facts.seed)"),
      ("Grid", "\(size) of \(edges.joined(separator: " × ")) mm"),
      ("Window", window), ("Simulated time", NumberText.duration(days: context.facts.days)),
      ("Examiner's error", context.facts.hasExaminerNoise ? "drawn for each recorded score" : "none"),
      (
        "Individual variation",
        context.facts.hasIndividualVariation ? "drawn for this subject" : "none: the typical subject"
      ),
      ("Steps", steps), ("Wall time", "\(NumberText.seconds(total))\(stages)"),
    ]
    return """
      \(Markup.facts(items))
      <h3>To make it again</h3>
      <p>The same scenario, version and seed give the same numbers to the last bit, with any number of threads.</p>
      <pre class="command"><code>myelon run \(Markup.escape(Self.quoted(record.scenarioPath)))</code></pre>
      <p>Beside this page lie <code>run.json</code> (scenario, parameters, everything shown here), \
      <code>series.csv</code> (measures over time), <code>exams.json</code> and, per arm, the volumes as NIfTI, which \
      any medical viewer opens.</p>
      <details><summary>The scenario as read</summary>
      <pre class="scenario"><code>\(Markup.escape(context.facts.text))</code></pre></details>

      """
  }

  private var window: String {
    let segments = context.record.segments
    let grid = context.record.grid
    let length = "\(NumberText.short(Double(grid.nz) * grid.spacing.z)) mm of cord"
    guard let first = segments.first, let last = segments.last else { return length }
    return "\(length), \(Markup.escape(first.name)) to \(Markup.escape(last.name))"
  }

  private var steps: String {
    context.arms.compactMap { arm in
      (context.record.steps[arm.name] ?? context.record.steps[arm.slug]).map { count in
        (context.arms.count > 1 ? "\(Markup.escape(arm.name)): " : "")
          + NumberText.short(Double(count), digits: 8)
      }
    }.joined(separator: "; ")
  }

  private var stages: String {
    let parts = context.record.timings.filter { $0.value.isFinite }.sorted { $0.value > $1.value }.prefix(8)
      .map { "\(Markup.escape($0.key)) \(NumberText.seconds($0.value))" }
    return parts.isEmpty ? "" : " <small>(\(parts.joined(separator: ", ")))</small>"
  }

  /// A path as a shell takes it.
  private static func quoted(_ path: String) -> String {
    let isPlain =
      !path.isEmpty
      && path.allSatisfy { character in
        character.isASCII && (character.isLetter || character.isNumber || "./_-+".contains(character))
      }
    return isPlain ? path : "'" + path.replacing("'", with: "'\\''") + "'"
  }
}
