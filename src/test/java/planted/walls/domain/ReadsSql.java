package planted.walls.domain;

/// A rule that needs a database.
public record ReadsSql(java.sql.Timestamp at) {}
