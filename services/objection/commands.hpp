// Kiến nghị, khiếu nại: filed, received, withdrawn, resolved. Điều 24 ND 90 sends a petition to whoever rated and names
// no term; the terms here are internal rules and are said to be so. Being late is marked and never refused.
#pragma once

#include "services/evaluation/commands.hpp"

namespace minhbach::services::objection {

// By the rated person, or transcribed; after the receipt of the notice. `decision`: the revision in the dossier's
// stream of the decision objected to, the one in force or one that was replaced.
struct FileObjection {
    ObjectionId objection;
    ObjectionKind kind = ObjectionKind::petition;
    DossierId dossier;
    int decision = 0;
    Text grounds;
    std::optional<Date> received_on;  // PAPER: when it reached the authority; absent: the day of the act
    std::optional<evaluation::OnPaper> on_paper;
};
BOOST_DESCRIBE_STRUCT(FileObjection, (), (objection, kind, dossier, decision, grounds, received_on, on_paper))

// By `decide`, `receive` or `record` over the person. The resolver is competent to decide about the person; again while
// it is open to name another one.
struct ReceiveObjection {
    ObjectionId objection;
    PersonCode resolver;
};
BOOST_DESCRIBE_STRUCT(ReceiveObjection, (), (objection, resolver))

struct WithdrawObjection {  // by the person
    ObjectionId objection;
    std::optional<Text> reason;
};
BOOST_DESCRIBE_STRUCT(WithdrawObjection, (), (objection, reason))

// By the resolver who was named, with `decide`. An objection that is upheld changes nothing by itself: it is the ground
// of a re-rating.
struct ResolveObjection {
    ObjectionId objection;
    ObjectionOutcome outcome = ObjectionOutcome::rejected;
    Text reasons;
    DocumentId document;
    std::optional<evaluation::OnPaper> on_paper;
};
BOOST_DESCRIBE_STRUCT(ResolveObjection, (), (objection, outcome, reasons, document, on_paper))

Decision decide(Past& past, const Acting& acting, const FileObjection& command);
Decision decide(Past& past, const Acting& acting, const ReceiveObjection& command);
Decision decide(Past& past, const Acting& acting, const WithdrawObjection& command);
Decision decide(Past& past, const Acting& acting, const ResolveObjection& command);

}  // namespace minhbach::services::objection
