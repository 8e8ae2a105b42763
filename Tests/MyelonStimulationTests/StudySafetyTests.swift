import Foundation
import Testing

@testable import MyelonStimulation

@Suite("Safety of stimulation") struct StudySafetyTests {
  private func contact(_ shape: ElectrodeContact.Shape) -> ElectrodeContact {
    ElectrodeContact(name: "1", position: .zero, shape: shape)
  }

  @Test func `charge, density and Shannon's k follow their definitions`() throws {
    // 4 x 1.5 mm = 0.06 cm2; 5 mA for 200 us = 1 uC; 16.7 uC/cm2; k = log10(16.67) + log10(1).
    let one = StimulationSafety(
      contact: contact(.rectangle(width: 1.5, length: 4)), share: -1,
      pulse: StudyPulse(kind: .symmetric, width: 200), isOnSkin: false)
    #expect(abs(one.charge(at: 5) - 1) < 1e-12)
    #expect(abs(try #require(one.density(at: 5)) - 16.666667) < 1e-5)
    #expect(abs(try #require(one.shannon(at: 5)) - 1.221849) < 1e-5)
    // Half the share brings half the charge, and k falls by twice the logarithm of two.
    let half = StimulationSafety(
      contact: contact(.rectangle(width: 1.5, length: 4)), share: 0.5,
      pulse: StudyPulse(kind: .symmetric, width: 200), isOnSkin: false)
    #expect(abs(try #require(half.shannon(at: 5)) - (1.221849 - 2 * log10(2))) < 1e-5)
  }

  @Test func `the largest amplitude lies exactly on the limit`() throws {
    let implanted = StimulationSafety(
      contact: contact(.disc(radius: 0.5)), share: -1, pulse: StudyPulse(kind: .asymmetric, width: 300),
      isOnSkin: false)
    let largest = try #require(implanted.largestAmplitude)
    #expect(abs(try #require(implanted.shannon(at: largest)) - StimulationSafety.shannonLimit) < 1e-9)
    let pad = StimulationSafety(
      contact: contact(.rectangle(width: 50, length: 50)), share: -1,
      pulse: StudyPulse(kind: .symmetric, width: 1000, rate: 30), isOnSkin: true)
    let bearable = try #require(pad.largestAmplitude)
    #expect(abs(try #require(pad.currentDensity(at: bearable)) - StimulationSafety.skinLimit) < 1e-9)
    #expect(pad.shannon(at: 10) == nil)
  }

  @Test func `the root mean square of a rectangle is its height times the root of its duty`() {
    let pulse = StudyPulse(kind: .symmetric, width: 1000, rate: 30)
    #expect(abs(pulse.rootMeanSquare - (2e-3 * 30.0).squareRoot()) < 1e-12)
  }

  @Test func `a point has no density and no limit`() {
    let point = StimulationSafety(
      contact: contact(.point), share: -1, pulse: StudyPulse(kind: .symmetric, width: 200), isOnSkin: false)
    #expect(point.density(at: 1) == nil && point.shannon(at: 1) == nil && point.largestAmplitude == nil)
    #expect(point.charge(at: 1) == 0.2)
  }

  @Test func `balance is told from the kind of the pulse`() {
    #expect(StudyPulse(kind: .monophasic, width: 200).imbalance == 1)
    #expect(StudyPulse(kind: .symmetric, width: 200, gap: 50).imbalance < 1e-12)
    #expect(StudyPulse(kind: .asymmetric, width: 210, ratio: 7).imbalance < 1e-12)
  }
}
