// The share of part-year people among those a settlement lowered, from the dossiers it named.
#pragma once

#include <vector>

#include "projections/answers/context.hpp"
#include "projections/part_year.hpp"

namespace minhbach::projections {

// Why somebody was not there for the whole year of the dossier; nothing: was.
std::optional<PartYear> part_year_of(Context& context, const DossierRow& row);

// `rows` are those whose settlement says selected or lowered; others are passed over.
PartYearShare part_year_share(Context& context, const std::vector<const DossierRow*>& rows);

}  // namespace minhbach::projections
