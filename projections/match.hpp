// Visits a variant by type; what is not named falls to a generic last case.
#pragma once

namespace minhbach::projections {

template <class... Ts>
struct Match : Ts... {
    using Ts::operator()...;
};

}  // namespace minhbach::projections
