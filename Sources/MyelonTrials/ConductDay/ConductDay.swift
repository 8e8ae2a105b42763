import MyelonQuantities

/// A day of a trial: a date, or a number counted from any day.
public struct ConductDay: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Days since 1 January 1970 for a date, else the number given.
  public let number: Double
  /// Whether it is a date.
  public let isDate: Bool

  /// Makes a day.
  ///
  /// - Parameters:
  ///   - number: days since 1 January 1970 for a date, else any number of days.
  ///   - isDate: whether it is a date.
  public init(number: Double, isDate: Bool) {
    self.number = number
    self.isDate = isDate
  }

  /// Reads a date (`2027-03-09`) or a number of days from 0 to a million.
  ///
  /// - Parameter text: the text; nil is returned for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    if parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      text.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == "-") }), let year = Int(parts[0]),
      let month = Int(parts[1]), let day = Int(parts[2]), (1900...2200).contains(year),
      (1...12).contains(month), (1...Self.length(ofMonth: month, year)).contains(day)
    {
      self.init(number: Double(Self.days(year, month, day)), isDate: true)
      return
    }
    guard text.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }), let number = Double(text),
      (0...1_000_000).contains(number)
    else { return nil }
    self.init(number: number, isDate: false)
  }

  /// A later day.
  ///
  /// - Parameter days: days to add; dates are rounded up to whole days.
  /// - Returns: the day.
  public func adding(_ days: Double) -> ConductDay {
    let sum = number + days
    return ConductDay(number: isDate ? (sum - 1e-9).rounded(.up) : sum, isDate: isDate)
  }

  /// Whether a day comes before another of the same kind.
  public static func < (first: ConductDay, second: ConductDay) -> Bool { first.number < second.number }

  /// `2027-03-09`, or `day 12`.
  public var description: String {
    guard isDate else { return "day \(number.shortestText)" }
    let (year, month, day) = Self.date(Int(number.rounded(.down)))
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(year)-\(two(month))-\(two(day))"
  }

  private static func length(ofMonth month: Int, _ year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  // Days of the proleptic Gregorian calendar by eras of 400 years (146,097 days), years beginning in March: Hinnant 2013,
  // "chrono-Compatible Low-Level Date Algorithms".

  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let era = year / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func date(_ days: Int) -> (Int, Int, Int) {
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let part = (5 * dayOfYear + 2) / 153
    let month = part < 10 ? part + 3 : part - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * part + 2) / 5 + 1)
  }
}

extension ConductDay: Codable {
  /// Reads a date or a number of days as text.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let day = ConductDay(text.hasPrefix("day ") ? String(text.dropFirst(4)) : text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "a date such as 2027-03-09 or 'day 12' is required; found '\(text)'")
    }
    self = day
  }

  /// Writes the day as its description.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
