// The milestones of a dossier by law, with the moments at which they were reached.
import type { Schemas } from "../api/client.js";
import type { Milestone } from "../words/acts.js";
import type { Dossier } from "./tab.js";

const whenDone = (by: Schemas["Provenance"] | undefined): string | undefined => by?.actedAt ?? by?.recordedAt;

export function milestonesOf(of: Dossier): [Milestone, string | undefined][] {
    const meeting = of.meetings?.at(-1);
    return [
        ["OPENED", of.opened.recordedAt],
        ["SELF_FILED", whenDone(of.selfAssessment?.by)],
        ["MEETING", meeting?.heldAt],
        ["MINUTES", meeting?.adopted ? meeting.heldAt : undefined],
        ["PROPOSAL", whenDone(of.proposals?.at(-1)?.by)],
        ["DECISION", whenDone(of.decisions?.at(-1)?.by)],
        ["NOTICE", of.notice?.dated],
        ["RECEIPT", of.receipt?.on],
    ];
}
