// How often every stream, subject and actor is named in a ledger's first records, under one hash. A tree over the
// SHA-256 of each name, so that counting one name changes a path of some twenty hashes and whether a name occurs is
// shown by one path, too.
//
//   entry  = "<kind> <name> <count>", count > 0           kind: actor, stream, subject
//   place  = SHA-256("<kind> <name>"), read bit by bit from the first
//   root   = of no entry: SHA-256(""); of one: SHA-256(00 ‖ entry); of more: SHA-256(01 ‖ root of those whose next bit
//            is 0 ‖ root of those whose next bit is 1)
//
// The root follows from the set of entries alone. Not to be used from two threads.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "events/merkle/hash.hpp"
#include "events/record.hpp"

namespace minhbach::events {

struct IndexEntry {
    std::string name;  // "<kind> <name>"
    std::uint64_t count = 0;
    std::string line() const { return name + " " + std::to_string(count); }
    friend bool operator==(const IndexEntry&, const IndexEntry&) = default;
};
// The names a record counts for, with the number it has in each list.
std::vector<std::pair<std::string, std::uint64_t>> names_of(const Record& record);
// An entry as `line` writes it.
std::optional<IndexEntry> parse_entry(std::string_view line);

// Where the search for a name ends: at its entry, at another's, or where there is none.
struct IndexPath {
    std::optional<IndexEntry> end;
    std::vector<Hash> siblings;  // from the root down
    friend bool operator==(const IndexPath&, const IndexPath&) = default;
};

// Some 60 bytes of memory a name: hashes are kept down to parts of a few dozen names, inside which they are computed
// anew when one of them changes.
class NameIndex {
public:
    // Counts the next record of the ledger in; the caller brings every record, in order.
    void take(const Record& record);
    std::uint64_t size() const { return size_; }  // records
    std::uint64_t names() const { return names_; }
    Hash root();
    IndexPath path(std::string_view name);

private:
    using Node = std::uint32_t;
    // Either a branch, or a leaf with all names whose places begin with the way to it.
    struct Part {
        Node halves[2] = {0, 0};  // of a leaf: 0, which is the root and nobody's half
        std::uint32_t names = 0;  // of a leaf
        bool changed = true;
        Hash hash{};
        std::string entries;  // of a leaf: one byte of length, the name, eight bytes of count; again and again
        bool is_branch() const { return halves[0] != 0; }
    };
    void count(std::string_view name);
    void split(Node leaf, std::size_t depth);
    const Hash& hash_of(Node node, std::size_t depth);

    std::uint64_t size_ = 0;
    std::uint64_t names_ = 0;
    std::vector<Part> parts_{1};  // the first is the root
};

// Whether the search for the name in the tree of this root ends as the path says. How often the name is counted;
// nothing if the path leads elsewhere.
std::optional<std::uint64_t> check_path(std::string_view name, const IndexPath& path, const Hash& root);

}  // namespace minhbach::events
