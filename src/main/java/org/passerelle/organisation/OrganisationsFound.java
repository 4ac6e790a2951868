package org.passerelle.organisation;

import java.util.List;

/// Some of the organisations found, by name, and how many there are in all.
public record OrganisationsFound(List<Organisation> organisations, int total) {}
