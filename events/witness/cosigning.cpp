#include "events/witness/cosigning.hpp"

#include "events/merkle/base64.hpp"
#include "events/merkle/cosignature.hpp"
#include "events/merkle/lines.hpp"

namespace minhbach::events {

Cosigning::Cosigning(const Log& log, Ledger ledger, const WitnessPolicy& policy, AskWitness ask)
    : log_(log), ledger_(ledger), policy_(policy), ask_(std::move(ask)) {
    for (const auto& witness : policy.witnesses()) standings_.push_back({witness.name, 0, {}});
}

std::optional<Checkpoint> Cosigning::round() {
    auto newest = log_.checkpoint(ledger_);
    if (newest.note != checkpoint_.note) {
        checkpoint_ = std::move(newest);
        cosigned_.clear();
        cosignatures_.clear();
    }
    for (std::size_t i = 0; i < standings_.size(); ++i) {
        const auto& witness = policy_.witnesses()[i];
        if (cosigned_.contains(witness.name)) continue;
        const auto line = cosignature(witness, standings_[i]);
        if (line.empty()) continue;
        cosigned_.insert(witness.name);
        cosignatures_ += line;
    }
    if (!policy_.is_enough(cosigned_)) return std::nullopt;
    auto published = checkpoint_;
    published.note += cosignatures_;
    return published;
}

std::string Cosigning::cosignature(const PolicyWitness& witness, WitnessStanding& standing) {
    // What it has seen is not known after a start; then it says so, once.
    for (const bool again : {false, true}) {
        if (standing.size > checkpoint_.size) {
            standing.trouble = "it has seen a checkpoint of size " + std::to_string(standing.size) + ", this log is " +
                               std::to_string(checkpoint_.size) + ": the log was put back";
            return {};
        }
        const auto path = log_.consistency_proof(ledger_, standing.size, checkpoint_.size);
        if (!path) {
            standing.trouble = path.error().detail_en;
            return {};
        }
        std::string body = "old " + std::to_string(standing.size) + "\n";
        for (const auto& hash : *path) body += merkle::base64(view(hash)) + "\n";
        const auto reply = ask_(witness, body + "\n" + checkpoint_.note);
        if (!reply) {
            standing.trouble = "it cannot be reached";
            return {};
        }
        if (reply->status == 200) {
            // Published is its own line alone: what else it says nobody has verified.
            const std::string_view text(checkpoint_.note.data(), checkpoint_.note.rfind("\n\n") + 1);
            auto found = merkle::find_cosignature(text, reply->body, witness.key);
            if (!found || !*found) {
                standing.trouble = "its answer is no cosignature by its key";
                return {};
            }
            standing.size = checkpoint_.size;
            standing.trouble.clear();
            return std::move((*found)->line);
        }
        std::string_view said = reply->body;
        const auto line = merkle::take_line(said);
        const auto seen = line && said.empty() ? merkle::parse_number(*line) : std::nullopt;
        if (reply->status == 409 && !again && seen) {
            standing.size = *seen;
            continue;
        }
        standing.trouble = "it answered " + std::to_string(reply->status) + ": " + reply->body.substr(0, 200);
        return {};
    }
    return {};
}

}  // namespace minhbach::events
