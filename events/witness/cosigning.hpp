// The log's side of C2SP tlog-witness: shows its newest checkpoint to the witnesses of its policy and gathers their
// cosignatures.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "events/log.hpp"
#include "events/witness/policy.hpp"

namespace minhbach::events {

struct WitnessReply {
    int status = 0;
    std::string body;
};
// What a witness answers is a line or two.
inline constexpr std::size_t kWitnessReplyBytesMax = 16 << 10;
// POST add-checkpoint at a witness; nothing if it cannot be reached, or its answer is longer than that.
using AskWitness = std::function<std::optional<WitnessReply>(const PolicyWitness&, const std::string& body)>;

// How it stands with one witness.
struct WitnessStanding {
    std::string name;
    std::uint64_t size = 0;  // of the newest checkpoint it is known to have seen
    std::string trouble;     // of the last time it was asked; empty: none
};

// Not to be used from two threads at once.
class Cosigning {
public:
    Cosigning(const Log& log, Ledger ledger, const WitnessPolicy& policy, AskWitness ask);

    // Asks every witness that has not cosigned the newest checkpoint. The checkpoint with the cosignatures gathered, if
    // those are enough; nothing while they are not. Asks nobody while nothing is new.
    std::optional<Checkpoint> round();
    const std::vector<WitnessStanding>& standings() const { return standings_; }

private:
    // The cosignature line of the witness on the checkpoint; empty with the reason in `standing`.
    std::string cosignature(const PolicyWitness& witness, WitnessStanding& standing);

    const Log& log_;
    const Ledger ledger_;
    const WitnessPolicy& policy_;
    const AskWitness ask_;
    std::vector<WitnessStanding> standings_;
    Checkpoint checkpoint_;           // which is being cosigned
    std::set<std::string> cosigned_;  // by whom
    std::string cosignatures_;
};

}  // namespace minhbach::events
