// What changes a cycle after its opening, and the layers below the law, as acts of the trace. Folding only.
#pragma once

#include "events/vocabulary/events.hpp"
#include "projections/act_builder.hpp"

namespace minhbach::projections::trace {

void describe_layers(const Event& event, Builder& builder);

}  // namespace minhbach::projections::trace
