// The state of a dossier: what later steps and decisions need to know, not the texts.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <vector>

#include "events/codec/codec.hpp"
#include "services/evaluation/open_effect.hpp"

namespace minhbach::services::evaluation {

struct Judged {
    GeneralJudgements general;  // without the reasons
    Effectiveness effectiveness = Effectiveness::met;
    std::optional<TypedCounts> typed;
    PersonCode by;
};

struct DecidedLevel {
    std::optional<Level> level;  // absent: not rated
    Time at;
    Date day;
    PersonCode by;
    DocumentId document;
    std::vector<ViolationId> violations_counted;
    int revision = 0;                            // in the dossier's stream
    std::optional<Date> received;                // its notice, acknowledged or deemed received
    std::optional<RuleReason> rule_reason = {};  // why the rules gave no level
    std::int64_t position = 0;                   // in the log
};

struct Dossier {
    std::optional<DossierOpened> opened;
    Date opened_on;                      // the legal day whose posts and units this dossier goes by
    int events = 0;                      // of its stream
    std::optional<ClosingCause> closed;  // without a decision; nothing more is done to it until it is opened again
    Date closed_on;                      // where it is
    int self_assessments = 0;
    std::optional<Time> first_filed;  // when the first form was filed, as a PAPER one says
    bool returned = false;            // filed and sent back
    std::optional<Level> self_proposed;
    std::array<std::optional<Judged>, 3> judged;  // by Judge
    std::optional<MeetingId> meeting;             // whose minutes the proposal rests on
    int comments = 0;
    bool former_agency_commented = false;
    std::map<CommentSide, Date> commented;  // the first comment of each side, on the day it was given
    std::map<UnitCode, Date> hosts_heard;   // the first comment of each host of a secondment that it names
    bool unnamed_host_heard = false;
    std::map<CommentSide, Date> asked;  // until when an answer was asked for, the latest
    std::optional<Date> party_opinion;  // the earliest, as it is dated: a later one does not unsay it
    std::optional<Level> proposal;
    std::optional<DecidedLevel> decision;  // in force
    std::vector<DecidedLevel> cancelled;   // oldest first
    Effects effects;
    // Of the decision in force: a new one is notified and published anew.
    std::optional<Date> notice;    // as it is dated
    std::optional<Date> received;  // acknowledged, or deemed received
    bool published = false;

    bool exists() const { return opened.has_value(); }
    const DecidedLevel* decision_at(int revision) const;  // cancelled ones too; nullptr: none
    bool filed() const { return self_assessments > 0 && !returned; }
    // Whether the host of the secondment commented. A comment of a host that names none, as earlier programs wrote it,
    // was the only one that was asked for then.
    bool heard(const SecondmentRecorded& seconded) const;
    void apply(const events::Recorded& recorded);
};

}  // namespace minhbach::services::evaluation
