// The decisions of every chapter as one set of overloads: decisions::decide(past, acting, command). A new chapter joins
// here.
#pragma once

#include "services/attachment/attachment.hpp"
#include "services/concretisation/concretisation.hpp"
#include "services/cycle/cycle.hpp"
#include "services/erasure/commands.hpp"
#include "services/evaluation/collective_steps.hpp"
#include "services/evaluation/commands.hpp"
#include "services/evaluation/rerating.hpp"
#include "services/objection/commands.hpp"
#include "services/organisation/commands.hpp"
#include "services/organisation/roster.hpp"
#include "services/party/collective.hpp"
#include "services/party/commands.hpp"
#include "services/party/objection.hpp"
#include "services/remediation/remediation.hpp"
#include "services/report/report.hpp"
#include "services/review/commands.hpp"
#include "services/settlement/settlement.hpp"
#include "services/signature/signature.hpp"
#include "services/submission/submission.hpp"
#include "services/webhook/webhook.hpp"
#include "services/work/work.hpp"

namespace minhbach::services::decisions {

using attachment::decide;
using concretisation::decide;
using cycle::decide;
using erasure::decide;
using evaluation::decide;
using objection::decide;
using organisation::decide;
using party::decide;
using remediation::decide;
using report::decide;
using review::decide;
using settlement::decide;
using signature::decide;
using submission::decide;
using webhook::decide;
using work::decide;

}  // namespace minhbach::services::decisions
