// The state of a dossier: what later steps and decisions need to know, not the texts.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "events/codec/codec.hpp"

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
    std::optional<RuleReason> rule_reason = {};  // why the rules gave no level
};

struct Dossier {
    std::optional<DossierOpened> opened;
    Date opened_on;  // the legal day whose posts and units this dossier goes by
    int events = 0;  // of its stream
    int self_assessments = 0;
    bool returned = false;  // filed and sent back
    std::optional<Level> self_proposed;
    std::array<std::optional<Judged>, 3> judged;  // by Judge
    std::optional<MeetingId> meeting;             // whose minutes the proposal rests on
    int comments = 0;
    std::optional<Date> party_opinion;  // the last one, as it is dated
    std::optional<Level> proposal;
    std::optional<DecidedLevel> decision;
    std::optional<Date> notice;    // as it is dated
    std::optional<Date> received;  // acknowledged, or deemed received
    bool published = false;

    bool exists() const { return opened.has_value(); }
    bool filed() const { return self_assessments > 0 && !returned; }
    void apply(const events::Recorded& recorded);
};

}  // namespace minhbach::services::evaluation
