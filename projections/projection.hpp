// The contract of a projection: a name, a version, and how one event changes its rows. A fold never fails on what has
// happened; an exception is a bug and stops this projection visibly, the others go on.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "events/codec/codec.hpp"
#include "projections/rows.hpp"

namespace minhbach::projections {

class Projection {
public:
    virtual ~Projection() = default;
    virtual std::string_view name() const = 0;  // one lower-case word; prefix of its tables
    virtual int version() const = 0;            // counted up with every change of rows: they are folded anew
    // Called once for every event of the ledger, in order. A lost payload comes as Erased with its record. Keeps no
    // state but rows of its own tables, so that it can go on from any position, also beside another projection.
    virtual void fold(const events::Recorded& recorded, Rows& rows) const = 0;
};

using Projections = std::vector<std::unique_ptr<Projection>>;
Projections all_projections();     // of the main ledger: the list is projections/all.cpp
Projections access_projections();  // of the access ledger

}  // namespace minhbach::projections
