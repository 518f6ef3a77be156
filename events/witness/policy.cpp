#include "events/witness/policy.hpp"

#include <algorithm>
#include <charconv>
#include <sstream>

#include "events/merkle/cosignature.hpp"
#include "events/refusals.hpp"

namespace minhbach::events {
namespace {

constexpr std::size_t kWitnessesMax = 64;  // a checkpoint with all their signatures is still read everywhere

std::vector<std::string> words_of(const std::string& line) {
    std::istringstream in(line.substr(0, line.find('#')));
    std::vector<std::string> words;
    for (std::string word; in >> word;) words.push_back(word);
    return words;
}

}  // namespace

Result<WitnessPolicy> WitnessPolicy::parse(std::string_view text) {
    WitnessPolicy policy;
    std::set<std::string> names{"none"}, grouped, keys;
    bool has_quorum = false;
    std::istringstream lines{std::string(text)};
    std::size_t number = 0;
    const auto wrong = [&](const std::string& what) {
        const auto line = std::to_string(number);
        return invalid_field("", "Dòng " + line + " của tệp chính sách chứng kiến không hợp lệ.",
                             "Line " + line + " of the policy: " + what + ".");
    };
    for (std::string line; std::getline(lines, line);) {
        ++number;
        const auto words = words_of(line);
        if (words.empty() || words[0] == "log") continue;
        if (words[0] == "witness" && (words.size() == 3 || words.size() == 4)) {
            auto key = merkle::parse_vkey(words[2], merkle::kCosignatureKey);
            if (!key) return wrong(key.error().detail_en);
            if (!names.insert(words[1]).second) return wrong("the name is taken");
            // Under two names one witness would count as two.
            if (!keys.insert(key->public_key).second) return wrong("the key is another witness's");
            if (keys.size() > kWitnessesMax) return wrong("there are too many witnesses");
            policy.witnesses_.push_back({words[1], *std::move(key), words.size() == 4 ? words[3] : ""});
        } else if (words[0] == "group" && words.size() >= 4) {
            Group group{words[1], 0, {words.begin() + 3, words.end()}};
            for (const auto& member : group.members) {
                if (member == "none" || !names.contains(member)) return wrong(member + " is not defined above");
                if (!grouped.insert(member).second) return wrong(member + " is in a group already");
            }
            const auto& many = words[2];
            const auto [end, error] = std::from_chars(many.data(), many.data() + many.size(), group.needed);
            if (many == "all")
                group.needed = group.members.size();
            else if (many == "any")
                group.needed = 1;
            else if (error != std::errc{} || end != many.data() + many.size())
                return wrong("how many is all, any or a number");
            if (group.needed < 1 || group.needed > group.members.size()) return wrong("there are not so many members");
            if (!names.insert(group.name).second) return wrong("the name is taken");
            policy.groups_.push_back(std::move(group));
        } else if (words[0] == "quorum" && words.size() == 2 && !has_quorum) {
            if (!names.contains(words[1])) return wrong(words[1] + " is not defined above");
            has_quorum = true;
            policy.quorum_ = words[1] == "none" ? "" : words[1];
        } else {
            return wrong("it is no line of a policy");
        }
    }
    if (!has_quorum) return wrong("there is no quorum; \"quorum none\" asks for none");
    return policy;
}

Result<std::set<std::string>> WitnessPolicy::cosigned_by(std::string_view note) const {
    std::set<std::string> names;
    for (const auto& witness : witnesses_) {
        const auto at = merkle::cosigned_at(note, witness.key);
        if (!at) return at.error();
        if (*at) names.insert(witness.name);
    }
    return names;
}

bool WitnessPolicy::holds(const std::string& name, const std::set<std::string>& cosigned) const {
    const auto group = std::find_if(groups_.begin(), groups_.end(), [&](const auto& one) { return one.name == name; });
    if (group == groups_.end()) return cosigned.contains(name);
    const auto holding = std::count_if(group->members.begin(), group->members.end(),
                                       [&](const auto& member) { return holds(member, cosigned); });
    return static_cast<std::size_t>(holding) >= group->needed;
}

}  // namespace minhbach::events
