package planted.walls.neighbour;

/// Manages what, and how?
public interface PlantedManager {}
