import Foundation
import MyelonReport
import MyelonStatistics
import MyelonTrialDesigns
import MyelonTrials
import Testing

@Suite("Trial page") struct TrialReportTests {
  private static let hostile = "<script>alert(1)</script> & <b>'two'</b>"

  private func page(_ sample: SampleTrial, trials: Int = 120) throws -> (
    html: String, result: VirtualTrialResult
  ) {
    let (result, trial) = try sample.result(trials: trials)
    let sources = TrialSources(
      cohort: "cohort \(sample.words)", scenario: "arms.yaml", study: "s.db", identity: "abc",
      version: "9.9.9",
      commands: ["myelon trial '\(sample.words)'"])
    let html = TrialReport(result, of: trial, sources: sources).html()
    PageCheck.expectSound(html)
    return (html, result)
  }

  /// What a page writes for a share of trials.
  private func percent(_ events: Int, _ all: Int) -> String {
    let value = 100 * Double(events) / Double(all)
    if value > 0, value < 0.1 { return "&lt;\u{202F}0.1\u{202F}%" }
    return String(format: value < 10 && value > 0.05 ? "%.1f" : "%.0f", value) + "\u{202F}%"
  }

  private func verdict(_ html: String) -> String {
    html.firstMatch(of: #/<p class="notice verdict [a-z]+">(.*?)<\/p>/#).map { String($0.output.1) } ?? ""
  }

  @Test("All stages: every section, both worlds in every figure, nothing of the files as markup")
  func whole() throws {
    var sample = SampleTrial(effects: [0, 1, 2, 8])
    sample.words = Self.hostile
    let (html, result) = try page(sample)
    #expect(
      PageCheck.sections(html) == [
        "people", "nature", "doses", "conclusions", "characteristics", "protocol", "left-out", "made",
      ])
    #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b&gt;&#39;two&#39;&lt;/b&gt;"))
    #expect(!html.contains("<script") && !html.contains("<b>'two'"))
    #expect(PageCheck.count("predicts nobody's outcome", in: html) == 2)
    // Doses, ends, claims, comparison; gain, effects, people, duration.
    #expect(PageCheck.count("<figure class=\"world-bars\">", in: html) == 4)
    #expect(
      PageCheck.count("class=\"steps modelled\"", in: html) == 4
        && PageCheck.count("class=\"steps nothing\"", in: html) == 4)
    #expect(PageCheck.count("class=\"table-box\"", in: html) >= 10)
    #expect(html.contains("only patients are judged by") && html.contains("<code>active infection</code>"))
    #expect(html.contains("abc") && html.contains("Myelon 9.9.9") && html.contains("protocol.yaml"))
    for note in result.notes { #expect(html.contains(note.prefix(40).replacing("'", with: "&#39;"))) }
  }

