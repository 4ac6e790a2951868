package planted.walls.neighbour;

/// Reads the table of the module next door.
public record ReadsForeignTable(planted.walls.token.store.generated.PlantedTable table) {}
