package planted.walls.store;

/// A store that everybody could use.
public class PublicStore {}
