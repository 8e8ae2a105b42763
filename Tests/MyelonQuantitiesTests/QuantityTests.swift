import MyelonQuantities
import MyelonTestSupport
import Testing

@Suite struct QuantityTests {
  struct Reading: Sendable {
    let text: String
    let dimension: Unit.Dimension
    let value: Double
  }

  static let readings = [
    Reading(text: "0.5 mm", dimension: .length, value: 0.5),
    Reading(text: "0.5mm", dimension: .length, value: 0.5),
    Reading(text: "  2 cm  ", dimension: .length, value: 20),
    Reading(text: "250 um", dimension: .length, value: 0.25),
    Reading(text: "250 \u{B5}m", dimension: .length, value: 0.25),
    Reading(text: "250 \u{3BC}m", dimension: .length, value: 0.25),
    Reading(text: "1e-3 m", dimension: .length, value: 1),
    Reading(text: "1E2mm", dimension: .length, value: 100),
    Reading(text: "-3 mm", dimension: .length, value: -3),
    Reading(text: "+.5 mm", dimension: .length, value: 0.5),
    Reading(text: "12 h", dimension: .time, value: 12),
    Reading(text: "1 min", dimension: .time, value: 1.0 / 60),
    Reading(text: "3600 s", dimension: .time, value: 1),
    Reading(text: "2 weeks", dimension: .time, value: 336),
    Reading(text: "1 day", dimension: .time, value: 24),
    Reading(text: "10 g", dimension: .mass, value: 10),
    Reading(text: "0.01 kg", dimension: .mass, value: 10),
    Reading(text: "200 kdyn", dimension: .force, value: 200),
    Reading(text: "2 N", dimension: .force, value: 200),
    Reading(text: "35 gf", dimension: .force, value: 34.323_275),
    Reading(text: "60 %", dimension: .fraction, value: 0.6),
    Reading(text: "0.6", dimension: .fraction, value: 0.6),
    Reading(text: "38 years", dimension: .age, value: 38),
    Reading(text: "12 weeks", dimension: .age, value: 12 * 7 / 365.25),
    Reading(text: "6 months", dimension: .age, value: 0.5),
  ]

  @Test(arguments: readings)
  func aQuantityIsReadInItsWorkingUnit(reading: Reading) throws {
    let quantity = try Quantity(reading.text, as: reading.dimension)
    #expect(abs(quantity.workingValue - reading.value) <= 1e-14 * abs(reading.value))
  }

  @Test func textWithoutANumberIsRefused() {
    for text in [
      "", " ", "mm", "nan mm", "inf mm", "1e999 mm", "- 5 mm", "1.2.3 mm", "½ mm", "٣ mm", "--1 mm",
    ] {
      #expect(throws: QuantityError.notANumber(text: text, dimension: .length)) {
        try Quantity(text, as: .length)
      }
    }
  }

  @Test func onlyAFractionMayStandWithoutAUnit() {
    for dimension in Unit.Dimension.allCases where dimension != .fraction {
      #expect(throws: QuantityError.missingUnit(text: "5", dimension: dimension)) {
        try Quantity("5", as: dimension)
      }
    }
  }

  @Test func aUnitOfAnotherKindIsNamed() {
    #expect(throws: QuantityError.wrongDimension(text: "5 h", found: .time, required: .length)) {
      try Quantity("5 h", as: .length)
    }
    #expect(throws: QuantityError.wrongDimension(text: "5 mm", found: .length, required: .time)) {
      try Quantity("5 mm", as: .time)
    }
  }

  @Test func aMisspeltUnitBringsTheNearestOfItsKind() {
    let error = QuantityError.unknownUnit(
      text: "2 wekks", symbol: "wekks", dimension: .time, nearest: "weeks")
    #expect(throws: error) { try Quantity("2 wekks", as: .time) }
    #expect(error.description.contains("did you mean 'weeks'?"))
    #expect(
      throws: QuantityError.unknownUnit(
        text: "2 furlong", symbol: "furlong", dimension: .length, nearest: nil)
    ) { try Quantity("2 furlong", as: .length) }
  }

  @Test func everyUnitOfAKindIsReadAndHasOneMeaning() throws {
    for unit in Unit.all {
      let quantity = try Quantity("2 \(unit.symbol)", as: unit.dimension)
      #expect(quantity.unit == unit)
      #expect(quantity.workingValue == 2 * unit.factor)
      #expect(Unit.all.filter { $0.symbol == unit.symbol && $0.dimension == unit.dimension }.count == 1)
    }
    for dimension in Unit.Dimension.allCases {
      #expect(Unit.all.contains { $0.symbol == dimension.rawValue && $0.factor == 1 })
    }
  }

  @Test func anyTextEndsInAQuantityOrAnError() {
    var random = SeededGenerator(seed: 1)
    let letters = Array("0123456789+-.eE mhgN%µμ½\u{301}\0kdyn")
    for _ in 0..<20_000 {
      let length = Int.random(in: 0...8, using: &random)
      let text = String((0..<length).map { _ in letters.randomElement(using: &random) ?? " " })
      let dimension = Unit.Dimension.allCases.randomElement(using: &random) ?? .time
      do throws(QuantityError) {
        let quantity = try Quantity(text, as: dimension)
        #expect(quantity.workingValue.isFinite || abs(quantity.magnitude) > 1e300)
        #expect(quantity.unit.dimension == dimension)
      } catch {
        #expect(!error.description.isEmpty)
      }
    }
  }
}
