import MyelonRecovery
import MyelonSimulation

extension Examinations {
  /// Locomotor scores of rats over the visits, with published means where the scenario names them.
  func rats() -> String {
    guard context.arms.contains(where: { $0.visits.contains { $0.locomotion != nil } }) else {
      return "<p class=\"notice\">The run holds no locomotor scores.</p>"
    }
    let hasMarks = panels.contains { !$0.marks.isEmpty }
    let noise =
      context.facts.hasExaminerNoise
      ? "Scores carry the error of an examiner." : "Scores are free of examiners' error."
    return """
      <p>The open-field locomotor score of Basso, Beattie and Bresnahan (1995), 0 (no movement of the hind \
      limbs) to 21 (normal), computed from the axons that are left. \(noise)\
      \(hasMarks ? " Diamonds with whiskers: published means and their spread." : "")</p>
      \(charts())\(scores())\(landmarks())

      """
  }

  private var days: [Double] { Array(Set(context.arms.flatMap { $0.visits.map(\.day) })).sorted() }

  private func scores() -> String {
    let rows = context.arms.indices.map { index in
      "<th scope=\"row\">\(context.badge(index))</th>"
        + days.map { day in
          let visit = context.arms[index].visits.first { $0.day == day }
          return Markup.numberCell(visit?.locomotion.map { NumberText.score($0.value) } ?? "")
        }.joined()
    }
    return Markup.table(
      caption: "BBB score at each visit",
      head: ["Arm"] + days.map { "#" + NumberText.day($0).capitalisedFirst },
      rows: rows, classes: "timeline")
  }

  private func landmarks() -> String {
    let items = context.arms.enumerated().compactMap { index, arm -> String? in
      guard let visit = arm.visits.last(where: { $0.locomotion != nil }), let score = visit.locomotion else {
        return nil
      }
      return
        "<li>\(context.badge(index)) \(NumberText.day(visit.day)), BBB \(NumberText.score(score.value)): "
        + "\(Markup.escape(score.landmark))</li>"
    }
    return "<ul class=\"plain\">\(items.joined())</ul>\n"
  }
}
