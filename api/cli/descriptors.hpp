// How the file descriptors of the process are shared out between connections and the stores. A store that cannot open a
// file cannot write, so connections get only what the stores leave.
#pragma once

#include <cstddef>

namespace minhbach::api::cli {

// What the stores may have open at once: the rows of the read models 256 each (see row_store.cpp), the files of the
// log, one for each 64 MiB or so of events, write-ahead logs, locks and what RocksDB writes beside them.
inline constexpr std::size_t kStoreDescriptors = 1024;

struct Descriptors {
    std::size_t limit = 0;
    std::size_t connections_max = 0;  // at least 1
    // Less than the stores may want when they have grown.
    bool is_tight() const { return limit < connections_max + kStoreDescriptors; }
};

// Raises the soft limit of this process to its hard one and gives the limit that holds then.
std::size_t raised_descriptor_limit();

// Of `limit` the stores keep kStoreDescriptors, of a small one five eighths; connections get the rest, up to
// `connections_wanted`, with room for those who are told that the server is full.
Descriptors shared_out(std::size_t limit, std::size_t connections_wanted);

}  // namespace minhbach::api::cli
