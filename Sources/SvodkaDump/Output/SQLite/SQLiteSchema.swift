/// The schema of the database, made of ``SQLiteLayout``.
enum SQLiteSchema {
  /// `PRAGMA application_id`: «SVDK».
  static let applicationID = 0x5356_444B
  /// `PRAGMA user_version`.
  static let version = 3

  /// Tables, triggers and views: what a new database begins with.
  static func creation(_ layout: SQLiteLayout) -> String {
    """
    PRAGMA application_id = \(applicationID);
    PRAGMA user_version = \(version);
    CREATE TABLE svodka (name TEXT PRIMARY KEY, value TEXT NOT NULL);
    \(layout.tables.map(statement).joined(separator: "\n"))
    CREATE INDEX entities_document ON entities(document_id);
    CREATE INDEX mentions_document ON mentions(document_id);
    CREATE INDEX facts_document ON facts(document_id);
    \(search)
    \(views(layout))
    """
  }

  /// The tables of kinds that rule files declare, for a database that was made without them.
  static func additions(_ layout: SQLiteLayout) -> String {
    let tables = layout.declaredTables.map {
      statement($0).replacing("CREATE TABLE ", with: "CREATE TABLE IF NOT EXISTS ", maxReplacements: 1)
    }
    let names = Set(layout.declaredTables.map(\.name))
    let views = layout.factTables.filter { names.contains($0.tableName) }.map {
      view(of: $0).replacing("CREATE VIEW ", with: "CREATE VIEW IF NOT EXISTS ", maxReplacements: 1)
    }
    return (tables + views).joined(separator: "\n")
  }

  /// Indices that searches need and loading does not: they are made when the rows are there.
  static let indices = """
    CREATE INDEX IF NOT EXISTS documents_published ON documents(published);
    CREATE INDEX IF NOT EXISTS entities_name ON entities(kind, name);
    CREATE INDEX IF NOT EXISTS mentions_kind ON mentions(kind, name);
    CREATE INDEX IF NOT EXISTS mentions_entity ON mentions(entity) WHERE entity IS NOT NULL;
    CREATE INDEX IF NOT EXISTS mentions_currency ON mentions(currency, real)
      WHERE currency IS NOT NULL;
    CREATE INDEX IF NOT EXISTS facts_kind ON facts(kind);
    CREATE INDEX IF NOT EXISTS fact_role_person ON fact_role(person);
    CREATE INDEX IF NOT EXISTS fact_role_organization ON fact_role(organization);
    CREATE INDEX IF NOT EXISTS fact_indicator_indicator ON fact_indicator(indicator);
    CREATE INDEX IF NOT EXISTS fact_indicator_organization ON fact_indicator(organization);
    CREATE INDEX IF NOT EXISTS fact_change_indicator ON fact_change(indicator);
    CREATE INDEX IF NOT EXISTS fact_ownership_owner ON fact_ownership(owner);
    CREATE INDEX IF NOT EXISTS fact_ownership_owned ON fact_ownership(owned);
    CREATE INDEX IF NOT EXISTS fact_quote_speaker ON fact_quote(speaker);
    CREATE INDEX IF NOT EXISTS fact_parties_name ON fact_parties(name);
    """

  // MARK: Tables

  private static func statement(_ table: SQLiteLayout.Table) -> String {
    let keys = table.keys.enumerated().map { index, name in
      "  \(name) INTEGER" + constraint(ofKey: name, isFirst: index == 0, in: table)
    }
    let columns = table.columns.map { name, type in
      let constraint =
        switch (table.name, name) {
        case ("documents", "id"): " NOT NULL UNIQUE"
        case (_, "kind") where table.keys.count == 2: " NOT NULL"
        default: ""
        }
      return "  \(name) \(self.type(type))\(constraint)"
    }
    var lines = keys + columns
    if table.name == "fact_parties" { lines.append("  PRIMARY KEY (fact_id, number)") }
    let comment = table.comment.isEmpty ? "" : " -- \(table.comment)"
    let end = table.name == "fact_parties" ? ") WITHOUT ROWID;" : ");"
    return "CREATE TABLE \(table.name) (\(comment)\n\(lines.joined(separator: ",\n"))\n\(end)"
  }

