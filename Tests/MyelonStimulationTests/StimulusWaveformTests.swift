import MyelonStimulation
import Testing

@Suite("Stimulus waveforms")
struct StimulusWaveformTests {
  @Test("A balanced pulse leaves no charge and its phase charge is that of one phase")
  func balance() {
    let symmetric = StimulusWaveform.symmetricBiphasic(width: 200, gap: 50)
    #expect(symmetric.netCharge == 0)
    #expect(symmetric.phaseCharge == 200)
    #expect(symmetric.duration == 450)
    let asymmetric = StimulusWaveform.asymmetricBiphasic(width: 100, ratio: 8)
    #expect(abs(asymmetric.netCharge) < 1e-12)
    #expect(asymmetric.phaseCharge == 100)
    #expect(StimulusWaveform.monophasic(width: 100).netCharge == 100)
  }

  @Test("Levels follow the phases and the pulses repeat with their period")
  func levels() {
    var train = StimulusWaveform.symmetricBiphasic(width: 10, gap: 5)
    train.period = 100
    train.pulses = 3
    #expect([-1, 0, 9, 10, 15, 24, 25].map { train.level(at: $0) } == [0, 1, 1, 0, -1, -1, 0])
    #expect([200, 215, 225, 300].map { train.level(at: $0) } == [1, -1, 0, 0])
    #expect(train.totalDuration == 225)
  }
}
