import GRDB

/// The tables of a study database and how they came to be.
///
/// A table is strict (a number stays a number) and a row is never half written: whatever belongs together is written in
/// one transaction. REAL holds a `Double` to the bit, except that SQLite keeps no sign of zero.
enum StudySchema {
  /// What a study carries in the header of its file: "MYLN".
  static let applicationID = 0x4D59_4C4E

  /// The steps from an empty file to the present tables; a released step is never changed.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1: study, members, outcomes") { db in
      try db.execute(sql: study + members + values)
    }
    migrator.registerMigration("2: shards and job arrays") { db in
      try db.execute(sql: distribution)
    }
    return migrator
  }

  private static let study = """
    CREATE TABLE study (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      name TEXT NOT NULL,
      scenario TEXT NOT NULL,
      identity TEXT NOT NULL,
      identity_hash TEXT NOT NULL,
      program_version TEXT NOT NULL,
      seed TEXT NOT NULL, -- 64 bits without sign, which no SQLite integer holds
      created TEXT NOT NULL
    ) STRICT;
    CREATE TABLE parameters (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      unit TEXT NOT NULL,
      scale TEXT NOT NULL CHECK (scale IN ('linear', 'logarithmic', 'given')),
      lowest REAL NOT NULL,
      highest REAL NOT NULL CHECK (highest >= lowest),
      usual REAL,
      meaning TEXT NOT NULL
    ) STRICT;
    CREATE TABLE outcomes (
      id INTEGER PRIMARY KEY,
      arm TEXT NOT NULL,
      day REAL NOT NULL,
      name TEXT NOT NULL,
      unit TEXT NOT NULL,
      meaning TEXT NOT NULL,
      UNIQUE (arm, day, name)
    ) STRICT;
    CREATE TABLE provenance (
      id INTEGER PRIMARY KEY,
      time TEXT NOT NULL,
      event TEXT NOT NULL,
      detail TEXT NOT NULL,
      program_version TEXT NOT NULL,
      host TEXT NOT NULL
    ) STRICT;

    """

  private static let members = """
    CREATE TABLE members (
      id INTEGER PRIMARY KEY CHECK (id >= 0),
      seed TEXT NOT NULL,
      status TEXT NOT NULL DEFAULT 'queued' CHECK (status IN ('queued', 'running', 'done', 'failed')),
      attempts INTEGER NOT NULL DEFAULT 0,
      interruptions INTEGER NOT NULL DEFAULT 0,
      weight REAL,
      error TEXT,
      started TEXT,
      ended TEXT,
      seconds REAL,
      digest TEXT,
      CHECK ((status = 'done') = (digest IS NOT NULL))
    ) STRICT;
    CREATE INDEX members_by_status ON members (status);

    """

  private static let values = """
    CREATE TABLE parameter_values (
      member INTEGER NOT NULL REFERENCES members (id),
      parameter INTEGER NOT NULL REFERENCES parameters (id),
      value REAL NOT NULL,
      PRIMARY KEY (member, parameter)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE outcome_values (
      member INTEGER NOT NULL REFERENCES members (id),
      outcome INTEGER NOT NULL REFERENCES outcomes (id),
      value REAL, -- null where it could not be determined
      PRIMARY KEY (member, outcome)
    ) STRICT, WITHOUT ROWID;
    CREATE VIEW results AS
      SELECT members.id AS member, members.weight AS weight, outcomes.arm AS arm, outcomes.day AS day,
        outcomes.name AS outcome, outcome_values.value AS value, outcomes.unit AS unit
      FROM outcome_values JOIN members ON members.id = outcome_values.member
        JOIN outcomes ON outcomes.id = outcome_values.outcome;
    CREATE VIEW inputs AS
      SELECT parameter_values.member AS member, parameters.name AS parameter, parameter_values.value AS value,
        parameters.unit AS unit
      FROM parameter_values JOIN parameters ON parameters.id = parameter_values.parameter;

    """

  private static let distribution = """
    CREATE TABLE merged_shards (
      name TEXT PRIMARY KEY,
      time TEXT NOT NULL,
      members INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE job_arrays (
      round INTEGER PRIMARY KEY CHECK (round >= 1),
      folder TEXT NOT NULL,
      name TEXT NOT NULL,
      job TEXT, -- null until the scheduler has answered
      tasks INTEGER NOT NULL,
      submitted TEXT NOT NULL,
      ended TEXT -- null until it has left the queue and its results are merged
    ) STRICT;

    """
}
