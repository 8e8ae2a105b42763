import Foundation
import MyelonReport
import MyelonStatistics
import MyelonTrials
import Testing

@Suite("Cohort page") struct CohortReportTests {
  private static let hostile = "<script>alert(1)</script> & \"more\""

  private func page(_ sample: SampleTrial) throws -> (html: String, bank: CohortBank, flow: CohortFlow) {
    let bank = try sample.bank()
    let flow = CohortFlow(bank, eligibility: bank.plan.eligibility)
    let html = CohortReport(
      bank, flow: flow, sources: TrialSources(cohort: sample.words, study: "s.db", version: "9.9.9")
    ).html()
    PageCheck.expectSound(html)
    return (html, bank, flow)
  }

  @Test("Every section stands on the page, nothing of the file as markup")
  func whole() throws {
    var sample = SampleTrial()
    sample.words = Self.hostile
    let (html, bank, flow) = try page(sample)
    #expect(PageCheck.sections(html) == ["people", "history", "screening", "made"])
    #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;more&quot;"))
    #expect(PageCheck.count("predicts nobody's outcome", in: html) == 2)
    #expect(html.contains("<b>\(bank.count)</b> drawn from registries"))
    #expect(html.contains("<b>\(flow.eligible.count)</b> may take part"))
    for row in flow.tally.rows { #expect(html.contains("<b>\(row.first)</b> \(row.position): ")) }
    #expect(html.contains("Myelon 9.9.9"))
  }

  @Test("The make-up counts everybody once in every trait, and those who may take part within them")
  func makeUp() throws {
    let (html, bank, flow) = try page(SampleTrial())
    let all = CohortMakeUp(bank)
    let few = CohortMakeUp(bank, people: flow.eligible)
    for trait in CohortMakeUp.Trait.allCases {
      #expect(all.parts(trait).reduce(0) { $0 + $1.people } == bank.count, "\(trait)")
      #expect(few.parts(trait).reduce(0) { $0 + $1.people } == flow.eligible.count, "\(trait)")
      #expect(few.parts(trait).map(\.name) == all.parts(trait).map(\.name))
      for (part, whole) in zip(few.parts(trait), all.parts(trait)) { #expect(part.people <= whole.people) }
    }
    // Grades were copied from the drawn ones, so that both count the same.
    #expect(all.parts(.firstGrade) == all.parts(.grade) && all.parts(.level) == all.parts(.drawnLevel))
    #expect(html.contains("n\u{202F}=\u{202F}\(bank.count) lived"))
  }

  @Test("Bars of grades and courses hold the summary's numbers")
  func history() throws {
    let (html, bank, _) = try page(SampleTrial())
    let summary = CohortSummary(bank)
    #expect(PageCheck.count("class=\"grade-bar\"", in: html) == summary.groups.count)
    #expect(PageCheck.count("<circle", in: html) == summary.courses.reduce(0) { $0 + $1.points.count })
    #expect(summary.courses.map(\.grade) == ["A", "B", "C"])
    #expect(summary.courses.reduce(0) { $0 + $1.people } == bank.count)
    let better = try #require(summary.groups.first?.converted)
    #expect(abs(better.value - Double((bank.count + 2) / 3) / Double(bank.count)) < 1e-12)
    for course in summary.courses {
      let first = try #require(course.points.first?.score)
      let last = try #require(course.points.last?.score)
      #expect(last.value > first.value + 6)
    }
  }

  @Test("Nobody may take part, one person, one arm, no rules: the page says so and stands")
  func empty() throws {
    var sample = SampleTrial()
    sample.inclusion = ["age between 200 and 201 years"]
    #expect(try page(sample).html.contains("Nobody may take part."))
    sample = SampleTrial()
    sample.people = 1
    sample.treated = []
    let one = try page(sample).html
    #expect(one.contains("lived in one arm") && !one.contains("<h3>The motor score over time</h3>"))
    let nobody = try sample.emptyBank()
    let html = CohortReport(nobody, flow: CohortFlow(nobody, eligibility: nobody.plan.eligibility)).html()
    PageCheck.expectSound(html)
    #expect(html.contains("Nobody was lived.") && html.contains("<b>0</b> may take part"))
  }
}
