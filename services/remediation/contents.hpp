// What a remediation plan must hold.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "services/remediation/parties.hpp"

namespace minhbach::services::remediation {

// What can never be goes to `wrong` with its place; what breaks a rule to `broken`: a PAPER plan may.
struct Found {
    std::vector<Refusal> wrong;
    std::vector<Refusal> broken;
};

// `before` is the plan as it stands (it may not exist); `day` is the legal day of the new version.
Found check_contents(Past& past, const AdoptPlan& command, const Plan& before, Date day);

// The shortcomings of the conclusion of the owner's review that are not taken up, "HC1, HC2"; empty: none.
std::string left_out(Past& past, const CycleId& cycle, const Owner& owner,
                     const std::function<bool(const ShortcomingId&)>& taken_up);

}  // namespace minhbach::services::remediation
