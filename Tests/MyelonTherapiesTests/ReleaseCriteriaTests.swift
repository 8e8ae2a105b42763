import MyelonQuantities
import MyelonTherapies
import Testing

@Suite("Release criteria")
struct ReleaseCriteriaTests {
  @Test(arguments: CellProduct.Kind.allCases)
  func everyLimitHasASourceAndPassesItself(kind: CellProduct.Kind) {
    let criteria = ReleaseCriteria.standard(for: kind)
    #expect(Set(criteria.criteria.map(\.test)).count == criteria.criteria.count)
    for criterion in criteria.criteria {
      #expect(!criterion.source.isEmpty && criterion.isPassed(by: criterion.limit))
      let worse = criterion.bound == .atLeast ? criterion.limit - 1e-6 : criterion.limit + 1e-6
      #expect(!criterion.isPassed(by: worse), "\(kind) \(criterion.test)")
    }
  }

  @Test func aFailingTestIsNamedWithValueAndLimit() throws {
    let criteria = ReleaseCriteria.standard(for: .pluripotentNeural)
    let lot = ProductLot(
      id: "7", results: [.viability: 0.62, .purity: 0.95, .residualPluripotent: 2e-4, .mycoplasma: 1])
    let failures = criteria.check(lot)
    #expect(failures.map(\.test) == [.viability, .residualPluripotent, .mycoplasma])
    let text = try #require(failures.first?.description)
    #expect(text.contains("'viability'") && text.contains("62 %") && text.contains("at least 80 %"))
    #expect(failures[1].description.contains("at most 0.01 %") && failures[1].description.contains("0.02 %"))
    #expect(criteria.unreported(lot).contains(.sterility) && !criteria.unreported(lot).contains(.purity))
  }

  @Test func aResultThatIsNoNumberFails() {
    let lot = ProductLot(id: "x", results: [.viability: .nan])
    #expect(ReleaseCriteria.standard(for: .schwann).check(lot).map(\.test) == [.viability])
  }

  @Test func endotoxinIsLimitedByRouteVolumeAndWeight() throws {
    func limit(_ route: CellTransplant.Route, _ volume: Double, _ weight: Double) throws -> Double {
      let given = ReleaseCriteria.Administration(route: route, volume: volume, bodyWeight: weight)
      return try #require(
        ReleaseCriteria.standard(for: .pluripotentNeural, given: given).criterion(of: .endotoxin)
      ).limit
    }
    // 0.2 EU/kg for 0.25 kg in 5 uL are 10 EU/mL; for a person the product's own 25 EU/mL is lower.
    #expect(abs(try limit(.intraparenchymal, 5, 0.25) - 10) < 1e-9)
    #expect(try limit(.intraparenchymal, 20, 70) == 25)
    #expect(abs(try limit(.intrathecal, 2000, 70) - 7) < 1e-9)
  }

  @Test func aLotScalesDoseIdentityAndUndifferentiatedShare() {
    let terms = CellProductTerm.allCases.map {
      Parameter($0.rawValue, $0.symbol, 1e-5, $0.unit, 0...1, $0.meaning, .assumed(because: "test"))
    }
    let product = CellProduct(
      id: "p", title: "p", kind: .pluripotentNeural, summary: "", parameters: ParameterTable(terms))
    var transplant = CellTransplant(name: "p", product: product, day: 1, dose: 1000)
    #expect(transplant.livingDose == 1000 && transplant.effectiveIdentity == 1)
    #expect(transplant.undifferentiatedShare == 1e-5)
    transplant.lot = ProductLot(
      id: "1", results: [.viability: 0.8, .purity: 0.9, .residualPluripotent: 0])
    #expect(transplant.livingDose == 800 && transplant.effectiveIdentity == 0.9)
    #expect(transplant.undifferentiatedShare == 0)
  }
}
