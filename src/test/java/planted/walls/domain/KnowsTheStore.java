package planted.walls.domain;

/// A rule that knows how it is stored.
public record KnowsTheStore(planted.walls.store.PublicStore store) {}
