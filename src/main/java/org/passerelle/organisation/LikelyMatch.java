package org.passerelle.organisation;

/// All that a stranger is told of an organisation with a similar name (ORG-03).
public record LikelyMatch(String name, String town) {}
