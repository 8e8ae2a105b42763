import MyelonStatistics
import MyelonTrials

/// The mean motor score over the visits, a line for each grade of the first examination.
struct CohortCourses {
  let summary: CohortSummary

  private static let size = (width: 460.0, height: 300.0)
  private static let plot = (left: 40.0, top: 14.0, right: 424.0, bottom: 258.0)

  /// The figure with its numbers; nothing without scores.
  func html() -> String {
    let courses = known
    guard !courses.isEmpty else { return "" }
    return """
      <h3>The motor score over time</h3>
      <figure class="spread courses"><figcaption>Mean motor score (0 to 100) over the visits, untreated, by AIS grade at the first \
      examination (letters at the ends of lines); upright lines are 95\u{202F}% intervals of the mean. \(counts(courses)).</figcaption>
      \(svg(courses))</figure>
      \(table(courses))
      """
  }

  /// Courses with at least one mean.
  private var known: [(place: Int, course: CohortSummary.Course)] {
    summary.courses.enumerated().filter { $0.element.points.contains { $0.score != nil } }
      .map { (place: $0.offset, course: $0.element) }
  }

  private typealias Courses = [(place: Int, course: CohortSummary.Course)]

  private func counts(_ courses: Courses) -> String {
    courses.map {
      "n\u{202F}=\u{202F}\(TrialWords.count($0.course.people)) with \(Markup.escape($0.course.grade))"
    }
    .joined(separator: ", ")
  }

  private func svg(_ courses: Courses) -> String {
    let points = courses.flatMap { $0.course.points }
    let last = max(points.map(\.day).max() ?? 1, 1)
    let highest = min(100, points.compactMap { $0.score?.high }.max() ?? 100)
    let ticks = TrialWords.ticks(0...max(highest * 1.08, 1), aim: 5)
    let end = max(ticks.last ?? 1, highest)
    func x(_ day: Double) -> Double {
      Self.plot.left + 8 + day / last * (Self.plot.right - Self.plot.left - 8)
    }
    func y(_ score: Double) -> Double {
      Self.plot.bottom - min(max(score / end, 0), 1) * (Self.plot.bottom - Self.plot.top)
    }
    var text =
      "<svg class=\"chart\" viewBox=\"0 0 \(NumberText.plain(Self.size.width)) \(NumberText.plain(Self.size.height))\" "
      + "role=\"img\" aria-label=\"Mean motor score over the visits; the table below holds the numbers\">"
    text += axes(ticks, days: courses.first?.course.points.map(\.day) ?? [], x: x, y: y)
    for (place, course) in courses { text += line(place, course, x: x, y: y) }
    return text + letters(courses, y: y) + "</svg>"
  }

  private func axes(
    _ ticks: [Double], days: [Double], x: (Double) -> Double, y: (Double) -> Double
  ) -> String {
    var text = ""
    for tick in ticks {
      let place = NumberText.tenth(y(tick))
      text +=
        "<line class=\"grid\" x1=\"\(NumberText.plain(Self.plot.left))\" x2=\"\(NumberText.plain(Self.plot.right))\" "
      text += "y1=\"\(place)\" y2=\"\(place)\"/><text x=\"\(NumberText.plain(Self.plot.left - 5))\" "
      text += "y=\"\(NumberText.tenth(y(tick) + 3.5))\" text-anchor=\"end\">\(NumberText.axis(tick))</text>"
    }
    var free = -Double.infinity
    for day in days {
      let place = NumberText.tenth(x(day))
      text +=
        "<line class=\"tick\" x1=\"\(place)\" x2=\"\(place)\" y1=\"\(NumberText.plain(Self.plot.bottom))\" "
      text += "y2=\"\(NumberText.plain(Self.plot.bottom + 4))\"/>"
      // Labels need room; a visit without a label stands in the table.
      guard x(day) >= free else { continue }
      free = x(day) + 26
      text +=
        "<text x=\"\(place)\" y=\"\(NumberText.plain(Self.plot.bottom + 17))\" text-anchor=\"middle\">\(NumberText.axis(day))</text>"
    }
    return text
      + "<text x=\"\(NumberText.plain(Self.plot.right))\" y=\"\(NumberText.plain(Self.size.height - 8))\" "
      + "text-anchor=\"end\">days after enrolment</text>"
  }

  private func line(
    _ place: Int, _ course: CohortSummary.Course, x: (Double) -> Double, y: (Double) -> Double
  ) -> String {
    let points = course.points.compactMap { point in point.score.map { (day: point.day, score: $0) } }
    let path = points.enumerated().map { index, point in
      "\(index == 0 ? "M" : "L")\(NumberText.tenth(x(point.day))) \(NumberText.tenth(y(point.score.value)))"
    }.joined()
    var text =
      "<g class=\"\(ArmBadge.colourClass(place))\"><path\(ReportContext.dashAttribute(place)) d=\"\(path)\"/>"
    for point in points {
      let across = NumberText.tenth(x(point.day))
      text +=
        "<line class=\"reach\" x1=\"\(across)\" x2=\"\(across)\" y1=\"\(NumberText.tenth(y(point.score.low)))\" "
      text += "y2=\"\(NumberText.tenth(y(point.score.high)))\"/><circle cx=\"\(across)\" "
      text += "cy=\"\(NumberText.tenth(y(point.score.value)))\" r=\"2.8\"/>"
    }
    return text + "</g>"
  }

  /// Grades at the ends of their lines, each as near to its line as the others let it.
  private func letters(_ courses: Courses, y: (Double) -> Double) -> String {
    let ends = courses.compactMap { _, course in
      course.points.last { $0.score != nil }?.score.map { (grade: course.grade, height: y($0.value)) }
    }.sorted { $0.height < $1.height }
    var lowest = -Double.infinity
    return ends.map { end in
      lowest = max(end.height, lowest + 14)
      return "<text class=\"number\" x=\"\(NumberText.plain(Self.plot.right + 9))\" "
        + "y=\"\(NumberText.tenth(lowest + 4))\">\(Markup.escape(end.grade))</text>"
    }.joined()
  }

  private func table(_ courses: Courses) -> String {
    let days = courses.first?.course.points.map(\.day) ?? []
    let rows = courses.map { _, course in
      "<th scope=\"row\">AIS \(Markup.escape(course.grade))</th>"
        + course.points.map { Markup.numberCell(TrialWords.number($0.score)) }.joined()
    }
    return Markup.table(
      caption: "Mean motor score, untreated; in small 95 % intervals",
      head: ["First grade"] + days.map { "#\(NumberText.day($0).capitalizedFirst)" }, rows: rows,
      classes: "outcomes")
  }
}
