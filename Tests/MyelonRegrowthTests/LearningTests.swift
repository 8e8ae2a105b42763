import Foundation
import MyelonAnatomy
import MyelonQuantities
import MyelonRegrowth
import MyelonTestSupport
import Testing

/// Learning by practice: closed forms, step sizes, task specificity.
struct LearningTests {
  private static let table = RegrowthParameters.table(for: .rat)

  private func learning() -> TaskLearning { TaskLearning(Self.table) }

  /// Learning after some days of constant practice of stepping and reaching.
  private func trained(
    days: Double, stepping: Double, reaching: Double = 0, plasticity: [Double] = [0, 0], steps: Int = 1
  ) -> TaskLearning {
    var learning = learning()
    for _ in 0..<steps {
      learning.advance(days: days / Double(steps), practice: [stepping, reaching], plasticity: plasticity)
    }
    return learning
  }

  @Test("Nobody learns without practice, and only the practised task gains")
  func specificity() {
    let rest = trained(days: 200, stepping: 0)
    #expect(rest.gain(of: .stepping) == 1)
    #expect(rest.gain(of: .reaching) == 1)
    let walker = trained(days: 56, stepping: 1)
    #expect(walker.gain(of: .stepping) > 1.3)
    #expect(walker.gain(of: .reaching) == 1)
  }

  @Test("First gains come in the third week, nine tenths by the eighth, all of the gain without end")
  func timeCourse() {
    let gain = Self.table["sprouting_gain_training"] - 1
    func share(_ weeks: Double) -> Double {
      (trained(days: 7 * weeks, stepping: 1).gain(of: .stepping) - 1) / gain
    }
    #expect(share(1) < 0.12)
    #expect(share(3) > 0.3 && share(3) < 0.6)
    #expect(abs(share(8) - 0.9) < 0.05)
    #expect(abs(share(500) - 1) < 1e-9)
  }

  @Test("A level is the closed form of two stages in a row")
  func closedForm() throws {
    var table = Self.table
    try table.replace("training_forgetting", with: 1000)
    let time = table["training_time"]
    let loss = 1 / table["training_forgetting"]
    for days in [3.0, 21, 56, 140] {
      var learning = TaskLearning(table)
      learning.advance(days: days, practice: [1, 0], plasticity: [0, 0])
      // Both stages start at 0 and have the rate r: x2 = (k/r)² (1 - e^(-rt)(1 + rt)).
      let rate = 1 / time + loss
      let expected = 1 - exp(-rate * days) * (1 + rate * days)
      #expect(abs(learning.level(of: .stepping) - expected) < 1e-12)
    }
  }

  @Test("Many short steps end where one long one does")
  func stepSplitting() {
    for dose in [0.0, 0.3, 1] {
      let one = trained(days: 40, stepping: dose, reaching: 0.2)
      let many = trained(days: 40, stepping: dose, reaching: 0.2, steps: 640)
      #expect(abs(one.level(of: .stepping) - many.level(of: .stepping)) < 1e-12)
      #expect(abs(one.gain(of: .reaching) - many.gain(of: .reaching)) < 1e-12)
    }
  }

  @Test("What was learnt is forgotten slowly")
  func forgetting() {
    var learning = trained(days: 56, stepping: 1)
    let learnt = learning.level(of: .stepping)
    learning.advance(days: 60, practice: [0, 0], plasticity: [0, 0])
    #expect(
      abs(learning.level(of: .stepping) - learnt * exp(-60 / Self.table["training_forgetting"])) < 1e-12)
  }

  @Test("Learning follows a slow numerical integration of the equations while the net opens and closes")
  func twin() {
    let time = Self.table["training_time"]
    let loss = 1 / Self.table["training_forgetting"]
    var learning = learning()
    var state = [[Double]](repeating: [0, 0], count: 3)
    var open = 0.0
    let substeps = 400
    for day in 0..<60 {
      let digested = day < 10 ? 0.8 : 0.0
      let practice = day % 7 == 6 ? 0.0 : 0.7
      // Quarter days, as the growth steps are.
      for _ in 0..<4 {
        learning.advance(days: 0.25, practice: [practice, 0.4], plasticity: [digested, 0])
        let rates = [
          practice, open * min(1, practice + Self.table["everyday_use"]), open * 0.4 * (1 - practice),
        ]
        let step = 0.25 / Double(substeps)
        for _ in 0..<substeps {
          for chain in 0..<3 {
            let rate = rates[chain] / time
            let first = state[chain][0]
            state[chain][0] += step * (rate * (1 - first) - loss * first)
            state[chain][1] += step * (rate * (first - state[chain][1]) - loss * state[chain][1])
          }
          let speed =
            digested > open ? Self.table["plasticity_opening"] : 1 / Self.table["plasticity_closing"]
          open += step * speed * (digested - open)
        }
      }
    }
    let end = 1 / (1 + time * loss)
    let levels = state.map { $0[1] / (end * end) }
    let learnt =
      levels[0] + Self.table["training_plasticity"] * levels[1] - Self.table["training_competition"]
      * levels[2]
    let expected = 1 + (Self.table["sprouting_gain_training"] - 1) * learnt
    #expect(abs(learning.gain(of: .stepping) - expected) < 1e-5)
    #expect(learning.openNet[0] > 0.05 && abs(learning.openNet[0] - open) < 1e-5)
  }

  /// Four weeks of chondroitinase that keeps most of the net digested, and eight weeks of training.
  private func course(enzyme: Bool, stepping: Double, reaching: Double = 0) -> TaskLearning {
    var learning = learning()
    for day in 0..<56 {
      let digested = enzyme && day < 28 ? 0.8 : 0
      learning.advance(
        days: 1, practice: [stepping, reaching], plasticity: [digested, digested])
    }
    return learning
  }

  @Test("Chondroitinase with training beats either alone, and alone does little")
  func chondroitinase() {
    let alone = course(enzyme: true, stepping: 0).gain(of: .stepping) - 1
    let training = course(enzyme: false, stepping: 1).gain(of: .stepping) - 1
    let both = course(enzyme: true, stepping: 1).gain(of: .stepping) - 1
    #expect(alone >= 0 && alone < 0.2 * training)
    #expect(both > training + alone)
    #expect(both > 1.5 * training)
  }

  @Test("After chondroitinase, practice of another task worsens an unpractised one, without it it does not")
  func competition() {
    let harmed = course(enzyme: true, stepping: 1).gain(of: .reaching)
    #expect(harmed < 1 && harmed > 0.85)
    #expect(course(enzyme: false, stepping: 1).gain(of: .reaching) == 1)
    // More practice of stepping never helps reaching.
    var last = Double.infinity
    for dose in [0.0, 0.25, 0.5, 1] {
      let gain = course(enzyme: true, stepping: dose, reaching: 0.3).gain(of: .reaching)
      #expect(gain <= last)
      last = gain
    }
  }

  @Test("Doses outside 0 to 1 and missing doses count as the nearest dose")
  func unusualDoses() {
    let over = trained(days: 30, stepping: 7)
    #expect(over.gain(of: .stepping) == trained(days: 30, stepping: 1).gain(of: .stepping))
    let none = trained(days: 30, stepping: -.infinity)
    #expect(none.gain(of: .stepping) == 1)
    var short = learning()
    short.advance(days: 30, practice: [], plasticity: [.nan])
    #expect(short == trained(days: 30, stepping: 0))
  }
}
