// What a remediation plan must hold.
#pragma once

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

}  // namespace minhbach::services::remediation
