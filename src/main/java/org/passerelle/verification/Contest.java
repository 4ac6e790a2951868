package org.passerelle.verification;

/// What an organisation says against a refusal (VER-09).
///
/// @param of the case that was refused
/// @param decidedBy who refused it; somebody else decides the contest, where there is somebody
/// @param words what the organisation says
public record Contest(CaseId of, Reviewer decidedBy, String words) {}
