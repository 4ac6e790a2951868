package planted.walls.neighbour;

/// Named after a keyword.
public abstract class AbstractPlant {}
