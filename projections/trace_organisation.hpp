// Acts about units, people, papers and powers. Folding only.
#pragma once

#include "projections/act_builder.hpp"

namespace minhbach::projections::trace {

void describe_organisation(const Event& event, Builder& builder, Rows& rows);

}  // namespace minhbach::projections::trace
