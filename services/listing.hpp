// One document with a list of dossiers: its lines are judged one by one, and accepted or refused as a whole.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "services/decision.hpp"

namespace minhbach::services {

class Listing {
public:
    // From here on what is refused is refused of this line.
    void begin_line(std::size_t i) { prefix_ = "/lines/" + std::to_string(i); }
    // Whether the dossier is listed for the first time; refuses it otherwise.
    bool is_first(const DossierId& dossier);
    void refuse(Refusal refusal);
    // Under the authority of the first line: a line that rests on another mandate is refused.
    void write(const Authority& authority, ToWrite to_write);
    Decision decision() &&;

private:
    std::string prefix_;
    std::set<DossierId> seen_;
    std::vector<Refusal> refusals_;
    Decided decided_;
};

// `judge(line, listing)` refuses or writes each of them.
template <class Lines, class Judge>
Decision decide_lines(const Lines& lines, Judge judge) {
    Listing listing;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        listing.begin_line(i);
        judge(lines[i], listing);
    }
    return std::move(listing).decision();
}

}  // namespace minhbach::services
