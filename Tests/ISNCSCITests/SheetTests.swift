import Foundation
import Testing
@testable import ISNCSCI

@Suite struct SheetTests {
  @Test("The HTML sheet has no ids, no scripts and no outside resources, and its tags are balanced")
  func sheetIsSelfContained() throws {
    var examination = Examination.normal
    try examination.right.set(.motor, .c7, to: 2)
    try examination.left.set(.lightTouch, .t4, to: .notTestable)
    let html = ExaminationSheet.html(examination, examination.classified(), title: "<week 26> & \"more\"")
    #expect(!html.contains(" id=") && !html.contains("<script") && !html.contains("url("))
    #expect(html.contains("&lt;week 26&gt; &amp; &quot;more&quot;"))
    #expect(XMLBalance.problem(in: html) == nil)
  }

  @Test("The text sheet prints every score of the examination")
  func textShowsScores() throws {
    var examination = Examination.normal
    try examination.left.set(.pinPrick, .l3, to: Score(0, .consideredNormal))
    let text = ExaminationSheet.text(examination, examination.classified())
    #expect(text.contains("0**"))
    #expect(text.split(separator: "\n").count > 36)
  }
}
