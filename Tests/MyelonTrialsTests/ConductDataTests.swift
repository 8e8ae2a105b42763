import Foundation
import MyelonTrialDesigns
import Testing

@testable import MyelonTrials

@Suite("Data of a running trial")
struct ConductDataTests {
  @Test(
    "Quotes, line ends, separators and a byte order mark are read as RFC 4180 and spreadsheets write them")
  func table() throws {
    for end in ["\n", "\r\n", "\r"] {
      let text =
        "\u{FEFF}Person,Note one,dose\(end)\"a, \"\"b\"\"\",\"two\(end)lines\",1\(end)\(end)# passed over,,\(end)c,,2"
      let table = try DataTable(text: text, name: "x")
      #expect(table.columns == ["person", "note-one", "dose"])
      #expect(table.rows.map(\.cells) == [["a, \"b\"", "two\(end)lines", "1"], ["c", "", "2"]])
      #expect(table.rows.map(\.number) == [2, 5])
    }
    #expect(try DataTable(text: "a;b\n1,5;2\n", name: "x").rows[0].cells == ["1,5", "2"])
    #expect(try DataTable(text: "a\tb\n1\t\n", name: "x").rows[0].cells == ["1", ""])
  }

  @Test(
    "Tables that are none are told with their row",
    arguments: [
      ("", "row 1: a heading"), ("a,b\n1\n", "row 2: 2 cells are required, as in the heading; found 1"),
      ("a,b\n1,2,3\n", "row 2: 2 cells are required"),
      ("a,a\n", "row 1, column a: the column is there twice"),
      ("a,,c\n", "row 1: the heading of column 2 is empty"),
      ("a\n\"x\n", "row 2: cell 1: the quotation mark is never closed"),
      ("a\n\"x\"y\n", "row 2: cell 1: nothing may follow the closing quotation mark; found 'y'"),
      (String(repeating: "a,", count: 300), "row 1: at most 200 columns; found 302"),
    ])
  func broken(_ text: String, _ expected: String) {
    do {
      _ = try DataTable(text: text, name: "x.csv")
      Issue.record("read")
    } catch {
      #expect(error.description.contains("x.csv: \(expected)"), "\(error)")
    }
  }

  @Test(
    "Every fault of a cell is told with row and column",
    arguments: [
      ("P2,low,20,maybe,,,", "row 3, column toxicity: 0, 1 or empty is required; found 'maybe'"),
      (
        "P2,middle,20,0,,,",
        "row 3, column dose: a number from 1 to 2 or the name of a dose is required: low, high; found 'middle'"
      ),
      ("P2,hihg,20,0,,,", "did you mean 'high'?"), ("P2,3,20,0,,,", "row 3, column dose"),
      ("P1,low,20,0,,,", "row 3, column person: 'P1' is there twice, first in row 2"),
      (",low,20,0,,,", "row 3, column person: a name is required"),
      ("P2,,20,0,,,", "row 3, column dose: a dose is required"),
      ("P2,low,20,1,15,,", "row 3, column toxicity-day: day 15 lies before enrolment, day 20"),
      ("P2,low,20,0,25,,", "row 3, column toxicity-day: there is a day of toxicity but no toxicity"),
      (
        "P2,low,20,1,130,,",
        "row 3, column toxicity-day: 110 days after enrolment is beyond the window of 100 days"
      ),
      ("P2,low,20,1,40,10,", "beyond the follow-up of 10 days"),
      ("P2,low,20,0,,-3,", "row 3, column follow-up: a number of days from 0"),
      (
        "P2,low,20,0,,90,",
        "row 3, column follow-up: 90 days are longer than possible: day 20 to today, day 100, are 80"
      ),
      ("P2,low,120,0,,,", "row 3, column enrolled: day 120 lies after today, day 100"),
      ("P2,low,,0,,,", "row 3, column enrolled: a day is required for everybody"),
      ("P2,low,2027-01-01,0,,,", "row 3, column enrolled: dates and numbers of days are mixed"),
      (
        "P2,low,2027-02-30,0,,,",
        "row 3, column enrolled: a date such as 2027-03-09, a number of days or empty is required"
      ),
      ("P2,low,20,1,120,,", "row 3, column toxicity-day: day 120 lies after today, day 100"),
      ("P2,low,20,0,,,1", "row 3, column backfill: the protocol adds nobody"),
      ("P2,low,20,0,,,,", "row 3: 7 cells are required, as in the heading; found 8"),
    ])
  func cells(_ row: String, _ expected: String) throws {
    let trial = try ProtocolTexts.read(ProtocolTexts.late)
    let csv = "person,dose,enrolled,toxicity,toxicity-day,follow-up,backfill\nP1,low,0,0,,,\n\(row)\n"
    let faults = ProtocolTexts.faults(csv, trial, today: "100")
    #expect(faults.contains { $0.hasPrefix("data.csv: ") && $0.contains(expected) }, "\(faults)")
  }

