// From the access ledger: who viewed which dossier when and for what, and which commands were refused.
#pragma once

#include "projections/basis.hpp"

namespace minhbach::projections {

struct ViewLine {
    std::int64_t position = 0;  // in the access ledger
    Time at;
    PersonCode actor;
    std::optional<std::string> actor_name;
    std::optional<DossierId> dossier;
    std::optional<Label> view;
    std::optional<Text> purpose;
};
BOOST_DESCRIBE_STRUCT(ViewLine, (), (position, at, actor, actor_name, dossier, view, purpose))

struct ViewsAnswer {
    Basis basis;                  // of the access ledger
    std::vector<ViewLine> items;  // newest first
    std::optional<std::int64_t> next;
};
BOOST_DESCRIBE_STRUCT(ViewsAnswer, (), (basis, items, next))

struct RefusedLine {
    std::int64_t position = 0;  // in the access ledger
    Time at;
    PersonCode actor;
    std::optional<std::string> actor_name;
    std::optional<Label> command;
    std::optional<std::string> act;  // the command in words; filled in by whoever knows the commands
    std::optional<std::string> act_en;
    std::optional<Label> target;  // the stream
    std::optional<Label> refusal;
    std::optional<Label> clause;
    std::optional<Text> detail;
};
BOOST_DESCRIBE_STRUCT(RefusedLine, (),
                      (position, at, actor, actor_name, command, act, act_en, target, refusal, clause, detail))

// Attempts of those who are nobody here.
struct AttemptsLine {
    std::int64_t position = 0;  // in the access ledger
    Label network;
    AttemptKind kind = AttemptKind::nothing_shown;
    int count = 0;
    Time first;
    Time last;
};
BOOST_DESCRIBE_STRUCT(AttemptsLine, (), (position, network, kind, count, first, last))

struct AttemptsAnswer {
    Basis basis;
    std::vector<AttemptsLine> items;  // newest first
    std::optional<std::int64_t> next;
};
BOOST_DESCRIBE_STRUCT(AttemptsAnswer, (), (basis, items, next))

struct RefusedAnswer {
    Basis basis;
    std::vector<RefusedLine> items;  // newest first
    std::optional<std::int64_t> next;
};
BOOST_DESCRIBE_STRUCT(RefusedAnswer, (), (basis, items, next))

}  // namespace minhbach::projections
