// C2SP tlog-policy: which witnesses a log asks, and how many of them must have cosigned a checkpoint.
//
//     witness <name> <verifier key> [<URL>]
//     group <name> all|any|<number> <members>...
//     quorum <name>|none
//
// A "log" line is allowed and means nothing here: it is the log itself that reads the policy. '#' begins a comment.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "events/merkle/note.hpp"
#include "events/result.hpp"

namespace minhbach::events {

struct PolicyWitness {
    std::string name;  // in the policy
    merkle::NamedKey key;
    std::string url;  // may be empty
};

class WitnessPolicy {
public:
    // Refuses (`invalid-field`, with the line) what is not such a file: names that are not defined above or twice, a
    // key of two witnesses, more than 64 of them, a member of two groups, more needed than there are, a quorum missing
    // or given twice.
    static Result<WitnessPolicy> parse(std::string_view text);

    const std::vector<PolicyWitness>& witnesses() const { return witnesses_; }
    // Whether it asks for anybody at all.
    bool has_quorum() const { return !quorum_.empty(); }
    // Which of them cosigned the checkpoint that is this note. `proof-invalid` if one of their cosignatures is wrong.
    Result<std::set<std::string>> cosigned_by(std::string_view note) const;
    // Whether these witnesses, by their names in the policy, are enough.
    bool is_enough(const std::set<std::string>& cosigned) const { return quorum_.empty() || holds(quorum_, cosigned); }

private:
    struct Group {
        std::string name;
        std::size_t needed;
        std::vector<std::string> members;
    };
    bool holds(const std::string& name, const std::set<std::string>& cosigned) const;

    std::vector<PolicyWitness> witnesses_;
    std::vector<Group> groups_;
    std::string quorum_;  // empty: none is needed
};

}  // namespace minhbach::events
