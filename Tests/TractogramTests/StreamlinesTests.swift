import Testing
import Tractogram

struct StreamlinesTests {
  @Test("Nothing holds nothing")
  func empty() { #expect(Streamlines().points.isEmpty) }
}