  private static func constraint(
    ofKey name: String, isFirst: Bool, in table: SQLiteLayout.Table
  ) -> String {
    let parent = name == "fact_id" ? "facts" : "documents"
    let reference = " REFERENCES \(parent) ON DELETE CASCADE"
    if !isFirst { return " NOT NULL" + reference }
    let isChild = name == "fact_id" && table.name != "facts"
    if table.name == "fact_parties" { return " NOT NULL" + reference }
    return " PRIMARY KEY" + (isChild ? reference : "")
  }

  private static func type(_ type: CellType) -> String {
    switch type {
    // Exact numbers are text: SQLite would make them binary.
    case .text, .decimal, .day: "TEXT"
    case .integer, .flag, .entity, .mention: "INTEGER"
    case .real: "REAL"
    }
  }

  // MARK: Search

  /// Words of the evidence, with «е» for «ё», as most texts have it.
  private static let search = """
    CREATE VIEW evidence_texts AS
      SELECT fact_id, replace(replace(evidence, 'ё', 'е'), 'Ё', 'Е') AS evidence FROM facts;
    CREATE VIRTUAL TABLE evidence_search USING fts5(
      evidence, content='evidence_texts', content_rowid='fact_id', prefix='4 6');
    CREATE TRIGGER facts_inserted AFTER INSERT ON facts BEGIN
      INSERT INTO evidence_search(rowid, evidence)
        VALUES (new.fact_id, replace(replace(new.evidence, 'ё', 'е'), 'Ё', 'Е'));
    END;
    CREATE TRIGGER facts_deleted AFTER DELETE ON facts BEGIN
      INSERT INTO evidence_search(evidence_search, rowid, evidence)
        VALUES ('delete', old.fact_id, replace(replace(old.evidence, 'ё', 'е'), 'Ё', 'Е'));
    END;
    """

  // MARK: Views

  private static let viewNames = [
    "role": "roles", "indicator": "indicators", "change": "changes",
    "membership": "memberships", "ownership": "ownerships", "agreement": "agreements",
    "meeting": "meetings", "location": "locations", "quote": "quotes", "custom": "custom_facts",
  ]

  private static func view(of table: FactTable) -> String {
    let columns = table.columns.map { "a.\($0.name)" }.joined(separator: ", ")
    let name = viewNames[table.kind] ?? table.tableName.dropFirst(5) + "_facts"
    return """
      CREATE VIEW \(name) AS
        SELECT d.id AS document, d.published, \(columns),
          f.negated, f.evidence, f.rule, f.fact_id
        FROM \(table.tableName) a JOIN facts f USING (fact_id) JOIN documents d USING (document_id);
      """
  }

  private static func views(_ layout: SQLiteLayout) -> String {
    let kinds = layout.factTables.map(view)
    return (kinds + [indicatorChanges, moneyMentions] + names).joined(separator: "\n")
  }

  /// Changes with the value itself and without it, in one view.
  private static let indicatorChanges = """
    CREATE VIEW indicator_changes AS
      SELECT document, published, indicator, organization, place, period_first_day,
        period_last_day, direction, by_kind, by_value, by_real, by_unit, from_value, from_real,
        from_unit, to_value, to_real, to_unit, measure_value, measure_real, measure_unit,
        base_first_day, base_last_day, consistent, status, source, negated, evidence, fact_id
      FROM indicators WHERE direction IS NOT NULL
      UNION ALL
      SELECT document, published, indicator, organization, place, period_first_day,
        period_last_day, direction, by_kind, by_value, by_real, by_unit, from_value, from_real,
        from_unit, to_value, to_real, to_unit, NULL, NULL, NULL,
        base_first_day, base_last_day, consistent, NULL, source, negated, evidence, fact_id
      FROM changes;
    """

  private static let moneyMentions = """
    CREATE VIEW money_mentions AS
      SELECT d.id AS document, d.published, m.text, m.value, m.low, m.high, m.real, m.currency,
        m.bound, m.per, m.inferred, m.start_offset, m.end_offset, m.rule, m.mention_id
      FROM mentions m JOIN documents d USING (document_id) WHERE m.kind = 'money';
    """

  /// Who is named in how many documents.
  private static let names = [
    ("companies", "kind = 'organization' AND type IN ('company', 'bank')"),
    ("organizations", "kind = 'organization'"), ("people", "kind = 'person'"),
    ("places", "kind = 'place'"),
  ].map { name, condition in
    """
    CREATE VIEW \(name) AS
      SELECT name, count(DISTINCT document_id) AS documents, sum(mentions) AS mentions
      FROM entities WHERE \(condition) GROUP BY name;
    """
  }
}
