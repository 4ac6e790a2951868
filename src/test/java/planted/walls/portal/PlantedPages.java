package planted.walls.portal;

/// Stands for a page.
public record PlantedPages(String title) {}
