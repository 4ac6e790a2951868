package planted.walls.token.store.generated;

/// Stands for a generated table.
public class PlantedTable {}
