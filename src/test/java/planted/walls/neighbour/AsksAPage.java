package planted.walls.neighbour;

/// A module of the business that knows a page.
public record AsksAPage(planted.walls.portal.PlantedPages pages) {}
