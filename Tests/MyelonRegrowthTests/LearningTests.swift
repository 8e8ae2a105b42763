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
    days: Double, stepping: Double, reaching: Double = 0, permission: SproutingPermission = .none,
    steps: Int = 1
  ) -> TaskLearning {
    var learning = learning()
    for _ in 0..<steps {
      learning.advance(days: days / Double(steps), practice: [stepping, reaching], permission: permission)
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
      learning.advance(days: days, practice: [1, 0])
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
    learning.advance(days: 60, practice: [0, 0])
    #expect(
      abs(learning.level(of: .stepping) - learnt * exp(-60 / Self.table["training_forgetting"])) < 1e-12)
  }

  @Test("Learning follows a slow numerical integration of the equations while the net opens and closes")
  func twin() {
    let table = Self.table
    let loss = 1 / table["training_forgetting"]
    var learning = learning()
    var state = [[Double]](repeating: [0, 0], count: 3)
    var open = 0.0
    let substeps = 8000
    for day in 0..<60 {
      let digested = day < 10 ? 0.8 : 0.0
      let supported = day < 20 ? 0.4 : 0.0
      let practice = day % 7 == 6 ? 0.0 : 0.7
      // Quarter days, as the growth steps are.
      for _ in 0..<4 {
        learning.advance(
          days: 0.25, practice: [practice, 0.4],
          permission: SproutingPermission(digested: [digested, 0], supported: [supported, 0], vigour: 0.9))
        let permitted = 1 - (1 - open) * (1 - supported)
        let use = min(1, practice + table["everyday_use_stepping"]) / table["sprouting_time"]
        let forming = [
          practice / table["training_time"], 0.9 * permitted * use,
          open * 0.4 * (1 - practice) / table["sprouting_time"],
        ]
        let maturing = [forming[0], use, forming[2]]
        let step = 0.25 / Double(substeps)
        for _ in 0..<substeps {
          for chain in 0..<3 {
            let first = state[chain][0]
            state[chain][0] += step * (forming[chain] * (1 - first) - loss * first)
            state[chain][1] += step * (maturing[chain] * (first - state[chain][1]) - loss * state[chain][1])
          }
          let speed = digested > open ? table["plasticity_opening"] : 1 / table["plasticity_closing"]
          open += step * speed * (digested - open)
        }
      }
    }
    let levels = state.enumerated().map { chain, stages in
      let end = 1 / (1 + table[chain == 0 ? "training_time" : "sprouting_time"] * loss)
      return stages[1] / (end * end)
    }
    let learnt =
      levels[0] + table["training_plasticity"] * levels[1] - table["training_competition"] * levels[2]
    let expected = 1 + (table["sprouting_gain_training"] - 1) * learnt
    #expect(abs(learning.gain(of: .stepping) - expected) < 1e-5)
    #expect(learning.openNet[0] > 0.05 && abs(learning.openNet[0] - open) < 1e-5)
  }

  /// Four weeks of chondroitinase that keeps most of the net digested, and eight weeks of training.
  private func course(enzyme: Bool, stepping: Double, reaching: Double = 0) -> TaskLearning {
    var learning = learning()
    for day in 0..<56 {
      let digested = enzyme && day < 28 ? 0.8 : 0
      learning.advance(
        days: 1, practice: [stepping, reaching],
        permission: SproutingPermission(digested: [digested, digested]))
    }
    return learning
  }

  @Test(
    "Chondroitinase with practice beats either alone; alone it serves what is done all day and not what is not"
  )
  func chondroitinase() {
    func gains(_ task: MotorTask) -> (alone: Double, practice: Double, both: Double) {
      func gain(_ enzyme: Bool, _ dose: Double) -> Double {
        let course =
          task == .stepping
          ? course(enzyme: enzyme, stepping: dose) : course(enzyme: enzyme, stepping: 0, reaching: dose)
        return course.gain(of: task) - 1
      }
      return (gain(true, 0), gain(false, 1), gain(true, 1))
    }
    let reaching = gains(.reaching)
    #expect(reaching.alone >= 0 && reaching.alone < 0.2 * reaching.practice)
    #expect(reaching.both > reaching.practice + reaching.alone)
    #expect(reaching.both > 1.5 * reaching.practice)
    let stepping = gains(.stepping)
    #expect(stepping.alone > 2 * reaching.alone)
    #expect(stepping.both > stepping.practice && stepping.both > stepping.alone)
  }

  @Test("What has sprouted matures with use when no more may sprout, and is forgotten as all learning is")
  func maturation() {
    var learning = learning()
    learning.advance(
      days: 14, practice: [0, 0], permission: SproutingPermission(supported: [0.5, 0.5]))
    let early = learning.gain(of: .stepping)
    learning.advance(days: 28, practice: [0, 0])
    let late = learning.gain(of: .stepping)
    #expect(early > 1 && late > 1.3 * (early - 1) + 1)
    // Nothing more sprouts: the second stage can only come near the first.
    learning.advance(days: 2000, practice: [0, 0])
    #expect(learning.gain(of: .stepping) < late)
  }

  @Test("More permission, more vigour and more use never bring less")
  func monotone() {
    func gain(_ support: Double, _ vigour: Double, _ use: Double) -> Double {
      trained(
        days: 30, stepping: use,
        permission: SproutingPermission(supported: [support, support], vigour: vigour)
      ).gain(of: .stepping)
    }
    let levels = stride(from: 0.0, through: 1, by: 0.125)
    for (low, high) in zip(levels, levels.dropFirst()) {
      #expect(gain(high, 0.8, 0.3) > gain(low, 0.8, 0.3))
      #expect(gain(0.4, high, 0.3) > gain(0.4, low, 0.3))
      #expect(gain(0.4, 0.8, high) > gain(0.4, 0.8, low))
    }
    #expect(gain(0, 1, 0) == 1)
    #expect(gain(0.7, 0, 0) == 1)
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
    short.advance(days: 30, practice: [], permission: SproutingPermission(digested: [.nan]))
    #expect(short == trained(days: 30, stepping: 0))
  }
}
