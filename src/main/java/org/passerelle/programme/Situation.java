package org.passerelle.programme;

/// What an organisation may have today, with the facts and the orders that it rests on: read once
/// for whoever needs all of it.
public record Situation(OrganisationFacts facts, History history, Entitlements entitlements) {}