  @Test("A window that is over asks for its result")
  func over() throws {
    let trial = try ProtocolTexts.read(ProtocolTexts.late)
    let faults = ProtocolTexts.faults("person,dose,enrolled,toxicity\na,1,0,\n", trial, today: "100")
    #expect(
      faults == [
        "data.csv: row 2, column toxicity: the window of 100 days is over: 0 or 1 is required; found nothing"
      ])
    #expect(ProtocolTexts.faults("person,dose,enrolled,toxicity\na,1,0,\n", trial, today: "99").isEmpty)
  }

  @Test(
    "Faults of the randomised stage are told",
    arguments: [
      (
        "R1,controls,A,3,",
        "row 2, column arm: an arm is required: control, treated, control, treated; found 'controls'"
      ),
      ("R1,,A,3,", "row 2, column arm: an arm is required"),
      ("R1,control,,3,", "row 2, column ais: a level is required, allocation balances it: A, B"),
      ("R1,control,D,3,", "row 2, column ais: a level is required: A, B; found 'D'"),
      (
        "R1,control,A,3,ten",
        "row 2, column outcome@365: a number, 'missed' or empty is required; found 'ten'"
      ),
      ("R1,,A,3,10", "an outcome of a person who is in no arm"),
    ])
  func arms(_ row: String, _ expected: String) throws {
    let trial = try ProtocolTexts.read(ProtocolTexts.randomised)
    let faults = ProtocolTexts.faults("person,arm,ais,baseline,outcome@365\n\(row)\n", trial)
    #expect(faults.contains { $0.contains(expected) }, "\(faults)")
  }

  @Test("Columns are known by name, and what is not known is told with the nearest name")
  func columns() throws {
    let trial = try ProtocolTexts.read(ProtocolTexts.late)
    #expect(
      ProtocolTexts.faults("person,dose,toxicty\n", trial).first?.contains("did you mean 'toxicity'?") == true
    )
    #expect(ProtocolTexts.faults("person,dose,note on family\na,1,none\n", trial).isEmpty)
    #expect(
      ProtocolTexts.faults("person,dose,toxicity-day\n", trial).first?.contains("need the column enrolled")
        == true)
    #expect(
      ProtocolTexts.faults("person,dose,outcome@365\n", trial).first?.contains("row 1, column outcome@365")
        == true)
  }

  @Test("An outcome before its visit or after enrolment that has not happened cannot be known")
  func visits() throws {
    let trial = try ProtocolTexts.read(ProtocolTexts.randomised)
    let early = "person,arm,ais,enrolled,baseline,outcome\nR1,control,A,0,3,9\n"
    #expect(
      ProtocolTexts.faults(early, trial, today: "364").first?.contains(
        "cannot be known 364 days after enrolment") == true)
    #expect(ProtocolTexts.faults(early, trial, today: "365").isEmpty)
  }

  @Test("Cohorts may be given as counts, and more toxicities than patients are told")
  func cohorts() throws {
    let trial = try ProtocolTexts.read(ProtocolTexts.boin)
    let data = try ProtocolTexts.data("dose,patients,toxicities\na,3,0\n2,3,1\n", trial)
    #expect(data.cohorts.map(\.dose) == [1, 2] && data.cohorts.map(\.toxicities) == [0, 1])
    let faults = ProtocolTexts.faults("dose,patients,toxicities\na,3,4\nf,3,\n", trial)
    #expect(
      faults.contains(
        "data.csv: row 2, column toxicities: 4 toxicities among 3 patients: correct one of the two"))
    #expect(
      faults.contains { $0.contains("row 3, column dose") }
        && faults.contains { $0.contains("row 3, column toxicities") })
  }

  @Test("People are put into the order of enrolment")
  func order() throws {
    let trial = try ProtocolTexts.read(ProtocolTexts.late)
    let data = try ProtocolTexts.data("person,dose,enrolled\nb,1,30\na,1,10\nc,1,10\n", trial)
    #expect(data.people.map(\.name) == ["a", "c", "b"])
  }

  @Test(
    "Days there and back", arguments: ["1970-01-01", "2000-02-29", "2027-03-09", "1900-03-01", "2199-12-31"])
  func days(_ text: String) throws {
    let day = try #require(ConductDay(text))
    #expect(day.description == text)
    #expect(ConductDay("1970-01-01")?.number == 0 && ConductDay("2000-03-01")?.number == 11_017)
    #expect(day.adding(365.2).number == day.number + 366)
    for wrong in ["2027-13-01", "2100-02-29", "27-01-01", "2027-1-1", "-3", "1e3", "0x10", "", "2027-01-01 "]
    {
      #expect(ConductDay(wrong) == nil, "\(wrong)")
    }
  }

  @Test("Any text is read or refused, and what is read can be advised on", arguments: 0..<4)
  func fuzz(_ seed: UInt64) throws {
    var random = TestRandom(seed: seed)
    let trials = try [
      ProtocolTexts.boin, ProtocolTexts.late, ProtocolTexts.expansion, ProtocolTexts.randomised,
    ].map(ProtocolTexts.read)
    let columns = [
      "person", "stage", "dose", "arm", "enrolled", "toxicity", "toxicity-day", "follow-up", "baseline",
      "outcome",
      "response", "efficacy", "ais", "death", "serious-event", "cohort", "backfill", "patients", "toxicities",
    ]
    let cells = [
      "", "0", "1", "2", "3", "7", "a", "low", "control", "treated", "A", "B", "missed", "2027-01-05",
      "\"x\"", "-1", "1e400",
      "nan", "dose-finding", "randomised", "\"", "12.5", "255", "\u{0}", "🧠",
    ]
    var advised = 0
    for round in 0..<300 {
      let trial = trials[random.below(4)]
      let used = columns.shuffled(using: &random).prefix(1 + random.below(7))
      var text = used.joined(separator: ",") + "\n"
      for row in 0..<random.below(9) {
        text +=
          used.map { column in
            column == "person"
              ? "p\(row)"
              : (round % 3 == 0 ? cells[random.below(cells.count)] : ["", "0", "1"][random.below(3)])
          }.joined(separator: ",") + "\n"
      }
      guard let data = try? ProtocolTexts.data(text, trial) else { continue }
      let conduct = TrialConduct(trial, data)
      for stage in trial.stages {
        _ = try? conduct.next(stage: stage, person: ["ais": "A"])
        _ = try? conduct.monitor(stage: stage)
      }
      advised += 1
    }
    #expect(advised > 3)
    for _ in 0..<100 {
      let bytes = (0..<random.below(200)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
      _ = try? DataTable(text: String(decoding: bytes, as: UTF8.self), name: "fuzz")
    }
  }
}