  @Test("The page holds the numbers of the result: flow, doses, shares, means")
  func numbers() throws {
    let (html, result) = try page(SampleTrial(effects: [0, 1, 2, 8]))
    #expect(html.contains("<b>\(result.people)</b> lived and screened"))
    #expect(html.contains("<b>\(result.eligible)</b> may take part"))
    for rule in result.exclusions {
      #expect(html.contains("<b>\(rule.first)</b> inclusion") && html.contains("\(rule.any) fail it"))
    }
    for world in result.worlds {
      for selected in world.selected where selected > 0 {
        #expect(html.contains("<td class=\"num\">\(percent(selected, world.trials)) "), "\(selected)")
      }
      let reached = try #require(world.expansion?.reached)
      #expect(
        html.contains("n\u{202F}=\u{202F}\(reached) \(world.truth == .null ? "null therapy" : "as modelled")")
      )
    }
    let natural = try #require(result.natural)
    #expect(html.contains("Without any therapy, \(natural.people) people"))
    let effect = try #require(result.doses.last?.effect)
    #expect(effect.value == 8 && html.contains("<td class=\"num\">+8</td>"))
    #expect(html.contains("true: six million +8"))
  }

  @Test("The verdict: nothing is changed, so both worlds end the same")
  func same() throws {
    let (html, result) = try page(SampleTrial())
    let text = verdict(html)
    #expect(
      text.contains("The same in both worlds.") && text.contains("in truth it changes the outcome of nobody"))
    #expect(text.contains("every success of these trials is a false one"))
    let world = try #require(result.world(.null))
    let wins = Int((world.success.value * Double(world.trials)).rounded())
    #expect(text.contains(percent(wins, world.trials)))
    #expect(html.contains("No dose changes the outcome of anybody") && html.contains("true: all doses 0"))
  }

  @Test("The verdict: a large effect is told from none")
  func success() throws {
    let text = verdict(try page(SampleTrial(effects: [0, 9, 9, 9])).html)
    #expect(text.contains("<b>Told apart.</b>") && text.contains("the trial tells the two apart"))
    #expect(text.contains("changes the outcome by +9"))
  }

  @Test("The verdict: harm is no success, although a two-sided test is significant")
  func harm() throws {
    let (html, result) = try page(SampleTrial(effects: [0, -9, -9, -9]))
    let world = try #require(result.world(.modelled))
    #expect(world.harmful > world.trials / 2 && world.success.value < 0.01)
    let text = verdict(html)
    #expect(text.contains("<b>Harm.</b>") && text.contains("with significant harm"))
    #expect(text.contains("worse than doing nothing"))
    #expect(text.contains("the model says, 0\u{202F}% "))
    #expect(html.contains("counts both"))
  }

  @Test("The verdict: trials that look at toxicity alone are blind to the effect")
  func blind() throws {
    var sample = SampleTrial(effects: [0, 3, 3, 3])
    sample.stages = SampleTrial.doseFinding + SampleTrial.expansion
    // Without a comparison the protocol names no outcome, so that even the truth of the doses is not told.
    #expect(verdict(try page(sample).html).contains("<b>The same in both worlds.</b>"))
    sample.stages =
      SampleTrial.doseFinding + """
        expansion:
          monitor:
            maximum-patients: 10
            toxicity: {limit: 0.4, cutoff: 0.9, prior-events: 0.5, prior-non-events: 1.5}
          response: {measure: upper-extremity-motor-score, day: 182, responder-gain: 5}

        """
    let text = verdict(try page(sample).html)
    #expect(text.contains("<b>Blind to the effect.</b>") && text.contains("changes the outcome by +3"))
    #expect(text.contains("nothing that decides looks at the outcome"))
  }

  @Test("Stages that a protocol does not have are not on its page")
  func less() throws {
    var sample = SampleTrial()
    sample.stages = SampleTrial.doseFinding
    let doses = try page(sample).html
    #expect(doses.contains("select a dose") && !doses.contains("Expansion: how it ends"))
    #expect(!doses.contains("<h3>Comparison with controls</h3>"))
    sample.stages = SampleTrial.expansion
    let expansion = try page(sample).html
    #expect(
      expansion.contains("go on from the expansion") && !expansion.contains("Dose finding: the dose selected")
    )
    sample.stages = SampleTrial.comparison.replacing("selected-dose", with: "high")
    sample.hasDoses = false
    sample.effects = [0, 0, 0, 9]
    let (fixed, result) = try page(sample)
    #expect(result.fixedArm?.effect?.value == 9 && fixed.contains("true: high +9"))
    #expect(fixed.contains("It is the same in every trial of both worlds: <b>50</b> people."))
    #expect(!fixed.contains("<h3>Toxicity</h3>") && verdict(fixed).contains("Told apart."))
  }

  @Test("A dose finding that never selects leaves expansion and comparison unreached, and the page says so")
  func unreached() throws {
    var sample = SampleTrial()
    sample.stages = sample.stages.replacing("[5 %, 10 %, 20 %]", with: "[90 %, 95 %, 98 %]")
    let (html, result) = try page(sample, trials: 40)
    #expect(result.world(.modelled)?.compared == 0)
    #expect(
      html.contains("No trial reached the expansion.") && html.contains("No trial reached the comparison."))
  }

  @Test("A result without eligible people and trials, as another program may write it, gives a page")
  func nothing() throws {
    let (result, trial) = try SampleTrial().result(trials: 20)
    let file = try VirtualTrialExport(result).json()
    var tree = try #require(try JSONSerialization.jsonObject(with: Data(file.utf8)) as? [String: Any])
    tree["natural"] = nil
    tree["eligible"] = 0
    for key in ["worlds", "distributions", "doses", "exclusions"] { tree[key] = [Any]() }
    let data = try JSONSerialization.data(withJSONObject: tree)
    let html = TrialReport(try JSONDecoder().decode(VirtualTrialResult.self, from: data), of: trial).html()
    PageCheck.expectSound(html)
    #expect(
      html.contains("what nature does cannot be said") && html.contains("No trial reached the comparison."))
    #expect(verdict(html).contains("<b>No trials.</b> No trial was carried out."))
  }

  @Test("Distributions count every trial once, in bins that both worlds share")
  func distributions() throws {
    let (_, result) = try page(SampleTrial(effects: [0, 1, 2, 8]))
    for spread in result.distributions {
      #expect(spread.parts.count == 2 && spread.edges == spread.edges.sorted())
      for part in spread.parts {
        #expect(part.counts.reduce(0, +) == part.trials && part.counts.count == spread.edges.count - 1)
        #expect(part.quantiles == part.quantiles.sorted())
      }
    }
    let people = try #require(result.distribution(.enrolled)?.part(.null)?.mean)
    #expect(abs(people.value - (result.world(.null)?.enrolled ?? 0)) < 1e-9)
    let effect = try #require(result.distribution(.estimatedEffect)?.part(.modelled))
    #expect(abs((effect.mean?.value ?? 0) - (result.world(.modelled)?.comparison?.effect.value ?? 1)) < 1e-9)
    #expect(effect.trials == result.world(.modelled)?.compared)
  }

  @Test("The same result and page come from any number of threads, and the result survives its file")
  func deterministic() throws {
    let sample = SampleTrial(effects: [0, 1, 2, 8])
    let trial = try sample.trial()
    let virtual = try VirtualTrial(trial, bank: try sample.bank())
    let one = try virtual.run(TrialSettings(trials: 30, seed: 8, threads: 1))
    let three = try virtual.run(TrialSettings(trials: 30, seed: 8, threads: 3))
    let file = try VirtualTrialExport(one).json()
    #expect(try VirtualTrialExport(three).json() == file)
    let read = try JSONDecoder().decode(VirtualTrialResult.self, from: Data(file.utf8))
    #expect(TrialReport(read, of: trial).html() == TrialReport(one, of: trial).html())
  }
}
