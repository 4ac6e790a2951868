package org.passerelle.programme;

/// A line of a basket with which, or after which, the basket asks for more of an allotment than is
/// left.
///
/// @param line its place in the basket, from zero
/// @param state the allotment before the basket
/// @param asked by all lines of the basket together
/// @param remains how many units of this line still fit
public record Excess(int line, AllotmentState state, Figure asked, long remains) {}
