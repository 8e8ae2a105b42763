import MyelonStatistics
import MyelonTrials

/// Who people are: bars of age, sex, cause, country, level and grade, with those who may take part beside everybody.
struct CohortPeople {
  /// Everybody.
  let all: CohortMakeUp
  /// Those who may take part; nil when they are not told apart.
  var chosen: CohortMakeUp?
  /// What people are counted by.
  let traits: [CohortMakeUp.Trait]

  /// A figure for each trait; nothing where nobody was lived.
  func html() -> String {
    guard all.people > 0 else { return "<p class=\"notice\">Nobody was lived.</p>" }
    return "<div class=\"people\">\(traits.map(figure).joined(separator: "\n"))</div>"
  }

  private func figure(_ trait: CohortMakeUp.Trait) -> String {
    let parts = all.parts(trait)
    let few = chosen?.parts(trait) ?? []
    let most = shares(parts, few).max() ?? 1
    let rows = parts.enumerated().map { place, part -> String in
      let inner = few.indices.contains(place) ? few[place].people : nil
      return row(part, inner, most: most)
    }
    let count = chosen.map { "; n\u{202F}=\u{202F}\(TrialWords.count($0.people)) who may take part" } ?? ""
    return """
      <figure><figcaption><b>\(Self.title(trait))</b>\(Self.note(trait)). n\u{202F}=\u{202F}\(TrialWords.count(all.people)) \
      lived\(count).</figcaption>
      <table><thead><tr><th scope="col">Part</th><th scope="col">Share</th><th scope="col" class="num">People</th>\
      </tr></thead><tbody>\(rows.joined(separator: "\n"))</tbody></table></figure>
      """
  }

  private func shares(_ parts: [CohortMakeUp.Part], _ few: [CohortMakeUp.Part]) -> [Double] {
    parts.map { Double($0.people) / Double(max(1, all.people)) }
      + few.map { Double($0.people) / Double(max(1, chosen?.people ?? 1)) }
  }

  /// A part: a bar of everybody, and in it a narrow one of those who may take part, both as shares of their own number.
  private func row(_ part: CohortMakeUp.Part, _ inner: Int?, most: Double) -> String {
    let outer = Double(part.people) / Double(max(1, all.people))
    var spans: [RangeBar.Span] = []
    if outer > 0 {
      spans.append(RangeBar.Span(range: 0...outer, style: chosen == nil ? "only" : "all", height: 16))
    }
    if let inner, let chosen, inner > 0 {
      spans.append(
        RangeBar.Span(
          range: 0...(Double(inner) / Double(max(1, chosen.people))), style: "chosen", height: 6))
    }
    let numbers =
      "\(TrialWords.count(part.people)) <small>\(NumberText.percent(outer))</small>"
      + (inner.map {
        "<br><b>\(TrialWords.count($0))</b> <small>\(NumberText.percent(Double($0) / Double(max(1, chosen?.people ?? 1))))</small>"
      } ?? "")
    return
      "<tr><th scope=\"row\">\(Self.name(part.name))</th><td class=\"bar\">\(RangeBar(axis: 0...max(most, 1e-9), spans: spans).svg())</td>"
      + Markup.numberCell(numbers) + "</tr>"
  }

  /// The key of wide and narrow bars.
  static let key = """
    <ul class="keys"><li><span class="swatch all"></span>wide bar and first number: everybody who was lived, as share of these</li>\
    <li><span class="swatch chosen"></span>narrow bar and <b>bold number</b>: those who may take part, as share of these</li></ul>
    """

  private static func name(_ part: String) -> String {
    let words = [
      "usa": "USA", "canada": "Canada", "europe": "Europe", "korea": "Korea", "vehicle": "road accident",
    ]
    return Markup.escape(words[part] ?? part.replacing("-", with: "–"))
  }

  private static func title(_ trait: CohortMakeUp.Trait) -> String {
    switch trait {
    case .age: "Age"
    case .sex: "Sex"
    case .cause: "Cause"
    case .country: "Country"
    case .drawnLevel: "Level drawn"
    case .level: "Level at enrolment"
    case .firstGrade: "First grade"
    case .grade: "Grade at enrolment"
    }
  }

  private static func note(_ trait: CohortMakeUp.Trait) -> String {
    switch trait {
    case .age: ", years at injury"
    case .drawnLevel: ": the neurological level that the injury was placed by"
    case .level: ": the neurological level that was found"
    case .firstGrade: ": AIS that the first examination was to find"
    case .grade: ": AIS that was found"
    case .sex, .cause, .country: ""
    }
  }
}
